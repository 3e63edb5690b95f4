#include "core/data/orm/migration_reader.h"

#include "core/data/orm/field_reader.h"
#include "core/data/orm/words.h"
#include "core/kernel/json_object.h"
#include "core/kernel/text.h"

#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace roundtrip::orm {

namespace {

using Kind = Operation::Kind;

struct Form {
    Kind kind;
    std::string_view name;
    std::vector<std::string_view> members; ///< all needed but "reverse"
};

const std::vector<Form>& forms() {
    static const std::vector<Form> kForms{
        {Kind::createModel, "create_model", {"model", "fields"}},
        {Kind::deleteModel, "delete_model", {"model"}},
        {Kind::addField, "add_field", {"model", "field"}},
        {Kind::removeField, "remove_field", {"model", "name"}},
        {Kind::renameField, "rename_field", {"model", "name", "to"}},
        {Kind::alterField, "alter_field", {"model", "field"}},
        {Kind::addIndex, "add_index", {"model", "name"}},
        {Kind::removeIndex, "remove_index", {"model", "name"}},
        {Kind::runSql, "run_sql", {"sql", "reverse"}},
    };
    return kForms;
}

class HistoryReader {
  public:
    tl::expected<MigrationHistory, Problems> read(const nlohmann::json& json) {
        JsonObject object(json, "", problems_);
        object.allowOnly({"app", "migrations"});
        history_.app = object.text("app", "app");
        if (!isName(history_.app)) {
            object.report("orm-bad-name", {history_.app}, "app");
        }
        schema_.app = history_.app;
        std::set<std::string> names;
        for (const JsonObject::Element& element : object.array("migrations")) {
            readMigration(element, names);
        }
        if (!problems_.empty()) {
            return tl::unexpected(problems_);
        }
        return std::move(history_);
    }

  private:
    void readMigration(const JsonObject::Element& element, std::set<std::string>& names) {
        JsonObject object(*element.json, element.pointer, problems_);
        object.allowOnly({"name", "operations"});
        Migration migration;
        migration.name = object.requiredText("name");
        if (!migration.name.empty() && !names.insert(migration.name).second) {
            object.report("orm-duplicate-name", {migration.name}, "name");
        }
        for (const JsonObject::Element& operation : object.array("operations")) {
            migration.operations.push_back(readOperation(operation));
        }
        history_.migrations.push_back(std::move(migration));
    }

    Operation readOperation(const JsonObject::Element& element) {
        const std::size_t problemsBefore = problems_.size();
        JsonObject object(*element.json, element.pointer, problems_);
        std::vector<std::string_view> kinds;
        for (const Form& form : forms()) {
            kinds.push_back(form.name);
        }
        object.require("do");
        const Form& form = forms()[object.choice("do", kinds, 0)];
        std::vector<std::string_view> known = form.members;
        known.emplace_back("do");
        object.allowOnly(known);
        for (const std::string_view member : form.members) {
            if (member != "reverse") {
                object.require(member);
            }
        }
        Operation operation;
        operation.kind = form.kind;
        operation.model = object.text("model");
        operation.fieldName = object.text("name");
        operation.newName = object.text("to");
        operation.sql = object.text("sql");
        operation.reverseSql = object.text("reverse");
        readFields(object, element, operation);
        if (problems_.size() == problemsBefore) {
            follow(operation, element.pointer);
        }
        return operation;
    }

    void readFields(JsonObject& object, const JsonObject::Element& element, Operation& operation) {
        std::set<std::string> taken{"id"};
        if (const nlohmann::json* field = object.find("field")) {
            operation.field = readField({field, element.pointer + "/field"}, taken, problems_);
        }
        if (operation.kind == Kind::createModel) {
            Model& model = operation.definition;
            model.name = operation.model;
            model.table = lowered(history_.app + "_" + model.name);
            model.fields.push_back({.name = "id", .isPrimaryKey = true});
            for (const JsonObject::Element& field : object.array("fields")) {
                model.fields.push_back(readField(field, taken, problems_));
            }
        }
    }

    /// Each operation has to fit the schema that those before it have made.
    void follow(const Operation& operation, const std::string& pointer) {
        auto next = apply(schema_, operation);
        if (next) {
            schema_ = *std::move(next);
        } else {
            problems_.push_back({next.error().code, next.error().args, pointer});
        }
    }

    MigrationHistory history_;
    Schema schema_;
    Problems problems_;
};

} // namespace

tl::expected<MigrationHistory, Problems> readMigrations(const nlohmann::json& json) {
    return HistoryReader().read(json);
}

} // namespace roundtrip::orm
