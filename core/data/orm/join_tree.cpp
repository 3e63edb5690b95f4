#include "core/data/orm/join_tree.h"

#include "core/data/orm/syntax.h"
#include "core/data/orm/words.h"
#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <optional>
#include <ranges>

namespace roundtrip::orm {

namespace {

/// The steps over a relation of `model`; a many-to-many field takes two, over its join table.
std::vector<PathStep> stepsOver(const Schema& schema, const Model& model, const Field& field) {
    const Model& target = schema.targetOf(field);
    if (field.hasColumn()) {
        return {{.to = &target, .key = &field}};
    }
    const Model& join = schema.joinTableOf(model, field);
    return {{.to = &join, .key = &join.fields[1], .isDirect = false, .isMany = true},
            {.to = &target, .key = &join.fields[2]}};
}

std::vector<PathStep> stepsBack(const Schema& schema, const ReverseRelation& relation) {
    const Field& field = *relation.field;
    if (field.hasColumn()) {
        return {
            {.to = relation.model, .key = &field, .isDirect = false, .isMany = !field.isUnique()}};
    }
    const Model& join = schema.joinTableOf(*relation.model, field);
    return {{.to = &join, .key = &join.fields[2], .isDirect = false, .isMany = true},
            {.to = relation.model, .key = &join.fields[1]}};
}

Error unknownField(const Schema& schema, const Model& model, const std::string& name,
                   std::size_t column) {
    return {"orm-unknown-field",
            {name, model.name, nearestWord(name, schema.namesIn(model))},
            columnText(column)};
}

/// The steps over one name from `model`; none for a plain field, nothing when it is no field.
std::optional<std::vector<PathStep>> stepsFor(const Schema& schema, const Model& model,
                                              const std::string& name) {
    const Field* field = model.field(name);
    if (field != nullptr) {
        return field->isRelation() ? stepsOver(schema, model, *field) : std::vector<PathStep>{};
    }
    if (const auto relation = schema.reverse(model, name)) {
        return stepsBack(schema, *relation);
    }
    return std::nullopt;
}

} // namespace

tl::expected<ResolvedPath, Error> resolvePath(const Schema& schema, const Model& model,
                                              std::string_view path, std::size_t column) {
    ResolvedPath resolved;
    resolved.model = &model;
    const std::vector<std::string> names = splitLookup(path);
    std::size_t at = 0;
    for (; at < names.size(); ++at) {
        auto steps = stepsFor(schema, *resolved.model, names[at]);
        if (!steps) {
            break;
        }
        resolved.names.push_back(names[at]);
        resolved.stepsOfName.push_back(steps->size());
        if (steps->empty()) {
            resolved.target = resolved.model->field(names[at]);
            resolved.endsInRelation = false;
            column += names[at].size() + 2;
            ++at;
            break;
        }
        std::ranges::copy(*steps, std::back_inserter(resolved.steps));
        resolved.model = steps->back().to;
        resolved.target = &resolved.model->primaryKey();
        resolved.endsInRelation = true;
        column += names[at].size() + 2;
    }
    if (resolved.target == nullptr) {
        return tl::unexpected(unknownField(schema, model, names.front(), column));
    }
    resolved.restColumn = column;
    resolved.rest.assign(names.begin() + static_cast<std::ptrdiff_t>(at), names.end());
    return resolved;
}

SqlPtr columnOf(const AliasPtr& alias, const Field& field) {
    SqlExpression column;
    column.alias = alias;
    column.name = field.column();
    column.field = field;
    return std::make_shared<const SqlExpression>(std::move(column));
}

JoinTree::JoinTree(const Model& model) {
    aliases_.push_back(std::make_shared<TableAlias>());
    base()->name = model.table;
    base()->table = model.table;
    base()->uses = 0;
}

AliasPtr JoinTree::useBase() {
    ++base()->uses;
    return base();
}

AliasPtr JoinTree::join(const PathStep& step, const AliasPtr& parent, const Aliases* reusable) {
    const std::string parentColumn = step.isDirect ? step.key->column() : "id";
    const std::string column = step.isDirect ? "id" : step.key->column();
    for (const AliasPtr& alias : aliases_ | std::views::reverse) {
        const bool isSame = alias->parent == parent && alias->table == step.to->table &&
                            alias->parentColumn == parentColumn && alias->column == column;
        if (isSame && (reusable == nullptr || reusable->contains(alias.get()))) {
            ++alias->uses;
            return alias;
        }
    }
    const auto hasName = [&](const AliasPtr& alias) { return alias->table == step.to->table; };
    auto made = std::make_shared<TableAlias>();
    made->table = step.to->table;
    made->name = std::ranges::any_of(aliases_, hasName) ? fmt::format("T{}", aliases_.size() + 1)
                                                        : made->table;
    made->parent = parent;
    made->parentColumn = parentColumn;
    made->column = column;
    made->isNullable = !step.isDirect || step.key->null;
    made->isOuter = made->isNullable || parent->isOuter;
    aliases_.push_back(made);
    return made;
}

std::vector<AliasPtr> JoinTree::follow(const std::vector<PathStep>& steps, const AliasPtr& from,
                                       const Aliases* reusable) {
    std::vector<AliasPtr> joins{from};
    for (const PathStep& step : steps) {
        joins.push_back(join(step, joins.back(), step.isMany ? reusable : nullptr));
    }
    return joins;
}

JoinTree::End JoinTree::trim(const ResolvedPath& path, std::vector<AliasPtr> joins) {
    const Field* target = path.target;
    for (const PathStep& step : path.steps | std::views::reverse) {
        if (joins.size() == 1 || !step.isDirect || !target->isPrimaryKey) {
            break;
        }
        target = step.key;
        --joins.back()->uses;
        joins.pop_back();
    }
    return {columnOf(joins.back(), *target), std::move(joins)};
}

void JoinTree::promote(const Aliases& aliases) {
    std::deque<TableAlias*> open(aliases.begin(), aliases.end());
    for (; !open.empty(); open.pop_front()) {
        TableAlias* alias = open.front();
        if (alias->parent == nullptr || alias->isOuter ||
            !(alias->isNullable || alias->parent->isOuter)) {
            continue;
        }
        alias->isOuter = true;
        for (const AliasPtr& child : aliases_) {
            if (child->parent.get() == alias) {
                open.push_back(child.get());
            }
        }
    }
}

void JoinTree::demote(const Aliases& aliases) {
    for (TableAlias* alias : aliases) {
        alias->isOuter = alias->isOuter && alias->parent == nullptr;
    }
}

Aliases JoinTree::innerJoins() const {
    Aliases inner;
    for (const AliasPtr& alias : aliases_) {
        if (alias->parent != nullptr && !alias->isOuter) {
            inner.insert(alias.get());
        }
    }
    return inner;
}

std::size_t JoinTree::usedTables() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(aliases_, [](const AliasPtr& alias) { return alias->uses > 0; }));
}

void JoinTree::renameForSubquery(const std::string& prefix) {
    for (std::size_t i = 0; i < aliases_.size(); ++i) {
        aliases_[i]->name = fmt::format("{}{}", prefix, i);
    }
}

} // namespace roundtrip::orm
