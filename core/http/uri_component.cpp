#include "core/http/uri_component.h"

#include "core/kernel/utf8.h"

#include <fmt/format.h>

namespace roundtrip::http {

namespace {

/// The value of a hexadecimal digit, negative for any other character.
int hexDigit(char character) {
    if (character >= '0' && character <= '9')
        return character - '0';
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    return character >= 'A' && character <= 'F' ? character - 'A' + 10 : -1;
}

/// The byte that "%XX" at `at` stands for, negative when there is none.
int escapedByte(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size())
        return -1;
    const int high = hexDigit(text[at + 1]);
    const int low = hexDigit(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool isUnreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-' || c == '~';
}

} // namespace

std::optional<std::string> decodedUriComponent(std::string_view text) {
    std::string result;
    std::string escaped; // a run of escapes must be UTF-8 by itself
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '%') {
            result += text[at++];
            continue;
        }
        escaped.clear();
        while (at < text.size() && text[at] == '%') {
            const int byte = escapedByte(text, at);
            if (byte < 0)
                return std::nullopt;
            escaped += static_cast<char>(byte);
            at += 3;
        }
        if (!isValidUtf8(escaped))
            return std::nullopt;
        result += escaped;
    }
    return result;
}

std::string unquoted(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int byte = text[at] == '%' ? escapedByte(text, at) : -1;
        result += byte < 0 ? text[at] : static_cast<char>(byte);
        at += byte < 0 ? 0 : 2;
    }
    return result;
}

std::string quoted(std::string_view text, std::string_view safe) {
    std::string result;
    for (const char c : text) {
        if (isUnreserved(c) || safe.find(c) != std::string_view::npos)
            result += c;
        else
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

} // namespace roundtrip::http
