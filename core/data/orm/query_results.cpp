#include "core/data/orm/query_compiler.h"
#include "core/data/orm/syntax.h"
#include "core/kernel/quantity.h"

#include <algorithm>

namespace roundtrip::orm {

namespace {

constexpr int kDeepestRelated = 5; ///< select_related() without names goes no further

ResultColumn shown(const SqlPtr& expression, std::string name, std::string key) {
    ResultColumn column{std::move(name), std::move(key), expression->field};
    column.isStored = expression->kind == SqlExpression::Kind::column;
    column.isCount =
        expression->kind == SqlExpression::Kind::aggregate && expression->name == "Count";
    return column;
}

/// The names that may stand in select_related.
std::vector<std::string> relationsOf(const Schema& schema, const Model& model) {
    std::vector<std::string> names;
    for (const Field& field : model.fields) {
        if (field.isRelation() && field.hasColumn()) {
            names.push_back(field.name);
        }
    }
    for (const ReverseRelation& relation : schema.relationsTo(model)) {
        if (relation.field->isUnique() && !relation.model->isJoinTable) {
            names.push_back(reverseQueryName(relation));
        }
    }
    return names;
}

} // namespace

void QueryCompiler::selectAnnotations(ObjectShape& shape) {
    for (const auto& [name, expression] : query_.annotations) {
        if (std::ranges::find(shownAnnotations_, name) != shownAnnotations_.end()) {
            query_.selected.push_back({expression, name});
            shape.columns.push_back(shown(expression, name, name));
        }
    }
}

/// The columns in the order in which values_list was given them.
void QueryCompiler::selectFields() {
    ObjectShape& shape = compiled_.shape;
    for (const SelectedColumn& column : query_.selected) {
        shape.columns.push_back(shown(column.expression, column.name, column.name));
    }
    selectAnnotations(shape);
    std::vector<ResultColumn> ordered;
    for (const FieldName& name : valueNames_) {
        const auto column = std::ranges::find(shape.columns, name.path, &ResultColumn::key);
        if (column != shape.columns.end()) {
            ordered.push_back(std::move(*column));
            shape.columns.erase(column);
        }
    }
    std::ranges::move(shape.columns, std::back_inserter(ordered));
    shape.columns = std::move(ordered);
}

QueryCompiler::Done QueryCompiler::selectObjects() {
    ObjectShape& shape = compiled_.shape;
    query_.selected.clear();
    query_.selectModel();
    for (const SelectedColumn& column : query_.selected) {
        shape.columns.push_back(
            shown(column.expression, column.expression->name, column.expression->name));
    }
    selectAnnotations(shape);
    return selectOthers(shape, query_.joins.base(), "", wanted_, 1);
}

QueryCompiler::Done QueryCompiler::selectOthers(ObjectShape& shape, const AliasPtr& table,
                                                const std::string& prefix, const Wanted& wanted,
                                                int depth) {
    const std::vector<std::string> known = relationsOf(query_.schema, *shape.model);
    for (const auto& [name, next] : wanted.related) {
        if (std::ranges::find(known, name) == known.end()) {
            return tl::unexpected(Error{
                "orm-not-a-relation", {name, nearestWord(name, known)}, columnText(next.column)});
        }
    }
    for (const std::string& name : known) {
        const auto next = wanted.related.find(name);
        const Field* field = shape.model->field(name);
        const bool isTaken = wantsAllRelated_
                                 ? field != nullptr && !field->null && depth <= kDeepestRelated
                                 : next != wanted.related.end();
        if (!isTaken) {
            continue;
        }
        const Wanted none;
        auto done = selectOther(shape, table, name, prefix + name + "__",
                                next == wanted.related.end() ? none : next->second, depth + 1);
        if (!done) {
            return done;
        }
    }
    return {};
}

QueryCompiler::Done QueryCompiler::selectOther(ObjectShape& shape, const AliasPtr& table,
                                               const std::string& name, const std::string& prefix,
                                               const Wanted& wanted, int depth) {
    const auto path = resolvePath(query_.schema, *shape.model, name, wanted.column);
    if (!path) {
        return tl::unexpected(path.error());
    }
    const AliasPtr other = query_.joins.follow(path->steps, table, nullptr).back();
    ObjectShape related;
    related.model = path->model;
    related.relation = name;
    for (const Field& field : path->model->fields) {
        if (field.hasColumn()) {
            const SqlPtr column = columnOf(other, field);
            const std::string key = field.column();
            query_.selected.push_back({column, prefix + key});
            related.columns.push_back(shown(column, prefix + key, key));
        }
    }
    if (auto done = selectOthers(related, other, prefix, wanted, depth); !done) {
        return done;
    }
    shape.related.push_back(std::move(related));
    return {};
}

QueryCompiler::Done QueryCompiler::aggregate(const QueryStep& step) {
    const bool hasAnnotations = !query_.annotations.empty();
    std::vector<SelectedColumn> columns;
    for (const Assignment& assignment : step.assignments) {
        for (const Scalar& operand : assignment.value.operands) {
            const bool isEarlier =
                std::ranges::find(columns, operand.name, &SelectedColumn::name) != columns.end();
            const bool isHidden =
                query_.annotation(operand.name) != nullptr &&
                std::ranges::find(shownAnnotations_, operand.name) == shownAnnotations_.end();
            if (operand.kind == Scalar::Kind::field && isHidden) {
                return tl::unexpected(
                    Error{"orm-hidden-annotation", {operand.name}, columnText(operand.column)});
            }
            if (operand.kind == Scalar::Kind::field && isEarlier) {
                return tl::unexpected(
                    Error{"orm-nested-aggregate", {operand.name}, columnText(operand.column)});
            }
        }
        auto resolved = query_.resolve(assignment.value, true, nullptr, true);
        if (!resolved) {
            return tl::unexpected(resolved.error());
        }
        if (!(*resolved)->hasAggregate()) {
            return tl::unexpected(
                Error{"orm-not-aggregate", {assignment.name}, columnText(assignment.column)});
        }
        columns.push_back({*std::move(resolved), assignment.name});
        compiled_.shape.columns.push_back(
            shown(columns.back().expression, assignment.name, assignment.name));
    }
    if (columns.empty()) {
        return {};
    }
    if (hasAnnotations || isSliced_ || query_.isDistinct || !query_.groupBy.empty()) {
        return aggregateOver(std::move(columns));
    }
    query_.selected = std::move(columns);
    write();
    return {};
}

QueryCompiler::Done QueryCompiler::aggregateOver(std::vector<SelectedColumn> columns) {
    if (!hasValues_) {
        query_.selected.clear();
        if (query_.isDistinct) {
            query_.selectModel();
        } else if (query_.isGrouped) {
            query_.groupsByModel = false;
            query_.groupBy = {columnOf(query_.joins.base(), query_.model.primaryKey())};
        }
    }
    ObjectShape unused;
    selectAnnotations(unused);
    std::vector<SelectedColumn> moved;
    for (SelectedColumn& column : columns) {
        column.expression = moveColumns(column.expression, moved);
    }
    std::ranges::move(moved, std::back_inserter(query_.selected));
    if (query_.selected.empty()) {
        query_.selected.push_back({columnOf(query_.joins.base(), query_.model.primaryKey()), ""});
    }
    if (isSliced_) {
        if (auto done = sort(); !done) {
            return done;
        }
    }
    applyWindow();
    SqlWriter writer;
    compiled_.statement.asksNothing = !writer.selectFrom(query_, columns);
    compiled_.statement.sql = std::move(writer.text);
    compiled_.statement.parameters = std::move(writer.parameters);
    return {};
}

/// The expression over the subquery's result: columns are selected inside and referred to.
SqlPtr QueryCompiler::moveColumns(const SqlPtr& expression, std::vector<SelectedColumn>& inner) {
    if (expression->kind == SqlExpression::Kind::column) {
        inner.push_back({expression, "__col" + std::to_string(inner.size() + 1)});
        SqlExpression reference;
        reference.kind = SqlExpression::Kind::reference;
        reference.name = inner.back().name;
        reference.field = expression->field;
        return std::make_shared<const SqlExpression>(std::move(reference));
    }
    SqlExpression moved = *expression;
    for (SqlPtr& operand : moved.operands) {
        operand = moveColumns(operand, inner);
    }
    if (moved.filter != nullptr) {
        moved.filter = moveColumns(moved.filter, inner);
    }
    return std::make_shared<const SqlExpression>(std::move(moved));
}

WherePtr QueryCompiler::moveColumns(const WherePtr& where, std::vector<SelectedColumn>& inner) {
    Where moved = *where;
    if (moved.left != nullptr) {
        moved.left = moveColumns(moved.left, inner);
    }
    for (SqlPtr& value : moved.values) {
        value = moveColumns(value, inner);
    }
    for (WherePtr& child : moved.children) {
        child = moveColumns(child, inner);
    }
    return std::make_shared<const Where>(std::move(moved));
}

} // namespace roundtrip::orm
