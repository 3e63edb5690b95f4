#pragma once

#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"

#include <map>
#include <utility>

namespace roundtrip {

/// Splits a job into parts, one for each part of the scene that it is joined to.
class Fork : public Node {
  public:
    Fork(const NodeKind& kind, RunContext& context, NodeSetup setup);

  private:
    void split(const Message& message);

    std::int64_t split_ = 0;
};

/// Puts a job together again once all its parts have come. Its figures tell how long the first part
/// waited for the last one.
class Join : public Node {
  public:
    Join(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { countParts(); }
    void linksChanged() override { countParts(); }
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }

  private:
    struct Incomplete {
        std::size_t parts = 0;
        SimTime since;
    };
    void countParts();
    void take(Message message);
    void complete(Message message, SimTime since);

    std::size_t parts_ = 0;
    std::map<std::pair<NodeId, std::uint32_t>, Incomplete> incomplete_; // by source and id
    StationStatistics statistics_{1};
};

[[nodiscard]] NodeKind forkKind();
[[nodiscard]] NodeKind joinKind();

} // namespace roundtrip
