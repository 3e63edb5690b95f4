#include "core/web/template_expression.h"

#include "core/kernel/utf8.h"

#include <algorithm>
#include <charconv>

namespace roundtrip {

namespace {

using nlohmann::json;

bool isDigit(char32_t code) {
    return code >= '0' && code <= '9';
}

bool isNameCharacter(char32_t code) {
    return isUnicodeLetter(code) || isDigit(code) || code == '_';
}

/// Reads one filter expression, django.template.base.FilterExpression.
class ExpressionReader {
  public:
    explicit ExpressionReader(std::string_view text) : text_(text) {}

    tl::expected<TemplateExpression, Error> read() {
        TemplateExpression expression;
        expression.text = text_;
        auto first = operand();
        if (!first)
            return failed();
        expression.operand = std::move(*first);
        while (at_ < text_.size()) {
            if (!call(expression))
                return failed();
        }
        return expression;
    }

  private:
    tl::unexpected<Error> failed() {
        return tl::unexpected(error_
                                  ? *error_
                                  : Error{"template-bad-expression",
                                          {std::string(text_),
                                           std::string(text_.substr(std::min(at_, text_.size())))},
                                          {}});
    }

    std::nullopt_t fail(std::string code, std::string argument) {
        error_ = Error{std::move(code), {std::move(argument)}, {}};
        return std::nullopt;
    }

    std::string_view takeWhile(bool (*fits)(char32_t)) {
        const std::size_t start = at_;
        while (at_ < text_.size() && fits(characterAt(text_, at_).code))
            at_ += characterAt(text_, at_).size;
        return text_.substr(start, at_ - start);
    }

    void skipSpaces() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t'))
            ++at_;
    }

    bool call(TemplateExpression& expression) {
        const std::size_t start = at_;
        skipSpaces();
        if (at_ >= text_.size() || text_[at_] != '|') {
            at_ = start;
            return false;
        }
        ++at_;
        skipSpaces();
        const std::string name(takeWhile(isNameCharacter));
        if (name.empty())
            return false;
        TemplateExpression::Call call{findTemplateFilter(name), std::nullopt};
        if (call.filter == nullptr)
            return fail("template-unknown-filter", name), false;
        if (at_ < text_.size() && text_[at_] == ':') {
            ++at_;
            call.argument = operand();
            if (!call.argument)
                return false;
        }
        using Argument = TemplateFilter::Argument;
        const bool fits = call.argument ? call.filter->argument != Argument::none
                                        : call.filter->argument != Argument::needed;
        if (!fits)
            return fail("template-filter-arguments", name), false;
        expression.calls.push_back(std::move(call));
        return true;
    }

    std::optional<TemplateOperand> operand() {
        if (at_ >= text_.size())
            return std::nullopt;
        const char c = text_[at_];
        if (c == '"' || c == '\'')
            return quoted(c);
        if (isNameCharacter(characterAt(text_, at_).code) &&
            !isDigit(static_cast<unsigned char>(c)))
            return name(takeWhile([](char32_t n) { return isNameCharacter(n) || n == '.'; }));
        return number();
    }

    std::optional<TemplateOperand> quoted(char quote) {
        TemplateOperand operand;
        std::string value;
        for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
            if (text_[i] == quote) {
                at_ = i + 1;
                operand.constant = std::move(value);
                operand.safe = true;
                return operand;
            }
            if (text_[i] == '\\' && i + 1 < text_.size()) {
                ++i;
                if (text_[i] != quote && text_[i] != '\\')
                    value += '\\';
            }
            value += text_[i];
        }
        return std::nullopt;
    }

    std::optional<TemplateOperand> name(std::string_view text) {
        TemplateOperand operand;
        if (text == "True" || text == "False" || text == "None") {
            if (text != "None")
                operand.constant = text == "True";
            return operand;
        }
        if (text.starts_with('_') || text.find("._") != std::string_view::npos)
            return fail("template-bad-name", std::string(text));
        for (std::size_t at = 0; at <= text.size();) {
            const auto dot = std::min(text.find('.', at), text.size());
            operand.path.emplace_back(text.substr(at, dot - at));
            at = dot + 1;
        }
        return operand;
    }

