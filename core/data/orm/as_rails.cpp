#include "core/data/orm/other_orms.h"
#include "core/data/orm/query_outline.h"
#include "core/data/orm/ruby_words.h"
#include "core/data/orm/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace roundtrip::orm {

namespace {

using Text = tl::expected<std::string, Error>;
using Kind = QueryStep::Kind;

/// Stands for the joins within or(): Rails wants the same on both sides, and all are known last.
constexpr char kJoins = '\x01';

std::string withJoins(std::string_view chain, const std::string& joins) {
    std::string text;
    for (const char letter : chain) {
        text += letter == kJoins ? joins : std::string(1, letter);
    }
    return text;
}

class RailsWriter {
  public:
    explicit RailsWriter(const QueryOutline& outline) : outline_(outline) {}

    Text text() {
        const std::string name = outline_.model->name;
        if (outline_.last != nullptr && outline_.last->kind == Kind::create) {
            const Text values = pairs(outline_.last->assignments);
            return values ? Text(fmt::format("{}.create!({})", name, *values)) : values;
        }
        if (outline_.last != nullptr && outline_.last->kind == Kind::getOrCreate) {
            return findOrCreate();
        }
        if (isFind()) {
            return fmt::format(
                "{}.find({})", name,
                rubyLiteral(outline_.filters.back().condition->children.front().value));
        }
        const Text where = filters();
        const Text selected = selection();
        const Text sorted = ordering();
        const Text end = terminal();
        for (const Text* part : {&where, &selected, &sorted, &end}) {
            if (!*part) {
                return *part;
            }
        }
        const std::string chain = joins_ + withJoins(*where, joins_) + *selected + having_ +
                                  loaders() + (outline_.isDistinct ? ".distinct" : "") +
                                  (outline_.isNone ? ".none" : "") + *sorted + window() + *end;
        return chain.empty() ? name + ".all" : name + chain;
    }

  private:
    [[nodiscard]] bool isFind() const {
        if (outline_.last == nullptr || outline_.last->kind != Kind::get ||
            outline_.filters.size() != 1 || !loaders().empty()) {
            return false;
        }
        const auto& children = outline_.filters.back().condition->children;
        return children.size() == 1 &&
               (children.front().path == "pk" || children.front().path == "id");
    }

    [[nodiscard]] static std::string tableOf(const Model& model) {
        return plural(snakeCase(model.name));
    }

    /// Joins the tables along the path; empty when it stays in the table. Error for a table that
    /// would be joined under two names.
    tl::expected<const Model*, Error> joinFor(const ResolvedPath& path, std::size_t place,
                                              bool isOuter) {
        std::vector<std::string> names;
        std::set<const Model*> seen;
        const Model* at = outline_.model;
        std::size_t step = 0;
        for (std::size_t i = 0; i < path.names.size() && path.stepsOfName[i] > 0; ++i) {
            step += path.stepsOfName[i];
            const PathStep& over = path.steps[step - 1];
            const bool isPlain = over.isDirect && path.stepsOfName[i] == 1;
            if (i + 1 == path.names.size() && isPlain) {
                break;
            }
            names.push_back(associationName(*outline_.schema, *at, path.names[i]));
            at = over.to;
            if (at == outline_.model || !seen.insert(at).second) {
                return notShown(path.names[i], place); // the table's second name is Rails' secret
            }
        }
        if (names.empty()) {
            return at;
        }
        std::string argument = ":" + names.back();
        for (auto name = std::next(names.rbegin()); name != names.rend(); ++name) {
            argument = argument.starts_with(':') ? fmt::format("{}: {}", *name, argument)
                                                 : fmt::format("{}: {{ {} }}", *name, argument);
        }
        const std::string plain = fmt::format("joins({})", argument);
        const std::string join = (isOuter ? ".left_outer_" : ".") + plain;
        if (joins_.find(plain) == std::string::npos) {
            joins_ += join;
        }
        return at;
    }

    Text column(const std::string& name, std::size_t place, bool isOuter) {
        const auto path = resolvePath(*outline_.schema, *outline_.model, name, place);
        if (!path) {
            return tl::unexpected(path.error());
        }
        return columnAt(*path, place, isOuter);
    }

