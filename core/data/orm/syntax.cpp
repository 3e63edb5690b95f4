#include "core/data/orm/syntax.h"

#include "core/data/orm/tokens.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

namespace roundtrip::orm {

namespace {

using Kind = SyntaxNode::Kind;
using Parsed = tl::expected<SyntaxNode, Error>;

constexpr std::size_t kLongest = 10'000;
constexpr int kDeepest = 60;

/// Recursive descent over Python's precedence: | then & then + - then * / % then - ~ then
/// calls, attributes and subscripts.
class SyntaxParser {
  public:
    explicit SyntaxParser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    Parsed whole() {
        Parsed node = expression();
        if (node && token().kind != Token::Kind::end) {
            return unexpected();
        }
        return node;
    }

  private:
    static constexpr std::array<std::string_view, 4> kLevels{"|", "&", "+-", "*/%"};

    [[nodiscard]] const Token& token(std::size_t ahead = 0) const {
        return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
    }
    [[nodiscard]] bool isSymbol(std::string_view symbol, std::size_t ahead = 0) const {
        return token(ahead).kind == Token::Kind::symbol && token(ahead).text == symbol;
    }
    bool skip(std::string_view symbol) {
        const bool found = isSymbol(symbol);
        at_ += found ? 1 : 0;
        return found;
    }
    [[nodiscard]] tl::unexpected<Error> unexpected() const {
        return tl::unexpected(Error{"orm-syntax", {token().text}, columnText(token().column)});
    }
    [[nodiscard]] SyntaxNode node(Kind kind, std::string text = {}) const {
        SyntaxNode made;
        made.kind = kind;
        made.text = std::move(text);
        made.column = token().column;
        return made;
    }

    Parsed expression() {
        if (depth_ >= kDeepest) {
            return tl::unexpected(Error{"orm-too-deep", {}, columnText(token().column)});
        }
        ++depth_;
        Parsed result = binary(0);
        --depth_;
        return result;
    }

    Parsed binary(std::size_t level) {
        if (level == kLevels.size()) {
            return unary();
        }
        Parsed left = binary(level + 1);
        while (left && token().kind == Token::Kind::symbol &&
               kLevels.at(level).find(token().text) != std::string_view::npos) {
            SyntaxNode both = node(Kind::binary, token().text);
            ++at_;
            Parsed right = binary(level + 1);
            if (!right) {
                return right;
            }
            both.children.push_back(*std::move(left));
            both.children.push_back(*std::move(right));
            left = std::move(both);
        }
        return left;
    }

    Parsed unary() {
        if (!isSymbol("-") && !isSymbol("~")) {
            return postfix();
        }
        SyntaxNode whole = node(Kind::unary, token().text);
        ++at_;
        if (++depth_ > kDeepest) {
            return tl::unexpected(Error{"orm-too-deep", {}, columnText(token().column)});
        }
        Parsed operand = unary();
        --depth_;
        if (!operand) {
            return operand;
        }
        if (whole.text == "-" && operand->kind == Kind::constant && operand->value.is_number()) {
            operand->column = whole.column;
            operand->value = negated(operand->value);
            return operand;
        }
        whole.children.push_back(*std::move(operand));
        return whole;
    }

    static nlohmann::json negated(const nlohmann::json& number) {
        if (number.is_number_integer()) {
            return -number.get<std::int64_t>();
        }
        return -number.get<double>();
    }

    Parsed postfix() {
        Parsed result = atom();
        while (result && (isSymbol(".") || isSymbol("(") || isSymbol("["))) {
            if (isSymbol("(")) {
                result = call(*std::move(result));
            } else if (isSymbol("[")) {
                result = subscript(*std::move(result));
            } else {
                result = attribute(*std::move(result));
            }
        }
        return result;
    }

    Parsed attribute(SyntaxNode object) {
        ++at_;
        if (token().kind != Token::Kind::name) {
            return unexpected();
        }
        SyntaxNode whole = node(Kind::attribute, token().text);
        ++at_;
        whole.children.push_back(std::move(object));
        return whole;
    }

    Parsed call(SyntaxNode callee) {
        SyntaxNode whole = node(Kind::call);
        whole.column = callee.column;
        whole.children.push_back(std::move(callee));
        std::set<std::string> names;
        ++at_;
        while (!skip(")")) {
            Parsed argument = this->argument();
            if (!argument) {
                return argument;
            }
            if (argument->kind == Kind::keyword && !names.insert(argument->text).second) {
                return tl::unexpected(Error{
                    "orm-duplicate-argument", {argument->text}, columnText(argument->column)});
            }
            whole.children.push_back(*std::move(argument));
            if (!isSymbol(")") && !skip(",")) {
                return unexpected();
            }
        }
        return whole;
    }

    Parsed argument() {
        if (token().kind != Token::Kind::name) {
            return expression();
        }
        if (!isSymbol("=", 1)) {
            return expression();
        }
        SyntaxNode whole = node(Kind::keyword, token().text);
        at_ += 2;
        Parsed value = expression();
        if (value) {
            whole.children.push_back(*std::move(value));
            return whole;
        }
        return value;
    }

