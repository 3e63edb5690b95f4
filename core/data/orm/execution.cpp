#include "core/data/orm/execution.h"

#include "core/data/orm/select_query.h"
#include "core/data/orm/sql_writer.h"
#include "core/data/orm/value.h"

#include <algorithm>
#include <map>
#include <set>

namespace roundtrip::orm {

namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

InstancePtr instanceOf(const ObjectShape& shape, const OrderedJson& row) {
    auto instance = std::make_shared<Instance>();
    instance->model = shape.model;
    for (const ResultColumn& column : shape.columns) {
        instance->fields[column.key] = shownColumn(column, row);
    }
    for (const ObjectShape& related : shape.related) {
        Instance::Related relation{related.relation, false, {}};
        const auto key = row.find(related.columns.front().name);
        if (key != row.end() && !key->is_null()) {
            relation.objects.push_back(instanceOf(related, row));
        }
        instance->related.push_back(std::move(relation));
    }
    return instance;
}

ObjectShape plainShape(const Model& model) {
    ObjectShape shape;
    shape.model = &model;
    for (const Field& field : model.fields) {
        if (field.hasColumn()) {
            shape.columns.push_back({field.column(), field.column(), field});
        }
    }
    return shape;
}

/// How the objects of a relation are found: rows of `model` where `path` is one of the keys that
/// the owners hold in `ownerColumn`.
struct Relation {
    const Model* model = nullptr;
    std::string path;
    std::string ownerColumn = "id";
    bool isMany = false;
    std::string wayBack; ///< how an object calls its only owner; empty when it may have several
};

Relation relationOf(const Schema& schema, const Model& owner, std::string_view name) {
    if (const Field* field = owner.field(name); field != nullptr && field->isRelation()) {
        const Model& target = schema.targetOf(*field);
        if (field->hasColumn()) {
            const bool isOne = field->isUnique();
            return {&target, "id", field->column(), false,
                    isOne ? reverseAttribute({&owner, field}) : ""};
        }
        return {&target, reverseQueryName({&owner, field}), "id", true, ""};
    }
    for (const ReverseRelation& relation : schema.relationsTo(owner)) {
        if (!relation.model->isJoinTable && reverseAttribute(relation) == name) {
            const std::string& field = relation.field->name;
            return {relation.model, field, "id", !relation.field->isUnique(),
                    relation.field->hasColumn() ? field : ""};
        }
    }
    return {};
}

} // namespace

const Instance::Related* Instance::find(std::string_view name) const {
    const auto found = std::ranges::find(related, name, &Related::name);
    return found == related.end() ? nullptr : &*found;
}

std::int64_t Instance::key() const {
    return fields.at("id").get<std::int64_t>();
}

OrderedJson shownColumn(const ResultColumn& column, const OrderedJson& row) {
    const auto found = row.find(column.name);
    if (found == row.end() || found->is_null()) {
        return column.isCount ? OrderedJson(0) : OrderedJson();
    }
    if (found->is_structured()) {
        return *found;
    }
    if (column.field.type == FieldType::decimal && !column.isStored && found->is_number()) {
        return computedDecimal(found->get<double>());
    }
    if (column.field.type == FieldType::boolean || column.field.type == FieldType::decimal) {
        return shownValue(column.field, *found);
    }
    return *found;
}

OrderedJson jsonOf(const Instance& instance) {
    OrderedJson json = instance.fields;
    for (const Instance::Related& relation : instance.related) {
        OrderedJson objects = OrderedJson::array();
        for (const InstancePtr& object : relation.objects) {
            objects.push_back(jsonOf(*object));
        }
        if (relation.isMany) {
            json[relation.name] = std::move(objects);
        } else {
            json[relation.name] = objects.empty() ? OrderedJson() : objects.front();
        }
    }
    return json;
}

tl::expected<Json, Error> Execution::valueOf(const Parameter& parameter) const {
    if (parameter.placeholder.empty()) {
        return boundValue(parameter, parameter.constant);
    }
    const auto found = values_.find(parameter.placeholder);
    if (found == values_.end()) {
        return tl::unexpected(Error{"orm-missing-value", {parameter.placeholder}, parameter.place});
    }
    return boundValue(parameter, *found);
}

tl::expected<void, Error> Execution::sendQuietly(const std::string& sql) {
    const auto done = sender_(sql, nullptr);
    if (!done) {
        return tl::unexpected(done.error());
    }
    return {};
}

