#pragma once

#include "core/kernel/error.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::auth {

/// Who a request comes from, as far as the server knows.
struct Principal {
    std::string user; ///< empty: nobody is signed in
    std::string role; ///< "user", "admin" or one of the application's own

    [[nodiscard]] bool isKnown() const { return !user.empty(); }
};

/// Who may use a route.
class AccessRule {
  public:
    /// "public", "signed_in", or the names of roles with commas: "admin", "admin, editor". Error:
    /// "bad-access" {text}.
    static tl::expected<AccessRule, Error> parse(std::string_view text);

    [[nodiscard]] bool isPublic() const { return !needsLogin_; }
    [[nodiscard]] const std::vector<std::string>& roles() const { return roles_; }

  private:
    bool needsLogin_ = false;
    std::vector<std::string> roles_; ///< empty: everybody who is signed in
};

/// 200: go on; 401: who are you?; 403: I know you, and no; 404: you may not even know of it.
enum class Access { granted = 200, unauthenticated = 401, forbidden = 403, hidden = 404 };

/// Whether a principal may use a route.
[[nodiscard]] Access accessTo(const AccessRule& rule, const Principal& principal);

/// Whether a principal may use one object of an owner: its own, or any for an "admin". With `hides`
/// somebody else's object is answered as if there were none, so that nobody learns what exists
/// (RFC 9110 section 15.5.4).
[[nodiscard]] Access accessToObject(std::string_view owner, const Principal& principal, bool hides);

} // namespace roundtrip::auth