    Text columnAt(const ResolvedPath& path, std::size_t place, bool isOuter) {
        const auto model = joinFor(path, place, isOuter);
        if (!model) {
            return tl::unexpected(model.error());
        }
        return tableOf(**model) + "." + columnName(path);
    }

    static std::string columnName(const ResolvedPath& path) {
        const bool isKey =
            path.endsInRelation && path.steps.back().isDirect && path.stepsOfName.back() == 1;
        return isKey ? path.steps.back().key->column() : path.target->column();
    }

    /// What the annotation computes. It may be called like a field, and sees only those before it.
    Text annotation(std::size_t index) {
        const std::size_t outside = std::exchange(visible_, index);
        Text text = sql(outline_.annotations[index]->value);
        visible_ = outside;
        return text;
    }

    /// An expression within SQL text.
    Text sql(const Scalar& value) {
        switch (value.kind) {
        case Scalar::Kind::field:
            for (std::size_t i = 0; i < visible_ && i < outline_.annotations.size(); ++i) {
                if (outline_.annotations[i]->name == value.name) {
                    return annotation(i);
                }
            }
            return column(value.name, value.column, true);
        case Scalar::Kind::arithmetic: {
            const Text left = sql(value.operands[0]);
            const Text right = sql(value.operands[1]);
            if (!left || !right) {
                return left ? right : left;
            }
            return fmt::format("{} {} {}", *left, value.name, *right);
        }
        case Scalar::Kind::aggregate:
            return aggregateSql(value);
        case Scalar::Kind::placeholder:
            return notShown(":" + value.name, value.column);
        default:
            return value.constant.is_number() ? Text(value.constant.dump())
                                              : notShown("Value", value.column);
        }
    }

    Text aggregateSql(const Scalar& value) {
        if (value.filter != nullptr) {
            return notShown("filter", value.column);
        }
        const Text inner = value.operands.empty() ? Text("*") : sql(value.operands.front());
        std::string function = value.name;
        std::ranges::transform(function, function.begin(), [](char letter) {
            return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        });
        return inner ? Text(fmt::format("{}({}{})", function, value.distinct ? "DISTINCT " : "",
                                        *inner))
                     : inner;
    }

    Text arguments(const Condition& condition) {
        const auto lookup = shownLookup(outline_, condition);
        if (!lookup) {
            return tl::unexpected(lookup.error());
        }
        if (!lookup->annotation.empty()) {
            Scalar reference;
            reference.kind = Scalar::Kind::field;
            reference.name = lookup->annotation;
            const Text left = sql(reference);
            return left ? sqlArguments(*left, lookup->name, condition) : left;
        }
        const auto model = joinFor(lookup->path, condition.column, lookup->name == "isnull");
        if (!model) {
            return tl::unexpected(model.error());
        }
        const std::string column = columnName(lookup->path);
        const std::string value = rubyHashValue(lookup->name, condition.value);
        if (value.empty()) {
            return sqlArguments(tableOf(**model) + "." + column, lookup->name, condition);
        }
        return *model == outline_.model
                   ? fmt::format("{}: {}", column, value)
                   : fmt::format("{}: {{ {}: {} }}", tableOf(**model), column, value);
    }

    Text sqlArguments(const std::string& column, const std::string& lookup,
                      const Condition& condition) {
        static const std::map<std::string, std::string, std::less<>> operators{
            {"exact", "="}, {"gt", ">"}, {"gte", ">="}, {"lt", "<"}, {"lte", "<="}};
        if (lookup == "isnull") {
            return fmt::format("\"{} IS NOT NULL\"", column);
        }
        const auto found = operators.find(lookup);
        const bool isValue = condition.value.kind == Scalar::Kind::constant ||
                             condition.value.kind == Scalar::Kind::placeholder;
        if (found != operators.end() && isValue) {
            return fmt::format("\"{} {} ?\", {}", column, found->second,
                               rubyLiteral(condition.value));
        }
        if (found != operators.end()) {
            const Text right = sql(condition.value);
            return right ? Text(fmt::format("\"{} {} {}\"", column, found->second, *right)) : right;
        }
        const bool isPattern =
            lookup.ends_with("contains") || lookup.ends_with("with") || lookup == "iexact";
        if (!isPattern || !isValue) {
            return notShown(lookup, condition.column);
        }
        const bool ignoresCase = lookup.starts_with('i');
        return fmt::format("\"{} {} ?\", {}", column, ignoresCase ? "ILIKE" : "LIKE",
                           likePattern(lookup, condition.value));
    }

