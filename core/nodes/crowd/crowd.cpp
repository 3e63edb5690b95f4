#include "core/nodes/crowd/crowd.h"

#include "core/nodes/stale_row.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kLoadGauge = 0;
constexpr std::size_t kInFlightGauge = 1;
constexpr std::size_t kFailedGauge = 2;

} // namespace

Crowd::Crowd(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), arrivals_(context.seed, key(), "arrivals"),
      choices_(context.seed, key(), "choices"), thinking_(context.seed, key(), "thinking") {
    readParameters();
}

void Crowd::readParameters() {
    profile_ = LoadProfile(values().value("profile"));
    mix_ = RequestMix(values().value("requests"));
    popularity_.emplace(static_cast<std::size_t>(values().integer("keys")), values().real("skew"));
    host_ = values().text("host");
    rate_ = values().real("rate");
    users_ = values().integer("users");
    think_ = values().distribution("think");
    timeout_ = values().duration("timeout");
    backoff_ = values().duration("backoff");
    retries_ = values().integer("retries");
    isOpen_ = values().text("loop") == "open";
}

void Crowd::start() {
    if (values().boolean("starts")) {
        begin();
    }
}

/// Who was to start at once, but had nobody to ask, does so now.
void Crowd::linksChanged() {
    if (era_ == 0) {
        start();
    }
}

void Crowd::retired() {
    isActive_ = false;
    ++era_;
}

void Crowd::performOwn(const std::string& action, const ParameterValues& /*arguments*/) {
    if (action == "start" && !isActive_) {
        begin();
    } else if (action == "stop") {
        isActive_ = false;
        ++era_;
        showLoad();
    }
}

/// Its profile goes on; requests that are on their way end as they would.
void Crowd::parametersChanged() {
    readParameters();
    if (isActive_) {
        const SimTime begunAt = begunAt_;
        begin();
        begunAt_ = begunAt;
    }
}

void Crowd::begin() {
    if (!port("server").isConnected()) {
        return;
    }
    isActive_ = true;
    begunAt_ = now();
    ++era_;
    if (!isOpen_) {
        for (std::int64_t i = 0; i < users_; ++i) {
            simulation().spawn(beUser(era_, i));
        }
    } else if (values().distribution("between") == Distribution()) {
        simulation().spawn(emitAtRandom(era_));
    } else {
        simulation().spawn(emitByGaps(era_));
    }
    showLoad();
}

double Crowd::factorNow() const {
    return profile_.factorAt(now() - begunAt_);
}

/// A Poisson process whose rate changes, by thinning: Lewis & Shedler 1979.
Process Crowd::emitAtRandom(std::uint32_t era) {
    const double most = profile_.most();
    const double meanGap = 1 / (rate_ * std::max(most, 1e-9));
    for (;;) {
        co_await simulation().delay(SimTime::fromSeconds(arrivals_.exponential(meanGap)));
        if (era != era_) {
            co_return;
        }
        showLoad();
        if (arrivals_.uniform() * most < factorNow()) {
            simulation().spawn(askOnce());
        }
    }
}

/// The drawn gaps are those at factor 1. While the factor is 0 it looks again after each gap.
Process Crowd::emitByGaps(std::uint32_t era) {
    const Distribution between = values().distribution("between");
    for (;;) {
        const double factor = factorNow();
        const SimTime gap = between.sample(arrivals_);
        co_await simulation().delay(
            std::max(SimTime::nanoseconds(1),
                     factor > 0 ? SimTime::fromSeconds(gap.toSeconds() / factor) : gap));
        if (era != era_) {
            co_return;
        }
        showLoad();
        if (factor > 0) {
            simulation().spawn(askOnce());
        }
    }
}

/// Who is away, because the profile says that fewer are there, thinks again.
Process Crowd::beUser(std::uint32_t era, std::int64_t number) {
    constexpr SimTime kLeast = SimTime::nanoseconds(1);
    for (;;) {
        co_await simulation().delay(std::max(kLeast, think_.sample(thinking_)));
        if (era != era_) {
            co_return;
        }
        showLoad();
        const bool isThere =
            static_cast<double>(number) < std::round(static_cast<double>(users_) * factorNow());
        if (isThere) {
            Task<> asked = ask();
            co_await asked;
        }
    }
}

Process Crowd::askOnce() {
    Task<> asked = ask();
    co_await asked;
}

Task<> Crowd::ask() {
    const http::Request request = drawRequest();
    const Trip trip = beginTrip(request);
    Task<std::optional<HttpResponseMessage>> exchanged = exchange(trip, request);
    const std::optional<HttpResponseMessage> answer = co_await exchanged;
    finish(trip, answer ? &*answer : nullptr);
}

