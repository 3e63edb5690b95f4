#pragma once

#include "core/data/orm/compiled_query.h"
#include "core/nodes/app_server/app_server.h"
#include "core/web/template.h"

#include <memory>
#include <string>
#include <unordered_map>

namespace roundtrip {

/// All that the parameters of an app server say it should do, read once.
struct AppProgram {
    /// Expressions and templates that cannot be used are errors when a request needs them, as in a
    /// real application.
    template <class Thing>
    using ByText = std::unordered_map<std::string, tl::expected<Thing, Error>>;

    RoutingTable routes;
    std::vector<Middleware> layers;
    std::unique_ptr<const orm::Schema> schema; ///< null: no models
    ByText<Template> templates;
    mutable ByText<orm::CompiledQuery> queries; ///< filled as they are first asked

    /// Errors: "no-models", and those of the expression.
    tl::expected<const orm::CompiledQuery*, Error> query(const std::string& expression) const;
};

} // namespace roundtrip
