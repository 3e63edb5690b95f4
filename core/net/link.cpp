#include "core/net/link.h"

#include "core/net/port.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

RandomStream streamOf(const RunContext& context, LinkId id, const char* purpose) {
    return {context.seed, fmt::format("link {}", indexOf(id)), purpose};
}

std::uint32_t countOf(std::size_t bytes) {
    return static_cast<std::uint32_t>(bytes);
}

} // namespace

Link::Link(RunContext& context, LinkSetup setup, Port& first, Port& second)
    : context_(context),
      setup_(setup), directions_{Direction{&first,
                                           &second,
                                           {},
                                           {},
                                           streamOf(context, setup_.id, "there"),
                                           streamOf(context, setup_.id, "lost there")},
                                 Direction{&second,
                                           &first,
                                           {},
                                           {},
                                           streamOf(context, setup_.id, "back"),
                                           streamOf(context, setup_.id, "lost back")}} {
    first.connect(*this);
    second.connect(*this);
}

Port& Link::otherEnd(const Port& port) const {
    return *(directions_[0].to == &port ? directions_[1] : directions_[0]).to;
}

void Link::change(const LinkSetup& setup) {
    setup_ = setup;
    if (setup_.isCut) {
        closeConnections();
    }
}

MessageId Link::carry(const Port& from, Message&& message) {
    Direction& direction = directions_[directions_[0].to == &from ? 1 : 0];
    message.id = context_.recorder.nextMessage();
    message.call = message.id;
    message.via = setup_.id;
    message.from = from.owner();
    message.isSealed = setup_.isSealed;
    const MessageId call = message.call;
    if (needsConnection(direction, message)) {
        connect(std::move(message));
    } else {
        transmit(direction, std::move(message));
    }
    return call;
}

Link::Passage Link::passageOf(Direction& direction, std::size_t bytes) {
    const SimTime now = context_.simulation.now();
    SimTime onWire = now;
    if (setup_.bandwidthBitsPerSecond > 0) {
        const double seconds = static_cast<double>(bytes) * 8.0 / setup_.bandwidthBitsPerSecond;
        onWire = std::max(now, direction.wireFreeAt) + SimTime::fromSeconds(seconds);
        direction.wireFreeAt = onWire;
    }
    return {now, onWire + setup_.latency.sample(direction.random)};
}

SimTime Link::transmit(Direction& direction, Message&& message) {
    if (tap_) {
        tap_(message);
    }
    const bool isSized = setup_.bandwidthBitsPerSecond > 0;
    const std::size_t bytes = isSized ? bytesOnWire(message.payload, wireText(message.payload)) : 0;
    const Passage passage = passageOf(direction, bytes);
    if (setup_.isCut) {
        recordSent(direction, message, passage.arrival, true);
        context_.simulation.spawnIn(passage.arrival - passage.departure,
                                    vanish(direction, passage.departure, std::move(message)));
        return SimTime::max();
    }
    if (setup_.loss > 0) {
        return transmitThroughLosses(direction, std::move(message), passage);
    }
    direction.lastArrival = std::max(direction.lastArrival, passage.arrival);
    const SimTime arrival = direction.lastArrival;
    recordSent(direction, message, arrival, false);
    context_.simulation.spawnIn(arrival - passage.departure,
                                deliver(direction, passage.departure, std::move(message)));
    return arrival;
}

/// How often it is lost is drawn at once, so that what is sent behind it knows how long to wait.
SimTime Link::transmitThroughLosses(Direction& direction, Message&& message, Passage passage) {
    constexpr int kMostRetries = 15; // Linux's tcp_retries2
    int losses = 0;
    SimTime pause = retransmissionTimeout(message);
    while (losses < kMostRetries && direction.losses.uniform() < setup_.loss) {
        passage.arrival = passage.arrival + pause;
        pause = pause * 2;
        ++losses;
    }
    constexpr SimTime kBehind = SimTime::nanoseconds(1); // not at the instant of the one before
    direction.lastArrival = std::max(direction.lastArrival + kBehind, passage.arrival);
    const SimTime arrival = direction.lastArrival;
    if (losses == 0) {
        recordSent(direction, message, arrival, false);
        context_.simulation.spawnIn(arrival - passage.departure,
                                    deliver(direction, passage.departure, std::move(message)));
    } else {
        context_.simulation.spawn(struggle(direction, std::move(message), losses, arrival));
    }
    return arrival;
}

