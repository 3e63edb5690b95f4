#include "core/nodes/app_server/routes.h"

#include "core/kernel/json_object.h"
#include "core/nodes/app_server/entry_forms.h"
#include "core/web/api_version.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

std::vector<http::Method> readMethods(JsonObject& object) {
    std::vector<std::string> names = object.texts("methods");
    if (object.find("method") != nullptr) {
        names.push_back(object.requiredText("method"));
    }
    std::vector<http::Method> methods;
    for (const std::string& name : names) {
        const auto method = http::parseMethod(name);
        if (method) {
            methods.push_back(*method);
        } else if (!name.empty()) {
            object.report("bad-method", {name},
                          object.find("method") != nullptr ? "method" : "methods");
        }
    }
    return methods;
}

auth::AccessRule readAccess(JsonObject& object) {
    const auto rule = auth::AccessRule::parse(object.text("access", "public"));
    if (!rule) {
        object.report(rule.error().code, rule.error().args, "access");
        return {};
    }
    return *rule;
}

std::string readDay(JsonObject& object, std::string_view member) {
    std::string day = object.text(member);
    if (!day.empty() && !isDay(day)) {
        object.report("bad-day", {day}, member);
        return {};
    }
    return day;
}

/// What routes and resources have in common.
Route readLife(JsonObject& object) {
    Route route{.access = readAccess(object), .version = object.text("version")};
    if (!route.version.empty() && !isVersion(route.version)) {
        object.report("bad-version", {route.version}, "version");
    }
    route.deprecated = readDay(object, "deprecated");
    route.sunset = readDay(object, "sunset");
    return route;
}

struct ResourceRoute {
    http::Method method;
    bool ofOne; ///< of one object, by its id
    HandlerBlock::Operation operation;
};
constexpr std::array<ResourceRoute, 6> kResourceRoutes{{
    {http::Method::get, false, HandlerBlock::Operation::list},
    {http::Method::post, false, HandlerBlock::Operation::create},
    {http::Method::get, true, HandlerBlock::Operation::read},
    {http::Method::put, true, HandlerBlock::Operation::replace},
    {http::Method::patch, true, HandlerBlock::Operation::update},
    {http::Method::del, true, HandlerBlock::Operation::destroy},
}};

/// The parameter "id" in the way of the path's own syntax: a resource is written once for all.
std::string withId(const std::string& path, RouteSyntax syntax) {
    switch (syntax) {
    case RouteSyntax::express:
    case RouteSyntax::rails:
        return path + "/:id";
    case RouteSyntax::django:
        return path.substr(1) + "/<int:id>";
    default:
        return path + "/<int:id>";
    }
}

void readResource(JsonObject& object, std::vector<Route>& routes) {
    object.allowOnly(memberNames(routeEntries().back()));
    const std::string path = object.requiredText("resource");
    const std::string model = object.requiredText("model");
    const Route common = readLife(object);
    const auto writing = auth::AccessRule::parse(object.text("write_access"));
    if (!path.empty() && !path.starts_with('/')) {
        object.report("route-no-slash", {path}, "resource");
        return;
    }
    if (!writing) {
        object.report(writing.error().code, writing.error().args, "write_access");
        return;
    }
    for (const ResourceRoute& kind : kResourceRoutes) {
        HandlerBlock block{.kind = HandlerBlock::Kind::resource};
        block.model = model;
        block.operation = kind.operation;
        const bool writes =
            kind.method != http::Method::get && object.find("write_access") != nullptr;
        Route route = common;
        route.methods = {kind.method};
        route.path = path;
        if (writes) {
            route.access = *writing;
        }
        route.resourceItem = kind.ofOne;
        route.isResource = true;
        route.handler = {block};
        routes.push_back(std::move(route));
    }
}

void readRoute(const Json& json, const std::string& pointer, Problems& problems,
               std::vector<Route>& routes) {
    JsonObject object(json, pointer, problems);
    if (object.find("resource") != nullptr) {
        readResource(object, routes);
        return;
    }
    object.allowOnly(memberNames(routeEntries().front()));
    if (object.find("methods") == nullptr) {
        object.require("method");
    }
    Route route = readLife(object);
    route.methods = readMethods(object);
    route.path = object.requiredText("path");
    route.summary = object.text("summary");
    if (const Json* handler = object.require("handler")) {
        route.handler = readHandler(*handler, object.pointerTo("handler"), problems);
    }
    routes.push_back(std::move(route));
}

