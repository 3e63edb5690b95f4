#include "core/web/regex_syntax.h"

#include "core/kernel/utf8.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace roundtrip {

namespace {

using Kind = RegexNode::Kind;
using Ranges = std::vector<std::pair<char32_t, char32_t>>;

constexpr int kDeepest = 40; // groups within groups
constexpr int kMostRepeats = 1000;
constexpr char32_t kLast = 0x10FFFF;

const Ranges& rangesOf(char letter) {
    static const Ranges kDigits{{'0', '9'}};
    static const Ranges kWord{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
    static const Ranges kSpace{{'\t', '\r'}, {' ', ' '}};
    static const Ranges kNoDigits{{0, '/'}, {':', kLast}};
    static const Ranges kNoWord{{0, '/'}, {':', '@'}, {'[', '^'}, {'`', '`'}, {'{', kLast}};
    static const Ranges kNoSpace{{0, 8}, {14, 31}, {33, kLast}};
    static const Ranges kNone;
    switch (letter) {
    case 'd':
        return kDigits;
    case 'w':
        return kWord;
    case 's':
        return kSpace;
    case 'D':
        return kNoDigits;
    case 'W':
        return kNoWord;
    case 'S':
        return kNoSpace;
    default:
        return kNone;
    }
}

std::optional<char32_t> controlCharacter(char letter) {
    switch (letter) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'f':
        return '\f';
    case 'v':
        return '\v';
    default:
        return std::nullopt;
    }
}

bool isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isQuantifier(char c) {
    return c == '*' || c == '+' || c == '?';
}

class Parser {
  public:
    Parser(std::string_view text, LinearRegex::Flavour flavour) : text_(text), flavour_(flavour) {}

    tl::expected<RegexTree, Error> parse() {
        RegexNode root = alternatives(0);
        if (!error_ && at_ < text_.size())
            fail("unbalanced )");
        if (error_)
            return tl::unexpected(*error_);
        return RegexTree{std::move(root), std::move(groupNames_)};
    }

  private:
    [[nodiscard]] bool more() const { return !error_ && at_ < text_.size(); }
    [[nodiscard]] bool startsWith(std::string_view word) const {
        return text_.substr(at_).starts_with(word);
    }
    bool take(std::string_view word) {
        const bool there = startsWith(word);
        at_ += there ? word.size() : 0;
        return there;
    }

    RegexNode fail(std::string what) {
        if (!error_)
            error_ =
                Error{"regex-syntax", {std::move(what), std::to_string(at_)}, std::string(text_)};
        return {};
    }
    RegexNode unsupported(std::string what) {
        if (!error_)
            error_ = Error{"regex-unsupported", {std::move(what)}, std::string(text_)};
        return {};
    }

    RegexNode alternatives(int depth) {
        if (depth > kDeepest)
            return fail("too deep");
        RegexNode node;
        node.kind = Kind::alternatives;
        node.children.push_back(sequence(depth));
        while (more() && take("|"))
            node.children.push_back(sequence(depth));
        return node.children.size() == 1 ? std::move(node.children.front()) : std::move(node);
    }

    RegexNode sequence(int depth) {
        RegexNode node;
        node.kind = Kind::sequence;
        while (more() && text_[at_] != '|' && text_[at_] != ')')
            node.children.push_back(quantified(atom(depth)));
        return node;
    }

    RegexNode quantified(RegexNode atom) {
        while (more()) {
            const auto bounds = quantifier();
            if (!bounds)
                return atom;
            if (atom.kind == Kind::repeat)
                return fail("multiple repeat");
            RegexNode repeat;
            repeat.kind = Kind::repeat;
            std::tie(repeat.least, repeat.most) = *bounds;
            repeat.lazy = take("?");
            if (startsWith("+"))
                return unsupported("possessive quantifier");
            repeat.children.push_back(std::move(atom));
            atom = std::move(repeat);
        }
        return atom;
    }

    std::optional<std::pair<int, int>> quantifier() {
        if (take("*"))
            return std::pair{0, RegexNode::kUnbounded};
        if (take("+"))
            return std::pair{1, RegexNode::kUnbounded};
        if (take("?"))
            return std::pair{0, 1};
        return startsWith("{") ? counted() : std::nullopt;
    }

    /// "{3}", "{3,}", "{,3}" or "{3,5}"; any other brace is a literal.
    std::optional<std::pair<int, int>> counted() {
        const auto close = text_.find('}', at_);
        if (close == std::string_view::npos)
            return std::nullopt;
        const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
        const auto comma = inside.find(',');
        const std::string_view low = inside.substr(0, comma);
        const std::string_view high =
            comma == std::string_view::npos ? low : inside.substr(comma + 1);
        const auto digits = [](std::string_view part) {
            return part.find_first_not_of("0123456789") == std::string_view::npos;
        };
        if (!digits(low) || !digits(high) || (low.empty() && high.empty()))
            return std::nullopt;
        const int least = low.empty() ? 0 : bounded(low);
        const int most = high.empty() ? RegexNode::kUnbounded : bounded(high);
        if (most < least || least > kMostRepeats ||
            (most > kMostRepeats && most != RegexNode::kUnbounded)) {
            fail("bad repeat");
            return std::nullopt;
        }
        at_ = close + 1;
        return std::pair{least, most};
    }

