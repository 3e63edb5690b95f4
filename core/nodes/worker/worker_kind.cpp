#include "core/kernel/text_marker.h"
#include "core/nodes/worker/worker.h"

namespace roundtrip {

namespace {

std::vector<Parameter> workerParameters() {
    return {
        {.name = "processes",
         .label = ROUNDTRIP_TEXT("parameters", "Processes"),
         .help = ROUNDTRIP_TEXT("parameters", "How many tasks it can do at the same time."),
         .type = ParameterType::integer,
         .fallback = 4,
         .least = 1,
         .most = 10000},
        {.name = "prefetch",
         .label = ROUNDTRIP_TEXT("parameters", "Prefetch"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How many tasks it may have that are not done yet, those in its "
                                "hands included. 0: as many as there are."),
         .type = ParameterType::integer,
         .fallback = 4,
         .least = 0,
         .most = 65535},
        {.name = "ack",
         .label = ROUNDTRIP_TEXT("parameters", "Acknowledge"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "after_work: the queue keeps a task until it is done. automatic: "
                                "the queue forgets it as soon as it is sent."),
         .type = ParameterType::choice,
         .fallback = "after_work",
         .choices = {"after_work", "automatic"}},
        {.name = "tasks",
         .label = ROUNDTRIP_TEXT("parameters", "Tasks"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "By name: how long each takes, how often it fails, how it is tried "
                                "again and what follows."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::object(),
         .check = checkTaskTable},
        {.name = "reports_start",
         .label = ROUNDTRIP_TEXT("parameters", "Tell when a task begins"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Off: who asks sees \"queued\" until the task is done, unless it "
                                "has several steps."),
         .type = ParameterType::boolean,
         .fallback = true},
    };
}

} // namespace

NodeKind workerKind() {
    NodeKind kind;
    kind.id = "worker";
    kind.name = ROUNDTRIP_TEXT("parts", "Worker");
    kind.help = ROUNDTRIP_TEXT("parts", "Takes tasks from a queue and does them in the background: "
                                        "mails, pictures, reports, imports.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The kitchen behind the counter");
    kind.category = Category::background;
    kind.ports = {{"queue", PortInfo::Direction::out, "tasks"},
                  {"services", PortInfo::Direction::out, "http"},
                  {"database", PortInfo::Direction::out, "sql"},
                  {"keys", PortInfo::Direction::out, "keys"}};
    kind.parameters = workerParameters();
    kind.gauges = {{"busy", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} processes busy"),
                    GaugeInfo::Look::boxes, "", GaugeInfo::Measures::utilisation},
                   {"done", ROUNDTRIP_TEXT("gauges", "{value} done")},
                   {"failed", ROUNDTRIP_TEXT("gauges", "{value} given up")}};
    kind.actions = {{"pause", ROUNDTRIP_TEXT("actions", "Take no more tasks"), {}},
                    {"resume", ROUNDTRIP_TEXT("actions", "Take tasks again"), {}}};
    kind.price = {0.03, "processes", 0.02};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Worker>(*findKind("worker"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
