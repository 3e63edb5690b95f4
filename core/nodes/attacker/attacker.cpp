#include "core/nodes/attacker/attacker.h"

#include "core/auth/json_web_token.h"
#include "core/http/uri_component.h"
#include "core/kernel/json_object.h"
#include "core/kernel/placeholders.h"
#include "core/kernel/text.h"
#include "core/nodes/attacker/common_passwords.h"
#include "core/nodes/attacker/rows_in_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::array<std::string_view, 6> kPayloads{
    "1 OR 1=1",
    "' OR '1'='1",
    "' OR 1=1 --",
    "0 UNION SELECT id, name, email FROM users",
    "x' UNION SELECT id, name, email FROM users --",
    "1; DROP TABLE users",
};

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::string_view line = cutPart(text, '\n');
        if (!line.empty()) {
            lines.emplace_back(line);
        }
    }
    return lines;
}

template <class Words>
std::vector<std::string> linesOr(const std::string& text, const Words& builtIn) {
    return text.empty() ? std::vector<std::string>(builtIn.begin(), builtIn.end()) : linesOf(text);
}

http::Request requestOf(const ParameterValues& arguments) {
    return {.method = http::parseMethod(arguments.text("method")).value_or(http::Method::get),
            .target = arguments.text("target"),
            .headers = {},
            .body = arguments.text("body")};
}

} // namespace

void Attacker::performOwn(const std::string& action, const ParameterValues& arguments) {
    if (action == "brute_force") {
        simulation().spawn(
            bruteForce({.account = arguments.text("account"), .target = arguments.text("target")},
                       linesOr(arguments.text("passwords"), commonPasswords()),
                       arguments.real("rate"), arguments.boolean("waits")));
    } else if (action == "use_stolen_cookie") {
        simulation().spawn(useStolenCookie(requestOf(arguments)));
    } else if (action == "replay") {
        simulation().spawn(replay());
    } else if (action == "inject") {
        simulation().spawn(inject(arguments.text("target"), arguments.text("harmless"),
                                  linesOr(arguments.text("payloads"), kPayloads)));
    } else if (action == "flood") {
        simulation().spawn(flood({.target = arguments.text("target"), .headers = {}, .body = {}},
                                 arguments.real("rate"), arguments.duration("time")));
    } else if (action == "redeem_code") {
        lieInWait({.provider = arguments.text("to"),
                   .client = arguments.text("client_id"),
                   .redirectUri = arguments.text("redirect_uri"),
                   .verifier = arguments.text("verifier")});
    } else if (action == "forge_token") {
        simulation().spawn(forgeToken(requestOf(arguments), arguments.text("how")));
    }
}

Process Attacker::useStolenCookie(http::Request request) {
    const std::string cookies = stolenCookies();
    if (cookies.empty()) {
        giveUp(RequestId::none, "no-loot\ncookie");
        co_return;
    }
    request.headers.set("Cookie", cookies);
    Task<std::optional<Answer>> asked = ask(std::move(request));
    const std::optional<Answer> answer = co_await asked;
    if (answer && answer->isGood()) {
        succeed(answer->trip, fmt::format("cookie-worked\n{}", answer->response.status));
    } else if (answer) {
        giveUp(answer->trip, fmt::format("cookie-refused\n{}", answer->response.status),
               answer->response.status);
    }
}

Process Attacker::replay() {
    const Loot* heard = last("request");
    std::optional<http::Request> request = heard == nullptr ? std::nullopt : readWire(heard->value);
    if (!request) {
        giveUp(RequestId::none, "no-loot\nrequest");
        co_return;
    }
    const std::string title = heard->name;
    Task<std::optional<Answer>> asked = ask(std::move(*request));
    const std::optional<Answer> answer = co_await asked;
    if (answer && answer->isGood()) {
        succeed(answer->trip, fmt::format("replay-worked\n{}\n{}", title, answer->response.status));
    } else if (answer) {
        giveUp(answer->trip, fmt::format("replay-refused\n{}\n{}", title, answer->response.status),
               answer->response.status);
    }
}

