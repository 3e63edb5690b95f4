#pragma once

#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"

namespace roundtrip {

/// A gate that lets a job through for a token. Tokens come at a steady rate, without steps, until
/// the bucket is full. Computed as the generic cell rate algorithm (ITU-T I.371, annex A): exact in
/// nanoseconds. A job without a token is turned away or waits for the next one.
class TokenBucketGate : public Node {
  public:
    TokenBucketGate(const NodeKind& kind, RunContext& context, NodeSetup setup);
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }

  private:
    void take(Message message);
    void refuse(Message message);
    Process passAfter(Message message, SimTime wait);
    void pass(Message message, SimTime waited);

    SimTime period_;    ///< from one token to the next
    SimTime tolerance_; ///< what a full bucket allows a job to be early
    bool delays_;
    std::int64_t room_; ///< for those that wait; 0: without limit
    std::int64_t waiting_ = 0;
    SimTime expectedAt_; ///< when the next job would come at exactly that rate
    StationStatistics statistics_{1};
};

[[nodiscard]] NodeKind tokenBucketKind();

} // namespace roundtrip
