#include "core/data/orm/migration.h"

#include "core/data/orm/value.h"
#include "core/data/orm/words.h"
#include "core/kernel/quantity.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace roundtrip::orm {

namespace {

using Kind = Operation::Kind;

std::vector<std::string> modelNames(const Schema& schema) {
    std::vector<std::string> names;
    for (const Model& model : schema.models) {
        if (!model.isJoinTable) {
            names.push_back(model.name);
        }
    }
    return names;
}

Error unknownModel(const Schema& schema, const std::string& name) {
    return {"orm-unknown-model", {name, nearestWord(name, modelNames(schema))}, ""};
}

Error unknownField(const Model& model, const std::string& name) {
    std::vector<std::string> names;
    std::ranges::transform(model.fields, std::back_inserter(names), &Field::name);
    return {"orm-unknown-field", {name, model.name, nearestWord(name, names)}, ""};
}

/// Join tables follow from the fields.
void remakeJoinTables(Schema& schema) {
    std::erase_if(schema.models, &Model::isJoinTable);
    std::vector<Model> joins;
    for (const Model& model : schema.models) {
        for (const Field& field : model.fields) {
            if (!field.hasColumn()) {
                joins.push_back(makeJoinTable(schema, model, field));
            }
        }
    }
    std::ranges::move(joins, std::back_inserter(schema.models));
}

class Application {
  public:
    Application(Schema schema, const Operation& operation)
        : schema_(std::move(schema)), operation_(operation) {}

    tl::expected<Schema, Error> result() {
        if (operation_.kind == Kind::createModel) {
            createModel();
        } else if (operation_.kind != Kind::runSql) {
            changeModel();
        }
        if (!problems_.empty()) {
            return tl::unexpected(problems_.front());
        }
        remakeJoinTables(schema_);
        return std::move(schema_);
    }

  private:
    void createModel() {
        Model model = operation_.definition;
        model.name = operation_.model;
        model.table = lowered(schema_.app + "_" + model.name);
        if (schema_.model(model.name) != nullptr) {
            problems_.push_back({"orm-duplicate-name", {model.name}, ""});
        }
        if (model.fields.empty() || !model.fields.front().isPrimaryKey) {
            model.fields.insert(model.fields.begin(), {.name = "id", .isPrimaryKey = true});
        }
        schema_.models.push_back(model);
        for (const Field& field : model.fields) {
            checkTarget(field);
        }
    }

    void checkTarget(const Field& field) {
        if (field.isRelation() && schema_.model(field.target) == nullptr) {
            problems_.push_back(unknownModel(schema_, field.target));
        }
    }

    void changeModel() {
        const auto model = std::ranges::find(schema_.models, operation_.model, &Model::name);
        if (model == schema_.models.end()) {
            problems_.push_back(unknownModel(schema_, operation_.model));
        } else if (operation_.kind == Kind::deleteModel) {
            deleteModel(*model);
        } else if (operation_.kind == Kind::addField) {
            addField(*model);
        } else {
            changeField(*model);
        }
    }

    void deleteModel(const Model& model) {
        for (const ReverseRelation& relation : schema_.relationsTo(model)) {
            if (relation.model->name != model.name && !relation.model->isJoinTable) {
                const std::string name = relation.model->name + "." + relation.field->name;
                problems_.push_back({"orm-model-in-use", {model.name, name}, ""});
                return;
            }
        }
        std::erase_if(schema_.models,
                      [name = model.name](const Model& one) { return one.name == name; });
    }

    void addField(Model& model) {
        if (model.field(operation_.field.name) != nullptr) {
            problems_.push_back({"orm-duplicate-name", {operation_.field.name}, ""});
        }
        checkTarget(operation_.field);
        model.fields.push_back(operation_.field);
    }

