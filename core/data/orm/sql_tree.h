#pragma once

#include "core/data/orm/model.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace roundtrip::orm {

/// A table in FROM: the first one, or one joined to its parent by a foreign key.
struct TableAlias {
    std::string name;
    std::string table;
    std::shared_ptr<TableAlias> parent; ///< null for the first table
    std::string parentColumn;
    std::string column;
    bool isOuter = false;    ///< LEFT OUTER against INNER JOIN
    bool isNullable = false; ///< the join may find no row
    int uses = 1;            ///< at 0 it is left out
};
using AliasPtr = std::shared_ptr<TableAlias>;

/// How a text is made into a pattern for LIKE.
enum class Pattern { none, whole, contains, startsWith, endsWith };

/// A value that the SQL text only refers to, as `:p1`.
struct Parameter {
    std::string name;
    nlohmann::json constant;
    std::string placeholder;  ///< the name of the value given later; empty for a constant
    std::vector<Field> field; ///< the field whose type it takes; none to take it as it is
    Pattern pattern = Pattern::none;
    bool roundUp = false; ///< 2.5 becomes 3 where an integer is compared by >= or <
    bool isList = false;  ///< a list, read by json_each
    bool mayBeNull = false;
    std::string place; ///< for errors
};

struct Where;
struct SqlExpression;
using SqlPtr = std::shared_ptr<const SqlExpression>;

/// What a query selects, compares or sorts by.
struct SqlExpression {
    enum class Kind { column, parameter, aggregate, arithmetic, reference };
    Kind kind = Kind::column;
    AliasPtr alias;   ///< of a column
    std::string name; ///< column, function, operator, or the name that is referred to
    Field field;      ///< its type; of a column the field itself
    std::vector<SqlPtr> operands;
    Parameter parameter;
    bool distinct = false;
    std::shared_ptr<const Where> filter; ///< of an aggregate; may be null
    SqlPtr referred;                     ///< of a reference

    [[nodiscard]] bool hasAggregate() const {
        if (kind == Kind::aggregate) {
            return true;
        }
        for (const SqlPtr& operand : operands) {
            if (operand->hasAggregate()) {
                return true;
            }
        }
        return false;
    }
};

class SelectQuery;

/// A condition of WHERE or HAVING.
struct Where {
    enum class Kind { all, any, lookup, exists };
    Kind kind = Kind::all;
    bool negated = false;
    std::vector<std::shared_ptr<const Where>> children; ///< of all and any
    SqlPtr left;
    std::string lookup;
    std::vector<SqlPtr> values; ///< one, two for range, any number for in, none for isnull
    bool isNull = true;         ///< of isnull
    std::shared_ptr<SelectQuery> subquery;

    [[nodiscard]] bool hasAggregate() const {
        if (left != nullptr && left->hasAggregate()) {
            return true;
        }
        for (const SqlPtr& value : values) {
            if (value->hasAggregate()) {
                return true;
            }
        }
        for (const auto& child : children) {
            if (child->hasAggregate()) {
                return true;
            }
        }
        return false;
    }
};
using WherePtr = std::shared_ptr<const Where>;

} // namespace roundtrip::orm
