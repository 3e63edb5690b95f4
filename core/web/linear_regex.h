#pragma once

#include "core/kernel/error.h"

#include <tl/expected.hpp>

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace roundtrip {

/// The regular expressions in which web frameworks write their routes, matched from the start of
/// a text in time linear in its length: a pattern that somebody types in can't make it hang.
///
/// Matches are those of a backtracking matcher (the first alternative wins, quantifiers are greedy
/// unless followed by `?`), found as RE2's BitState does: no state is tried twice. Known are
/// literals, `.`, classes with \d \w \s, groups (named ones as (?P<name>) or (?<name>)), |, * + ?
/// {m,n}, ^ $ \A \Z \z, (?:), (?=) and (?!); looking ahead in a loop is bounded by steps, a text
/// that needs more does not match. Left out: back references, look-behind, \b, inline flags,
/// possessive quantifiers; \d \w \s know ASCII only.
class LinearRegex {
  public:
    enum class Flavour {
        javaScript, ///< `$` is the end, [^] any character
        python      ///< `$` also stands before a newline at the end
    };
    struct Options {
        Flavour flavour = Flavour::python;
        bool ignoreCase = false;
    };
    static constexpr std::size_t kLongestText = 16384; ///< bytes; a longer text does not match

    /// Errors: "regex-syntax" {what, byte}, "regex-unsupported" {what}, "regex-too-large".
    static tl::expected<LinearRegex, Error> parse(std::string_view pattern, Options options);

    /// What a group caught, in bytes of the text; nothing when the group took no part.
    using Capture = std::optional<std::pair<std::size_t, std::size_t>>;
    struct Match {
        std::size_t length = 0; ///< of the whole match, which starts at the text's start
        std::vector<Capture> groups;
    };
    [[nodiscard]] std::optional<Match> match(std::string_view text) const;

    /// One name for each group in order of its opening; empty for one without a name.
    [[nodiscard]] const std::vector<std::string>& groupNames() const { return groupNames_; }

  private:
    friend class RegexCompiler;
    friend class RegexRun;

    struct Set {
        std::bitset<128> ascii;
        std::vector<std::pair<char32_t, char32_t>> ranges; ///< beyond ASCII
        bool negated = false;
        [[nodiscard]] bool contains(char32_t code, bool ignoreCase) const;
    };
    struct Instruction {
        enum class Kind {
            character,
            set,
            any,          ///< all but a newline
            split,        ///< first `next`, then `other`
            save,         ///< slot `value`
            begin,        ///< at the text's start
            end,          ///< at the text's end
            endOrNewline, ///< at the end or before a newline there
            ahead,        ///< the part at `other` must match here
            notAhead,     ///< it must not
            accept
        };
        Kind kind = Kind::accept;
        char32_t value = 0; ///< the character, the set's index, the slot or the split's number
        std::size_t next = 0;
        std::size_t other = 0;
    };

    [[nodiscard]] bool prefixFits(std::string_view text) const;

    std::vector<Instruction> program_;
    std::vector<Set> sets_;
    std::vector<std::string> groupNames_;
    std::string prefix_; ///< ASCII that every match starts with, in lower case with ignoreCase
    std::size_t start_ = 0;
    std::size_t splits_ = 0;
    bool ignoreCase_ = false;
};

/// The text as a pattern that matches just it.
[[nodiscard]] std::string escapedForRegex(std::string_view text);

} // namespace roundtrip