    void changeField(Model& model) {
        const bool isAlteration = operation_.kind == Kind::alterField;
        const std::string& name = isAlteration ? operation_.field.name : operation_.fieldName;
        const auto field = std::ranges::find(model.fields, name, &Field::name);
        if (field == model.fields.end()) {
            problems_.push_back(unknownField(model, name));
        } else if (field->isPrimaryKey) {
            problems_.push_back({"orm-key-stays", {model.name}, ""});
        } else if (operation_.kind == Kind::removeField) {
            model.fields.erase(field);
        } else if (operation_.kind == Kind::renameField) {
            rename(model, *field);
        } else if (isAlteration) {
            alter(*field);
        } else {
            field->index = operation_.kind == Kind::addIndex;
        }
    }

    void rename(const Model& model, Field& field) {
        if (model.field(operation_.newName) != nullptr) {
            problems_.push_back({"orm-duplicate-name", {operation_.newName}, ""});
        }
        field.name = operation_.newName;
    }

    void alter(Field& field) {
        const Field& wanted = operation_.field;
        if (field.isRelation() != wanted.isRelation() || field.target != wanted.target ||
            field.hasColumn() != wanted.hasColumn()) {
            problems_.push_back({"orm-cannot-alter", {field.name}, ""});
        }
        field = wanted;
    }

    Schema schema_;
    const Operation& operation_;
    Problems problems_;
};

/// A model as it can be created when only some of the others are there.
Model withoutTargets(const Model& model, const Schema& present) {
    Model part = model;
    std::erase_if(part.fields, [&](const Field& field) {
        return field.isRelation() && field.target != model.name &&
               present.model(field.target) == nullptr;
    });
    return part;
}

class Difference {
  public:
    Difference(const Schema& from, const Schema& to, bool guessRenames)
        : from_(from), to_(to), guessRenames_(guessRenames) {}

    std::vector<Operation> operations() {
        createModels();
        for (const Model& model : to_.models) {
            const Model* before = from_.model(model.name);
            if (before != nullptr && !model.isJoinTable) {
                changeFields(*before, model);
            }
        }
        deleteModels();
        return std::move(operations_);
    }

  private:
    Operation& add(Kind kind, const std::string& model) {
        Operation& operation = operations_.emplace_back();
        operation.kind = kind;
        operation.model = model;
        return operation;
    }

    /// First those whose targets are there; in a circle, relations follow as fields.
    void createModels() {
        Schema present = from_;
        std::vector<const Model*> open;
        for (const Model& model : to_.models) {
            if (!model.isJoinTable && from_.model(model.name) == nullptr) {
                open.push_back(&model);
            }
        }
        std::vector<const Model*> incomplete;
        while (!open.empty()) {
            auto next = std::ranges::find_if(open, [&](const Model* model) {
                return withoutTargets(*model, present) == *model;
            });
            if (next == open.end()) {
                next = open.begin();
                incomplete.push_back(*next);
            }
            const Model part = withoutTargets(**next, present);
            add(Kind::createModel, part.name).definition = part;
            created_.push_back(part);
            present.models.push_back(part);
            open.erase(next);
        }
        for (const Model* model : incomplete) {
            const auto part = std::ranges::find(created_, model->name, &Model::name);
            for (const Field& field : model->fields) {
                if (part->field(field.name) == nullptr) {
                    add(Kind::addField, model->name).field = field;
                }
            }
        }
    }

    void changeFields(const Model& before, const Model& after) {
        std::vector<Field> left;
        std::vector<Field> came;
        for (const Field& field : before.fields) {
            if (after.field(field.name) == nullptr) {
                left.push_back(field);
            }
        }
        for (const Field& field : after.fields) {
            if (before.field(field.name) == nullptr) {
                came.push_back(field);
            }
        }
        if (guessRenames_ && isRename(left, came)) {
            Operation& rename = add(Kind::renameField, after.name);
            rename.fieldName = left.front().name;
            rename.newName = came.front().name;
            left.clear();
            came.clear();
        }
        for (const Field& field : left) {
            add(Kind::removeField, after.name).fieldName = field.name;
        }
        for (const Field& field : came) {
            add(Kind::addField, after.name).field = field;
        }
        for (const Field& field : after.fields) {
            const Field* known = before.field(field.name);
            if (known != nullptr && *known != field) {
                alter(after.name, *known, field);
            }
        }
    }

