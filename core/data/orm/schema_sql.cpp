#include "core/data/orm/model.h"

#include <fmt/format.h>

namespace roundtrip::orm {

namespace {

std::string typeOf(const Field& field) {
    switch (field.type) {
    case FieldType::bigInteger:
        return "bigint";
    case FieldType::text:
        return field.maxLength > 0 ? fmt::format("varchar({})", field.maxLength) : "text";
    case FieldType::boolean:
        return "bool";
    case FieldType::real:
        return "real";
    case FieldType::decimal:
        return "decimal";
    case FieldType::dateTime:
        return "datetime";
    default:
        return "integer";
    }
}

} // namespace

std::string quotedName(std::string_view name) {
    std::string text = "\"";
    for (const char letter : name) {
        text += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return text + '"';
}

std::string columnDefinition(const Schema& schema, const Field& field) {
    std::string text = fmt::format("{} {}", quotedName(field.column()), typeOf(field));
    text += field.null ? " NULL" : " NOT NULL";
    if (field.isPrimaryKey) {
        return text + " PRIMARY KEY AUTOINCREMENT";
    }
    if (field.isUnique()) {
        text += " UNIQUE";
    }
    if (field.isRelation()) {
        text += fmt::format(" REFERENCES {} (\"id\") DEFERRABLE INITIALLY DEFERRED",
                            quotedName(schema.targetOf(field).table));
    }
    return text;
}

std::string createTable(const Schema& schema, const Model& model, std::string_view table) {
    std::string columns;
    for (const Field& field : model.fields) {
        if (field.hasColumn()) {
            columns += (columns.empty() ? "" : ", ") + columnDefinition(schema, field);
        }
    }
    return fmt::format("CREATE TABLE {} ({})", quotedName(table), columns);
}

std::vector<std::string> createIndexes(const Model& model) {
    std::vector<std::string> statements;
    if (model.isJoinTable) {
        const std::string from = model.fields[1].column();
        const std::string to = model.fields[2].column();
        statements.push_back(
            fmt::format("CREATE UNIQUE INDEX {} ON {} ({}, {})",
                        quotedName(fmt::format("{}_{}_{}_uniq", model.table, from, to)),
                        quotedName(model.table), quotedName(from), quotedName(to)));
    }
    for (const Field& field : model.fields) {
        const bool isIndexed = field.index || field.type == FieldType::foreignKey;
        if (isIndexed && !field.isUnique()) {
            statements.push_back(
                fmt::format("CREATE INDEX {} ON {} ({})",
                            quotedName(fmt::format("{}_{}", model.table, field.column())),
                            quotedName(model.table), quotedName(field.column())));
        }
    }
    return statements;
}

std::vector<std::string> createStatements(const Schema& schema, const Model& model) {
    std::vector<std::string> statements{createTable(schema, model, model.table)};
    for (std::string& index : createIndexes(model)) {
        statements.push_back(std::move(index));
    }
    return statements;
}

std::vector<std::string> createStatements(const Schema& schema) {
    std::vector<std::string> statements;
    for (const Model& model : schema.models) {
        for (std::string& statement : createStatements(schema, model)) {
            statements.push_back(std::move(statement));
        }
    }
    return statements;
}

} // namespace roundtrip::orm