    [[nodiscard]] bool hasMany(const Condition& condition) const {
        const auto lookup = shownLookup(outline_, condition);
        return lookup && std::ranges::any_of(lookup->path.steps, &PathStep::isMany);
    }

    /// Where a relation has many rows, those that fulfil the condition are left out by their keys.
    Text excluded(const Condition& condition) {
        const std::string joins = std::exchange(joins_, "");
        const Text inner = arguments(condition);
        const std::string ownJoins = std::exchange(joins_, joins);
        return inner ? Text(fmt::format(".where.not(id: {}{}.where({}).select(:id))",
                                        outline_.model->name, ownJoins, *inner))
                     : inner;
    }

    /// A condition as a chain of where(), where.not() and or().
    Text chain(const Condition& condition, bool isNegated) {
        if (condition.kind == Condition::Kind::lookup && isNegated && hasMany(condition)) {
            return excluded(condition);
        }
        if (condition.kind == Condition::Kind::lookup) {
            const Text inner = arguments(condition);
            const bool isHaving = isAboutAnnotation(outline_, condition);
            if (!inner || (isHaving && isNegated)) {
                return inner ? notShown("exclude", condition.column) : inner;
            }
            return fmt::format("{}({})",
                               isHaving    ? ".having"
                               : isNegated ? ".where.not"
                                           : ".where",
                               *inner);
        }
        const bool isNegatedNow = condition.negated != isNegated;
        const bool isAny = condition.kind == Condition::Kind::any && condition.children.size() > 1;
        if (isNegatedNow && condition.children.size() > 1) {
            // where.not takes one condition; NOT (a OR b) is NOT a AND NOT b.
            return isAny ? all(condition, true) : either(condition, true);
        }
        return isAny ? either(condition, isNegatedNow) : all(condition, isNegatedNow);
    }

    Text all(const Condition& condition, bool isNegated) {
        std::string whole;
        for (const Condition& child : condition.children) {
            const Text part = chain(child, isNegated);
            if (!part) {
                return part;
            }
            whole += *part;
        }
        return whole;
    }

    Text either(const Condition& condition, bool isNegated) {
        std::string whole;
        for (const Condition& child : condition.children) {
            const Text part = chain(child, isNegated);
            if (!part) {
                return part;
            }
            whole += whole.empty()
                         ? *part
                         : fmt::format(".or({}{}{})", outline_.model->name, kJoins, *part);
        }
        return whole;
    }

    Text filters() {
        std::string where;
        for (const QueryOutline::Filter& filter : outline_.filters) {
            const Text part = chain(*filter.condition, filter.negated);
            if (!part) {
                return part;
            }
            (isAboutAnnotation(outline_, *filter.condition) ? having_ : where) += *part;
        }
        return where;
    }

    [[nodiscard]] std::string loaders() const {
        return loader(outline_.related, ".eager_load") + loader(outline_.prefetched, ".preload");
    }

    std::string loader(const std::vector<FieldName>& names, const char* method) const {
        std::vector<std::string> parts;
        std::vector<std::string> named; // in a call, arguments with names come last
        for (const FieldName& name : names) {
            std::vector<std::string> path = splitLookup(name.path);
            const Model* from = outline_.model;
            for (std::string& part : path) {
                const Model* next = &associatedModel(*outline_.schema, *from, part);
                part = associationName(*outline_.schema, *from, part);
                from = next;
            }
            std::string argument = ":" + path.back();
            for (auto part = std::next(path.rbegin()); part != path.rend(); ++part) {
                argument = argument.starts_with(':') ? fmt::format("{}: {}", *part, argument)
                                                     : fmt::format("{}: {{ {} }}", *part, argument);
            }
            (argument.starts_with(':') ? parts : named).push_back(argument);
        }
        std::ranges::move(named, std::back_inserter(parts));
        return parts.empty() ? "" : fmt::format("{}({})", method, fmt::join(parts, ", "));
    }

