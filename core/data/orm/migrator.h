#pragma once

#include "core/data/orm/migration.h"
#include "core/data/orm/query_runner.h"
#include "core/data/sqlite_database.h"

#include <optional>
#include <string>
#include <vector>

namespace roundtrip::orm {

/// One migration that was applied or taken back.
struct MigrationRun {
    std::string name;
    bool isForwards = true;
    std::vector<StatementRun> statements;
};

/// Applies migrations in their order and keeps a record in the table `django_migrations`. Each
/// runs in one transaction: it is applied whole or not at all, and no row is lost but those of
/// columns and tables that it removes.
class Migrator {
  public:
    /// The migrations start from an empty schema of that app.
    Migrator(SqliteDatabase& database, const std::string& app, std::vector<Migration> migrations);

    /// The names in the record, oldest first.
    tl::expected<std::vector<std::string>, Error> applied();

    /// The schema that the applied migrations make. Errors as of `migrate`.
    tl::expected<Schema, Error> current();

    /// Applies what is missing, up to and with `target`, or takes back what lies behind it. Without
    /// a target all are applied; "zero" takes all back.
    ///
    /// Errors, `where` being the migration's name, beside those of `apply` and `inverse`:
    /// "orm-unknown-migration" {name, nearest}; "orm-migration-order" {name}: the record holds it
    /// but not one before it; "orm-needs-default" {field, model, rows}: a field that is not null
    /// came without a default to a table with rows; "orm-has-nulls" {field, model, rows};
    /// "orm-broken-reference" {table}; "sql-failed" {SQLite's words}.
    tl::expected<std::vector<MigrationRun>, Error>
    migrate(const std::optional<std::string>& target = std::nullopt);

  private:
    tl::expected<std::size_t, Error> countApplied();
    tl::expected<std::size_t, Error> wantedCount(const std::optional<std::string>& target) const;
    tl::expected<Schema, Error> schemaAfter(std::size_t count) const;
    tl::expected<MigrationRun, Error> step(const Migration& migration, const Schema& before,
                                           bool isForwards);

    SqliteDatabase& database_;
    Schema start_;
    std::vector<Migration> migrations_;
};

} // namespace roundtrip::orm
