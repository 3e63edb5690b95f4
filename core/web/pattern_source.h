#pragma once

#include "core/kernel/error.h"
#include "core/web/linear_regex.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace roundtrip {

/// Options of path-to-regexp 8, with its defaults, which are Express 5's too.
struct ExpressOptions {
    bool end = true;        ///< the whole path must match, not only its beginning
    bool sensitive = false; ///< letters' case counts
    bool trailing = true;   ///< one more slash at the end is allowed
    bool decode = true;     ///< parameters are decoded
    std::string delimiter = "/";
};

/// A parameter of a pattern: what it may be and what becomes of it.
struct PatternParameter {
    enum class Value { text, uuid, decodedText, decodedList, integer, number };
    std::string name;
    Value value = Value::text;
    std::string converter;       ///< the framework's word, such as "int"; empty: anything fits
    std::string expression;      ///< what it must match, a regular expression
    std::optional<double> least; ///< Flask's min and max, inclusive
    std::optional<double> most;
    std::size_t fixedDigits = 0; ///< Flask's fixed_digits; zero: any number of them
};

/// Werkzeug's order of rules, `Weighting` of werkzeug/routing/rules.py: the smaller comes first.
struct FlaskWeight {
    int staticCount = 0; ///< negative: more literals win
    std::vector<std::pair<int, int>> statics;
    int argumentCount = 0; ///< negative: more arguments win
    std::vector<int> arguments;
    friend auto operator<=>(const FlaskWeight&, const FlaskWeight&) = default;
};

/// One path segment of a Flask rule, or all from a `path` converter to its end.
struct FlaskPart {
    std::string content; ///< a literal, or a regular expression
    bool isStatic = true;
    bool isFinal = false;
    FlaskWeight weight;
    friend bool operator==(const FlaskPart&, const FlaskPart&) = default;
};

/// What a syntax makes of a pattern's text. Each group of `regex` is one parameter.
struct PatternSource {
    std::string regex;
    std::string loose; ///< the same with anything as each parameter; empty: nothing to tell apart
    LinearRegex::Options options;
    std::string delimiter = "/"; ///< between the members of a list
    std::vector<PatternParameter> parameters;
    std::vector<FlaskPart> parts;
};

using PatternSourceResult = tl::expected<PatternSource, Error>;

/// Several patterns are alternatives, as path-to-regexp has them.
PatternSourceResult readExpressPattern(const std::vector<std::string>& texts,
                                       const ExpressOptions& options);
PatternSourceResult readFlaskPattern(std::string_view text);
PatternSourceResult readDjangoPattern(std::string_view text);
PatternSourceResult readDjangoRegex(std::string_view text);
PatternSourceResult readRailsPattern(std::string_view text,
                                     const std::map<std::string, std::string>& constraints);

/// Letters, digits and underscores, not starting with a digit.
[[nodiscard]] bool isIdentifier(std::string_view text);

} // namespace roundtrip