    Text selection() {
        std::vector<std::string> columns;
        std::vector<std::string> keys;
        const std::vector<FieldName> none;
        for (const FieldName& name : outline_.values == nullptr ? none : outline_.values->names) {
            if (isAnnotation(outline_, name.path)) {
                continue;
            }
            const auto path =
                resolvePath(*outline_.schema, *outline_.model, name.path, name.column);
            const bool isOwn = path && path->steps.size() == (path->endsInRelation ? 1 : 0);
            const Text text = column(name.path, name.column, true);
            if (!text) {
                return text;
            }
            keys.push_back(isOwn ? ":" + columnName(*path) : fmt::format("\"{}\"", *text));
        }
        columns = keys;
        bool isGrouped = false;
        for (std::size_t i = 0; i < outline_.annotations.size(); ++i) {
            const Assignment* annotation = outline_.annotations[i];
            const Text value = this->annotation(i);
            if (!value) {
                return value;
            }
            isGrouped = isGrouped || annotation->value.kind == Scalar::Kind::aggregate;
            columns.push_back(outline_.values != nullptr
                                  ? fmt::format("Arel.sql(\"{}\")", *value)
                                  : fmt::format("\"{} AS {}\"", *value, annotation->name));
        }
        const std::string table = tableOf(*outline_.model);
        if (isGrouped) {
            having_ = fmt::format(".group({})", outline_.groupsByValues
                                                    ? fmt::format("{}", fmt::join(keys, ", "))
                                                    : fmt::format("\"{}.id\"", table)) +
                      having_;
        }
        if (outline_.values != nullptr) {
            pluck_ =
                columns.empty() ? ".pluck" : fmt::format(".pluck({})", fmt::join(columns, ", "));
            return std::string();
        }
        return columns.empty()
                   ? std::string()
                   : fmt::format(".select(\"{}.*\", {})", table, fmt::join(columns, ", "));
    }

    Text ordering() {
        std::vector<std::string> hash;
        std::vector<std::string> texts;
        for (const FieldName& name : outline_.order) {
            const bool isFalling = name.path.starts_with('-');
            const bool isDescending = isFalling != outline_.isReversed;
            Scalar field;
            field.kind = Scalar::Kind::field;
            field.name = name.path.substr(isFalling ? 1 : 0);
            field.column = name.column;
            const Field* own = outline_.model->field(field.name);
            const Text text = sql(field);
            if (!text) {
                return text;
            }
            if (own != nullptr && own->hasColumn()) {
                hash.push_back(isDescending ? own->column() + ": :desc" : ":" + own->column());
            } else {
                hash.push_back(fmt::format("\"{}{}\"", *text, isDescending ? " DESC" : ""));
            }
        }
        std::string chain;
        for (const std::string& term : hash) {
            const bool canJoin = !chain.empty() && chain.find(": :") == std::string::npos;
            if (canJoin || (!chain.empty() && term.find(": :") != std::string::npos)) {
                chain.insert(chain.size() - 1, ", " + term);
            } else {
                chain += fmt::format(".order({})", term);
            }
        }
        return chain;
    }

    [[nodiscard]] std::string window() const {
        std::string text;
        if (const auto offset = offsetText(outline_)) {
            text += fmt::format(".offset({})", *offset);
        }
        if (const auto limit = limitText(outline_)) {
            text += fmt::format(".limit({})", *limit);
        }
        return text;
    }

