#include "core/kernel/text.h"
#include "core/web/pattern_source.h"
#include "core/web/template_nodes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace roundtrip {

namespace {

constexpr std::string_view kSpace = " \t\r\v\f";

using Words = std::vector<std::string_view>;

struct Token {
    enum class Kind { text, variable, tag };
    Kind kind = Kind::text;
    std::string_view text;
    std::size_t line = 1;
};

/// Where the tag that opens at `open` ends, on its own line; npos when it is only text.
std::size_t endOfTag(std::string_view source, std::size_t open) {
    if (open + 1 >= source.size())
        return std::string_view::npos;
    const char mark = source[open + 1];
    if (mark != '%' && mark != '{' && mark != '#')
        return std::string_view::npos;
    const std::array<char, 2> closing{mark == '{' ? '}' : mark, '}'};
    const auto close = source.find(std::string_view(closing.data(), 2), open + 2);
    const auto newline = source.find('\n', open);
    return close == std::string_view::npos || newline < close ? std::string_view::npos : close + 2;
}

std::vector<Token> tokenize(std::string_view source) {
    std::vector<Token> tokens;
    std::size_t line = 1;
    std::size_t textStart = 0;
    const auto endText = [&](std::size_t end) {
        const std::string_view text = source.substr(textStart, end - textStart);
        if (!text.empty())
            tokens.push_back({Token::Kind::text, text, line});
        line += static_cast<std::size_t>(std::ranges::count(text, '\n'));
    };
    for (auto open = source.find('{'); open != std::string_view::npos;) {
        const std::size_t end = endOfTag(source, open);
        if (end == std::string_view::npos) {
            open = source.find('{', open + 1);
            continue;
        }
        endText(open);
        const std::string_view inside = trimmed(source.substr(open + 2, end - open - 4), kSpace);
        if (source[open + 1] != '#')
            tokens.push_back(
                {source[open + 1] == '%' ? Token::Kind::tag : Token::Kind::variable, inside, line});
        textStart = end;
        open = source.find('{', end);
    }
    endText(source.size());
    return tokens;
}

class TemplateParser {
  public:
    TemplateParser(std::string_view name, std::string_view source) : tokens_(tokenize(source)) {
        parsed_.name = name;
    }

    tl::expected<ParsedTemplate, Error> parse() {
        parsed_.nodes = nodesUntil({}, {});
        if (error_)
            return tl::unexpected(*error_);
        return std::move(parsed_);
    }

  private:
    void fail(std::string code, std::vector<std::string> args) {
        if (!error_)
            error_ =
                Error{std::move(code), std::move(args), fmt::format("{}:{}", parsed_.name, line_)};
    }
    void badTag(const Words& words) { fail("template-bad-tag", {std::string(words[0])}); }

    /// Takes the error of a part, and tells where it is.
    template <class T>
    T taken(tl::expected<T, Error> result) {
        if (result)
            return std::move(*result);
        fail(result.error().code, result.error().args);
        return {};
    }

    /// Reads up to one of the tags in `ends`, which the caller finds in `end_`.
    TemplateNodes nodesUntil(const Words& ends, std::string_view opener) {
        TemplateNodes nodes;
        const std::size_t openerLine = line_;
        if (++depth_ > Template::kDeepest)
            fail("template-too-deep", {});
        while (!error_ && at_ < tokens_.size()) {
            const Token& token = tokens_[at_++];
            line_ = token.line;
            if (token.kind == Token::Kind::tag) {
                const Words words = splitTemplateTag(token.text);
                if (!words.empty() && std::ranges::find(ends, words[0]) != ends.end()) {
                    end_ = words;
                    --depth_;
                    return nodes;
                }
                addTag(words, nodes);
            } else if (token.kind == Token::Kind::text) {
                auto text = std::make_unique<TextNode>();
                text->text = token.text;
                nodes.push_back(std::move(text));
            } else {
                addVariable(token, nodes);
            }
        }
        --depth_;
        if (!ends.empty()) {
            line_ = openerLine;
            fail("template-unclosed", {std::string(opener)});
        }
        return nodes;
    }