std::string lineOf(const Route& route) {
    std::vector<std::string_view> methods;
    std::ranges::transform(route.methods, std::back_inserter(methods), http::toString);
    return fmt::format("{} {}", methods.empty() ? "*" : fmt::format("{}", fmt::join(methods, ", ")),
                       route.path);
}

std::string reasonOf(const RouteCandidate& candidate) {
    switch (candidate.reason) {
    case RouteCandidate::Reason::path:
        return "path";
    case RouteCandidate::Reason::method:
        return "method";
    case RouteCandidate::Reason::converter:
    case RouteCandidate::Reason::undecodable:
        return fmt::format("converter {} {}", candidate.parameter, candidate.value);
    case RouteCandidate::Reason::later:
        return "later";
    }
    return {};
}

std::vector<RouteEntry> entriesOf(std::vector<Route>& routes, Framework framework,
                                  std::vector<std::string>& unreadable) {
    std::vector<RouteEntry> entries;
    std::vector<Route> readable;
    for (Route& route : routes) {
        if (route.isResource) {
            const std::string path = route.resourceItem ? withId(route.path, syntaxOf(framework))
                                     : framework == Framework::django ? route.path.substr(1)
                                                                      : route.path;
            route.path = path;
        }
        auto pattern = RoutePattern::parse(route.path, syntaxOf(framework));
        if (!pattern) {
            unreadable.push_back(lineOf(route));
            continue;
        }
        entries.push_back({.methods = route.methods, .pattern = std::move(*pattern)});
        readable.push_back(std::move(route));
    }
    routes = std::move(readable);
    return entries;
}

} // namespace

RouteSyntax syntaxOf(Framework framework) {
    switch (framework) {
    case Framework::none:
        return RouteSyntax::exact;
    case Framework::express:
        return RouteSyntax::express;
    case Framework::flask:
        return RouteSyntax::flask;
    case Framework::django:
        return RouteSyntax::django;
    case Framework::rails:
        return RouteSyntax::rails;
    }
    return RouteSyntax::exact;
}

std::vector<Route> readRoutes(const nlohmann::json& json, const std::string& pointer,
                              Problems& problems) {
    std::vector<Route> routes;
    if (!json.is_array()) {
        problems.push_back({"not-an-array", {}, pointer});
        return routes;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
        readRoute(json[i], fmt::format("{}/{}", pointer, i), problems, routes);
    }
    return routes;
}

Problems checkPaths(const nlohmann::json& routes, Framework framework) {
    Problems problems;
    for (std::size_t i = 0; routes.is_array() && i < routes.size(); ++i) {
        const std::string path = memberText(routes[i], "path");
        const auto pattern = RoutePattern::parse(path, syntaxOf(framework));
        if (!path.empty() && !pattern) {
            problems.push_back(
                {pattern.error().code, pattern.error().args, fmt::format("/{}/path", i)});
        }
    }
    return problems;
}

RoutingTable::RoutingTable(Framework framework, std::vector<Route> routes)
    : routes_(std::move(routes)), router_(framework, entriesOf(routes_, framework, unreadable_)) {}

RoutingTable::Match RoutingTable::match(http::Method method, std::string_view target,
                                        Explain explain) const {
    Match match{.decision = router_.match(method, target, explain)};
    if (match.decision.route) {
        match.route = &routes_[*match.decision.route];
        if (explain == Explain::unlessFound) {
            return match;
        }
    }
    for (const RouteCandidate& candidate : match.decision.candidates) {
        match.others.push_back(
            fmt::format("{}: {}", lineOf(routes_[candidate.route]), reasonOf(candidate)));
    }
    for (const std::string& line : unreadable_) {
        match.others.push_back(line + ": syntax");
    }
    return match;
}

} // namespace roundtrip
