#include "core/web/template_value.h"

#include "core/kernel/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace roundtrip {

namespace {

using nlohmann::json;

std::string floatText(double value) {
    std::string text = fmt::format("{}", value);
    if (text.find_first_of(".en") == std::string::npos)
        text += ".0";
    return text;
}

std::string quotedText(const std::string& text) {
    const bool doubled =
        text.find('\'') != std::string::npos && text.find('"') == std::string::npos;
    const char quote = doubled ? '"' : '\'';
    std::string result(1, quote);
    for (const char c : text) {
        if (c == '\n')
            result += "\\n";
        else if (c == '\r')
            result += "\\r";
        else if (c == '\t')
            result += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            result += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        else
            result += c == quote || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
    return result + quote;
}

std::string joinedReprs(const json& list) {
    std::string result;
    for (const json& item : list)
        result += (result.empty() ? "" : ", ") + pythonRepr(item);
    return result;
}

json pairs(const json& object) {
    json list = json::array();
    for (const auto& [name, value] : object.items())
        list.push_back(json::array({name, value}));
    return list;
}

json names(const json& object) {
    json list = json::array();
    for (const auto& item : object.items())
        list.push_back(item.key());
    return list;
}

/// A dict's method that a template can call.
std::optional<json> called(const json& object, const std::string& method) {
    if (method == "items")
        return pairs(object);
    if (method == "keys")
        return names(object);
    if (method != "values")
        return std::nullopt;
    json list = json::array();
    for (const json& value : object)
        list.push_back(value);
    return list;
}

} // namespace

std::optional<TemplateValue> TemplateValue::member(const std::string& name) const {
    const nlohmann::json& whole = json();
    const auto found = [&](const nlohmann::json& part) {
        return borrowed_ != nullptr ? TemplateValue(part) : made(part);
    };
    if (whole.is_object()) {
        if (const auto entry = whole.find(name); entry != whole.end())
            return found(*entry);
        if (auto list = called(whole, name))
            return made(std::move(*list));
        return std::nullopt;
    }
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
    if (error != std::errc{} || end != name.data() + name.size())
        return std::nullopt;
    if (whole.is_array() && index < whole.size())
        return found(whole[index]);
    if (whole.is_string()) {
        const std::string_view letter =
            characters(whole.get_ref<const std::string&>(), index, index + 1);
        if (!letter.empty())
            return made(std::string(letter));
    }
    return std::nullopt;
}

std::string pythonText(const json& json) {
    return json.is_string() ? json.get<std::string>() : pythonRepr(json);
}

std::string pythonRepr(const json& json) {
    switch (json.type()) {
    case json::value_t::null:
    case json::value_t::discarded:
        return "None";
    case json::value_t::boolean:
        return json.get<bool>() ? "True" : "False";
    case json::value_t::string:
        return quotedText(json.get_ref<const std::string&>());
    case json::value_t::number_float:
        return floatText(json.get<double>());
    case json::value_t::array:
        return "[" + joinedReprs(json) + "]";
    case json::value_t::object: {
        std::string result;
        for (const auto& [name, value] : json.items())
            result += (result.empty() ? "" : ", ") + quotedText(name) + ": " + pythonRepr(value);
        return "{" + result + "}";
    }
    default:
        return json.dump();
    }
}

bool isTrue(const json& json) {
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_number())
        return json.get<double>() != 0;
    if (json.is_string())
        return !json.get_ref<const std::string&>().empty();
    return !json.empty(); // of null too
}

std::optional<json> membersOf(const json& json) {
    if (json.is_array())
        return json;
    if (json.is_object())
        return names(json);
    if (json.is_null())
        return json::array();
    if (!json.is_string())
        return std::nullopt;
    auto list = json::array();
    const auto& text = json.get_ref<const std::string&>();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = characterAt(text, at).size;
        list.push_back(text.substr(at, size));
        at += size;
    }
    return list;
}

std::string escapedHtml(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else if (c == '"')
            result += "&quot;";
        else if (c == '\'')
            result += "&#x27;";
        else
            result += c;
    }
    return result;
}

} // namespace roundtrip
