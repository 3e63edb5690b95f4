#include "core/nodes/queueing/station.h"

#include "core/nodes/text_marker.h"

#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kBusyGauge = 0;
constexpr std::size_t kQueueGauge = 1;

Job& jobOf(Message& message) {
    return std::get<Job>(message.payload);
}

} // namespace

Station::Station(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), service_(values().distribution("service")),
      capacity_(values().integer("capacity")), random_(context.seed, key(), "service"),
      servers_(context.simulation, static_cast<int>(values().integer("servers")),
               values().text("discipline") == "priority" ? QueueDiscipline::priority
                                                         : QueueDiscipline::fifo),
      statistics_(static_cast<int>(values().integer("servers"))) {
    if (values().text("discipline") == "sharing") {
        shared_.emplace(context.simulation, values().real("servers"));
    }
    port("in").setReceiver([this](Message message) { admit(std::move(message)); });
}

void Station::admit(Message message) {
    const Job& job = jobOf(message);
    if (capacity_ > 0 && present_ >= capacity_) {
        statistics_.blocked(now(), job.jobClass);
        return;
    }
    ++present_;
    statistics_.arrived(now(), job.jobClass);
    record(RequestId::none, SpanId::none, JobArrived{.job = job.id, .jobClass = job.jobClass});
    simulation().spawn(shared_ ? serveShared(std::move(message)) : serveInLine(std::move(message)));
}

Process Station::serveInLine(Message message) {
    const Job job = jobOf(message);
    const SimTime arrivedAt = now();
    const SimTime demand = service_.sample(random_);
    Permit server = co_await servers_.acquire(static_cast<int>(job.jobClass));
    statistics_.started(now(), now() - arrivedAt, job.jobClass);
    record(RequestId::none, SpanId::none, JobStarted{.job = job.id, .jobClass = job.jobClass});
    showFill();
    co_await simulation().delay(demand);
    server.release();
    depart(std::move(message), arrivedAt);
}

Process Station::serveShared(Message message) {
    const Job job = jobOf(message);
    const SimTime arrivedAt = now();
    statistics_.started(arrivedAt, SimTime(), job.jobClass);
    record(RequestId::none, SpanId::none, JobStarted{.job = job.id, .jobClass = job.jobClass});
    const SimTime demand = service_.sample(random_);
    co_await shared_->serve(demand);
    depart(std::move(message), arrivedAt);
}

void Station::depart(Message message, SimTime arrivedAt) {
    const Job& job = jobOf(message);
    --present_;
    statistics_.departed(now(), now() - arrivedAt, job.jobClass);
    record(RequestId::none, SpanId::none,
           JobDeparted{.arrivedAt = arrivedAt, .job = job.id, .jobClass = job.jobClass});
    showFill();
    if (port("out").isConnected()) {
        port("out").send(std::move(message));
    }
}

void Station::showFill() const {
    const auto queued = static_cast<std::int64_t>(servers_.queueLength());
    setGauge(kBusyGauge, present_ - queued, shared_ ? 0 : servers_.servers());
    setGauge(kQueueGauge, queued);
}

NodeKind stationKind() {
    NodeKind kind;
    kind.id = "station";
    kind.name = ROUNDTRIP_TEXT("parts", "Station");
    kind.help = ROUNDTRIP_TEXT("parts", "Servers with one line, for comparing with queueing "
                                        "theory.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The counter with its line");
    kind.category = Category::theory;
    kind.ports = {{"in", PortInfo::Direction::in, "job"}, {"out", PortInfo::Direction::out, "job"}};
    kind.parameters = {
        {.name = "servers",
         .label = ROUNDTRIP_TEXT("parameters", "Servers"),
         .help = ROUNDTRIP_TEXT("parameters", "How many jobs it can serve at the same time."),
         .type = ParameterType::integer,
         .fallback = 1,
         .least = 1,
         .most = 100000},
        {.name = "capacity",
         .label = ROUNDTRIP_TEXT("parameters", "Room"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Jobs in line and in service; more are turned away. 0: no limit."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 1e9},
        {.name = "discipline",
         .label = ROUNDTRIP_TEXT("parameters", "Order"),
         .help =
             ROUNDTRIP_TEXT("parameters", "fifo: as they came. priority: class 0 first, without "
                                          "interrupting. sharing: all at once, each slower."),
         .type = ParameterType::choice,
         .fallback = "fifo",
         .choices = {"fifo", "priority", "sharing"}},
        {.name = "service",
         .label = ROUNDTRIP_TEXT("parameters", "Service time"),
         .help = ROUNDTRIP_TEXT("parameters", "How long a server works on one job."),
         .type = ParameterType::distribution,
         .fallback = {{"exponential", "1 s"}}},
    };
    kind.gauges = {{"busy", ROUNDTRIP_TEXT("gauges", "{value} in service"), GaugeInfo::Look::boxes},
                   {"queue", ROUNDTRIP_TEXT("gauges", "{value} in line")}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Station>(*findKind("station"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
