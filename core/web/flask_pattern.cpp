#include "core/kernel/text.h"
#include "core/web/pattern_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace roundtrip {

namespace {

constexpr int kDefaultWeight = 100;
constexpr int kNumberWeight = 50;
constexpr int kPathWeight = 200;

struct Argument {
    std::string name; ///< empty for one given by place
    std::string value;
};

struct Variable {
    PatternParameter parameter;
    int weight = kDefaultWeight;
    bool isFinal = false;
};

std::string_view unquoted(std::string_view text) {
    const bool quotes = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                        text.back() == text.front();
    return quotes ? text.substr(1, text.size() - 2) : text;
}

/// "min=1, max=9" or "about, 'a,b'"; commas inside quotes don't part.
std::vector<Argument> readArguments(std::string_view text) {
    std::vector<Argument> arguments;
    while (!trimmed(text).empty()) {
        char quote = 0;
        std::size_t end = 0;
        for (; end < text.size() && (quote != 0 || text[end] != ','); ++end) {
            if (quote == 0 && (text[end] == '"' || text[end] == '\''))
                quote = text[end];
            else if (text[end] == quote)
                quote = 0;
        }
        const std::string_view part = trimmed(text.substr(0, end));
        const auto equals = part.find('=');
        const bool named =
            equals != std::string_view::npos && isIdentifier(trimmed(part.substr(0, equals)));
        Argument argument;
        argument.name = named ? trimmed(part.substr(0, equals)) : std::string_view{};
        argument.value = unquoted(named ? trimmed(part.substr(equals + 1)) : part);
        arguments.push_back(std::move(argument));
        text = end < text.size() ? text.substr(end + 1) : std::string_view{};
    }
    return arguments;
}

std::optional<double> numberIn(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// Makes a converter of its arguments; false when one is unknown or no number.
class Converter {
  public:
    Converter(std::string_view name, std::vector<Argument> arguments)
        : name_(name), arguments_(std::move(arguments)) {
        nameByPlace();
    }

    [[nodiscard]] bool isKnown() const { return std::ranges::find(kNames, name_) != kNames.end(); }

    /// The argument that makes no sense, if one does.
    std::optional<std::string> apply(Variable& variable) {
        PatternParameter& parameter = variable.parameter;
        parameter.converter = name_;
        express(parameter);
        if (name_ == "string" && arguments_.empty())
            parameter.converter.clear(); // the default takes whatever stands there
        variable.isFinal = name_ == "path";
        variable.weight = variable.isFinal                     ? kPathWeight
                          : name_ == "int" || name_ == "float" ? kNumberWeight
                                                               : kDefaultWeight;
        if (name_ != "any" && !bad_ && used_ != arguments_.size())
            bad_ = unknownArgument();
        return bad_;
    }

  private:
    static constexpr std::array<std::string_view, 6> kNames{"string", "any",   "path",
                                                            "int",    "float", "uuid"};

    void nameByPlace() {
        static const std::vector<std::string> kString{"minlength", "maxlength", "length"};
        static const std::vector<std::string> kInt{"fixed_digits", "min", "max", "signed"};
        static const std::vector<std::string> kFloat{"min", "max", "signed"};
        static const std::vector<std::string> kNone;
        const auto& places = name_ == "string"  ? kString
                             : name_ == "int"   ? kInt
                             : name_ == "float" ? kFloat
                                                : kNone;
        for (std::size_t i = 0; i < arguments_.size() && i < places.size(); ++i) {
            if (arguments_[i].name.empty())
                arguments_[i].name = places[i];
        }
    }

    const std::string* find(std::string_view name) {
        const auto found = std::ranges::find(arguments_, name, &Argument::name);
        if (found == arguments_.end())
            return nullptr;
        ++used_;
        return found->value == "None" ? nullptr : &found->value;
    }

    std::optional<double> number(std::string_view name) {
        const std::string* text = find(name);
        if (text == nullptr)
            return std::nullopt;
        const auto value = numberIn(*text);
        if (!value)
            bad_ = std::string(name);
        return value;
    }

    /// A count of characters or digits.
    std::optional<int> count(std::string_view name) {
        const auto value = number(name);
        if (value && (*value < 0 || *value > 1000)) {
            bad_ = std::string(name);
            return std::nullopt;
        }
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    }

    std::string stringExpression() {
        const int least = count("minlength").value_or(1);
        const auto most = count("maxlength");
        if (const auto length = count("length"))
            return fmt::format("[^/]{{{}}}", *length);
        if (most && *most < least)
            bad_ = "maxlength";
        return fmt::format("[^/]{{{},{}}}", least, most ? std::to_string(*most) : "");
    }

    std::string anyExpression() {
        std::string items;
        for (const Argument& argument : arguments_)
            items += (items.empty() ? "" : "|") + escapedForRegex(argument.value);
        return "(?:" + items + ")";
    }

    void applyNumber(PatternParameter& parameter) {
        const bool whole = name_ == "int";
        parameter.value =
            whole ? PatternParameter::Value::integer : PatternParameter::Value::number;
        const std::string* isSigned = find("signed");
        const bool minus = isSigned != nullptr && *isSigned == "True";
        parameter.expression =
            fmt::format("{}{}", minus ? "-?" : "", whole ? "\\d+" : "\\d+\\.\\d+");
        parameter.least = number("min");
        parameter.most = number("max");
        if (whole)
            parameter.fixedDigits = static_cast<std::size_t>(count("fixed_digits").value_or(0));
    }

    void express(PatternParameter& parameter) {
        if (name_ == "string") {
            parameter.expression = stringExpression();
        } else if (name_ == "any") {
            parameter.expression = anyExpression();
        } else if (name_ == "path") {
            parameter.expression = "[^/].*?";
        } else if (name_ == "uuid") {
            parameter.value = PatternParameter::Value::uuid;
            parameter.expression =
                "[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}";
        } else {
            applyNumber(parameter);
        }
    }

    [[nodiscard]] std::string unknownArgument() const {
        const Argument& last = arguments_.back();
        return last.name.empty() ? last.value : last.name;
    }

    std::string name_;
    std::vector<Argument> arguments_;
    std::size_t used_ = 0;
    std::optional<std::string> bad_;
};

/// Werkzeug's `Rule._parse_rule`.
class RuleReader {
  public:
    explicit RuleReader(std::string_view text) : text_(text) {}

    PatternSourceResult read() {
        source_.regex = "^";
        source_.loose = "^";
        for (std::size_t at = 0; at < text_.size() && !error_;) {
            if (text_[at] == '/')
                slash(at);
            else if (text_[at] == '<')
                variable(at);
            else
                literal(at);
        }
        if (error_)
            return tl::unexpected(*error_);
        endPart();
        source_.regex += "\\Z";
        source_.loose = anyConverter_ ? source_.loose + "\\Z" : "";
        return std::move(source_);
    }

  private:
    void fail(std::string code, std::vector<std::string> args = {}) {
        error_ = Error{std::move(code), std::move(args), std::string(text_)};
    }

    void slash(std::size_t& at) {
        if (part_.isFinal)
            part_.content += "/";
        else
            endPart();
        addLiteral("/");
        ++at;
    }

    void endPart() {
        if (!part_.isStatic)
            part_.content += "\\Z";
        part_.weight.staticCount = -static_cast<int>(part_.weight.statics.size());
        part_.weight.argumentCount = -static_cast<int>(part_.weight.arguments.size());
        source_.parts.push_back(std::exchange(part_, {}));
    }

    void addLiteral(std::string_view literal) {
        source_.regex += escapedForRegex(literal);
        source_.loose += escapedForRegex(literal);
    }

    void literal(std::size_t& at) {
        const auto end = std::min(text_.find_first_of("</", at), text_.size());
        const std::string_view literal = text_.substr(at, end - at);
        part_.weight.statics.emplace_back(static_cast<int>(part_.weight.statics.size()),
                                          -static_cast<int>(literal.size()));
        part_.content += part_.isStatic ? std::string(literal) : escapedForRegex(literal);
        addLiteral(literal);
        at = end;
    }

    void variable(std::size_t& at) {
        // "<", converter, arguments in brackets, ":", name, ">"
        std::size_t open = at + 1;
        const auto word = [&] {
            const std::size_t start = open;
            while (open < text_.size() && (isIdentifier(text_.substr(start, open + 1 - start))))
                ++open;
            return text_.substr(start, open - start);
        };
        std::string_view name = word();
        std::string_view converter = "string";
        std::string_view arguments;
        const bool hasArguments = open < text_.size() && text_[open] == '(';
        if (hasArguments) {
            const auto close = text_.find("):", open);
            if (close == std::string_view::npos) {
                fail("route-unclosed");
                return;
            }
            arguments = text_.substr(open + 1, close - open - 1);
            open = close + 1;
        }
        if (open < text_.size() && text_[open] == ':') {
            converter = name;
            ++open;
            name = word();
        }
        if (open >= text_.size() || text_[open] != '>') {
            fail("route-unclosed");
            return;
        }
        at = open + 1;
        addVariable(name, converter, readArguments(arguments));
    }

    void addVariable(std::string_view name, std::string_view word,
                     std::vector<Argument> arguments) {
        Converter converter(word == "default" ? "string" : word, std::move(arguments));
        if (!converter.isKnown()) {
            fail("route-unknown-type", {std::string(word)});
            return;
        }
        if (name.empty()) {
            fail("route-no-name");
            return;
        }
        if (std::ranges::find(source_.parameters, name, &PatternParameter::name) !=
            source_.parameters.end()) {
            fail("route-twice", {std::string(name)});
            return;
        }
        Variable variable;
        variable.parameter.name = name;
        if (const auto bad = converter.apply(variable)) {
            fail("route-bad-argument", {std::string(word), *bad});
            return;
        }
        if (part_.isStatic)
            part_.content = escapedForRegex(part_.content);
        part_.isStatic = false;
        part_.isFinal = part_.isFinal || variable.isFinal;
        part_.weight.arguments.push_back(variable.weight);
        const std::string group = "(" + variable.parameter.expression + ")";
        part_.content += group;
        source_.regex += group;
        source_.loose += variable.isFinal ? "(.+?)" : "([^/]+)";
        anyConverter_ = anyConverter_ || !variable.parameter.converter.empty();
        source_.parameters.push_back(std::move(variable.parameter));
    }

    std::string_view text_;
    PatternSource source_;
    FlaskPart part_;
    bool anyConverter_ = false;
    std::optional<Error> error_;
};

} // namespace

PatternSourceResult readFlaskPattern(std::string_view text) {
    if (!text.starts_with('/'))
        return tl::unexpected(Error{"route-no-slash", {}, std::string(text)});
    return RuleReader(text).read();
}

} // namespace roundtrip
