#include "core/net/link.h"

#include "core/net/port.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

RandomStream latencyStream(const RunContext& context, LinkId id, const char* purpose) {
    return {context.seed, fmt::format("link {}", indexOf(id)), purpose};
}

std::uint32_t countOf(std::size_t bytes) {
    return static_cast<std::uint32_t>(bytes);
}

} // namespace

Link::Link(RunContext& context, LinkSetup setup, Port& first, Port& second)
    : context_(context),
      setup_(setup), directions_{
                         Direction{&second, {}, {}, latencyStream(context, setup.id, "there")},
                         Direction{&first, {}, {}, latencyStream(context, setup.id, "back")}} {
    first.connect(*this);
    second.connect(*this);
}

SimTime Link::arrivalOf(Direction& direction, std::size_t bytes) {
    const SimTime now = context_.simulation.now();
    SimTime onWire = now;
    if (setup_.bandwidthBitsPerSecond > 0) {
        const double seconds = static_cast<double>(bytes) * 8.0 / setup_.bandwidthBitsPerSecond;
        onWire = std::max(now, direction.wireFreeAt) + SimTime::fromSeconds(seconds);
        direction.wireFreeAt = onWire;
    }
    const SimTime arrival = onWire + setup_.latency.sample(direction.random);
    direction.lastArrival = std::max(direction.lastArrival, arrival);
    return direction.lastArrival;
}

Port& Link::otherEnd(const Port& port) const {
    return *(directions_[0].to == &port ? directions_[1] : directions_[0]).to;
}

MessageId Link::carry(const Port& from, Message message) {
    Direction& direction = directions_[directions_[0].to == &from ? 1 : 0];
    Recorder& recorder = context_.recorder;
    message.id = recorder.nextMessage();
    message.via = setup_.id;
    message.isSealed = setup_.isSealed;
    if (tap_) {
        tap_(message);
    }
    const bool isKept = recorder.keeps(message.request);
    const std::string wire =
        isKept || setup_.bandwidthBitsPerSecond > 0 ? wireText(message.payload) : std::string();
    const SimTime departure = context_.simulation.now();
    const std::size_t bytes = bytesOnWire(message.payload, wire);
    const SimTime arrival = arrivalOf(direction, bytes);
    if (isKept) {
        recorder.record(departure, from.owner(), message.request, message.span,
                        MessageSent{.arrival = arrival,
                                    .message = message.id,
                                    .bytes = countOf(bytes),
                                    .wire = recorder.text(wire),
                                    .link = setup_.id,
                                    .messageKind = kindOf(message.payload),
                                    .failed = isFailure(message.payload)});
    }
    const MessageId id = message.id;
    context_.simulation.spawn(deliver(*direction.to, departure, arrival, std::move(message)));
    return id;
}

Process Link::deliver(Port& to, SimTime departure, SimTime arrival, Message message) {
    co_await context_.simulation.delay(arrival - departure);
    Recorder& recorder = context_.recorder;
    if (recorder.keeps(message.request)) {
        recorder.record(context_.simulation.now(), to.owner(), message.request, message.span,
                        MessageArrived{.departure = departure,
                                       .message = message.id,
                                       .title = recorder.text(titleOf(message.payload)),
                                       .link = setup_.id,
                                       .messageKind = kindOf(message.payload),
                                       .failed = isFailure(message.payload)});
    }
    to.receive(std::move(message));
}

} // namespace roundtrip
