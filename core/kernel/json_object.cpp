#include "core/kernel/json_object.h"

#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

std::string placeOf(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte == 0 ? 0 : byte - 1);
    const auto lines = std::ranges::count(before, '\n');
    const auto lineStart = before.rfind('\n');
    const std::size_t column =
        before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1);
    return fmt::format("line {}, column {}", lines + 1, column + 1);
}

/// What the parser says, without its "[json.exception...]" head and its position.
std::string reasonOf(const Json::parse_error& error) {
    std::string_view reason = error.what();
    const auto colon = reason.find(": ");
    return std::string(colon == std::string_view::npos ? reason : reason.substr(colon + 2));
}

/// Notices, while the parser goes through the text, a member that comes twice, and leaves out what
/// is nested so deeply that copying it would need too much stack.
class Watcher {
  public:
    bool operator()(int depth, Json::parse_event_t event, const Json& parsed) {
        isTooDeep |= depth > kDeepest;
        if (event == Json::parse_event_t::object_start) {
            names_.emplace_back();
        } else if (event == Json::parse_event_t::object_end) {
            names_.pop_back();
        } else if (event == Json::parse_event_t::key &&
                   !names_.back().insert(parsed.get<std::string>()).second) {
            duplicate = parsed.get<std::string>();
        }
        return depth <= kDeepest;
    }
    std::optional<std::string> duplicate;
    bool isTooDeep = false;

  private:
    static constexpr int kDeepest = 256;

    std::vector<std::set<std::string>> names_;
};

std::string escaped(std::string_view member) {
    std::string result;
    for (const char letter : member) {
        result += letter == '~' ? "~0" : letter == '/' ? "~1" : std::string(1, letter);
    }
    return result;
}

} // namespace

tl::expected<Json, Error> parseJson(std::string_view text) {
    // No JSON text holds a zero byte, but the parser would take it for the end of the text.
    if (const auto zero = text.find('\0'); zero != std::string_view::npos) {
        return tl::unexpected(Error{"syntax", {"zero byte"}, placeOf(text, zero + 1)});
    }
    Watcher watcher;
    try {
        Json json = Json::parse(text, std::ref(watcher));
        if (watcher.isTooDeep) {
            return tl::unexpected(Error{"too-deep", {}, ""});
        }
        if (watcher.duplicate) {
            return tl::unexpected(Error{"duplicate-member", {*watcher.duplicate}, ""});
        }
        return json;
    } catch (const Json::parse_error& error) {
        return tl::unexpected(Error{"syntax", {reasonOf(error)}, placeOf(text, error.byte)});
    } catch (const Json::exception& error) {
        return tl::unexpected(Error{"syntax", {error.what()}, placeOf(text, 0)});
    }
}

Json memberOf(const Json& json, std::string_view name) {
    const auto found = json.is_object() ? json.find(name) : json.end();
    return found == json.end() ? Json() : *found;
}

std::string memberText(const Json& json, std::string_view name) {
    const Json member = memberOf(json, name);
    return member.is_string() ? member.get<std::string>() : std::string();
}

JsonObject::JsonObject(const Json& json, std::string pointer, Problems& problems)
    : json_(json), pointer_(std::move(pointer)), problems_(problems), isObject_(json.is_object()) {
    if (!isObject_) {
        report("not-an-object", {});
    }
}

void JsonObject::allowOnly(const std::vector<std::string_view>& known) {
    if (!isObject_) {
        return;
    }
    for (const auto& [name, value] : json_.items()) {
        if (std::ranges::find(known, name) == known.end()) {
            report("unknown-member", {name, nearestWord(name, known)}, name);
        }
    }
}

const Json* JsonObject::find(std::string_view name) const {
    if (!isObject_) {
        return nullptr;
    }
    const auto found = json_.find(name);
    return found == json_.end() ? nullptr : &*found;
}

const Json* JsonObject::require(std::string_view name) {
    const Json* found = find(name);
    if (found == nullptr && isObject_) {
        report("missing", {std::string(name)});
    }
    return found;
}

