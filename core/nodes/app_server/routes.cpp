#include "core/nodes/app_server/routes.h"

#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::array<std::string_view, 3> kMembers{"method", "path", "handler"};

class RouteReader {
  public:
    RouteReader(const nlohmann::json& json, std::string pointer, Problems& problems)
        : json_(json), pointer_(std::move(pointer)), problems_(problems) {}

    std::optional<Route> read() {
        if (!json_.is_object()) {
            problems_.push_back({"not-an-object", {}, pointer_});
            return std::nullopt;
        }
        checkMembers();
        const auto method = readMethod();
        auto pattern = readPattern();
        const auto handler = json_.find("handler");
        if (handler == json_.end()) {
            problems_.push_back({"missing", {"handler"}, pointer_});
            return std::nullopt;
        }
        auto blocks = readHandler(*handler, pointer_ + "/handler", problems_);
        if (!method || !pattern) {
            return std::nullopt;
        }
        return Route{*method, std::move(*pattern), std::move(blocks)};
    }

  private:
    void checkMembers() {
        for (const auto& [name, value] : json_.items()) {
            if (std::ranges::find(kMembers, name) == kMembers.end()) {
                problems_.push_back({"unknown-member",
                                     {name, nearestWord(name, kMembers)},
                                     fmt::format("{}/{}", pointer_, name)});
            }
        }
    }

    [[nodiscard]] std::optional<std::string> readText(const char* member) {
        const auto found = json_.find(member);
        if (found == json_.end()) {
            problems_.push_back({"missing", {member}, pointer_});
            return std::nullopt;
        }
        if (!found->is_string()) {
            problems_.push_back(
                {"wrong-type", {member, "text"}, fmt::format("{}/{}", pointer_, member)});
            return std::nullopt;
        }
        return found->get<std::string>();
    }

    std::optional<http::Method> readMethod() {
        const auto name = readText("method");
        const auto method = name ? http::parseMethod(*name) : std::nullopt;
        if (name && !method) {
            problems_.push_back({"bad-method", {*name}, pointer_ + "/method"});
        }
        return method;
    }

    std::optional<RoutePattern> readPattern() {
        const auto path = readText("path");
        if (!path) {
            return std::nullopt;
        }
        auto pattern = RoutePattern::parse(*path);
        if (!pattern) {
            problems_.push_back({pattern.error().code, pattern.error().args, pointer_ + "/path"});
            return std::nullopt;
        }
        return std::move(*pattern);
    }

    const nlohmann::json& json_;
    std::string pointer_;
    Problems& problems_;
};

} // namespace

std::vector<Route> readRoutes(const nlohmann::json& json, const std::string& pointer,
                              Problems& problems) {
    std::vector<Route> routes;
    if (!json.is_array()) {
        problems.push_back({"not-an-array", {}, pointer});
        return routes;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
        auto route = RouteReader(json[i], fmt::format("{}/{}", pointer, i), problems).read();
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
