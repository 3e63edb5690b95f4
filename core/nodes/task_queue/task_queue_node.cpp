#include "core/nodes/task_queue/task_queue_node.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr const char* kQueue = "tasks";
constexpr const char* kDead = "dead";

tasks::Overflow overflowOf(const std::string& name) {
    return name == "drop_head"        ? tasks::Overflow::dropHead
           : name == "reject_publish" ? tasks::Overflow::rejectPublish
                                      : tasks::Overflow::rejectPublishDlx;
}

} // namespace

TaskQueueNode::TaskQueueNode(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), thread_(context.simulation, 1),
      done_(values().duration("result_ttl")), isList_(isList()) {
    declareQueues();
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

void TaskQueueNode::start() {
    showFill();
}

void TaskQueueNode::declareQueues() {
    const bool isDurable = values().boolean("durable");
    tasks::QueueSettings settings{.isDurable = isDurable,
                                  .maxLength =
                                      static_cast<std::size_t>(values().integer("max_length")),
                                  .overflow = overflowOf(values().text("overflow"))};
    if (!isList()) {
        const SimTime ttl = values().duration("message_ttl");
        const std::int64_t limit = values().integer("delivery_limit");
        settings.maxPriority = static_cast<int>(values().integer("priorities"));
        settings.messageTtl = ttl > SimTime() ? std::optional(ttl) : std::nullopt;
        settings.deliveryLimit = limit > 0 ? std::optional(static_cast<int>(limit)) : std::nullopt;
        settings.deadLetterQueue = kDead;
    } else if (settings.overflow == tasks::Overflow::rejectPublishDlx) {
        settings.overflow = tasks::Overflow::rejectPublish; // a list has no dead letters
    }
    broker_.declare(kDead, {.isDurable = isDurable});
    broker_.declare(kQueue, std::move(settings));
}

void TaskQueueNode::parametersChanged() {
    if (std::exchange(isList_, isList()) != isList()) {
        disconnect(); // workers come again and find another kind of queue
    }
    declareQueues();
    done_.setTtl(values().duration("result_ttl"));
    tend();
}

Process TaskQueueNode::serve(Message message) {
    const SimTime took = values().duration("operation_time");
    if (took > SimTime()) {
        Permit thread = co_await thread_.acquire();
        const std::uint32_t since = life();
        co_await busyFor(took);
        if (since != life()) {
            co_return;
        }
    }
    handle(message, std::get<TaskCommand>(message.payload));
    tend();
}

void TaskQueueNode::handle(const Message& message, const TaskCommand& command) {
    using Kind = TaskCommand::Kind;
    switch (command.kind) {
    case Kind::publish:
        publish(message, command);
        break;
    case Kind::consume:
        consume(message, command);
        break;
    case Kind::cancel:
        if (const auto client = clients_.find(message.via); client != clients_.end()) {
            stopConsuming(client->second, message.via);
        }
        break;
    case Kind::close:
        close(message, command);
        break;
    case Kind::claim:
        claim(message, command);
        break;
    case Kind::status:
        answerStatus(message, command);
        break;
    case Kind::progress:
        setState(command.order.id,
                 {TaskState::Status::started, command.done, command.of, command.order.attempt});
        break;
    default:
        settle(message, command);
        break;
    }
}

void TaskQueueNode::publish(const Message& message, const TaskCommand& command) {
    Tracked task{command.order, message.request, message.span};
    task.order.id = ++lastId_;
    bool isAccepted = true;
    if (command.delay > SimTime()) {
        setState(task.order.id, {.status = TaskState::Status::queued});
        simulation().spawn(enqueueLater(std::move(task), command.delay));
    } else {
        isAccepted = enqueue(std::move(task));
    }
    port("clients").reply(message, message.span,
                          TaskReply{.isAccepted = isAccepted, .id = lastId_, .state = {}});
}

bool TaskQueueNode::enqueue(Tracked task) {
    const std::uint64_t id = task.order.id;
    const std::size_t ahead = broker_.ready(kQueue);
    tasks::QueuedMessage queued{.id = id, .priority = task.order.priority};
    queued.isPersistent = values().boolean("durable");
    const Tracked& kept = tasks_[id] = std::move(task);
    if (broker_.publish(kQueue, std::move(queued), now()) == tasks::Broker::Confirm::nack) {
        refuse(kept, "task", fmt::format("full\n{}\n{}", kept.order.name, ahead));
        setState(id, {.status = TaskState::Status::failed});
        const bool isKept = !isList() && values().text("overflow") == "reject_publish_dlx";
        if (!isKept) {
            tasks_.erase(id);
        }
        bury();
        return false;
    }
    record(kept.request, kept.span, WorkQueued{.ahead = static_cast<std::uint32_t>(ahead)});
    setState(id, {.status = TaskState::Status::queued, .attempt = kept.order.attempt});
    return true;
}

Process TaskQueueNode::enqueueLater(Tracked task, SimTime delay) {
    const std::uint64_t restarts = restarts_;
    co_await simulation().delay(delay);
    if (restarts == restarts_ || values().boolean("durable")) {
        enqueue(std::move(task));
        tend();
    } else {
        refuse(task, "task",
               fmt::format("lost-in-restart\n{}\n{}", task.order.name, task.order.id));
        setState(task.order.id, {.status = TaskState::Status::failed});
    }
}

void TaskQueueNode::consume(const Message& message, const TaskCommand& command) {
    Client& client = clients_[message.via];
    if (client.channel != 0 && client.connection != command.connection) {
        broker_.closeChannel(client.channel, now());
        client = {};
    }
    if (client.channel == 0) {
        client.channel = broker_.openChannel();
        client.connection = command.connection;
    }
    if (isList()) {
        std::erase(takers_, message.via);
        const std::size_t free = command.processes - std::min(command.processes, client.atWork);
        takers_.insert(takers_.end(), free, message.via);
    } else if (client.consumer != 0) {
        broker_.setPrefetch(client.consumer, command.prefetch);
    } else {
        client.consumer =
            broker_.consume(client.channel, kQueue, {command.prefetch, command.isAutomatic});
    }
    port("clients").reply(message, message.span, TaskReply{});
}

void TaskQueueNode::stopConsuming(Client& client, LinkId link) {
    std::erase(takers_, link);
    broker_.cancel(std::exchange(client.consumer, 0));
}

void TaskQueueNode::close(const Message& message, const TaskCommand& command) {
    const auto client = clients_.find(message.via);
    if (client != clients_.end() && client->second.connection == command.connection) {
        forget(message.via);
    }
}

void TaskQueueNode::linkLeaves(const Port& /*port*/, LinkId link) {
    if (clients_.contains(link)) {
        forget(link);
        tend();
    }
}

void TaskQueueNode::forget(LinkId link) {
    const auto client = clients_.find(link);
    std::erase(takers_, link);
    for (const std::uint64_t id : broker_.closeChannel(client->second.channel, now())) {
        const Tracked& task = tasks_.at(id);
        pass(task, "task", fmt::format("given-back\n{}\n{}", task.order.name, id));
        setState(id, {.status = TaskState::Status::queued, .attempt = task.order.attempt});
    }
    clients_.erase(client);
}

/// What a worker says of a task that it had. A connection that is gone has nothing to settle: its
/// tasks were given back.
void TaskQueueNode::settle(const Message& message, const TaskCommand& command) {
    using Kind = TaskCommand::Kind;
    const auto found = clients_.find(message.via);
    if (found == clients_.end() || found->second.connection != command.connection) {
        return;
    }
    Client& client = found->second;
    const std::uint64_t id = command.order.id;
    if (command.kind == Kind::retry) {
        simulation().spawn(
            enqueueLater({command.order, message.request, message.span}, command.delay));
    } else {
        const bool isDone = command.kind == Kind::ack;
        setState(id, {isDone ? TaskState::Status::succeeded : TaskState::Status::failed,
                      isDone ? command.of : command.done, command.of, command.order.attempt});
    }
    if (command.kind == Kind::ack && !command.order.key.empty()) {
        done_.put(command.order.key, fmt::format("{}", id), now());
    }
    if (command.tag == 0) { // the queue had forgotten it
        if (isList() && client.atWork > 0) {
            --client.atWork;
            takers_.push_back(message.via);
        }
        return;
    }
    if (command.kind == Kind::reject) {
        (void)broker_.nack(client.channel, command.tag, false, false, now());
    } else if (broker_.ack(client.channel, command.tag)) {
        tasks_.erase(id);
    }
}

void TaskQueueNode::claim(const Message& message, const TaskCommand& command) {
    const bool isNew = done_.find(command.order.key, now()) == nullptr;
    port("clients").reply(message, message.span,
                          TaskReply{.isAccepted = isNew, .id = command.order.id, .state = {}});
}

void TaskQueueNode::answerStatus(const Message& message, const TaskCommand& command) {
    const auto found = results_.find(command.order.id);
    const TaskState state = found == results_.end() ? TaskState{} : found->second.state;
    port("clients").reply(message, message.span,
                          TaskReply{.isAccepted = true, .id = command.order.id, .state = state});
}

/// All that has to follow when something changed.
void TaskQueueNode::tend() {
    deliver();
    bury();
    watchExpiry();
    showFill();
}

void TaskQueueNode::deliver() {
    while (!takers_.empty() && broker_.ready(kQueue) > 0) {
        const LinkId link = takers_.front();
        Client& client = clients_.at(link);
        takers_.pop_front();
        ++client.atWork;
        send(*broker_.get(client.channel, kQueue, true, now()), link, client.connection, true);
    }
    while (const auto delivery = broker_.nextDelivery(now())) {
        const auto client = std::ranges::find(
            clients_, delivery->channel, [](const auto& entry) { return entry.second.channel; });
        send(*delivery, client->first, client->second.connection,
             broker_.unacknowledged(delivery->consumer) == 0);
    }
}

void TaskQueueNode::send(const tasks::Broker::Delivery& delivery, LinkId link,
                         std::uint64_t connection, bool isForgotten) {
    const std::uint64_t id = delivery.message.id;
    const Tracked& task = tasks_.at(id);
    if (delivery.isRedelivered) {
        pass(task, "task", fmt::format("redelivered\n{}\n{}", task.order.name, id));
    }
    Message message;
    message.request = task.request;
    message.span = task.span;
    message.payload = TaskDelivery{.order = task.order,
                                   .connection = connection,
                                   .tag = isForgotten ? 0 : delivery.tag,
                                   .isRedelivered = delivery.isRedelivered,
                                   .isForgotten = isForgotten,
                                   .queuedAt = delivery.publishedAt};
    port("clients").sendOver(link, std::move(message));
    if (isForgotten) {
        tasks_.erase(id);
    }
}

/// Says what died, and forgets what nobody keeps.
void TaskQueueNode::bury() {
    for (const tasks::Broker::DeadLetter& dead : broker_.takeDeadLetters()) {
        const Tracked& task = tasks_.at(dead.message.id);
        refuse(task, "task",
               fmt::format("{}\n{}\n{}\n{}", dead.to.empty() ? "dropped" : "dead", task.order.name,
                           dead.message.id, tasks::nameOf(dead.reason)));
        setState(dead.message.id,
                 {.status = TaskState::Status::failed, .attempt = task.order.attempt});
        if (dead.to.empty()) {
            tasks_.erase(dead.message.id);
        }
    }
}

void TaskQueueNode::watchExpiry() {
    const auto next = broker_.nextExpiry();
    if (next && (!expiryAt_ || *next < *expiryAt_)) {
        expiryAt_ = next;
        simulation().spawn(expireAt(*next));
    }
}

Process TaskQueueNode::expireAt(SimTime at) {
    co_await simulation().delay(at - now());
    if (expiryAt_ == at) {
        expiryAt_.reset();
        broker_.expire(now());
        tend();
    }
}

void TaskQueueNode::pass(const Tracked& task, std::string_view check, std::string_view reason) {
    if (recorder().keeps(task.request)) {
        record(task.request, task.span, CheckPassed{.check = text(check), .reason = text(reason)});
    }
}

void TaskQueueNode::refuse(const Tracked& task, std::string_view check, std::string_view reason) {
    record(task.request, task.span,
           CheckFailed{.check = text(check), .reason = text(reason), .status = 0});
}

void TaskQueueNode::setState(std::uint64_t id, TaskState state) {
    const SimTime keptUntil = now() + values().duration("result_ttl");
    const auto [result, isNew] = results_.insert_or_assign(id, Result{state, keptUntil});
    if (isNew) {
        resultOrder_.emplace_back(keptUntil, id);
    }
    while (resultOrder_.front().first <= now()) {
        const std::uint64_t oldest = resultOrder_.front().second;
        const auto found = results_.find(oldest);
        resultOrder_.pop_front();
        if (found->second.keptUntil > now()) { // it was written again meanwhile
            resultOrder_.emplace_back(found->second.keptUntil, oldest);
        } else {
            results_.erase(found);
        }
    }
}

void TaskQueueNode::showFill() {
    const std::array<std::int64_t, 3> fill{
        static_cast<std::int64_t>(broker_.ready(kQueue)),
        static_cast<std::int64_t>(broker_.unacknowledged(kQueue)),
        static_cast<std::int64_t>(broker_.ready(kDead))};
    for (std::size_t gauge = 0; gauge < fill.size(); ++gauge) {
        if (fill.at(gauge) != shown_.at(gauge)) {
            shown_.at(gauge) = fill.at(gauge);
            setGauge(gauge, fill.at(gauge), gauge == 0 ? values().integer("max_length") : 0);
        }
    }
}

void TaskQueueNode::performOwn(const std::string& action, const ParameterValues& arguments) {
    if (action == "publish") {
        Tracked task;
        task.order = {.id = ++lastId_,
                      .name = arguments.text("task"),
                      .arguments = arguments.text("arguments"),
                      .priority = static_cast<int>(arguments.integer("priority"))};
        enqueue(std::move(task));
    } else if (action == "purge") {
        for (const tasks::QueuedMessage& message : broker_.purge(kQueue)) {
            lose(message.id, "purged");
        }
    } else {
        returnDeadLetters();
    }
    tend();
}

void TaskQueueNode::lose(std::uint64_t id, std::string_view reason) {
    const Tracked& task = tasks_.at(id);
    refuse(task, "task", fmt::format("{}\n{}\n{}", reason, task.order.name, id));
    setState(id, {.status = TaskState::Status::failed});
    tasks_.erase(id);
}

void TaskQueueNode::returnDeadLetters() {
    for (const tasks::QueuedMessage& message : broker_.purge(kDead)) {
        Tracked task = tasks_.at(message.id);
        task.order.attempt = 1;
        pass(task, "task", fmt::format("returned\n{}\n{}", task.order.name, message.id));
        enqueue(std::move(task));
    }
}

void TaskQueueNode::stopped() {
    ++restarts_;
    thread_.restart();
    for (const tasks::QueuedMessage& message : broker_.restart()) {
        lose(message.id, "lost-in-restart");
    }
    disconnect();
}

void TaskQueueNode::started() {
    shown_ = {-1, -1, -1};
    tend();
}

void TaskQueueNode::disconnect() {
    takers_.clear();
    for (const auto& [link, client] : std::exchange(clients_, {})) {
        broker_.closeChannel(client.channel, now());
        Message message;
        message.payload =
            TaskDelivery{.order = {}, .connection = client.connection, .isClosed = true};
        port("clients").sendOver(link, std::move(message));
    }
}

} // namespace roundtrip