std::string JsonObject::text(std::string_view name, std::string fallback) {
    const Json* found = find(name);
    if (found != nullptr && !found->is_string()) {
        report("wrong-type", {std::string(name), "text"}, name);
    }
    return found != nullptr && found->is_string() ? found->get<std::string>() : std::move(fallback);
}

std::string JsonObject::requiredText(std::string_view name) {
    const Json* found = require(name);
    if (found != nullptr && found->is_string() && found->get_ref<const std::string&>().empty()) {
        report("missing", {std::string(name)}, name);
    }
    return text(name);
}

double JsonObject::number(std::string_view name, double fallback, double least, double most) {
    const Json* found = find(name);
    if (found == nullptr) {
        return fallback;
    }
    if (!found->is_number()) {
        report("wrong-type", {std::string(name), "number"}, name);
        return fallback;
    }
    const auto value = found->get<double>();
    if (value < least || value > most) {
        report("out-of-range",
               {std::string(name), fmt::format("{}", least), fmt::format("{}", most)}, name);
        return fallback;
    }
    return value;
}

std::int64_t JsonObject::integer(std::string_view name, std::int64_t fallback, std::int64_t least,
                                 std::int64_t most) {
    const Json* found = find(name);
    if (found != nullptr && !found->is_number_integer()) {
        report("wrong-type", {std::string(name), "whole number"}, name);
        return fallback;
    }
    return static_cast<std::int64_t>(number(name, static_cast<double>(fallback),
                                            static_cast<double>(least), static_cast<double>(most)));
}

bool JsonObject::boolean(std::string_view name, bool fallback) {
    const Json* found = find(name);
    if (found == nullptr) {
        return fallback;
    }
    if (!found->is_boolean()) {
        report("wrong-type", {std::string(name), "true or false"}, name);
        return fallback;
    }
    return found->get<bool>();
}

std::optional<SimTime> JsonObject::duration(std::string_view name) {
    if (find(name) == nullptr) {
        return std::nullopt;
    }
    const std::string written = text(name);
    const auto parsed = parseDuration(written);
    if (!parsed && find(name)->is_string()) {
        report("bad-duration", {written}, name);
    }
    return parsed;
}

std::size_t JsonObject::choice(std::string_view name, const std::vector<std::string_view>& choices,
                               std::size_t fallback) {
    const Json* found = find(name);
    if (found == nullptr) {
        return fallback;
    }
    const std::string written = text(name);
    const auto known = std::ranges::find(choices, written);
    if (known == choices.end()) {
        if (found->is_string()) {
            report("unknown-choice", {written, nearestWord(written, choices)}, name);
        }
        return fallback;
    }
    return static_cast<std::size_t>(known - choices.begin());
}

std::vector<JsonObject::Element> JsonObject::array(std::string_view name) {
    std::vector<Element> elements;
    const Json* found = find(name);
    if (found == nullptr) {
        return elements;
    }
    if (!found->is_array()) {
        report("not-an-array", {}, name);
        return elements;
    }
    for (std::size_t i = 0; i < found->size(); ++i) {
        elements.push_back({&(*found)[i], fmt::format("{}/{}", pointerTo(name), i)});
    }
    return elements;
}

std::vector<std::string> JsonObject::texts(std::string_view name) {
    std::vector<std::string> result;
    for (const Element& element : array(name)) {
        if (element.json->is_string()) {
            result.push_back(element.json->get<std::string>());
        } else {
            problems_.push_back({"wrong-type", {std::string(name), "text"}, element.pointer});
        }
    }
    return result;
}

std::string JsonObject::pointerTo(std::string_view name) const {
    return fmt::format("{}/{}", pointer_, escaped(name));
}

void JsonObject::report(std::string code, std::vector<std::string> args, std::string_view member) {
    problems_.push_back(
        {std::move(code), std::move(args), member.empty() ? pointer_ : pointerTo(member)});
}

} // namespace roundtrip
