#pragma once

#include "core/kernel/error.h"
#include "core/kernel/sim_time.h"

#include <tl/expected.hpp>

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

namespace roundtrip::tasks {

/// When something is due again and again: five fields as of cron, or a span. Fields are minute,
/// hour, day of the month, month and day of the week, as in crontab(5) of Debian's cron and in
/// POSIX: "*", numbers, ranges, lists, steps ("*/15", "9-17/2"), names ("mon", "jan"), 7 for
/// Sunday. When both days are given, either is enough. All in UTC.
class Schedule {
  public:
    /// Errors: "bad-schedule" {text, field}; a schedule that never comes ("30 2 30 2 *") is
    /// "schedule-never" {text}.
    static tl::expected<Schedule, Error> parse(std::string_view text);

    /// The first time after `time`, seconds since 1970-01-01 00:00 UTC; a span counts from there.
    [[nodiscard]] std::int64_t nextAfter(std::int64_t unixSeconds) const;
    /// Set for "every 30 s", counted from when it starts.
    [[nodiscard]] std::optional<SimTime> span() const { return span_; }

  private:
    [[nodiscard]] bool fitsDay(int month, int day, int weekday) const;
    [[nodiscard]] std::optional<std::int64_t> firstMinuteFrom(std::int64_t minuteOfDay) const;
    [[nodiscard]] std::optional<std::int64_t> find(std::int64_t unixMinute) const;

    std::optional<SimTime> span_;
    std::bitset<60> minutes_;
    std::bitset<24> hours_;
    std::bitset<32> days_;
    std::bitset<13> months_;
    std::bitset<8> weekdays_; ///< 0 is Sunday
    bool isAnyDay_ = true;    ///< the day of the month begins with "*"
    bool isAnyWeekday_ = true;
};

} // namespace roundtrip::tasks