tl::expected<QueryResult, Error> Execution::send(const Statement& statement) {
    if (statement.asksNothing) {
        return QueryResult{};
    }
    StatementRun sent{.sql = statement.sql, .values = Json::object()};
    for (const Parameter& parameter : statement.parameters) {
        auto value = valueOf(parameter);
        if (!value) {
            return tl::unexpected(value.error());
        }
        sent.values[parameter.name] = *std::move(value);
    }
    auto result = sender_(statement.sql, sent.values);
    if (!result) {
        return result;
    }
    sent.vmSteps = result->vmSteps;
    sent.changedRows = result->changedRows;
    sent.rows = static_cast<std::int64_t>(result->rows.size());
    sent.rowsRead = result->rowsRead;
    sent.rowsChanged = result->rowsChanged;
    sent.changeset = result->changeset;
    statements.push_back(std::move(sent));
    return result;
}

tl::expected<std::vector<InstancePtr>, Error> Execution::fetch(const Statement& statement,
                                                               const ObjectShape& shape) {
    const auto result = send(statement);
    if (!result) {
        return tl::unexpected(result.error());
    }
    std::vector<InstancePtr> instances;
    for (const OrderedJson& row : result->rows) {
        instances.push_back(instanceOf(shape, row));
    }
    return instances;
}

tl::expected<std::vector<RelatedRow>, Error> fetchRelated(Execution& execution, const Model& model,
                                                          const std::string& path,
                                                          const std::vector<Json>& keys) {
    SelectQuery query(execution.schema, model);
    Condition lookup;
    lookup.kind = Condition::Kind::lookup;
    lookup.path = path + "__in";
    lookup.value.kind = Scalar::Kind::list;
    for (const Json& key : keys) {
        lookup.value.operands.emplace_back().constant = key;
    }
    Condition all;
    all.children.push_back(std::move(lookup));
    if (auto done = query.addFilter(all, false); !done) {
        return tl::unexpected(done.error());
    }
    query.selectModel();
    const Where* test = query.where->children.front().get();
    while (test->left == nullptr) {
        test = test->children.front().get();
    }
    query.selected.push_back({test->left, "__owner"});
    SqlWriter writer;
    Statement statement;
    statement.asksNothing = !writer.select(query);
    statement.sql = std::move(writer.text);
    statement.parameters = std::move(writer.parameters);
    const auto result = execution.send(statement);
    if (!result) {
        return tl::unexpected(result.error());
    }
    const ObjectShape shape = plainShape(model);
    std::vector<RelatedRow> rows;
    for (const OrderedJson& row : result->rows) {
        rows.push_back({row.at("__owner"), instanceOf(shape, row)});
    }
    return rows;
}

namespace {

/// Takes the relation from the objects that they were fetched for; false when these are others.
bool takeOwners(const std::vector<InstancePtr>& objects, const std::string& name) {
    const auto ownerOf = [&](const InstancePtr& object) -> const Instance* {
        for (const auto& [relation, owner] : object->owners) {
            if (relation == name) {
                return owner;
            }
        }
        return nullptr;
    };
    if (ownerOf(objects.front()) == nullptr) {
        return false;
    }
    for (const InstancePtr& object : objects) {
        auto copy = std::make_shared<Instance>();
        copy->model = ownerOf(object)->model;
        copy->fields = ownerOf(object)->fields;
        object->related.push_back({name, false, {std::move(copy)}});
    }
    return true;
}

} // namespace

tl::expected<void, Error> prefetch(Execution& execution, const std::vector<InstancePtr>& owners,
                                   const std::string& name) {
    if (takeOwners(owners, name)) {
        return {};
    }
    const Relation relation = relationOf(execution.schema, *owners.front()->model, name);
    std::vector<Json> keys;
    std::set<Json> seen;
    for (const InstancePtr& owner : owners) {
        const Json key = owner->fields.at(relation.ownerColumn);
        if (!key.is_null() && seen.insert(key).second) {
            keys.push_back(key);
        }
    }
    const auto rows = fetchRelated(execution, *relation.model, relation.path, keys);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::map<Json, std::vector<InstancePtr>> byOwner;
    for (const RelatedRow& row : *rows) {
        byOwner[row.owner].push_back(row.object);
    }
    for (const InstancePtr& owner : owners) {
        if (owner->find(name) == nullptr) {
            auto& objects = byOwner[owner->fields.at(relation.ownerColumn)];
            for (const InstancePtr& object : objects) {
                if (!relation.wayBack.empty()) {
                    object->owners.emplace_back(relation.wayBack, owner.get());
                }
            }
            owner->related.push_back({name, relation.isMany, objects});
        }
    }
    return {};
}

} // namespace roundtrip::orm
