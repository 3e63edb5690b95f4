#include "core/kernel/utf8.h"

#include <algorithm>

namespace roundtrip {

namespace {

bool within(char32_t code, char32_t first, char32_t last) {
    return code >= first && code <= last;
}

/// The size that a leading byte announces, zero for a byte that can't lead.
std::size_t announcedSize(unsigned char lead) {
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool isCharacter(char32_t code, std::size_t size) {
    if (size == 3)
        return code >= 0x800 && !within(code, 0xD800, 0xDFFF);
    return size != 4 || within(code, 0x10000, 0x10FFFF);
}

} // namespace

Utf8Character characterAt(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80)
        return {lead, 1, true};
    const std::size_t size = announcedSize(lead);
    if (size == 0 || at + size > text.size())
        return {};
    char32_t code = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if ((byte & 0xC0U) != 0x80)
            return {};
        code = (code << 6U) | (byte & 0x3FU);
    }
    return isCharacter(code, size) ? Utf8Character{code, size, true} : Utf8Character{};
}

void appendCharacter(std::string& text, char32_t code) {
    const auto follow = [&text](char32_t bits) {
        text += static_cast<char>(0x80U | (bits & 0x3FU));
    };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | (code >> 6U));
        follow(code);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0U | (code >> 12U));
        follow(code >> 6U);
        follow(code);
    } else {
        text += static_cast<char>(0xF0U | (code >> 18U));
        follow(code >> 12U);
        follow(code >> 6U);
        follow(code);
    }
}

bool isValidUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character character = characterAt(text, at);
        if (!character.valid)
            return false;
        at += character.size;
    }
    return true;
}

std::size_t characterCount(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        at += characterAt(text, at).size;
    return count;
}

std::string_view characters(std::string_view text, std::size_t first, std::size_t last) {
    std::size_t begin = text.size();
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < last; ++count) {
        if (count == first)
            begin = at;
        at += characterAt(text, at).size;
    }
    return first < last ? text.substr(begin, std::max(at, begin) - begin) : std::string_view{};
}

bool isUnicodeLetter(char32_t code) {
    if (code < 128)
        return within(code, 'a', 'z') || within(code, 'A', 'Z');
    const bool latinSign =
        code < 0xC0 ? code != 0xAA && code != 0xB5 && code != 0xBA : code == 0xD7 || code == 0xF7;
    return !latinSign && !within(code, 0x2000, 0x206F) && !within(code, 0x20A0, 0x20FF) &&
           !within(code, 0x2190, 0x2BFF) && !within(code, 0x3000, 0x3004) &&
           !within(code, 0x3008, 0x3020) && !within(code, 0xE000, 0xF8FF) &&
           !within(code, 0x1F000, 0x1FAFF) && code != Utf8Character::kInvalid;
}

char32_t lowerCase(char32_t code) {
    if (within(code, 'A', 'Z') || (within(code, 0xC0, 0xDE) && code != 0xD7) ||
        (within(code, 0x391, 0x3A9) && code != 0x3A2) || within(code, 0x410, 0x42F))
        return code + 0x20;
    return within(code, 0x400, 0x40F) ? code + 0x50 : code;
}

char32_t upperCase(char32_t code) {
    if (within(code, 'a', 'z') || (within(code, 0xE0, 0xFE) && code != 0xF7) ||
        (within(code, 0x3B1, 0x3C9) && code != 0x3C2) || within(code, 0x430, 0x44F))
        return code - 0x20;
    return within(code, 0x450, 0x45F) ? code - 0x50 : code;
}

} // namespace roundtrip
