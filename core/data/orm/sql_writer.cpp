#include "core/data/orm/sql_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace roundtrip::orm {

namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    return fmt::format("{}", fmt::join(parts, between));
}

/// The parts of a condition that concern rows, and those that concern groups.
std::pair<WherePtr, WherePtr> splitHaving(const WherePtr& where, bool isNegatedAbove) {
    if (!where->hasAggregate()) {
        return {where, nullptr};
    }
    const bool isNegated = where->negated != isNegatedAbove;
    const bool isAny = where->kind == Where::Kind::any;
    if (where->kind != Where::Kind::all && !isAny) {
        return {nullptr, where};
    }
    if (isNegated != isAny) {
        return {nullptr, where};
    }
    Where rows = *where;
    Where groups = *where;
    rows.children.clear();
    groups.children.clear();
    for (const WherePtr& child : where->children) {
        const auto [row, group] = splitHaving(child, isNegated);
        if (row != nullptr) {
            rows.children.push_back(row);
        }
        if (group != nullptr) {
            groups.children.push_back(group);
        }
    }
    return {rows.children.empty() ? nullptr : std::make_shared<const Where>(rows),
            groups.children.empty() ? nullptr : std::make_shared<const Where>(groups)};
}

} // namespace

std::string SqlWriter::parameter(const Parameter& given) {
    Parameter named = given;
    named.name = fmt::format("p{}", parameters.size() + 1);
    parameters.push_back(named);
    return ":" + named.name;
}

std::string SqlWriter::expression(const SqlExpression& expression) {
    switch (expression.kind) {
    case SqlExpression::Kind::column:
        return quotedName(expression.alias->name) + "." + quotedName(expression.name);
    case SqlExpression::Kind::parameter:
        return parameter(expression.parameter);
    case SqlExpression::Kind::aggregate:
        return aggregate(expression);
    case SqlExpression::Kind::reference:
        return quotedName(expression.name);
    default:
        break;
    }
    const std::string left = this->expression(*expression.operands[0]);
    const std::string right = this->expression(*expression.operands[1]);
    const std::string whole = fmt::format("({} {} {})", left, expression.name, right);
    const bool isDecimal = expression.field.type == FieldType::decimal;
    return isDecimal ? fmt::format("CAST({} AS NUMERIC)", whole) : whole;
}

std::string SqlWriter::selected(const SqlExpression& expression) {
    neverHolds_ = false;
    std::string sql = this->expression(expression);
    return std::exchange(neverHolds_, false) ? "0" : sql;
}

std::string SqlWriter::aggregate(const SqlExpression& expression) {
    static const std::map<std::string, std::string, std::less<>> functions{
        {"Count", "COUNT"}, {"Sum", "SUM"}, {"Avg", "AVG"}, {"Min", "MIN"}, {"Max", "MAX"}};
    const std::string source =
        expression.operands.empty() ? "*" : this->expression(*expression.operands.front());
    std::string sql = fmt::format("{}({}{})", functions.at(expression.name),
                                  expression.distinct ? "DISTINCT " : "", source);
    if (expression.filter != nullptr) {
        std::string filter;
        const Truth truth = condition(*expression.filter, filter);
        neverHolds_ = neverHolds_ || truth == Truth::never;
        sql += truth == Truth::sometimes ? fmt::format(" FILTER (WHERE {})", filter) : "";
    }
    const bool isDecimal = expression.field.type == FieldType::decimal;
    return isDecimal ? fmt::format("CAST({} AS NUMERIC)", sql) : sql;
}

SqlWriter::Truth SqlWriter::condition(const Where& where, std::string& sql) {
    if (where.kind == Where::Kind::lookup) {
        if (where.lookup == "in" && where.values.empty()) {
            return Truth::never;
        }
        neverHolds_ = false;
        sql = lookup(where);
        return std::exchange(neverHolds_, false) ? Truth::never : Truth::sometimes;
    }
    if (where.kind == Where::Kind::exists) {
        SqlWriter inner;
        inner.parameters = parameters;
        if (!inner.select(*where.subquery)) {
            return Truth::never;
        }
        parameters = std::move(inner.parameters);
        sql = fmt::format("EXISTS({})", inner.text);
        return Truth::sometimes;
    }
    return group(where, sql);
}

