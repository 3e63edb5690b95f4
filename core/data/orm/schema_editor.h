#pragma once

#include "core/data/orm/migration.h"
#include "core/data/orm/query_runner.h"
#include "core/data/sqlite_database.h"

#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::orm {

/// Changes tables as an operation says. SQLite can alter little in place, so most changes make the
/// table anew and copy its rows, as Django does.
class SchemaEditor {
  public:
    explicit SchemaEditor(SqliteDatabase& database) : database_(database) {}

    /// Errors: "orm-needs-default" {field, model, rows}, "orm-has-nulls" {field, model, rows},
    /// "sql-failed" {SQLite's words}.
    tl::expected<void, Error> run(const Operation& operation, const Schema& before,
                                  const Schema& after);
    tl::expected<void, Error> send(const std::string& sql,
                                   const nlohmann::json& values = nlohmann::json::object());

    std::vector<StatementRun> statements;

  private:
    using Done = tl::expected<void, Error>;

    Done createTables(const Schema& schema, const Model& model);
    Done dropTables(const Schema& schema, const Model& model);
    Done dropTable(const Model& model);
    Done changeField(const Operation& operation, const Schema& before, const Schema& after);
    Done addField(const Schema& after, const Model& model, const Model& old, const Field& field);
    Done renameField(const Operation& operation, const Schema& before, const Schema& after);
    Done alterField(const Schema& after, const Model& model, const Model& old, const Field& field);
    Done changeIndex(const Model& model, const Model& old);
    Done refuseNulls(const Model& old, const Field& field);
    /// Copies the rows of `old` into a new table; a field in `filled` takes its default where the
    /// old row has none.
    Done remake(const Schema& schema, const Model& model, const Model& old,
                const Field* filled = nullptr);

    SqliteDatabase& database_;
};

} // namespace roundtrip::orm
