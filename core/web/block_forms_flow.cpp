#include "core/web/block_forms.h"

namespace roundtrip {

namespace {

using Kind = HandlerBlock::Kind;

constexpr double kHour = 3600;

BlockForm whenForm() {
    return {.kind = Kind::when,
            .name = "when",
            .title = ROUNDTRIP_TEXT("blocks", "If"),
            .help =
                ROUNDTRIP_TEXT("blocks", "Goes one way when a condition holds, else the other."),
            .category = BlockCategory::control,
            .members = {{.name = "condition",
                         .label = ROUNDTRIP_TEXT("parameters", "Condition"),
                         .help = ROUNDTRIP_TEXT(
                             "parameters",
                             "As in a template: quantity > 5 and user.role == \"admin\". Names are "
                             "those of the address, the body and what blocks found."),
                         .type = ParameterType::text,
                         .fallback = "user.is_authenticated",
                         .isRequired = true}},
            .branches = {{"then", ROUNDTRIP_TEXT("blocks", "Then"), true},
                         {"otherwise", ROUNDTRIP_TEXT("blocks", "Otherwise")}}};
}

BlockForm forEachForm() {
    return {.kind = Kind::forEach,
            .name = "for_each",
            .title = ROUNDTRIP_TEXT("blocks", "For each row"),
            .help = ROUNDTRIP_TEXT("blocks", "Runs blocks once for each row of what was found; "
                                             "1,000 rounds of one request at most."),
            .category = BlockCategory::control,
            .members = {{.name = "rows",
                         .label = ROUNDTRIP_TEXT("parameters", "Rows"),
                         .help = ROUNDTRIP_TEXT("parameters",
                                                "The name of what a block found, or of a list in "
                                                "the body; with dots for a list inside."),
                         .type = ParameterType::text,
                         .fallback = "result",
                         .isRequired = true},
                        {.name = "as",
                         .label = ROUNDTRIP_TEXT("parameters", "Name of the row"),
                         .help = ROUNDTRIP_TEXT("parameters",
                                                "What the row whose turn it is is called inside; "
                                                "its columns are name_column."),
                         .type = ParameterType::text,
                         .fallback = "item"}},
            .branches = {{"handler", ROUNDTRIP_TEXT("blocks", "For each one"), true}}};
}

BlockForm repeatForm() {
    return {.kind = Kind::repeat,
            .name = "repeat",
            .title = ROUNDTRIP_TEXT("blocks", "Repeat"),
            .help = ROUNDTRIP_TEXT("blocks", "Runs blocks so many times; 1,000 rounds of one "
                                             "request at most."),
            .category = BlockCategory::control,
            .members = {{.name = "times",
                         .label = ROUNDTRIP_TEXT("parameters", "Times"),
                         .help = ROUNDTRIP_TEXT("parameters", "How many rounds it makes."),
                         .type = ParameterType::integer,
                         .fallback = 3,
                         .least = 1,
                         .most = HandlerBlock::kMostRounds,
                         .isRequired = true},
                        {.name = "as",
                         .label = ROUNDTRIP_TEXT("parameters", "Name of the round"),
                         .help = ROUNDTRIP_TEXT("parameters",
                                                "Under this name blocks inside find which round "
                                                "it is, from 1."),
                         .type = ParameterType::text,
                         .fallback = "round"}},
            .branches = {{"handler", ROUNDTRIP_TEXT("blocks", "In each round"), true}}};
}

BlockForm computeForm() {
    return {.kind = Kind::compute,
            .name = "compute",
            .title = ROUNDTRIP_TEXT("blocks", "Compute"),
            .help = ROUNDTRIP_TEXT("blocks", "Works for a time; the worker is busy meanwhile."),
            .category = BlockCategory::control,
            .members = {{.name = "time",
                         .label = ROUNDTRIP_TEXT("parameters", "Time"),
                         .help = ROUNDTRIP_TEXT("parameters",
                                                "How long it works: a span, or a distribution like "
                                                "{\"exponential\": \"5 ms\"}."),
                         .type = ParameterType::distribution,
                         .fallback = "5 ms",
                         .isRequired = true}}};
}

Parameter taskMember() {
    return {.name = "task",
            .label = ROUNDTRIP_TEXT("parameters", "Task"),
            .help = ROUNDTRIP_TEXT("parameters", "Its name in the table of tasks of who does it."),
            .type = ParameterType::text,
            .fallback = "make_thumbnail",
            .isRequired = true};
}

Parameter argumentsMember() {
    return patternMember(
        "arguments", ROUNDTRIP_TEXT("parameters", "Arguments"),
        ROUNDTRIP_TEXT("parameters", "What the task is told: {\"photo\": \"{id}\"}."));
}

BlockForm enqueueForm() {
    return {.kind = Kind::enqueue,
            .name = "enqueue",
            .title = ROUNDTRIP_TEXT("blocks", "Add a task to the queue"),
            .help = ROUNDTRIP_TEXT("blocks", "Leaves work for later, for a worker; the client need "
                                             "not wait for it."),
            .category = BlockCategory::tasks,
            .members = {taskMember(),
                        argumentsMember(),
                        {.name = "priority",
                         .label = ROUNDTRIP_TEXT("parameters", "Priority"),
                         .help = ROUNDTRIP_TEXT(
                             "parameters", "A number, or a name in braces; higher goes first where "
                                           "the queue heeds it."),
                         .type = ParameterType::text,
                         .fallback = "0"},
                        {.name = "delay",
                         .label = ROUNDTRIP_TEXT("parameters", "Not before"),
                         .help = ROUNDTRIP_TEXT("parameters", "How long it waits at least."),
                         .type = ParameterType::duration,
                         .fallback = "0 s",
                         .least = 0,
                         .most = 24 * kHour},
                        {.name = "key",
                         .label = ROUNDTRIP_TEXT("parameters", "Key of the task"),
                         .help = ROUNDTRIP_TEXT(
                             "parameters", "Of tasks with the same key only the first is done."),
                         .type = ParameterType::text,
                         .fallback = ""},
                        nameMember("task")},
            .branches = {{"otherwise", ROUNDTRIP_TEXT("blocks", "If the queue is full")}}};
}

} // namespace

std::vector<BlockForm> controlForms() {
    return {whenForm(), forEachForm(), repeatForm(), computeForm()};
}

std::vector<BlockForm> answerForms() {
    return {{.kind = Kind::respond,
             .name = "respond",
             .title = ROUNDTRIP_TEXT("blocks", "Respond"),
             .help = ROUNDTRIP_TEXT("blocks", "Answers with what was found; no block after it "
                                              "runs."),
             .category = BlockCategory::answer,
             .members = {statusMember(), headersMember()}},
            {.kind = Kind::render,
             .name = "render",
             .title = ROUNDTRIP_TEXT("blocks", "Answer with a page"),
             .help = ROUNDTRIP_TEXT("blocks", "Fills what was found into a template."),
             .category = BlockCategory::answer,
             .members = {{.name = "template",
                          .label = ROUNDTRIP_TEXT("parameters", "Template"),
                          .help = ROUNDTRIP_TEXT("parameters", "Its name in the templates."),
                          .type = ParameterType::text,
                          .fallback = "page.html",
                          .isRequired = true},
                         statusMember(),
                         headersMember()}}};
}

std::vector<BlockForm> taskForms() {
    return {enqueueForm(),
            {.kind = Kind::taskStatus,
             .name = "task_status",
             .title = ROUNDTRIP_TEXT("blocks", "Ask how far a task is"),
             .help = ROUNDTRIP_TEXT("blocks", "Answers 202 while it waits or runs, 200 when it is "
                                              "done, 404 when nobody knows it."),
             .category = BlockCategory::tasks,
             .members = {{.name = "id",
                          .label = ROUNDTRIP_TEXT("parameters", "Number of the task"),
                          .help = ROUNDTRIP_TEXT("parameters",
                                                 "As the block that put it into the queue said."),
                          .type = ParameterType::text,
                          .fallback = "{id}",
                          .isRequired = true},
                         nameMember("task")}},
            {.kind = Kind::runTask,
             .name = "run_task",
             .title = ROUNDTRIP_TEXT("blocks", "Do a task at once"),
             .help = ROUNDTRIP_TEXT("blocks", "Does a task of this server's own table while the "
                                              "client waits."),
             .category = BlockCategory::tasks,
             .members = {taskMember(), argumentsMember(), nameMember("task")}}};
}

} // namespace roundtrip
