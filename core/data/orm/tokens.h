#pragma once

#include "core/kernel/error.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::orm {

/// A word of a Python expression.
struct Token {
    enum class Kind { name, number, text, placeholder, symbol, end };
    Kind kind = Kind::end;
    std::string text; ///< of a text: its content without quotes and escapes
    std::size_t column = 1;
};

/// Cuts an expression into tokens, the last of kind `end`. Errors: "orm-syntax" {letter},
/// "orm-unclosed-text".
tl::expected<std::vector<Token>, Error> tokenize(std::string_view text);

} // namespace roundtrip::orm
