#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace roundtrip {

/// One character of a text in UTF-8 and its size in bytes. A byte that begins no valid sequence
/// (RFC 3629: no overlong form, no surrogate) is a character of its own, `invalid`.
struct Utf8Character {
    static constexpr char32_t kInvalid = 0xFFFD;
    char32_t code = kInvalid;
    std::size_t size = 1;
    bool valid = false;
};

/// The character that begins at `at`, which must be inside the text.
[[nodiscard]] Utf8Character characterAt(std::string_view text, std::size_t at);

/// Appends a character, a code point up to U+10FFFF.
void appendCharacter(std::string& text, char32_t code);

[[nodiscard]] bool isValidUtf8(std::string_view text);

/// How many characters, as Python and Django count them.
[[nodiscard]] std::size_t characterCount(std::string_view text);

/// The part that holds the characters from `first` up to, not including, `last`.
[[nodiscard]] std::string_view characters(std::string_view text, std::size_t first,
                                          std::size_t last);

/// Unicode's letters without its table: beyond ASCII all but the blocks of signs.
[[nodiscard]] bool isUnicodeLetter(char32_t code);

/// Letters with two cases of ASCII, Latin-1, Greek and Cyrillic; others stay as they are.
[[nodiscard]] char32_t lowerCase(char32_t code);
[[nodiscard]] char32_t upperCase(char32_t code);

} // namespace roundtrip
