#pragma once

#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"

namespace roundtrip {

/// Where jobs leave; measures their whole way from the source (W over all stations).
class Sink : public Node {
  public:
    Sink(const NodeKind& kind, RunContext& context, NodeSetup setup);
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }

  private:
    void leave(const Job& job);

    StationStatistics statistics_{1};
    std::int64_t left_ = 0;
};

[[nodiscard]] NodeKind sinkKind();

} // namespace roundtrip
