#pragma once

#include "core/http/message.h"
#include "core/kernel/sim_time.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace roundtrip::http {

enum class SameSite { lax, strict, none };

/// One cookie as a server sets it and a browser keeps it (RFC 6265, and its revision
/// draft-ietf-httpbis-rfc6265bis for SameSite). A cookie without SameSite counts as Lax.
struct Cookie {
    std::string name;
    std::string value;
    std::string path = "/";
    std::optional<std::int64_t> maxAgeSeconds; ///< none: until the browser is closed
    bool isHttpOnly = false;                   ///< scripts cannot read it
    bool isSecure = false;                     ///< sent over HTTPS only
    SameSite sameSite = SameSite::lax;
};

/// The value of a Set-Cookie field (RFC 6265 section 4.1).
[[nodiscard]] std::string toText(const Cookie& cookie);
/// Reads one as a browser does (section 5.2): forgiving. None when it has no name.
[[nodiscard]] std::optional<Cookie> parseSetCookie(std::string_view text);
/// Names and values of a Cookie field, in order (section 4.2).
[[nodiscard]] std::vector<std::pair<std::string, std::string>> parseCookies(std::string_view text);
/// The value of a request's cookie; empty when it has none of that name.
[[nodiscard]] std::string cookieOf(const Request& request, std::string_view name);

/// Where a request comes from, for SameSite.
enum class RequestOrigin {
    sameSite,
    crossSiteLink, ///< a person follows a link from another site: Lax cookies go along with GET
    crossSite      ///< a form or a script of another site
};

/// The cookies of one site in one browser.
class CookieJar {
  public:
    /// Takes up every Set-Cookie field of an answer. A Secure cookie from an open connection is
    /// ignored. Returns those that were taken.
    std::vector<Cookie> take(const Response& response, bool isHttps, SimTime now);
    /// The Cookie field for a request; empty: none. Longer paths first (RFC 6265 section 5.4).
    [[nodiscard]] std::string cookiesFor(std::string_view path, Method method, bool isHttps,
                                         RequestOrigin origin, SimTime now) const;
    /// What a script on the page can read: all that is not HttpOnly.
    [[nodiscard]] std::string readableByScripts(SimTime now) const;
    /// Puts a cookie there, as a thief does who typed in what he stole.
    void put(Cookie cookie, SimTime now);
    void clear() { kept_.clear(); }
    [[nodiscard]] std::size_t size() const { return kept_.size(); }

  private:
    struct Kept {
        Cookie cookie;
        std::optional<SimTime> expiresAt;
        [[nodiscard]] bool isAlive(SimTime now) const { return !expiresAt || now < *expiresAt; }
    };
    std::vector<Kept> kept_;
};

} // namespace roundtrip::http
