#pragma once

#include "core/kernel/sim_time.h"
#include "core/trace/ids.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace roundtrip {

/// What can happen in a run. Numbers are permanent within one format of recorded traces.
enum class FactKind : std::uint16_t {
    commandGiven,
    requestStarted,
    requestFinished,
    spanStarted,
    spanFinished,
    messageSent,
    messageArrived,
    gaugeChanged,
    workQueued,
    workStarted,
    routeMatched,
    routeMissed,
    computed,
    cacheHit,
    cacheMissed,
    cacheStored,
    cacheRemoved,
    queryStarted,
    queryExecuted,
    rowsChanged,
    staleServed,
    handlerFailed,
    responseBuilt,
    parameterChanged,
    windowClosed,
    jobArrived,
    jobStarted,
    jobDeparted,
    checkPassed,
    checkFailed,
    expressionTranslated,
    templateRendered,
    cookieKept,
    overheard,
    scriptRan,
    messageLost,
    nodeChanged,
    topologyChanged,
};
constexpr std::size_t kFactKindCount = 38;

/// How a message looks to a learner; the shape on the canvas repeats it.
enum class MessageKind : std::uint8_t { request, response, job, query, result, frame };

/// Why a lookup found nothing, or why an entry left a cache.
enum class CacheReason : std::uint8_t {
    neverStored,
    expired,
    evicted,
    invalidated,
    cleared,
    replaced
};

/// Why a message did not arrive.
enum class LossReason : std::uint8_t {
    packet, ///< one packet got lost; the sender will notice and send it again
    cut     ///< nothing crosses the link any more
};

/// One thing that happened, 48 bytes. The payload is one of the structs below; each names its
/// kind, so `fact.as<CacheHit>()` cannot read the wrong one unnoticed.
struct Fact {
    SimTime time;
    RequestId request = RequestId::none;
    SpanId span = SpanId::none;
    NodeId node = NodeId::none;
    FactKind kind = FactKind::commandGiven;
    std::array<std::byte, 28> payload{};

    template <class Payload>
    [[nodiscard]] Payload as() const {
        static_assert(sizeof(Payload) <= sizeof(payload));
        Payload value;
        std::memcpy(static_cast<void*>(&value), payload.data(), sizeof value);
        return value;
    }
    template <class Payload>
    [[nodiscard]] bool is() const {
        return kind == Payload::kKind;
    }
    template <class Payload>
    void set(const Payload& value) {
        static_assert(sizeof(Payload) <= sizeof(payload) && std::is_trivially_copyable_v<Payload>);
        static_assert(std::has_unique_object_representations_v<Payload>,
                      "padding would make two equal runs differ byte for byte");
        kind = Payload::kKind;
        std::memcpy(payload.data(), &value, sizeof value);
    }
};
static_assert(sizeof(Fact) <= 64);

// The payloads. Texts are ids into the trace's TextTable.

/// The learner or a lesson did something; `description` is the command as JSON.
struct CommandGiven {
    static constexpr FactKind kKind = FactKind::commandGiven;
    TextId description = TextId::empty;
};
struct RequestStarted {
    static constexpr FactKind kKind = FactKind::requestStarted;
    TextId method = TextId::empty;
    TextId target = TextId::empty;
};
struct RequestFinished {
    static constexpr FactKind kKind = FactKind::requestFinished;
    SimTime startedAt;
    std::uint32_t status = 0;
    NodeId answeredBy = NodeId::none; ///< whose data it was
    std::uint16_t unused = 0;         ///< no hidden padding: equal runs are equal bytes
};
/// An activity of one node on behalf of a request; spans nest through `parent`.
struct SpanStarted {
    static constexpr FactKind kKind = FactKind::spanStarted;
    SpanId parent = SpanId::none;
    TextId name = TextId::empty;
};
struct SpanFinished {
    static constexpr FactKind kKind = FactKind::spanFinished;
    std::uint32_t failed = 0;
};
struct MessageSent {
    static constexpr FactKind kKind = FactKind::messageSent;
    SimTime arrival; ///< when it will arrive
    MessageId message = MessageId::none;
    std::uint32_t bytes = 0;
    TextId wire = TextId::empty; ///< what crosses the link
    LinkId link = LinkId::none;
    MessageKind messageKind = MessageKind::request;
    std::uint8_t failed = 0; ///< 1: an error answer; kLost: it will not arrive, see MessageLost

