#include "core/auth/access.h"

#include "core/kernel/text.h"

#include <algorithm>

namespace roundtrip::auth {

namespace {

bool isName(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char letter) {
        return isWordLetter(letter) || letter == '-';
    });
}

} // namespace

tl::expected<AccessRule, Error> AccessRule::parse(std::string_view text) {
    AccessRule rule;
    if (text.empty() || text == "public") {
        return rule;
    }
    rule.needsLogin_ = true;
    if (text == "signed_in") {
        return rule;
    }
    for (std::string_view rest = text;;) {
        const auto comma = rest.find(',');
        const std::string_view role = trimmed(rest.substr(0, comma), " ");
        if (!isName(role) || role == "public" || role == "signed_in") {
            return tl::unexpected(Error{"bad-access", {std::string(text)}, {}});
        }
        rule.roles_.emplace_back(role);
        if (comma == std::string_view::npos) {
            return rule;
        }
        rest.remove_prefix(comma + 1);
    }
}

Access accessTo(const AccessRule& rule, const Principal& principal) {
    if (rule.isPublic()) {
        return Access::granted;
    }
    if (!principal.isKnown()) {
        return Access::unauthenticated;
    }
    const auto& roles = rule.roles();
    return roles.empty() || std::ranges::find(roles, principal.role) != roles.end()
               ? Access::granted
               : Access::forbidden;
}

Access accessToObject(std::string_view owner, const Principal& principal, bool hides) {
    if (!principal.isKnown()) {
        return Access::unauthenticated;
    }
    if (principal.user == owner || principal.role == "admin") {
        return Access::granted;
    }
    return hides ? Access::hidden : Access::forbidden;
}

} // namespace roundtrip::auth
