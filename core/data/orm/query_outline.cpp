#include "core/data/orm/query_outline.h"

#include "core/data/orm/compiled_query.h"
#include "core/data/orm/syntax.h"
#include "core/data/orm/words.h"
#include "core/kernel/text.h"

#include <algorithm>
#include <set>

namespace roundtrip::orm {

namespace {

using Kind = QueryStep::Kind;

bool isLastKind(Kind kind) {
    return kind >= Kind::index;
}

void add(QueryOutline& outline, const QueryStep& step) {
    switch (step.kind) {
    case Kind::filter:
    case Kind::exclude:
        outline.filters.push_back({&step.condition, step.kind == Kind::exclude});
        break;
    case Kind::orderBy:
        outline.order = step.names;
        break;
    case Kind::reverse:
        outline.isReversed = !outline.isReversed;
        break;
    case Kind::distinct:
        outline.isDistinct = true;
        break;
    case Kind::none:
        outline.isNone = true;
        break;
    case Kind::values:
    case Kind::valuesList:
        outline.values = &step;
        break;
    case Kind::annotate:
        outline.groupsByValues = outline.groupsByValues || outline.values != nullptr;
        for (const Assignment& assignment : step.assignments) {
            outline.annotations.push_back(&assignment);
        }
        break;
    case Kind::selectRelated:
        std::ranges::copy(step.names, std::back_inserter(outline.related));
        break;
    case Kind::prefetchRelated:
        std::ranges::copy(step.names, std::back_inserter(outline.prefetched));
        break;
    default:
        break;
    }
}

} // namespace

tl::unexpected<Error> notShown(std::string what, std::size_t column) {
    return tl::unexpected(Error{"orm-not-shown", {std::move(what)}, columnText(column)});
}

tl::expected<QueryOutline, Error> outlineOf(const Schema& schema, const QueryExpression& query) {
    if (const auto compiled = compile(schema, query); !compiled) {
        return tl::unexpected(compiled.error());
    }
    QueryOutline outline;
    outline.schema = &schema;
    outline.model = schema.model(query.model);
    bool isSliced = false;
    for (const QueryStep& step : query.steps) {
        if (step.kind == Kind::slice) {
            if (isSliced) {
                return notShown("[]", step.column);
            }
            isSliced = true;
            outline.from = step.from;
            outline.to = step.to;
        } else if (isLastKind(step.kind)) {
            outline.last = &step;
            if (step.kind == Kind::get && !step.condition.children.empty()) {
                outline.filters.push_back({&step.condition, false});
            }
        } else {
            add(outline, step);
        }
    }
    std::set<std::string> names;
    for (const Assignment* annotation : outline.annotations) {
        if (!names.insert(annotation->name).second) {
            return notShown("annotate", annotation->column); // the later one hides the earlier
        }
    }
    return outline;
}

tl::expected<ShownLookup, Error> shownLookup(const QueryOutline& outline,
                                             const Condition& condition) {
    ShownLookup lookup;
    for (const Assignment* annotation : outline.annotations) {
        const bool isIt = condition.path == annotation->name ||
                          condition.path.starts_with(annotation->name + "__");
        if (isIt) {
            lookup.annotation = annotation->name;
            lookup.name = condition.path.size() > annotation->name.size()
                              ? condition.path.substr(annotation->name.size() + 2)
                              : "exact";
            return lookup;
        }
    }
    auto path = resolvePath(*outline.schema, *outline.model, condition.path, condition.column);
    if (!path) {
        return tl::unexpected(path.error());
    }
    lookup.path = *std::move(path);
    lookup.name = lookup.path.rest.empty() ? "exact" : lookup.path.rest.front();
    const Scalar& value = condition.value;
    const bool isNone = value.kind == Scalar::Kind::constant && value.constant.is_null();
    if (isNone && lookup.name == "exact") {
        lookup.name = "isnull";
    }
    return lookup;
}

bool isAnnotation(const QueryOutline& outline, std::string_view name) {
    return std::ranges::find(outline.annotations, name, &Assignment::name) !=
           outline.annotations.end();
}

bool isAboutAnnotation(const QueryOutline& outline, const Condition& condition) {
    if (condition.kind != Condition::Kind::lookup) {
        return std::ranges::any_of(condition.children, [&](const Condition& child) {
            return isAboutAnnotation(outline, child);
        });
    }
    const auto lookup = shownLookup(outline, condition);
    return lookup && !lookup->annotation.empty();
}

std::string boundText(const Scalar& bound) {
    return bound.kind == Scalar::Kind::placeholder ? bound.name : bound.constant.dump();
}

std::optional<std::string> offsetText(const QueryOutline& outline) {
    if (!outline.from || outline.from->constant == 0) {
        return std::nullopt;
    }
    return boundText(*outline.from);
}

std::optional<std::string> limitText(const QueryOutline& outline) {
    if (!outline.to) {
        return std::nullopt;
    }
    const auto offset = offsetText(outline);
    if (!offset) {
        return boundText(*outline.to);
    }
    const bool areNumbers =
        outline.from->kind == Scalar::Kind::constant && outline.to->kind == Scalar::Kind::constant;
    if (!areNumbers) {
        return boundText(*outline.to) + " - " + *offset;
    }
    const auto rows =
        outline.to->constant.get<std::int64_t>() - outline.from->constant.get<std::int64_t>();
    return std::to_string(std::max<std::int64_t>(0, rows));
}

std::string associationName(const Schema& schema, const Model& from, std::string_view name) {
    for (const ReverseRelation& relation : schema.relationsTo(from)) {
        const bool isIt = reverseQueryName(relation) == name || reverseAttribute(relation) == name;
        const bool isNamed = !relation.field->relatedName.empty();
        if (!relation.model->isJoinTable && isIt && !isNamed && from.field(name) == nullptr) {
            const std::string model = snakeCase(relation.model->name);
            return relation.field->isUnique() ? model : plural(model);
        }
    }
    return std::string(name);
}

const Model& associatedModel(const Schema& schema, const Model& from, std::string_view name) {
    const Model* model = schema.relatedModel(from, name);
    if (const auto relation = schema.reverse(from, name); model == nullptr && relation) {
        model = relation->model;
    }
    return model == nullptr ? from : *model;
}

std::string plural(std::string_view word) {
    const std::string text(word);
    const auto ends = [&](std::string_view end) { return text.ends_with(end); };
    const bool hasVowelBefore =
        text.size() > 1 &&
        std::string_view("aeiou").find(text[text.size() - 2]) != std::string_view::npos;
    if (ends("y") && !hasVowelBefore) {
        return text.substr(0, text.size() - 1) + "ies";
    }
    return text + (ends("s") || ends("x") || ends("ch") || ends("sh") ? "es" : "s");
}

std::string camelCase(std::string_view name) {
    std::string result;
    bool isNext = false;
    for (const char letter : name) {
        if (letter == '_') {
            isNext = !result.empty();
            result += result.empty() ? "_" : "";
            continue;
        }
        const bool isLower = letter >= 'a' && letter <= 'z';
        result += isNext && isLower ? static_cast<char>(letter - 'a' + 'A') : letter;
        isNext = false;
    }
    return result;
}

std::string snakeCase(std::string_view name) {
    std::string result;
    for (const char letter : name) {
        const bool isUpper = letter >= 'A' && letter <= 'Z';
        result += isUpper && !result.empty() ? "_" : "";
        result += letter;
    }
    return lowered(result);
}

} // namespace roundtrip::orm