    static constexpr std::uint8_t kLost = 2;
    [[nodiscard]] bool isLost() const { return failed == kLost; }
};
struct MessageArrived {
    static constexpr FactKind kKind = FactKind::messageArrived;
    SimTime departure;
    MessageId message = MessageId::none;
    TextId title = TextId::empty; ///< one line: "GET /users/123", "200 OK"
    LinkId link = LinkId::none;
    MessageKind messageKind = MessageKind::request;
    std::uint8_t failed = 0;
    std::uint32_t unused = 0;
};
/// A node's counter changed; which one is the index into its kind's gauges.
struct GaugeChanged {
    static constexpr FactKind kKind = FactKind::gaugeChanged;
    std::uint32_t gauge = 0;
    std::int32_t value = 0;
    std::int32_t capacity = 0; ///< 0: without limit
};
struct WorkQueued {
    static constexpr FactKind kKind = FactKind::workQueued;
    std::uint32_t ahead = 0; ///< how many wait before this one
};
struct WorkStarted {
    static constexpr FactKind kKind = FactKind::workStarted;
    SimTime waited;
    std::uint32_t busy = 0;
    std::uint32_t workers = 0;
};
struct RouteMatched {
    static constexpr FactKind kKind = FactKind::routeMatched;
    TextId pattern = TextId::empty;
    TextId parameters = TextId::empty; ///< "id = 123"
    TextId others = TextId::empty;     ///< why earlier routes did not match, one a line
};
struct RouteMissed {
    static constexpr FactKind kKind = FactKind::routeMissed;
    TextId target = TextId::empty;
    TextId others = TextId::empty;
    std::uint32_t status = 404;
};
struct Computed {
    static constexpr FactKind kKind = FactKind::computed;
    SimTime took;
};
struct CacheHit {
    static constexpr FactKind kKind = FactKind::cacheHit;
    SimTime age;
    TextId key = TextId::empty;
    TextId value = TextId::empty;
};
struct CacheMissed {
    static constexpr FactKind kKind = FactKind::cacheMissed;
    SimTime since; ///< how long ago it left the cache, for reasons other than neverStored
    TextId key = TextId::empty;
    CacheReason reason = CacheReason::neverStored;
    std::array<std::uint8_t, 3> unused{};
};
struct CacheStored {
    static constexpr FactKind kKind = FactKind::cacheStored;
    SimTime ttl; ///< SimTime::max(): never expires
    TextId key = TextId::empty;
    TextId value = TextId::empty;
    std::uint32_t entries = 0;
    std::uint32_t capacity = 0;
};
struct CacheRemoved {
    static constexpr FactKind kKind = FactKind::cacheRemoved;
    SimTime unusedFor; ///< since its last use
    TextId key = TextId::empty;
    std::uint32_t entries = 0;
    CacheReason reason = CacheReason::evicted;
    std::array<std::uint8_t, 7> unused{};
};
struct QueryStarted {
    static constexpr FactKind kKind = FactKind::queryStarted;
    TextId sql = TextId::empty;
    TextId values = TextId::empty; ///< bound values as JSON
};
struct QueryExecuted {
    static constexpr FactKind kKind = FactKind::queryExecuted;
    SimTime took;
    TextId sql = TextId::empty;
    TextId plan = TextId::empty; ///< SQLite's EXPLAIN QUERY PLAN, one step a line
    std::uint32_t vmSteps = 0;   ///< SQLite virtual machine steps
    std::uint32_t rows = 0;
};
struct RowsChanged {
    static constexpr FactKind kKind = FactKind::rowsChanged;
    TextId changeset = TextId::empty; ///< SQLite changeset, binary and invertible
    TextId rows = TextId::empty;      ///< which rows, "users#123", one a line
};
/// A client was shown data that the database had already changed.
struct StaleServed {
    static constexpr FactKind kKind = FactKind::staleServed;
    SimTime staleFor; ///< since the first change that the data does not have
    TextId row = TextId::empty;
    TextId unused = TextId::empty;
};
struct HandlerFailed {
    static constexpr FactKind kKind = FactKind::handlerFailed;
    TextId reason = TextId::empty; ///< code, then its arguments, one a line
    std::uint32_t status = 500;
};
struct ResponseBuilt {
    static constexpr FactKind kKind = FactKind::responseBuilt;
    std::uint32_t status = 200;
    std::uint32_t bytes = 0;
};
struct ParameterChanged {
    static constexpr FactKind kKind = FactKind::parameterChanged;
    TextId parameter = TextId::empty;
    TextId before = TextId::empty;
    TextId after = TextId::empty;
};
/// One second of finished requests, when not every request is recorded. Latencies in microseconds.
struct WindowClosed {
    static constexpr FactKind kKind = FactKind::windowClosed;
    std::uint32_t finished = 0;
    std::uint32_t failed = 0;
    std::uint32_t meanMicros = 0;
    std::uint32_t p50Micros = 0;
    std::uint32_t p95Micros = 0;
    std::uint32_t p99Micros = 0;
};
struct JobArrived {
    static constexpr FactKind kKind = FactKind::jobArrived;
    std::uint32_t job = 0;
    std::uint32_t jobClass = 0;
};
struct JobStarted {
    static constexpr FactKind kKind = FactKind::jobStarted;
    std::uint32_t job = 0;
    std::uint32_t jobClass = 0;
};
struct JobDeparted {
    static constexpr FactKind kKind = FactKind::jobDeparted;
    SimTime arrivedAt;
    std::uint32_t job = 0;
    std::uint32_t jobClass = 0;
};

