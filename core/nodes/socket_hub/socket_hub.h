#pragma once

#include "core/nodes/node.h"
#include "core/realtime/room.h"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace roundtrip {

/// Keeps connections open and tells everybody in a room what one of them says: by WebSocket, by an
/// event stream, or by answers to those who ask, at once or as soon as there is something.
/// docs/realtime.md has its addresses and messages.
class SocketHub : public Node {
  public:
    SocketHub(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override;
    void linkLeaves(const Port& port, LinkId link) override;
    void linksChanged() override;
    [[nodiscard]] bool neverRests() const override;

  protected:
    void parametersChanged() override;
    void stopped() override;
    void started() override;

  private:
    /// Connections over one link that hear the same, so that they can be told in one bundle.
    struct Audience {
        LinkId link = LinkId::none;
        bool isStream = false;
        std::vector<MessageId> connections;
    };
    struct LiveRoom {
        realtime::Room room;
        RandomStream random;
        std::vector<Audience> audiences;
        std::vector<Message> waiting; ///< requests that are answered when there is something
    };
    struct Seat {
        LiveRoom* room = nullptr;
        std::size_t index = 0; ///< among its audience's connections
    };
    struct Connection {
        LinkId link = LinkId::none;
        bool isStream = false;
        bool isAlive = true; ///< has said something since the last ping
        std::vector<Seat> seats;
    };
    using Connections = std::unordered_map<MessageId, Connection>;
    struct Target {
        std::string room;
        enum class What { none, socket, events, messages } what = What::none;
        std::uint64_t after = 0;
        SimTime wait;
    };

    // HTTP: socket_hub_http.cpp
    Process serve(Message message);
    [[nodiscard]] static Target targetOf(const http::Request& request);
    void openSocket(const Message& message, const Target& target, SpanId span);
    void openStream(const Message& message, const Target& target, SpanId span);
    void giveMessages(const Message& message, const Target& target, SpanId span);
    void takePost(const Message& message, const Target& target, SpanId span);
    void answer(const Message& message, SpanId span, int status, std::string body);
    [[nodiscard]] bool hasPlace(const Message& message, SpanId span);
    void answerMessages(const Message& message, SpanId span,
                        const std::vector<realtime::RoomMessage>& messages);
    Process answerAfter(LiveRoom& live, MessageId call, SimTime wait);

    void receive(Message message);
    void takeFrame(Message& message);
    void takeText(const Message& message, MessageId id, Connection& connection);
    void closeFor(const Message& message, MessageId id, std::uint16_t code, std::string_view why);

    LiveRoom& roomOf(const std::string& name);
    void enter(MessageId id, Connection& connection, const std::string& name);
    void leave(Connection& connection, std::size_t seat);
    void catchUp(MessageId id, const Connection& connection, const LiveRoom& room,
                 std::uint64_t after, RequestId request);
    void drop(MessageId id, std::uint16_t code, std::string_view why);
    void sendTo(LinkId link, RequestId request, SpanId span, SocketFrame frame);

    /// To all hubs when there is a store between them, else to this one's rooms.
    void publish(LiveRoom& room, nlohmann::ordered_json what, RequestId request, SpanId span);
    Process publishToAll(std::string room, std::string said, RequestId request, SpanId span);
    void subscribe();
    /// Its open connections that `isMeant`, in order.
    template <class Test>
    [[nodiscard]] std::vector<MessageId> openConnections(const Test& isMeant) const;
    void takePush(const Message& message);
    void deliver(LiveRoom& live, nlohmann::ordered_json what, SimTime at, RequestId request,
                 SpanId span);
    Process save(std::string body, RequestId request, SpanId span);

    void readRooms();
    void run();
    /// What happens by itself begins, in place of what went on before.
    void beginRounds();
    Process tickRoom(LiveRoom& live);
    Process pingAll();
    void ping();
    void dropTheSilent();
    void showState();

    std::map<std::string, realtime::RoomSetup> setups_;
    std::unordered_map<std::string, LiveRoom> rooms_;
    Connections connections_;
    bool isSubscribed_ = false; ///< to the store that joins several hubs
    std::int64_t messages_ = 0;
    std::uint32_t round_ = 0; ///< of ticks and pings; grows as they begin anew
};

[[nodiscard]] NodeKind socketHubKind();

} // namespace roundtrip