Process Attacker::inject(std::string target, std::string harmless,
                         std::vector<std::string> payloads) {
    const auto shaped = [&target](const std::string& payload) {
        return http::Request{.target = filledIn(target, {{"payload", http::quoted(payload, "")}}),
                             .headers = {},
                             .body = {}};
    };
    Task<std::optional<Answer>> plain = ask(shaped(harmless));
    const std::optional<Answer> usual = co_await plain;
    if (!usual) {
        co_return;
    }
    bool hasLeaked = false;
    for (const std::string& payload : payloads) {
        Task<std::optional<Answer>> asked = ask(shaped(payload));
        const std::optional<Answer> answer = co_await asked;
        const std::size_t rows = answer ? leakedRows(answer->response, usual->response) : 0;
        if (rows > 0) {
            hasLeaked = true;
            take({"rows", payload, answer->response.body});
            succeed(answer->trip, fmt::format("rows-leaked\n{}\n{}", rows, payload));
        }
    }
    if (!hasLeaked) {
        giveUp(usual->trip, fmt::format("nothing-leaked\n{}", payloads.size()));
    }
}

Process Attacker::flood(http::Request request, double perSecond, SimTime span) {
    const auto counted = std::make_shared<Flood>();
    const SimTime end = now() + span;
    const SimTime gap = SimTime::fromSeconds(1 / perSecond);
    while (now() < end) {
        ++counted->sent;
        simulation().spawn(floodOnce(request, counted));
        co_await simulation().delay(gap);
    }
    counted->isOver = true;
    reportFlood(*counted);
}

Process Attacker::floodOnce(http::Request request, std::shared_ptr<Flood> flood) {
    Task<std::optional<Answer>> asked = ask(std::move(request));
    const std::optional<Answer> answer = co_await asked;
    const bool isRefused =
        !answer || answer->response.status == 429 || answer->response.status >= 500;
    (isRefused ? flood->refused : flood->answered) += 1;
    reportFlood(*flood);
}

/// Once, when the last answer has come.
void Attacker::reportFlood(const Flood& flood) const {
    if (!flood.isOver || flood.answered + flood.refused < flood.sent) {
        return;
    }
    const std::string reason = fmt::format("flooded\n{}\n{}", flood.answered, flood.refused);
    if (flood.answered > flood.refused) {
        succeed(RequestId::none, reason);
    } else {
        giveUp(RequestId::none, reason);
    }
}

/// Nothing without a token to start from.
std::optional<std::string> Attacker::forgedToken(const std::string& how) const {
    const Loot* heard = last("token", "bearer");
    const auto content =
        heard == nullptr
            ? tl::expected<auth::TokenContent, Error>(tl::unexpected(Error{"no-loot", {}, ""}))
            : auth::readToken(heard->value);
    nlohmann::json claims = content ? content->claims : nlohmann::json::object();
    if (how == "alg_none") { // from nothing, if need be
        constexpr std::int64_t kHour = 3600;
        const std::string known = memberText(claims, "sub");
        claims["sub"] = known.empty() ? "admin" : known;
        claims["role"] = "admin";
        claims["exp"] = now().ns() / 1'000'000'000 + kHour;
        return auth::unsignedToken(claims);
    }
    if (!content) {
        return std::nullopt;
    }
    if (how == "expired") {
        return heard->value;
    }
    claims["role"] = "admin"; // the old signature stays, and no longer fits
    const std::string changed = auth::unsignedToken(claims);
    const std::string& old = heard->value;
    const std::string header = old.substr(0, old.find('.'));
    const std::size_t begin = changed.find('.');
    return header + changed.substr(begin, changed.rfind('.') - begin) + old.substr(old.rfind('.'));
}

Process Attacker::forgeToken(http::Request request, std::string how) {
    const std::optional<std::string> token = forgedToken(how);
    if (!token) {
        giveUp(RequestId::none, "no-loot\ntoken");
        co_return;
    }
    if (how == "expired") { // waits until it is
        const auto content = auth::readToken(*token);
        const nlohmann::json expiry = memberOf(content->claims, "exp");
        const SimTime until =
            expiry.is_number_integer() ? SimTime::seconds(expiry.get<std::int64_t>() + 1) : now();
        co_await simulation().delay(std::max(SimTime(), until - now()));
    }
    request.headers.set("Authorization", "Bearer " + *token);
    Task<std::optional<Answer>> asked = ask(std::move(request));
    const std::optional<Answer> answer = co_await asked;
    if (!answer) {
        co_return;
    }
    const int status = answer->response.status;
    const bool isGenuine = how == "expired"; // nothing about it was changed
    if (answer->isGood()) {
        succeed(answer->trip, "token-accepted\n" + how);
    } else if (isGenuine) {
        giveUp(answer->trip, fmt::format("old-token-refused\n{}\n{}", status, how), status);
    } else {
        giveUp(answer->trip, fmt::format("token-refused\n{}\n{}", status, how), status);
    }
}

} // namespace roundtrip
