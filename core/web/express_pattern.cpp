#include "core/kernel/utf8.h"
#include "core/web/pattern_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace roundtrip {

namespace {

constexpr int kMostCombinations = 256; // path-to-regexp's own limit
constexpr int kDeepest = 40;

struct Token {
    enum class Type { text, parameter, wildcard, group };
    Type type = Type::text;
    std::string text; ///< the text or the name
    std::vector<Token> tokens;
};

bool within(char32_t code, char32_t first, char32_t last) {
    return code >= first && code <= last;
}

bool startsName(char32_t code) {
    return isUnicodeLetter(code) || code == '_' || code == '$';
}

bool continuesName(char32_t code) {
    return startsName(code) || within(code, '0', '9') || code == 0x200C || code == 0x200D ||
           code == 0xB7 || code == 0x203F || code == 0x2040;
}

/// path-to-regexp's `parse`.
class Tokenizer {
  public:
    explicit Tokenizer(std::string_view path) : path_(path) {
        for (std::size_t at = 0; at < path.size();) {
            const Utf8Character character = characterAt(path, at);
            characters_.push_back(character.code);
            at += character.size;
        }
    }

    tl::expected<std::vector<Token>, Error> tokens() {
        auto result = until(0, 0);
        if (error_)
            return tl::unexpected(*error_);
        return result;
    }

  private:
    [[nodiscard]] bool more() const { return !error_ && index_ < characters_.size(); }
    [[nodiscard]] char32_t peek() const {
        return index_ < characters_.size() ? characters_[index_] : 0;
    }

    void fail(std::string code, std::vector<std::string> args) {
        if (!error_)
            error_ = Error{std::move(code), std::move(args), std::string(path_)};
    }

    std::vector<Token> until(char32_t end, int depth) {
        std::vector<Token> output;
        std::string text;
        const auto writeText = [&] {
            if (!text.empty())
                output.push_back({Token::Type::text, std::exchange(text, {}), {}});
        };
        if (depth > kDeepest)
            fail("route-too-many-combinations", {});
        while (more()) {
            const char32_t value = characters_[index_++];
            if (end != 0 && value == end) {
                writeText();
                return output;
            }
            if (value == ':' || value == '*') {
                writeText();
                output.push_back(
                    {value == ':' ? Token::Type::parameter : Token::Type::wildcard, name(), {}});
            } else if (value == '{') {
                writeText();
                output.push_back({Token::Type::group, {}, until('}', depth + 1)});
            } else {
                appendCharacter(text, value == '\\' ? escaped() : plain(value));
            }
        }
        if (end != 0)
            fail("route-unclosed", {});
        writeText();
        return output;
    }

    char32_t escaped() {
        if (index_ < characters_.size())
            return characters_[index_++];
        fail("route-bad-escape", {std::to_string(index_)});
        return 0;
    }

    char32_t plain(char32_t value) {
        if (value < 128 &&
            std::string_view("}()[]+?!").find(static_cast<char>(value)) != std::string_view::npos)
            fail("route-unexpected",
                 {std::string(1, static_cast<char>(value)), std::to_string(index_ - 1)});
        return value;
    }

    std::string name() {
        std::string result;
        if (more() && startsName(peek())) {
            do
                appendCharacter(result, characters_[index_++]);
            while (more() && continuesName(peek()));
        } else if (peek() == '"') {
            result = quotedName();
        }
        if (result.empty())
            fail("route-no-name", {std::to_string(index_)});
        return result;
    }

    std::string quotedName() {
        const std::size_t start = index_++;
        std::string result;
        while (index_ < characters_.size()) {
            char32_t value = characters_[index_++];
            if (value == '"')
                return result;
            if (value == '\\') {
                if (index_ == characters_.size())
                    break;
                value = characters_[index_++];
            }
            appendCharacter(result, value);
        }
        fail("route-unterminated-quote", {std::to_string(start)});
        return result;
    }

    std::string_view path_;
    std::vector<char32_t> characters_;
    std::size_t index_ = 0;
    std::optional<Error> error_;
};

using FlatTokens = std::vector<const Token*>;

/// What is still to be flattened after a group's own tokens.
struct Rest {
    const std::vector<Token>* tokens;
    std::size_t index;
    const Rest* after;
};

/// path-to-regexp's `flatten`: each group once with and once without its tokens, as flat lists.
void flatten(const Rest& rest, FlatTokens& flat, std::vector<FlatTokens>& lists) {
    if (lists.size() > kMostCombinations)
        return;
    const std::size_t before = flat.size();
    for (std::size_t i = rest.index; i < rest.tokens->size(); ++i) {
        const Token& token = (*rest.tokens)[i];
        if (token.type != Token::Type::group) {
            flat.push_back(&token);
            continue;
        }
        const Rest outer{rest.tokens, i + 1, rest.after};
        flatten({&token.tokens, 0, &outer}, flat, lists);
        flatten(outer, flat, lists);
        flat.resize(before);
        return;
    }
    if (rest.after != nullptr)
        flatten(*rest.after, flat, lists);
    else
        lists.push_back(flat);
    flat.resize(before);
}

/// path-to-regexp's `negate`: one character that begins neither text.
std::string negated(std::string_view a, std::string_view b) {
    if (characterCount(b) > characterCount(a))
        return negated(b, a);
    if (a == b)
        b = {};
    if (characterCount(b) > 1)
        return fmt::format("(?:(?!{}|{})[^])", escapedForRegex(a), escapedForRegex(b));
    if (characterCount(a) > 1)
        return fmt::format("(?:(?!{})[^{}])", escapedForRegex(a), escapedForRegex(b));
    return fmt::format("[^{}{}]", escapedForRegex(a), escapedForRegex(b));
}

/// path-to-regexp's `toRegExpSource` for one flat list of tokens.
class FlatSource {
  public:
    FlatSource(const FlatTokens& tokens, const ExpressOptions& options, PatternSource& source)
        : tokens_(tokens), delimiter_(options.delimiter), decode_(options.decode), source_(source) {
    }

