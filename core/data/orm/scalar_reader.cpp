#include "core/data/orm/scalar_reader.h"

#include "core/kernel/quantity.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace roundtrip::orm {

namespace {

using Node = SyntaxNode;
using Read = tl::expected<Scalar, Error>;

constexpr std::array<std::string_view, 8> kFunctions{"Avg", "Count", "F", "Max",
                                                     "Min", "Sum",   "Q", "Value"};

tl::unexpected<Error> fail(const Node& node, std::string code, std::vector<std::string> args) {
    return tl::unexpected(Error{std::move(code), std::move(args), columnText(node.column)});
}

Scalar scalar(const Node& node, Scalar::Kind kind, std::string name = {}) {
    Scalar made;
    made.kind = kind;
    made.name = std::move(name);
    made.column = node.column;
    return made;
}

/// A field named by a text; its place is behind the quote.
Scalar fieldAt(const Node& text, const std::string& path) {
    Scalar field = scalar(text, Scalar::Kind::field, path);
    ++field.column;
    return field;
}

bool isCallOf(const Node& node, std::string_view name) {
    return node.kind == Node::Kind::call && node.children.front().kind == Node::Kind::name &&
           node.children.front().text == name;
}

/// The only argument of a function such as F("age"), when it is a text.
std::optional<std::string> onlyText(const Node& call) {
    return call.children.size() == 2 ? readText(call.children[1]) : std::nullopt;
}

/// The options `distinct=True` and `filter=Q(...)` of an aggregate.
tl::expected<void, Error> readOption(const Node& option, Scalar& aggregate) {
    const Node& value = option.children.front();
    if (option.text == "distinct" && value.value.is_boolean()) {
        aggregate.distinct = value.value.get<bool>();
        return {};
    }
    if (option.text == "filter") {
        auto condition = readCondition(value);
        if (!condition) {
            return tl::unexpected(condition.error());
        }
        aggregate.filter = std::make_shared<const Condition>(*std::move(condition));
        return {};
    }
    return fail(option, "orm-bad-argument", {aggregate.name});
}

Read readAggregate(const Node& call, const std::string& function) {
    Scalar aggregate = scalar(call, Scalar::Kind::aggregate, function);
    bool hasSource = false;
    for (std::size_t i = 1; i < call.children.size(); ++i) {
        const Node& argument = call.children[i];
        if (argument.kind == Node::Kind::keyword) {
            if (auto option = readOption(argument, aggregate); !option) {
                return tl::unexpected(option.error());
            }
            continue;
        }
        if (hasSource) {
            return fail(argument, "orm-bad-argument", {function});
        }
        hasSource = true;
        const auto text = readText(argument);
        if (text && *text == "*" && function == "Count") {
            continue;
        }
        auto source = text ? Read(fieldAt(argument, *text)) : readScalar(argument);
        if (!source) {
            return source;
        }
        aggregate.operands.push_back(*std::move(source));
    }
    if (!hasSource) {
        return fail(call, "orm-bad-argument", {function});
    }
    return aggregate;
}

Read readFunction(const Node& call) {
    const Node& callee = call.children.front();
    const bool isKnown = callee.kind == Node::Kind::name &&
                         std::ranges::find(kFunctions, callee.text) != kFunctions.end();
    if (!isKnown || callee.text == "Q") {
        return fail(callee, "orm-unknown-function",
                    {callee.text, nearestWord(callee.text, kFunctions)});
    }
    if (callee.text == "F") {
        const auto name = onlyText(call);
        if (!name) {
            return fail(call, "orm-bad-argument", {"F"});
        }
        return fieldAt(call.children[1], *name);
    }
    if (callee.text == "Value") {
        if (call.children.size() != 2) {
            return fail(call, "orm-bad-argument", {"Value"});
        }
        return readScalar(call.children[1]);
    }
    return readAggregate(call, callee.text);
}

Read readOperands(const Node& node, Scalar whole) {
    for (const Node& child : node.children) {
        auto operand = readScalar(child);
        if (!operand) {
            return operand;
        }
        whole.operands.push_back(*std::move(operand));
    }
    return whole;
}

/// -F("x") is F("x") * -1, as in Django.
Read readNegation(const Node& node) {
    auto operand = readScalar(node.children.front());
    if (!operand) {
        return operand;
    }
    Scalar minusOne = scalar(node, Scalar::Kind::constant);
    minusOne.constant = -1;
    Scalar product = scalar(node, Scalar::Kind::arithmetic, "*");
    product.operands = {*std::move(operand), std::move(minusOne)};
    return product;
}

/// Joins two conditions as Django's Q does: what has the same connector, or one part only, is not
/// nested.
void addChild(Condition& whole, Condition part) {
    const bool isGroup = part.kind != Condition::Kind::lookup;
    if (isGroup && !part.negated && (part.kind == whole.kind || part.children.size() == 1)) {
        std::ranges::move(part.children, std::back_inserter(whole.children));
    } else {
        whole.children.push_back(std::move(part));
    }
}

tl::expected<Condition, Error> readJoined(const Node& node) {
    auto left = readCondition(node.children[0]);
    auto right = readCondition(node.children[1]);
    if (!left || !right) {
        return left ? right : left;
    }
    if (right->children.empty() || left->children.empty()) {
        return right->children.empty() ? left : right;
    }
    Condition whole;
    whole.kind = node.text == "|" ? Condition::Kind::any : Condition::Kind::all;
    whole.column = node.column;
    addChild(whole, *std::move(left));
    addChild(whole, *std::move(right));
    return whole;
}

tl::expected<Condition, Error> readQ(const Node& call) {
    Condition whole;
    whole.column = call.column;
    for (std::size_t i = 1; i < call.children.size(); ++i) {
        auto child = readCondition(call.children[i]);
        if (!child) {
            return child;
        }
        whole.children.push_back(*std::move(child));
    }
    sortLookups(whole);
    return whole;
}

tl::expected<Condition, Error> readLookup(const Node& keyword) {
    auto value = readScalar(keyword.children.front());
    if (!value) {
        return tl::unexpected(value.error());
    }
    Condition lookup;
    lookup.kind = Condition::Kind::lookup;
    lookup.path = keyword.text;
    lookup.value = *std::move(value);
    lookup.column = keyword.column;
    return lookup;
}

} // namespace

