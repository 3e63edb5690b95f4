#include "core/web/framework_rules.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace roundtrip {

namespace {

using http::Method;
using Reason = RouteCandidate::Reason;

/// Journey's normalize_path: one slash at a time, none at the end, escapes in capitals.
std::string normalized(std::string_view path) {
    std::string result = "/";
    for (std::size_t i = 0; i < path.size(); ++i) {
        const char c = path[i];
        if (c == '/' && result.ends_with('/'))
            continue;
        const bool inEscape = (i >= 1 && path[i - 1] == '%') || (i >= 2 && path[i - 2] == '%');
        result += inEscape && c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c;
    }
    if (result.size() > 1 && result.ends_with('/'))
        result.pop_back();
    return result;
}

struct Action {
    std::string_view name;
    std::string_view rest; ///< of the path
    std::vector<Method> methods;
};

} // namespace

RouteDecision decideAsRails(const std::vector<RouteEntry>& routes, Method method,
                            std::string_view path) {
    const std::string asked = normalized(path);
    RouteDecision decision;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        RoutePattern::Fit fit = routes[i].pattern.examine(asked);
        const auto& methods = routes[i].methods;
        const bool asGet = method == Method::head && !lists(methods, Method::head);
        const bool methodFits = methods.empty() || lists(methods, asGet ? Method::get : method);
        if (fit.kind != RoutePattern::Fit::Kind::fits) {
            decision.candidates.push_back(candidate(i, std::move(fit)));
        } else if (!methodFits) {
            decision.candidates.push_back({i, Reason::method, {}, {}});
        } else if (decision.route) {
            decision.candidates.push_back({i, Reason::later, {}, {}});
        } else {
            choose(decision, i, std::move(fit.parameters));
            decision.headAsGet = asGet;
        }
    }
    return decision;
}

tl::expected<std::vector<RailsResourceRoute>, Error> railsResources(std::string_view name) {
    static const std::array<Action, 7> kActions{{
        {"index", "", {Method::get}},
        {"create", "", {Method::post}},
        {"new", "/new", {Method::get}},
        {"edit", "/:id/edit", {Method::get}},
        {"show", "/:id", {Method::get}},
        {"update", "/:id", {Method::patch, Method::put}},
        {"destroy", "/:id", {Method::del}},
    }};
    std::vector<RailsResourceRoute> result;
    for (const Action& action : kActions) {
        auto pattern = RoutePattern::parse(fmt::format("/{}{}(.:format)", name, action.rest),
                                           RouteSyntax::rails);
        if (!pattern)
            return tl::unexpected(pattern.error());
        result.push_back({std::string(action.name),
                          {action.methods, std::move(*pattern), RouteEntry::View::function, true}});
    }
    return result;
}

} // namespace roundtrip
