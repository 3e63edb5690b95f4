#pragma once

#include "core/data/orm/model.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::orm {

/// One step that changes a schema and the database with it.
struct Operation {
    enum class Kind {
        createModel,
        deleteModel,
        addField,
        removeField,
        renameField,
        alterField, ///< another type, null, default, unique or index of a field
        addIndex,
        removeIndex,
        runSql,
    };
    Kind kind = Kind::runSql;
    std::string model;      ///< the model's name
    Model definition;       ///< of createModel; its key and table are filled in
    Field field;            ///< of addField and alterField
    std::string fieldName;  ///< of removeField, renameField, addIndex, removeIndex
    std::string newName;    ///< of renameField
    std::string sql;        ///< of runSql, a script
    std::string reverseSql; ///< of runSql; empty when there is no way back

    friend bool operator==(const Operation&, const Operation&) = default;
};

/// A named list of operations, applied as one transaction.
struct Migration {
    std::string name; ///< "0001_initial"
    std::vector<Operation> operations;
};

/// The schema after the operation. Errors: "orm-unknown-model" {name, nearest},
/// "orm-unknown-field" {name, model, nearest}, "orm-duplicate-name" {name}, "orm-model-in-use"
/// {model, the field that refers to it}, "orm-cannot-alter" {field}: a relation cannot become a
/// plain field or lead elsewhere, "orm-key-stays" {model}: the key cannot be changed.
tl::expected<Schema, Error> apply(const Schema& schema, const Operation& operation);

/// The operation that takes this one back; `before` is the schema before it. Errors as of
/// `apply`, and "orm-irreversible" {}.
tl::expected<Operation, Error> inverse(const Schema& before, const Operation& operation);

/// The operations that lead from one schema to another, as `makemigrations` finds them. A renamed
/// field is one that left and one that came with the same definition, when there is one such pair
/// in a model and `guessRenames` is set; else it is removed and added.
[[nodiscard]] std::vector<Operation> difference(const Schema& from, const Schema& to,
                                                bool guessRenames = false);

/// The operation in words of code, as it stands in a Django migration, for example
/// `migrations.RemoveField(model_name="book", name="pages")`.
[[nodiscard]] std::string asDjango(const Operation& operation);

} // namespace roundtrip::orm
