#include "core/kernel/quantity.h"
#include "core/net/link.h"
#include "core/net/port.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

bool Link::needsConnection(const Direction& direction, const Message& message) const {
    const bool isFromAsker = &direction == directions_.data();
    return setup_.connections.mode != ConnectionRule::Mode::open && isFromAsker &&
           isQuestion(message.payload);
}

void Link::connect(Message&& message) {
    switch (connections_.take(setup_.connections, context_.simulation.now())) {
    case Connections::Taken::reused:
        connections_.use(message.call);
        recordConnection(message, "reused");
        transmit(directions_[0], std::move(message));
        break;
    case Connections::Taken::opened:
        connections_.use(message.call);
        context_.simulation.spawn(openConnection(std::move(message)));
        break;
    case Connections::Taken::none:
        recordConnection(message, fmt::format("waits\n{}", setup_.connections.most));
        waiting_.push_back(std::move(message));
        break;
    }
}

Process Link::openConnection(Message message) {
    const SimTime startedAt = context_.simulation.now();
    Task<bool> shaken = shakeHands(message);
    if (!co_await shaken) {
        co_return; // who asked will lose patience
    }
    recordConnection(message, fmt::format("opened\n{}\n{}",
                                          durationText(context_.simulation.now() - startedAt),
                                          setup_.isSealed ? "TLS" : "TCP"));
    transmit(directions_[0], std::move(message));
}

/// One round trip for TCP (RFC 9293 section 3.5), one more for TLS 1.3 (RFC 8446 section 2). What
/// the asker sends last goes along with its question.
Task<bool> Link::shakeHands(const Message& message) {
    using Step = Segment::Step;
    Simulation& simulation = context_.simulation;
    const std::size_t steps = setup_.isSealed ? 4 : 2;
    for (std::size_t i = 0; i < steps; ++i) {
        Message segment;
        segment.id = context_.recorder.nextMessage();
        segment.call = segment.id;
        segment.via = setup_.id;
        segment.isSealed = setup_.isSealed;
        segment.request = message.request;
        segment.span = message.span;
        segment.payload = Segment{static_cast<Step>(i)};
        const SimTime arrival = transmit(directions_[i % 2], std::move(segment));
        if (arrival == SimTime::max()) {
            co_return false;
        }
        co_await simulation.delay(arrival - simulation.now());
        if (static_cast<Step>(i) == Step::clientHello) {
            co_await simulation.delay(setup_.connections.tlsWork);
        }
    }
    co_return !setup_.isCut;
}

void Link::closeConnections() {
    connections_.closeAll();
    for (Message& message : std::exchange(waiting_, {})) {
        connect(std::move(message));
    }
}

void Link::abandon(MessageId call) {
    std::erase_if(waiting_, [call](const Message& message) { return message.call == call; });
    freeConnection(call, false);
}

void Link::freeConnection(MessageId call, bool canStay) {
    if (setup_.connections.mode == ConnectionRule::Mode::open ||
        !connections_.giveBack(call, setup_.connections, context_.simulation.now(), canStay) ||
        waiting_.empty()) {
        return;
    }
    Message next = std::move(waiting_.front());
    waiting_.pop_front();
    connect(std::move(next));
}

void Link::recordConnection(const Message& message, std::string_view reason) const {
    Recorder& recorder = context_.recorder;
    if (recorder.keeps(message.request)) {
        recorder.record(
            context_.simulation.now(), directions_[0].from->owner(), message.request, message.span,
            CheckPassed{.check = recorder.text("connection"), .reason = recorder.text(reason)});
    }
}

} // namespace roundtrip
