#pragma once

#include "core/http/method.h"
#include "core/web/handler_block.h"
#include "core/web/route_pattern.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// One line of an app server's routing table.
struct Route {
    http::Method method = http::Method::get;
    RoutePattern pattern;
    std::vector<HandlerBlock> handler;
};

/// What the routing table says of a request.
struct RouteMatch {
    const Route* route = nullptr; ///< null: none fits
    nlohmann::json parameters = nlohmann::json::object();
    int status = 404;                ///< when none fits: 404, or 405 when only the method does not
    std::vector<std::string> others; ///< each earlier route that did not fit, and why
    std::string allowed;             ///< for 405: the methods of the path, for the Allow header
};

/// Reads [{"method": "GET", "path": "/users/<int:id>", "handler": [...]}]. Problems as for
/// readHandler, and "bad-method" {text}, those of RoutePattern.
std::vector<Route> readRoutes(const nlohmann::json& json, const std::string& pointer,
                              Problems& problems);

/// The first route in order whose method and path fit.
[[nodiscard]] RouteMatch matchRoute(const std::vector<Route>& routes, http::Method method,
                                    std::string_view path);

} // namespace roundtrip
