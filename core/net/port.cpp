#include "core/net/port.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace roundtrip {

/// Suspends the caller until `resume`, or until its patience ends.
struct Port::Answer {
    Simulation& simulation;
    Waiting& waiting;
    SimTime patience;
    [[nodiscard]] static bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<> caller) const {
        waiting.caller = caller;
        if (patience != SimTime()) {
            waiting.timer = simulation.scheduleTimer(patience, caller);
        }
    }
    static void await_resume() noexcept {}
};

void Port::send(Message message) {
    if (!isClosed_ && isConnected()) {
        links_.front()->carry(*this, std::move(message));
    }
}

void Port::sendTo(NodeId node, Message message) {
    if (Link* link = linkTo(node); link != nullptr && !isClosed_) {
        link->carry(*this, std::move(message));
    }
}

void Port::sendToAll(const Message& message) {
    for (Link* link : links_) {
        if (!isClosed_) {
            link->carry(*this, Message(message));
        }
    }
}

Task<Message> Port::call(Message message) {
    return callTo(firstPeer(), std::move(message));
}

Task<Message> Port::callTo(NodeId node, Message message) {
    Waiting waiting{.link = linkTo(node), .question = message.payload.index()};
    if (isClosed_) {
        co_return noneFor(waiting);
    }
    if (waiting.link == nullptr) {
        co_await context_.simulation.delay(kNoRoute);
        co_return noneFor(waiting);
    }
    ask(waiting, std::move(message));
    Answer answer{context_.simulation, waiting, SimTime()};
    co_await answer;
    co_return *std::move(waiting.answer);
}

Task<std::optional<Message>> Port::callWithin(NodeId node, Message message, SimTime patience) {
    Waiting waiting{.link = linkTo(node), .question = message.payload.index()};
    if (isClosed_) {
        co_return noneFor(waiting);
    }
    if (waiting.link == nullptr) {
        co_await context_.simulation.delay(kNoRoute);
        co_return noneFor(waiting);
    }
    const MessageId call = ask(waiting, std::move(message));
    Answer answer{context_.simulation, waiting, patience};
    co_await answer;
    if (!waiting.answer) {
        waiting_.erase(call);
        waiting.link->abandon(call);
    }
    co_return std::move(waiting.answer);
}

MessageId Port::ask(Waiting& waiting, Message&& message) {
    const MessageId call = waiting.link->carry(*this, std::move(message));
    waiting_.emplace(call, &waiting);
    return call;
}

Message Port::noneFor(const Waiting& waiting) {
    Message none;
    none.payload = noAnswer(waiting.question, {Refusal::Reason::reset});
    return none;
}

NodeId Port::firstPeer() const {
    return isConnected() ? links_.front()->otherEnd(*this).owner() : NodeId::none;
}

std::vector<NodeId> Port::peers() const {
    std::vector<NodeId> nodes;
    nodes.reserve(links_.size());
    for (const Link* link : links_) {
        nodes.push_back(link->otherEnd(*this).owner());
    }
    return nodes;
}

bool Port::isSealedTo(NodeId node) const {
    const Link* link = linkTo(node);
    return link != nullptr && link->isSealed();
}

Link* Port::linkTo(NodeId node) const {
    const auto found = std::ranges::find_if(
        links_, [this, node](const Link* link) { return link->otherEnd(*this).owner() == node; });
    return found == links_.end() ? nullptr : *found;
}

Link* Port::linkOf(LinkId id) const {
    const auto found = std::ranges::find(links_, id, &Link::id);
    return found == links_.end() ? nullptr : *found;
}

void Port::reply(const Message& question, SpanId span, Payload payload) {
    if (asked_.erase(question.call) == 0) {
        return; // the connection is gone
    }
    Message message;
    message.inReplyTo = question.call;
    message.request = question.request;
    message.span = span;
    message.payload = std::move(payload);
    if (Link* link = linkOf(question.via)) {
        link->carry(*this, std::move(message));
    }
}

void Port::sendOver(LinkId link, Message message) {
    if (Link* known = linkOf(link); known != nullptr && !isClosed_) {
        known->carry(*this, std::move(message));
    }
}

void Port::receive(Message&& message) {
    if (message.inReplyTo != MessageId::none) {
        takeAnswer(std::move(message));
        return;
    }
    if (isQuestion(message.payload)) {
        const Asked asked{message.via, message.request, message.span};
        if (linkOf(message.via) == nullptr) {
            return; // who asked was told that there is no answer
        }
        if (isClosed_) {
            refuse(message.call, asked, {Refusal::Reason::refused});
            return;
        }
        asked_.emplace(message.call, asked);
    }
    if (receiver_ && !isClosed_) {
        receiver_(std::move(message));
    }
}

/// One that nobody waits for is dropped.
void Port::takeAnswer(Message&& message) {
    const auto found = waiting_.find(message.inReplyTo);
    if (found == waiting_.end()) {
        return;
    }
    Waiting& waiting = *found->second;
    waiting_.erase(found);
    if (const auto* refusal = std::get_if<Refusal>(&message.payload)) {
        message.payload = noAnswer(waiting.question, *refusal);
    }
    resume(waiting, std::move(message));
}

void Port::resume(Waiting& waiting, Message&& answer) {
    waiting.answer = std::move(answer);
    context_.simulation.cancel(waiting.timer);
    context_.simulation.scheduleIn(SimTime(), waiting.caller);
}

void Port::refuse(MessageId call, const Asked& asked, Refusal refusal) {
    Message message;
    message.inReplyTo = call;
    message.request = asked.request;
    message.span = asked.span;
    message.payload = refusal;
    if (Link* link = linkOf(asked.link)) {
        link->carry(*this, std::move(message));
    }
}

template <class Test>
void Port::resetAsked(const Test& isMeant) {
    // In the order in which they were asked: a run must not depend on a table's order.
    std::map<MessageId, Asked> meant;
    std::ranges::copy_if(asked_, std::inserter(meant, meant.end()),
                         [&](const auto& entry) { return isMeant(entry.second.link); });
    for (const auto& [call, question] : meant) {
        asked_.erase(call);
    }
    for (const auto& [call, question] : meant) {
        refuse(call, question, {Refusal::Reason::reset});
    }
}

template <class Test>
void Port::giveUpWaiting(const Test& isMeant) {
    std::map<MessageId, Waiting*> meant;
    std::ranges::copy_if(waiting_, std::inserter(meant, meant.end()),
                         [&](const auto& entry) { return isMeant(entry.second->link->id()); });
    for (const auto& [call, caller] : meant) {
        waiting_.erase(call);
    }
    for (const auto& [call, caller] : meant) {
        caller->link->abandon(call);
        resume(*caller, noneFor(*caller));
    }
}

void Port::close() {
    isClosed_ = true;
    const auto every = [](LinkId) { return true; };
    resetAsked(every);
    giveUpWaiting(every);
    for (Link* link : links_) {
        link->closeConnections();
    }
}

void Port::disconnect(Link& link) {
    const auto overIt = [&link](LinkId other) { return other == link.id(); };
    resetAsked(overIt);
    giveUpWaiting(overIt);
    std::erase(links_, &link);
    link.closeConnections();
}

} // namespace roundtrip