SqlWriter::Truth SqlWriter::group(const Where& where, std::string& sql) {
    const bool isAny = where.kind == Where::Kind::any;
    const Truth decisive = isAny ? Truth::always : Truth::never;
    std::vector<std::string> parts;
    Truth truth = Truth::sometimes;
    for (const WherePtr& child : where.children) {
        std::string part;
        const Truth childTruth = condition(*child, part);
        if (childTruth == decisive) {
            truth = decisive;
        } else if (childTruth == Truth::sometimes) {
            parts.push_back(std::move(part));
        }
    }
    if (truth == Truth::sometimes && parts.empty()) {
        truth = isAny && !where.children.empty() ? Truth::never : Truth::always;
    }
    if (truth != Truth::sometimes) {
        const bool isAlways = (truth == Truth::always) != where.negated;
        return isAlways ? Truth::always : Truth::never;
    }
    sql = joined(parts, isAny ? " OR " : " AND ");
    if (where.negated) {
        sql = fmt::format("NOT ({})", sql);
    } else if (parts.size() > 1) {
        sql = fmt::format("({})", sql);
    }
    return Truth::sometimes;
}

std::string SqlWriter::like(const Where& where, const std::string& left) {
    const SqlExpression& value = *where.values.front();
    if (value.kind == SqlExpression::Kind::parameter || where.lookup == "iexact") {
        return fmt::format("{} LIKE {} ESCAPE '\\'", left, expression(value));
    }
    const bool isAtStart = where.lookup.ends_with("startswith");
    const bool isAtEnd = where.lookup.ends_with("endswith");
    return fmt::format("{} LIKE {}REPLACE(REPLACE(REPLACE({}, '\\', '\\\\'), '%', '\\%'), '_', "
                       "'\\_'){} ESCAPE '\\'",
                       left, isAtStart ? "" : "'%' || ", expression(value),
                       isAtEnd ? "" : " || '%'");
}

std::string SqlWriter::list(const Where& where) {
    const SqlExpression& first = *where.values.front();
    if (first.kind == SqlExpression::Kind::parameter && first.parameter.isList) {
        return fmt::format("SELECT value FROM json_each({})", parameter(first.parameter));
    }
    std::vector<std::string> values;
    values.reserve(where.values.size());
    for (const SqlPtr& value : where.values) {
        values.push_back(expression(*value));
    }
    return joined(values, ", ");
}

std::string SqlWriter::lookup(const Where& where) {
    static const std::map<std::string, std::string, std::less<>> operators{
        {"exact", "="}, {"gt", ">"}, {"gte", ">="}, {"lt", "<"}, {"lte", "<="}};
    const std::string left = expression(*where.left);
    if (where.lookup == "isnull") {
        return left + (where.isNull ? " IS NULL" : " IS NOT NULL");
    }
    if (where.lookup == "in") {
        return fmt::format("{} IN ({})", left, list(where));
    }
    if (where.lookup == "range" && where.values.size() == 1) {
        const Parameter& pair = where.values.front()->parameter;
        const std::string from = parameter(pair);
        return fmt::format("{} BETWEEN json_extract({}, '$[0]') AND json_extract({}, '$[1]')", left,
                           from, parameter(pair));
    }
    if (where.lookup == "range") {
        const std::string from = expression(*where.values[0]);
        return fmt::format("{} BETWEEN {} AND {}", left, from, expression(*where.values[1]));
    }
    const auto found = operators.find(where.lookup);
    if (found == operators.end()) {
        return like(where, left);
    }
    return fmt::format("{} {} {}", left, found->second, expression(*where.values.front()));
}

