#pragma once

#include "core/auth/access.h"
#include "core/web/handler_block.h"
#include "core/web/router.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// One line of an app server's routing table, as a file writes it.
struct Route {
    std::vector<http::Method> methods; ///< empty: what the framework takes by default
    std::string path;                  ///< in the framework's own syntax
    auth::AccessRule access;
    std::string summary;       ///< for the menu that the routes make
    std::string version;       ///< of the API that it belongs to; empty: to all
    std::string deprecated;    ///< since or from that day on, "2026-01-01"; empty: it is not
    std::string sunset;        ///< the day it may be gone; empty: nobody says so
    bool isResource = false;   ///< of a REST resource: the path is the collection's
    bool resourceItem = false; ///< and the route that of one object in it
    std::vector<HandlerBlock> handler;
};

/// Reads [{"method": "GET", "path": "/users/<int:id>", "access": "signed_in", "handler": [...]}];
/// "methods" takes a list instead, and {"resource": "/users", "model": "User"} stands for the six
/// routes of a REST resource. Both take "version", "deprecated" and "sunset". Paths are not looked
/// at yet. Problems as for readHandler, and "bad-method" {text}, "bad-access" {text},
/// "route-no-slash" {path}, "bad-version" {text}, "bad-day" {text}.
std::vector<Route> readRoutes(const nlohmann::json& json, const std::string& pointer,
                              Problems& problems);

/// Which paths of these routes the framework cannot read: the errors of RoutePattern.
[[nodiscard]] Problems checkPaths(const nlohmann::json& routes, Framework framework);

/// The routes of a file in the framework that runs them.
class RoutingTable {
  public:
    RoutingTable(Framework framework, std::vector<Route> routes);

    struct Match {
        RouteDecision decision;
        const Route* route = nullptr;    ///< of the decision, if it has one
        std::vector<std::string> others; ///< each route that it was not, and why, if asked for
    };
    [[nodiscard]] Match match(http::Method method, std::string_view target, Explain explain) const;

    /// Routes that are not written in this framework's syntax; they answer nothing.
    [[nodiscard]] const std::vector<std::string>& unreadable() const { return unreadable_; }
    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

  private:
    std::vector<Route> routes_; ///< those that can be read, in the router's order
    std::vector<std::string> unreadable_;
    Router router_;
};

/// How that framework writes paths.
[[nodiscard]] RouteSyntax syntaxOf(Framework framework);

} // namespace roundtrip
