#pragma once

#include "core/data/orm/migration.h"
#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace roundtrip::orm {

/// The history of one application's schema.
struct MigrationHistory {
    std::string app;
    std::vector<Migration> migrations; ///< oldest first
};

/// Reads {"app": "shop", "migrations": [{"name": "0001_initial", "operations": [
///   {"do": "create_model", "model": "Book", "fields": [fields as readSchema takes them]},
///   {"do": "delete_model", "model": "Book"},
///   {"do": "add_field", "model": "Book", "field": {...}},
///   {"do": "alter_field", "model": "Book", "field": {...}},
///   {"do": "remove_field", "model": "Book", "name": "pages"},
///   {"do": "rename_field", "model": "Book", "name": "pages", "to": "length"},
///   {"do": "add_index", "model": "Book", "name": "title"}, and "remove_index",
///   {"do": "run_sql", "sql": "UPDATE ...", "reverse": "UPDATE ..."}]}]}.
///
/// Problems beside those of JsonObject and of fields: "orm-duplicate-name" {name}, and what
/// `apply` says of an operation that does not fit the schema before it.
tl::expected<MigrationHistory, Problems> readMigrations(const nlohmann::json& json);

} // namespace roundtrip::orm
