#include "core/nodes/worker/worker.h"

#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

constexpr SimTime kReconnectPause = SimTime::seconds(1);
constexpr std::size_t kBusyGauge = 0;
constexpr std::size_t kDoneGauge = 1;
constexpr std::size_t kFailedGauge = 2;

TaskTable tableOf(const ParameterValues& values) {
    Problems known; // the parameter's check has said them
    return readTaskTable(values.value("tasks"), known);
}

} // namespace

Worker::Worker(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), table_(tableOf(values())),
      statistics_(static_cast<int>(values().integer("processes"))),
      durations_(context.seed, key(), "durations"), failures_(context.seed, key(), "failures"),
      jitter_(context.seed, key(), "retry jitter") {
    port("queue").setReceiver([this](Message message) { receive(std::move(message)); });
}

void Worker::start() {
    showWork();
    connect();
}

void Worker::linkLeaves(const Port& port, LinkId /*link*/) {
    if (port.name() == "queue") {
        sendCommand({.kind = TaskCommand::Kind::close, .order = {}});
        disconnected();
    }
}

/// What it was given and has not begun is the queue's again.
void Worker::disconnected() {
    isConnected_ = false;
    std::erase_if(backlog_, [](const Message& waiting) {
        return !std::get<TaskDelivery>(waiting.payload).isForgotten;
    });
}

void Worker::connect() {
    if (isConnected_ || !isRunning() || !port("queue").isConnected()) {
        return;
    }
    isConnected_ = true;
    ++connection_;
    if (!isPaused_) {
        simulation().spawn(consume());
    }
}

/// Comes again later when the queue is away.
Process Worker::consume() {
    const std::uint64_t connection = connection_;
    Message message;
    message.payload = dressed({.kind = TaskCommand::Kind::consume, .order = {}});
    Task<Message> call = port("queue").call(std::move(message));
    const Message answer = co_await call;
    if (std::get<TaskReply>(answer.payload).isMissing && connection == connection_ && isRunning()) {
        isConnected_ = false;
        simulation().spawn(connectLater(kReconnectPause));
    }
}

Process Worker::connectLater(SimTime delay) {
    const std::uint64_t connection = connection_;
    co_await simulation().delay(delay);
    if (connection == connection_ && isRunning()) {
        connect();
    }
}

void Worker::sendCommand(TaskCommand command) {
    if (!isConnected_) {
        return;
    }
    Message message;
    message.payload = dressed(std::move(command));
    port("queue").send(std::move(message));
}

TaskCommand Worker::dressed(TaskCommand command) const {
    command.connection = connection_;
    command.prefetch = static_cast<std::size_t>(values().integer("prefetch"));
    command.processes = static_cast<std::size_t>(values().integer("processes"));
    command.isAutomatic = values().text("ack") == "automatic";
    return command;
}

void Worker::receive(Message message) {
    const auto& delivery = std::get<TaskDelivery>(message.payload);
    const bool isCurrent = isConnected_ && delivery.connection == connection_;
    if (delivery.isClosed) {
        if (isCurrent) {
            disconnected();
            simulation().spawn(connectLater(kReconnectPause));
        }
        return;
    }
    if (isCurrent) {
        statistics_.arrived(now());
        backlog_.push_back(std::move(message));
        takeNext();
    } else if (delivery.isForgotten) { // it came to a process that is no more
        const Run run{.message = std::move(message)};
        refuse(run, "task",
               fmt::format("lost\n{}\n{}", run.delivery().order.name, run.delivery().order.id));
    }
}

void Worker::takeNext() {
    while (!backlog_.empty() &&
           static_cast<std::int64_t>(runs_.size()) < values().integer("processes")) {
        const std::uint64_t number = ++lastRun_;
        Run& run = runs_[number];
        run.number = number;
        run.message = std::move(backlog_.front());
        backlog_.pop_front();
        simulation().spawn(work(number));
    }
    showWork();
}

Process Worker::work(std::uint64_t number) {
    Run& run = runs_.at(number);
    const TaskDelivery& delivery = run.delivery();
    const RequestId request = run.message.request;
    const SimTime waited = now() - delivery.queuedAt;
    run.span = beginSpan(request, run.message.span, delivery.order.name);
    statistics_.started(now(), waited);
    record(request, run.span,
           WorkStarted{.waited = waited,
                       .busy = static_cast<std::uint32_t>(runs_.size()),
                       .workers = static_cast<std::uint32_t>(values().integer("processes"))});
    const auto known = table_.find(delivery.order.name);
    if (known == table_.end()) {
        refuse(run, "task", "not-in-table\n" + delivery.order.name);
        giveUp(number);
        co_return;
    }
    const TaskKind task = known->second; // the table may change meanwhile
    if (!delivery.order.key.empty()) {
        Task<bool> asking = isNew(number);
        const bool isToDo = co_await asking;
        if (!isToDo) {
            co_return;
        }
    }
    Task<> working = workThrough(number, task);
    co_await working;
}

Task<bool> Worker::isNew(std::uint64_t number) {
    Run& run = runs_.at(number);
    const std::string key = run.delivery().order.key;
    TaskCommand claim = commandFor(run, TaskCommand::Kind::claim);
    claim.connection = connection_;
    Task<Message> call = port("queue").call(messageFor(run, std::move(claim)));
    const Message answer = co_await call;
    if (!isAlive(number)) {
        co_return false;
    }
    const auto& reply = std::get<TaskReply>(answer.payload);
    if (reply.isAccepted || reply.isMissing) { // rather twice than never
        co_return true;
    }
    pass(runs_.at(number), "task", "duplicate\n" + key);
    succeed(number, 1);
    co_return false;
}