    /// `[3]`, `[2:5]`, `[:5]`, `[2:]`. A colon may belong to a placeholder: `[0:10]` but also
    /// `[:to]` and `[2:to]`, where the placeholder is the slice's end.
    Parsed subscript(SyntaxNode object) {
        SyntaxNode whole = node(Kind::slice);
        ++at_;
        SyntaxNode from = node(Kind::constant);
        SyntaxNode to = from;
        const bool isFromThere = !isSymbol(":") && !isEnd();
        if (isFromThere) {
            Parsed parsed = expression();
            if (!parsed) {
                return parsed;
            }
            from = *std::move(parsed);
        }
        if (isSymbol("]") && isFromThere) {
            whole.kind = Kind::index;
        } else if (auto end = sliceEnd(to); !end) {
            return tl::unexpected(end.error());
        }
        if (!skip("]")) {
            return unexpected();
        }
        whole.children = {std::move(object), std::move(from)};
        if (whole.kind == Kind::slice) {
            whole.children.push_back(std::move(to));
        }
        return whole;
    }

    [[nodiscard]] bool isEnd() const {
        return token().kind == Token::Kind::placeholder && isSymbol("]", 1);
    }

    tl::expected<void, Error> sliceEnd(SyntaxNode& to) {
        const bool isPlaceholder = token().kind == Token::Kind::placeholder;
        if (!isPlaceholder && !skip(":")) {
            return unexpected();
        }
        if (!isSymbol("]")) {
            Parsed parsed = expression();
            if (!parsed) {
                return tl::unexpected(parsed.error());
            }
            to = *std::move(parsed);
        }
        return {};
    }

    Parsed atom() {
        switch (token().kind) {
        case Token::Kind::name:
            return name();
        case Token::Kind::number:
            return number();
        case Token::Kind::text: {
            SyntaxNode text = node(Kind::constant);
            text.value = token().text;
            ++at_;
            return text;
        }
        case Token::Kind::placeholder: {
            SyntaxNode placeholder = node(Kind::placeholder, token().text);
            ++at_;
            return placeholder;
        }
        default:
            return brackets();
        }
    }

    Parsed name() {
        SyntaxNode word = node(Kind::name, token().text);
        ++at_;
        if (word.text == "True" || word.text == "False") {
            word.kind = Kind::constant;
            word.value = word.text == "True";
        } else if (word.text == "None") {
            word.kind = Kind::constant;
        }
        return word;
    }

    Parsed number() {
        SyntaxNode result = node(Kind::constant);
        const std::string text = token().text;
        const char* end = text.data() + text.size();
        std::int64_t whole = 0;
        double real = 0;
        const auto asWhole = std::from_chars(text.data(), end, whole);
        const auto asReal = std::from_chars(text.data(), end, real);
        if (asWhole.ec == std::errc() && asWhole.ptr == end) {
            result.value = whole;
        } else if (asReal.ec == std::errc() && asReal.ptr == end && std::isfinite(real)) {
            result.value = real;
        } else {
            return tl::unexpected(Error{"orm-bad-number", {text}, columnText(token().column)});
        }
        ++at_;
        return result;
    }

    Parsed brackets() {
        if (isSymbol("[")) {
            return elements(node(Kind::list), "]");
        }
        if (isSymbol("{")) {
            return elements(node(Kind::dictionary), "}");
        }
        if (!isSymbol("(")) {
            return unexpected();
        }
        Parsed tuple = elements(node(Kind::list), ")");
        const bool isPlain = tuple && tuple->children.size() == 1 && tuple->text.empty();
        if (!isPlain) {
            return tuple;
        }
        SyntaxNode inner = std::move(tuple->children.front());
        return inner;
    }

    /// The elements up to `end`; `text` is "," when a comma stood behind the last one, which makes
    /// a tuple of one.
    Parsed elements(SyntaxNode whole, std::string_view end) {
        ++at_;
        while (!skip(end)) {
            whole.text.clear();
            Parsed element = expression();
            if (!element) {
                return element;
            }
            whole.children.push_back(*std::move(element));
            if (whole.kind == Kind::dictionary) {
                Parsed value = memberValue();
                if (!value) {
                    return value;
                }
                whole.children.push_back(*std::move(value));
            }
            if (skip(",")) {
                whole.text = ",";
            } else if (!isSymbol(end)) {
                return unexpected();
            }
        }
        return whole;
    }

    /// The colon before a value may have become a placeholder's, as in `{"a":name}`.
    Parsed memberValue() {
        if (token().kind != Token::Kind::placeholder && !skip(":")) {
            return unexpected();
        }
        return expression();
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

} // namespace

std::string columnText(std::size_t column) {
    return fmt::format("column {}", column);
}

tl::expected<SyntaxNode, Error> parseSyntax(std::string_view text) {
    if (text.size() > kLongest) {
        return tl::unexpected(Error{"orm-too-long", {}, columnText(kLongest + 1)});
    }
    auto tokens = tokenize(text);
    if (!tokens) {
        return tl::unexpected(std::move(tokens.error()));
    }
    return SyntaxParser(*std::move(tokens)).whole();
}

} // namespace roundtrip::orm
