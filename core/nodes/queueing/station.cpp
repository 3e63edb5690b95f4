#include "core/nodes/queueing/station.h"

#include "core/kernel/text_marker.h"
#include "core/nodes/queueing/job_documents.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kBusyGauge = 0;
constexpr std::size_t kQueueGauge = 1;

struct NamedOrder {
    std::string_view name;
    ServiceOrder order;
};
constexpr std::array kOrders{
    NamedOrder{"fifo", ServiceOrder::fifo},
    NamedOrder{"lifo", ServiceOrder::lifo},
    NamedOrder{"lifo_preemptive", ServiceOrder::lifoPreemptive},
    NamedOrder{"random", ServiceOrder::random},
    NamedOrder{"priority", ServiceOrder::priority},
    NamedOrder{"priority_preemptive", ServiceOrder::priorityPreemptive},
    NamedOrder{"sjf", ServiceOrder::sjf},
    NamedOrder{"psjf", ServiceOrder::psjf},
    NamedOrder{"srpt", ServiceOrder::srpt},
};

/// First come first served for "sharing" and "infinite", where nobody waits.
ServiceOrder orderOf(std::string_view discipline) {
    const auto* const found = std::ranges::find(kOrders, discipline, &NamedOrder::name);
    return found == kOrders.end() ? ServiceOrder::fifo : found->order;
}

/// For "infinite" the utilisation is the number of busy servers.
std::int64_t countedServers(const ParameterValues& values) {
    return values.text("discipline") == "infinite" ? 1 : values.integer("servers");
}

std::size_t realServers(const ParameterValues& values) {
    return values.text("discipline") == "infinite"
               ? std::numeric_limits<std::size_t>::max()
               : static_cast<std::size_t>(values.integer("servers"));
}

std::optional<Distribution> patienceOf(const ParameterValues& values) {
    const Distribution patience = values.distribution("patience");
    return patience == Distribution() ? std::nullopt : std::optional(patience);
}

const Job& jobOf(const Message& message) {
    return std::get<Job>(message.payload);
}

} // namespace

Station::Station(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), patience_(patienceOf(values())),
      capacity_(values().integer("capacity")), servers_(countedServers(values())),
      random_(context.seed, key(), "service"), patienceRandom_(context.seed, key(), "patience"),
      facility_(context.simulation, realServers(values()), orderOf(values().text("discipline")),
                RandomStream(context.seed, key(), "order"),
                {[this](const ServiceDemand& demand) { noteResumed(demand); },
                 [this](const ServiceDemand& demand) {
                     statistics_.interrupted(now(), demand.jobClass);
                 }}),
      statistics_(static_cast<int>(servers_), values().text("discipline") == "sharing"
                                                  ? StationStatistics::Sharing::processor
                                                  : StationStatistics::Sharing::none) {
    const auto named = readClassServices(values().value("class_services"));
    services_.reserve(named.size());
    std::ranges::transform(named, std::back_inserter(services_), [this](const auto& service) {
        return service.value_or(values().distribution("service"));
    });
    if (values().text("discipline") == "sharing") {
        shared_.emplace(context.simulation, static_cast<double>(servers_), 1.0);
    }
    port("in").setReceiver([this](Message message) { admit(std::move(message)); });
}

StationLoad Station::stationLoad() const {
    return {present_, shared_ ? shared_->remainingWork() : facility_.remainingWork()};
}

void Station::admit(Message message) {
    const Job& job = jobOf(message);
    if (capacity_ > 0 && present_ >= capacity_) {
        statistics_.blocked(now(), job.jobClass);
        lose(std::move(message));
        return;
    }
    ++present_;
    statistics_.arrived(now(), job.jobClass);
    record(RequestId::none, SpanId::none, JobArrived{.job = job.id, .jobClass = job.jobClass});
    simulation().spawn(shared_ ? serveShared(std::move(message)) : serveInLine(std::move(message)));
}

SimTime Station::drawService(std::uint32_t jobClass) {
    return services_[std::min<std::size_t>(jobClass, services_.size() - 1)].sample(random_);
}