    static bool isRename(const std::vector<Field>& left, const std::vector<Field>& came) {
        if (left.size() != 1 || came.size() != 1) {
            return false;
        }
        Field renamed = left.front();
        renamed.name = came.front().name;
        return renamed == came.front();
    }

    void alter(const std::string& model, const Field& before, const Field& after) {
        const bool isOther = before.isRelation() != after.isRelation() ||
                             before.hasColumn() != after.hasColumn() ||
                             before.target != after.target;
        if (isOther) {
            add(Kind::removeField, model).fieldName = before.name;
            add(Kind::addField, model).field = after;
            return;
        }
        add(Kind::alterField, model).field = after;
    }

    /// Those that others refer to come last.
    void deleteModels() {
        std::vector<const Model*> open;
        for (const Model& model : from_.models) {
            if (!model.isJoinTable && to_.model(model.name) == nullptr) {
                open.push_back(&model);
            }
        }
        const auto refers = [](const Model* source, const Model* target) {
            return source != target && std::ranges::any_of(source->fields, [&](const Field& field) {
                       return field.isRelation() && field.target == target->name;
                   });
        };
        while (!open.empty()) {
            auto next = std::ranges::find_if(open, [&](const Model* target) {
                return std::ranges::none_of(
                    open, [&](const Model* source) { return refers(source, target); });
            });
            if (next == open.end()) {
                next = open.begin();
                breakReferences(open, **next);
            }
            add(Kind::deleteModel, (*next)->name);
            open.erase(next);
        }
    }

    void breakReferences(const std::vector<const Model*>& models, const Model& target) {
        for (const Model* model : models) {
            for (const Field& field : model->fields) {
                if (model != &target && field.isRelation() && field.target == target.name) {
                    add(Kind::removeField, model->name).fieldName = field.name;
                }
            }
        }
    }

    const Schema& from_;
    const Schema& to_;
    bool guessRenames_;
    std::vector<Operation> operations_;
    std::vector<Model> created_;
};

} // namespace

tl::expected<Schema, Error> apply(const Schema& schema, const Operation& operation) {
    return Application(schema, operation).result();
}

tl::expected<Operation, Error> inverse(const Schema& before, const Operation& operation) {
    if (const auto after = apply(before, operation); !after) {
        return tl::unexpected(after.error());
    }
    Operation back = operation;
    const Model* model = before.model(operation.model);
    switch (operation.kind) {
    case Kind::createModel:
        back.kind = Kind::deleteModel;
        break;
    case Kind::deleteModel:
        back.kind = Kind::createModel;
        back.definition = *model;
        break;
    case Kind::addField:
        back.kind = Kind::removeField;
        back.fieldName = operation.field.name;
        break;
    case Kind::removeField:
        back.kind = Kind::addField;
        back.field = *model->field(operation.fieldName);
        break;
    case Kind::renameField:
        std::swap(back.fieldName, back.newName);
        break;
    case Kind::alterField:
        back.field = *model->field(operation.field.name);
        break;
    case Kind::addIndex:
        back.kind = Kind::removeIndex;
        break;
    case Kind::removeIndex:
        back.kind = Kind::addIndex;
        break;
    case Kind::runSql:
        if (operation.reverseSql.empty()) {
            return tl::unexpected(Error{"orm-irreversible", {}, ""});
        }
        std::swap(back.sql, back.reverseSql);
        break;
    }
    return back;
}

std::vector<Operation> difference(const Schema& from, const Schema& to, bool guessRenames) {
    return Difference(from, to, guessRenames).operations();
}

} // namespace roundtrip::orm
