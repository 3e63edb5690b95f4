#pragma once

#include "core/kernel/sim_time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace roundtrip {

/// Reads "250 ms", "1.5 s", "60s", "2 min", "300 us", "10 ns"; a unit is required, the space is
/// not, negative values are refused. None when it is not a duration.
[[nodiscard]] std::optional<SimTime> parseDuration(std::string_view text);

/// The shortest text that parseDuration reads back to the same value: "250 ms", "1.5 s".
[[nodiscard]] std::string durationText(SimTime duration);

/// Rounded up, as Retry-After and Max-Age say it.
[[nodiscard]] std::int64_t wholeSeconds(SimTime duration);

/// The candidate that a person probably meant: smallest edit distance, at most a third of the
/// word; empty when none is near.
template <class Words>
[[nodiscard]] std::string nearestWord(std::string_view word, const Words& candidates);

/// Levenshtein distance, counting a swap of two neighbours as one edit.
[[nodiscard]] std::size_t editDistance(std::string_view left, std::string_view right);

template <class Words>
std::string nearestWord(std::string_view word, const Words& candidates) {
    std::string nearest;
    std::size_t smallest = word.size() / 3 + 2;
    for (const auto& candidate : candidates) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < smallest) {
            smallest = distance;
            nearest = std::string(candidate);
        }
    }
    return nearest;
}

} // namespace roundtrip