Process Station::serveInLine(Message message) {
    const Job job = jobOf(message);
    const SimTime arrivedAt = now();
    ServiceDemand demand{
        .work = drawService(job.jobClass), .jobClass = job.jobClass, .tag = job.id};
    if (patience_) {
        demand.patience = patience_->sample(patienceRandom_);
    }
    const bool isServed = co_await facility_.serve(demand);
    if (!isServed) {
        --present_;
        statistics_.left(now(), job.jobClass);
        showFill();
        lose(std::move(message));
        co_return;
    }
    statistics_.waited(now() - arrivedAt - demand.work, job.jobClass);
    depart(std::move(message), arrivedAt);
}

void Station::noteResumed(const ServiceDemand& demand) {
    statistics_.resumed(now(), demand.jobClass);
    record(RequestId::none, SpanId::none,
           JobStarted{.job = demand.tag, .jobClass = demand.jobClass});
    showFill();
}

Process Station::serveShared(Message message) {
    const Job job = jobOf(message);
    const SimTime arrivedAt = now();
    statistics_.started(arrivedAt, SimTime(), job.jobClass);
    record(RequestId::none, SpanId::none, JobStarted{.job = job.id, .jobClass = job.jobClass});
    const SimTime demand = drawService(job.jobClass);
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

void Station::lose(Message message) {
    if (port("lost").isConnected()) {
        port("lost").send(std::move(message));
    }
}

void Station::showFill() const {
    const auto queued = static_cast<std::int64_t>(facility_.queueLength());
    setGauge(kBusyGauge, present_ - queued, shared_ ? 0 : servers_);
    setGauge(kQueueGauge, queued);
}

namespace {

std::vector<Parameter> stationParameters() {
    return {
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
         .help = ROUNDTRIP_TEXT(
             "parameters",
             "fifo: as they came. lifo: the newest first. priority: class 0 first. sjf: the "
             "shortest first. srpt: whoever needs the least more. sharing: all at once, each "
             "slower. infinite: nobody waits. preemptive, psjf and srpt interrupt."),
         .type = ParameterType::choice,
         .fallback = "fifo",
         .choices = {"fifo", "lifo", "lifo_preemptive", "random", "priority", "priority_preemptive",
                     "sjf", "psjf", "srpt", "sharing", "infinite"}},
        {.name = "service",
         .label = ROUNDTRIP_TEXT("parameters", "Service time"),
         .help = ROUNDTRIP_TEXT("parameters", "How long a server works on one job."),
         .type = ParameterType::distribution,
         .fallback = {{"exponential", "1 s"}}},
        {.name = "class_services",
         .label = ROUNDTRIP_TEXT("parameters", "Service time by class"),
         .help = ROUNDTRIP_TEXT("parameters", "For classes that need more or less than others, "
                                              "as {\"1\": {\"exponential\": \"2 s\"}}."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::object(),
         .check = checkClassServices},
        {.name = "patience",
         .label = ROUNDTRIP_TEXT("parameters", "Patience in line"),
         .help =
             ROUNDTRIP_TEXT("parameters", "Who waits longer than that leaves. 0 s: nobody does."),
         .type = ParameterType::distribution,
         .fallback = "0 s"},
    };
}

} // namespace

NodeKind stationKind() {
    NodeKind kind;
    kind.id = "station";
    kind.name = ROUNDTRIP_TEXT("parts", "Station");
    kind.help = ROUNDTRIP_TEXT("parts", "Servers with one line, for comparing with queueing "
                                        "theory.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The counter with its line");
    kind.category = Category::theory;
    kind.ports = {{"in", PortInfo::Direction::in, "job"},
                  {"out", PortInfo::Direction::out, "job"},
                  {"lost", PortInfo::Direction::out, "lost job"}};
    kind.parameters = stationParameters();
    kind.gauges = {{"busy", ROUNDTRIP_TEXT("gauges", "{value} in service"), GaugeInfo::Look::boxes,
                    "", GaugeInfo::Measures::utilisation},
                   {"queue", ROUNDTRIP_TEXT("gauges", "{value} in line"), GaugeInfo::Look::text, "",
                    GaugeInfo::Measures::queue}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Station>(*findKind("station"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
