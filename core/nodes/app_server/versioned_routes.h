#pragma once

#include "core/nodes/app_server/routes.h"
#include "core/web/api_version.h"

#include <map>
#include <string>
#include <vector>

namespace roundtrip {

/// The routes of an application whose API has versions: a table for each. A route that names no
/// version belongs to all of them, and answers also when a request has to name a version but does
/// not. Without a rule, versions are mere notes and all routes are one table.
class VersionedRoutes {
  public:
    VersionedRoutes(Framework framework, VersionRule rule, const std::vector<Route>& routes);

    [[nodiscard]] Framework framework() const { return framework_; }
    [[nodiscard]] const VersionRule& rule() const { return rule_; }
    /// Those that exist, oldest first; empty: the API has none.
    [[nodiscard]] const std::vector<std::string>& versions() const { return versions_; }
    /// `version` is one of them, or empty for the routes that belong to all.
    [[nodiscard]] const RoutingTable& table(const std::string& version) const {
        return tables_.at(version);
    }

  private:
    Framework framework_;
    VersionRule rule_;
    std::vector<std::string> versions_;
    std::map<std::string, RoutingTable> tables_;
};

/// What does not fit together: "no-such-version" {version, those that exist} when the rule's usual
/// version is none of the routes'. Routes without any version are not finished yet, and fit.
[[nodiscard]] Problems checkVersions(const VersionRule& rule, const std::vector<Route>& routes);

} // namespace roundtrip
