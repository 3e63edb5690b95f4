#include "core/data/orm/field_reader.h"
#include "core/data/orm/model.h"
#include "core/data/orm/value.h"
#include "core/data/orm/words.h"
#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"
#include "core/kernel/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace roundtrip::orm {

namespace {

using Json = nlohmann::json;

class SchemaReader {
  public:
    tl::expected<Schema, Problems> read(const Json& json) {
        JsonObject object(json, "", problems_);
        object.allowOnly({"app", "models"});
        schema_.app = object.text("app", "app");
        if (!isName(schema_.app)) {
            object.report("orm-bad-name", {schema_.app}, "app");
        }
        object.require("models");
        std::set<std::string> names;
        for (const JsonObject::Element& element : object.array("models")) {
            readModel(element, names);
        }
        checkTargets();
        if (!problems_.empty()) {
            return tl::unexpected(problems_);
        }
        addJoinTables();
        checkReverseNames();
        if (!problems_.empty()) {
            return tl::unexpected(problems_);
        }
        return schema_;
    }

  private:
    void readModel(const JsonObject::Element& element, std::set<std::string>& names) {
        JsonObject object(*element.json, element.pointer, problems_);
        object.allowOnly({"name", "fields"});
        Model model;
        model.name = object.requiredText("name");
        checkName(object, model.name, names);
        model.table = lowered(schema_.app + "_" + model.name);
        model.fields.push_back({.name = "id", .isPrimaryKey = true});
        std::set<std::string> fieldNames{"id"};
        for (const JsonObject::Element& field : object.array("fields")) {
            model.fields.push_back(readField(field, fieldNames, problems_));
            pointers_.push_back(field.pointer);
            if (model.fields.back().isRelation()) {
                fieldNames.insert(lowered(model.fields.back().column()));
            }
        }
        schema_.models.push_back(std::move(model));
    }
    void checkTargets() {
        std::vector<std::string> names;
        std::ranges::transform(schema_.models, std::back_inserter(names), &Model::name);
        auto pointer = pointers_.begin();
        for (const Model& model : schema_.models) {
            for (const Field& field : model.fields) {
                if (field.isPrimaryKey) {
                    continue;
                }
                if (!field.target.empty() && schema_.model(field.target) == nullptr) {
                    problems_.push_back({"orm-unknown-model",
                                         {field.target, nearestWord(field.target, names)},
                                         *pointer + "/to"});
                }
                ++pointer;
            }
        }
    }
    void addJoinTables() {
        std::vector<Model> joins;
        for (const Model& model : schema_.models) {
            for (const Field& field : model.fields) {
                if (!field.hasColumn()) {
                    joins.push_back(makeJoinTable(schema_, model, field));
                }
            }
        }
        for (Model& join : joins) {
            if (schema_.model(join.name) != nullptr) {
                problems_.push_back({"orm-duplicate-name", {join.name}, "/models"});
            }
            schema_.models.push_back(std::move(join));
        }
    }
    /// Two ways back of one name, or one that is called like a field, could not be told apart.
    void checkReverseNames() {
        for (const Model& model : schema_.models) {
            std::set<std::string> names;
            for (const Field& field : model.fields) {
                names.insert(field.name);
            }
            for (const ReverseRelation& relation : schema_.relationsTo(model)) {
                const bool isHidden = relation.model->isJoinTable;
                if (!isHidden && !names.insert(reverseQueryName(relation)).second) {
                    problems_.push_back(
                        {"orm-duplicate-name", {reverseQueryName(relation)}, "/models"});
                }
            }
        }
    }

    Schema schema_;
    Problems problems_;
    std::vector<std::string> pointers_; ///< of each field but the keys, in order
};

void writeRelation(const Field& field, nlohmann::ordered_json& json) {
    json["to"] = field.target;
    if (field.hasColumn()) {
        json["on_delete"] = kOnDelete.at(static_cast<std::size_t>(field.onDelete));
    }
    if (!field.relatedName.empty()) {
        json["related_name"] = field.relatedName;
    }
}

nlohmann::ordered_json writeField(const Field& field) {
    nlohmann::ordered_json json{{"name", field.name}, {"type", nameOf(field.type)}};
    if (field.maxLength > 0) {
        json["max_length"] = field.maxLength;
    }
    if (field.type == FieldType::decimal) {
        json["max_digits"] = field.maxDigits;
        json["decimal_places"] = field.decimalPlaces;
    }
    if (field.isRelation()) {
        writeRelation(field, json);
    }
    for (const auto& [name, isSet] :
         {std::pair{"null", field.null}, {"unique", field.unique}, {"index", field.index}}) {
        if (isSet) {
            json[name] = true;
        }
    }
    if (field.defaultValue) {
        json["default"] = *field.defaultValue;
    }
    return json;
}

} // namespace

tl::expected<Schema, Problems> readSchema(const Json& json) {
    return SchemaReader().read(json);
}

nlohmann::ordered_json writeSchema(const Schema& schema) {
    nlohmann::ordered_json models = nlohmann::ordered_json::array();
    for (const Model& model : schema.models) {
        if (model.isJoinTable) {
            continue;
        }
        nlohmann::ordered_json fields = nlohmann::ordered_json::array();
        for (const Field& field : model.fields) {
            if (!field.isPrimaryKey) {
                fields.push_back(writeField(field));
            }
        }
        models.push_back({{"name", model.name}, {"fields", std::move(fields)}});
    }
    return {{"app", schema.app}, {"models", std::move(models)}};
}

} // namespace roundtrip::orm
