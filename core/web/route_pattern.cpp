#include "core/web/route_pattern.h"

#include <algorithm>
#include <charconv>

namespace roundtrip {

namespace {

std::vector<std::string_view> splitPath(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash);
    }
    return segments;
}

std::optional<std::int64_t> parsedInteger(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool digitsOnly = !text.empty() && text.front() != '-';
    if (!digitsOnly || error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

} // namespace

tl::expected<RoutePattern::Segment, Error> RoutePattern::parseSegment(std::string_view segment,
                                                                      std::string_view whole) {
    const auto failed = [whole](std::string code, std::vector<std::string> args = {}) {
        return tl::unexpected(Error{std::move(code), std::move(args), std::string(whole)});
    };
    if (!segment.starts_with('<')) {
        if (segment.find_first_of("<>") != std::string_view::npos) {
            return failed("route-unclosed");
        }
        return Segment{Type::literal, std::string(segment)};
    }
    if (!segment.ends_with('>')) {
        return failed("route-unclosed");
    }
    std::string_view inside = segment.substr(1, segment.size() - 2);
    if (inside.find_first_of("<>") != std::string_view::npos) {
        return failed("route-unclosed");
    }
    Type type = Type::string;
    if (const auto colon = inside.find(':'); colon != std::string_view::npos) {
        const std::string_view name = inside.substr(0, colon);
        if (name != "int" && name != "string") {
            return failed("route-unknown-type", {std::string(name)});
        }
        type = name == "int" ? Type::integer : Type::string;
        inside = inside.substr(colon + 1);
    }
    if (inside.empty()) {
        return failed("route-no-name");
    }
    return Segment{type, std::string(inside)};
}

tl::expected<RoutePattern, Error> RoutePattern::parse(std::string_view text) {
    if (!text.starts_with('/')) {
        return tl::unexpected(Error{"route-no-slash", {}, std::string(text)});
    }
    RoutePattern pattern;
    pattern.text_ = text;
    for (const std::string_view part : splitPath(text)) {
        auto segment = parseSegment(part, text);
        if (!segment) {
            return tl::unexpected(segment.error());
        }
        const auto sameName = [&segment](const Segment& other) {
            return other.type != Type::literal && segment->type != Type::literal &&
                   other.text == segment->text;
        };
        if (std::ranges::any_of(pattern.segments_, sameName)) {
            return tl::unexpected(Error{"route-twice", {segment->text}, std::string(text)});
        }
        pattern.segments_.push_back(std::move(*segment));
    }
    return pattern;
}

std::optional<nlohmann::json> RoutePattern::match(std::string_view path) const {
    if (!path.starts_with('/')) {
        return std::nullopt;
    }
    const auto parts = splitPath(path);
    if (parts.size() != segments_.size()) {
        return std::nullopt;
    }
    nlohmann::json parameters = nlohmann::json::object();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Segment& segment = segments_[i];
        if (segment.type == Type::literal) {
            if (segment.text != parts[i]) {
                return std::nullopt;
            }
        } else if (segment.type == Type::integer) {
            const auto number = parsedInteger(parts[i]);
            if (!number) {
                return std::nullopt;
            }
            parameters[segment.text] = *number;
        } else if (parts[i].empty()) {
            return std::nullopt;
        } else {
            parameters[segment.text] = parts[i];
        }
    }
    return parameters;
}

} // namespace roundtrip
