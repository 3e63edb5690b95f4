#pragma once

#include "core/http/method.h"
#include "core/web/route_pattern.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// Whose rules decide.
enum class Framework { none, express, flask, django, rails };

/// One line of a routing table.
struct RouteEntry {
    /// What answers, where frameworks tell it apart (Django).
    enum class View {
        function,  ///< `methods` are those of require_http_methods; none: every method
        classBased ///< `methods` are those that the class defines
    };
    /// Empty: the framework's own default, which is GET for Flask and every method elsewhere.
    std::vector<http::Method> methods;
    RoutePattern pattern;
    View view = View::function;
    bool strictSlashes = true; ///< Flask's strict_slashes
};

struct RouterOptions {
    bool mergeSlashes = true; ///< Flask's merge_slashes
    bool appendSlash = true;  ///< Django's APPEND_SLASH with its CommonMiddleware
    bool debug = false;       ///< Django's DEBUG
};

/// Why a route was not the one.
struct RouteCandidate {
    enum class Reason {
        path,        ///< another path
        method,      ///< the path fits, the method does not
        converter,   ///< `value` is nothing for the converter or constraint of `parameter`
        undecodable, ///< `value` is badly percent-encoded
        later        ///< it fits too, but another route comes first
    };
    std::size_t route = 0; ///< its place in the table
    Reason reason = Reason::path;
    std::string parameter;
    std::string value;
};

/// What a framework does with a request before any handler runs, and why.
struct RouteDecision {
    enum class Kind {
        route,            ///< `route` answers
        notFound,         ///< 404
        methodNotAllowed, ///< 405 with `allow`; Django has a `route` all the same
        redirect,         ///< `status` to `location`
        options,          ///< the framework itself answers OPTIONS: 200, `allow`, `body`
        badRequest,       ///< 400, the path can't be decoded
        refused           ///< 500, Django's DEBUG refuses to lose a body by a redirect
    };
    Kind kind = Kind::notFound;
    int status = 404; ///< of the automatic answer; 200 for a route
    std::optional<std::size_t> route;
    nlohmann::json parameters = nlohmann::json::object();
    bool headAsGet = false;                 ///< a HEAD request is answered by the handler for GET
    std::vector<std::string> allow;         ///< in the order in which the framework writes them
    std::string location;                   ///< a path; Flask puts scheme and host before it
    std::string body;                       ///< of the automatic answer to OPTIONS
    std::vector<RouteCandidate> candidates; ///< all other routes, in the table's order
};

/// When a decision says of the routes that it did not choose, why not: that is most of the work.
enum class Explain { always, unlessFound };

/// A routing table that decides as its framework does: Express 5, Flask with Werkzeug 2.2,
/// Django 3.2, Rails 7, or by the exact path when there is none. Routes are tried in order, but
/// Flask orders them by weight.
class Router {
  public:
    explicit Router(Framework framework, std::vector<RouteEntry> routes,
                    RouterOptions options = {});
    Router(Router&& other) noexcept;
    Router& operator=(Router&& other) noexcept;
    ~Router();

    /// `target` as it stands in the request line, a percent-encoded path with or without a query;
    /// a redirect keeps the query.
    [[nodiscard]] RouteDecision match(http::Method method, std::string_view target,
                                      Explain explain = Explain::always) const;

    [[nodiscard]] const std::vector<RouteEntry>& routes() const { return routes_; }
    [[nodiscard]] Framework framework() const { return framework_; }

  private:
    [[nodiscard]] RouteDecision decide(http::Method method, std::string_view path,
                                       Explain explain) const;

    Framework framework_;
    std::vector<RouteEntry> routes_;
    RouterOptions options_;
    std::unique_ptr<class FlaskMap> flaskMap_;
};

/// The routes of Rails' `resources :name`, with "(.:format)" as Rails writes it: index, new,
/// create, show, edit, update (PATCH and PUT), destroy.
struct RailsResourceRoute {
    std::string action;
    RouteEntry entry;
};
/// Errors as RoutePattern::parse.
tl::expected<std::vector<RailsResourceRoute>, Error> railsResources(std::string_view name);

} // namespace roundtrip
