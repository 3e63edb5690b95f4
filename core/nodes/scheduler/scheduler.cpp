#include "core/nodes/scheduler/scheduler.h"

#include "core/kernel/json_object.h"
#include "core/kernel/text_marker.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kPublishedGauge = 0;
constexpr std::size_t kSkippedGauge = 1;
constexpr std::int64_t kNanosecondsOfSecond = 1'000'000'000;

ScheduleEntry readEntry(const JsonObject::Element& element, Problems& problems) {
    ScheduleEntry entry;
    JsonObject object(*element.json, element.pointer, problems);
    object.allowOnly({"task", "at", "between", "arguments", "priority", "key"});
    entry.order.name = object.requiredText("task");
    const nlohmann::json* arguments = object.find("arguments");
    entry.order.arguments = arguments == nullptr ? "{}" : arguments->dump();
    if (arguments != nullptr && !arguments->is_object()) {
        object.report("wrong-type", {"arguments", "object"}, "arguments");
    }
    entry.order.priority = static_cast<int>(object.integer("priority", 0, 0, 255));
    entry.order.key = object.text("key");
    const nlohmann::json* between = object.find("between");
    if ((object.find("at") == nullptr) == (between == nullptr)) {
        object.report("at-or-between", {});
    } else if (between != nullptr) {
        if (const auto read = readDistribution(*between)) {
            entry.between = *read;
        } else {
            object.report("bad-distribution", read.error().args, "between");
        }
    } else if (const auto schedule = tasks::Schedule::parse(object.text("at"))) {
        entry.at = *schedule;
    } else {
        problems.push_back({schedule.error().code, schedule.error().args, object.pointerTo("at")});
    }
    return entry;
}

Problems checkEntries(const nlohmann::json& json) {
    Problems problems;
    readScheduleEntries(json, problems);
    return problems;
}

} // namespace

std::vector<ScheduleEntry> readScheduleEntries(const nlohmann::json& json, Problems& problems) {
    std::vector<ScheduleEntry> entries;
    if (!json.is_array()) {
        problems.push_back({"not-an-array", {}, ""});
        return entries;
    }
    entries.reserve(json.size());
    for (std::size_t i = 0; i < json.size(); ++i) {
        entries.push_back(readEntry({&json[i], fmt::format("/{}", i)}, problems));
    }
    return entries;
}

Scheduler::Scheduler(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), gaps_(context.seed, key(), "gaps") {}

void Scheduler::start() {
    begin();
}

void Scheduler::parametersChanged() {
    begin();
}

void Scheduler::begin() {
    nlohmann::json source = {values().value("entries"), values().integer("clock")};
    if (!port("queue").isConnected() || source == source_) {
        return;
    }
    source_ = std::move(source);
    ++program_;
    Problems known; // the parameter's check has said them
    const std::vector<ScheduleEntry> entries =
        readScheduleEntries(values().value("entries"), known);
    for (const ScheduleEntry& entry : entries) {
        simulation().spawn(run(entry));
    }
}

/// The simulation starts at second `clock` of the Unix time.
SimTime Scheduler::untilNext(const ScheduleEntry& entry) {
    if (entry.between) {
        return entry.between->sample(gaps_);
    }
    if (entry.at->span()) {
        return *entry.at->span();
    }
    const std::int64_t clock = values().integer("clock");
    const std::int64_t next = entry.at->nextAfter(clock + now().ns() / kNanosecondsOfSecond);
    return SimTime::seconds(next - clock) - now();
}

Process Scheduler::run(ScheduleEntry entry) {
    const std::uint64_t program = program_;
    while (true) {
        co_await simulation().delay(untilNext(entry));
        if (program != program_) {
            co_return;
        }
        if (values().boolean("runs") && isRunning()) {
            simulation().spawn(publish(entry));
        } else {
            setGauge(kSkippedGauge, ++skipped_);
            record(RequestId::none, SpanId::none,
                   CheckFailed{.check = text("schedule"),
                               .reason = text("skipped\n" + entry.order.name),
                               .status = 0});
        }
    }
}

Process Scheduler::publish(ScheduleEntry entry) {
    Message message;
    message.payload = TaskCommand{.kind = TaskCommand::Kind::publish, .order = entry.order};
    Task<Message> call = port("queue").call(std::move(message));
    const Message answer = co_await call;
    if (std::get<TaskReply>(answer.payload).isAccepted) {
        setGauge(kPublishedGauge, ++published_);
    } else {
        record(RequestId::none, SpanId::none,
               CheckFailed{.check = text("schedule"),
                           .reason = text("refused\n" + entry.order.name),
                           .status = 0});
    }
}

NodeKind schedulerKind() {
    NodeKind kind;
    kind.id = "scheduler";
    kind.name = ROUNDTRIP_TEXT("parts", "Scheduler");
    kind.help = ROUNDTRIP_TEXT("parts", "Puts tasks into a queue when their time has come: each "
                                        "night, each Monday, every 30 seconds.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The alarm clock");
    kind.category = Category::background;
    kind.ports = {{"queue", PortInfo::Direction::out, "tasks"}};
    kind.parameters = {
        {.name = "entries",
         .label = ROUNDTRIP_TEXT("parameters", "Schedule"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Which task comes when: \"at\" takes five fields as cron does, in "
                                "UTC, or \"every 30 s\"; \"between\" is the time from one to the "
                                "next."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::array(),
         .check = checkEntries},
        {.name = "clock",
         .label = ROUNDTRIP_TEXT("parameters", "Clock at the start"),
         .help =
             ROUNDTRIP_TEXT("parameters", "Seconds since 1970-01-01 00:00 UTC; 0 was a Thursday."),
         .type = ParameterType::integer,
         .fallback = 1'767'571'200, // 2026-01-05 00:00 UTC, a Monday
         .least = 0,
         .most = 4e9,
         .unit = "s"},
        {.name = "runs",
         .label = ROUNDTRIP_TEXT("parameters", "Runs"),
         .help = ROUNDTRIP_TEXT("parameters", "Off: what comes due is left out, also later on."),
         .type = ParameterType::boolean,
         .fallback = true},
    };
    kind.gauges = {{"published", ROUNDTRIP_TEXT("gauges", "tasks put in line: {value}")},
                   {"skipped", ROUNDTRIP_TEXT("gauges", "{value} left out")}};
    kind.price = {.base = 0.02};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Scheduler>(*findKind("scheduler"), context, std::move(setup));
    };
    return kind;
}

bool Scheduler::neverRests() const {
    return isRunning() && values().boolean("runs") && !values().value("entries").empty();
}

} // namespace roundtrip
