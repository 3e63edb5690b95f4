#include "core/kernel/quantity.h"

#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>
#include <vector>

namespace roundtrip {

namespace {

using Unit = std::pair<std::string_view, double>; // nanoseconds
constexpr std::array<Unit, 6> kUnits{
    {{"ns", 1.0}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"min", 6e10}, {"h", 3.6e12}}};

} // namespace

std::optional<SimTime> parseDuration(std::string_view text) {
    text = trimmed(text, " ");
    const auto numberEnd = std::min(text.find_first_not_of("0123456789."), text.size());
    const std::string number(text.substr(0, numberEnd));
    const auto* unit =
        std::ranges::find(kUnits, trimmed(text.substr(numberEnd), " "), &Unit::first);
    char* end = nullptr;
    const double value = std::strtod(number.c_str(), &end);
    if (number.empty() || *end != '\0' || unit == kUnits.end()) {
        return std::nullopt;
    }
    const double nanoseconds = value * unit->second;
    constexpr double kLongest = 9.2e18; // SimTime's range, 292 years
    if (!(nanoseconds <= kLongest)) {
        return std::nullopt;
    }
    return SimTime::nanoseconds(std::llround(nanoseconds));
}

std::int64_t wholeSeconds(SimTime duration) {
    constexpr std::int64_t kSecond = 1'000'000'000;
    return (duration.ns() + kSecond - 1) / kSecond;
}

std::string durationText(SimTime duration) {
    if (duration == SimTime()) {
        return "0 s";
    }
    const auto nanoseconds = static_cast<double>(duration.ns());
    const Unit* best = kUnits.begin();
    for (const Unit& unit : kUnits) {
        const bool isDecimal = unit.second <= 1e9;
        const bool isWhole = duration.ns() % static_cast<std::int64_t>(unit.second) == 0;
        if (nanoseconds >= unit.second && (isDecimal || isWhole)) {
            best = &unit;
        }
    }
    return fmt::format("{} {}", nanoseconds / best->second, best->first);
}

std::size_t editDistance(std::string_view left, std::string_view right) {
    const std::size_t width = right.size() + 1;
    std::vector<std::size_t> cells((left.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
        return cells[i * width + j];
    };
    for (std::size_t i = 0; i <= left.size(); ++i) {
        for (std::size_t j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0) {
                at(i, j) = i + j;
                continue;
            }
            const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
            at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
            }
        }
    }
    return at(left.size(), right.size());
}

} // namespace roundtrip