/// A rule looked at a request and let it pass.
struct CheckPassed {
    static constexpr FactKind kKind = FactKind::checkPassed;
    TextId check = TextId::empty;  ///< which: "session", "csrf", "rate-limit" ...
    TextId reason = TextId::empty; ///< code, then its arguments, one a line
};
/// A rule refused a request.
struct CheckFailed {
    static constexpr FactKind kKind = FactKind::checkFailed;
    TextId check = TextId::empty;
    TextId reason = TextId::empty; ///< code, then its arguments, one a line
    std::uint32_t status = 0;      ///< of the answer
};
/// An ORM wrote SQL.
struct ExpressionTranslated {
    static constexpr FactKind kKind = FactKind::expressionTranslated;
    TextId expression = TextId::empty;
    TextId sql = TextId::empty;
};
struct TemplateRendered {
    static constexpr FactKind kKind = FactKind::templateRendered;
    TextId name = TextId::empty;
    TextId escaped = TextId::empty; ///< variables whose markup was made harmless, one a line
    TextId raw = TextId::empty;     ///< variables whose markup went into the page as it was
    std::uint32_t bytes = 0;
};
/// A browser keeps a cookie.
struct CookieKept {
    static constexpr FactKind kKind = FactKind::cookieKept;
    TextId name = TextId::empty;
    TextId cookie = TextId::empty; ///< as in Set-Cookie
};
/// Somebody on the way looked at what crossed a link.
struct Overheard {
    static constexpr FactKind kKind = FactKind::overheard;
    TextId found = TextId::empty; ///< what can be read and used, one a line; empty: nothing
    std::uint32_t bytes = 0;
    std::uint32_t isSealed = 0; ///< 1: TLS, only the size could be seen
};
/// A page held somebody else's script and the browser ran it.
struct ScriptRan {
    static constexpr FactKind kKind = FactKind::scriptRan;
    TextId script = TextId::empty;
    TextId stolen = TextId::empty; ///< what the script could read and sent away; may be empty
};

/// A message vanished on its way; `arrival` of its MessageSent is this moment.
struct MessageLost {
    static constexpr FactKind kKind = FactKind::messageLost;
    SimTime departure;
    MessageId message = MessageId::none;
    TextId title = TextId::empty;
    LinkId link = LinkId::none;
    MessageKind messageKind = MessageKind::request;
    LossReason reason = LossReason::packet;
    std::uint32_t unused = 0;
};
/// A node stopped, started or became slower or faster.
struct NodeChanged {
    static constexpr FactKind kKind = FactKind::nodeChanged;
    std::uint32_t isRunning = 1;
    std::uint32_t thousandths = 1000; ///< of its usual speed's time: 2000 takes twice as long
};

/// A node or a link came or went while the run went on; the command before says which.
struct TopologyChanged {
    static constexpr FactKind kKind = FactKind::topologyChanged;
    enum class Change : std::uint16_t { nodeAdded, nodeRemoved, linkAdded, linkRemoved };
    Change change = Change::nodeAdded;
    LinkId link = LinkId::none; ///< none for a node
};

/// The message whose way ends with this fact, by arriving or by getting lost; none for others.
[[nodiscard]] MessageId endOfFlight(const Fact& fact);

/// What is the same for every fact of one kind.
struct FactKindInfo {
    std::string_view name; ///< as in lesson files and exports
    bool visible;          ///< a step of its own for the learner
    bool isError;          ///< always recorded, also when its request is not sampled
};
[[nodiscard]] const FactKindInfo& infoOf(FactKind kind);
/// Null when no kind has that name.
[[nodiscard]] const FactKind* findFactKind(std::string_view name);

} // namespace roundtrip