    Text terminal() {
        if (outline_.last == nullptr) {
            return pluck_;
        }
        switch (outline_.last->kind) {
        case Kind::get:
            return std::string(".sole");
        case Kind::first:
            return std::string(".first");
        case Kind::last:
            return std::string(".last");
        case Kind::count:
            return std::string(".count");
        case Kind::exists:
            return std::string(".exists?");
        case Kind::index:
            return fmt::format(".offset({}).take!", boundText(*outline_.last->from));
        case Kind::deleteAll:
            return std::string(".destroy_all");
        case Kind::update:
            return update();
        default:
            return aggregates();
        }
    }

    Text aggregates() {
        static const std::map<std::string, std::string, std::less<>> methods{{"Count", "count"},
                                                                             {"Sum", "sum"},
                                                                             {"Avg", "average"},
                                                                             {"Min", "minimum"},
                                                                             {"Max", "maximum"}};
        const std::vector<Assignment>& list = outline_.last->assignments;
        if (list.size() == 1 && list.front().value.kind == Scalar::Kind::aggregate &&
            list.front().value.operands.size() == 1 && !list.front().value.distinct &&
            list.front().value.filter == nullptr) {
            const Scalar& value = list.front().value;
            const Field* own = outline_.model->field(value.operands.front().name);
            if (own != nullptr && own->hasColumn()) {
                return fmt::format(".{}(:{})", methods.at(value.name), own->column());
            }
        }
        std::vector<std::string> parts;
        for (const Assignment& assignment : list) {
            const Text text = sql(assignment.value);
            if (!text) {
                return text;
            }
            parts.push_back(fmt::format("Arel.sql(\"{}\")", *text));
        }
        return fmt::format(".pick({})", fmt::join(parts, ", "));
    }

    Text pairs(const std::vector<Assignment>& assignments) {
        std::vector<std::string> parts;
        for (const Assignment& assignment : assignments) {
            if (assignment.value.kind > Scalar::Kind::list) {
                return notShown("F", assignment.column);
            }
            const Field* field = outline_.model->field(assignment.name);
            parts.push_back(fmt::format("{}: {}",
                                        field == nullptr ? assignment.name : field->column(),
                                        rubyLiteral(assignment.value)));
        }
        return fmt::format("{}", fmt::join(parts, ", "));
    }

    Text update() {
        const std::vector<Assignment>& list = outline_.last->assignments;
        const bool hasFields = std::ranges::any_of(list, [](const Assignment& assignment) {
            return assignment.value.kind > Scalar::Kind::list;
        });
        if (!hasFields) {
            const Text values = pairs(list);
            return values ? Text(fmt::format(".update_all({})", *values)) : values;
        }
        std::vector<std::string> parts;
        for (const Assignment& assignment : list) {
            const Field* field = outline_.model->field(assignment.name);
            const Text value = sql(assignment.value);
            if (!value) {
                return value;
            }
            parts.push_back(fmt::format(
                "{} = {}", field == nullptr ? assignment.name : field->column(), *value));
        }
        return fmt::format(".update_all(\"{}\")", fmt::join(parts, ", "));
    }

    Text findOrCreate() {
        std::vector<Assignment> key;
        for (const Condition& lookup : outline_.last->condition.children) {
            if (lookup.kind != Condition::Kind::lookup ||
                lookup.path.find("__") != std::string::npos) {
                return notShown("get_or_create", outline_.last->column);
            }
            key.push_back({lookup.path, lookup.value, lookup.column});
        }
        const Text found = pairs(key);
        const Text defaults = pairs(outline_.last->assignments);
        if (!found || !defaults) {
            return found ? defaults : found;
        }
        const std::string with =
            defaults->empty() ? "" : fmt::format(".create_with({})", *defaults);
        return fmt::format("{}{}.find_or_create_by!({})", outline_.model->name, with, *found);
    }

    const QueryOutline& outline_;
    std::size_t visible_ = SIZE_MAX; ///< how many annotations an expression may refer to
    std::string joins_;
    std::string having_; ///< with group()
    std::string pluck_;
};

} // namespace

tl::expected<std::string, Error> asRails(const Schema& schema, const QueryExpression& query) {
    const auto outline = outlineOf(schema, query);
    if (!outline) {
        return tl::unexpected(outline.error());
    }
    return RailsWriter(*outline).text();
}

} // namespace roundtrip::orm
