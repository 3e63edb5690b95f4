#include "core/http/date.h"

#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace roundtrip::http {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

std::optional<int> numberOf(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0) {
        return std::nullopt;
    }
    return number;
}

std::optional<unsigned> monthOf(std::string_view name) {
    const auto* found = std::ranges::find(kMonths, name);
    if (found == kMonths.end()) {
        return std::nullopt;
    }
    return static_cast<unsigned>(found - kMonths.begin()) + 1;
}

std::optional<int> yearOf(std::string_view text) {
    constexpr int kCentury = 100;
    constexpr int kFirstOfTheLast = 70; // 70 to 99 belong to the twentieth century
    const auto year = numberOf(text);
    if (!year || text.size() != 2) {
        return text.size() == 4 ? year : std::nullopt;
    }
    return *year + (*year < kFirstOfTheLast ? 20 : 19) * kCentury;
}

/// "08:49:37"; a leap second counts as the next one.
std::optional<int> secondOfDay(std::string_view clock) {
    const auto hour = numberOf(cutPart(clock, ':'));
    const auto minute = numberOf(cutPart(clock, ':'));
    const auto second = numberOf(clock);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
        return std::nullopt;
    }
    return (*hour * 60 + *minute) * 60 + *second;
}

struct DateWords {
    std::string_view day;
    std::string_view month;
    std::string_view year;
    std::string_view clock;
};

/// Splits at spaces, commas and, in a date, dashes: the three forms differ in their order.
std::optional<DateWords> wordsOf(std::string_view text) {
    std::array<std::string_view, 6> words;
    std::size_t count = 0;
    while (!(text = trimmed(text, " ,-")).empty()) {
        if (count == words.size()) {
            return std::nullopt;
        }
        const std::size_t end = std::min(text.find_first_of(" ,-"), text.size());
        words[count++] = text.substr(0, end);
        text.remove_prefix(end);
    }
    if (count == 6 && words[5] == "GMT") {
        return DateWords{words[1], words[2], words[3], words[4]};
    }
    if (count == 5) {
        return DateWords{words[2], words[1], words[4], words[3]};
    }
    return std::nullopt;
}

} // namespace

std::optional<std::int64_t> parseDate(std::string_view text) {
    const auto words = wordsOf(text);
    if (!words) {
        return std::nullopt;
    }
    const auto day = numberOf(words->day);
    const auto month = monthOf(words->month);
    const auto year = yearOf(words->year);
    const auto clock = secondOfDay(words->clock);
    if (!day || !month || !year || !clock) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date(std::chrono::year(*year), std::chrono::month(*month),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok()) {
        return std::nullopt;
    }
    const std::chrono::sys_seconds moment =
        std::chrono::sys_days(date) + std::chrono::seconds(*clock);
    return moment.time_since_epoch().count();
}

std::string dateText(std::int64_t secondsSince1970) {
    const std::chrono::sys_seconds moment{std::chrono::seconds(secondsSince1970)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(moment - day);
    return fmt::format(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[std::chrono::weekday(day).c_encoding()],
        static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
        static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
        clock.seconds().count());
}

} // namespace roundtrip::http
