#include "core/web/api_version.h"

#include "core/http/form.h"
#include "core/kernel/json_object.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <compare>
#include <optional>
#include <tuple>
#include <utility>

namespace roundtrip {

namespace {

using By = VersionRule::By;
using Reason = VersionChoice::Reason;

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// A number without its leading zeros, so that it may have any length.
std::string_view takeNumber(std::string_view& version) {
    std::string_view number = cutPart(version, '.');
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

std::strong_ordering compare(std::string_view left, std::string_view right) {
    while (!left.empty() || !right.empty()) {
        const std::string_view one = takeNumber(left);
        const std::string_view other = takeNumber(right);
        if (one.size() != other.size()) {
            return one.size() <=> other.size();
        }
        if (const int order = one.compare(other); order != 0) {
            return order <=> 0;
        }
    }
    return std::strong_ordering::equal;
}

/// "v2" is 2.
std::optional<std::string_view> afterLetter(std::string_view text) {
    if (!text.starts_with('v') || !isVersion(text.substr(1))) {
        return std::nullopt;
    }
    return text.substr(1);
}

/// What a request says: the version that it names, if any, and how it stands there.
struct Wish {
    std::optional<std::string> version;
    std::string words;
    std::string prefix;
    std::string mediaType;
    double quality = 1;
    std::size_t place = 0; ///< among those of equal quality
};

std::vector<Wish> wishesInPath(std::string_view target) {
    std::string_view rest = http::pathOf(target);
    if (!rest.starts_with('/')) {
        return {};
    }
    rest.remove_prefix(1);
    const std::string_view first = cutPart(rest, '/');
    const auto version = afterLetter(first);
    if (!version) {
        return {};
    }
    const std::string prefix = fmt::format("/{}", first);
    return {{.version = std::string(*version), .words = prefix, .prefix = prefix}};
}

std::vector<Wish> wishesInHeader(const std::string& name, const http::Headers& headers) {
    const std::string value(trimmed(headers.find(name).value_or("")));
    if (value.empty()) {
        return {};
    }
    return {{.version = value, .words = fmt::format("{}: {}", name, value)}};
}

std::vector<Wish> wishesInQuery(const std::string& name, std::string_view target) {
    for (const auto& [parameter, value] : http::readForm(http::queryOf(target))) {
        if (parameter == name && !value.empty()) {
            return {{.version = value, .words = fmt::format("{}={}", name, value)}};
        }
    }
    return {};
}

/// "application/vnd.NAME.v2+json" is 2.
std::optional<std::string_view> vendorVersion(std::string_view type, const std::string& vendor) {
    const std::string begin = fmt::format("application/vnd.{}.", lowered(vendor));
    constexpr std::string_view kEnd = "+json";
    if (vendor.empty() || type.size() <= begin.size() + kEnd.size() || !type.starts_with(begin) ||
        !type.ends_with(kEnd)) {
        return std::nullopt;
    }
    return afterLetter(type.substr(begin.size(), type.size() - begin.size() - kEnd.size()));
}

std::string_view unquoted(std::string_view value) {
    const bool isQuoted = value.size() >= 2 && value.starts_with('"') && value.ends_with('"');
    return isQuoted ? value.substr(1, value.size() - 2) : value;
}

/// A quality that cannot be read is none.
double readQuality(std::string_view value) {
    double quality = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), quality);
    return error == std::errc() && end == value.data() + value.size() ? quality : 0;
}

Wish readRange(std::string_view range, const std::string& vendor) {
    const std::string type = lowered(trimmed(cutPart(range, ';')));
    Wish wish{.version = std::nullopt, .words = type};
    if (const auto version = vendorVersion(type, vendor)) {
        wish.version = std::string(*version);
        wish.mediaType = type;
    }
    const bool isJson =
        type == "application/json" ||
        (!vendor.empty() && type == fmt::format("application/vnd.{}+json", lowered(vendor)));
    while (!range.empty()) {
        std::string_view parameter = trimmed(cutPart(range, ';'));
        const std::string_view name = trimmed(cutPart(parameter, '='));
        const std::string_view value = unquoted(trimmed(parameter));
        if (equalsIgnoringCase(name, "q")) {
            wish.quality = readQuality(value);
        } else if (isJson && equalsIgnoringCase(name, "version")) {
            wish.version = std::string(value);
            wish.mediaType = wish.words = fmt::format("{};version={}", type, value);
        }
    }
    return wish;
}

std::vector<Wish> wishesInAccept(const std::string& vendor, const http::Headers& headers) {
    std::vector<Wish> wishes;
    for (const auto& [name, value] : headers.fields()) {
        std::string_view ranges = value;
        while (equalsIgnoringCase(name, "Accept") && !ranges.empty()) {
            const std::string_view range = trimmed(cutPart(ranges, ','));
            if (!range.empty()) {
                wishes.push_back(readRange(range, vendor));
                wishes.back().place = wishes.size();
            }
        }
    }
    std::erase_if(wishes, [](const Wish& wish) { return wish.quality <= 0; });
    std::ranges::sort(wishes, [](const Wish& left, const Wish& right) {
        return std::tuple(right.quality, right.version.has_value(), left.place) <
               std::tuple(left.quality, left.version.has_value(), right.place);
    });
    return wishes;
}

std::vector<Wish> wishesOf(const VersionRule& rule, std::string_view target,
                           const http::Headers& headers) {
    switch (rule.by) {
    case By::none:
        break;
    case By::path:
        return wishesInPath(target);
    case By::header:
        return wishesInHeader(rule.name, headers);
    case By::accept:
        return wishesInAccept(rule.name, headers);
    case By::query:
        return wishesInQuery(rule.name, target);
    }
    return {};
}

/// As `existing` writes it; empty when it is not there.
std::string findVersion(const std::vector<std::string>& existing, std::string_view wanted) {
    const auto found = std::ranges::find_if(existing, [wanted](const std::string& one) {
        return isVersion(wanted) && isSameVersion(one, wanted);
    });
    return found == existing.end() ? std::string() : *found;
}

std::optional<std::chrono::sys_days> readDay(std::string_view text) {
    constexpr std::string_view kForm = "0000-00-00";
    if (!std::ranges::equal(text, kForm, [](char letter, char form) {
            return form == '0' ? isDigit(letter) : letter == form;
        })) {
        return std::nullopt;
    }
    const auto numberAt = [text](std::size_t from, std::size_t size) {
        int number = 0;
        std::from_chars(text.data() + from, text.data() + from + size, number);
        return number;
    };
    const std::chrono::year_month_day day{std::chrono::year(numberAt(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(numberAt(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(numberAt(8, 2)))};
    return day.ok() ? std::optional(std::chrono::sys_days(day)) : std::nullopt;
}

/// A token of RFC 9110 section 5.6.2: what a field, a parameter or a vendor can be called.
bool isToken(std::string_view text) {
    constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::ranges::all_of(text, [kOthers](char letter) {
        const char lower = static_cast<char>(letter | 0x20);
        return isDigit(letter) || (lower >= 'a' && lower <= 'z') ||
               kOthers.find(letter) != std::string_view::npos;
    });
}

} // namespace

bool isVersion(std::string_view text) {
    if (text.empty() || text.ends_with('.')) {
        return false;
    }
    while (!text.empty()) {
        const std::string_view number = cutPart(text, '.');
        if (number.empty() || !std::ranges::all_of(number, isDigit)) {
            return false;
        }
    }
    return true;
}

bool isOlderVersion(std::string_view left, std::string_view right) {
    return compare(left, right) < 0;
}

bool isSameVersion(std::string_view left, std::string_view right) {
    return compare(left, right) == 0;
}

VersionRule readVersionRule(const nlohmann::json& json, Problems& problems) {
    VersionRule rule;
    if (json == "none") {
        return rule;
    }
    JsonObject object(json, "", problems);
    if (!object.isObject()) {
        return rule;
    }
    object.allowOnly({"by", "name", "default"});
    object.require("by");
    constexpr std::array kWays{By::path, By::header, By::accept, By::query};
    constexpr std::array<std::string_view, 4> kNames{"", "API-Version", "", "version"};
    const std::size_t way = object.choice("by", {"path", "header", "accept", "query"}, 0);
    rule.by = kWays.at(way);
    rule.name = object.text("name", std::string(kNames.at(way)));
    const bool mayBeEmpty = rule.by == By::path || rule.by == By::accept;
    if (!isToken(rule.name) && !(rule.name.empty() && mayBeEmpty)) {
        object.report("bad-version-name", {rule.name}, "name");
    }
    const std::string usual = object.text("default", "required");
    rule.latest = usual == "latest";
    if (isVersion(usual)) {
        rule.usual = usual;
    } else if (!rule.latest && usual != "required") {
        object.report("bad-version", {usual}, "default");
    }
    return rule;
}

std::string usualVersion(const VersionRule& rule, const std::vector<std::string>& existing) {
    return rule.latest && !existing.empty() ? existing.back() : findVersion(existing, rule.usual);
}

VersionChoice chooseVersion(const VersionRule& rule, const std::vector<std::string>& existing,
                            std::string_view target, const http::Headers& headers) {
    VersionChoice choice;
    std::vector<Wish> wishes = wishesOf(rule, target, headers);
    const std::string usual = usualVersion(rule, existing);
    const bool namesNone =
        std::ranges::none_of(wishes, [](const Wish& wish) { return wish.version.has_value(); });
    if (namesNone) {
        wishes = {Wish{}};
    }
    for (Wish& wish : wishes) {
        const std::string found = wish.version ? findVersion(existing, *wish.version) : usual;
        if (!found.empty()) {
            choice.reason = wish.version  ? Reason::asked
                            : rule.latest ? Reason::latest
                                          : Reason::usual;
            choice.version = found;
            choice.asked = std::move(wish.words);
            choice.prefix = std::move(wish.prefix);
            choice.mediaType = std::move(wish.mediaType);
            return choice;
        }
        if (wish.version) {
            choice.refused.push_back(std::move(wish.words));
        }
    }
    choice.reason = namesNone ? Reason::missing : Reason::unknown;
    if (!choice.refused.empty()) {
        choice.asked = choice.refused.front();
    }
    return choice;
}

int statusOfUnknownVersion(VersionRule::By by) {
    return by == By::path ? 404 : by == By::accept ? 406 : 400;
}

std::string variesOn(const VersionRule& rule) {
    return rule.by == By::header ? rule.name : rule.by == By::accept ? "Accept" : "";
}

std::string mediaTypeOf(const VersionRule& rule, std::string_view version) {
    return rule.name.empty() ? fmt::format("application/json;version={}", version)
                             : fmt::format("application/vnd.{}.v{}+json", rule.name, version);
}

bool isDay(std::string_view text) {
    return readDay(text).has_value();
}

std::string deprecationField(std::string_view day) {
    const auto date = readDay(day).value_or(std::chrono::sys_days());
    return fmt::format("@{}", std::chrono::sys_seconds(date).time_since_epoch().count());
}

std::string sunsetField(std::string_view day) {
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto date = readDay(day).value_or(std::chrono::sys_days());
    const std::chrono::year_month_day parts(date);
    return fmt::format(
        "{}, {:02} {} {:04} 00:00:00 GMT", kDays.at(std::chrono::weekday(date).c_encoding()),
        static_cast<unsigned>(parts.day()), kMonths.at(static_cast<unsigned>(parts.month()) - 1),
        static_cast<int>(parts.year()));
}

} // namespace roundtrip
