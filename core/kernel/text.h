#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace roundtrip {

/// The text without what stands of `spaces` at both its ends; a part of `text`.
[[nodiscard]] std::string_view trimmed(std::string_view text, std::string_view spaces = " \t");

/// Cuts the part before the next separator off, and the separator; without one, all of the text.
std::string_view cutPart(std::string_view& text, char separator);

/// ASCII's letters and digits, and the underscore: what names are made of.
[[nodiscard]] bool isWordLetter(char letter);

/// ASCII's letters in lower case; all others, and bytes of UTF-8, stay as they are.
[[nodiscard]] char lowered(char letter);
[[nodiscard]] std::string lowered(std::string_view text);

/// Whether the texts differ in nothing but the case of ASCII's letters.
[[nodiscard]] bool equalsIgnoringCase(std::string_view left, std::string_view right);

/// The same number for the same text on every machine: FNV-1a (Fowler, Noll, Vo) with SplitMix64's
/// last mix, so that texts which differ little lie far apart.
[[nodiscard]] std::uint64_t hashOf(std::string_view text);

} // namespace roundtrip
