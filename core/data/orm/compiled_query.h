#pragma once

#include "core/data/orm/model.h"
#include "core/data/orm/query_expression.h"
#include "core/data/orm/sql_tree.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <vector>

namespace roundtrip::orm {

/// One SQL statement with its values kept apart.
struct Statement {
    std::string sql;                   ///< values stand as :p1, :p2 ...
    std::vector<Parameter> parameters; ///< in the order of their numbers
    bool asksNothing = false;          ///< its condition can never hold, so it is not sent
};

/// Which member of a result a column becomes.
struct ResultColumn {
    std::string name;     ///< of the column in the SQL's result
    std::string key;      ///< in the object
    Field field;          ///< its type
    bool isStored = true; ///< a table's column, against something computed
    bool isCount = false; ///< 0 when there is no row
};

/// An object in the result, with the related objects that the same SELECT fetched.
struct ObjectShape {
    const Model* model = nullptr;
    std::string relation; ///< how the object around calls it; empty for the row itself
    std::vector<ResultColumn> columns;
    std::vector<ObjectShape> related;
};

/// A query made into SQL once, to be run as often as one likes. Refers to its schema, which must
/// live longer.
struct CompiledQuery {
    enum class Action {
        rows,
        get,   ///< exactly one object
        first, ///< one object or null
        index, ///< one object or an error
        count,
        exists,
        aggregate, ///< one object of results
        create,
        getOrCreate, ///< [object, whether it was created]
        update,      ///< the number of rows
        deleteAll,   ///< [number of rows, {"app.Book": rows}]
    };
    enum class Rows { objects, dictionaries, lists, flat };

    const Schema* schema = nullptr;
    const Model* model = nullptr;
    Action action = Action::rows;
    Rows rows = Rows::objects;
    Statement statement; ///< of deleteAll: selects the rows to go
    ObjectShape shape;
    std::vector<std::vector<FieldName>> prefetch;           ///< follow-up queries, a path each
    Statement insert;                                       ///< of create and getOrCreate
    std::vector<std::pair<std::string, Parameter>> created; ///< column and value of a new row
    std::optional<Error> cannotCreate;                      ///< said when getOrCreate finds no row
    Statement fastDelete; ///< of deleteAll where nothing refers to the model
};

/// Makes SQL of an expression. Beside the errors of SelectQuery: "orm-unknown-model" {name,
/// nearest}, "orm-after-slice" {method}, "orm-not-a-relation" {name, nearest}, "orm-bad-argument"
/// {method}, "orm-flat", "orm-after-values" {method}, "orm-not-aggregate" {name},
/// "orm-hidden-annotation" {name}, "orm-needs-key" {field}: create(author=1) must be author_id=1.
tl::expected<CompiledQuery, Error> compile(const Schema& schema, const QueryExpression& expression);

} // namespace roundtrip::orm