    void addVariable(const Token& token, TemplateNodes& nodes) {
        if (token.text.empty()) {
            fail("template-empty-tag", {});
            return;
        }
        auto node = std::make_unique<VariableNode>();
        node->expression = taken(parseTemplateExpression(token.text));
        add(std::move(node), nodes);
    }

    void add(std::unique_ptr<TemplateNode> node, TemplateNodes& nodes) {
        node->line = line_;
        onlyText_ = false;
        nodes.push_back(std::move(node));
    }

    void addTag(const Words& words, TemplateNodes& nodes) {
        using Reader = std::unique_ptr<TemplateNode> (TemplateParser::*)(const Words&);
        static constexpr std::array<std::pair<std::string_view, Reader>, 8> kReaders{{
            {"autoescape", &TemplateParser::readAutoescape},
            {"block", &TemplateParser::readBlock},
            {"csrf_token", &TemplateParser::readCsrfToken},
            {"extends", &TemplateParser::readExtends},
            {"for", &TemplateParser::readFor},
            {"if", &TemplateParser::readIf},
            {"include", &TemplateParser::readInclude},
            {"with", &TemplateParser::readWith},
        }};
        if (words.empty()) {
            fail("template-empty-tag", {});
            return;
        }
        if (words[0] == "comment") {
            skipComment();
            return;
        }
        const auto* reader = std::ranges::find_if(
            kReaders, [&words](const auto& entry) { return entry.first == words[0]; });
        if (reader == kReaders.end()) {
            fail("template-unknown-tag", {std::string(words[0])});
            return;
        }
        const std::size_t line = line_;
        auto node = (this->*reader->second)(words);
        if (!node)
            return;
        line_ = line;
        add(std::move(node), nodes);
    }

    void skipComment() {
        while (at_ < tokens_.size()) {
            const Token& token = tokens_[at_++];
            if (token.kind == Token::Kind::tag && token.text == "endcomment")
                return;
        }
        fail("template-unclosed", {"comment"});
    }

    std::unique_ptr<TemplateNode> readCsrfToken(const Words&) {
        return std::make_unique<CsrfTokenNode>();
    }

    std::unique_ptr<TemplateNode> readAutoescape(const Words& words) {
        auto node = std::make_unique<AutoescapeNode>();
        if (words.size() != 2 || (words[1] != "on" && words[1] != "off"))
            badTag(words);
        else
            node->on = words[1] == "on";
        node->body = nodesUntil({"endautoescape"}, words[0]);
        return node;
    }

    std::unique_ptr<TemplateNode> readBlock(const Words& words) {
        auto node = std::make_unique<BlockNode>();
        if (words.size() != 2) {
            badTag(words);
            return node;
        }
        node->name = words[1];
        if (!parsed_.blocks.emplace(node->name, node.get()).second)
            fail("template-block-twice", {node->name});
        node->body = nodesUntil({"endblock"}, words[0]);
        if (end_.size() > 2 || (end_.size() == 2 && end_[1] != node->name))
            fail("template-unclosed", {"block"});
        return node;
    }

    std::unique_ptr<TemplateNode> readExtends(const Words& words) {
        auto node = std::make_unique<ExtendsNode>();
        if (words.size() != 2)
            badTag(words);
        else if (!onlyText_ || depth_ > 1)
            fail("template-extends-first", {});
        else
            node->parent = named(words[1]);
        parsed_.extends = node.get();
        node->body = nodesUntil({}, {});
        node->blocks = parsed_.blocks;
        return node;
    }

    TemplateExpression named(std::string_view word) {
        auto name = taken(parseTemplateExpression(word));
        if (name.operand.path.empty() && name.operand.constant.is_string())
            parsed_.references.push_back(name.operand.constant.get<std::string>());
        return name;
    }

