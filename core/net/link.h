#pragma once

#include "core/kernel/distribution.h"
#include "core/kernel/process.h"
#include "core/kernel/random_stream.h"
#include "core/net/connections.h"
#include "core/net/message.h"
#include "core/net/run_context.h"

#include <array>
#include <deque>
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
    double loss = 0;                   ///< share of packets that vanish, 0 to 0.9
    bool isCut = false;                ///< nothing crosses it
    ConnectionRule connections = {};   ///< of those who ask, at the first end
};

/// Joins two ports; carries messages both ways, each direction in order (as TCP does). A message
/// occupies its direction while it is being put on the wire: size / bandwidth. One that is lost is
/// sent again after a while, and those behind it wait: RFC 6298 with Linux's shortest time of
/// 200 ms. What is sent over a link that is cut is gone for good.
class Link {
  public:
    Link(RunContext& context, LinkSetup setup, Port& first, Port& second);
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    [[nodiscard]] LinkId id() const { return setup_.id; }
    [[nodiscard]] Simulation& simulation() const { return context_.simulation; }

    /// Sends from `from`, which is one of the two ends, and records departure and arrival.
    /// Returns what an answer will refer to.
    MessageId carry(const Port& from, Message&& message);
    /// Nobody waits for the answer to that question any more: its connection is closed.
    void abandon(MessageId call);

    [[nodiscard]] const LinkSetup& setup() const { return setup_; }
    /// For messages already on their way nothing changes, but a link that is cut loses them.
    void change(const LinkSetup& setup);
    [[nodiscard]] bool isSealed() const { return setup_.isSealed; }
    /// The port at the other end.
    [[nodiscard]] Port& otherEnd(const Port& port) const;
    /// One of its ends is gone, and with it all connections. Who waited for one opens a new one.
    void closeConnections();

    /// Told of every message as it departs.
    using Tap = std::function<void(const Message&)>;
    void setTap(Tap tap) { tap_ = std::move(tap); }

  private:
    struct Direction {
        Port* from;
        Port* to;
        SimTime wireFreeAt;
        SimTime lastArrival;
        RandomStream random;
        RandomStream losses;
    };
    struct Passage {
        SimTime departure;
        SimTime arrival;
    };
    [[nodiscard]] Passage passageOf(Direction& direction, std::size_t bytes);
    /// Puts it on its way; when it will be there.
    SimTime transmit(Direction& direction, Message&& message);
    SimTime transmitThroughLosses(Direction& direction, Message&& message, Passage passage);
    void recordSent(const Direction& direction, const Message& message, SimTime arrival,
                    bool isLost);
    void recordLost(const Direction& direction, const Message& message, SimTime departure,
                    LossReason reason);
    [[nodiscard]] SimTime retransmissionTimeout(const Message& message) const;
    Process deliver(Direction& direction, SimTime departure, Message message);
    Process struggle(Direction& direction, Message message, int losses, SimTime arrival);
    Process vanish(Direction& direction, SimTime departure, Message message);
    void arrive(Direction& direction, SimTime departure, Message&& message);

    // Connections: link_connections.cpp
    [[nodiscard]] bool needsConnection(const Direction& direction, const Message& message) const;
    void connect(Message&& message);
    Process openConnection(Message message);
    Task<bool> shakeHands(const Message& message);
    void recordConnection(const Message& message, std::string_view reason) const;
    void freeConnection(MessageId call, bool canStay);

    RunContext& context_;
    LinkSetup setup_;
    std::array<Direction, 2> directions_; // towards second, towards first
    Connections connections_;
    std::deque<Message> waiting_; // for a connection
    Tap tap_;
};

} // namespace roundtrip
