#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace roundtrip {

/// What may stand between the braces of a "{name}".
enum class PlaceholderNames {
    words,    ///< letters, digits and underscores: other braces, as of JSON, are the text's own
    anything, ///< all up to the next "}", as Python's format takes it
};

/// Replaces each "{name}" by the member `name` of `values`: a text as it stands, nothing escaped,
/// anything else as JSON. Unknown names and braces without a name stay as they are.
[[nodiscard]] std::string filledIn(std::string_view text, const nlohmann::json& values,
                                   PlaceholderNames names = PlaceholderNames::words);

/// The texts inside `json` filled in; one that is nothing but "{name}" becomes the value itself, be
/// it a number or an object.
[[nodiscard]] nlohmann::json filledInJson(const nlohmann::json& json, const nlohmann::json& values);

/// Whether the text begins with a "{name}", a word in braces.
[[nodiscard]] bool startsWithPlaceholder(std::string_view text);

} // namespace roundtrip
