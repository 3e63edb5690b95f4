#pragma once

#include "core/kernel/random_stream.h"
#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"

namespace roundtrip {

/// Where jobs go that a station turned away; each tries again after a while (a retrial queue). Who
/// has tried often enough gives up, and counts as blocked.
class Orbit : public Node {
  public:
    Orbit(const NodeKind& kind, RunContext& context, NodeSetup setup);
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }

  private:
    void take(Message message);
    Process tryAgain(Message message);

    Distribution pause_;
    std::uint32_t mostTries_;
    std::int64_t orbiting_ = 0;
    RandomStream random_;
    StationStatistics statistics_{1}; ///< its utilisation is the number in orbit
};

[[nodiscard]] NodeKind orbitKind();

} // namespace roundtrip