    /// A number, or what only looks like one ("1.2.3") and is a name that nothing has.
    std::optional<TemplateOperand> number() {
        const std::size_t start = at_;
        const char sign = text_[at_];
        at_ += sign == '-' || sign == '+' || sign == '.' ? 1 : 0;
        const bool digit = at_ < text_.size() && isDigit(static_cast<unsigned char>(text_[at_]));
        if (!digit) {
            at_ = start;
            return std::nullopt;
        }
        (void)takeWhile([](char32_t c) { return isDigit(c) || c == '.' || c == 'e'; });
        std::string_view digits = text_.substr(start, at_ - start);
        if (sign == '+')
            digits.remove_prefix(1);
        TemplateOperand operand;
        const bool whole = digits.find_first_of(".e") == std::string_view::npos;
        const bool read = whole ? readNumber<std::int64_t>(digits, operand.constant)
                                : readNumber<double>(digits, operand.constant);
        if (!read || digits.ends_with('.'))
            return name(digits);
        return operand;
    }

    template <class Number>
    static bool readNumber(std::string_view text, json& result) {
        Number value{};
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        result = value;
        return error == std::errc{} && end == text.data() + text.size();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::optional<Error> error_;
};

bool equal(const json& a, const json& b) {
    const bool numbers = (a.is_number() || a.is_boolean()) && (b.is_number() || b.is_boolean());
    if (!numbers || a.type() == b.type())
        return a == b;
    const auto number = [](const json& value) {
        return value.is_boolean() ? (value.get<bool>() ? 1.0 : 0.0) : value.get<double>();
    };
    return number(a) == number(b);
}

bool contains(const json& whole, const json& part) {
    if (whole.is_object())
        return part.is_string() && whole.contains(part.get_ref<const std::string&>());
    if (whole.is_string())
        return part.is_string() && whole.get_ref<const std::string&>().find(
                                       part.get_ref<const std::string&>()) != std::string::npos;
    return whole.is_array() &&
           std::ranges::any_of(whole, [&part](const json& member) { return equal(member, part); });
}

/// Whether Python can say `a < b`.
bool isOrdered(const json& a, const json& b) {
    const auto number = [](const json& value) { return value.is_number() || value.is_boolean(); };
    return (number(a) && number(b)) || (a.is_string() && b.is_string()) ||
           (a.is_array() && b.is_array());
}

bool less(const json& a, const json& b) {
    if (a.is_boolean() || b.is_boolean())
        return *pythonInteger(a) < *pythonInteger(b);
    return a < b;
}

} // namespace

tl::expected<TemplateExpression, Error> parseTemplateExpression(std::string_view text) {
    return ExpressionReader(text).read();
}

bool compareValues(TemplateCondition::Operator op, const json& a, const json& b) {
    using Operator = TemplateCondition::Operator;
    switch (op) {
    case Operator::in:
        return contains(b, a);
    case Operator::notIn:
        return (b.is_structured() || (b.is_string() && a.is_string())) && !contains(b, a);
    case Operator::is:
        return a.type() == b.type() && a == b;
    case Operator::isNot:
        return a.type() != b.type() || a != b;
    case Operator::equal:
        return equal(a, b);
    case Operator::unequal:
        return !equal(a, b);
    case Operator::greater:
        return isOrdered(a, b) && less(b, a);
    case Operator::greaterOrEqual:
        return isOrdered(a, b) && !less(a, b);
    case Operator::less:
        return isOrdered(a, b) && less(a, b);
    case Operator::lessOrEqual:
        return isOrdered(a, b) && !less(b, a);
    default:
        return false;
    }
}

std::vector<std::string_view> splitTemplateTag(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t start = std::string_view::npos;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool space = quote == 0 && (c == ' ' || c == '\t' || c == '\r');
        if (space && start != std::string_view::npos) {
            words.push_back(text.substr(start, i - start));
            start = std::string_view::npos;
        } else if (!space && start == std::string_view::npos) {
            start = i;
        }
        if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (quote != 0 && c == '\\')
            ++i;
        else if (c == quote)
            quote = 0;
    }
    if (start != std::string_view::npos)
        words.push_back(text.substr(start));
    return words;
}

} // namespace roundtrip
