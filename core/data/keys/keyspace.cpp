#include "core/data/keys/keyspace.h"

#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace roundtrip::keys {

namespace {

/// Whether a set "[...]" holds the letter; moves `pattern` behind the set.
bool setHolds(std::string_view& pattern, char letter) {
    pattern.remove_prefix(1);
    const bool isNegated = pattern.starts_with('^');
    pattern.remove_prefix(isNegated ? 1 : 0);
    bool holds = false;
    while (!pattern.empty() && pattern.front() != ']') {
        if (pattern.front() == '\\' && pattern.size() >= 2) {
            holds = holds || pattern[1] == letter;
            pattern.remove_prefix(2);
        } else if (pattern.size() >= 3 && pattern[1] == '-') {
            const auto [least, most] = std::minmax(pattern[0], pattern[2]);
            holds = holds || (letter >= least && letter <= most);
            pattern.remove_prefix(3);
        } else {
            holds = holds || pattern.front() == letter;
            pattern.remove_prefix(1);
        }
    }
    pattern.remove_prefix(pattern.empty() ? 0 : 1);
    return holds != isNegated;
}

/// One letter against what stands at the beginning of `pattern`, which moves behind that.
bool stepMatches(std::string_view& pattern, char letter) {
    if (pattern.front() == '[') {
        return setHolds(pattern, letter);
    }
    if (pattern.front() == '\\' && pattern.size() >= 2) {
        pattern.remove_prefix(1);
    } else if (pattern.front() == '?') {
        pattern.remove_prefix(1);
        return true;
    }
    const bool matches = pattern.front() == letter;
    pattern.remove_prefix(1);
    return matches;
}

} // namespace

Entry* Call::find(const std::string& name) {
    const auto found = keyspace.find(name);
    if (found == keyspace.end()) {
        return nullptr;
    }
    if (found->second.expiresAt && now > *found->second.expiresAt) {
        keyspace.erase(found);
        return nullptr;
    }
    return &found->second;
}

KeyValueReply wrongType() {
    return KeyValueReply::error(
        "WRONGTYPE Operation against a key holding the wrong kind of value");
}

KeyValueReply wrongNumber(std::string_view command) {
    return KeyValueReply::error(
        fmt::format("ERR wrong number of arguments for '{}' command", command));
}

KeyValueReply notAnInteger() {
    return KeyValueReply::error("ERR value is not an integer or out of range");
}

KeyValueReply notAFloat() {
    return KeyValueReply::error("ERR value is not a valid float");
}

KeyValueReply syntaxError() {
    return KeyValueReply::error("ERR syntax error");
}

KeyValueReply overflow() {
    return KeyValueReply::error("ERR increment or decrement would overflow");
}

std::optional<std::int64_t> readInteger(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    const bool isCanonical = fmt::format("{}", number) == text; // refuses "01" and "-0"
    return isCanonical ? std::optional(number) : std::nullopt;
}

std::optional<double> readScore(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) {
            return std::nullopt;
        }
    }
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || std::isnan(number)) {
        return std::nullopt;
    }
    return number;
}

std::string scoreText(double score) {
    constexpr double kMostExact = 9'007'199'254'740'992.0; // 2^53
    if (score == std::trunc(score) && std::abs(score) < kMostExact) {
        return score == 0 && std::signbit(score)
                   ? "-0"
                   : fmt::format("{}", static_cast<std::int64_t>(score));
    }
    return fmt::format("{}", score);
}

bool globMatches(std::string_view pattern, std::string_view text) {
    std::optional<std::string_view> afterStar;
    std::string_view retry;
    while (!text.empty() || !pattern.empty()) {
        if (pattern.starts_with('*')) {
            pattern.remove_prefix(1);
            afterStar = pattern;
            retry = text;
            continue;
        }
        if (!pattern.empty() && !text.empty()) {
            const char letter = text.front();
            text.remove_prefix(1);
            if (stepMatches(pattern, letter)) {
                continue;
            }
        }
        if (!afterStar || retry.empty()) {
            return false;
        }
        retry.remove_prefix(1); // the last star takes one letter more
        pattern = *afterStar;
        text = retry;
    }
    return true;
}

std::optional<IndexRange> clampedRange(std::int64_t first, std::int64_t last, std::size_t size) {
    const auto count = static_cast<std::int64_t>(size);
    first = std::max<std::int64_t>(first < 0 ? first + count : first, 0);
    last = std::min(last < 0 ? last + count : last, count - 1);
    return first > last ? std::nullopt : std::optional(IndexRange{first, last});
}

} // namespace roundtrip::keys
