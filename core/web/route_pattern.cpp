#include "core/web/route_pattern.h"

#include "core/http/uri_component.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace roundtrip {

namespace {

using Value = PatternParameter::Value;

template <class Number>
std::optional<Number> parsedNumber(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

template <class Number>
bool addNumber(const PatternParameter& parameter, std::string_view text,
               nlohmann::json& parameters) {
    const auto value = parsedNumber<Number>(text);
    const bool digitsFit = parameter.fixedDigits == 0 || text.size() == parameter.fixedDigits;
    if (!value || !digitsFit)
        return false;
    const auto number = static_cast<double>(*value);
    if ((parameter.least && number < *parameter.least) ||
        (parameter.most && number > *parameter.most))
        return false;
    parameters[parameter.name] = *value;
    return true;
}

bool addList(const PatternParameter& parameter, std::string_view text, std::string_view delimiter,
             nlohmann::json& parameters) {
    nlohmann::json list = nlohmann::json::array();
    while (true) {
        const auto end = text.find(delimiter);
        auto member = http::decodedUriComponent(text.substr(0, end));
        if (!member)
            return false;
        list.push_back(std::move(*member));
        if (end == std::string_view::npos)
            break;
        text = text.substr(end + delimiter.size());
    }
    parameters[parameter.name] = std::move(list);
    return true;
}

bool isDjango(RouteSyntax syntax) {
    return syntax == RouteSyntax::django || syntax == RouteSyntax::djangoRegex;
}

PatternSourceResult readSource(std::string_view text, RouteSyntax syntax) {
    switch (syntax) {
    case RouteSyntax::exact:
        break;
    case RouteSyntax::express:
        return readExpressPattern({std::string(text)}, {});
    case RouteSyntax::flask:
        return readFlaskPattern(text);
    case RouteSyntax::django:
        return readDjangoPattern(text);
    case RouteSyntax::djangoRegex:
        return readDjangoRegex(text);
    case RouteSyntax::rails:
        return readRailsPattern(text, {});
    }
    PatternSource source;
    source.regex = escapedForRegex(text) + "\\Z";
    return source;
}

} // namespace

bool isIdentifier(std::string_view text) {
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    return !text.empty() && letter(text[0]) &&
           std::ranges::all_of(text, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

tl::expected<RoutePattern, Error> RoutePattern::parse(std::string_view text, RouteSyntax syntax) {
    return compiled(text, syntax, readSource(text, syntax));
}

tl::expected<RoutePattern, Error> RoutePattern::parseExpress(const std::vector<std::string>& texts,
                                                             const ExpressOptions& options) {
    std::string text;
    for (const std::string& alternative : texts)
        text += (text.empty() ? "" : ", ") + alternative;
    return compiled(text, RouteSyntax::express, readExpressPattern(texts, options));
}

tl::expected<RoutePattern, Error>
RoutePattern::parseRails(std::string_view text,
                         const std::map<std::string, std::string>& constraints) {
    return compiled(text, RouteSyntax::rails, readRailsPattern(text, constraints));
}

tl::expected<RoutePattern, Error> RoutePattern::compiled(std::string_view text, RouteSyntax syntax,
                                                         PatternSourceResult source) {
    if (!source)
        return tl::unexpected(source.error());
    RoutePattern pattern;
    pattern.text_ = text;
    pattern.syntax_ = syntax;
    auto regex = LinearRegex::parse(source->regex, source->options);
    if (!regex)
        return tl::unexpected(Error{regex.error().code, regex.error().args, pattern.text_});
    pattern.regex_ = std::move(*regex);
    if (!source->loose.empty()) {
        if (auto loose = LinearRegex::parse(source->loose, source->options))
            pattern.loose_ = std::move(*loose);
        for (const PatternParameter& parameter : source->parameters) {
            auto check = LinearRegex::parse("(?:" + parameter.expression + ")\\Z", source->options);
            if (!check)
                return tl::unexpected(check.error());
            pattern.checks_.push_back(std::move(*check));
        }
    }
    pattern.source_ = std::move(*source);
    return pattern;
}

bool RoutePattern::convert(std::size_t index, std::string_view value, Fit& fit) const {
    const PatternParameter& parameter = source_.parameters[index];
    bool good = true;
    if (parameter.value == Value::integer) {
        good = addNumber<std::int64_t>(parameter, value, fit.parameters);
    } else if (parameter.value == Value::number) {
        good = addNumber<double>(parameter, value, fit.parameters);
    } else if (parameter.value == Value::decodedList) {
        good = addList(parameter, value, source_.delimiter, fit.parameters);
    } else if (parameter.value == Value::decodedText) {
        auto text = http::decodedUriComponent(value);
        good = text.has_value();
        if (good)
            fit.parameters[parameter.name] = std::move(*text);
    } else if (parameter.value == Value::uuid) {
        std::string text(value); // as str(uuid.UUID(value)) writes it
        std::ranges::transform(text, text.begin(), [](char c) {
            return c >= 'A' && c <= 'F' ? static_cast<char>(c + ('a' - 'A')) : c;
        });
        fit.parameters[parameter.name] = std::move(text);
    } else if (!parameter.name.empty()) {
        fit.parameters[parameter.name] = value;
    }
    if (!good) {
        const bool number = parameter.value == Value::integer || parameter.value == Value::number;
        fit = {number ? Fit::Kind::converter : Fit::Kind::undecodable, nlohmann::json::object(), 0,
               parameter.name, std::string(value)};
    }
    return good;
}

RoutePattern RoutePattern::loosened() const {
    const auto last = text_.find_last_not_of('/');
    if (text_ == "/" || !text_.ends_with('/'))
        return *this;
    const std::string shorter = last == std::string::npos ? "" : text_.substr(0, last + 1);
    auto result = parse(shorter, RouteSyntax::express);
    if (!result)
        return *this;
    result->text_ = text_;
    return std::move(*result);
}

RoutePattern::Fit RoutePattern::converted(const std::vector<std::string>& values) const {
    Fit fit{Fit::Kind::fits, nlohmann::json::object(), 0, {}, {}};
    for (std::size_t i = 0; i < values.size() && i < source_.parameters.size(); ++i) {
        if (!convert(i, values[i], fit))
            break;
    }
    return fit;
}

RoutePattern::Fit RoutePattern::examine(std::string_view path) const {
    if (isDjango(syntax_)) {
        if (!path.starts_with('/'))
            return {};
        path.remove_prefix(1);
    }
    const auto match = regex_.match(path);
    if (!match)
        return refusal(path);
    Fit fit{Fit::Kind::fits, nlohmann::json::object(), match->length, {}, {}};
    for (std::size_t i = 0; i < match->groups.size(); ++i) {
        if (!match->groups[i])
            continue;
        const auto [begin, end] = *match->groups[i];
        if (!convert(i, path.substr(begin, end - begin), fit))
            break;
    }
    return fit;
}

RoutePattern::Fit RoutePattern::refusal(std::string_view path) const {
    Fit fit;
    const auto match = loose_ ? loose_->match(path) : std::nullopt;
    if (!match)
        return fit;
    for (std::size_t i = 0; i < match->groups.size(); ++i) {
        if (!match->groups[i])
            continue;
        const auto [begin, end] = *match->groups[i];
        const std::string_view value = path.substr(begin, end - begin);
        if (!checks_[i].match(value)) {
            fit.kind = Fit::Kind::converter;
            fit.parameter = source_.parameters[i].name;
            fit.value = value;
            return fit;
        }
    }
    return fit;
}

std::optional<nlohmann::json> RoutePattern::match(std::string_view path) const {
    Fit fit = examine(path);
    if (fit.kind != Fit::Kind::fits)
        return std::nullopt;
    return std::move(fit.parameters);
}

} // namespace roundtrip