    static int bounded(std::string_view digits) {
        int value = 0;
        for (const char digit : digits)
            value = std::min(value * 10 + (digit - '0'), kMostRepeats + 1);
        return value;
    }

    RegexNode atom(int depth) {
        const char c = text_[at_];
        if (c == '(')
            return group(depth);
        if (c == '[')
            return set();
        if (c == '\\')
            return escape();
        if (isQuantifier(c))
            return fail("nothing to repeat");
        RegexNode node;
        if (c == '.' || c == '^' || c == '$') {
            ++at_;
            const bool script = flavour_ == LinearRegex::Flavour::javaScript;
            node.kind = c == '.'   ? Kind::any
                        : c == '^' ? Kind::begin
                        : script   ? Kind::end
                                   : Kind::endOrNewline;
            return node;
        }
        node.kind = Kind::character;
        node.code = nextCharacter();
        return node;
    }

    char32_t nextCharacter() {
        const Utf8Character character = characterAt(text_, at_);
        at_ += character.size;
        return character.code;
    }

    RegexNode group(int depth) {
        ++at_;
        RegexNode node;
        node.kind = Kind::sequence;
        if (take("?=")) {
            node.kind = Kind::ahead;
        } else if (take("?!")) {
            node.kind = Kind::notAhead;
        } else if (!take("?:")) {
            std::string name;
            if (startsWith("?") && !groupName(name))
                return unsupported("(" + std::string(text_.substr(at_, 3)));
            node.kind = Kind::group;
            node.number = groupNames_.size();
            groupNames_.push_back(name);
        }
        node.children.push_back(alternatives(depth + 1));
        if (!error_ && !take(")"))
            return fail("missing )");
        return node;
    }

    bool groupName(std::string& name) {
        const std::string_view rest = text_.substr(at_);
        const std::size_t skip = rest.starts_with("?P<") ? 3 : rest.starts_with("?<") ? 2 : 0;
        const auto close = rest.find('>');
        if (skip == 0 || close == std::string_view::npos)
            return false;
        name = rest.substr(skip, close - skip);
        const bool word = !name.empty() && std::ranges::all_of(name, [](char c) {
            return isLetterOrDigit(c) || c == '_';
        }) && (name[0] < '0' || name[0] > '9');
        if (word && std::ranges::find(groupNames_, name) != groupNames_.end())
            fail("group twice");
        at_ += close + 1;
        return word;
    }

    RegexNode escape() {
        if (at_ + 1 >= text_.size())
            return fail("escape at the end");
        const char letter = text_[at_ + 1];
        RegexNode node;
        if (letter == 'A' || letter == 'Z' || letter == 'z') {
            at_ += 2;
            node.kind = letter == 'A' ? Kind::begin : Kind::end;
            return node;
        }
        if (const Ranges& ranges = rangesOf(letter); !ranges.empty()) {
            at_ += 2;
            node.kind = Kind::set;
            node.ranges = ranges;
            return node;
        }
        node.kind = Kind::character;
        node.code = escapedCharacter();
        return node;
    }

    char32_t escapedCharacter() {
        ++at_;
        const char letter = text_[at_];
        if (const auto control = controlCharacter(letter)) {
            ++at_;
            return *control;
        }
        if (isLetterOrDigit(letter)) {
            unsupported(std::string("\\") + letter);
            return 0;
        }
        return nextCharacter();
    }

    RegexNode set() {
        ++at_;
        RegexNode node;
        node.kind = Kind::set;
        node.negated = take("^");
        const bool script = flavour_ == LinearRegex::Flavour::javaScript;
        for (bool first = !script; more(); first = false) {
            if (!first && take("]"))
                return node;
            setMember(node.ranges);
        }
        return fail("missing ]");
    }

    void setMember(Ranges& ranges) {
        if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
            if (const Ranges& known = rangesOf(text_[at_ + 1]); !known.empty()) {
                at_ += 2;
                ranges.insert(ranges.end(), known.begin(), known.end());
                return;
            }
        }
        const char32_t first = setCharacter();
        const bool range = at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']';
        if (!range) {
            ranges.emplace_back(first, first);
            return;
        }
        ++at_;
        const char32_t last = setCharacter();
        if (last < first)
            fail("bad range");
        ranges.emplace_back(first, last);
    }

    char32_t setCharacter() {
        if (text_[at_] != '\\')
            return nextCharacter();
        if (at_ + 1 < text_.size())
            return escapedCharacter();
        fail("escape at the end");
        ++at_;
        return 0;
    }

    std::string_view text_;
    LinearRegex::Flavour flavour_;
    std::size_t at_ = 0;
    std::vector<std::string> groupNames_;
    std::optional<Error> error_;
};

} // namespace

tl::expected<RegexTree, Error> parseRegex(std::string_view pattern, LinearRegex::Flavour flavour) {
    return Parser(pattern, flavour).parse();
}

} // namespace roundtrip
