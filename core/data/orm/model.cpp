#include "core/data/orm/model.h"

#include "core/data/orm/words.h"
#include "core/kernel/text.h"

#include <algorithm>

namespace roundtrip::orm {

std::string Field::column() const {
    return isRelation() ? name + "_id" : name;
}

const Field* Model::field(std::string_view wanted) const {
    if (wanted == "pk") {
        return &primaryKey();
    }
    const auto found = std::ranges::find_if(fields, [&](const Field& field) {
        return field.name == wanted || (field.hasColumn() && field.column() == wanted);
    });
    return found == fields.end() ? nullptr : &*found;
}

const Model* Schema::model(std::string_view name) const {
    const auto found = std::ranges::find(models, name, &Model::name);
    return found == models.end() ? nullptr : &*found;
}

const Model& Schema::joinTableOf(const Model& model, const Field& field) const {
    return *this->model(model.name + "_" + field.name);
}

std::vector<ReverseRelation> Schema::relationsTo(const Model& model) const {
    std::vector<ReverseRelation> relations;
    for (const Model& other : models) {
        for (const Field& field : other.fields) {
            if (field.isRelation() && field.target == model.name) {
                relations.push_back({&other, &field});
            }
        }
    }
    return relations;
}

std::optional<ReverseRelation> Schema::reverse(const Model& model, std::string_view name) const {
    for (const ReverseRelation& relation : relationsTo(model)) {
        if (!relation.model->isJoinTable && reverseQueryName(relation) == name) {
            return relation;
        }
    }
    return std::nullopt;
}

std::vector<std::string> Schema::relationNames(const Model& model) const {
    std::vector<std::string> names;
    for (const Field& field : model.fields) {
        if (field.isRelation()) {
            names.push_back(field.name);
        }
    }
    for (const ReverseRelation& relation : relationsTo(model)) {
        if (!relation.model->isJoinTable) {
            names.push_back(reverseAttribute(relation));
        }
    }
    return names;
}

const Model* Schema::relatedModel(const Model& model, std::string_view name) const {
    for (const Field& field : model.fields) {
        if (field.isRelation() && field.name == name) {
            return &targetOf(field);
        }
    }
    for (const ReverseRelation& relation : relationsTo(model)) {
        if (!relation.model->isJoinTable && reverseAttribute(relation) == name) {
            return relation.model;
        }
    }
    return nullptr;
}

std::vector<std::string> Schema::namesIn(const Model& model) const {
    std::vector<std::string> names{"pk"};
    for (const Field& field : model.fields) {
        names.push_back(field.name);
        if (field.hasColumn() && field.isRelation()) {
            names.push_back(field.column());
        }
    }
    for (const ReverseRelation& relation : relationsTo(model)) {
        if (!relation.model->isJoinTable) {
            names.push_back(reverseQueryName(relation));
        }
    }
    return names;
}

std::string reverseQueryName(const ReverseRelation& relation) {
    return relation.field->relatedName.empty() ? lowered(relation.model->name)
                                               : relation.field->relatedName;
}

std::string reverseAttribute(const ReverseRelation& relation) {
    const bool isMany = !relation.field->isUnique();
    const bool hasName = !relation.field->relatedName.empty();
    return reverseQueryName(relation) + (hasName || !isMany ? "" : "_set");
}

Model makeJoinTable(const Schema& schema, const Model& model, const Field& field) {
    const bool isToItself = model.name == field.target;
    const auto end = [&](const std::string& name, const std::string& target) {
        Field key{.name = name, .type = FieldType::foreignKey};
        key.target = target;
        key.index = true;
        return key;
    };
    const std::string from = lowered(model.name);
    const std::string to = lowered(field.target);
    Model join;
    join.name = model.name + "_" + field.name;
    join.table = lowered(schema.app + "_" + model.name + "_" + field.name);
    join.isJoinTable = true;
    join.fields.push_back({.name = "id", .isPrimaryKey = true});
    join.fields.push_back(end(isToItself ? "from_" + from : from, model.name));
    join.fields.push_back(end(isToItself ? "to_" + to : to, field.target));
    return join;
}

} // namespace roundtrip::orm
