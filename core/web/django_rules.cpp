#include "core/http/uri_component.h"
#include "core/web/framework_rules.h"

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip {

namespace {

using http::Method;
using Reason = RouteCandidate::Reason;

/// View.http_method_names: the order in which a class-based view lists what it allows.
constexpr std::array kViewMethods{Method::get, Method::post, Method::put,    Method::patch,
                                  Method::del, Method::head, Method::options};

bool viewHas(const RouteEntry& route, Method method) {
    return lists(route.methods, method) || method == Method::options ||
           (method == Method::head && lists(route.methods, Method::get));
}

void listAllowed(RouteDecision& decision, const RouteEntry& route) {
    if (route.view == RouteEntry::View::function) {
        for (const Method method : route.methods)
            decision.allow.emplace_back(toString(method));
        return;
    }
    for (const Method method : kViewMethods) {
        if (viewHas(route, method))
            decision.allow.emplace_back(toString(method));
    }
}

/// What the chosen view, or the decorator around it, does with the method.
void askView(RouteDecision& decision, const RouteEntry& route, Method method) {
    const bool isClass = route.view == RouteEntry::View::classBased;
    const bool fits =
        isClass ? viewHas(route, method) : route.methods.empty() || lists(route.methods, method);
    if (!fits) {
        decision.kind = RouteDecision::Kind::methodNotAllowed;
        decision.status = 405;
        listAllowed(decision, route);
    } else if (isClass && method == Method::options && !lists(route.methods, method)) {
        decision.kind = RouteDecision::Kind::options;
        listAllowed(decision, route);
    } else if (isClass && method == Method::head) {
        decision.headAsGet = !lists(route.methods, Method::head);
    }
}

bool anyFits(const std::vector<RouteEntry>& routes, const std::string& path) {
    return std::ranges::any_of(routes, [&path](const RouteEntry& route) {
        return route.pattern.examine(path).kind == RoutePattern::Fit::Kind::fits;
    });
}

/// CommonMiddleware, once nothing was found.
void appendSlash(RouteDecision& decision, const std::vector<RouteEntry>& routes, bool debug,
                 Method method, std::string path) {
    path += '/';
    if (!anyFits(routes, path))
        return;
    if (debug && (method == Method::post || method == Method::put || method == Method::patch)) {
        decision.kind = RouteDecision::Kind::refused;
        decision.status = 500;
        return;
    }
    decision.kind = RouteDecision::Kind::redirect;
    decision.status = 301;
    decision.location = http::quoted(path, "/:@&+$,-_.!~*'()");
    if (decision.location.starts_with("//")) // escape_leading_slashes
        decision.location.replace(0, 2, "/%2F");
}

} // namespace

RouteDecision decideAsDjango(const std::vector<RouteEntry>& routes, const RouterOptions& options,
                             Method method, std::string_view path) {
    const std::string decoded = http::unquoted(path);
    RouteDecision decision;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        RoutePattern::Fit fit = routes[i].pattern.examine(decoded);
        if (fit.kind != RoutePattern::Fit::Kind::fits)
            decision.candidates.push_back(candidate(i, std::move(fit)));
        else if (decision.route)
            decision.candidates.push_back({i, Reason::later, {}, {}});
        else
            choose(decision, i, std::move(fit.parameters));
    }
    if (decision.route)
        askView(decision, routes[*decision.route], method);
    else if (options.appendSlash && !decoded.ends_with('/'))
        appendSlash(decision, routes, options.debug, method, decoded);
    return decision;
}

} // namespace roundtrip
