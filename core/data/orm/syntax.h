#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::orm {

/// A piece of a Python expression, as far as queries need it.
struct SyntaxNode {
    enum class Kind {
        name,
        constant,    ///< number, text, True, False, None in `value`
        placeholder, ///< `:name`, in `text`
        list,        ///< a list or a tuple
        dictionary,  ///< children: key, value, key, value ...
        call,        ///< children: what is called, then the arguments
        keyword,     ///< `text` = children[0], an argument of a call
        attribute,   ///< children[0] . text
        index,       ///< children[0] [ children[1] ]
        slice,       ///< children[0] [ children[1] : children[2] ]; a missing end is None
        unary,       ///< `text` is "-" or "~"
        binary,      ///< `text` is one of + - * / % | &
    };
    Kind kind = Kind::constant;
    std::string text;
    nlohmann::json value;
    std::vector<SyntaxNode> children;
    std::size_t column = 1; ///< counted in bytes from 1
};

/// Where an error stands: "column 7".
[[nodiscard]] std::string columnText(std::size_t column);

/// Reads one Python expression of at most 10,000 bytes. Errors, `where` as "column 7":
/// "orm-syntax" {what was found; empty at the end}, "orm-unclosed-text", "orm-bad-number" {text},
/// "orm-duplicate-argument"
/// {name}, "orm-too-long", "orm-too-deep": nested more than 60 times.
tl::expected<SyntaxNode, Error> parseSyntax(std::string_view text);

} // namespace roundtrip::orm
