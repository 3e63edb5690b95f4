#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace roundtrip {

/// What a key-value store answers to one command: the kinds of RESP, the Redis serialization
/// protocol (redis.io, "Redis serialization protocol specification", version 2).
struct KeyValueReply {
    enum class Kind { nil, status, integer, bulk, array, error };
    Kind kind = Kind::nil;
    std::string text; ///< of a status, a bulk or an error
    std::int64_t number = 0;
    std::vector<KeyValueReply> elements;

    static KeyValueReply nil() { return {}; }
    static KeyValueReply ok() { return status("OK"); }
    static KeyValueReply status(std::string text);
    static KeyValueReply integer(std::int64_t number);
    static KeyValueReply bulk(std::string text);
    static KeyValueReply array(std::vector<KeyValueReply> elements);
    static KeyValueReply bulks(const std::vector<std::string>& texts);
    /// `text` begins with its class in capitals: "ERR syntax error".
    static KeyValueReply error(std::string text);

    [[nodiscard]] bool isError() const { return kind == Kind::error; }

    friend bool operator==(const KeyValueReply&, const KeyValueReply&) = default;
};

/// As redis-cli shows it on a terminal: `(integer) 1`, `"Ada"`, `(nil)`, one element a line.
[[nodiscard]] std::string shownText(const KeyValueReply& reply);
/// The same in one line, elements between brackets.
[[nodiscard]] std::string oneLine(const KeyValueReply& reply);

} // namespace roundtrip
