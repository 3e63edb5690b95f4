#pragma once

#include "core/data/orm/join_tree.h"
#include "core/data/orm/query_expression.h"
#include "core/data/orm/sql_tree.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace roundtrip::orm {

/// One column of a result.
struct SelectedColumn {
    SqlPtr expression;
    std::string name; ///< in the SQL's result; empty for the column's own name
};

/// One term of ORDER BY.
struct OrderTerm {
    SqlPtr expression;
    bool falling = false;
};

/// A SELECT that grows as Django's Query does: filters join tables, exclude makes subqueries where
/// a relation has many rows, annotations group. Errors carry the place, "column 7".
class SelectQuery {
  public:
    SelectQuery(const Schema& schema, const Model& model);

    /// Adds what filter() or, negated, exclude() was given. Errors: "orm-unknown-field" {name,
    /// model, nearest}, "orm-unknown-lookup" {name, field, nearest}, "orm-bad-value" {field,
    /// value, type}, "orm-null-value" {lookup}.
    tl::expected<void, Error> addFilter(const Condition& condition, bool negated);
    /// Errors beside those of addFilter: "orm-duplicate-name" {name}, "orm-nested-aggregate"
    /// {name}, "orm-mixed-types" {left, right}.
    tl::expected<void, Error> annotate(const Assignment& assignment, bool isSummary);
    /// Groups by what is selected now, when the annotation `name` computes over several rows.
    void groupFor(const std::string& name, bool hasValues);

    /// Selects these fields and annotations only; all of them when there are no names.
    tl::expected<void, Error> selectValues(const std::vector<FieldName>& names);
    /// Selects every column of the model.
    void selectModel();
    tl::expected<void, Error> orderBy(const std::vector<FieldName>& names, bool reversed);
    /// A column of another table, joined by an outer join where a row may be missing.
    tl::expected<SqlPtr, Error> columnAt(const std::string& path, std::size_t place);
    /// Resolves F("name"), a value or arithmetic. Joined fields only with `mayJoin`.
    tl::expected<SqlPtr, Error> resolve(const Scalar& scalar, bool mayJoin = true,
                                        Aliases* reusable = nullptr, bool isSummary = false);

    [[nodiscard]] SqlPtr annotation(const std::string& name) const;
    [[nodiscard]] bool hasGroups() const { return groupsByModel || !groupBy.empty(); }

    const Schema& schema;
    const Model& model;
    JoinTree joins;
    std::shared_ptr<Where> where = std::make_shared<Where>();
    std::vector<std::pair<std::string, SqlPtr>> annotations;
    std::vector<SelectedColumn> selected;
    std::vector<OrderTerm> order;
    std::vector<SqlPtr> groupBy;
    bool groupsByModel = false;
    bool isGrouped = false;
    bool isDistinct = false;
    bool isEmpty = false; ///< none(), or a slice without room: nothing is asked
    std::optional<Parameter> offset;
    std::optional<Parameter> end; ///< the first row that is not wanted
    std::optional<int> limit;     ///< a fixed LIMIT beside the slice

  private:
    friend class FilterBuilder;

    tl::expected<SqlPtr, Error> resolveReference(const Scalar& scalar, bool mayJoin,
                                                 Aliases* reusable, bool isSummary);
    tl::expected<SqlPtr, Error> resolveAggregate(const Scalar& scalar, bool isSummary);
    tl::expected<SqlPtr, Error> resolveArithmetic(const Scalar& scalar, bool mayJoin,
                                                  Aliases* reusable, bool isSummary);
    [[nodiscard]] Error unknownField(const std::string& name, const Model& in,
                                     std::size_t column) const;
};

/// The value of a constant or placeholder as it is, or as `field` keeps it.
tl::expected<Parameter, Error> parameterFor(const Scalar& scalar, const Field* field);

/// The value that a parameter is bound to; `value` is what a placeholder got.
/// Errors: "orm-bad-value" {field, value, type}, "orm-null-value" {placeholder},
/// "orm-needs-list" {placeholder}.
tl::expected<nlohmann::json, Error> boundValue(const Parameter& parameter,
                                               const nlohmann::json& value);

} // namespace roundtrip::orm
