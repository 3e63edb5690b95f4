#include "core/auth/json_web_token.h"

#include "core/kernel/encoding.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <optional>
#include <unordered_set>
#include <utility>

namespace roundtrip::auth {

namespace {

using Json = nlohmann::json;

tl::unexpected<Error> refused(std::string code, std::vector<std::string> args = {}) {
    return tl::unexpected(Error{std::move(code), std::move(args), {}});
}

/// An object in which no member stands twice: two readers could take two different ones
/// (RFC 7515 section 4, RFC 7519 section 4).
std::optional<Json> objectOf(const std::string& text) {
    std::vector<std::unordered_set<std::string>> open;
    bool isTwice = false;
    const auto watch = [&](int, Json::parse_event_t event, const Json& parsed) {
        if (event == Json::parse_event_t::object_start) {
            open.emplace_back();
        } else if (event == Json::parse_event_t::object_end) {
            open.pop_back();
        } else if (event == Json::parse_event_t::key) {
            isTwice |= !open.back().insert(parsed.get<std::string>()).second;
        }
        return true;
    };
    Json json = Json::parse(text, watch, false);
    if (isTwice || !json.is_object()) {
        return std::nullopt;
    }
    return json;
}

struct Parts {
    std::string_view signedPart; ///< header and claims as they were signed
    std::array<std::string_view, 3> texts;
};

std::optional<Parts> partsOf(std::string_view compact) {
    const auto first = compact.find('.');
    const auto second = first == std::string_view::npos ? first : compact.find('.', first + 1);
    if (second == std::string_view::npos ||
        compact.find('.', second + 1) != std::string_view::npos) {
        return std::nullopt;
    }
    return Parts{compact.substr(0, second),
                 {compact.substr(0, first), compact.substr(first + 1, second - first - 1),
                  compact.substr(second + 1)}};
}

tl::expected<Json, Error> objectIn(std::string_view encoded, const char* part) {
    const auto text = fromBase64Url(encoded);
    auto object = text ? objectOf(*text) : std::nullopt;
    if (!object) {
        return refused("token-malformed", {part});
    }
    return *std::move(object);
}

/// Seconds of a time claim; none when it is absent, an error when it is no number.
tl::expected<std::optional<double>, Error> timeOf(const Json& claims, const char* name) {
    const auto found = claims.find(name);
    if (found == claims.end()) {
        return std::nullopt;
    }
    if (!found->is_number() || !std::isfinite(found->get<double>())) {
        return refused("token-claim", {name});
    }
    return found->get<double>();
}

tl::expected<void, Error> checkTimes(const Json& claims, const TokenRules& rules) {
    const auto expires = timeOf(claims, "exp");
    const auto begins = timeOf(claims, "nbf");
    const auto issued = timeOf(claims, "iat");
    for (const auto* time : {&expires, &begins, &issued}) {
        if (!*time) {
            return tl::unexpected(time->error());
        }
    }
    const auto now = static_cast<double>(rules.now);
    const auto leeway = static_cast<double>(rules.leeway);
    if (!*expires && rules.mustExpire) {
        return refused("token-no-expiry");
    }
    if (*expires && now >= **expires + leeway) { // RFC 7519 section 4.1.4: "on or after"
        return refused("token-expired", {fmt::format("{:.0f}", now - **expires)});
    }
    if (*begins && now < **begins - leeway) {
        return refused("token-not-yet", {fmt::format("{:.0f}", **begins - now)});
    }
    return {};
}

bool isFor(const Json& audience, const std::string& wanted) {
    if (audience.is_array()) {
        return std::ranges::any_of(audience,
                                   [&wanted](const Json& one) { return isFor(one, wanted); });
    }
    return audience.is_string() && audience == wanted;
}

tl::expected<void, Error> checkNames(const TokenContent& content, const TokenRules& rules) {
    const Json& claims = content.claims;
    for (const char* name : {"iss", "sub", "jti"}) {
        if (claims.contains(name) && !claims[name].is_string()) {
            return refused("token-claim", {name});
        }
    }
    if (!rules.issuer.empty() && content.text("iss") != rules.issuer) {
        return refused("token-issuer", {content.text("iss")});
    }
    // Whom a token is not for must refuse it: RFC 7519 section 4.1.3.
    if ((!rules.audience.empty() || claims.contains("aud")) &&
        !isFor(claims.value("aud", Json()), rules.audience)) {
        return refused("token-audience", {claims.value("aud", Json()).dump()});
    }
    if (rules.revoked.contains(content.text("jti"))) {
        return refused("token-revoked", {content.text("jti")});
    }
    return {};
}

tl::expected<void, Error> checkHeader(const Json& header, const SigningKey& key,
                                      const TokenRules& rules) {
    const auto algorithm = header.find("alg");
    if (algorithm == header.end() || !algorithm->is_string()) {
        return refused("token-malformed", {"header"});
    }
    const bool isTrusted = rules.believesHeader && *algorithm == "none";
    if (*algorithm != nameOf(key.algorithm()) && !isTrusted) {
        return refused("token-algorithm",
                       {algorithm->get<std::string>(), std::string(nameOf(key.algorithm()))});
    }
    if (header.contains("crit")) {
        return refused("token-critical", {header["crit"].dump()});
    }
    return {};
}

} // namespace

std::string TokenContent::text(const char* claim) const {
    const auto found = claims.find(claim);
    return found != claims.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string signToken(const nlohmann::json& claims, const SigningKey& key) {
    const Json header{{"alg", nameOf(key.algorithm())}, {"typ", "JWT"}};
    const std::string text = base64Url(header.dump()) + "." + base64Url(claims.dump());
    return text + "." + base64Url(key.sign(text));
}

std::string unsignedToken(const nlohmann::json& claims) {
    return base64Url(Json{{"alg", "none"}, {"typ", "JWT"}}.dump()) + "." +
           base64Url(claims.dump()) + ".";
}

tl::expected<TokenContent, Error> readToken(std::string_view compact) {
    const auto parts = partsOf(compact);
    if (!parts) {
        return refused("token-malformed", {"parts"});
    }
    auto header = objectIn(parts->texts[0], "header");
    if (!header) {
        return tl::unexpected(header.error());
    }
    auto claims = objectIn(parts->texts[1], "claims");
    if (!claims) {
        return tl::unexpected(claims.error());
    }
    if (!fromBase64Url(parts->texts[2])) {
        return refused("token-malformed", {"signature"});
    }
    return TokenContent{*std::move(header), *std::move(claims)};
}

tl::expected<TokenContent, Error> verifyToken(std::string_view compact, const SigningKey& key,
                                              const TokenRules& rules) {
    auto content = readToken(compact);
    if (!content) {
        return content;
    }
    if (auto good = checkHeader(content->header, key, rules); !good) {
        return tl::unexpected(good.error());
    }
    const Parts parts = *partsOf(compact);
    if (content->header["alg"] != "none" &&
        !key.verify(parts.signedPart, *fromBase64Url(parts.texts[2]))) {
        return refused("token-signature");
    }
    if (auto good = checkTimes(content->claims, rules); !good) {
        return tl::unexpected(good.error());
    }
    if (auto good = checkNames(*content, rules); !good) {
        return tl::unexpected(good.error());
    }
    return content;
}

} // namespace roundtrip::auth
