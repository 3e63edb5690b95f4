#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::orm {

enum class FieldType {
    integer,
    bigInteger,
    text,
    boolean,
    real,
    decimal,
    dateTime, ///< kept as text, "2026-01-31 08:00:00"
    foreignKey,
    oneToOne,
    manyToMany, ///< has no column but a join table
};

/// What happens to a row when the row that it refers to is deleted. The ORM does it, not the
/// database, as in Django.
enum class OnDelete { cascade, protect, setNull };

/// One field of a model.
struct Field {
    std::string name;
    FieldType type = FieldType::integer;
    int maxLength = 0; ///< of a text, in characters; 0 when it is unlimited
    int maxDigits = 10;
    int decimalPlaces = 2;
    bool isPrimaryKey = false;
    bool null = false;
    bool unique = false;
    bool index = false;
    std::optional<nlohmann::json> defaultValue; ///< given by the ORM to new rows
    std::string target;                         ///< the model that a relation leads to
    OnDelete onDelete = OnDelete::cascade;
    std::string relatedName; ///< how the target calls the way back; empty for Django's own name

    friend bool operator==(const Field&, const Field&) = default;

    [[nodiscard]] bool isRelation() const { return type >= FieldType::foreignKey; }
    [[nodiscard]] bool hasColumn() const { return type != FieldType::manyToMany; }
    /// A foreign key that no two rows share is a one-to-one relation.
    [[nodiscard]] bool isUnique() const {
        return unique || isPrimaryKey || type == FieldType::oneToOne;
    }
    /// The column's name: a foreign key `author` is kept in `author_id`.
    [[nodiscard]] std::string column() const;
};

/// A table with a primary key `id`, its first field.
struct Model {
    std::string name;
    std::string table;         ///< "app_book"
    bool isJoinTable = false;  ///< made for a many-to-many field
    std::vector<Field> fields; ///< in the order of their columns

    friend bool operator==(const Model&, const Model&) = default;

    /// By name, column or "pk"; null when there is none.
    [[nodiscard]] const Field* field(std::string_view wanted) const;
    [[nodiscard]] const Field& primaryKey() const { return fields.front(); }
};

/// The other end of a relation, seen from the model that it leads to.
struct ReverseRelation {
    const Model* model = nullptr; ///< where the field stands
    const Field* field = nullptr;
};

/// The models of one application. Join tables of many-to-many fields are models too, so that
/// every join is one over a foreign key.
struct Schema {
    std::string app;
    std::vector<Model> models;

    friend bool operator==(const Schema&, const Schema&) = default;

    [[nodiscard]] const Model* model(std::string_view name) const;
    [[nodiscard]] const Model& targetOf(const Field& field) const { return *model(field.target); }
    [[nodiscard]] const Model& joinTableOf(const Model& model, const Field& field) const;
    /// Every foreign key, one-to-one and many-to-many field that leads to `model`.
    [[nodiscard]] std::vector<ReverseRelation> relationsTo(const Model& model) const;
    /// The field of another model whose way back has that name in queries, for example `books`.
    [[nodiscard]] std::optional<ReverseRelation> reverse(const Model& model,
                                                         std::string_view name) const;
    /// The attributes of `model` that lead to other objects, as prefetch_related takes them.
    [[nodiscard]] std::vector<std::string> relationNames(const Model& model) const;
    /// Where such an attribute leads; null when it is none.
    [[nodiscard]] const Model* relatedModel(const Model& model, std::string_view name) const;
    /// What may stand in a query of `model`: fields, columns, ways back and "pk".
    [[nodiscard]] std::vector<std::string> namesIn(const Model& model) const;
    /// "app.Book"
    [[nodiscard]] std::string label(const Model& model) const { return app + "." + model.name; }
};

/// The name of a way back in filters (`book`) and as an attribute (`book_set`); a related name
/// stands for both.
[[nodiscard]] std::string reverseQueryName(const ReverseRelation& relation);
[[nodiscard]] std::string reverseAttribute(const ReverseRelation& relation);

/// Reads {"app": "shop", "models": [{"name": "Book", "fields": [{"name": "title", "type": "text",
/// "max_length": 100}, {"name": "author", "type": "foreign_key", "to": "Author", "on_delete":
/// "cascade", "related_name": "books"}]}]}. Types: integer, big_integer, text, boolean, real,
/// decimal, date_time, foreign_key, one_to_one, many_to_many. Every model gets the key `id`.
///
/// Problems beside those of JsonObject: "orm-bad-name" {name}, "orm-duplicate-name" {name},
/// "orm-unknown-model" {name, nearest}, "orm-set-null" {field}: set_null needs a field that may be
/// null, "orm-bad-default" {field, value}.
tl::expected<Schema, Problems> readSchema(const nlohmann::json& json);

/// The join table that a many-to-many field of that model needs.
[[nodiscard]] Model makeJoinTable(const Schema& schema, const Model& model, const Field& field);

/// What `readSchema` reads; join tables are left to the reader.
[[nodiscard]] nlohmann::ordered_json writeSchema(const Schema& schema);

/// CREATE TABLE and its CREATE INDEX statements, as Django writes them for SQLite; the defaults
/// are the ORM's affair and not in the table.
[[nodiscard]] std::vector<std::string> createStatements(const Schema& schema);
[[nodiscard]] std::vector<std::string> createStatements(const Schema& schema, const Model& model);
[[nodiscard]] std::string createTable(const Schema& schema, const Model& model,
                                      std::string_view table);
[[nodiscard]] std::vector<std::string> createIndexes(const Model& model);
/// The column's definition, for example `"age" integer NULL`.
[[nodiscard]] std::string columnDefinition(const Schema& schema, const Field& field);
/// The name in double quotes, those inside doubled.
[[nodiscard]] std::string quotedName(std::string_view name);

} // namespace roundtrip::orm
