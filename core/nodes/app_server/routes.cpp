#include "core/nodes/app_server/routes.h"

#include "core/kernel/json_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace roundtrip {

namespace {

std::optional<http::Method> readMethod(JsonObject& object) {
    const std::string name = object.requiredText("method");
    const auto method = http::parseMethod(name);
    if (!method && !name.empty()) {
        object.report("bad-method", {name}, "method");
    }
    return method;
}

std::optional<RoutePattern> readPattern(JsonObject& object) {
    const std::string path = object.requiredText("path");
    if (path.empty()) {
        return std::nullopt;
    }
    auto pattern = RoutePattern::parse(path);
    if (!pattern) {
        object.report(pattern.error().code, pattern.error().args, "path");
        return std::nullopt;
    }
    return std::move(*pattern);
}

std::optional<Route> readRoute(const nlohmann::json& json, const std::string& pointer,
                               Problems& problems) {
    JsonObject object(json, pointer, problems);
    object.allowOnly({"method", "path", "handler"});
    const auto method = readMethod(object);
    auto pattern = readPattern(object);
    const nlohmann::json* handler = object.require("handler");
    if (handler == nullptr) {
        return std::nullopt;
    }
    auto blocks = readHandler(*handler, object.pointerTo("handler"), problems);
    if (!method || !pattern) {
        return std::nullopt;
    }
    return Route{*method, std::move(*pattern), std::move(blocks)};
}

} // namespace

std::vector<Route> readRoutes(const nlohmann::json& json, const std::string& pointer,
                              Problems& problems) {
    std::vector<Route> routes;
    if (!json.is_array()) {
        problems.push_back({"not-an-array", {}, pointer});
        return routes;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
        auto route = readRoute(json[i], fmt::format("{}/{}", pointer, i), problems);
        if (route) {
            routes.push_back(std::move(*route));
        }
    }
    return routes;
}

RouteMatch matchRoute(const std::vector<Route>& routes, http::Method method,
                      std::string_view path) {
    RouteMatch result;
    for (const Route& route : routes) {
        auto parameters = route.pattern.match(path);
        const std::string line =
            fmt::format("{} {}", http::toString(route.method), route.pattern.text());
        if (!parameters) {
            result.others.push_back(line + ": path");
        } else if (route.method != method) {
            result.others.push_back(line + ": method");
            result.status = 405;
            result.allowed += fmt::format("{}{}", result.allowed.empty() ? "" : ", ",
                                          http::toString(route.method));
        } else {
            result.route = &route;
            result.parameters = std::move(*parameters);
            result.status = 200;
            return result;
        }
    }
    return result;
}

} // namespace roundtrip
