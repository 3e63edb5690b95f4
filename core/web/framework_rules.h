#pragma once

#include "core/web/router.h"

#include <string>
#include <string_view>
#include <vector>

/// One function per framework, for Router alone.
namespace roundtrip {

RouteDecision decideExactly(const std::vector<RouteEntry>& routes, http::Method method,
                            std::string_view path);
RouteDecision decideAsExpress(const std::vector<RouteEntry>& routes, http::Method method,
                              std::string_view path);
RouteDecision decideAsFlask(const std::vector<RouteEntry>& routes, const FlaskMap& map,
                            http::Method method, std::string_view path, Explain explain);
RouteDecision decideAsDjango(const std::vector<RouteEntry>& routes, const RouterOptions& options,
                             http::Method method, std::string_view path);
RouteDecision decideAsRails(const std::vector<RouteEntry>& routes, http::Method method,
                            std::string_view path);

[[nodiscard]] bool lists(const std::vector<http::Method>& methods, http::Method method);

/// The candidate that a path which did not fit becomes.
RouteCandidate candidate(std::size_t route, RoutePattern::Fit fit);

/// Takes a route as the answer.
void choose(RouteDecision& decision, std::size_t route, nlohmann::json parameters);

} // namespace roundtrip
