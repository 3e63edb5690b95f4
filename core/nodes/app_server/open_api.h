#pragma once

#include "core/data/orm/model.h"
#include "core/nodes/app_server/routes.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace roundtrip {

/// The menu of an application: an OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.0) of its
/// routes, generated, never written by hand. Says for each route its parameters, what it answers,
/// who may use it, and for REST resources the shape of their objects. `schema` may be null.
[[nodiscard]] nlohmann::ordered_json openApiOf(const std::string& title,
                                               const std::vector<Route>& routes,
                                               Framework framework, const orm::Schema* schema);

} // namespace roundtrip
