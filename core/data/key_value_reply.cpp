#include "core/data/key_value_reply.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

using Kind = KeyValueReply::Kind;

/// Quoted as redis-cli does: what is no printable ASCII is escaped, byte by byte.
std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        switch (letter) {
        case '"':
        case '\\':
            result += '\\';
            result += letter;
            break;
        case '\n':
            result += "\\n";
            break;
        case '\r':
            result += "\\r";
            break;
        case '\t':
            result += "\\t";
            break;
        case '\a':
            result += "\\a";
            break;
        case '\b':
            result += "\\b";
            break;
        default:
            result += byte >= 0x20 && byte < 0x7f ? std::string(1, letter)
                                                  : fmt::format("\\x{:02x}", byte);
        }
    }
    return result + '"';
}

std::string simpleText(const KeyValueReply& reply) {
    switch (reply.kind) {
    case Kind::status:
        return reply.text;
    case Kind::integer:
        return fmt::format("(integer) {}", reply.number);
    case Kind::bulk:
        return quoted(reply.text);
    case Kind::error:
        return "(error) " + reply.text;
    default:
        return reply.kind == Kind::nil ? "(nil)" : "(empty array)";
    }
}

} // namespace

KeyValueReply KeyValueReply::status(std::string text) {
    return {.kind = Kind::status, .text = std::move(text)};
}

KeyValueReply KeyValueReply::integer(std::int64_t number) {
    return {.kind = Kind::integer, .number = number};
}

KeyValueReply KeyValueReply::bulk(std::string text) {
    return {.kind = Kind::bulk, .text = std::move(text)};
}

KeyValueReply KeyValueReply::array(std::vector<KeyValueReply> elements) {
    return {.kind = Kind::array, .elements = std::move(elements)};
}

KeyValueReply KeyValueReply::bulks(const std::vector<std::string>& texts) {
    std::vector<KeyValueReply> elements;
    elements.reserve(texts.size());
    for (const std::string& text : texts) {
        elements.push_back(bulk(text));
    }
    return array(std::move(elements));
}

KeyValueReply KeyValueReply::error(std::string text) {
    return {.kind = Kind::error, .text = std::move(text)};
}

std::string shownText(const KeyValueReply& reply) {
    if (reply.elements.empty()) {
        return simpleText(reply);
    }
    const std::size_t width = fmt::formatted_size("{}", reply.elements.size());
    std::string text;
    for (std::size_t i = 0; i < reply.elements.size(); ++i) {
        text += fmt::format("{}{:>{}}) {}", i == 0 ? "" : "\n", i + 1, width,
                            shownText(reply.elements[i]));
    }
    return text;
}

std::string oneLine(const KeyValueReply& reply) {
    if (reply.elements.empty()) {
        return simpleText(reply);
    }
    std::string text;
    for (const KeyValueReply& element : reply.elements) {
        text += (text.empty() ? "" : ", ") + oneLine(element);
    }
    return "[" + text + "]";
}

} // namespace roundtrip
