#include "core/tasks/schedule.h"

#include "core/kernel/quantity.h"
#include "core/kernel/text.h"

#include <array>
#include <charconv>
#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace roundtrip::tasks {

namespace {

constexpr std::int64_t kMinutesOfDay = 24 * 60;
// Leap days on a given weekday come back after 28 years, over a year like 2100 after 40.
constexpr std::int64_t kMostDays = 41 * 366;

struct Field {
    std::string_view name;
    int least;
    int most;
    std::span<const std::string_view> words; ///< the first stands for `least`
};

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kWeekdays{"sun", "mon", "tue", "wed",
                                                    "thu", "fri", "sat"};
constexpr std::array<Field, 5> kFields{{{"minute", 0, 59, {}},
                                        {"hour", 0, 23, {}},
                                        {"day", 1, 31, {}},
                                        {"month", 1, 12, kMonths},
                                        {"weekday", 0, 7, kWeekdays}}};

std::optional<int> readNumber(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size() && number >= 0;
    return isWhole ? std::optional(number) : std::nullopt;
}

std::optional<int> readValue(std::string_view text, const Field& field) {
    for (std::size_t i = 0; i < field.words.size(); ++i) {
        if (equalsIgnoringCase(text, field.words[i])) {
            return field.least + static_cast<int>(i);
        }
    }
    const auto number = readNumber(text);
    return number && *number >= field.least && *number <= field.most ? number : std::nullopt;
}

/// "*", "5", "1-5", each with "/step"; false when it is none of them.
template <std::size_t count>
bool readPart(std::string_view part, const Field& field, std::bitset<count>& values) {
    const bool hasStep = part.find('/') != std::string_view::npos;
    std::string_view range = cutPart(part, '/');
    const auto step = hasStep ? readNumber(part) : std::optional(1);
    std::optional<int> first = field.least;
    std::optional<int> last = field.most;
    const bool isRange = range == "*" || range.find('-') != std::string_view::npos;
    if (range != "*") {
        first = readValue(cutPart(range, '-'), field);
        last = isRange ? readValue(range, field) : first;
    }
    const bool isRight = step && *step > 0 && first && last && *first <= *last;
    if (!isRight || (hasStep && !isRange)) {
        return false;
    }
    for (int value = *first; value <= *last; value += *step) {
        values.set(static_cast<std::size_t>(value));
    }
    return true;
}

template <std::size_t count>
bool readField(std::string_view text, const Field& field, std::bitset<count>& values) {
    if (text.empty() || text.back() == ',') {
        return false;
    }
    while (!text.empty()) {
        if (!readPart(cutPart(text, ','), field, values)) {
            return false;
        }
    }
    return true;
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        const std::size_t end = text.find_first_of(" \t");
        words.push_back(text.substr(0, end));
        text.remove_prefix(words.back().size());
    }
    return words;
}

Error badSchedule(std::string_view text, std::string_view field) {
    return {"bad-schedule", {std::string(text), std::string(field)}, ""};
}

} // namespace

tl::expected<Schedule, Error> Schedule::parse(std::string_view text) {
    Schedule schedule;
    const std::vector<std::string_view> words = wordsOf(text);
    if (!words.empty() && words[0] == "every") {
        schedule.span_ = parseDuration(trimmed(trimmed(text).substr(words[0].size())));
        if (!schedule.span_ || *schedule.span_ < SimTime::milliseconds(1)) {
            return tl::unexpected(badSchedule(text, "every"));
        }
        return schedule;
    }
    if (words.size() != kFields.size()) {
        return tl::unexpected(badSchedule(text, "fields"));
    }
    const std::array<bool, 5> isRight{readField(words[0], kFields[0], schedule.minutes_),
                                      readField(words[1], kFields[1], schedule.hours_),
                                      readField(words[2], kFields[2], schedule.days_),
                                      readField(words[3], kFields[3], schedule.months_),
                                      readField(words[4], kFields[4], schedule.weekdays_)};
    for (std::size_t i = 0; i < isRight.size(); ++i) {
        if (!isRight.at(i)) {
            return tl::unexpected(badSchedule(text, kFields.at(i).name));
        }
    }
    if (schedule.weekdays_.test(7)) {
        schedule.weekdays_.set(0);
    }
    schedule.isAnyDay_ = words[2].starts_with('*');
    schedule.isAnyWeekday_ = words[4].starts_with('*');
    if (!schedule.find(0)) {
        return tl::unexpected(Error{"schedule-never", {std::string(text)}, ""});
    }
    return schedule;
}

/// crontab(5): with both days restricted either is enough; a field that begins with "*" is not.
bool Schedule::fitsDay(int month, int day, int weekday) const {
    const bool fitsMonthDay = days_.test(static_cast<std::size_t>(day));
    const bool fitsWeekday = weekdays_.test(static_cast<std::size_t>(weekday));
    const bool isEither = !isAnyDay_ && !isAnyWeekday_;
    return months_.test(static_cast<std::size_t>(month)) &&
           (isEither ? fitsMonthDay || fitsWeekday : fitsMonthDay && fitsWeekday);
}

std::optional<std::int64_t> Schedule::firstMinuteFrom(std::int64_t minuteOfDay) const {
    for (std::int64_t minute = minuteOfDay; minute < kMinutesOfDay; ++minute) {
        if (hours_.test(static_cast<std::size_t>(minute / 60)) &&
            minutes_.test(static_cast<std::size_t>(minute % 60))) {
            return minute;
        }
    }
    return std::nullopt;
}

std::optional<std::int64_t> Schedule::find(std::int64_t unixMinute) const {
    using namespace std::chrono;
    std::int64_t minuteOfDay = unixMinute % kMinutesOfDay;
    const std::int64_t firstDay = unixMinute / kMinutesOfDay;
    for (std::int64_t day = firstDay; day < firstDay + kMostDays; ++day) {
        const sys_days date{days(day)};
        const year_month_day parts(date);
        if (fitsDay(static_cast<int>(static_cast<unsigned>(parts.month())),
                    static_cast<int>(static_cast<unsigned>(parts.day())),
                    static_cast<int>(weekday(date).c_encoding()))) {
            if (const auto minute = firstMinuteFrom(minuteOfDay)) {
                return day * kMinutesOfDay + *minute;
            }
        }
        minuteOfDay = 0;
    }
    return std::nullopt;
}

std::int64_t Schedule::nextAfter(std::int64_t unixSeconds) const {
    if (span_) {
        return unixSeconds + std::max<std::int64_t>(1, span_->ns() / 1'000'000'000);
    }
    return find(unixSeconds / 60 + 1).value_or(0) * 60;
}

} // namespace roundtrip::tasks
