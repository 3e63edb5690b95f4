#include "core/kernel/text_marker.h"
#include "core/nodes/task_queue/task_queue_node.h"

namespace roundtrip {

namespace {

std::vector<Parameter> lengthParameters() {
    return {
        {.name = "flavour",
         .label = ROUNDTRIP_TEXT("parameters", "Flavour"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "redis_list: a task that was taken is forgotten. rabbitmq: a task "
                                "stays until the worker says that it is done."),
         .type = ParameterType::choice,
         .fallback = "rabbitmq",
         .choices = {"redis_list", "rabbitmq"}},
        {.name = "max_length",
         .label = ROUNDTRIP_TEXT("parameters", "Longest line"),
         .help = ROUNDTRIP_TEXT("parameters", "Tasks that may wait. 0: no limit."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 1e9},
        {.name = "overflow",
         .label = ROUNDTRIP_TEXT("parameters", "When it is full"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "drop_head: the first in line goes. reject_publish: the new one is "
                                "refused. reject_publish_dlx: refused and kept as a dead letter."),
         .type = ParameterType::choice,
         .fallback = "reject_publish",
         .choices = {"drop_head", "reject_publish", "reject_publish_dlx"}},
        {.name = "durable",
         .label = ROUNDTRIP_TEXT("parameters", "Keep tasks on disk"),
         .help = ROUNDTRIP_TEXT("parameters", "Off: a restart loses what waits."),
         .type = ParameterType::boolean,
         .fallback = true},
    };
}

std::vector<Parameter> deliveryParameters() {
    return {
        {.name = "priorities",
         .label = ROUNDTRIP_TEXT("parameters", "Highest priority"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Tasks with a higher number go first. 0: all are equal. RabbitMQ "
                                "only."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 255},
        {.name = "delivery_limit",
         .label = ROUNDTRIP_TEXT("parameters", "Delivery limit"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How often a task may come back because a worker died, before it "
                                "becomes a dead letter. 0: always. RabbitMQ only."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 1000},
        {.name = "message_ttl",
         .label = ROUNDTRIP_TEXT("parameters", "Time to live"),
         .help = ROUNDTRIP_TEXT("parameters", "A task that has waited that long becomes a dead "
                                              "letter. 0: never. RabbitMQ only."),
         .type = ParameterType::duration,
         .fallback = "0 s",
         .least = 0.0,
         .most = 31'536'000.0},
        {.name = "operation_time",
         .label = ROUNDTRIP_TEXT("parameters", "Time of an operation"),
         .help = ROUNDTRIP_TEXT("parameters", "What it takes to keep or hand out a task."),
         .type = ParameterType::duration,
         .fallback = "50 us",
         .least = 0.0,
         .most = 60.0},
        {.name = "result_ttl",
         .label = ROUNDTRIP_TEXT("parameters", "Results are kept for"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How long one can ask what became of a task, and how long a repeat "
                                "of it is known."),
         .type = ParameterType::duration,
         .fallback = "10 min",
         .least = 0.0,
         .most = 31'536'000.0},
    };
}

std::vector<ActionInfo> queueActions() {
    const Parameter task{.name = "task",
                         .label = ROUNDTRIP_TEXT("parameters", "Task"),
                         .help = ROUNDTRIP_TEXT("parameters", "Its name in the worker's table."),
                         .type = ParameterType::text,
                         .fallback = "task"};
    const Parameter arguments{.name = "arguments",
                              .label = ROUNDTRIP_TEXT("parameters", "Arguments"),
                              .help = ROUNDTRIP_TEXT("parameters", "A JSON object."),
                              .type = ParameterType::text,
                              .fallback = "{}"};
    const Parameter priority{.name = "priority",
                             .label = ROUNDTRIP_TEXT("parameters", "Priority"),
                             .help = ROUNDTRIP_TEXT("parameters", "Higher goes first."),
                             .type = ParameterType::integer,
                             .fallback = 0,
                             .least = 0,
                             .most = 255};
    return {
        {"publish", ROUNDTRIP_TEXT("actions", "Add a task"), {task, arguments, priority}},
        {"purge", ROUNDTRIP_TEXT("actions", "Throw all waiting tasks away"), {}},
        {"return_dead_letters", ROUNDTRIP_TEXT("actions", "Put dead letters back in line"), {}},
    };
}

} // namespace

NodeKind taskQueueKind() {
    NodeKind kind;
    kind.id = "task_queue";
    kind.name = ROUNDTRIP_TEXT("parts", "Task queue");
    kind.help = ROUNDTRIP_TEXT("parts", "Keeps tasks in line until a worker has time, so that "
                                        "nobody has to wait for them, and knows what became of "
                                        "each.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The tray of orders");
    kind.category = Category::background;
    kind.ports = {{"clients", PortInfo::Direction::in, "tasks"}};
    kind.parameters = lengthParameters();
    const std::vector<Parameter> more = deliveryParameters();
    kind.parameters.insert(kind.parameters.end(), more.begin(), more.end());
    kind.gauges = {{"ready", ROUNDTRIP_TEXT("gauges", "tasks in line: {value}"),
                    GaugeInfo::Look::text, "", GaugeInfo::Measures::queue},
                   {"unacked", ROUNDTRIP_TEXT("gauges", "{value} with workers")},
                   {"dead", ROUNDTRIP_TEXT("gauges", "dead letters: {value}")}};
    kind.actions = queueActions();
    kind.price = {.base = 0.06};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<TaskQueueNode>(*findKind("task_queue"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
