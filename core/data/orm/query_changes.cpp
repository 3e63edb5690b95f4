#include "core/data/orm/query_compiler.h"
#include "core/data/orm/syntax.h"
#include "core/data/orm/value.h"
#include "core/kernel/quantity.h"

#include <algorithm>

namespace roundtrip::orm {

namespace {

Error unknownField(const Schema& schema, const Model& model, const Assignment& assignment) {
    const std::string near = nearestWord(assignment.name, schema.namesIn(model));
    return {
        "orm-unknown-field", {assignment.name, model.name, near}, columnText(assignment.column)};
}

/// What a new row holds in a field that nobody gave: its default, an empty text, or NULL.
nlohmann::json valueWhenMissing(const Field& field) {
    if (field.defaultValue) {
        return *field.defaultValue;
    }
    return field.type == FieldType::text && !field.null ? nlohmann::json("") : nlohmann::json();
}

SqlPtr valueExpression(const Parameter& parameter, const Field& field) {
    SqlExpression value;
    value.kind = SqlExpression::Kind::parameter;
    value.parameter = parameter;
    value.field = field;
    return std::make_shared<const SqlExpression>(std::move(value));
}

tl::expected<Parameter, Error> givenValue(const Field& field, const Assignment& assignment) {
    const Scalar& value = assignment.value;
    const bool isValue =
        value.kind == Scalar::Kind::constant || value.kind == Scalar::Kind::placeholder;
    if (!isValue) {
        return tl::unexpected(Error{"orm-bad-argument", {"create"}, columnText(assignment.column)});
    }
    const bool isNone = value.kind == Scalar::Kind::constant && value.constant.is_null();
    if (field.isRelation() && assignment.name == field.name && !isNone) {
        return tl::unexpected(Error{"orm-needs-key", {field.name}, columnText(assignment.column)});
    }
    auto parameter = parameterFor(value, &field);
    if (parameter) {
        parameter->mayBeNull = true;
    }
    return parameter;
}

} // namespace

QueryCompiler::Done QueryCompiler::create(const std::vector<Assignment>& assignments) {
    const Model& model = query_.model;
    std::map<std::string, Parameter> given;
    for (const Assignment& assignment : assignments) {
        const Field* field = model.field(assignment.name);
        if (field == nullptr || !field->hasColumn()) {
            return tl::unexpected(unknownField(query_.schema, model, assignment));
        }
        auto value = givenValue(*field, assignment);
        if (!value) {
            return tl::unexpected(value.error());
        }
        given[field->column()] = *std::move(value);
    }
    std::vector<SqlWriter::Change> values;
    for (const Field& field : model.fields) {
        const auto found = given.find(field.column());
        if (!field.hasColumn() || (field.isPrimaryKey && found == given.end())) {
            continue;
        }
        Parameter parameter;
        parameter.mayBeNull = true;
        if (found != given.end()) {
            parameter = found->second;
        } else {
            parameter.constant = valueWhenMissing(field);
            parameter.field = {field};
        }
        compiled_.created.emplace_back(field.column(), parameter);
        values.push_back({field.column(), valueExpression(parameter, field)});
    }
    SqlWriter writer;
    writer.insert(model, values);
    compiled_.insert.sql = writer.text + " RETURNING \"id\"";
    compiled_.insert.parameters = std::move(writer.parameters);
    return {};
}

QueryCompiler::Done QueryCompiler::getOrCreate(const QueryStep& step) {
    if (auto done = get(step); !done) {
        return done;
    }
    std::vector<Assignment> assignments = step.assignments;
    for (const Condition& lookup : step.condition.children) {
        const bool isGiven =
            std::ranges::find(assignments, lookup.path, &Assignment::name) != assignments.end();
        if (!isGiven && lookup.path.find("__") == std::string::npos) {
            assignments.push_back({lookup.path, lookup.value, lookup.column});
        }
    }
    if (auto done = create(assignments); !done) {
        compiled_.cannotCreate = done.error();
    }
    return {};
}

QueryCompiler::Done QueryCompiler::update(const QueryStep& step) {
    if (auto allowed = refuseAfterSlice(step, "update"); !allowed) {
        return allowed;
    }
    for (const FieldName& name : ordering_) {
        // The subquery of an update over several tables forgets annotations.
        const std::string path = name.path.substr(name.path.starts_with('-') ? 1 : 0);
        if (query_.annotation(path) != nullptr && query_.joins.usedTables() > 1) {
            return tl::unexpected(
                unknownField(query_.schema, query_.model, {path, {}, name.column}));
        }
    }
    std::vector<SqlWriter::Change> changes;
    for (const Assignment& assignment : step.assignments) {
        const Field* field = query_.model.field(assignment.name);
        if (field == nullptr || !field->hasColumn()) {
            return tl::unexpected(unknownField(query_.schema, query_.model, assignment));
        }
        const bool isValue = assignment.value.kind == Scalar::Kind::constant ||
                             assignment.value.kind == Scalar::Kind::placeholder;
        if (!isValue) {
            auto resolved = query_.resolve(assignment.value, false);
            if (!resolved) {
                return tl::unexpected(resolved.error());
            }
            if ((*resolved)->hasAggregate()) {
                return tl::unexpected(Error{
                    "orm-nested-aggregate", {assignment.name}, columnText(assignment.column)});
            }
            changes.push_back({field->column(), *std::move(resolved)});
            continue;
        }
        auto parameter = parameterFor(assignment.value, field);
        if (!parameter) {
            return tl::unexpected(parameter.error());
        }
        parameter->mayBeNull = true;
        changes.push_back({field->column(), valueExpression(*parameter, *field)});
    }
    SqlWriter writer;
    compiled_.statement.asksNothing = changes.empty() || !writer.update(query_, changes);
    compiled_.statement.sql = std::move(writer.text);
    compiled_.statement.parameters = std::move(writer.parameters);
    return {};
}

QueryCompiler::Done QueryCompiler::deleteAll(const QueryStep& step) {
    if (auto allowed = refuseAfterSlice(step, "delete"); !allowed) {
        return allowed;
    }
    if (hasValues_ || query_.isDistinct) {
        return tl::unexpected(Error{"orm-after-values", {"delete"}, columnText(step.column)});
    }
    if (query_.schema.relationsTo(query_.model).empty()) {
        SqlWriter writer;
        compiled_.fastDelete.asksNothing = !writer.deleteRows(query_);
        compiled_.fastDelete.sql = std::move(writer.text);
        compiled_.fastDelete.parameters = std::move(writer.parameters);
        return {};
    }
    ordering_.clear();
    wanted_ = {};
    wantsAllRelated_ = false;
    return rows();
}

tl::expected<CompiledQuery, Error> compile(const Schema& schema,
                                           const QueryExpression& expression) {
    std::vector<std::string> names;
    const Model* model = nullptr;
    for (const Model& known : schema.models) {
        if (!known.isJoinTable) {
            names.push_back(known.name);
            model = known.name == expression.model ? &known : model;
        }
    }
    if (model == nullptr) {
        return tl::unexpected(Error{"orm-unknown-model",
                                    {expression.model, nearestWord(expression.model, names)},
                                    columnText(expression.column)});
    }
    return QueryCompiler(schema, *model).compile(expression.steps);
}

} // namespace roundtrip::orm
