#include "core/net/port.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace roundtrip {

/// Suspends the caller until `receive` finds the answer.
struct Port::Answer {
    Waiting& waiting;
    [[nodiscard]] static bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<> caller) const noexcept { waiting.caller = caller; }
    static void await_resume() noexcept {}
};

void Port::send(Message message) {
    assert(isConnected());
    links_.front()->carry(*this, std::move(message));
}

void Port::sendToAll(const Message& message) {
    for (Link* link : links_) {
        link->carry(*this, message);
    }
}

Task<Message> Port::call(Message message) {
    assert(isConnected());
    return callOver(*links_.front(), std::move(message));
}

Task<Message> Port::callTo(NodeId node, Message message) {
    assert(isConnectedTo(node));
    return callOver(*linkTo(node), std::move(message));
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

Task<Message> Port::callOver(Link& link, Message message) {
    Waiting waiting;
    const MessageId id = link.carry(*this, std::move(message));
    waiting_.emplace(indexOf(id), &waiting);
    Answer answer{waiting};
    co_await answer;
    co_return std::move(*waiting.answer);
}

void Port::reply(const Message& question, SpanId span, Payload payload) {
    Message message;
    message.inReplyTo = question.id;
    message.request = question.request;
    message.span = span;
    message.payload = std::move(payload);
    sendOver(question.via, std::move(message));
}

void Port::sendOver(LinkId link, Message message) {
    const auto found = std::ranges::find(links_, link, &Link::id);
    assert(found != links_.end());
    (*found)->carry(*this, std::move(message));
}

void Port::receive(Message message) {
    const auto found = waiting_.find(indexOf(message.inReplyTo));
    if (found != waiting_.end()) {
        Waiting& waiting = *found->second;
        waiting_.erase(found);
        waiting.answer = std::move(message);
        context_.simulation.scheduleIn(SimTime(), waiting.caller);
    } else if (receiver_) {
        receiver_(std::move(message));
    }
}

} // namespace roundtrip
