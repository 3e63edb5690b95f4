#include "core/nodes/load_balancer/line_relay.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

bool LineRelay::opensLine(const http::Response& answer) {
    return answer.status == 101 ||
           (answer.status == 200 &&
            answer.headers.find("Content-Type").value_or("").starts_with("text/event-stream"));
}

void LineRelay::join(End client, End server) {
    towardsServers_[client.connection] = server;
    towardsClients_[server.connection] = client;
}

/// A bundle may go on over several links.
void LineRelay::pass(const Message& message, const Ends& ends, Port& out) {
    const auto& frame = std::get<SocketFrame>(message.payload);
    std::vector<MessageId> ids = frame.alsoTo;
    ids.insert(ids.begin(), frame.connection);
    std::map<LinkId, std::vector<MessageId>> byLink;
    for (const MessageId id : ids) {
        if (const auto end = ends.find(id); end != ends.end()) {
            byLink[end->second.link].push_back(end->second.connection);
        }
    }
    for (const auto& [link, connections] : byLink) {
        SocketFrame onward{.kind = frame.kind,
                           .connection = connections.front(),
                           .alsoTo = {connections.begin() + 1, connections.end()},
                           .frame = frame.frame};
        Message next;
        next.request = message.request;
        next.span = message.span;
        next.payload = std::move(onward);
        out.sendOver(link, std::move(next));
    }
    if (frame.kind == SocketFrame::Kind::closed ||
        (frame.kind == SocketFrame::Kind::frame && frame.frame.opcode == realtime::Opcode::close)) {
        std::ranges::for_each(ids, [this](MessageId id) { forget(id); });
    }
}

void LineRelay::forget(MessageId connection) {
    if (const auto found = towardsServers_.find(connection); found != towardsServers_.end()) {
        towardsClients_.erase(found->second.connection);
        towardsServers_.erase(found);
    } else if (const auto other = towardsClients_.find(connection);
               other != towardsClients_.end()) {
        towardsServers_.erase(other->second.connection);
        towardsClients_.erase(other);
    }
}

void LineRelay::closeAll() {
    closeAll(towardsServers_, servers_);
    closeAll(towardsClients_, clients_);
    towardsServers_.clear();
    towardsClients_.clear();
}

void LineRelay::closeOver(LinkId link) {
    Ends cutTowardsServers;
    Ends cutTowardsClients;
    for (const auto& [client, server] : towardsServers_) {
        const End& back = towardsClients_.at(server.connection);
        if (server.link == link || back.link == link) {
            cutTowardsServers.emplace(client, server);
            cutTowardsClients.emplace(server.connection, back);
        }
    }
    closeAll(cutTowardsServers, servers_);
    closeAll(cutTowardsClients, clients_);
    for (const auto& [client, server] : cutTowardsServers) {
        forget(client);
    }
}

void LineRelay::closeAll(const Ends& ends, Port& out) {
    std::map<LinkId, std::vector<MessageId>> byLink;
    for (const auto& [name, end] : ends) {
        byLink[end.link].push_back(end.connection);
    }
    for (auto& [link, connections] : byLink) {
        std::ranges::sort(connections); // a run must not depend on a table's order
        Message message;
        message.payload = SocketFrame{.kind = SocketFrame::Kind::closed,
                                      .connection = connections.front(),
                                      .alsoTo = {connections.begin() + 1, connections.end()},
                                      .frame = {}};
        out.sendOver(link, std::move(message));
    }
}

} // namespace roundtrip
