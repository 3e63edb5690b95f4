#pragma once

#include "core/net/message.h"
#include "core/net/port.h"

#include <map>
#include <unordered_map>
#include <vector>

namespace roundtrip {

/// The connections that go through a proxy and stay open after their answer, WebSockets and event
/// streams: what comes on one end goes out on the other, as it is.
class LineRelay {
  public:
    /// Where a connection is known by which name.
    struct End {
        LinkId link = LinkId::none;
        MessageId connection = MessageId::none;
    };
    LineRelay(Port& clients, Port& servers) : clients_(clients), servers_(servers) {}

    /// Whether that answer opens a line.
    [[nodiscard]] static bool opensLine(const http::Response& answer);
    void join(End client, End server);

    void fromClient(const Message& message) { pass(message, towardsServers_, servers_); }
    void fromServer(const Message& message) { pass(message, towardsClients_, clients_); }
    /// The proxy is gone: both ends find their connections closed.
    void closeAll();
    /// A link is taken away: who sits at the other end of its lines finds them closed.
    void closeOver(LinkId link);
    [[nodiscard]] std::size_t lines() const { return towardsServers_.size(); }

  private:
    using Ends = std::unordered_map<MessageId, End>;
    void pass(const Message& message, const Ends& ends, Port& out);
    void forget(MessageId connection);
    static void closeAll(const Ends& ends, Port& out);

    Port& clients_;
    Port& servers_;
    Ends towardsServers_; ///< by the client's name for it
    Ends towardsClients_; ///< by the server's
};

} // namespace roundtrip