std::string SqlWriter::from(const SelectQuery& query) const {
    std::string sql;
    for (const AliasPtr& alias : query.joins.aliases()) {
        if (alias->uses <= 0) {
            continue;
        }
        const std::string name =
            quotedName(alias->table) + (alias->name == alias->table ? "" : " " + alias->name);
        if (sql.empty()) {
            sql = name;
            continue;
        }
        sql +=
            fmt::format(" {} JOIN {} ON ({}.{} = {}.{})", alias->isOuter ? "LEFT OUTER" : "INNER",
                        name, quotedName(alias->parent->name), quotedName(alias->parentColumn),
                        quotedName(alias->name), quotedName(alias->column));
    }
    return sql;
}

std::string SqlWriter::columns(const SelectQuery& query) {
    std::vector<std::string> parts;
    for (const SelectedColumn& column : query.selected) {
        const std::string sql = selected(*column.expression);
        const bool isOwnName = column.name.empty() || (column.expression->alias != nullptr &&
                                                       column.expression->name == column.name);
        parts.push_back(isOwnName ? sql : fmt::format("{} AS {}", sql, quotedName(column.name)));
    }
    return parts.empty() ? "1" : joined(parts, ", ");
}

void SqlWriter::keysIn(const SqlExpression& expression, std::vector<std::string>& keys) {
    if (expression.kind == SqlExpression::Kind::aggregate ||
        expression.kind == SqlExpression::Kind::parameter) {
        return;
    }
    if (expression.hasAggregate()) {
        for (const SqlPtr& operand : expression.operands) {
            keysIn(*operand, keys);
        }
        return;
    }
    std::string key = this->expression(expression);
    if (std::ranges::find(keys, key) == keys.end()) {
        keys.push_back(std::move(key));
    }
}

void SqlWriter::keysIn(const Where& where, std::vector<std::string>& keys) {
    if (where.left != nullptr) {
        keysIn(*where.left, keys);
    }
    for (const SqlPtr& value : where.values) {
        keysIn(*value, keys);
    }
    for (const WherePtr& child : where.children) {
        keysIn(*child, keys);
    }
}

std::string SqlWriter::grouping(const SelectQuery& query, const Where* having) {
    if (!query.isGrouped) {
        return {};
    }
    std::vector<std::string> keys;
    for (const SqlPtr& key : query.groupBy) {
        keysIn(*key, keys);
    }
    for (const SelectedColumn& column : query.selected) {
        keysIn(*column.expression, keys);
    }
    for (const OrderTerm& term : query.order) {
        keysIn(*term.expression, keys);
    }
    if (having != nullptr) {
        keysIn(*having, keys);
    }
    return keys.empty() ? "" : " GROUP BY " + joined(keys, ", ");
}

std::string SqlWriter::ordering(const SelectQuery& query) {
    std::vector<std::string> terms;
    std::vector<std::string> seen;
    for (const OrderTerm& term : query.order) {
        const auto selected =
            std::ranges::find(query.selected, term.expression, &SelectedColumn::expression);
        const bool hasName = selected != query.selected.end() && !selected->name.empty() &&
                             term.expression->kind != SqlExpression::Kind::column;
        std::string sql = hasName ? quotedName(selected->name) : expression(*term.expression);
        if (std::ranges::find(seen, sql) == seen.end()) {
            seen.push_back(sql);
            terms.push_back(sql + (term.falling ? " DESC" : " ASC"));
        }
    }
    return terms.empty() ? "" : " ORDER BY " + joined(terms, ", ");
}

