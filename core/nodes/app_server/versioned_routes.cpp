#include "core/nodes/app_server/versioned_routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <utility>

namespace roundtrip {

namespace {

/// Oldest first, each once.
std::vector<std::string> versionsOf(const std::vector<Route>& routes) {
    std::vector<std::string> versions;
    for (const Route& route : routes) {
        if (isVersion(route.version)) {
            versions.push_back(route.version);
        }
    }
    std::ranges::sort(versions, [](const std::string& left, const std::string& right) {
        return isOlderVersion(left, right) || (isSameVersion(left, right) && left < right);
    });
    const auto twice = std::ranges::unique(versions, isSameVersion);
    versions.erase(twice.begin(), twice.end());
    return versions;
}

std::vector<Route> routesOf(const std::vector<Route>& routes, const std::string& version) {
    std::vector<Route> chosen;
    std::ranges::copy_if(routes, std::back_inserter(chosen), [&version](const Route& route) {
        return route.version.empty() || (!version.empty() && isSameVersion(route.version, version));
    });
    return chosen;
}

} // namespace

VersionedRoutes::VersionedRoutes(Framework framework, VersionRule rule,
                                 const std::vector<Route>& routes)
    : framework_(framework), rule_(std::move(rule)) {
    if (rule_.by == VersionRule::By::none) {
        tables_.emplace("", RoutingTable(framework, routes));
        return;
    }
    versions_ = versionsOf(routes);
    tables_.emplace("", RoutingTable(framework, routesOf(routes, "")));
    for (const std::string& version : versions_) {
        tables_.emplace(version, RoutingTable(framework, routesOf(routes, version)));
    }
}

Problems checkVersions(const VersionRule& rule, const std::vector<Route>& routes) {
    const std::vector<std::string> versions = versionsOf(routes);
    const bool exists = std::ranges::any_of(versions, [&rule](const std::string& version) {
        return isSameVersion(version, rule.usual);
    });
    if (rule.usual.empty() || versions.empty() || exists) {
        return {};
    }
    return {{"no-such-version",
             {rule.usual, fmt::format("{}", fmt::join(versions, ", "))},
             "/versions/default"}};
}

} // namespace roundtrip