    /// The name of the parameter that stands without a text right after another, if one does.
    std::optional<std::string> write() {
        for (index_ = 0; index_ < tokens_.size();) {
            const Token& token = *tokens_[index_++];
            if (token.type == Token::Type::text) {
                writeText(token.text);
                continue;
            }
            if (previous_ != 0 && backtrack_.empty())
                return token.text;
            if (token.type == Token::Type::parameter)
                writeParameter(token.text);
            else
                writeWildcard(token.text);
            backtrack_.clear();
        }
        return std::nullopt;
    }

  private:
    static constexpr unsigned kParameter = 1;
    static constexpr unsigned kWildcard = 2;

    void writeText(const std::string& text) {
        source_.regex += escapedForRegex(text);
        backtrack_ += text;
        if (previous_ == kWildcard)
            wildcardBacktrack_ += text;
        if (text.find(delimiter_) != std::string::npos)
            seenInSegment_ = 0;
    }

    void writeParameter(const std::string& name) {
        std::string group;
        if ((seenInSegment_ & kWildcard) != 0)
            group = negated(delimiter_, backtrack_) + "+";
        else if (wildcardFollowsInSegment())
            group = negated(delimiter_, followingText()) + "+";
        else if ((seenInSegment_ & kParameter) != 0)
            group = negated(delimiter_, backtrack_) + "+|" + escapedForRegex(backtrack_);
        else
            group = negated(delimiter_, "") + "+";
        add(name, group, PatternParameter::Value::decodedText);
        previous_ = kParameter;
        seenInSegment_ |= kParameter;
    }

    void writeWildcard(const std::string& name) {
        std::string group = "[^]+";
        if ((seenInSegment_ & kWildcard) != 0)
            group = negated(backtrack_, "") + "+";
        else if (!wildcardBacktrack_.empty())
            group = negated(wildcardBacktrack_, "") + "+|" + negated(delimiter_, "") + "+";
        add(name, group, PatternParameter::Value::decodedList);
        wildcardBacktrack_.clear();
        previous_ = kWildcard;
        seenInSegment_ |= kWildcard;
    }

    void add(const std::string& name, const std::string& group, PatternParameter::Value value) {
        PatternParameter parameter;
        parameter.name = name;
        parameter.value = decode_ ? value : PatternParameter::Value::text;
        source_.regex += "(" + group + ")";
        source_.parameters.push_back(std::move(parameter));
    }

    [[nodiscard]] bool wildcardFollowsInSegment() const {
        for (std::size_t i = index_; i < tokens_.size(); ++i) {
            if (tokens_[i]->type == Token::Type::wildcard)
                return true;
            if (tokens_[i]->type == Token::Type::text &&
                tokens_[i]->text.find(delimiter_) != std::string::npos)
                return false;
        }
        return false;
    }

    [[nodiscard]] std::string followingText() const {
        std::string text;
        for (std::size_t i = index_; i < tokens_.size() && tokens_[i]->type == Token::Type::text;
             ++i)
            text += tokens_[i]->text;
        return text;
    }

    const FlatTokens& tokens_;
    std::string delimiter_;
    bool decode_;
    PatternSource& source_;
    std::size_t index_ = 0;
    std::string backtrack_;
    std::string wildcardBacktrack_;
    unsigned previous_ = 0;
    unsigned seenInSegment_ = 0;
};

} // namespace

PatternSourceResult readExpressPattern(const std::vector<std::string>& texts,
                                       const ExpressOptions& options) {
    PatternSource source;
    source.options = {LinearRegex::Flavour::javaScript, !options.sensitive};
    source.delimiter = options.delimiter;
    source.regex = "^(?:";
    std::size_t combinations = 0;
    for (const std::string& text : texts) {
        const auto tokens = Tokenizer(text).tokens();
        if (!tokens)
            return tl::unexpected(tokens.error());
        std::vector<FlatTokens> lists;
        FlatTokens flat;
        flatten({&*tokens, 0, nullptr}, flat, lists);
        for (const FlatTokens& list : lists) {
            if (combinations >= kMostCombinations)
                return tl::unexpected(Error{"route-too-many-combinations", {}, text});
            source.regex += combinations > 0 ? "|" : "";
            if (const auto name = FlatSource(list, options, source).write())
                return tl::unexpected(Error{"route-missing-text", {*name}, text});
            ++combinations;
        }
    }
    source.regex += ")";
    const std::string delimiter = escapedForRegex(options.delimiter);
    if (options.trailing)
        source.regex += fmt::format("(?:{}$)?", delimiter);
    source.regex += options.end ? "$" : fmt::format("(?={}|$)", delimiter);
    return source;
}

} // namespace roundtrip
