#include "core/kernel/placeholders.h"

#include "core/kernel/text.h"

#include <algorithm>
#include <optional>

namespace roundtrip {

namespace {

/// "id" of "{id}, and more"; nothing when no name in braces stands at the beginning.
std::optional<std::string> nameInBraces(std::string_view text, PlaceholderNames names) {
    if (!text.starts_with('{')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto* end = names == PlaceholderNames::words
                          ? std::ranges::find_if_not(text, isWordLetter)
                          : std::ranges::find(text, '}');
    const bool isNamed = names == PlaceholderNames::anything || end != text.begin();
    if (end == text.end() || *end != '}' || !isNamed) {
        return std::nullopt;
    }
    return std::string(text.begin(), end);
}

} // namespace

std::string filledIn(std::string_view text, const nlohmann::json& values, PlaceholderNames names) {
    std::string result;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('{'), text.size());
        result += text.substr(0, open);
        text.remove_prefix(open);
        const std::optional<std::string> name = nameInBraces(text, names);
        const auto found = name ? values.find(*name) : values.end();
        const std::size_t size = name ? name->size() + 2 : std::min<std::size_t>(1, text.size());
        if (found == values.end()) {
            result += text.substr(0, size);
        } else {
            result += found->is_string() ? found->get<std::string>() : found->dump();
        }
        text.remove_prefix(size);
    }
    return result;
}

nlohmann::json filledInJson(const nlohmann::json& json, const nlohmann::json& values) {
    if (json.is_string()) {
        const auto& text = json.get_ref<const std::string&>();
        const auto name = nameInBraces(text, PlaceholderNames::words);
        const bool isWhole = name && name->size() + 2 == text.size();
        const auto found = isWhole ? values.find(*name) : values.end();
        return found != values.end() ? *found : nlohmann::json(filledIn(text, values));
    }
    nlohmann::json result = json;
    if (json.is_structured()) {
        for (nlohmann::json& part : result) {
            part = filledInJson(nlohmann::json(part), values);
        }
    }
    return result;
}

bool startsWithPlaceholder(std::string_view text) {
    return nameInBraces(text, PlaceholderNames::words).has_value();
}

} // namespace roundtrip
