#include "core/web/router.h"

#include "core/web/flask_map.h"
#include "core/web/framework_rules.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

bool lists(const std::vector<http::Method>& methods, http::Method method) {
    return std::ranges::find(methods, method) != methods.end();
}

RouteCandidate candidate(std::size_t route, RoutePattern::Fit fit) {
    using Kind = RoutePattern::Fit::Kind;
    using Reason = RouteCandidate::Reason;
    const Reason reason = fit.kind == Kind::converter     ? Reason::converter
                          : fit.kind == Kind::undecodable ? Reason::undecodable
                                                          : Reason::path;
    return {route, reason, std::move(fit.parameter), std::move(fit.value)};
}

void choose(RouteDecision& decision, std::size_t route, nlohmann::json parameters) {
    decision.kind = RouteDecision::Kind::route;
    decision.status = 200;
    decision.route = route;
    decision.parameters = std::move(parameters);
}

RouteDecision decideExactly(const std::vector<RouteEntry>& routes, http::Method method,
                            std::string_view path) {
    using Reason = RouteCandidate::Reason;
    RouteDecision decision;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const bool methodFits = routes[i].methods.empty() || lists(routes[i].methods, method);
        if (routes[i].pattern.text() != path)
            decision.candidates.push_back({i, Reason::path, {}, {}});
        else if (!methodFits)
            decision.candidates.push_back({i, Reason::method, {}, {}});
        else if (decision.route)
            decision.candidates.push_back({i, Reason::later, {}, {}});
        else
            choose(decision, i, nlohmann::json::object());
    }
    return decision;
}

Router::Router(Framework framework, std::vector<RouteEntry> routes, RouterOptions options)
    : framework_(framework), routes_(std::move(routes)), options_(options) {
    if (framework_ == Framework::flask)
        flaskMap_ = std::make_unique<FlaskMap>(routes_, options_.mergeSlashes);
    if (framework_ == Framework::express) {
        for (RouteEntry& route : routes_)
            route.pattern = route.pattern.loosened();
    }
}

Router::Router(Router&& other) noexcept = default;
Router& Router::operator=(Router&& other) noexcept = default;
Router::~Router() = default;

RouteDecision Router::match(http::Method method, std::string_view target, Explain explain) const {
    const auto query = std::min(target.find('?'), target.size());
    RouteDecision decision = decide(method, target.substr(0, query), explain);
    if (explain == Explain::unlessFound && decision.route)
        decision.candidates.clear();
    if (decision.kind == RouteDecision::Kind::redirect)
        decision.location += target.substr(query);
    return decision;
}

RouteDecision Router::decide(http::Method method, std::string_view path, Explain explain) const {
    switch (framework_) {
    case Framework::none:
        break;
    case Framework::express:
        return decideAsExpress(routes_, method, path);
    case Framework::flask:
        return decideAsFlask(routes_, *flaskMap_, method, path, explain);
    case Framework::django:
        return decideAsDjango(routes_, options_, method, path);
    case Framework::rails:
        return decideAsRails(routes_, method, path);
    }
    return decideExactly(routes_, method, path);
}

} // namespace roundtrip
