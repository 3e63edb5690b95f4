#pragma once

#include "core/kernel/random_stream.h"
#include "core/nodes/load_balancer/hash_ring.h"
#include "core/nodes/load_balancer/line_relay.h"
#include "core/nodes/node.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip {

/// Stands before several servers that do the same, hands each request to one of them, and leaves
/// out those that do not answer (nginx's and HAProxy's terms).
class LoadBalancer : public Node {
  public:
    LoadBalancer(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override;
    void linkLeaves(const Port& port, LinkId link) override;
    void linksChanged() override;
    [[nodiscard]] bool neverRests() const override;

  protected:
    void parametersChanged() override;
    void stopped() override { relay_.closeAll(); }
    void started() override;

  private:
    struct Server {
        NodeId node = NodeId::none;
        std::string name;
        std::int64_t inFlight = 0;
        bool isHealthy = true;
        bool isGone = false;        ///< no link leads to it any more
        std::int64_t failures = 0;  ///< in a row
        std::int64_t successes = 0; ///< in a row, while it is left out
    };
    struct Forwarding {
        const Message& message;
        const http::Request& request;
        SpanId span = SpanId::none;
        std::vector<bool> tried; ///< may be shorter than the list of servers
        LineRelay::End line;     ///< on which the answer came
    };
    enum class Outcome { answered, failed };

    /// Whether there are others than before.
    bool meetServers();
    void receive(Message message);
    Process relayLater(Message message);
    Process serve(Message message);
    Task<HttpResponseMessage> forward(Forwarding& forwarding);
    Task<std::optional<Message>> ask(Server& server, const Forwarding& forwarding);
    [[nodiscard]] HttpResponseMessage refuse(const Forwarding& forwarding, std::string_view reason,
                                             int status);

    // Which server: load_balancer_choice.cpp
    [[nodiscard]] Server* choose(const Forwarding& forwarding);
    [[nodiscard]] bool isUsable(std::size_t server, const Forwarding& forwarding) const;
    [[nodiscard]] Server* stuckTo(const Forwarding& forwarding);
    [[nodiscard]] Server* byPolicy(const Forwarding& forwarding);
    [[nodiscard]] Server* inTurn(const std::vector<std::size_t>& usable);
    [[nodiscard]] Server* leastBusy(const std::vector<std::size_t>& usable);
    [[nodiscard]] Server* betterOfTwo(const std::vector<std::size_t>& usable);
    [[nodiscard]] Server* byHash(const Forwarding& forwarding);
    [[nodiscard]] std::string hashKey(const Forwarding& forwarding) const;
    void recordChoice(const Forwarding& forwarding, std::string_view why,
                      const Server& server) const;

    // Who is well: load_balancer_health.cpp
    Process watch(std::size_t server, std::uint32_t round);
    void watchAll();
    void noteAnswer(Server& server, bool isGood, std::string_view what);
    void showState() const;

    std::deque<Server> servers_; ///< each stays where it is, also when others come
    LineRelay relay_;
    HashRing ring_;
    std::size_t next_ = 0;
    RandomStream random_;
    std::int64_t inFlight_ = 0;
    std::uint32_t round_ = 0; ///< of health checks: a change of the rules begins a new one
};

[[nodiscard]] NodeKind loadBalancerKind();

} // namespace roundtrip
