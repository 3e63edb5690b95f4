#pragma once

#include "core/web/template_value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// A filter of django/template/defaultfilters.py (Django 3.2).
struct TemplateFilter {
    enum class Argument { none, needed, optional };
    /// Changes the value; false when Python would raise an exception.
    using Function = bool (*)(TemplateValue& value, const TemplateValue* argument, bool autoescape);

    std::string_view name;
    Function apply = nullptr;
    Argument argument = Argument::none;
    bool onText = false;    ///< Django's @stringfilter: the value is made a text first
    bool staysSafe = false; ///< Django's is_safe: a safe value gives a safe one
};

/// Null when there is none of this name.
[[nodiscard]] const TemplateFilter* findTemplateFilter(std::string_view name);

/// Applies it with all that goes around it: text conversion and safety.
bool applyFilter(const TemplateFilter& filter, TemplateValue& value, const TemplateValue* argument,
                 bool autoescape);

/// Filters of texts and markup, found through findTemplateFilter.
[[nodiscard]] const TemplateFilter* findTextFilter(std::string_view name);

/// As Python's int() reads it: a number, or a text of digits with a sign.
[[nodiscard]] std::optional<std::int64_t> pythonInteger(const nlohmann::json& json);

/// The words that Python's split() finds.
[[nodiscard]] std::vector<std::string_view> wordsOf(std::string_view text);

/// Rounds half up to so many digits; a negative count leaves ".0" out. As Django's floatformat.
[[nodiscard]] std::optional<std::string> formattedFloat(const nlohmann::json& json, int digits);

} // namespace roundtrip
