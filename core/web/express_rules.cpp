#include "core/web/framework_rules.h"

#include <set>

namespace roundtrip {

namespace {

using http::Method;
using Reason = RouteCandidate::Reason;

bool handles(const RouteEntry& route, Method method) {
    return route.methods.empty() || lists(route.methods, method) ||
           (method == Method::head && lists(route.methods, Method::get));
}

/// The automatic answer to OPTIONS: all methods of the routes whose path fits, sorted.
void answerOptions(RouteDecision& decision, const std::set<std::string>& methods) {
    decision.kind = RouteDecision::Kind::options;
    decision.status = 200;
    decision.allow.assign(methods.begin(), methods.end());
    for (const std::string& name : decision.allow)
        decision.body += (decision.body.empty() ? "" : ", ") + name;
}

void collect(const RouteEntry& route, std::set<std::string>& methods) {
    for (const Method method : route.methods)
        methods.emplace(toString(method));
    if (lists(route.methods, Method::get))
        methods.emplace("HEAD");
}

} // namespace

RouteDecision decideAsExpress(const std::vector<RouteEntry>& routes, Method method,
                              std::string_view path) {
    RouteDecision decision;
    std::set<std::string> optional;
    bool failed = false; // an error passes by all later routes
    for (std::size_t i = 0; i < routes.size(); ++i) {
        RoutePattern::Fit fit = routes[i].pattern.examine(path);
        if (fit.kind != RoutePattern::Fit::Kind::fits) {
            failed =
                failed || (!decision.route && fit.kind == RoutePattern::Fit::Kind::undecodable);
            decision.candidates.push_back(candidate(i, std::move(fit)));
        } else if (!handles(routes[i], method)) {
            if (!decision.route && !failed)
                collect(routes[i], optional);
            decision.candidates.push_back({i, Reason::method, {}, {}});
        } else if (decision.route || failed) {
            decision.candidates.push_back({i, Reason::later, {}, {}});
        } else {
            choose(decision, i, std::move(fit.parameters));
            decision.headAsGet = method == Method::head && !lists(routes[i].methods, method);
        }
    }
    if (failed) {
        decision.kind = RouteDecision::Kind::badRequest;
        decision.status = 400;
    } else if (!decision.route && method == Method::options && !optional.empty()) {
        answerOptions(decision, optional);
    }
    return decision;
}

} // namespace roundtrip
