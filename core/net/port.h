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
    /// The link is taken away. Who waits for an answer over it is told that there will be none, at
    /// both ends; what is on its way still arrives, but nobody answers it.
    void disconnect(Link& link);

    // A link may have been taken away: where there is none, what is sent goes nowhere, and a call
    // ends after kNoRoute without an answer.

    /// Sends over the first link.
    void send(Message message);
    /// Sends over the link to that node.
    void sendTo(NodeId node, Message message);
    /// Sends over every link.
    void sendToAll(const Message& message);
    /// Sends over the first link and waits for the answer.
    Task<Message> call(Message message);
    /// The same over the link to that node.
    Task<Message> callTo(NodeId node, Message message);
    /// The same, but waits only that long; zero: for ever. Nothing when patience ran out: an answer
    /// that comes later finds nobody.
    Task<std::optional<Message>> callWithin(NodeId node, Message message, SimTime patience);
    /// The nodes at the other ends, in the order of the links.
    [[nodiscard]] std::vector<NodeId> peers() const;
    /// The node at the other end of the first link; none when there is no link.
    [[nodiscard]] NodeId firstPeer() const;
    [[nodiscard]] bool isConnectedTo(NodeId node) const { return linkTo(node) != nullptr; }
    /// Whether what is sent to that node is sealed.
    [[nodiscard]] bool isSealedTo(NodeId node) const;
    /// Sends over that link.
    void sendOver(LinkId link, Message message);
    /// Answers over the link on which `question` came, if who asked still has the connection.
    void reply(const Message& question, SpanId span, Payload payload);

    /// The program behind the port is gone. Its system tells all who wait for an answer, and
    /// refuses who asks from now on; what the program itself had asked ends without an answer.
    void close();
    void open() { isClosed_ = false; }

    /// For Link: a message arrived.
    void receive(Message&& message);

    /// How long a system needs to find out that it knows no way to a host (ours: about a DNS
    /// lookup within one network). Never zero, so that who asks again and again takes time for it.
    static constexpr SimTime kNoRoute = SimTime::milliseconds(1);

  private:
    struct Waiting {
        Link* link = nullptr;
        std::size_t question = 0; ///< the index of its payload
        std::coroutine_handle<> caller;
        TimerId timer;
        std::optional<Message> answer;
    };
    struct Answer;
    struct Asked {
        LinkId link = LinkId::none;
        RequestId request = RequestId::none;
        SpanId span = SpanId::none;
    };
    [[nodiscard]] Link* linkTo(NodeId node) const;
    /// Null when there is none.
    [[nodiscard]] Link* linkOf(LinkId id) const;
    /// Tells who asked over the links that `isMeant` that there will be no answer.
    template <class Test>
    void resetAsked(const Test& isMeant);
    /// Ends what this end itself asked over them.
    template <class Test>
    void giveUpWaiting(const Test& isMeant);
    /// Sends it; what an answer will refer to.
    MessageId ask(Waiting& waiting, Message&& message);
    [[nodiscard]] static Message noneFor(const Waiting& waiting);
    void takeAnswer(Message&& message);
    void resume(Waiting& waiting, Message&& answer);
    void refuse(MessageId call, const Asked& asked, Refusal refusal);

    RunContext& context_;
    NodeId owner_;
    std::string name_;
    Receiver receiver_;
    std::vector<Link*> links_;
    bool isClosed_ = false;
    std::unordered_map<MessageId, Waiting*> waiting_; // by call
    std::unordered_map<MessageId, Asked> asked_;      // by call: what it has not answered yet
};

} // namespace roundtrip