std::string SqlWriter::limits(const SelectQuery& query) {
    std::string sql;
    if (query.limit) {
        sql = fmt::format(" LIMIT {}", *query.limit);
    } else if (query.end) {
        const std::string end = parameter(*query.end);
        const bool isComputed =
            query.offset && (!query.offset->placeholder.empty() || !query.end->placeholder.empty());
        sql = isComputed ? fmt::format(" LIMIT max(0, {} - {})", end, parameter(*query.offset))
                         : fmt::format(" LIMIT {}", end);
    } else if (query.offset) {
        sql = " LIMIT -1";
    }
    if (query.offset) {
        sql += fmt::format(" OFFSET {}", parameter(*query.offset));
    }
    return sql;
}

bool SqlWriter::select(const SelectQuery& query) {
    if (query.isEmpty) {
        return false;
    }
    text = fmt::format("SELECT {}{} FROM {}", query.isDistinct ? "DISTINCT " : "", columns(query),
                       from(query));
    const auto [rows, groups] = splitHaving(query.where, false);
    std::string sql;
    if (rows != nullptr) {
        const Truth truth = condition(*rows, sql);
        if (truth == Truth::never) {
            return false;
        }
        text += truth == Truth::sometimes ? " WHERE " + sql : "";
    }
    text += grouping(query, groups.get());
    if (groups != nullptr) {
        const Truth truth = condition(*groups, sql);
        if (truth == Truth::never) {
            return false;
        }
        text += truth == Truth::sometimes ? " HAVING " + sql : "";
    }
    text += ordering(query);
    text += limits(query);
    return true;
}

bool SqlWriter::selectFrom(const SelectQuery& inner, const std::vector<SelectedColumn>& outer) {
    if (!select(inner)) {
        return false;
    }
    std::vector<std::string> parts;
    parts.reserve(outer.size());
    for (const SelectedColumn& column : outer) {
        parts.push_back(
            fmt::format("{} AS {}", expression(*column.expression), quotedName(column.name)));
    }
    if (std::exchange(neverHolds_, false)) {
        return false;
    }
    text = fmt::format("SELECT {} FROM ({}) subquery", joined(parts, ", "), text);
    return true;
}

bool SqlWriter::rowsOf(const SelectQuery& query) {
    if (query.isEmpty) {
        return false;
    }
    if (query.joins.usedTables() <= 1 && !query.isGrouped) {
        std::string sql;
        const Truth truth = condition(*query.where, sql);
        text += truth == Truth::sometimes ? " WHERE " + sql : "";
        return truth != Truth::never;
    }
    SelectQuery keys = query;
    keys.joins.renameForSubquery("U");
    keys.selected = {{columnOf(keys.joins.base(), query.model.primaryKey()), ""}};
    keys.order.clear();
    SqlWriter inner;
    inner.parameters = parameters;
    if (!inner.select(keys)) {
        return false;
    }
    parameters = std::move(inner.parameters);
    text += fmt::format(" WHERE {}.\"id\" IN ({})", quotedName(query.model.table), inner.text);
    return true;
}

bool SqlWriter::deleteRows(const SelectQuery& query) {
    text = "DELETE FROM " + quotedName(query.model.table);
    return rowsOf(query);
}

bool SqlWriter::update(const SelectQuery& query, const std::vector<Change>& changes) {
    std::vector<std::string> parts;
    parts.reserve(changes.size());
    for (const Change& change : changes) {
        parts.push_back(
            fmt::format("{} = {}", quotedName(change.column), expression(*change.value)));
    }
    text = fmt::format("UPDATE {} SET {}", quotedName(query.model.table), joined(parts, ", "));
    return rowsOf(query);
}

void SqlWriter::insert(const Model& model, const std::vector<Change>& values) {
    std::vector<std::string> names;
    std::vector<std::string> parts;
    for (const Change& value : values) {
        names.push_back(quotedName(value.column));
        parts.push_back(expression(*value.value));
    }
    text = values.empty() ? fmt::format("INSERT INTO {} DEFAULT VALUES", quotedName(model.table))
                          : fmt::format("INSERT INTO {} ({}) VALUES ({})", quotedName(model.table),
                                        joined(names, ", "), joined(parts, ", "));
}

} // namespace roundtrip::orm
