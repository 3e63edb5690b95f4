#pragma once

#include "core/kernel/error.h"
#include "core/web/linear_regex.h"

#include <tl/expected.hpp>

#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace roundtrip {

/// A regular expression as a tree, between its text and LinearRegex's program.
struct RegexNode {
    enum class Kind {
        empty,
        character, ///< `code`
        any,
        set, ///< one of `ranges`, or none of them when `negated`
        sequence,
        alternatives,
        repeat, ///< the child, `least` to `most` times
        group,  ///< the child, caught as group `number`
        begin,
        end,
        endOrNewline,
        ahead,
        notAhead
    };
    static constexpr int kUnbounded = std::numeric_limits<int>::max();

    Kind kind = Kind::empty;
    char32_t code = 0;
    std::vector<std::pair<char32_t, char32_t>> ranges;
    bool negated = false;
    bool lazy = false;
    int least = 0;
    int most = 0;
    std::size_t number = 0;
    std::vector<RegexNode> children;
};

struct RegexTree {
    RegexNode root;
    std::vector<std::string> groupNames;
};

/// Errors as LinearRegex::parse, of which this is the first half.
tl::expected<RegexTree, Error> parseRegex(std::string_view pattern, LinearRegex::Flavour flavour);

} // namespace roundtrip