/// RFC 6298 section 2: the round trip and at least 200 ms; 1 s before there was any round trip.
SimTime Link::retransmissionTimeout(const Message& message) const {
    constexpr SimTime kFirst = SimTime::seconds(1);
    constexpr SimTime kLeast = SimTime::milliseconds(200);
    const bool isFirst = std::holds_alternative<Segment>(message.payload);
    return isFirst ? kFirst : SimTime::fromSeconds(2 * setup_.latency.meanSeconds()) + kLeast;
}

/// Lost and sent again, until it gets through.
Process Link::struggle(Direction& direction, Message message, int losses, SimTime arrival) {
    Simulation& simulation = context_.simulation;
    SimTime pause = retransmissionTimeout(message);
    for (int i = 0; i < losses; ++i) {
        const SimTime departure = simulation.now();
        const SimTime half = SimTime::fromSeconds(setup_.latency.meanSeconds() / 2);
        recordSent(direction, message, departure + half, true);
        co_await simulation.delay(half);
        recordLost(direction, message, departure, LossReason::packet);
        co_await simulation.delay(pause - half);
        pause = pause * 2;
        message.id = context_.recorder.nextMessage();
    }
    const SimTime departure = simulation.now();
    recordSent(direction, message, arrival, false);
    co_await simulation.delay(arrival - departure);
    arrive(direction, departure, std::move(message));
}

Process Link::vanish(Direction& direction, SimTime departure, Message message) {
    recordLost(direction, message, departure, LossReason::cut);
    co_return;
}

Process Link::deliver(Direction& direction, SimTime departure, Message message) {
    arrive(direction, departure, std::move(message));
    co_return;
}

void Link::arrive(Direction& direction, SimTime departure, Message&& message) {
    if (setup_.isCut) {
        recordLost(direction, message, departure, LossReason::cut);
        return;
    }
    Recorder& recorder = context_.recorder;
    if (recorder.keeps(message.request)) {
        recorder.record(context_.simulation.now(), direction.to->owner(), message.request,
                        message.span,
                        MessageArrived{.departure = departure,
                                       .message = message.id,
                                       .title = recorder.text(titleOf(message.payload)),
                                       .link = setup_.id,
                                       .messageKind = kindOf(message.payload),
                                       .failed = isFailure(message.payload)});
    }
    if (std::holds_alternative<Segment>(message.payload)) {
        return; // the two systems' own affair
    }
    if (message.inReplyTo != MessageId::none) {
        freeConnection(message.inReplyTo, !std::holds_alternative<Refusal>(message.payload));
    }
    direction.to->receive(std::move(message));
}

void Link::recordSent(const Direction& direction, const Message& message, SimTime arrival,
                      bool isLost) {
    Recorder& recorder = context_.recorder;
    if (!recorder.keeps(message.request)) {
        return;
    }
    const std::string wire = wireText(message.payload);
    const bool isFailed = isFailure(message.payload);
    recorder.record(
        context_.simulation.now(), direction.from->owner(), message.request, message.span,
        MessageSent{.arrival = arrival,
                    .message = message.id,
                    .bytes = countOf(bytesOnWire(message.payload, wire)),
                    .wire = recorder.text(wire),
                    .link = setup_.id,
                    .messageKind = kindOf(message.payload),
                    .failed = isLost ? MessageSent::kLost : static_cast<std::uint8_t>(isFailed)});
}

void Link::recordLost(const Direction& direction, const Message& message, SimTime departure,
                      LossReason reason) {
    Recorder& recorder = context_.recorder;
    if (recorder.keeps(message.request)) {
        recorder.record(context_.simulation.now(), direction.from->owner(), message.request,
                        message.span,
                        MessageLost{.departure = departure,
                                    .message = message.id,
                                    .title = recorder.text(titleOf(message.payload)),
                                    .link = setup_.id,
                                    .messageKind = kindOf(message.payload),
                                    .reason = reason});
    }
}

} // namespace roundtrip
