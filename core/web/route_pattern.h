#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// A path pattern with typed parameters, written as Flask writes them: "/users/<int:id>",
/// "/files/<name>". `int` matches decimal digits, the default `string` anything but a slash.
class RoutePattern {
  public:
    /// Errors: "route-no-slash", "route-unclosed", "route-unknown-type" {type},
    /// "route-no-name", "route-twice" {name}. `where` is the pattern.
    static tl::expected<RoutePattern, Error> parse(std::string_view text);

    /// The parameters as a JSON object when the whole path matches; integers as numbers.
    [[nodiscard]] std::optional<nlohmann::json> match(std::string_view path) const;

    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    enum class Type { literal, string, integer };
    struct Segment {
        Type type = Type::literal;
        std::string text; ///< the literal, or the parameter's name
    };
    static tl::expected<Segment, Error> parseSegment(std::string_view segment,
                                                     std::string_view whole);

    std::string text_;
    std::vector<Segment> segments_;
};

} // namespace roundtrip
