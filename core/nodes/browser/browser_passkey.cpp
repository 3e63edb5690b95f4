#include "core/auth/passkey.h"
#include "core/kernel/encoding.h"
#include "core/kernel/json_object.h"
#include "core/nodes/browser/browser.h"

#include <utility>

namespace roundtrip {

/// Enrols the device at its first use, then answers the site's challenge with a signature that is
/// good for the origin that the browser sees and no other.
Process Browser::usePasskey(Site site, std::string origin) {
    const auto visitTo = [&site](http::Method method, const char* target) {
        Visit visit;
        visit.site = site;
        visit.request.method = method;
        visit.request.target = target;
        return visit;
    };
    if (enrolled_.insert(site.node).second) {
        Visit enrolment = visitTo(http::Method::post, "/passkey/register");
        enrolment.request.body = nlohmann::json{{"key", device_.publicJwk()}}.dump();
        Task<std::optional<http::Response>> asked = ask(std::move(enrolment));
        const std::optional<http::Response> answer = co_await asked;
        if (!answer || answer->status >= 400) {
            enrolled_.erase(site.node);
            co_return;
        }
    }
    Task<std::optional<http::Response>> asked =
        ask(visitTo(http::Method::get, "/passkey/challenge"));
    const std::optional<http::Response> answer = co_await asked;
    if (!answer || answer->status != 200) {
        co_return;
    }
    const auto body = nlohmann::json::parse(answer->body, nullptr, false);
    const std::string challenge = memberText(body, "challenge");
    const auth::PasskeyAssertion assertion = auth::answerChallenge(device_, challenge, origin);
    Visit proof = visitTo(http::Method::post, "/passkey/verify");
    proof.request.body = nlohmann::json{{"challenge", challenge},
                                        {"client_data", assertion.clientData},
                                        {"signature", base64Url(assertion.signature)}}
                             .dump();
    Task<std::optional<http::Response>> shown = ask(std::move(proof));
    (void)co_await shown;
}

/// One request of a page's own script: a trip without redirects and without the cache.
Task<std::optional<http::Response>> Browser::ask(Visit visit) {
    const Trip trip = begin(visit);
    visit.span = trip.span;
    dress(visit);
    std::optional<HttpResponseMessage> answer;
    if (isReached(trip, visit)) {
        Task<std::optional<HttpResponseMessage>> asked = exchange(trip, visit);
        answer = co_await asked;
    }
    if (!answer) {
        finish(trip, 0, {});
        co_return std::nullopt;
    }
    keepSecrets(trip, visit, answer->response);
    finish(trip, answer->response.status, answer->provenance);
    co_return std::move(answer->response);
}

} // namespace roundtrip
