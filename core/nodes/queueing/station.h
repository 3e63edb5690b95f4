#pragma once

#include "core/kernel/random_stream.h"
#include "core/kernel/service_facility.h"
#include "core/kernel/shared_processor.h"
#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"

#include <optional>
#include <vector>

namespace roundtrip {

/// A bare queueing station: c servers with one line in any order of service, a processor that all
/// share, or a server for everybody (G/G/c/K, with impatience +G). Who finds no room, or loses
/// patience, leaves over port "lost" if somebody is joined to it.
class Station : public Node {
  public:
    Station(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { showFill(); }
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }
    [[nodiscard]] StationLoad stationLoad() const override;

  private:
    void admit(Message message);
    Process serveInLine(Message message);
    Process serveShared(Message message);
    void depart(Message message, SimTime arrivedAt);
    void lose(Message message);
    void noteResumed(const ServiceDemand& demand);
    [[nodiscard]] SimTime drawService(std::uint32_t jobClass);
    void showFill() const;

    std::vector<Distribution> services_; ///< by class
    std::optional<Distribution> patience_;
    std::int64_t capacity_; ///< in the whole station; 0: without limit
    std::int64_t servers_;
    std::int64_t present_ = 0;
    RandomStream random_;
    RandomStream patienceRandom_;
    ServiceFacility facility_;
    std::optional<SharedProcessor> shared_;
    StationStatistics statistics_;
};

[[nodiscard]] NodeKind stationKind();

} // namespace roundtrip
