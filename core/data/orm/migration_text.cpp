#include "core/data/orm/migration.h"
#include "core/data/orm/words.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <array>

namespace roundtrip::orm {

namespace {

std::string python(const nlohmann::json& value) {
    if (value.is_null()) {
        return "None";
    }
    if (value.is_boolean()) {
        return value.get<bool>() ? "True" : "False";
    }
    return value.dump();
}

std::string fieldClass(const Field& field) {
    static constexpr std::array kClasses{
        "IntegerField", "BigIntegerField", "TextField",  "BooleanField",  "FloatField",
        "DecimalField", "DateTimeField",   "ForeignKey", "OneToOneField", "ManyToManyField"};
    const bool isShort = field.type == FieldType::text && field.maxLength > 0;
    return isShort ? "CharField" : kClasses.at(static_cast<std::size_t>(field.type));
}

std::string fieldCode(const Field& field) {
    static constexpr std::array kOnDelete{"CASCADE", "PROTECT", "SET_NULL"};
    std::vector<std::string> options;
    if (field.isPrimaryKey) {
        return "models.AutoField(primary_key=True)";
    }
    if (field.maxLength > 0) {
        options.push_back(fmt::format("max_length={}", field.maxLength));
    }
    if (field.type == FieldType::decimal) {
        options.push_back(
            fmt::format("max_digits={}, decimal_places={}", field.maxDigits, field.decimalPlaces));
    }
    if (field.isRelation()) {
        options.push_back(fmt::format("to=\"{}\"", field.target));
        if (field.hasColumn()) {
            options.push_back(fmt::format("on_delete=models.{}",
                                          kOnDelete.at(static_cast<std::size_t>(field.onDelete))));
        }
        if (!field.relatedName.empty()) {
            options.push_back(fmt::format("related_name=\"{}\"", field.relatedName));
        }
    }
    if (field.defaultValue) {
        options.push_back("default=" + python(*field.defaultValue));
    }
    if (field.null) {
        options.emplace_back("null=True");
    }
    if (field.unique) {
        options.emplace_back("unique=True");
    }
    if (field.index) {
        options.emplace_back("db_index=True");
    }
    return fmt::format("models.{}({})", fieldClass(field), fmt::join(options, ", "));
}

std::string createModelCode(const Operation& operation) {
    std::string fields = "        (\"id\", models.AutoField(primary_key=True)),\n";
    for (const Field& field : operation.definition.fields) {
        if (!field.isPrimaryKey) {
            fields += fmt::format("        (\"{}\", {}),\n", field.name, fieldCode(field));
        }
    }
    return fmt::format("migrations.CreateModel(\n    name=\"{}\",\n    fields=[\n{}    ],\n)",
                       operation.model, fields);
}

} // namespace

std::string asDjango(const Operation& operation) {
    const std::string model = lowered(operation.model);
    switch (operation.kind) {
    case Operation::Kind::createModel:
        return createModelCode(operation);
    case Operation::Kind::deleteModel:
        return fmt::format("migrations.DeleteModel(name=\"{}\")", operation.model);
    case Operation::Kind::addField:
    case Operation::Kind::alterField:
        return fmt::format("migrations.{}(model_name=\"{}\", name=\"{}\", field={})",
                           operation.kind == Operation::Kind::addField ? "AddField" : "AlterField",
                           model, operation.field.name, fieldCode(operation.field));
    case Operation::Kind::removeField:
        return fmt::format("migrations.RemoveField(model_name=\"{}\", name=\"{}\")", model,
                           operation.fieldName);
    case Operation::Kind::renameField:
        return fmt::format(
            "migrations.RenameField(model_name=\"{}\", old_name=\"{}\", new_name=\"{}\")", model,
            operation.fieldName, operation.newName);
    case Operation::Kind::addIndex:
        return fmt::format("migrations.AddIndex(model_name=\"{}\", "
                           "index=models.Index(fields=[\"{}\"], name=\"{}\"))",
                           model, operation.fieldName, model + "_" + operation.fieldName);
    case Operation::Kind::removeIndex:
        return fmt::format("migrations.RemoveIndex(model_name=\"{}\", name=\"{}\")", model,
                           model + "_" + operation.fieldName);
    default:
        break;
    }
    const std::string reverse =
        operation.reverseSql.empty() ? "" : ", reverse_sql=" + python(operation.reverseSql);
    return fmt::format("migrations.RunSQL({}{})", python(operation.sql), reverse);
}

} // namespace roundtrip::orm
