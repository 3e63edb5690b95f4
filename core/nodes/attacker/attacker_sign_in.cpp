#include "core/auth/json_web_token.h"
#include "core/http/uri_component.h"
#include "core/kernel/json_object.h"
#include "core/nodes/attacker/attacker.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

/// One guess after the other, each at its time; with `waits` not before the last one's answer.
Process Attacker::bruteForce(Guessing plan, std::vector<std::string> passwords, double perSecond,
                             bool waits) {
    const auto guessing = std::make_shared<Guessing>(std::move(plan));
    for (const std::string& password : passwords) {
        const SimTime next = now() + SimTime::fromSeconds(1 / perSecond);
        if (waits) {
            Task<> one = guess(guessing, password);
            co_await one;
        } else {
            simulation().spawn(guessApart(guessing, password));
        }
        if (guessing->isOver) {
            co_return;
        }
        co_await simulation().delay(std::max(SimTime(), next - now()));
    }
    guessing->isSent = true;
    if (!guessing->isOver && guessing->answered == guessing->tries) {
        giveUp(RequestId::none, fmt::format("password-not-found\n{}", guessing->tries));
    }
}

Process Attacker::guessApart(std::shared_ptr<Guessing> guessing, std::string password) {
    Task<> one = guess(guessing, std::move(password));
    co_await one;
    if (guessing->isSent && !guessing->isOver && guessing->answered == guessing->tries) {
        giveUp(RequestId::none, fmt::format("password-not-found\n{}", guessing->tries));
    }
}

Task<> Attacker::guess(std::shared_ptr<Guessing> guessing, std::string password) {
    http::Request request{
        .method = http::Method::post, .target = guessing->target, .headers = {}, .body = {}};
    request.headers.set("Content-Type", "application/json");
    request.body =
        nlohmann::ordered_json{{"name", guessing->account}, {"password", password}}.dump();
    ++guessing->tries;
    Task<std::optional<Answer>> asked = ask(std::move(request));
    const std::optional<Answer> answer = co_await asked;
    ++guessing->answered;
    if (guessing->isOver) {
        co_return;
    }
    guessing->isOver = !answer || answer->isGood() || answer->response.status == 429;
    if (answer && answer->isGood()) {
        take({"password", guessing->account, password});
        succeed(answer->trip, fmt::format("password-found\n{}\n{}", password, guessing->tries));
    } else if (answer && guessing->isOver) {
        giveUp(answer->trip, fmt::format("locked-out\n{}", guessing->tries),
               answer->response.status);
    }
}

/// The code that is overheard next is exchanged at once: it is good for whoever comes first.
void Attacker::lieInWait(CodeTheft theft) {
    ambush_ = std::move(theft);
    succeed(RequestId::none, "lies-in-wait");
}

Process Attacker::redeemCode(CodeTheft theft, std::string code) {
    http::Request request{.method = http::Method::post, .target = "/token", .headers = {}};
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    request.body = fmt::format("grant_type=authorization_code&code={}&redirect_uri={}&client_id={}",
                               http::quoted(code, ""), http::quoted(theft.redirectUri, ""),
                               http::quoted(theft.client, ""));
    if (!theft.verifier.empty()) {
        request.body += "&code_verifier=" + http::quoted(theft.verifier, "");
    }
    Task<std::optional<Answer>> asked = ask(std::move(request), theft.provider);
    const std::optional<Answer> answer = co_await asked;
    if (!answer) {
        co_return;
    }
    const auto body = nlohmann::json::parse(answer->response.body, nullptr, false);
    if (!answer->isGood()) {
        giveUp(answer->trip, "code-refused\n" + memberText(body, "error_description"),
               answer->response.status);
        co_return;
    }
    const std::string token = memberText(body, "id_token");
    const auto content = auth::readToken(token);
    take({"token", "id", token});
    const std::string person = content ? content->text("sub") : std::string("?");
    succeed(answer->trip, "code-worked\n" + person);
}

} // namespace roundtrip
