#pragma once

#include "core/data/key_value_reply.h"
#include "core/data/keys/sorted_set.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace roundtrip::keys {

/// Fields in the order in which they were first set, as in a small hash of Redis.
using Hash = std::vector<std::pair<std::string, std::string>>;
using List = std::deque<std::string>;
using Value = std::variant<std::string, Hash, List, SortedSet>;

struct Entry {
    Value value;
    std::optional<std::int64_t> expiresAt; ///< milliseconds since the start; none: never
};
using Keyspace = std::map<std::string, Entry>;

/// One command at work. Its key is the first word after the command's name.
struct Call {
    Keyspace& keyspace;
    const std::vector<std::string>& words;
    std::int64_t now; ///< milliseconds since the start

    [[nodiscard]] const std::string& key() const { return words[1]; }
    /// Null when there is none; one that has expired is removed.
    Entry* find(const std::string& name);
    /// The value under the command's key: null when there is none, WRONGTYPE when it is another.
    template <class T>
    tl::expected<T*, KeyValueReply> value();
    /// The same, made when there is none.
    template <class T>
    T& valueOrNew(T* found);
    /// Lists, hashes and sorted sets vanish with their last element.
    template <class T>
    void removeIfEmpty(const T& value);
};

[[nodiscard]] KeyValueReply wrongType();
[[nodiscard]] KeyValueReply wrongNumber(std::string_view command);
[[nodiscard]] KeyValueReply notAnInteger();
[[nodiscard]] KeyValueReply notAFloat();
[[nodiscard]] KeyValueReply syntaxError();
[[nodiscard]] KeyValueReply overflow();

/// Strict, as Redis reads integers: no spaces, no plus, no leading zeros, 64 bits.
[[nodiscard]] std::optional<std::int64_t> readInteger(std::string_view text);
/// "1.5", "-inf", "1e3"; nothing for "nan" and for what is no number.
[[nodiscard]] std::optional<double> readScore(std::string_view text);
/// The shortest text that reads back to the same number, whole numbers without a point.
[[nodiscard]] std::string scoreText(double score);
/// Redis's patterns: `*`, `?`, `[abc]`, `[^a-z]` and a backslash before a plain letter.
[[nodiscard]] bool globMatches(std::string_view pattern, std::string_view text);

/// First and last index of a range with ends from the back below zero; nothing when it is empty.
struct IndexRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
};
[[nodiscard]] std::optional<IndexRange> clampedRange(std::int64_t first, std::int64_t last,
                                                     std::size_t size);

/// A command: how many words it takes, its name included (below zero: at least so many).
struct Command {
    std::string_view name;
    int arity;
    KeyValueReply (*run)(Call& call);
};
[[nodiscard]] const std::vector<Command>& keyCommands();
[[nodiscard]] const std::vector<Command>& stringCommands();
[[nodiscard]] const std::vector<Command>& hashCommands();
[[nodiscard]] const std::vector<Command>& listCommands();
[[nodiscard]] const std::vector<Command>& sortedSetCommands();

template <class T>
tl::expected<T*, KeyValueReply> Call::value() {
    Entry* entry = find(key());
    if (entry == nullptr) {
        return nullptr;
    }
    T* value = std::get_if<T>(&entry->value);
    if (value == nullptr) {
        return tl::unexpected(wrongType());
    }
    return value;
}

template <class T>
T& Call::valueOrNew(T* found) {
    return found != nullptr ? *found
                            : std::get<T>((keyspace[key()] = Entry{T(), std::nullopt}).value);
}

template <class T>
void Call::removeIfEmpty(const T& value) {
    if (value.empty()) {
        keyspace.erase(key());
    }
}

} // namespace roundtrip::keys