http::Request Crowd::drawRequest() {
    http::Request request = mix_.draw(choices_, (*popularity_)(choices_), ++requests_);
    request.headers.set("Host", host_);
    if (!request.body.empty()) {
        request.headers.set("Content-Type", "application/json");
        request.headers.set("Content-Length", std::to_string(request.body.size()));
    }
    return request;
}

Crowd::Trip Crowd::beginTrip(const http::Request& request) {
    const Trip trip{recorder().nextRequest(), recorder().nextSpan(), now()};
    if (recorder().keeps(trip.request)) {
        record(trip.request, trip.span,
               RequestStarted{.method = text(http::toString(request.method)),
                              .target = text(request.target)});
        record(trip.request, trip.span, SpanStarted{.name = text("trip")});
    }
    statistics_.arrived(now());
    statistics_.started(now(), SimTime());
    setGauge(kInFlightGauge, ++inFlight_);
    return trip;
}

/// Asks once, and again as often as the parameters say. Nothing when no answer came in time.
Task<std::optional<HttpResponseMessage>> Crowd::exchange(const Trip& trip,
                                                         const http::Request& request) {
    const std::int64_t retries = http::isIdempotent(request.method) ? retries_ : 0;
    SimTime pause = backoff_;
    for (std::int64_t attempt = 0;; ++attempt) {
        ++tries_;
        const SimTime askedAt = now();
        Message message;
        message.request = trip.request;
        message.span = trip.span;
        message.payload = request;
        Task<std::optional<Message>> call =
            port("server").callWithin(port("server").firstPeer(), std::move(message), timeout_);
        std::optional<Message> answer = co_await call;
        HttpResponseMessage* response = httpAnswer(answer);
        const int status = statusOf(response);
        if (status > 0 && (status < 500 || attempt >= retries)) {
            co_return std::move(*response);
        }
        if (recorder().keeps(trip.request)) {
            record(trip.request, trip.span,
                   CheckFailed{.check = text("call"),
                               .reason = text(failureOf(response, now() - askedAt)),
                               .status = 0});
        }
        if (attempt >= retries) {
            co_return std::nullopt;
        }
        co_await simulation().delay(pause);
        pause = pause * 2;
    }
}

/// Whoever looks at the newest answer sees it until the next one comes.
void Crowd::look(const Provenance& provenance) {
    if (lookedAt_) {
        watched_ += now() - *lookedAt_;
        if (const auto stale = firstStaleRow(context().dataClock, seen_)) {
            outdated_ += now() - std::max(stale->since, *lookedAt_);
        }
    }
    lookedAt_ = now();
    seen_ = provenance;
}

void Crowd::finish(const Trip& trip, const HttpResponseMessage* answer) {
    const int status = statusOf(answer);
    const bool isFailed = status == 0 || status >= 500;
    ++finished_;
    failed_ += isFailed ? 1 : 0;
    statistics_.departed(now(), now() - trip.startedAt);
    setGauge(kInFlightGauge, --inFlight_);
    constexpr std::uint64_t kPercent = 100;
    setGauge(kFailedGauge,
             static_cast<std::int64_t>((failed_ * kPercent + finished_ / 2) / finished_), kPercent);
    endSpan(trip.request, trip.span, status == 0 || status >= 400);
    recorder().requestFinished(now(), id(), trip.request, trip.span,
                               RequestFinished{.startedAt = trip.startedAt,
                                               .status = static_cast<std::uint32_t>(status),
                                               .answeredBy = answer == nullptr
                                                                 ? NodeId::none
                                                                 : answer->provenance.answeredBy});
    if (answer == nullptr) {
        return;
    }
    look(answer->provenance);
    if (const auto stale = firstStaleRow(context().dataClock, answer->provenance)) {
        ++stale_;
        staleness_ += now() - stale->since;
        if (recorder().keeps(trip.request)) {
            record(trip.request, trip.span,
                   StaleServed{.staleFor = now() - stale->since, .row = text(stale->row)});
        }
    }
}

/// The staleness is in seconds, 0 for an answer that is still true.
std::vector<CountedShare> Crowd::shares() const {
    constexpr SimTime kSecond = SimTime::seconds(1);
    return {{"failed_share", failed_, finished_},
            {"stale_share", stale_, finished_},
            {"retries_per_request", tries_ - requests_, requests_},
            {"mean_staleness", static_cast<std::uint64_t>(staleness_.ns()),
             finished_ * static_cast<std::uint64_t>(kSecond.ns())},
            {"outdated_time_share", static_cast<std::uint64_t>(outdated_.ns()),
             static_cast<std::uint64_t>(watched_.ns())}};
}

void Crowd::showLoad() {
    const double full = isOpen_ ? rate_ : static_cast<double>(users_);
    const std::int64_t load = isActive_ ? std::llround(full * factorNow()) : 0;
    if (load != std::exchange(shownLoad_, load)) {
        setGauge(kLoadGauge, load);
    }
}

} // namespace roundtrip
