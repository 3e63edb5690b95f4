#pragma once

#include "core/http/cookie.h"
#include "core/kernel/error.h"
#include "core/kernel/sim_time.h"
#include "core/web/router.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

[[nodiscard]] std::string_view nameOf(Framework framework);
[[nodiscard]] Framework frameworkOf(std::string_view name); ///< `none` for an unknown one

/// One layer around the handlers. A request passes the layers in order, the answer in reverse.
struct Middleware {
    enum class Kind {
        httpsOnly,       ///< redirects what came over an open link to https
        securityHeaders, ///< nosniff, no framing, a referrer policy
        staticFiles,     ///< answers `files` below `prefix` itself
        rateLimit,       ///< at most so many requests: 429 with Retry-After
        bodyParser,      ///< form and JSON become values: 400, 413, 415
        session,         ///< a cookie with an id; who is signed in stays on the server
        token,           ///< "Authorization: Bearer ..." with a signed token
        csrf,            ///< unsafe requests must bring the page's secret: 403
        openApi,         ///< GET of `prefix` answers the menu: an OpenAPI document of the routes
        errorPages       ///< a page or JSON for 404, 500 and so on instead of a bare line
    };
    Kind kind = Kind::errorPages;

    std::int64_t limit = 0; ///< bodyParser: bytes; rateLimit with a window: requests
    double perSecond = 0;   ///< rateLimit by token bucket
    double burst = 0;
    SimTime window;         ///< rateLimit by sliding window; zero: token bucket
    bool perUser = false;   ///< rateLimit: each client its own, else all together
    SimTime idle;           ///< session: ends after that long without a request
    SimTime lifetime;       ///< session and token
    bool isHttpOnly = true; ///< session cookie
    bool isSecure = false;
    http::SameSite sameSite = http::SameSite::lax;
    std::string secret; ///< token: the key it is signed with, HS256
    SimTime leeway;     ///< token: how wrong the clock of who signed it may be, in whole seconds
    bool acceptsNone = false; ///< token: believes a header that says "alg": "none"
    std::string prefix;       ///< staticFiles, openApi
    std::map<std::string, std::string> files;
    bool showsDetails = false; ///< errorPages: tells everybody what went wrong inside

    bool operator==(const Middleware&) const = default;
};

/// Reads a list of layers: [{"use": "session", "idle": "30 min"}, ...]. Problems: those of
/// JsonObject, "unknown-middleware" {name, nearest}, "middleware-twice" {name}.
std::vector<Middleware> readMiddleware(const nlohmann::json& json, const std::string& pointer,
                                       Problems& problems);

/// What a new project of that framework has, as the same JSON: Django's settings.MIDDLEWARE of
/// startproject, Rails' defaults of `rails new`, Flask's and Express's bare app.
[[nodiscard]] nlohmann::json presetMiddleware(Framework framework);

[[nodiscard]] std::string_view nameOf(Middleware::Kind kind);

} // namespace roundtrip
