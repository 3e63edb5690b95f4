#include "core/data/orm/value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace roundtrip::orm {

namespace {

using Json = nlohmann::json;

constexpr int kSignificantDigits = 15;

template <class Number>
std::optional<Number> numberIn(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

std::optional<Json> integerOf(const Json& value) {
    if (value.is_boolean()) {
        return value.get<bool>() ? 1 : 0;
    }
    if (value.is_number_integer()) {
        return value;
    }
    if (value.is_number_float() && std::abs(value.get<double>()) < 9e18) {
        return static_cast<std::int64_t>(value.get<double>());
    }
    if (value.is_string()) {
        return numberIn<std::int64_t>(value.get_ref<const std::string&>());
    }
    return std::nullopt;
}

std::optional<Json> realOf(const Json& value) {
    if (value.is_boolean()) {
        return value.get<bool>() ? 1.0 : 0.0;
    }
    if (value.is_number()) {
        return value.get<double>();
    }
    const auto number =
        value.is_string() ? numberIn<double>(value.get_ref<const std::string&>()) : std::nullopt;
    return number && std::isfinite(*number) ? std::optional<Json>(*number) : std::nullopt;
}

std::optional<Json> booleanOf(const Json& value) {
    static constexpr std::array kTrue{"t", "True", "true", "1"};
    static constexpr std::array kFalse{"f", "False", "false", "0"};
    if (value.is_boolean()) {
        return value;
    }
    if (value.is_number() && (value == 0 || value == 1)) {
        return value == 1;
    }
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        if (std::ranges::find(kTrue, text) != kTrue.end()) {
            return true;
        }
        if (std::ranges::find(kFalse, text) != kFalse.end()) {
            return false;
        }
    }
    return std::nullopt;
}

/// Whether the text has digits where the pattern has a 9 and else the pattern's own letters.
bool fits(std::string_view text, std::string_view pattern) {
    return std::ranges::equal(text, pattern, [](char letter, char expected) {
        return expected == '9' ? letter >= '0' && letter <= '9' : letter == expected;
    });
}

int numberAt(std::string_view text, std::size_t at, std::size_t length) {
    return numberIn<int>(text.substr(at, length)).value_or(0);
}

bool isCalendarDay(std::string_view text) {
    static constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int year = numberAt(text, 0, 4);
    const int month = numberAt(text, 5, 2);
    const int day = numberAt(text, 8, 2);
    if (year < 1 || month < 1 || month > 12) {
        return false;
    }
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int days = kDays.at(static_cast<std::size_t>(month - 1)) + (isLeap && month == 2 ? 1 : 0);
    return day >= 1 && day <= days;
}

std::optional<Json> dateTimeOf(const Json& value) {
    if (!value.is_string()) {
        return std::nullopt;
    }
    std::string text = value.get<std::string>();
    if (fits(text, "9999-99-99")) {
        text += " 00:00:00";
    } else if (fits(text, "9999-99-99 99:99") || fits(text, "9999-99-99T99:99")) {
        text += ":00";
    }
    if (text.size() > 10 && text[10] == 'T') {
        text[10] = ' ';
    }
    const bool isWhole = fits(text, "9999-99-99 99:99:99");
    if ((!isWhole && !fits(text, "9999-99-99 99:99:99.999999")) || !isCalendarDay(text) ||
        numberAt(text, 11, 2) > 23 || numberAt(text, 14, 2) > 59 || numberAt(text, 17, 2) > 59) {
        return std::nullopt;
    }
    return text;
}

std::optional<Json> prepared(FieldType type, const Json& value) {
    switch (type) {
    case FieldType::text:
        return value.is_structured() ? std::nullopt : std::optional<Json>(textOf(value));
    case FieldType::boolean:
        return booleanOf(value);
    case FieldType::real:
    case FieldType::decimal:
        return realOf(value);
    case FieldType::dateTime:
        return dateTimeOf(value);
    default:
        return integerOf(value);
    }
}

std::size_t significantDigits(std::string_view decimal) {
    std::string digits;
    std::ranges::copy_if(decimal, std::back_inserter(digits),
                         [](char c) { return c != '.' && c != '-'; });
    const auto first = digits.find_first_not_of('0');
    return first == std::string::npos ? 1 : digits.size() - first;
}

/// All digits of a double's exact value after the point, without the zeros at its end.
std::string exactDecimal(double value) {
    std::string text = fmt::format("{:.80f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

} // namespace

std::string_view nameOf(FieldType type) {
    static constexpr std::array<std::string_view, 10> kNames{
        "integer", "big_integer", "text",        "boolean",    "real",
        "decimal", "date_time",   "foreign_key", "one_to_one", "many_to_many"};
    return kNames.at(static_cast<std::size_t>(type));
}

tl::expected<Json, Error> prepareValue(const Field& field, const Json& value) {
    if (value.is_null()) {
        return value;
    }
    if (auto result = prepared(field.type, value)) {
        return *std::move(result);
    }
    return tl::unexpected(
        Error{"orm-bad-value", {field.name, value.dump(), std::string(nameOf(field.type))}, ""});
}

std::string computedDecimal(double value) {
    std::string exact = exactDecimal(value);
    if (significantDigits(exact) <= kSignificantDigits || !std::isfinite(value)) {
        return exact;
    }
    const double size = value == 0 ? 0 : std::floor(std::log10(std::abs(value)));
    const int places = std::max(0, kSignificantDigits - 1 - static_cast<int>(size));
    return fmt::format("{:.{}f}", value, places);
}

Json shownValue(const Field& field, Json value) {
    if (value.is_null()) {
        return value;
    }
    if (field.type == FieldType::boolean && value.is_number()) {
        return value != 0;
    }
    if (field.type == FieldType::decimal && value.is_number()) {
        return fmt::format("{:.{}f}", value.get<double>(), field.decimalPlaces);
    }
    return value;
}

std::string escapedForLike(std::string_view text) {
    std::string escaped;
    for (const char letter : text) {
        if (letter == '\\' || letter == '%' || letter == '_') {
            escaped += '\\';
        }
        escaped += letter;
    }
    return escaped;
}

std::string textOf(const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_boolean()) {
        return value.get<bool>() ? "True" : "False";
    }
    return value.dump();
}

} // namespace roundtrip::orm
