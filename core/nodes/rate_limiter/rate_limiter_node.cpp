#include "core/nodes/rate_limiter/rate_limiter_node.h"

#include "core/kernel/quantity.h"
#include "core/kernel/text_marker.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kPassedGauge = 0;
constexpr std::size_t kRefusedGauge = 1;

/// A limit of n per window, as tokens per second.
double rateOf(const ParameterValues& values) {
    return static_cast<double>(values.integer("limit")) / values.duration("window").toSeconds();
}

} // namespace

RateLimiterNode::RateLimiterNode(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)) {
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

Process RateLimiterNode::serve(Message message) {
    const SpanId span = beginSpan(message);
    co_await busyFor(values().duration("overhead"));
    const std::string client = clientOf(message);
    const auth::RateDecision decision = decide(client);
    HttpResponseMessage answer;
    if (decision.isAllowed) {
        ++passed_;
        showCounts();
        if (recorder().keeps(message.request)) {
            record(message.request, span,
                   CheckPassed{.check = text("rate-limit"),
                               .reason = text(fmt::format("left\n{}\n{}", client, decision.left))});
        }
        Task<HttpResponseMessage> forwarded = forward(message, span);
        answer = co_await forwarded;
        answer.response.headers.set("RateLimit-Limit",
                                    fmt::format("{}", values().integer("limit")));
        answer.response.headers.set("RateLimit-Remaining", fmt::format("{}", decision.left));
    } else {
        answer = refuse(message, span, client, decision);
    }
    endSpan(message.request, span, answer.response.status >= 400);
    port("clients").reply(message, span, std::move(answer));
}

auth::RateDecision RateLimiterNode::decide(const std::string& client) {
    const std::string& algorithm = values().text("algorithm");
    if (algorithm == "sliding_window") {
        return windows_.try_emplace(client, values().integer("limit"), values().duration("window"))
            .first->second.take(now());
    }
    if (algorithm == "fixed_window") {
        return fixedWindows_
            .try_emplace(client, values().integer("limit"), values().duration("window"))
            .first->second.take(now());
    }
    return buckets_
        .try_emplace(client, static_cast<double>(values().integer("burst")), rateOf(values()))
        .first->second.take(now());
}

/// An API key or a token names a client wherever it is; else who has the connection.
std::string RateLimiterNode::clientOf(const Message& message) const {
    if (values().text("per") == "everybody") {
        return "everybody";
    }
    const auto& headers = std::get<http::Request>(message.payload).headers;
    for (const char* name : {"X-Api-Key", "Authorization"}) {
        if (const auto given = headers.find(name)) {
            return std::string(*given);
        }
    }
    return std::string(context().keyOf(message.from));
}

Task<HttpResponseMessage> RateLimiterNode::forward(const Message& message, SpanId span) {
    HttpResponseMessage answer;
    answer.response.status = 502;
    if (!port("server").isConnected()) {
        co_return answer;
    }
    Message onward;
    onward.request = message.request;
    onward.span = span;
    onward.payload = message.payload;
    Task<Message> call = port("server").call(std::move(onward));
    Message got = co_await call;
    auto& response = std::get<HttpResponseMessage>(got.payload);
    co_return response.response.status == 0 ? answer : std::move(response);
}

HttpResponseMessage RateLimiterNode::refuse(const Message& message, SpanId span,
                                            const std::string& client,
                                            const auth::RateDecision& decision) {
    ++refused_;
    showCounts();
    const std::int64_t seconds = wholeSeconds(decision.retryAfter);
    record(message.request, span,
           CheckFailed{.check = text("rate-limit"),
                       .reason = text(fmt::format("too-many\n{}\n{}", client, seconds)),
                       .status = 429});
    HttpResponseMessage answer;
    answer.response.status = 429;
    answer.response.headers.set("Retry-After", fmt::format("{}", seconds));
    answer.response.headers.set("RateLimit-Limit", fmt::format("{}", values().integer("limit")));
    answer.response.headers.set("RateLimit-Remaining", "0");
    answer.response.headers.set("Content-Length", "0");
    return answer;
}

void RateLimiterNode::forgetAll() {
    buckets_.clear();
    windows_.clear();
    fixedWindows_.clear();
}

void RateLimiterNode::showCounts() const {
    setGauge(kPassedGauge, passed_);
    setGauge(kRefusedGauge, refused_);
}

namespace {

std::vector<Parameter> limiterParameters() {
    return {
        {.name = "algorithm",
         .label = ROUNDTRIP_TEXT("parameters", "How it counts"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "token_bucket: a burst, then a steady rate. sliding_window: so "
                                "many in any span. fixed_window: so many from one full span of the "
                                "clock to the next; twice as many may pass around its end."),
         .type = ParameterType::choice,
         .fallback = "token_bucket",
         .choices = {"token_bucket", "sliding_window", "fixed_window"}},
        {.name = "limit",
         .label = ROUNDTRIP_TEXT("parameters", "Requests"),
         .help = ROUNDTRIP_TEXT("parameters", "How many may pass in the time below."),
         .type = ParameterType::integer,
         .fallback = 10,
         .least = 1,
         .most = 1e9},
        {.name = "window",
         .label = ROUNDTRIP_TEXT("parameters", "In a time of"),
         .help = ROUNDTRIP_TEXT("parameters", "The span for which the number counts."),
         .type = ParameterType::duration,
         .fallback = "1 s",
         .least = 0.001,
         .most = 86400.0},
        {.name = "burst",
         .label = ROUNDTRIP_TEXT("parameters", "Burst"),
         .help = ROUNDTRIP_TEXT("parameters", "Tokens that a bucket holds: so many may pass at "
                                              "once after a pause."),
         .type = ParameterType::integer,
         .fallback = 10,
         .least = 1,
         .most = 1e9},
        {.name = "per",
         .label = ROUNDTRIP_TEXT("parameters", "Counts for"),
         .help = ROUNDTRIP_TEXT("parameters", "Each client by its key or its connection, or "
                                              "everybody together."),
         .type = ParameterType::choice,
         .fallback = "client",
         .choices = {"client", "everybody"}},
        {.name = "overhead",
         .label = ROUNDTRIP_TEXT("parameters", "Time to count"),
         .help = ROUNDTRIP_TEXT("parameters", "How long one request keeps it busy."),
         .type = ParameterType::duration,
         .fallback = "0.02 ms",
         .least = 0.0,
         .most = 10.0},
    };
}

} // namespace

NodeKind rateLimiterKind() {
    NodeKind kind;
    kind.id = "rate_limiter";
    kind.name = ROUNDTRIP_TEXT("parts", "Rate limiter");
    kind.help = ROUNDTRIP_TEXT("parts", "Lets through so many requests in a time, and refuses the "
                                        "others at once with 429.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The doorman who counts");
    kind.category = Category::edge;
    kind.ports = {{"clients", PortInfo::Direction::in, "http"},
                  {"server", PortInfo::Direction::out, "http"}};
    kind.parameters = limiterParameters();
    kind.gauges = {{"passed", ROUNDTRIP_TEXT("gauges", "{value} let through")},
                   {"refused", ROUNDTRIP_TEXT("gauges", "{value} refused")}};
    kind.price = {.base = 0.02};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<RateLimiterNode>(*findKind("rate_limiter"), context,
                                                 std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