std::optional<std::string> readText(const Node& node) {
    if (node.kind != Node::Kind::constant || !node.value.is_string()) {
        return std::nullopt;
    }
    return node.value.get<std::string>();
}

std::optional<std::string> readOrdering(const Node& node) {
    if (isCallOf(node, "F")) {
        return onlyText(node);
    }
    const bool isMethod = node.kind == Node::Kind::call && node.children.size() == 1 &&
                          node.children.front().kind == Node::Kind::attribute;
    if (!isMethod) {
        return readText(node);
    }
    const Node& method = node.children.front();
    const auto path =
        isCallOf(method.children.front(), "F") ? onlyText(method.children.front()) : std::nullopt;
    if (!path || (method.text != "asc" && method.text != "desc")) {
        return std::nullopt;
    }
    return (method.text == "desc" ? "-" : "") + *path;
}

Read readScalar(const Node& node) {
    switch (node.kind) {
    case Node::Kind::constant: {
        Scalar constant = scalar(node, Scalar::Kind::constant);
        constant.constant = node.value;
        return constant;
    }
    case Node::Kind::placeholder:
        return scalar(node, Scalar::Kind::placeholder, node.text);
    case Node::Kind::list:
        return readOperands(node, scalar(node, Scalar::Kind::list));
    case Node::Kind::call:
        return readFunction(node);
    case Node::Kind::unary:
        if (node.text == "-") {
            return readNegation(node);
        }
        break;
    case Node::Kind::binary:
        if (node.text != "|" && node.text != "&") {
            return readOperands(node, scalar(node, Scalar::Kind::arithmetic, node.text));
        }
        break;
    default:
        break;
    }
    return fail(node, "orm-syntax", {node.text});
}

tl::expected<Condition, Error> readCondition(const Node& node) {
    if (node.kind == Node::Kind::keyword) {
        return readLookup(node);
    }
    if (isCallOf(node, "Q")) {
        return readQ(node);
    }
    if (node.kind == Node::Kind::binary && (node.text == "|" || node.text == "&")) {
        return readJoined(node);
    }
    if (node.kind == Node::Kind::unary && node.text == "~") {
        auto inner = readCondition(node.children.front());
        if (!inner) {
            return inner;
        }
        Condition whole;
        whole.column = node.column;
        addChild(whole, *std::move(inner));
        whole.negated = true;
        return whole;
    }
    return fail(node, "orm-bad-argument", {"Q"});
}

tl::expected<std::optional<Scalar>, Error> readBound(const Node& node) {
    if (node.kind == Node::Kind::constant && node.value.is_null()) {
        return std::nullopt;
    }
    auto bound = readScalar(node);
    if (!bound) {
        return tl::unexpected(bound.error());
    }
    if (bound->kind == Scalar::Kind::placeholder) {
        return *std::move(bound);
    }
    if (bound->kind != Scalar::Kind::constant || !bound->constant.is_number_integer()) {
        return fail(node, "orm-bad-argument", {"[]"});
    }
    if (bound->constant < 0) {
        return fail(node, "orm-negative-index", {});
    }
    return *std::move(bound);
}

void sortLookups(Condition& condition) {
    std::vector<Condition> groups;
    std::vector<Condition> lookups;
    for (Condition& part : condition.children) {
        (part.kind == Condition::Kind::lookup ? lookups : groups).push_back(std::move(part));
    }
    std::ranges::sort(lookups, {}, &Condition::path); // no path stands twice in one call
    std::ranges::move(lookups, std::back_inserter(groups));
    condition.children = std::move(groups);
}

} // namespace roundtrip::orm
