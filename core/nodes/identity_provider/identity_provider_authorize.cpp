#include "core/http/form.h"
#include "core/http/uri_component.h"
#include "core/kernel/json_object.h"
#include "core/nodes/identity_provider/identity_provider.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kChallengeSize = 43; // base64url of SHA-256, RFC 7636 section 4.2

std::string valueIn(const std::map<std::string, std::string>& fields, const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

} // namespace

/// A browser comes from a client's site and goes back there with a code.
void IdentityProvider::authorize(Visit& visit) {
    Fields asked;
    for (auto& [name, value] : http::readForm(http::queryOf(visit.request.target))) {
        asked.emplace(name, std::move(value));
    }
    const std::string client = valueIn(asked, "client_id");
    const std::string known = memberText(values().value("clients"), client);
    const std::string given = valueIn(asked, "redirect_uri");
    // Never a redirect to an address that nobody registered, compared letter by letter: RFC 6749
    // section 4.1.2.1, RFC 9700 section 2.1.
    if (client.empty() || known.empty() || known != given) {
        note(visit, "oauth",
             known.empty() ? "unknown-client\n" + client
                           : fmt::format("other-redirect\n{}\n{}", client, given),
             400);
        answer(visit, 400, {{"error", "invalid_request"}});
        return;
    }
    if (const std::string problem = problemOf(asked); !problem.empty()) {
        note(visit, "oauth", problem, 302);
        redirect(visit, asked, {{"error", problem.substr(0, problem.find('\n'))}});
        return;
    }
    const std::string& user = values().text("user");
    if (!values().boolean("consents")) {
        note(visit, "oauth", fmt::format("access_denied\n{}\n{}", user, client), 302);
        redirect(visit, asked, {{"error", "access_denied"}});
        return;
    }
    const std::string code = secretText(16);
    codes_.issue(code, {.client = client,
                        .redirectUri = given,
                        .challenge = valueIn(asked, "code_challenge"),
                        .user = user,
                        .scope = valueIn(asked, "scope"),
                        .issuedAt = now()});
    pass(visit, "oauth", fmt::format("code-issued\n{}\n{}", user, client));
    redirect(visit, asked, {{"code", code}});
}

/// An error code of RFC 6749 section 4.1.2.1 and what it is about; empty when all is well.
std::string IdentityProvider::problemOf(const Fields& asked) const {
    if (valueIn(asked, "response_type") != "code") {
        return "unsupported_response_type\n" + valueIn(asked, "response_type");
    }
    const std::string challenge = valueIn(asked, "code_challenge");
    if (challenge.empty() && !values().boolean("requires_pkce")) {
        return {};
    }
    if (challenge.size() != kChallengeSize) {
        return "invalid_request\ncode_challenge"; // RFC 9700 section 2.1.1: public clients must
    }
    if (valueIn(asked, "code_challenge_method") != "S256") {
        return "invalid_request\ncode_challenge_method";
    }
    return {};
}

void IdentityProvider::redirect(Visit& visit, const Fields& asked, Fields answer) {
    if (const std::string state = valueIn(asked, "state"); !state.empty()) {
        answer["state"] = state;
    }
    answer["iss"] = issuer(); // RFC 9207
    std::string location = valueIn(asked, "redirect_uri");
    char mark = location.find('?') == std::string::npos ? '?' : '&';
    for (const auto& [name, value] : answer) {
        location += fmt::format("{}{}={}", mark, name, http::quoted(value, ""));
        mark = '&';
    }
    visit.response.status = 302;
    visit.response.headers.set("Location", location);
}

} // namespace roundtrip
