#include "core/data/orm/migrator.h"

#include "core/data/orm/schema_editor.h"
#include "core/kernel/quantity.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace roundtrip::orm {

namespace {

constexpr const char* kRecord = R"(CREATE TABLE IF NOT EXISTS "django_migrations" )"
                                R"(("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, )"
                                R"("app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL))";

/// Switches foreign keys off while tables are made anew: dropping the old one would break them.
class ForeignKeyPause {
  public:
    explicit ForeignKeyPause(SqliteDatabase& database) : database_(database) {
        const auto state = database_.query("PRAGMA foreign_keys", nullptr);
        wasOn_ = state && !state->rows.empty() && state->rows.front().at("foreign_keys") == 1;
        set("OFF");
    }
    ~ForeignKeyPause() { set("ON"); }
    ForeignKeyPause(const ForeignKeyPause&) = delete;
    ForeignKeyPause& operator=(const ForeignKeyPause&) = delete;

  private:
    void set(const std::string& state) {
        if (wasOn_) {
            (void)database_.run("PRAGMA foreign_keys = " + state);
        }
    }
    SqliteDatabase& database_;
    bool wasOn_ = false;
};

tl::expected<void, Error> checkReferences(SqliteDatabase& database) {
    const auto broken = database.query("PRAGMA foreign_key_check", nullptr);
    if (!broken) {
        return tl::unexpected(broken.error());
    }
    if (!broken->rows.empty()) {
        return tl::unexpected(
            Error{"orm-broken-reference", {broken->rows.front().at("table")}, ""});
    }
    return {};
}

/// What is done, with the schema before and after each.
struct Planned {
    Operation operation;
    Schema before;
    Schema after;
};

tl::expected<std::vector<Planned>, Error> plan(const Migration& migration, Schema schema) {
    std::vector<Planned> steps;
    for (const Operation& operation : migration.operations) {
        auto after = apply(schema, operation);
        if (!after) {
            return tl::unexpected(after.error());
        }
        steps.push_back({operation, schema, *after});
        schema = *std::move(after);
    }
    return steps;
}

tl::expected<std::vector<Planned>, Error> planBack(const Migration& migration,
                                                   const Schema& before) {
    auto forwards = plan(migration, before);
    if (!forwards) {
        return forwards;
    }
    std::vector<Planned> steps;
    for (Planned& step : *forwards | std::views::reverse) {
        auto operation = inverse(step.before, step.operation);
        if (!operation) {
            return tl::unexpected(operation.error());
        }
        steps.push_back({*std::move(operation), std::move(step.after), std::move(step.before)});
    }
    return steps;
}

} // namespace

Migrator::Migrator(SqliteDatabase& database, const std::string& app,
                   std::vector<Migration> migrations)
    : database_(database), migrations_(std::move(migrations)) {
    start_.app = app;
}

tl::expected<std::vector<std::string>, Error> Migrator::applied() {
    if (auto made = database_.run(kRecord); !made) {
        return tl::unexpected(made.error());
    }
    const auto record =
        database_.query("SELECT name FROM \"django_migrations\" WHERE app = :app ORDER BY id",
                        {{"app", start_.app}});
    if (!record) {
        return tl::unexpected(record.error());
    }
    std::vector<std::string> names;
    for (const auto& row : record->rows) {
        names.push_back(row.at("name"));
    }
    return names;
}

tl::expected<std::size_t, Error> Migrator::countApplied() {
    const auto names = applied();
    if (!names) {
        return tl::unexpected(names.error());
    }
    for (std::size_t i = 0; i < names->size(); ++i) {
        if (i >= migrations_.size() || migrations_[i].name != (*names)[i]) {
            return tl::unexpected(Error{"orm-migration-order", {(*names)[i]}, (*names)[i]});
        }
    }
    return names->size();
}

tl::expected<std::size_t, Error>
Migrator::wantedCount(const std::optional<std::string>& target) const {
    if (!target) {
        return migrations_.size();
    }
    if (*target == "zero") {
        return 0;
    }
    const auto found = std::ranges::find(migrations_, *target, &Migration::name);
    if (found == migrations_.end()) {
        std::vector<std::string> names{"zero"};
        std::ranges::transform(migrations_, std::back_inserter(names), &Migration::name);
        return tl::unexpected(
            Error{"orm-unknown-migration", {*target, nearestWord(*target, names)}, *target});
    }
    return static_cast<std::size_t>(found - migrations_.begin()) + 1;
}

tl::expected<Schema, Error> Migrator::schemaAfter(std::size_t count) const {
    Schema schema = start_;
    for (const Migration& migration : migrations_ | std::views::take(count)) {
        for (const Operation& operation : migration.operations) {
            auto next = apply(schema, operation);
            if (!next) {
                next.error().where = migration.name;
                return next;
            }
            schema = *std::move(next);
        }
    }
    return schema;
}

tl::expected<Schema, Error> Migrator::current() {
    const auto count = countApplied();
    return count ? schemaAfter(*count) : tl::unexpected(count.error());
}

tl::expected<MigrationRun, Error> Migrator::step(const Migration& migration, const Schema& before,
                                                 bool isForwards) {
    const auto steps = isForwards ? plan(migration, before) : planBack(migration, before);
    if (!steps) {
        return tl::unexpected(steps.error());
    }
    const ForeignKeyPause pause(database_);
    SchemaEditor editor(database_);
    auto done = database_.run("BEGIN");
    for (const Planned& planned : *steps) {
        if (done) {
            done = editor.run(planned.operation, planned.before, planned.after);
        }
    }
    if (done) {
        done = checkReferences(database_);
    }
    if (done) {
        done = editor.send(
            isForwards
                ? "INSERT INTO \"django_migrations\" (\"app\", \"name\") VALUES (:app, :name)"
                : "DELETE FROM \"django_migrations\" WHERE \"app\" = :app AND \"name\" = :name",
            {{"app", start_.app}, {"name", migration.name}});
    }
    if (done) {
        done = database_.run("COMMIT");
    }
    if (!done) {
        (void)database_.run("ROLLBACK");
        return tl::unexpected(done.error());
    }
    return MigrationRun{migration.name, isForwards, std::move(editor.statements)};
}

tl::expected<std::vector<MigrationRun>, Error>
Migrator::migrate(const std::optional<std::string>& target) {
    const auto present = countApplied();
    const auto wanted = wantedCount(target);
    if (!present || !wanted) {
        return tl::unexpected(present ? wanted.error() : present.error());
    }
    std::vector<MigrationRun> runs;
    for (std::size_t at = *present; at != *wanted;) {
        const bool isForwards = at < *wanted;
        const std::size_t index = isForwards ? at : at - 1;
        const auto before = schemaAfter(index);
        auto run =
            before ? step(migrations_[index], *before, isForwards) : tl::unexpected(before.error());
        if (!run) {
            run.error().where = migrations_[index].name;
            return tl::unexpected(run.error());
        }
        runs.push_back(*std::move(run));
        at = isForwards ? at + 1 : at - 1;
    }
    return runs;
}

} // namespace roundtrip::orm
