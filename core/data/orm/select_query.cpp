#include "core/data/orm/select_query.h"

#include "core/data/orm/filter_builder.h"
#include "core/data/orm/syntax.h"
#include "core/data/orm/value.h"
#include "core/kernel/quantity.h"

#include <algorithm>

namespace roundtrip::orm {

namespace {

Field typeOnly(FieldType type, const std::string& name = {}) {
    Field field;
    field.name = name;
    field.type = type;
    field.null = true;
    return field;
}

/// A value's own type, as Django guesses it for Value(...).
Field typeOf(const nlohmann::json& value) {
    if (value.is_boolean()) {
        return typeOnly(FieldType::boolean);
    }
    if (value.is_number_integer()) {
        return typeOnly(FieldType::integer);
    }
    return typeOnly(value.is_number() ? FieldType::real : FieldType::text);
}

bool isInteger(FieldType type) {
    return type == FieldType::integer || type == FieldType::bigInteger ||
           type == FieldType::foreignKey || type == FieldType::oneToOne;
}

/// What Django makes of two numbers of different types; nothing when it refuses.
std::optional<FieldType> combined(FieldType left, FieldType right) {
    if (isInteger(left) && isInteger(right)) {
        return FieldType::integer;
    }
    if (left == right) {
        return left;
    }
    const FieldType other = isInteger(left) ? right : left;
    const bool hasInteger = isInteger(left) || isInteger(right);
    const bool isNumber = other == FieldType::real || other == FieldType::decimal;
    return hasInteger && isNumber ? std::optional(other) : std::nullopt;
}

Field aggregateType(const std::string& function, const SqlPtr& source) {
    if (function == "Count" || source == nullptr) {
        return typeOnly(FieldType::integer);
    }
    Field field = source->field;
    if (function == "Avg" && field.type != FieldType::decimal) {
        return typeOnly(FieldType::real);
    }
    if (isInteger(field.type)) {
        field.type = field.type == FieldType::bigInteger ? field.type : FieldType::integer;
    }
    field.null = true;
    return field;
}

} // namespace

SelectQuery::SelectQuery(const Schema& ofSchema, const Model& ofModel)
    : schema(ofSchema), model(ofModel), joins(ofModel) {}

Error SelectQuery::unknownField(const std::string& name, const Model& in,
                                std::size_t column) const {
    std::vector<std::string> names = schema.namesIn(in);
    for (const auto& [known, expression] : annotations) {
        names.push_back(known);
    }
    return {"orm-unknown-field", {name, in.name, nearestWord(name, names)}, columnText(column)};
}

SqlPtr SelectQuery::annotation(const std::string& name) const {
    const auto found =
        std::ranges::find(annotations, name, &decltype(annotations)::value_type::first);
    return found == annotations.end() ? nullptr : found->second;
}

tl::expected<void, Error> SelectQuery::addFilter(const Condition& condition, bool negated) {
    return FilterBuilder(*this).add(condition, negated);
}

tl::expected<SqlPtr, Error> SelectQuery::columnAt(const std::string& path, std::size_t place) {
    auto resolved = resolvePath(schema, model, path, place);
    if (!resolved) {
        return tl::unexpected(unknownField(resolved.error().args.front(), model, place));
    }
    if (!resolved->rest.empty()) {
        return tl::unexpected(
            unknownField(resolved->rest.front(), *resolved->model, resolved->restColumn));
    }
    auto tables = joins.follow(resolved->steps, joins.useBase(), nullptr);
    return JoinTree::trim(*resolved, std::move(tables)).column;
}

tl::expected<SqlPtr, Error> SelectQuery::resolve(const Scalar& scalar, bool mayJoin,
                                                 Aliases* reusable, bool isSummary) {
    switch (scalar.kind) {
    case Scalar::Kind::field:
        return resolveReference(scalar, mayJoin, reusable, isSummary);
    case Scalar::Kind::aggregate:
        return resolveAggregate(scalar, isSummary);
    case Scalar::Kind::arithmetic:
        return resolveArithmetic(scalar, mayJoin, reusable, isSummary);
    case Scalar::Kind::list:
        return tl::unexpected(Error{"orm-bad-value", {"", "[]", ""}, columnText(scalar.column)});
    default:
        break;
    }
    auto parameter = parameterFor(scalar, nullptr);
    if (!parameter) {
        return tl::unexpected(parameter.error());
    }
    SqlExpression value;
    value.kind = SqlExpression::Kind::parameter;
    value.field = typeOf(scalar.constant);
    if (scalar.kind == Scalar::Kind::placeholder) {
        value.field = typeOnly(FieldType::integer);
    }
    value.parameter = *std::move(parameter);
    return std::make_shared<const SqlExpression>(std::move(value));
}

tl::expected<SqlPtr, Error> SelectQuery::resolveReference(const Scalar& scalar, bool mayJoin,
                                                          Aliases* reusable, bool isSummary) {
    if (SqlPtr known = annotation(scalar.name)) {
        if (!isSummary) {
            return known;
        }
        SqlExpression reference;
        reference.kind = SqlExpression::Kind::reference;
        reference.name = scalar.name;
        reference.field = known->field;
        reference.referred = known;
        return std::make_shared<const SqlExpression>(std::move(reference));
    }
    const std::size_t place = scalar.column;
    auto resolved = resolvePath(schema, model, scalar.name, place);
    if (!resolved || !resolved->rest.empty()) {
        return tl::unexpected(
            resolved ? unknownField(resolved->rest.front(), *resolved->model, resolved->restColumn)
                     : unknownField(resolved.error().args.front(), model, place));
    }
    auto found =
        JoinTree::trim(*resolved, joins.follow(resolved->steps, joins.useBase(), reusable));
    if (!mayJoin && found.joins.size() > 1) {
        return tl::unexpected(Error{"orm-joined-field", {scalar.name}, columnText(place)});
    }
    if (reusable != nullptr) {
        for (const AliasPtr& alias : found.joins) {
            reusable->insert(alias.get());
        }
    }
    return found.column;
}

tl::expected<SqlPtr, Error> SelectQuery::resolveAggregate(const Scalar& scalar, bool isSummary) {
    SqlExpression aggregate;
    aggregate.kind = SqlExpression::Kind::aggregate;
    aggregate.name = scalar.name;
    aggregate.distinct = scalar.distinct;
    for (const Scalar& operand : scalar.operands) {
        auto source = resolve(operand, true, nullptr, isSummary);
        if (!source) {
            return source;
        }
        if ((*source)->hasAggregate() && !isSummary) {
            return tl::unexpected(
                Error{"orm-nested-aggregate", {scalar.name}, columnText(scalar.column)});
        }
        aggregate.operands.push_back(*std::move(source));
    }
    aggregate.field = aggregateType(
        scalar.name, aggregate.operands.empty() ? nullptr : aggregate.operands.front());
    if (scalar.filter != nullptr) {
        auto filter = FilterBuilder(*this).forAggregate(*scalar.filter);
        if (!filter) {
            return tl::unexpected(filter.error());
        }
        aggregate.filter = *std::move(filter);
    }
    return std::make_shared<const SqlExpression>(std::move(aggregate));
}

tl::expected<SqlPtr, Error> SelectQuery::resolveArithmetic(const Scalar& scalar, bool mayJoin,
                                                           Aliases* reusable, bool isSummary) {
    SqlExpression whole;
    whole.kind = SqlExpression::Kind::arithmetic;
    whole.name = scalar.name;
    for (const Scalar& operand : scalar.operands) {
        auto part = resolve(operand, mayJoin, reusable, isSummary);
        if (!part) {
            return part;
        }
        whole.operands.push_back(*std::move(part));
    }
    const FieldType left = whole.operands[0]->field.type;
    const FieldType right = whole.operands[1]->field.type;
    const auto type = combined(left, right);
    if (!type) {
        return tl::unexpected(Error{"orm-mixed-types",
                                    {std::string(nameOf(left)), std::string(nameOf(right))},
                                    columnText(scalar.column)});
    }
    whole.field = typeOnly(*type);
    return std::make_shared<const SqlExpression>(std::move(whole));
}

tl::expected<void, Error> SelectQuery::annotate(const Assignment& assignment, bool isSummary) {
    auto resolved = resolve(assignment.value, true, nullptr, isSummary);
    if (!resolved) {
        return tl::unexpected(resolved.error());
    }
    std::erase_if(annotations, [&](const auto& known) { return known.first == assignment.name; });
    annotations.emplace_back(assignment.name, *std::move(resolved));
    return {};
}

void SelectQuery::groupFor(const std::string& name, bool hasValues) {
    const SqlPtr added = annotation(name);
    if (added == nullptr || !added->hasAggregate()) {
        return;
    }
    isGrouped = true;
    if (!hasValues) {
        groupsByModel = true;
        return;
    }
    groupBy.clear();
    groupsByModel = false;
    for (const SelectedColumn& column : selected) {
        groupBy.push_back(column.expression);
    }
    for (const auto& [known, expression] : annotations) {
        groupBy.push_back(expression);
    }
}

void SelectQuery::selectModel() {
    for (const Field& field : model.fields) {
        if (field.hasColumn()) {
            selected.push_back({columnOf(joins.useBase(), field), ""});
        }
    }
}

tl::expected<void, Error> SelectQuery::selectValues(const std::vector<FieldName>& names) {
    if (groupsByModel) {
        groupsByModel = false;
        selected.clear();
        selectModel();
        for (const SelectedColumn& column : selected) {
            groupBy.push_back(column.expression);
        }
        for (const auto& [known, expression] : annotations) {
            const bool isShown =
                names.empty() || std::ranges::find(names, known, &FieldName::path) != names.end();
            if (isShown) {
                groupBy.push_back(expression);
            }
        }
    }
    selected.clear();
    if (names.empty()) {
        for (const Field& field : model.fields) {
            if (field.hasColumn()) {
                selected.push_back({columnOf(joins.useBase(), field), field.column()});
            }
        }
    }
    for (const FieldName& name : names) {
        if (annotation(name.path) != nullptr) {
            continue;
        }
        auto column = columnAt(name.path, name.column);
        if (!column) {
            return tl::unexpected(column.error());
        }
        selected.push_back({*std::move(column), name.path});
    }
    return {};
}

tl::expected<void, Error> SelectQuery::orderBy(const std::vector<FieldName>& names, bool reversed) {
    order.clear();
    for (const FieldName& name : names) {
        const bool isFalling = name.path.starts_with('-');
        const std::string path = name.path.substr(isFalling ? 1 : 0);
        if (const SqlPtr known = annotation(path)) {
            order.push_back({known, isFalling != reversed});
            continue;
        }
        auto column = columnAt(path, name.column + (isFalling ? 1 : 0));
        if (!column) {
            return tl::unexpected(column.error());
        }
        order.push_back({*std::move(column), isFalling != reversed});
    }
    return {};
}

} // namespace roundtrip::orm
