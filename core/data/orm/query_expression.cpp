#include "core/data/orm/query_expression.h"

#include "core/data/orm/scalar_reader.h"
#include "core/data/orm/syntax.h"
#include "core/data/orm/words.h"
#include "core/kernel/quantity.h"
#include "core/kernel/text.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace roundtrip::orm {

namespace {

using Kind = QueryStep::Kind;
using Done = tl::expected<void, Error>;

/// What a method takes.
enum class Takes { nothing, conditions, names, assignments, conditionsAndDefaults };

struct Method {
    std::string_view name;
    Kind kind;
    Takes takes;
    bool runs; ///< nothing can follow it
};

constexpr std::array<Method, 22> kMethods{{
    {"all", Kind::all, Takes::nothing, false},
    {"none", Kind::none, Takes::nothing, false},
    {"filter", Kind::filter, Takes::conditions, false},
    {"exclude", Kind::exclude, Takes::conditions, false},
    {"order_by", Kind::orderBy, Takes::names, false},
    {"reverse", Kind::reverse, Takes::nothing, false},
    {"distinct", Kind::distinct, Takes::nothing, false},
    {"values", Kind::values, Takes::names, false},
    {"values_list", Kind::valuesList, Takes::names, false},
    {"annotate", Kind::annotate, Takes::assignments, false},
    {"select_related", Kind::selectRelated, Takes::names, false},
    {"prefetch_related", Kind::prefetchRelated, Takes::names, false},
    {"get", Kind::get, Takes::conditions, true},
    {"first", Kind::first, Takes::nothing, true},
    {"last", Kind::last, Takes::nothing, true},
    {"count", Kind::count, Takes::nothing, true},
    {"exists", Kind::exists, Takes::nothing, true},
    {"aggregate", Kind::aggregate, Takes::assignments, true},
    {"create", Kind::create, Takes::assignments, true},
    {"get_or_create", Kind::getOrCreate, Takes::conditionsAndDefaults, true},
    {"update", Kind::update, Takes::assignments, true},
    {"delete", Kind::deleteAll, Takes::nothing, true},
}};

Error at(const SyntaxNode& node, std::string code, std::vector<std::string> args) {
    return {std::move(code), std::move(args), columnText(node.column)};
}

class StepReader {
  public:
    StepReader(const SyntaxNode& call, const Method& method, std::size_t column)
        : call_(call), method_(method) {
        step_.kind = method.kind;
        step_.column = column;
    }

    tl::expected<QueryStep, Error> read() {
        for (std::size_t i = 1; i < call_.children.size(); ++i) {
            const SyntaxNode& argument = call_.children[i];
            const bool isNamed = argument.kind == SyntaxNode::Kind::keyword;
            if (auto read = isNamed ? named(argument) : plain(argument); !read) {
                return tl::unexpected(read.error());
            }
        }
        sortLookups(step_.condition);
        return std::move(step_);
    }

  private:
    [[nodiscard]] tl::unexpected<Error> bad(const SyntaxNode& argument) const {
        return tl::unexpected(at(argument, "orm-bad-argument", {std::string(method_.name)}));
    }

    Done named(const SyntaxNode& argument) {
        switch (method_.takes) {
        case Takes::conditionsAndDefaults:
            if (argument.text == "defaults") {
                return defaults(argument.children.front());
            }
            return condition(argument);
        case Takes::conditions:
            return condition(argument);
        case Takes::assignments:
            return assignment(argument.text, argument, argument.children.front());
        default:
            if (method_.kind == Kind::valuesList && argument.text == "flat" &&
                argument.children.front().value.is_boolean()) {
                step_.flat = argument.children.front().value.get<bool>();
                return {};
            }
            return bad(argument);
        }
    }

    Done plain(const SyntaxNode& argument) {
        switch (method_.takes) {
        case Takes::conditions:
            return condition(argument);
        case Takes::names:
            return name(argument);
        case Takes::assignments:
            return unnamedAggregate(argument);
        default:
            return bad(argument);
        }
    }

    Done condition(const SyntaxNode& argument) {
        auto read = readCondition(argument);
        if (!read) {
            return tl::unexpected(read.error());
        }
        step_.condition.children.push_back(*std::move(read));
        return {};
    }

    Done name(const SyntaxNode& argument) {
        auto read = method_.kind == Kind::orderBy ? readOrdering(argument) : readText(argument);
        if (!read) {
            return bad(argument);
        }
        const bool isText = argument.kind == SyntaxNode::Kind::constant;
        step_.names.push_back({*std::move(read), argument.column + (isText ? 1 : 0)});
        return {};
    }

    Done assignment(const std::string& name, const SyntaxNode& place, const SyntaxNode& value) {
        auto read = readScalar(value);
        if (!read) {
            return tl::unexpected(read.error());
        }
        step_.assignments.push_back({name, *std::move(read), place.column});
        return {};
    }

