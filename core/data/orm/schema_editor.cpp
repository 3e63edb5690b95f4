#include "core/data/orm/schema_editor.h"

#include <fmt/format.h>

#include <algorithm>

namespace roundtrip::orm {

namespace {

using Kind = Operation::Kind;

bool isOnlyDefault(const Field& before, const Field& after) {
    Field same = after;
    same.defaultValue = before.defaultValue;
    same.onDelete = before.onDelete;
    same.relatedName = before.relatedName;
    return same == before;
}

bool isOnlyIndex(const Field& before, const Field& after) {
    Field same = after;
    same.index = before.index;
    return isOnlyDefault(before, same);
}

} // namespace

tl::expected<void, Error> SchemaEditor::send(const std::string& sql, const nlohmann::json& values) {
    auto result = database_.query(sql, values);
    if (!result) {
        return tl::unexpected(result.error());
    }
    StatementRun sent;
    sent.sql = sql;
    sent.values = values;
    sent.vmSteps = result->vmSteps;
    sent.changedRows = result->changedRows;
    sent.rowsChanged = std::move(result->rowsChanged);
    sent.changeset = std::move(result->changeset);
    statements.push_back(std::move(sent));
    return {};
}

SchemaEditor::Done SchemaEditor::run(const Operation& operation, const Schema& before,
                                     const Schema& after) {
    switch (operation.kind) {
    case Kind::runSql:
        statements.push_back({.sql = operation.sql, .values = nlohmann::json::object()});
        return database_.run(operation.sql);
    case Kind::createModel:
        return createTables(after, *after.model(operation.model));
    case Kind::deleteModel:
        return dropTables(before, *before.model(operation.model));
    default:
        return changeField(operation, before, after);
    }
}

SchemaEditor::Done SchemaEditor::createTables(const Schema& schema, const Model& model) {
    std::vector<std::string> all = createStatements(schema, model);
    for (const Field& field : model.fields) {
        if (!field.hasColumn()) {
            std::ranges::copy(createStatements(schema, schema.joinTableOf(model, field)),
                              std::back_inserter(all));
        }
    }
    for (const std::string& statement : all) {
        if (auto done = send(statement); !done) {
            return done;
        }
    }
    return {};
}

SchemaEditor::Done SchemaEditor::dropTable(const Model& model) {
    return send("DROP TABLE " + quotedName(model.table));
}

SchemaEditor::Done SchemaEditor::dropTables(const Schema& schema, const Model& model) {
    for (const Field& field : model.fields) {
        if (!field.hasColumn()) {
            if (auto done = dropTable(schema.joinTableOf(model, field)); !done) {
                return done;
            }
        }
    }
    return dropTable(model);
}

SchemaEditor::Done SchemaEditor::changeField(const Operation& operation, const Schema& before,
                                             const Schema& after) {
    const Model& old = *before.model(operation.model);
    const Model& model = *after.model(operation.model);
    switch (operation.kind) {
    case Kind::addField:
        return addField(after, model, old, operation.field);
    case Kind::removeField: {
        const Field& field = *old.field(operation.fieldName);
        return field.hasColumn() ? remake(after, model, old)
                                 : dropTable(before.joinTableOf(old, field));
    }
    case Kind::renameField:
        return renameField(operation, before, after);
    case Kind::alterField:
        return alterField(after, model, old, operation.field);
    default:
        return changeIndex(model, old);
    }
}

SchemaEditor::Done SchemaEditor::addField(const Schema& after, const Model& model, const Model& old,
                                          const Field& field) {
    if (!field.hasColumn()) {
        for (const std::string& statement :
             createStatements(after, after.joinTableOf(model, field))) {
            if (auto done = send(statement); !done) {
                return done;
            }
        }
        return {};
    }
    const std::int64_t rows = database_.rowCount(old.table);
    const bool hasValue = field.defaultValue && !field.defaultValue->is_null();
    if (!field.null && !hasValue && rows > 0) {
        return tl::unexpected(
            Error{"orm-needs-default", {field.name, model.name, std::to_string(rows)}, ""});
    }
    if (field.null && !hasValue && !field.isUnique()) {
        auto done = send(fmt::format("ALTER TABLE {} ADD COLUMN {}", quotedName(model.table),
                                     columnDefinition(after, field)));
        return done ? changeIndex(model, old) : done;
    }
    return remake(after, model, old, &field);
}

SchemaEditor::Done SchemaEditor::renameField(const Operation& operation, const Schema& before,
                                             const Schema& after) {
    const Model& old = *before.model(operation.model);
    const Model& model = *after.model(operation.model);
    const Field& field = *old.field(operation.fieldName);
    const Field& renamed = *model.field(operation.newName);
    if (!field.hasColumn()) {
        return remake(after, after.joinTableOf(model, renamed), before.joinTableOf(old, field));
    }
    auto done = send(fmt::format("ALTER TABLE {} RENAME COLUMN {} TO {}", quotedName(model.table),
                                 quotedName(field.column()), quotedName(renamed.column())));
    return done ? changeIndex(model, old) : done;
}

SchemaEditor::Done SchemaEditor::refuseNulls(const Model& old, const Field& field) {
    const auto counted =
        database_.query(fmt::format("SELECT count(*) AS n FROM {} WHERE {} IS NULL",
                                    quotedName(old.table), quotedName(field.column())),
                        nullptr);
    if (!counted) {
        return tl::unexpected(counted.error());
    }
    const auto rows = counted->rows.front().at("n").get<std::int64_t>();
    if (rows > 0) {
        return tl::unexpected(
            Error{"orm-has-nulls", {field.name, old.name, std::to_string(rows)}, ""});
    }
    return {};
}

SchemaEditor::Done SchemaEditor::alterField(const Schema& after, const Model& model,
                                            const Model& old, const Field& field) {
    const Field& before = *old.field(field.name);
    if (!field.hasColumn() || isOnlyDefault(before, field)) {
        return {};
    }
    if (isOnlyIndex(before, field)) {
        return changeIndex(model, old);
    }
    const bool losesNull = before.null && !field.null;
    const bool hasValue = field.defaultValue && !field.defaultValue->is_null();
    if (losesNull && !hasValue) {
        if (auto done = refuseNulls(old, field); !done) {
            return done;
        }
    }
    return remake(after, model, old, losesNull && hasValue ? &field : nullptr);
}

SchemaEditor::Done SchemaEditor::changeIndex(const Model& model, const Model& old) {
    const std::vector<std::string> wanted = createIndexes(model);
    const std::vector<std::string> present = createIndexes(old);
    const auto has = [](const std::vector<std::string>& list, const std::string& one) {
        return std::ranges::find(list, one) != list.end();
    };
    for (const std::string& index : present) {
        const auto start = index.find('"');
        const std::string name = index.substr(start, index.find('"', start + 1) - start + 1);
        if (!has(wanted, index)) {
            if (auto done = send("DROP INDEX " + name); !done) {
                return done;
            }
        }
    }
    for (const std::string& index : wanted) {
        if (!has(present, index)) {
            if (auto done = send(index); !done) {
                return done;
            }
        }
    }
    return {};
}

SchemaEditor::Done SchemaEditor::remake(const Schema& schema, const Model& model, const Model& old,
                                        const Field* filled) {
    const std::string temporary = "new__" + model.table;
    std::vector<std::string> columns;
    std::vector<std::string> sources;
    nlohmann::json values = nlohmann::json::object();
    for (const Field& field : model.fields) {
        const bool isFilled = filled != nullptr && field.name == filled->name;
        const bool isThere = old.field(field.name) != nullptr;
        if (!field.hasColumn() || (!isThere && !isFilled)) {
            continue;
        }
        const std::string column = quotedName(field.column());
        columns.push_back(column);
        if (isFilled) {
            values["p1"] = filled->defaultValue.value_or(nullptr);
            sources.push_back(isThere ? fmt::format("coalesce({}, :p1)", column) : ":p1");
        } else {
            sources.push_back(column);
        }
    }
    std::vector<std::pair<std::string, nlohmann::json>> steps{
        {createTable(schema, model, temporary), nlohmann::json::object()},
        {fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", quotedName(temporary),
                     fmt::join(columns, ", "), fmt::join(sources, ", "), quotedName(old.table)),
         values},
        {"DROP TABLE " + quotedName(old.table), nlohmann::json::object()},
        {fmt::format("ALTER TABLE {} RENAME TO {}", quotedName(temporary), quotedName(model.table)),
         nlohmann::json::object()}};
    for (const std::string& index : createIndexes(model)) {
        steps.emplace_back(index, nlohmann::json::object());
    }
    for (const auto& [sql, bound] : steps) {
        if (auto done = send(sql, bound); !done) {
            return done;
        }
    }
    return {};
}

} // namespace roundtrip::orm
