#include "core/data/orm/filter_builder.h"

#include "core/data/orm/syntax.h"
#include "core/data/orm/words.h"
#include "core/kernel/quantity.h"

#include <algorithm>
#include <ranges>
#include <set>
#include <span>
#include <utility>

namespace roundtrip::orm {

namespace {

const std::set<std::string, std::less<>> kRelationLookups{"exact",  "gt", "gte", "in",
                                                          "isnull", "lt", "lte"};

Pattern patternOf(std::string_view lookup) {
    if (lookup == "iexact") {
        return Pattern::whole;
    }
    const std::string_view plain = lookup.starts_with('i') ? lookup.substr(1) : lookup;
    if (plain == "contains") {
        return Pattern::contains;
    }
    if (plain == "startswith") {
        return Pattern::startsWith;
    }
    return plain == "endswith" ? Pattern::endsWith : Pattern::none;
}

std::shared_ptr<Where> nullTest(const SqlPtr& column, bool isNull) {
    auto test = std::make_shared<Where>();
    test->kind = Where::Kind::lookup;
    test->left = column;
    test->lookup = "isnull";
    test->isNull = isNull;
    return test;
}

WherePtr equal(const SqlPtr& left, const SqlPtr& right) {
    auto test = std::make_shared<Where>();
    test->kind = Where::Kind::lookup;
    test->left = left;
    test->lookup = "exact";
    test->values = {right};
    return test;
}

/// In SQL, NULL != 1 is unknown; in Python it is true. So NOT (x = 1 AND x IS NOT NULL).
void addNullTests(Where& where, bool mayBeNull) {
    const Where& test = *where.children.front();
    if (mayBeNull) {
        where.children.push_back(nullTest(test.left, false));
    }
    const SqlPtr value = test.values.empty() ? nullptr : test.values.front();
    if (value != nullptr && value->kind == SqlExpression::Kind::column && value->field.null) {
        where.children.push_back(nullTest(value, false));
    }
}

Where::Kind kindOf(const Condition& condition) {
    return condition.kind == Condition::Kind::any ? Where::Kind::any : Where::Kind::all;
}

bool isNone(const Scalar& value) {
    return value.kind == Scalar::Kind::constant && value.constant.is_null();
}

/// Whether the same constant is among the values; `in` asks for each once.
bool holds(const std::vector<SqlPtr>& values, const SqlExpression& value) {
    const auto constant = [](const SqlExpression& one) {
        return boundValue(one.parameter, one.parameter.constant);
    };
    const auto isConstant = [](const SqlExpression& one) {
        return one.kind == SqlExpression::Kind::parameter && one.parameter.placeholder.empty();
    };
    return isConstant(value) && std::ranges::any_of(values, [&](const SqlPtr& other) {
               return isConstant(*other) && constant(*other) == constant(value);
           });
}

SqlPtr parameterExpression(Parameter parameter, const Field& type) {
    SqlExpression value;
    value.kind = SqlExpression::Kind::parameter;
    value.parameter = std::move(parameter);
    value.field = type;
    return std::make_shared<const SqlExpression>(std::move(value));
}

} // namespace

const std::vector<std::string>& lookupNames() {
    static const std::vector<std::string> names{
        "exact",       "iexact",   "contains",  "icontains", "startswith",
        "istartswith", "endswith", "iendswith", "gt",        "gte",
        "lt",          "lte",      "in",        "range",     "isnull"};
    return names;
}

tl::expected<void, Error> FilterBuilder::add(const Condition& condition, bool negated) {
    if (condition.children.empty()) {
        return {};
    }
    const Aliases alreadyInner = query_.joins.innerJoins();
    Condition whole = condition;
    whole.negated = negated;
    Aliases used;
    auto built = group(whole, {.reusable = &used});
    if (!built) {
        return tl::unexpected(built.error());
    }
    query_.where->children.push_back(built->where);
    JoinTree::demote(alreadyInner);
    return {};
}

tl::expected<WherePtr, Error> FilterBuilder::forAggregate(const Condition& condition) {
    Condition whole;
    whole.children.push_back(condition);
    auto built = group(whole, {.splits = false});
    if (!built) {
        return tl::unexpected(built.error());
    }
    query_.joins.promote(built->innerJoins);
    return built->where;
}

tl::expected<FilterBuilder::Built, Error> FilterBuilder::group(const Condition& condition,
                                                               Branch branch) {
    branch.isNegated = branch.isNegated != condition.negated;
    branch.isNegatedAbove = branch.isNegatedAbove || condition.negated;
    auto where = std::make_shared<Where>();
    where->kind = kindOf(condition);
    where->negated = condition.negated;
    std::map<TableAlias*, std::size_t> votes;
    for (const Condition& child : condition.children) {
        auto built =
            child.kind == Condition::Kind::lookup ? single(child, branch) : group(child, branch);
        if (!built) {
            return built;
        }
        for (TableAlias* alias : built->innerJoins) {
            ++votes[alias];
        }
        if (built->where != nullptr) {
            where->children.push_back(std::move(built->where));
        }
    }
    Built result{std::move(where), {}};
    promote(votes, condition, branch.isNegated, result.innerJoins);
    return result;
}

void FilterBuilder::promote(const std::map<TableAlias*, std::size_t>& votes,
                            const Condition& condition, bool isNegated, Aliases& inner) {
    // NOT (a AND b) is treated like (a OR b).
    const bool isAny = (condition.kind == Condition::Kind::any) != isNegated;
    Aliases outer;
    for (const auto& [alias, count] : votes) {
        const bool isNeededByAll = count == condition.children.size();
        (isAny && !isNeededByAll ? outer : inner).insert(alias);
    }
    query_.joins.promote(outer);
    JoinTree::demote(inner);
}

tl::expected<FilterBuilder::Lookup, Error> FilterBuilder::lookupOf(const ResolvedPath& path) const {
    if (path.rest.empty()) {
        return Lookup{};
    }
    const std::string& name = path.rest.front();
    const bool isKnown = path.rest.size() == 1 &&
                         std::ranges::find(lookupNames(), name) != lookupNames().end() &&
                         (!path.endsInRelation || kRelationLookups.contains(name));
    if (isKnown) {
        return Lookup{name, path.restColumn};
    }
    std::vector<std::string> near = lookupNames();
    if (path.endsInRelation) {
        near.assign(kRelationLookups.begin(), kRelationLookups.end());
        std::ranges::copy(query_.schema.namesIn(*path.model), std::back_inserter(near));
    }
    return tl::unexpected(
        Error{"orm-unknown-lookup",
              {name, path.names.empty() ? "" : path.names.back(), nearestWord(name, near)},
              columnText(path.restColumn)});
}

tl::expected<FilterBuilder::Built, Error> FilterBuilder::onAnnotation(const Condition& condition,
                                                                      const std::string& name,
                                                                      const SqlPtr& annotation,
                                                                      const Branch& branch) {
    ResolvedPath path;
    path.names = {name};
    if (condition.path.size() > name.size()) {
        path.rest = splitLookup(condition.path.substr(name.size() + 2));
    }
    path.restColumn = condition.column + name.size() + 2;
    path.model = &query_.model;
    const auto lookup = lookupOf(path);
    if (!lookup) {
        return tl::unexpected(lookup.error());
    }
    if (auto used = resolveValue(condition.value, branch); !used) {
        return tl::unexpected(used.error());
    }
    auto where = comparison(annotation, *lookup, condition.value);
    if (!where) {
        return tl::unexpected(where.error());
    }
    return Built{*std::move(where), {}};
}

SqlPtr FilterBuilder::resolvedValue(const Scalar& value) const {
    return (outer_ == nullptr ? resolved_ : *outer_).at(&value);
}

tl::expected<Aliases, Error> FilterBuilder::resolveValue(const Scalar& value,
                                                         const Branch& branch) {
    std::map<TableAlias*, int> before;
    for (const AliasPtr& alias : query_.joins.aliases()) {
        before[alias.get()] = alias->uses;
    }
    std::vector<const Scalar*> parts{&value};
    if (value.kind == Scalar::Kind::list) {
        parts.clear();
        std::ranges::transform(value.operands, std::back_inserter(parts),
                               [](const Scalar& part) { return &part; });
    }
    for (const Scalar* part : parts) {
        if (part->kind == Scalar::Kind::constant || part->kind == Scalar::Kind::placeholder) {
            continue;
        }
        if (outer_ != nullptr) {
            continue;
        }
        auto resolved = query_.resolve(*part, true, branch.reusable);
        if (!resolved) {
            return tl::unexpected(resolved.error());
        }
        resolved_[part] = *std::move(resolved);
    }
    Aliases used;
    for (const AliasPtr& alias : query_.joins.aliases()) {
        if (alias->uses > before[alias.get()]) {
            used.insert(alias.get());
        }
    }
    return used;
}

std::optional<std::string> FilterBuilder::annotationIn(const std::string& path) const {
    for (auto at = path.find("__");; at = path.find("__", at + 2)) {
        std::string name = path.substr(0, at);
        if (query_.annotation(name) != nullptr) {
            return name;
        }
        if (at == std::string::npos) {
            return std::nullopt;
        }
    }
}

tl::expected<FilterBuilder::Built, Error> FilterBuilder::single(const Condition& condition,
                                                                const Branch& branch) {
    if (const auto name = annotationIn(condition.path)) {
        return onAnnotation(condition, *name, query_.annotation(*name), branch);
    }
    auto path = resolvePath(query_.schema, query_.model, condition.path, condition.column);
    if (!path) {
        return tl::unexpected(query_.unknownField(splitLookup(condition.path).front(), query_.model,
                                                  condition.column));
    }
    const auto lookup = lookupOf(*path);
    if (!lookup) {
        return tl::unexpected(lookup.error());
    }
    auto used = resolveValue(condition.value, branch);
    if (!used) {
        return tl::unexpected(used.error());
    }
    const bool hasMany = std::ranges::any_of(path->steps, &PathStep::isMany);
    if (hasMany && branch.isNegatedAbove && branch.splits) {
        return splitExclude(condition, *path, branch);
    }
    const AliasPtr base = query_.joins.useBase();
    auto joins = query_.joins.follow(path->steps, base, branch.reusable);
    lookupJoins_ = joins;
    Built built;
    built.innerJoins = *std::move(used);
    for (const AliasPtr& alias : joins) {
        built.innerJoins.insert(alias.get());
    }
    JoinTree::End end = JoinTree::trim(*path, std::move(joins));
    for (const AliasPtr& alias : end.joins) {
        if (branch.reusable != nullptr) {
            branch.reusable->insert(alias.get());
        }
    }
    auto test = comparison(end.column, *lookup, condition.value);
    if (!test) {
        return tl::unexpected(test.error());
    }
    const bool isNullTest = (*test)->lookup == "isnull";
    const bool asksForNull = isNullTest && (*test)->isNull;
    auto where = std::make_shared<Where>();
    where->children.push_back(*test);
    if (branch.isNegated && !isNullTest) {
        addNullTests(*where, end.column->field.null || end.joins.back()->isOuter);
    }
    built.where = std::move(where);
    if (asksForNull != branch.isNegated) {
        built.innerJoins.clear(); // a row that is missing may fulfil it
    }
    return built;
}

tl::expected<std::shared_ptr<Where>, Error>
FilterBuilder::comparison(SqlPtr left, const Lookup& lookup, const Scalar& value) {
    const std::string place = columnText(value.column);
    if (isNone(value)) {
        if (lookup.name != "exact" && lookup.name != "iexact") {
            return tl::unexpected(Error{"orm-null-value", {lookup.name}, place});
        }
        return nullTest(left, true);
    }
    if (lookup.name == "isnull") {
        if (value.kind != Scalar::Kind::constant || !value.constant.is_boolean()) {
            return tl::unexpected(
                Error{"orm-bad-value", {"isnull", value.constant.dump(), "boolean"}, place});
        }
        return nullTest(left, value.constant.get<bool>());
    }
    auto values = valuesFor(left, lookup, value);
    if (!values) {
        return tl::unexpected(values.error());
    }
    auto test = std::make_shared<Where>();
    test->kind = Where::Kind::lookup;
    test->left = std::move(left);
    test->lookup = lookup.name;
    test->values = *std::move(values);
    return test;
}

tl::expected<std::vector<SqlPtr>, Error>
FilterBuilder::valuesFor(const SqlPtr& left, const Lookup& lookup, const Scalar& value) {
    const bool takesList = lookup.name == "in" || lookup.name == "range";
    const bool isList = value.kind == Scalar::Kind::list;
    const bool isPlaceholder = value.kind == Scalar::Kind::placeholder;
    const bool isPair = lookup.name != "range" || !isList || value.operands.size() == 2;
    if ((takesList && !isList && !isPlaceholder) || (!takesList && isList) || !isPair) {
        const std::string expected = lookup.name == "range" ? "pair" : takesList ? "list" : "value";
        return tl::unexpected(Error{"orm-bad-value",
                                    {lookup.name, value.constant.dump(), expected},
                                    columnText(value.column)});
    }
    std::vector<SqlPtr> values;
    const std::span<const Scalar> elements =
        isList ? std::span(value.operands) : std::span(&value, 1);
    for (const Scalar& element : elements) {
        if (isList && isNone(element)) {
            continue; // as in Django, x IN (NULL) finds nothing and is left out
        }
        auto resolved = valueFor(left, lookup, element);
        if (!resolved) {
            return tl::unexpected(resolved.error());
        }
        if (lookup.name != "in" || !holds(values, **resolved)) {
            values.push_back(*std::move(resolved));
        }
    }
    return values;
}

tl::expected<SqlPtr, Error> FilterBuilder::valueFor(const SqlPtr& left, const Lookup& lookup,
                                                    const Scalar& value) {
    const bool isValue =
        value.kind == Scalar::Kind::constant || value.kind == Scalar::Kind::placeholder;
    if (!isValue) {
        return resolvedValue(value);
    }
    auto parameter = parameterFor(value, &left->field);
    const bool isInteger =
        left->field.type == FieldType::integer || left->field.type == FieldType::bigInteger;
    const Pattern pattern = patternOf(lookup.name);
    if (pattern != Pattern::none) {
        parameter = parameterFor(value, nullptr); // the field's type does not matter to LIKE
    }
    if (!parameter) {
        return tl::unexpected(parameter.error());
    }
    parameter->pattern = pattern;
    parameter->roundUp = isInteger && (lookup.name == "gte" || lookup.name == "lt");
    parameter->isList =
        value.kind == Scalar::Kind::placeholder && (lookup.name == "in" || lookup.name == "range");
    return parameterExpression(*std::move(parameter), left->field);
}

/// The outer query's table of that name, when other conditions of the same call use it too.
AliasPtr FilterBuilder::sharedTable(const std::string& name, const Branch& branch) const {
    for (const AliasPtr& alias : query_.joins.aliases()) {
        const bool isReusable =
            branch.reusable != nullptr && branch.reusable->contains(alias.get());
        if (isReusable && alias->name == name) {
            return alias;
        }
    }
    return nullptr;
}

tl::expected<FilterBuilder::Built, Error> FilterBuilder::splitExclude(const Condition& condition,
                                                                      const ResolvedPath& path,
                                                                      const Branch& branch) {
    auto inner = std::make_shared<SelectQuery>(query_.schema, query_.model);
    FilterBuilder builder(*inner);
    if (condition.value.kind == Scalar::Kind::field) {
        builder.outer_ = &resolved_; // the outer query's field; arithmetic is the inner one's
    }
    Aliases used;
    const Branch plain{.reusable = &used};
    auto built = builder.single(condition, plain);
    if (!built) {
        return built;
    }
    inner->where->children.push_back(built->where);
    JoinTree::demote(built->innerJoins);
    const Start start = trimStart(path, builder.lookupJoins_);
    if (const AliasPtr table = sharedTable(start.column->alias->name, branch)) {
        const Field key{.name = "id", .isPrimaryKey = true};
        inner->where->children.push_back(
            equal(columnOf(start.column->alias, key), columnOf(table, key)));
    }
    auto outerColumn = query_.columnAt(start.outerPath, condition.column);
    if (!outerColumn) {
        return tl::unexpected(outerColumn.error());
    }
    inner->where->children.push_back(equal(start.column, *outerColumn));
    inner->joins.renameForSubquery("U");
    auto exists = std::make_shared<Where>();
    exists->kind = Where::Kind::exists;
    exists->subquery = inner;
    auto where = std::make_shared<Where>();
    where->children.push_back(exists);
    if (start.mayBeNull) {
        auto either = std::make_shared<Where>();
        either->kind = Where::Kind::any;
        either->children = {where, nullTest(*outerColumn, true)};
        return Built{either, {}};
    }
    return Built{where, {}};
}

FilterBuilder::Start FilterBuilder::trimStart(const ResolvedPath& path,
                                              const std::vector<AliasPtr>& lookupJoins) {
    Start start;
    std::size_t trimmed = 0;
    for (; !path.steps[trimmed].isMany; ++trimmed) {
        start.mayBeNull = start.mayBeNull || lookupJoins[trimmed + 1]->isOuter;
        --lookupJoins[trimmed]->uses;
    }
    const Field& key = *path.steps[trimmed].key;
    std::size_t left = trimmed;
    for (std::size_t name = 0; name < path.names.size() && path.stepsOfName[name] <= left; ++name) {
        start.outerPath += path.names[name] + "__";
        left -= path.stepsOfName[name];
    }
    start.outerPath += "id";
    const AliasPtr& first = lookupJoins[trimmed + 1];
    if (first->isOuter) {
        start.column = columnOf(lookupJoins[trimmed], Field{.name = "id", .isPrimaryKey = true});
    } else {
        start.column = columnOf(first, key);
        --lookupJoins[trimmed]->uses;
    }
    return start;
}

} // namespace roundtrip::orm
