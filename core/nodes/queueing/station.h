#pragma once

#include "core/kernel/random_stream.h"
#include "core/kernel/resource.h"
#include "core/kernel/shared_processor.h"
#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"

#include <optional>

namespace roundtrip {

/// A bare queueing station: c servers with one line, or one processor shared by all (G/G/c/K).
class Station : public Node {
  public:
    Station(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { showFill(); }
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }

  private:
    void admit(Message message);
    Process serveInLine(Message message);
    Process serveShared(Message message);
    void depart(Message message, SimTime arrivedAt);
    void showFill() const;

    Distribution service_;
    std::int64_t capacity_; ///< in the whole station; 0: without limit
    std::int64_t present_ = 0;
    RandomStream random_;
    Resource servers_;
    std::optional<SharedProcessor> shared_;
    StationStatistics statistics_;
};

[[nodiscard]] NodeKind stationKind();

} // namespace roundtrip