    std::unique_ptr<TemplateNode> readFor(const Words& words) {
        auto node = std::make_unique<ForNode>();
        node->reversed = words.back() == "reversed";
        const std::size_t tail = node->reversed ? 3 : 2;
        if (words.size() < 4 || words.size() < tail + 2 || words[words.size() - tail] != "in") {
            badTag(words);
            return node;
        }
        std::string names;
        for (std::size_t i = 1; i < words.size() - tail; ++i)
            names += (i > 1 ? " " : "") + std::string(words[i]);
        for (std::size_t at = 0; at <= names.size();) {
            const auto comma = std::min(names.find(',', at), names.size());
            node->names.emplace_back(
                trimmed(std::string_view(names).substr(at, comma - at), kSpace));
            if (node->names.back().empty() ||
                node->names.back().find_first_of(" \"'|") != std::string::npos)
                badTag(words);
            at = comma + 1;
        }
        node->values = taken(parseTemplateExpression(words[words.size() - tail + 1]));
        node->body = nodesUntil({"empty", "endfor"}, words[0]);
        if (!end_.empty() && end_[0] == "empty")
            node->otherwise = nodesUntil({"endfor"}, words[0]);
        return node;
    }

    std::unique_ptr<TemplateNode> readIf(const Words& words) {
        auto node = std::make_unique<IfNode>();
        Words condition(words.begin() + 1, words.end());
        while (!error_) {
            IfNode::Branch branch;
            branch.condition = taken(parseTemplateCondition(condition));
            branch.nodes = nodesUntil({"elif", "else", "endif"}, words[0]);
            node->branches.push_back(std::move(branch));
            if (error_ || end_[0] == "endif")
                return node;
            if (end_[0] == "else")
                break;
            condition.assign(end_.begin() + 1, end_.end());
        }
        if (!error_)
            node->branches.push_back({std::nullopt, nodesUntil({"endif"}, words[0])});
        return node;
    }

    /// "a=b c=d", or "b as a" where that is allowed; stops at the first other word.
    TemplateAssignments assignments(const Words& words, std::size_t& at) {
        TemplateAssignments result;
        for (; at < words.size(); ++at) {
            const auto equals = words[at].find('=');
            const bool plain =
                equals != std::string_view::npos && isIdentifier(words[at].substr(0, equals));
            if (plain) {
                result.emplace_back(words[at].substr(0, equals),
                                    taken(parseTemplateExpression(words[at].substr(equals + 1))));
            } else if (at + 2 < words.size() && words[at + 1] == "as") {
                result.emplace_back(words[at + 2], taken(parseTemplateExpression(words[at])));
                at += at + 3 < words.size() && words[at + 3] == "and" ? 3 : 2;
            } else {
                break;
            }
        }
        return result;
    }

    std::unique_ptr<TemplateNode> readWith(const Words& words) {
        auto node = std::make_unique<WithNode>();
        std::size_t at = 1;
        node->assignments = assignments(words, at);
        if (node->assignments.empty() || at != words.size())
            badTag(words);
        node->body = nodesUntil({"endwith"}, words[0]);
        return node;
    }

    std::unique_ptr<TemplateNode> readInclude(const Words& words) {
        auto node = std::make_unique<IncludeNode>();
        if (words.size() < 2) {
            badTag(words);
            return node;
        }
        node->name = named(words[1]);
        for (std::size_t at = 2; at < words.size() && !error_;) {
            if (words[at] == "only" && !node->only) {
                node->only = true;
                ++at;
            } else if (words[at] == "with" && node->assignments.empty()) {
                node->assignments = assignments(words, ++at);
                if (node->assignments.empty())
                    badTag(words);
            } else {
                badTag(words);
            }
        }
        return node;
    }

    std::vector<Token> tokens_;
    ParsedTemplate parsed_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    int depth_ = 0;
    bool onlyText_ = true;
    Words end_;
    std::optional<Error> error_;
};

} // namespace

tl::expected<ParsedTemplate, Error> parseTemplateSource(std::string_view name,
                                                        std::string_view source) {
    return TemplateParser(name, source).parse();
}

} // namespace roundtrip
