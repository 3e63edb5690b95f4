#include "core/nodes/app_server/program.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

/// What routes see of the target: without the version before it.
std::string behindPrefix(std::string_view target, const std::string& prefix) {
    target.remove_prefix(prefix.size());
    const bool isBare = !prefix.empty() && !target.starts_with('/'); // "/v2" alone, or "/v2?a=1"
    return isBare ? fmt::format("/{}", target) : std::string(target);
}

std::string listOf(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, ", "));
}

void addToVary(http::Headers& headers, const std::string& name) {
    const auto others = headers.find("Vary");
    headers.set("Vary", others ? fmt::format("{}, {}", *others, name) : name);
}

} // namespace

bool AppServer::takeVersion(Handling& handling) {
    const VersionedRoutes& routes = handling.program.routes;
    if (routes.versions().empty()) {
        return true;
    }
    handling.version = chooseVersion(routes.rule(), routes.versions(), handling.request.target,
                                     handling.request.headers);
    const VersionChoice& choice = *handling.version;
    if (choice.isChosen() && !choice.refused.empty()) {
        pass(handling, "version",
             fmt::format("passed-over\n{}\n{}", listOf(choice.refused), listOf(routes.versions())));
    }
    switch (choice.reason) {
    case VersionChoice::Reason::asked:
        pass(handling, "version", fmt::format("asked\n{}\n{}", choice.version, choice.asked));
        break;
    case VersionChoice::Reason::usual:
        pass(handling, "version", fmt::format("default\n{}", choice.version));
        break;
    case VersionChoice::Reason::latest:
        pass(handling, "version", fmt::format("latest\n{}", choice.version));
        break;
    case VersionChoice::Reason::missing: // a route of all versions may be meant
        break;
    case VersionChoice::Reason::unknown:
        refuse(handling, "version",
               fmt::format("unknown\n{}\n{}", choice.asked, listOf(routes.versions())),
               statusOfUnknownVersion(routes.rule().by));
        listVersions(handling);
        return false;
    }
    return true;
}

RoutingTable::Match AppServer::matchInVersion(const Handling& handling) const {
    const VersionedRoutes& routes = handling.program.routes;
    const VersionChoice choice = handling.version.value_or(VersionChoice());
    const Explain explain =
        recorder().keeps(handling.message.request) ? Explain::always : Explain::unlessFound;
    RoutingTable::Match match =
        routes.table(choice.version)
            .match(handling.request.method, behindPrefix(handling.request.target, choice.prefix),
                   explain);
    if (!match.decision.location.empty()) {
        match.decision.location = choice.prefix + match.decision.location;
    }
    return match;
}

bool AppServer::needsNoVersion(const RoutingTable::Match& match, Handling& handling) {
    if (!handling.version || handling.version->isChosen()) {
        return true;
    }
    if (match.decision.kind != RouteDecision::Kind::notFound) {
        pass(handling, "version", "neutral");
        return true;
    }
    refuse(handling, "version",
           fmt::format("missing\n{}", listOf(handling.program.routes.versions())), 400);
    listVersions(handling);
    return false;
}

void AppServer::listVersions(Handling& handling) {
    http::Response& response = handling.response;
    nlohmann::ordered_json problem{{"type", "about:blank"},
                                   {"title", http::reasonPhrase(response.status)},
                                   {"status", response.status},
                                   {"versions", handling.program.routes.versions()}};
    if (!handling.version->asked.empty()) {
        problem["asked"] = handling.version->asked;
    }
    response.headers.set("Content-Type", "application/problem+json"); // RFC 9457
    response.body = problem.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void AppServer::nameVersion(const Route* route, Handling& handling) {
    http::Headers& headers = handling.response.headers;
    const VersionRule& rule = handling.program.routes.rule();
    if (handling.version) {
        const VersionChoice& choice = *handling.version;
        if (const std::string field = variesOn(rule); !field.empty()) {
            addToVary(headers, field);
        }
        if (rule.by == VersionRule::By::header && choice.isChosen()) {
            headers.set(rule.name, choice.version);
        }
        if (!choice.mediaType.empty() && headers.find("Content-Type") == "application/json") {
            headers.set("Content-Type", choice.mediaType);
        }
    }
    if (route != nullptr && !route->deprecated.empty()) {
        headers.set("Deprecation", deprecationField(route->deprecated));
    }
    if (route != nullptr && !route->sunset.empty()) {
        headers.set("Sunset", sunsetField(route->sunset));
    }
}

} // namespace roundtrip
