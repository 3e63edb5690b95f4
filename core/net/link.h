#pragma once

#include "core/kernel/distribution.h"
#include "core/kernel/process.h"
#include "core/kernel/random_stream.h"
#include "core/net/message.h"
#include "core/net/run_context.h"

#include <array>
#include <functional>
#include <string>
#include <utility>

namespace roundtrip {

class Port;

/// What a scene says of a link.
struct LinkSetup {
    LinkId id = LinkId::none;
    Distribution latency;              ///< one way, per message
    double bandwidthBitsPerSecond = 0; ///< 0: without limit
    bool isSealed = false;             ///< TLS: only the two ends can read what crosses it
};

/// Joins two ports; carries messages both ways, each direction in order (as TCP does). A message
/// occupies its direction while it is being put on the wire: size / bandwidth.
class Link {
  public:
    Link(RunContext& context, LinkSetup setup, Port& first, Port& second);
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    [[nodiscard]] LinkId id() const { return setup_.id; }
    [[nodiscard]] Simulation& simulation() const { return context_.simulation; }

    /// Sends from `from`, which is one of the two ends, and records departure and arrival.
    /// Returns the message's id.
    MessageId carry(const Port& from, Message message);

    /// For messages already on their way nothing changes.
    void setLatency(Distribution latency) { setup_.latency = latency; }
    /// TLS on or off, for messages sent from now on.
    void setSealed(bool sealed) { setup_.isSealed = sealed; }
    [[nodiscard]] bool isSealed() const { return setup_.isSealed; }
    /// The port at the other end.
    [[nodiscard]] Port& otherEnd(const Port& port) const;

    /// Told of every message as it departs.
    using Tap = std::function<void(const Message&)>;
    void setTap(Tap tap) { tap_ = std::move(tap); }

    void setBandwidth(double bitsPerSecond) { setup_.bandwidthBitsPerSecond = bitsPerSecond; }

  private:
    struct Direction {
        Port* to;
        SimTime wireFreeAt;
        SimTime lastArrival;
        RandomStream random;
    };
    [[nodiscard]] SimTime arrivalOf(Direction& direction, std::size_t bytes);
    Process deliver(Port& to, SimTime departure, SimTime arrival, Message message);

    RunContext& context_;
    LinkSetup setup_;
    std::array<Direction, 2> directions_; // towards second, towards first
    Tap tap_;
};

} // namespace roundtrip
