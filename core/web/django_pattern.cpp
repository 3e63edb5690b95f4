#include "core/web/pattern_source.h"

#include <algorithm>
#include <array>

namespace roundtrip {

namespace {

struct PathConverter {
    std::string_view name;
    std::string_view expression;
    PatternParameter::Value value = PatternParameter::Value::text;
};

/// django/urls/converters.py
constexpr std::array<PathConverter, 5> kConverters{{
    {"int", "[0-9]+", PatternParameter::Value::integer},
    {"path", ".+"},
    {"slug", "[-a-zA-Z0-9_]+"},
    {"str", "[^/]+"},
    {"uuid", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"},
}};

/// Where "<parameter>" or "<converter:parameter>" stands; neither part may be empty.
struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view converter = "str";
    std::string_view name;
};

std::optional<Place> findParameter(std::string_view text, std::size_t from) {
    for (auto open = text.find('<', from); open != std::string_view::npos;
         open = text.find('<', open + 1)) {
        const auto close = text.find('>', open);
        if (close == std::string_view::npos)
            return std::nullopt;
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        if (inside.empty())
            continue;
        Place place{open, close + 1, "str", inside};
        const auto colon = inside.find(':');
        if (colon != std::string_view::npos && colon > 0 && colon + 1 < inside.size()) {
            place.converter = inside.substr(0, colon);
            place.name = inside.substr(colon + 1);
        }
        return place;
    }
    return std::nullopt;
}

} // namespace

PatternSourceResult readDjangoPattern(std::string_view text) {
    const auto failed = [text](std::string code, std::vector<std::string> args = {}) {
        return tl::unexpected(Error{std::move(code), std::move(args), std::string(text)});
    };
    PatternSource source;
    source.regex = source.loose = "^";
    bool anyConverter = false;
    std::size_t at = 0;
    for (auto place = findParameter(text, at); place; place = findParameter(text, at)) {
        const std::string literal = escapedForRegex(text.substr(at, place->begin - at));
        at = place->end;
        if (text.substr(place->begin, at - place->begin).find_first_of(" \t\r\n\v\f") !=
            std::string_view::npos)
            return failed("route-whitespace");
        if (!isIdentifier(place->name))
            return failed("route-no-name");
        const auto converter =
            std::ranges::find(kConverters, place->converter, &PathConverter::name);
        if (converter == kConverters.end())
            return failed("route-unknown-type", {std::string(place->converter)});
        if (std::ranges::find(source.parameters, place->name, &PatternParameter::name) !=
            source.parameters.end())
            return failed("route-twice", {std::string(place->name)});
        PatternParameter parameter;
        parameter.name = place->name;
        parameter.value = converter->value;
        parameter.converter = converter->name == "str" ? std::string_view{} : converter->name;
        parameter.expression = converter->expression;
        source.regex += literal + "(" + parameter.expression + ")";
        source.loose += literal + (converter->name == "path" ? "(.+)" : "([^/]+)");
        anyConverter = anyConverter || !parameter.converter.empty();
        source.parameters.push_back(std::move(parameter));
    }
    const std::string literal = escapedForRegex(text.substr(at));
    source.regex += literal + "\\Z";
    source.loose = anyConverter ? source.loose + literal + "\\Z" : "";
    return source;
}

PatternSourceResult readDjangoRegex(std::string_view text) {
    PatternSource source;
    const auto regex = LinearRegex::parse(text, source.options);
    if (!regex)
        return tl::unexpected(regex.error());
    const auto& names = regex->groupNames();
    const bool named = std::ranges::any_of(names, [](const auto& name) { return !name.empty(); });
    for (std::size_t i = 0; i < names.size(); ++i) {
        PatternParameter parameter;
        parameter.name = named ? names[i] : std::to_string(i);
        source.parameters.push_back(std::move(parameter));
    }
    // RegexPattern.match: the whole path when the pattern ends with a dollar, else a search.
    const bool anchored = text.starts_with('^') && text.find('|') == std::string_view::npos;
    source.regex = text.ends_with('$') || !anchored ? "(?:" + std::string(text) + ")" : text;
    if (text.ends_with('$'))
        source.regex += "\\Z";
    else if (!anchored)
        source.regex.insert(0, "(?:.|\\n)*?");
    return source;
}

} // namespace roundtrip
