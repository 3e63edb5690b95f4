#include "core/http/uri_component.h"
#include "core/web/flask_map.h"
#include "core/web/framework_rules.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using http::Method;
using Reason = RouteCandidate::Reason;

/// What Flask says of the routes that were not chosen. It orders them by weight, not by place.
void explainOthers(RouteDecision& decision, const std::vector<RouteEntry>& routes, Method method,
                   std::string_view path) {
    for (std::size_t i = 0; i < routes.size(); ++i) {
        if (decision.route == i)
            continue;
        RoutePattern::Fit fit = routes[i].pattern.examine(path);
        if (fit.kind != RoutePattern::Fit::Kind::fits) {
            decision.candidates.push_back(candidate(i, std::move(fit)));
            continue;
        }
        const std::vector<Method>& methods = routes[i].methods;
        const bool get = methods.empty() || lists(methods, Method::get);
        const bool methodFits = lists(methods, method) || method == Method::options ||
                                (get && (method == Method::get || method == Method::head));
        decision.candidates.push_back({i, methodFits ? Reason::later : Reason::method, {}, {}});
    }
}

void answerOptions(RouteDecision& decision, const FlaskMap& map, std::string_view path) {
    decision.kind = RouteDecision::Kind::options;
    decision.status = 200;
    const auto known = map.match(std::nullopt, path).others;
    decision.allow.assign(known.begin(), known.end());
}

} // namespace

RouteDecision decideAsFlask(const std::vector<RouteEntry>& routes, const FlaskMap& map,
                            Method method, std::string_view path, Explain explain) {
    const std::string decoded = http::unquoted(path);
    const auto start = std::min(decoded.find_first_not_of('/'), decoded.size());
    const std::string whole = decoded.empty() ? "" : "/" + decoded.substr(start);
    FlaskMap::Result found = map.match(method, whole);
    RouteDecision decision;
    if (!found.redirect.empty()) {
        decision.kind = RouteDecision::Kind::redirect;
        decision.status = 308;
        decision.location = http::quoted(found.redirect, "/:|+");
    } else if (found.route) {
        auto fit = routes[*found.route].pattern.converted(found.values);
        const auto& methods = routes[*found.route].methods;
        if (fit.kind == RoutePattern::Fit::Kind::fits) {
            choose(decision, *found.route, std::move(fit.parameters));
            decision.headAsGet = method == Method::head && !lists(methods, Method::head);
            if (method == Method::options && !lists(methods, Method::options))
                answerOptions(decision, map, whole);
        }
    }
    if (!decision.route && decision.status == 404 && !found.others.empty()) {
        decision.kind = RouteDecision::Kind::methodNotAllowed;
        decision.status = 405;
        decision.allow.assign(found.others.begin(), found.others.end());
    }
    if (explain == Explain::always || !decision.route)
        explainOthers(decision, routes, method, whole);
    return decision;
}

} // namespace roundtrip