Task<> Worker::workThrough(std::uint64_t number, const TaskKind& task) {
    const SimTime duration = task.duration.sample(durations_);
    const bool fails = task.failure > 0 && failures_.uniform() < task.failure;
    if (values().boolean("reports_start") || task.steps > 1) {
        tellProgress(runs_.at(number), 0, task.steps);
    }
    for (int step = 1; step <= task.steps; ++step) {
        co_await busyFor(duration * step / task.steps - duration * (step - 1) / task.steps);
        if (!isAlive(number)) {
            co_return;
        }
        if (step < task.steps) {
            tellProgress(runs_.at(number), step, task.steps);
        }
    }
    const Run& run = runs_.at(number);
    record(run.message.request, run.span, Computed{.took = duration});
    bool isGood = !fails;
    if (isGood && !task.ends.empty()) {
        Task<bool> ending = runEnds(number, task);
        isGood = co_await ending;
        if (!isAlive(number)) {
            co_return;
        }
    }
    if (isGood) {
        succeed(number, task.steps);
    } else {
        fail(number, task);
    }
}

void Worker::succeed(std::uint64_t number, int steps) {
    const Run& run = runs_.at(number);
    TaskCommand command = commandFor(run, TaskCommand::Kind::ack);
    command.done = command.of = steps;
    if (recorder().keeps(run.message.request)) {
        pass(run, "task", fmt::format("succeeded\n{}\n{}", command.order.name, command.order.id));
    }
    ++done_;
    finish(number, std::move(command), true);
}

void Worker::fail(std::uint64_t number, const TaskKind& task) {
    const Run& run = runs_.at(number);
    const TaskOrder& order = run.delivery().order;
    if (!task.retry.allowsAnother(order.attempt)) {
        refuse(run, "task",
               fmt::format("gave-up\n{}\n{}\n{}", order.name, order.id, order.attempt));
        giveUp(number);
        return;
    }
    TaskCommand command = commandFor(run, TaskCommand::Kind::retry);
    command.delay = task.retry.pauseAfter(order.attempt, order.pause, jitter_);
    command.order.pause = command.delay;
    ++command.order.attempt;
    refuse(run, "task",
           fmt::format("retry\n{}\n{}\n{}\n{}", order.name, order.id, command.order.attempt,
                       durationText(command.delay)));
    finish(number, std::move(command), false);
}

void Worker::giveUp(std::uint64_t number) {
    ++failed_;
    finish(number, commandFor(runs_.at(number), TaskCommand::Kind::reject), false);
}

void Worker::finish(std::uint64_t number, TaskCommand command, bool isGood) {
    const Run run = std::move(runs_.at(number));
    runs_.erase(number);
    endSpan(run.message.request, run.span, !isGood);
    statistics_.departed(now(), now() - run.delivery().queuedAt);
    if (isConnected_) {
        command.connection = run.delivery().connection;
        port("queue").send(messageFor(run, std::move(command)));
    }
    takeNext();
}

void Worker::tellProgress(const Run& run, int done, int of) {
    if (!isConnected_) {
        return;
    }
    TaskCommand command = commandFor(run, TaskCommand::Kind::progress);
    command.done = done;
    command.of = of;
    port("queue").send(messageFor(run, std::move(command)));
}

TaskCommand Worker::commandFor(const Run& run, TaskCommand::Kind kind) const {
    return {.kind = kind, .order = run.delivery().order, .tag = run.delivery().tag};
}

Message Worker::messageFor(const Run& run, Payload payload) {
    Message message;
    message.request = run.message.request;
    message.span = run.span;
    message.payload = std::move(payload);
    return message;
}

void Worker::stopped() {
    const auto say = [this](const Run& run, bool hasBegun) {
        const TaskOrder& order = run.delivery().order;
        if (run.delivery().isForgotten) {
            refuse(run, "task", fmt::format("lost\n{}\n{}", order.name, order.id));
        } else if (hasBegun) {
            refuse(run, "task", fmt::format("died\n{}\n{}", order.name, order.id));
        }
        if (hasBegun) {
            endSpan(run.message.request, run.span, true);
        }
        statistics_.departed(now(), now() - run.delivery().queuedAt);
    };
    for (const auto& [number, run] : runs_) {
        say(run, true);
    }
    for (Message& message : backlog_) {
        statistics_.started(now(), SimTime());
        say({.message = std::move(message)}, false);
    }
    runs_.clear();
    backlog_.clear();
    sendCommand({.kind = TaskCommand::Kind::close, .order = {}});
    isConnected_ = false;
    showWork();
}

void Worker::performOwn(const std::string& action, const ParameterValues& /*arguments*/) {
    isPaused_ = action == "pause";
    sendCommand(
        {.kind = isPaused_ ? TaskCommand::Kind::cancel : TaskCommand::Kind::consume, .order = {}});
}

void Worker::parametersChanged() {
    table_ = tableOf(values());
    if (!isPaused_) {
        sendCommand({.kind = TaskCommand::Kind::consume, .order = {}});
    }
    takeNext();
}

void Worker::pass(const Run& run, std::string_view check, std::string_view reason) {
    const RequestId request = run.message.request;
    if (recorder().keeps(request)) {
        record(request, run.span, CheckPassed{.check = text(check), .reason = text(reason)});
    }
}

void Worker::refuse(const Run& run, std::string_view check, std::string_view reason) {
    record(run.message.request, run.span,
           CheckFailed{.check = text(check), .reason = text(reason), .status = 0});
}

void Worker::showWork() {
    setGauge(kBusyGauge, static_cast<std::int64_t>(runs_.size()), values().integer("processes"));
    setGauge(kDoneGauge, done_);
    setGauge(kFailedGauge, failed_);
}

} // namespace roundtrip
