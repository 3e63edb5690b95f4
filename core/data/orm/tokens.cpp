#include "core/data/orm/tokens.h"

#include "core/data/orm/syntax.h"

#include <optional>

namespace roundtrip::orm {

namespace {

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool startsName(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_';
}

bool continuesName(char letter) {
    return startsName(letter) || isDigit(letter);
}

class Tokenizer {
  public:
    explicit Tokenizer(std::string_view text) : text_(text) {}

    tl::expected<std::vector<Token>, Error> read() {
        while (skipSpace(), at_ < text_.size()) {
            const std::size_t column = at_ + 1;
            auto token = next();
            if (!token) {
                return tl::unexpected(token.error());
            }
            token->column = column;
            tokens_.push_back(*std::move(token));
        }
        tokens_.push_back({.kind = Token::Kind::end, .text = {}, .column = text_.size() + 1});
        return std::move(tokens_);
    }

  private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    void skipSpace() {
        while (at_ < text_.size() &&
               std::string_view(" \t\r\n").find(peek()) != std::string::npos) {
            ++at_;
        }
    }
    std::string take(bool (*belongs)(char)) {
        const std::size_t start = at_;
        while (at_ < text_.size() && belongs(text_[at_])) {
            ++at_;
        }
        return std::string(text_.substr(start, at_ - start));
    }

    tl::expected<Token, Error> next() {
        if (startsName(peek())) {
            return Token{.kind = Token::Kind::name, .text = take(continuesName)};
        }
        if (isDigit(peek()) || (peek() == '.' && isDigit(peek(1)))) {
            return number();
        }
        if (peek() == '"' || peek() == '\'') {
            return quotedText();
        }
        if (peek() == ':' && startsName(peek(1))) {
            ++at_;
            return Token{.kind = Token::Kind::placeholder, .text = take(continuesName)};
        }
        constexpr std::string_view kSymbols = "()[]{},.:=+-*/%|&~";
        if (kSymbols.find(peek()) == std::string_view::npos) {
            return tl::unexpected(
                Error{"orm-syntax", {std::string(1, peek())}, columnText(at_ + 1)});
        }
        return Token{.kind = Token::Kind::symbol, .text = std::string(1, text_[at_++])};
    }

    Token number() {
        std::string digits = take(isDigit);
        if (peek() == '.' && !startsName(peek(1))) {
            digits += text_[at_++];
            digits += take(isDigit);
        }
        if (peek() == 'e' || peek() == 'E') {
            digits += text_[at_++];
            if (peek() == '-' || peek() == '+') {
                digits += text_[at_++];
            }
            digits += take(isDigit);
        }
        return {.kind = Token::Kind::number, .text = std::move(digits)};
    }

    tl::expected<Token, Error> quotedText() {
        const std::size_t start = at_;
        const char quote = text_[at_++];
        Token token{.kind = Token::Kind::text};
        while (at_ < text_.size() && peek() != quote) {
            if (peek() != '\\') {
                token.text += text_[at_++];
                continue;
            }
            ++at_;
            token.text += escaped();
        }
        if (at_ >= text_.size()) {
            return tl::unexpected(Error{"orm-unclosed-text", {}, columnText(start + 1)});
        }
        ++at_;
        return token;
    }

    /// As in Python, a backslash before any other letter stands for itself.
    std::string escaped() {
        if (at_ >= text_.size()) {
            return {};
        }
        const char letter = text_[at_++];
        switch (letter) {
        case 'n':
            return "\n";
        case 't':
            return "\t";
        case 'r':
            return "\r";
        case '\\':
        case '\'':
        case '"':
            return {letter};
        default:
            return {'\\', letter};
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

} // namespace

tl::expected<std::vector<Token>, Error> tokenize(std::string_view text) {
    return Tokenizer(text).read();
}

} // namespace roundtrip::orm