    /// annotate(Count("books")) is called books__count.
    Done unnamedAggregate(const SyntaxNode& argument) {
        const bool mayBe = method_.kind == Kind::annotate || method_.kind == Kind::aggregate;
        auto read = readScalar(argument);
        if (!read) {
            return tl::unexpected(read.error());
        }
        const bool isNamed = read->kind == Scalar::Kind::aggregate && !read->operands.empty() &&
                             read->operands.front().kind == Scalar::Kind::field;
        if (!mayBe || !isNamed) {
            return bad(argument);
        }
        const std::string name = read->operands.front().name + "__" + lowered(read->name);
        step_.assignments.push_back({name, *std::move(read), argument.column});
        return {};
    }

    Done defaults(const SyntaxNode& dictionary) {
        if (dictionary.kind != SyntaxNode::Kind::dictionary) {
            return bad(dictionary);
        }
        for (std::size_t i = 0; i + 1 < dictionary.children.size(); i += 2) {
            const auto name = readText(dictionary.children[i]);
            if (!name) {
                return bad(dictionary.children[i]);
            }
            const auto& key = dictionary.children[i];
            if (auto read = assignment(*name, key, dictionary.children[i + 1]); !read) {
                return read;
            }
        }
        return {};
    }

    const SyntaxNode& call_;
    const Method& method_;
    QueryStep step_;
};

class QueryReader {
  public:
    tl::expected<QueryExpression, Error> read(const SyntaxNode& root) {
        if (auto done = chain(root); !done) {
            return tl::unexpected(done.error());
        }
        if (query_.steps.empty()) {
            return tl::unexpected(at(root, "orm-no-query", {}));
        }
        return std::move(query_);
    }

  private:
    /// Whether the node is the chain's beginning, `Model.objects`.
    bool start(const SyntaxNode& node) {
        if (node.kind != SyntaxNode::Kind::attribute || node.text != "objects" ||
            node.children.front().kind != SyntaxNode::Kind::name) {
            return false;
        }
        query_.model = node.children.front().text;
        query_.column = node.children.front().column;
        return true;
    }

    /// A chain is nested from its end to its beginning, as long as an expression may be.
    Done chain(const SyntaxNode& root) {
        std::vector<const SyntaxNode*> links;
        const SyntaxNode* node = &root;
        while (!start(*node)) {
            const bool isCall = node->kind == SyntaxNode::Kind::call &&
                                node->children.front().kind == SyntaxNode::Kind::attribute;
            const bool isSubscript =
                node->kind == SyntaxNode::Kind::slice || node->kind == SyntaxNode::Kind::index;
            if (!isCall && !isSubscript) {
                return tl::unexpected(at(*node, "orm-no-query", {}));
            }
            links.push_back(node);
            node = isCall ? &node->children.front().children.front() : &node->children.front();
        }
        for (const SyntaxNode* link : links | std::views::reverse) {
            auto done = link->kind == SyntaxNode::Kind::call ? call(*link) : subscript(*link);
            if (!done) {
                return done;
            }
        }
        return {};
    }

    Done call(const SyntaxNode& node) {
        const SyntaxNode& name = node.children.front();
        const auto method = std::ranges::find(kMethods, name.text, &Method::name);
        if (method == kMethods.end()) {
            std::vector<std::string_view> known;
            std::ranges::transform(kMethods, std::back_inserter(known), &Method::name);
            return tl::unexpected(
                at(name, "orm-unknown-method", {name.text, nearestWord(name.text, known)}));
        }
        if (isOver_) {
            return tl::unexpected(at(name, "orm-after-end", {name.text}));
        }
        if (method->kind == Kind::deleteAll && query_.steps.empty()) {
            return tl::unexpected(at(name, "orm-needs-all", {name.text}));
        }
        auto step = StepReader(node, *method, name.column).read();
        if (!step) {
            return tl::unexpected(step.error());
        }
        isOver_ = method->runs;
        query_.steps.push_back(*std::move(step));
        return {};
    }

    Done subscript(const SyntaxNode& node) {
        if (isOver_ || query_.steps.empty()) {
            const char* code = isOver_ ? "orm-after-end" : "orm-needs-all";
            return tl::unexpected(at(node, code, {"[]"}));
        }
        QueryStep step;
        step.kind = node.kind == SyntaxNode::Kind::index ? Kind::index : Kind::slice;
        step.column = node.column;
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            auto bound = readBound(node.children[i]);
            if (!bound) {
                return tl::unexpected(bound.error());
            }
            (i == 1 ? step.from : step.to) = *std::move(bound);
        }
        isOver_ = step.kind == Kind::index;
        query_.steps.push_back(std::move(step));
        return {};
    }

    QueryExpression query_;
    bool isOver_ = false;
};

} // namespace

tl::expected<QueryExpression, Error> parseQuery(std::string_view text) {
    const auto syntax = parseSyntax(text);
    if (!syntax) {
        return tl::unexpected(syntax.error());
    }
    return QueryReader().read(*syntax);
}

} // namespace roundtrip::orm
