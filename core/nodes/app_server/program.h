#pragma once

#include "core/data/orm/compiled_query.h"
#include "core/nodes/app_server/app_server.h"
#include "core/nodes/app_server/versioned_routes.h"
#include "core/nodes/tasks/task_table.h"
#include "core/web/template.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace roundtrip {

/// What runs for each message of a channel, or of the channels that fit a pattern.
struct Subscription {
    std::string channel;
    bool isPattern = false;
    std::vector<HandlerBlock> handler;
};

/// Reads [{"channel": "news", "handler": [...]}, {"pattern": "news.*", "handler": [...]}]. Problems
/// as for readHandler, and "channel-or-pattern" when it is not one of both.
std::vector<Subscription> readSubscriptions(const nlohmann::json& json, const std::string& pointer,
                                            Problems& problems);

/// All that the parameters of an app server say it should do, read once.
struct AppProgram {
    /// Expressions and templates that cannot be used are errors when a request needs them, as in a
    /// real application.
    template <class Thing>
    using ByText = std::unordered_map<std::string, tl::expected<Thing, Error>>;

    VersionedRoutes routes;
    std::vector<Middleware> layers;
    std::vector<Subscription> subscriptions;
    std::unique_ptr<const orm::Schema> schema; ///< null: no models
    ByText<Template> templates;
    TaskTable tasks;                            ///< those that it can do itself
    mutable ByText<orm::CompiledQuery> queries; ///< filled as they are first asked

    /// Null when it is not among the layers.
    [[nodiscard]] const Middleware* layer(Middleware::Kind kind) const;

    /// Errors: "no-models", and those of the expression.
    tl::expected<const orm::CompiledQuery*, Error> query(const std::string& expression) const;
};

} // namespace roundtrip
