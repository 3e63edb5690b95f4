#pragma once

#include "core/kernel/task.h"
#include "core/net/link.h"
#include "core/net/message.h"

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace roundtrip {

/// Where links end at a node. Answers to a call go to the call; all other messages go to the
/// receiver that the node set.
class Port {
  public:
    using Receiver = std::function<void(Message)>;

    Port(RunContext& context, NodeId owner, std::string name)
        : context_(context), owner_(owner), name_(std::move(name)) {}
    Port(const Port&) = delete;
    Port& operator=(const Port&) = delete;

    [[nodiscard]] NodeId owner() const { return owner_; }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] Simulation& simulation() const { return context_.simulation; }
    [[nodiscard]] bool isConnected() const { return !links_.empty(); }

    void setReceiver(Receiver receiver) { receiver_ = std::move(receiver); }
    void connect(Link& link) { links_.push_back(&link); }

    /// Sends over the first link; needs one.
    void send(Message message);
    /// Sends over every link.
    void sendToAll(const Message& message);
    /// Sends over the first link and waits for the answer.
    Task<Message> call(Message message);
    /// The same over the link to that node; there has to be one.
    Task<Message> callTo(NodeId node, Message message);
    /// The nodes at the other ends, in the order of the links.
    [[nodiscard]] std::vector<NodeId> peers() const;
    /// The node at the other end of the first link; none when there is no link.
    [[nodiscard]] NodeId firstPeer() const;
    [[nodiscard]] bool isConnectedTo(NodeId node) const { return linkTo(node) != nullptr; }
    /// Whether what is sent to that node is sealed.
    [[nodiscard]] bool isSealedTo(NodeId node) const;
    /// Sends over that link, which ends here.
    void sendOver(LinkId link, Message message);
    /// Answers over the link on which `question` came.
    void reply(const Message& question, SpanId span, Payload payload);

    /// For Link: a message arrived.
    void receive(Message message);

  private:
    struct Waiting {
        std::coroutine_handle<> caller;
        std::optional<Message> answer;
    };
    struct Answer;
    [[nodiscard]] Link* linkTo(NodeId node) const;
    Task<Message> callOver(Link& link, Message message);

    RunContext& context_;
    NodeId owner_;
    std::string name_;
    Receiver receiver_;
    std::vector<Link*> links_;
    std::unordered_map<std::uint32_t, Waiting*> waiting_; // by message id
};

} // namespace roundtrip
