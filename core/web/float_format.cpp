#include "core/web/template_filters.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace roundtrip {

namespace {

/// A decimal number as digits with a point after the first `whole` of them.
struct Decimal {
    bool negative = false;
    std::string digits;
    int whole = 0;
};

constexpr int kLargestExponent = 400;

std::optional<Decimal> readDecimal(std::string_view text) {
    Decimal decimal;
    if (text.starts_with('-') || text.starts_with('+')) {
        decimal.negative = text[0] == '-';
        text.remove_prefix(1);
    }
    const auto exponentAt = std::min(text.find_first_of("eE"), text.size());
    std::string_view exponent = text.substr(exponentAt);
    text = text.substr(0, exponentAt);
    const auto point = std::min(text.find('.'), text.size());
    decimal.digits = std::string(text.substr(0, point));
    decimal.whole = static_cast<int>(point);
    if (point < text.size())
        decimal.digits += text.substr(point + 1);
    if (decimal.digits.empty() ||
        decimal.digits.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    if (!exponent.empty()) {
        exponent.remove_prefix(exponent.starts_with("e+") || exponent.starts_with("E+") ? 2 : 1);
        int power = 0;
        const auto [end, error] =
            std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
        if (error != std::errc{} || end != exponent.data() + exponent.size() ||
            std::abs(power) > kLargestExponent)
            return std::nullopt;
        decimal.whole += power;
    }
    if (decimal.whole <= 0) {
        decimal.digits.insert(0, static_cast<std::size_t>(1 - decimal.whole), '0');
        decimal.whole = 1;
    }
    if (decimal.digits.size() < static_cast<std::size_t>(decimal.whole))
        decimal.digits.resize(static_cast<std::size_t>(decimal.whole), '0');
    return decimal;
}

/// Adds one at the last digit.
void increment(Decimal& decimal) {
    for (std::size_t i = decimal.digits.size(); i-- > 0;) {
        if (decimal.digits[i] != '9') {
            ++decimal.digits[i];
            return;
        }
        decimal.digits[i] = '0';
    }
    decimal.digits.insert(0, 1, '1');
    ++decimal.whole;
}

} // namespace

std::optional<std::string> formattedFloat(const nlohmann::json& json, int digits) {
    const auto decimal =
        readDecimal(json.is_boolean() ? (json.get<bool>() ? "1" : "0") : pythonText(json));
    if (!decimal)
        return std::nullopt;
    Decimal rounded = *decimal;
    const auto whole = static_cast<std::size_t>(rounded.whole);
    const bool isWhole = rounded.digits.find_first_not_of('0', whole) == std::string::npos;
    const std::size_t places =
        isWhole && digits < 0 ? 0 : static_cast<std::size_t>(std::abs(digits));
    const std::size_t kept = whole + places;
    const bool up = kept < rounded.digits.size() && rounded.digits[kept] >= '5';
    rounded.digits.resize(kept, '0');
    if (up)
        increment(rounded);
    const bool zero = rounded.digits.find_first_not_of('0') == std::string::npos;
    std::string text = rounded.digits;
    const auto point = static_cast<std::size_t>(rounded.whole);
    const auto leading = std::min(text.find_first_not_of('0'), point - 1);
    std::string result = rounded.negative && !zero ? "-" : "";
    result += text.substr(leading, point - leading);
    if (places > 0)
        result += "." + text.substr(point);
    return result;
}

} // namespace roundtrip
