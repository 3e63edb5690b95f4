#pragma once

#include "core/kernel/error.h"
#include "core/kernel/sim_time.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// Parses JSON strictly: RFC 8259, and no member twice in one object. Errors: "syntax" {reason}
/// with `where` as "line 3, column 7"; "duplicate-member" {name}; "too-deep", nested more than 256
/// levels.
tl::expected<nlohmann::json, Error> parseJson(std::string_view text);

/// The text member of that name; empty when there is none, or `json` is no object.
[[nodiscard]] std::string memberText(const nlohmann::json& json, std::string_view name);
/// The member of that name, or null.
[[nodiscard]] nlohmann::json memberOf(const nlohmann::json& json, std::string_view name);

/// Reads the members of one JSON object and notes what is wrong, each problem under its pointer
/// (RFC 6901). A member that is missing or wrong reads as the fallback, so that one pass finds
/// every problem.
///
/// Problems: "not-an-object", "missing" {member}, "unknown-member" {name, nearest},
/// "wrong-type" {member, expected}, "out-of-range" {member, least, most}, "bad-duration" {text},
/// "unknown-choice" {value, nearest}.
class JsonObject {
  public:
    JsonObject(const nlohmann::json& json, std::string pointer, Problems& problems);

    /// False, and one problem, when it is something else.
    [[nodiscard]] bool isObject() const { return isObject_; }
    /// Reports every member whose name is not in `known`.
    void allowOnly(const std::vector<std::string_view>& known);

    /// Null when there is none.
    [[nodiscard]] const nlohmann::json* find(std::string_view name) const;
    /// Null, and a problem, when there is none.
    const nlohmann::json* require(std::string_view name);

    std::string text(std::string_view name, std::string fallback = {});
    /// An empty text counts as missing.
    std::string requiredText(std::string_view name);
    double number(std::string_view name, double fallback, double least, double most);
    std::int64_t integer(std::string_view name, std::int64_t fallback, std::int64_t least,
                         std::int64_t most);
    bool boolean(std::string_view name, bool fallback);
    std::optional<SimTime> duration(std::string_view name);
    /// The index of the text in `choices`; `fallback` when it is missing or unknown.
    std::size_t choice(std::string_view name, const std::vector<std::string_view>& choices,
                       std::size_t fallback);
    /// The array's elements with their pointers; empty when there is none.
    struct Element {
        const nlohmann::json* json;
        std::string pointer;
    };
    std::vector<Element> array(std::string_view name);
    std::vector<std::string> texts(std::string_view name);

    [[nodiscard]] std::string pointerTo(std::string_view name) const;
    [[nodiscard]] const std::string& pointer() const { return pointer_; }
    void report(std::string code, std::vector<std::string> args, std::string_view member = {});

  private:
    const nlohmann::json& json_;
    std::string pointer_;
    Problems& problems_;
    bool isObject_;
};

} // namespace roundtrip
