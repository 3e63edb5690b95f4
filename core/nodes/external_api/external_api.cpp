#include "core/nodes/external_api/external_api.h"

#include "core/http/uri_component.h"
#include "core/kernel/encoding.h"
#include "core/kernel/json_object.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kQuotaGauge = 0;
constexpr std::size_t kChargesGauge = 1;
constexpr std::int64_t kSecondsOfMinute = 60;
constexpr std::int64_t kSecondsOfHour = 3600;

std::int64_t secondsOf(SimTime time) {
    return time.ns() / 1'000'000'000;
}

/// What was shown as "Authorization: Bearer ..." or as X-Api-Key.
std::string_view keyOf(const http::Request& request) {
    constexpr std::string_view kScheme = "Bearer ";
    const std::string_view bearer = request.headers.find("Authorization").value_or("");
    return bearer.starts_with(kScheme) ? bearer.substr(kScheme.size())
                                       : request.headers.find("X-Api-Key").value_or("");
}

} // namespace

ExternalApi::ExternalApi(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), latencies_(context.seed, key(), "latency"),
      failures_(context.seed, key(), "failures") {
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

Process ExternalApi::serve(Message message) {
    Call call{.message = message,
              .request = std::get<http::Request>(message.payload),
              .span = beginSpan(message),
              .response = {}};
    if (isKnown(call) && isWithinQuota(call)) {
        const bool isFailing = failures_.uniform() < values().real("failure_rate");
        const bool isWorking = !isFailing || values().boolean("fails_after_work");
        // The work is done before its time has passed, so that a repeat that comes meanwhile finds
        // it.
        if (isWorking) {
            work(call);
        }
        const SimTime took = values().distribution("latency").sample(latencies_);
        co_await busyFor(took);
        record(message.request, call.span, Computed{.took = took});
        if (isFailing) {
            call.response = {};
            refuse(call, "service", isWorking ? "failed-after-work" : "failed-before-work", 503);
        }
    }
    call.response.headers.set("Content-Length", fmt::format("{}", call.response.body.size()));
    const bool isFailed = call.response.status >= 400;
    record(message.request, call.span,
           ResponseBuilt{.status = static_cast<std::uint32_t>(call.response.status),
                         .bytes = static_cast<std::uint32_t>(call.response.body.size())});
    endSpan(message.request, call.span, isFailed);
    port("clients").reply(message, call.span, HttpResponseMessage{call.response, {}});
}

bool ExternalApi::isKnown(Call& call) {
    const std::string& wanted = values().text("key");
    const std::string_view given = keyOf(call.request);
    if (wanted.empty() || equalsInConstantTime(given, wanted)) {
        return true;
    }
    refuse(call, "api-key", given.empty() ? "missing" : "wrong", 401);
    call.response.headers.set("WWW-Authenticate", "Bearer");
    return false;
}

/// Counts by whole minutes of its clock; the fields are those of RFC 6585 section 4 and
/// draft-ietf-httpapi-ratelimit-headers.
bool ExternalApi::isWithinQuota(Call& call) {
    const std::int64_t quota = values().integer("quota");
    const std::int64_t seconds = secondsOf(now());
    if (seconds / kSecondsOfMinute != minute_) {
        minute_ = seconds / kSecondsOfMinute;
        usedThisMinute_ = 0;
    }
    const bool isAllowed = quota == 0 || usedThisMinute_ < quota;
    usedThisMinute_ += isAllowed ? 1 : 0;
    showUse();
    if (quota == 0) {
        return true;
    }
    const std::int64_t left = kSecondsOfMinute - seconds % kSecondsOfMinute;
    call.response.headers.set("RateLimit-Limit", fmt::format("{}", quota));
    call.response.headers.set("RateLimit-Remaining", fmt::format("{}", quota - usedThisMinute_));
    call.response.headers.set("RateLimit-Reset", fmt::format("{}", left));
    if (!isAllowed) {
        refuse(call, "quota", fmt::format("used-up\n{}\n{}", quota, left), 429);
        call.response.headers.set("Retry-After", fmt::format("{}", left));
    }
    return isAllowed;
}

void ExternalApi::work(Call& call) {
    const std::string& service = values().text("service");
    if (service == "weather") {
        weather(call);
    } else if (service == "payment") {
        payment(call);
    } else {
        email(call);
    }
}

/// The same for everybody who asks for that city within one hour.
void ExternalApi::weather(Call& call) {
    constexpr std::string_view kPrefix = "/weather/";
    constexpr std::array<std::string_view, 5> kSkies{"clear", "cloudy", "rain", "snow", "fog"};
    const std::string_view path = http::pathOf(call.request.target);
    if (!path.starts_with(kPrefix) || path.size() == kPrefix.size() ||
        call.request.method != http::Method::get) {
        notFound(call);
        return;
    }
    const std::string city = http::unquoted(path.substr(kPrefix.size()));
    const std::int64_t hour = secondsOf(now()) / kSecondsOfHour;
    RandomStream sky(context().seed, city, fmt::format("weather {}", hour));
    const double celsius = std::round(sky.uniform(-5, 30) * 10) / 10;
    const std::uint64_t drawn = sky.below(kSkies.size());
    const bool isTooWarmForSnow = kSkies[drawn] == "snow" && celsius > 2;
    answer(call, 200,
           {{"city", city},
            {"temperature", celsius},
            {"unit", "C"},
            {"sky", isTooWarmForSnow ? kSkies[2] : kSkies[drawn]}});
}

void ExternalApi::payment(Call& call) {
    constexpr std::string_view kCollection = "/charges";
    const std::string_view path = http::pathOf(call.request.target);
    if (path == kCollection && call.request.method == http::Method::post) {
        charge(call);
    } else if (path.starts_with("/charges/") && call.request.method == http::Method::get) {
        showCharge(call, path.substr(kCollection.size() + 1));
    } else {
        notFound(call);
    }
}

void ExternalApi::charge(Call& call) {
    const std::string key(call.request.headers.find("Idempotency-Key").value_or(""));
    if (const auto known = known_.find(key); !key.empty() && known != known_.end()) {
        if (known->second.body != call.request.body) {
            refuse(call, "idempotency", "other-body\n" + key, 422);
            return;
        }
        record(call.message.request, call.span,
               CheckPassed{.check = text("idempotency"), .reason = text("known\n" + key)});
        const http::Headers limits = std::exchange(call.response, known->second.response).headers;
        for (const auto& [name, value] : limits.fields()) {
            call.response.headers.set(name, value);
        }
        return;
    }
    const auto body = nlohmann::json::parse(call.request.body, nullptr, false);
    const nlohmann::json amount = memberOf(body, "amount");
    const std::string currency = memberText(body, "currency");
    if (!amount.is_number() || amount <= 0 || currency.empty()) {
        refuse(call, "charge", "bad-body", 422);
        return;
    }
    const std::size_t number = charges_.size() + 1;
    const nlohmann::ordered_json made{
        {"id", fmt::format("ch_{}", number)}, {"amount", amount}, {"currency", currency}};
    charges_.push_back(made.dump());
    record(call.message.request, call.span,
           CheckPassed{.check = text("charge"),
                       .reason =
                           text(fmt::format("made\n{}\n{}\n{}", number, amount.dump(), currency))});
    answer(call, 201, made);
    call.response.headers.set("Location", fmt::format("/charges/ch_{}", number));
    if (!key.empty()) {
        known_.emplace(key, Charge{call.request.body, call.response});
    }
    showUse();
}

void ExternalApi::showCharge(Call& call, std::string_view id) {
    for (std::size_t i = 0; i < charges_.size(); ++i) {
        if (id == fmt::format("ch_{}", i + 1)) {
            answer(call, 200, nlohmann::ordered_json::parse(charges_[i]));
            return;
        }
    }
    notFound(call);
}

void ExternalApi::email(Call& call) {
    if (http::pathOf(call.request.target) != "/messages" ||
        call.request.method != http::Method::post) {
        notFound(call);
        return;
    }
    const auto body = nlohmann::json::parse(call.request.body, nullptr, false);
    const std::string to = memberText(body, "to");
    if (to.find('@') == std::string::npos) {
        refuse(call, "message", "bad-address\n" + to, 422);
        return;
    }
    ++messages_;
    answer(call, 202, {{"id", fmt::format("msg_{}", messages_)}, {"status", "queued"}});
}

void ExternalApi::answer(Call& call, int status, const nlohmann::ordered_json& body) {
    call.response.status = status;
    call.response.headers.set("Content-Type", "application/json");
    call.response.body = body.dump();
}

void ExternalApi::refuse(Call& call, std::string_view check, const std::string& reason,
                         int status) {
    record(call.message.request, call.span,
           CheckFailed{.check = text(check),
                       .reason = text(reason),
                       .status = static_cast<std::uint32_t>(status)});
    const std::string code = reason.substr(0, reason.find('\n'));
    answer(call, status, {{"error", fmt::format("{}/{}", check, code)}});
}

void ExternalApi::notFound(Call& call) {
    record(
        call.message.request, call.span,
        RouteMissed{.target = text(call.request.target), .others = TextId::empty, .status = 404});
    answer(call, 404, {{"error", "not-found"}});
}

void ExternalApi::showUse() const {
    setGauge(kQuotaGauge, usedThisMinute_, values().integer("quota"));
    setGauge(kChargesGauge, static_cast<std::int64_t>(charges_.size()));
}

} // namespace roundtrip
