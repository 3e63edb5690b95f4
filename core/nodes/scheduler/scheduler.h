#pragma once

#include "core/kernel/distribution.h"
#include "core/kernel/random_stream.h"
#include "core/nodes/node.h"
#include "core/tasks/schedule.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip {

/// One line of a scheduler's table.
struct ScheduleEntry {
    TaskOrder order;
    std::optional<tasks::Schedule> at;   ///< by the clock
    std::optional<Distribution> between; ///< or so long after the one before
};

/// Reads [{"task": "report", "at": "0 6 * * mon"}, {"task": "ping", "at": "every 30 s"},
/// {"task": "mail", "between": {"exponential": "1 s"}}], each with "arguments", "priority" and
/// "key". Problems as of JsonObject, those of Schedule::parse, "bad-distribution" {text} and
/// "at-or-between" when it is not one of both.
std::vector<ScheduleEntry> readScheduleEntries(const nlohmann::json& json, Problems& problems);

/// Orders tasks by the clock, as cron or Celery's beat do. What was due while it was stopped is
/// left out.
class Scheduler : public Node {
  public:
    Scheduler(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override;
    void linksChanged() override { begin(); }
    [[nodiscard]] bool neverRests() const override;

  protected:
    void parametersChanged() override;
    void retired() override { ++program_; }

  private:
    void begin();
    Process run(ScheduleEntry entry);
    Process publish(ScheduleEntry entry);
    [[nodiscard]] SimTime untilNext(const ScheduleEntry& entry);

    nlohmann::json source_;     ///< of the entries that run
    std::uint64_t program_ = 0; ///< counts the tables: processes of an older one end
    std::int64_t published_ = 0;
    std::int64_t skipped_ = 0;
    RandomStream gaps_;
};

[[nodiscard]] NodeKind schedulerKind();

} // namespace roundtrip
