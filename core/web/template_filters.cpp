#include "core/web/template_filters.h"

#include "core/kernel/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace roundtrip {

namespace {

using nlohmann::json;
using Argument = TemplateFilter::Argument;

bool length(TemplateValue& value, const TemplateValue*, bool) {
    const json& whole = value.json();
    std::size_t count = 0;
    if (whole.is_string())
        count = characterCount(whole.get_ref<const std::string&>());
    else if (whole.is_structured())
        count = whole.size();
    value = TemplateValue::made(count);
    return true;
}

bool useDefault(TemplateValue& value, const TemplateValue* argument, bool) {
    if (!isTrue(value.json()))
        value = *argument;
    return true;
}

bool useDefaultIfNone(TemplateValue& value, const TemplateValue* argument, bool) {
    if (value.json().is_null())
        value = *argument;
    return true;
}

std::string conditionallyEscaped(const json& whole, bool safe) {
    return safe ? pythonText(whole) : escapedHtml(pythonText(whole));
}

bool join(TemplateValue& value, const TemplateValue* argument, bool autoescape) {
    const auto members = membersOf(value.json());
    const bool texts = members && std::ranges::all_of(*members, [](const json& member) {
                           return member.is_string();
                       });
    if (!members || value.json().is_null() || (!autoescape && !texts))
        return true; // as Django fails silently
    const std::string glue = conditionallyEscaped(argument->json(), argument->safe);
    std::string result;
    bool first = true;
    for (const json& member : *members) {
        result += first ? "" : glue;
        result += autoescape ? escapedHtml(pythonText(member)) : pythonText(member);
        first = false;
    }
    value = TemplateValue::made(std::move(result), true);
    return true;
}

bool pick(TemplateValue& value, bool last) {
    if (!value.json().is_array() && !value.json().is_string())
        return false;
    json members = *membersOf(value.json());
    value = TemplateValue::made(members.empty() ? json("")
                                : last          ? std::move(members.back())
                                                : std::move(members.front()));
    return true;
}

bool first(TemplateValue& value, const TemplateValue*, bool) {
    return pick(value, false);
}

bool last(TemplateValue& value, const TemplateValue*, bool) {
    return pick(value, true);
}

bool floatformat(TemplateValue& value, const TemplateValue* argument, bool) {
    std::optional<std::int64_t> digits = -1;
    if (argument != nullptr)
        digits = pythonInteger(argument->json());
    if (digits && std::abs(*digits) > 100)
        return false;
    const bool number = value.json().is_primitive() && !value.json().is_null();
    const auto text =
        number ? formattedFloat(value.json(), static_cast<int>(digits.value_or(0))) : std::nullopt;
    if (text && !digits)
        return true; // a strange argument leaves the value alone
    value = TemplateValue::made(text.value_or(""), text.has_value());
    return true;
}

/// Python's `+`; nothing where it raises.
std::optional<json> sum(const json& a, const json& b) {
    if (a.is_string() && b.is_string())
        return a.get<std::string>() + b.get<std::string>();
    if (a.is_number() && b.is_number())
        return a.get<double>() + b.get<double>();
    if (!a.is_array() || !b.is_array())
        return std::nullopt;
    json result = a;
    result.insert(result.end(), b.begin(), b.end());
    return result;
}

bool add(TemplateValue& value, const TemplateValue* argument, bool) {
    const auto a = pythonInteger(value.json());
    const auto b = pythonInteger(argument->json());
    std::int64_t result = 0;
    if (a && b) {
        if (__builtin_add_overflow(*a, *b, &result))
            return false;
        value = TemplateValue::made(result);
        return true;
    }
    const bool safe = value.safe && argument->safe;
    auto both = sum(value.json(), argument->json());
    value = TemplateValue::made(both ? std::move(*both) : json(""), safe && both);
    return true;
}

/// As Python's float() reads it.
std::optional<double> pythonFloat(const json& whole) {
    if (whole.is_number())
        return whole.get<double>();
    if (whole.is_boolean())
        return whole.get<bool>() ? 1.0 : 0.0;
    if (!whole.is_string())
        return std::nullopt;
    const auto words = wordsOf(whole.get_ref<const std::string&>());
    if (words.size() != 1)
        return std::nullopt;
    double value = 0;
    const auto [end, error] =
        std::from_chars(words[0].data(), words[0].data() + words[0].size(), value);
    return error == std::errc{} && end == words[0].data() + words[0].size() ? std::optional(value)
                                                                            : std::nullopt;
}

bool pluralize(TemplateValue& value, const TemplateValue* argument, bool) {
    std::string forms = argument != nullptr ? pythonText(argument->json()) : "s";
    if (forms.find(',') == std::string::npos)
        forms.insert(0, ",");
    const auto comma = forms.find(',');
    const json& whole = value.json();
    bool one = false;
    bool known = true;
    if (whole.is_structured())
        one = whole.size() == 1;
    else if (const auto number = pythonFloat(whole))
        one = *number == 1;
    else
        known = false;
    known = known && forms.find(',', comma + 1) == std::string::npos;
    value = TemplateValue::made(!known ? ""
                                : one  ? forms.substr(0, comma)
                                       : forms.substr(comma + 1));
    return true;
}

bool yesno(TemplateValue& value, const TemplateValue* argument, bool) {
    std::string forms = argument != nullptr ? pythonText(argument->json()) : "yes,no,maybe";
    std::vector<std::string> words;
    for (std::size_t at = 0; at <= forms.size();) {
        const auto comma = std::min(forms.find(',', at), forms.size());
        words.push_back(forms.substr(at, comma - at));
        at = comma + 1;
    }
    if (words.size() < 2)
        return true;
    const std::string& maybe = words.size() == 3 ? words[2] : words[1];
    value = TemplateValue::made(value.json().is_null() ? maybe
                                : isTrue(value.json()) ? words[0]
                                                       : words[1]);
    return true;
}

bool divisibleby(TemplateValue& value, const TemplateValue* argument, bool) {
    const auto a = pythonInteger(value.json());
    const auto b = pythonInteger(argument->json());
    if (!a || !b || *b == 0)
        return false;
    value = TemplateValue::made(*b == -1 || *a % *b == 0);
    return true;
}

struct Bounds {
    std::optional<std::int64_t> begin, end, step;
};

/// "1:3", ":2" or "::2"; nothing when a part is no number.
std::optional<Bounds> readBounds(const std::string& text) {
    Bounds bounds;
    std::array<std::optional<std::int64_t>*, 3> parts{&bounds.begin, &bounds.end, &bounds.step};
    std::size_t part = 0;
    for (std::size_t at = 0; at <= text.size(); ++part) {
        const auto colon = std::min(text.find(':', at), text.size());
        const std::string word = text.substr(at, colon - at);
        if (part == parts.size())
            return std::nullopt;
        if (!word.empty()) {
            *parts[part] = pythonInteger(word);
            if (!*parts[part])
                return std::nullopt;
        }
        at = colon + 1;
    }
    if (part == 1) { // Python's slice(n) is [:n]
        bounds.end = bounds.begin;
        bounds.begin.reset();
    }
    return bounds;
}

bool slice(TemplateValue& value, const TemplateValue* argument, bool) {
    const json& whole = value.json();
    const auto bounds = readBounds(pythonText(argument->json()));
    const auto members = whole.is_array() || whole.is_string() ? membersOf(whole) : std::nullopt;
    if (!bounds || !members || bounds->step == 0)
        return true;
    const auto size = static_cast<std::int64_t>(members->size());
    const std::int64_t step =
        std::clamp<std::int64_t>(bounds->step.value_or(1), -size - 1, size + 1);
    const std::int64_t low = step > 0 ? 0 : -1;
    const std::int64_t high = step > 0 ? size : size - 1;
    const auto place = [&](std::optional<std::int64_t> bound, std::int64_t otherwise) {
        if (!bound)
            return otherwise;
        return std::clamp(*bound < 0 ? *bound + size : *bound, low, high);
    };
    const std::int64_t end = place(bounds->end, step > 0 ? high : low);
    json result = json::array();
    for (std::int64_t at = place(bounds->begin, step > 0 ? low : high);
         step > 0 ? at < end : at > end; at += step)
        result.push_back((*members)[static_cast<std::size_t>(at)]);
    if (whole.is_string()) {
        std::string text;
        for (const json& letter : result)
            text += letter.get<std::string>();
        result = std::move(text);
    }
    value = TemplateValue::made(std::move(result));
    return true;
}

constexpr std::array<TemplateFilter, 12> kFilters{{
    {"add", add, Argument::needed},
    {"default", useDefault, Argument::needed},
    {"default_if_none", useDefaultIfNone, Argument::needed},
    {"divisibleby", divisibleby, Argument::needed},
    {"first", first},
    {"floatformat", floatformat, Argument::optional, false, true},
    {"join", join, Argument::needed, false, true},
    {"last", last, Argument::none, false, true},
    {"length", length},
    {"pluralize", pluralize, Argument::optional},
    {"slice", slice, Argument::needed, false, true},
    {"yesno", yesno, Argument::optional},
}};

} // namespace

