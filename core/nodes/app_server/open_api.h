#pragma once

#include "core/data/orm/model.h"
#include "core/nodes/app_server/versioned_routes.h"

#include <nlohmann/json.hpp>

#include <string>

namespace roundtrip {

/// The menu of an application: an OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.0) of its
/// routes, generated, never written by hand. Says for each route its parameters, what it answers,
/// who may use it, and for REST resources the shape of their objects. `schema` may be null.
/// Versions in the path make a path each; otherwise the versions of one path share its operation,
/// which describes the parameter or the media types that tell them apart, and is deprecated when
/// each of them is. The document's own version is the newest.
[[nodiscard]] nlohmann::ordered_json
openApiOf(const std::string& title, const VersionedRoutes& routes, const orm::Schema* schema);

} // namespace roundtrip
