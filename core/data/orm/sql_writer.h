#pragma once

#include "core/data/orm/select_query.h"

#include <string>
#include <vector>

namespace roundtrip::orm {

/// Writes a query as SQLite's SQL. Every value becomes a parameter `:p1`, `:p2` ...
class SqlWriter {
  public:
    /// The whole SELECT; false when a condition can never hold, so that nothing need be asked.
    bool select(const SelectQuery& query);
    /// DELETE, or UPDATE with these columns.
    struct Change {
        std::string column;
        SqlPtr value;
    };
    bool deleteRows(const SelectQuery& query);
    bool update(const SelectQuery& query, const std::vector<Change>& changes);
    void insert(const Model& model, const std::vector<Change>& values);
    /// SELECT of aggregates over a subquery, where the query's own result is needed first.
    bool selectFrom(const SelectQuery& inner, const std::vector<SelectedColumn>& outer);

    std::string text;
    std::vector<Parameter> parameters;

  private:
    enum class Truth { sometimes, always, never };
    /// Returns what the condition is; its text only when it is sometimes true.
    Truth condition(const Where& where, std::string& sql);
    Truth group(const Where& where, std::string& sql);
    std::string lookup(const Where& where);
    std::string expression(const SqlExpression& expression);
    std::string aggregate(const SqlExpression& expression);
    std::string parameter(const Parameter& given);
    /// The expression; "0" when the filter of an aggregate in it can never hold.
    std::string selected(const SqlExpression& expression);
    std::string like(const Where& where, const std::string& left);
    std::string list(const Where& where);
    std::string from(const SelectQuery& query) const;
    std::string columns(const SelectQuery& query);
    std::string grouping(const SelectQuery& query, const Where* having);
    std::string ordering(const SelectQuery& query);
    std::string limits(const SelectQuery& query);
    /// " WHERE ..." of a query that reads or changes its own table only, else by a subquery.
    bool rowsOf(const SelectQuery& query);
    void keysIn(const Where& where, std::vector<std::string>& keys);
    void keysIn(const SqlExpression& expression, std::vector<std::string>& keys);

    bool neverHolds_ = false; ///< the filter of an aggregate written last
};

} // namespace roundtrip::orm