std::optional<std::int64_t> pythonInteger(const json& json) {
    if (json.is_number_float()) {
        const double value = json.get<double>();
        if (!(std::abs(value) < 9e18))
            return std::nullopt;
        return static_cast<std::int64_t>(value);
    }
    if (json.is_boolean())
        return json.get<bool>() ? 1 : 0;
    if (json.is_number())
        return json.get<std::int64_t>();
    if (!json.is_string())
        return std::nullopt;
    const auto words = wordsOf(json.get_ref<const std::string&>());
    std::string_view word = words.size() == 1 ? words[0] : std::string_view{};
    if (word.starts_with('+') && word.size() > 1 && word[1] != '-')
        word.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (word.empty() || error != std::errc{} || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    constexpr std::string_view kSpace = " \t\n\r\v\f";
    std::vector<std::string_view> words;
    while (true) {
        const auto begin = text.find_first_not_of(kSpace);
        if (begin == std::string_view::npos)
            return words;
        const auto end = std::min(text.find_first_of(kSpace, begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        text = text.substr(end);
    }
}

const TemplateFilter* findTemplateFilter(std::string_view name) {
    const auto* found = std::ranges::find(kFilters, name, &TemplateFilter::name);
    return found != kFilters.end() ? found : findTextFilter(name);
}

bool applyFilter(const TemplateFilter& filter, TemplateValue& value, const TemplateValue* argument,
                 bool autoescape) {
    if (filter.onText && !value.json().is_string())
        value = TemplateValue::made(pythonText(value.json()));
    const bool safe = value.safe;
    if (!filter.apply(value, argument, autoescape))
        return false;
    if (filter.staysSafe && safe)
        value.safe = true;
    return true;
}

} // namespace roundtrip
