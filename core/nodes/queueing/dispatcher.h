#pragma once

#include "core/kernel/random_stream.h"
#include "core/nodes/node.h"
#include "core/nodes/queueing/job_documents.h"

#include <vector>

namespace roundtrip {

/// Sends each job on to one of the parts that it is joined to: at random, in turn, where least is
/// to be done (join the shortest queue, least work left, the power of d choices), or by the job's
/// class. It knows the queues as they are at that instant.
class Dispatcher : public Node {
  public:
    Dispatcher(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { meetTargets(); }
    void linksChanged() override { meetTargets(); }

  private:
    enum class Policy { random, roundRobin, shortestQueue, powerOfChoices, leastWork, byClass };

    void meetTargets();
    void dispatch(Message message);
    [[nodiscard]] NodeId choose(const Job& job);
    [[nodiscard]] NodeId chooseShortest();
    [[nodiscard]] NodeId chooseAmongSome();
    [[nodiscard]] NodeId chooseByClass(std::uint32_t jobClass) const;
    [[nodiscard]] std::int64_t loadOf(NodeId node) const;

    Policy policy_;
    std::size_t choices_;
    WeightedChoice shares_;
    std::vector<NodeId> targets_;
    std::vector<NodeId> byClass_;
    std::size_t turn_ = 0;
    std::int64_t dispatched_ = 0;
    RandomStream random_;
};

[[nodiscard]] NodeKind dispatcherKind();

} // namespace roundtrip
