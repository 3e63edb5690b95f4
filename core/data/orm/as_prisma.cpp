#include "core/data/orm/other_orms.h"
#include "core/data/orm/query_outline.h"
#include "core/data/orm/words.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace roundtrip::orm {

namespace {

using Text = tl::expected<std::string, Error>;
using Kind = QueryStep::Kind;

std::string literal(const Scalar& scalar) {
    return scalar.kind == Scalar::Kind::placeholder ? scalar.name : scalar.constant.dump();
}

std::string object(const std::vector<std::string>& members) {
    return members.empty() ? "{}" : fmt::format("{{ {} }}", fmt::join(members, ", "));
}

class PrismaWriter {
  public:
    explicit PrismaWriter(const QueryOutline& outline) : outline_(outline) {}

    Text text() {
        if (outline_.isNone) {
            return notShown("none", 1);
        }
        const Kind kind = outline_.last == nullptr ? Kind::all : outline_.last->kind;
        switch (kind) {
        case Kind::create:
            return createRow();
        case Kind::getOrCreate:
            return upsert();
        case Kind::update:
            return update();
        case Kind::aggregate:
            return aggregate();
        case Kind::count:
            return counted();
        default:
            return outline_.groupsByValues ? groupBy() : find(kind);
        }
    }

  private:
    [[nodiscard]] std::string client() const {
        std::string name = outline_.model->name;
        name.front() = lowered(name.substr(0, 1)).front();
        return "prisma." + name;
    }

    Text value(const Scalar& scalar) {
        if (scalar.kind == Scalar::Kind::constant || scalar.kind == Scalar::Kind::placeholder) {
            return literal(scalar);
        }
        if (scalar.kind == Scalar::Kind::list) {
            std::vector<std::string> parts;
            std::ranges::transform(scalar.operands, std::back_inserter(parts), literal);
            return fmt::format("[{}]", fmt::join(parts, ", "));
        }
        const bool isOwnField =
            scalar.kind == Scalar::Kind::field && scalar.name.find("__") == std::string::npos;
        return isOwnField ? Text(fmt::format("{}.fields.{}", client(), camelCase(scalar.name)))
                          : notShown("F", scalar.column);
    }

    Text test(const std::string& lookup, const Condition& condition) {
        static const std::map<std::string, std::string, std::less<>> operators{
            {"gt", "gt"},
            {"gte", "gte"},
            {"lt", "lt"},
            {"lte", "lte"},
            {"in", "in"},
            {"contains", "contains"},
            {"endswith", "endsWith"},
            {"startswith", "startsWith"},
            {"exact", "equals"}};
        if (lookup == "isnull") {
            const bool isNull = condition.value.constant != false;
            return std::string(isNull ? "null" : "{ not: null }");
        }
        if (lookup == "range" && condition.value.kind == Scalar::Kind::list) {
            return fmt::format("{{ gte: {}, lte: {} }}", literal(condition.value.operands[0]),
                               literal(condition.value.operands[1]));
        }
        Text given = value(condition.value);
        if (!given || (lookup == "exact" && condition.value.kind != Scalar::Kind::field)) {
            return given;
        }
        if (const auto found = operators.find(lookup); found != operators.end()) {
            return fmt::format("{{ {}: {} }}", found->second, *given);
        }
        const auto found = operators.find(lookup.substr(1));
        if (!lookup.starts_with('i') || found == operators.end()) {
            return notShown(lookup, condition.column);
        }
        return fmt::format("{{ {}: {}, mode: \"insensitive\" }}", found->second, *given);
    }

    /// Whether there is something at the other end of a relation.
    static std::string presence(const Condition& condition, bool isMany) {
        const bool isNull = condition.value.constant != false;
        if (isMany) {
            return isNull ? "{ none: {} }" : "{ some: {} }";
        }
        return isNull ? "null" : "{ isNot: null }";
    }

    /// Relations are nested: `author: { name: ... }`, `books: { some: { ... } }`.
    Text lookup(const Condition& condition) {
        const auto lookup = shownLookup(outline_, condition);
        if (!lookup) {
            return tl::unexpected(lookup.error());
        }
        if (!lookup->annotation.empty()) {
            return notShown(lookup->annotation, condition.column);
        }
        const ResolvedPath& path = lookup->path;
        const Model* from = outline_.model;
        std::string open;
        std::string close;
        std::size_t step = 0;
        for (std::size_t i = 0; i < path.names.size() && path.stepsOfName[i] > 0; ++i) {
            step += path.stepsOfName[i];
            const PathStep& over = path.steps[step - 1];
            const bool isPlain = over.isDirect && path.stepsOfName[i] == 1;
            const bool isMany = path.stepsOfName[i] > 1 || over.isMany;
            const bool isLast = i + 1 == path.names.size();
            if (isLast && isPlain) {
                return test(lookup->name, condition).map([&](const std::string& inner) {
                    return open + camelCase(over.key->column()) + ": " + inner + close;
                });
            }
            const std::string name =
                camelCase(associationName(*outline_.schema, *from, path.names[i]));
            from = over.to;
            if (isLast && lookup->name == "isnull") {
                return open + name + ": " + presence(condition, isMany) + close;
            }
            open += name + (isMany ? ": { some: { " : ": { ");
            close = (isMany ? " } }" : " }") + close;
        }
        return test(lookup->name, condition).map([&](const std::string& inner) {
            return open + camelCase(path.target->name) + ": " + inner + close;
        });
    }

    /// The members of a `where`.
    tl::expected<std::vector<std::string>, Error> members(const Condition& condition) {
        if (condition.kind == Condition::Kind::lookup) {
            const Text text = lookup(condition);
            if (!text) {
                return tl::unexpected(text.error());
            }
            return std::vector<std::string>{*text};
        }
        std::vector<std::vector<std::string>> groups;
        for (const Condition& child : condition.children) {
            auto inner = members(child);
            if (!inner) {
                return inner;
            }
            groups.push_back(*std::move(inner));
        }
        std::vector<std::string> all = condition.kind == Condition::Kind::any && groups.size() > 1
                                           ? list("OR", groups)
                                           : merged(groups);
        if (condition.negated) {
            return std::vector<std::string>{"NOT: " + object(all)};
        }
        return all;
    }

    static std::vector<std::string> list(const std::string& name,
                                         const std::vector<std::vector<std::string>>& groups) {
        std::vector<std::string> objects;
        std::ranges::transform(groups, std::back_inserter(objects), object);
        return {fmt::format("{}: [{}]", name, fmt::join(objects, ", "))};
    }

    /// One object when no member comes twice, else AND.
    static std::vector<std::string> merged(const std::vector<std::vector<std::string>>& groups) {
        std::vector<std::string> all;
        std::vector<std::string> names;
        for (const auto& group : groups) {
            for (const std::string& member : group) {
                const std::string name = member.substr(0, member.find(':'));
                if (std::ranges::find(names, name) != names.end()) {
                    return list("AND", groups);
                }
                names.push_back(name);
                all.push_back(member);
            }
        }
        return all;
    }

    Text where() {
        std::vector<std::vector<std::string>> groups;
        for (const QueryOutline::Filter& filter : outline_.filters) {
            Condition whole = *filter.condition;
            whole.negated = filter.negated;
            auto inner = members(whole);
            if (!inner) {
                return tl::unexpected(inner.error());
            }
            groups.push_back(*std::move(inner));
        }
        const std::vector<std::string> all = merged(groups);
        return all.empty() ? "" : "where: " + object(all);
    }

    Text ordering(bool isLast) {
        std::vector<std::string> terms;
        for (const FieldName& name : outline_.order) {
            const bool isFalling = name.path.starts_with('-');
            const bool isDescending = (isFalling != outline_.isReversed) != isLast;
            std::string term = isDescending ? "\"desc\"" : "\"asc\"";
            std::vector<std::string> parts = splitLookup(name.path.substr(isFalling ? 1 : 0));
            for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
                const std::string field = *part == "pk" ? "id" : camelCase(*part);
                term = fmt::format("{{ {}: {} }}", field, term);
            }
            const auto path = resolvePath(*outline_.schema, *outline_.model,
                                          name.path.substr(isFalling ? 1 : 0), name.column);
            const bool isMany = !path || std::ranges::any_of(path->steps, &PathStep::isMany);
            if (isMany) {
                return notShown("order_by", name.column);
            }
            terms.push_back(std::move(term));
        }
        if (terms.empty() && isLast) {
            return std::string("orderBy: { id: \"desc\" }");
        }
        return terms.size() < 2 ? (terms.empty() ? std::string() : "orderBy: " + terms.front())
                                : fmt::format("orderBy: [{}]", fmt::join(terms, ", "));
    }

    /// A tree of names, for include and select.
    struct Tree {
        std::string name;
        std::vector<Tree> children;
        Tree& at(const std::string& wanted) {
            const auto known = std::ranges::find(children, wanted, &Tree::name);
            return known != children.end() ? *known : children.emplace_back(Tree{wanted, {}});
        }
        [[nodiscard]] std::string text(const std::string& inside) const {
            std::vector<std::string> members;
            members.reserve(children.size());
            for (const Tree& child : children) {
                const std::string inner =
                    child.children.empty()
                        ? "true"
                        : fmt::format("{{ {}: {} }}", inside, child.text(inside));
                members.push_back(camelCase(child.name) + ": " + inner);
            }
            return object(members);
        }
    };

    void addPath(Tree& tree, const std::string& path) const {
        Tree* node = &tree;
        const Model* from = outline_.model;
        for (const std::string& part : splitLookup(path)) {
            node = &node->at(part == "pk" ? "id" : associationName(*outline_.schema, *from, part));
            from = &associatedModel(*outline_.schema, *from, part);
        }
    }

    Text selection() {
        Tree include;
        for (const auto& list : {outline_.related, outline_.prefetched}) {
            for (const FieldName& name : list) {
                addPath(include, name.path);
            }
        }
        Tree counts;
        for (const Assignment* annotation : outline_.annotations) {
            const Scalar& value = annotation->value;
            const bool isCount = value.kind == Scalar::Kind::aggregate && value.name == "Count" &&
                                 value.filter == nullptr && value.operands.size() == 1 &&
                                 value.operands.front().name.find("__") == std::string::npos;
            if (!isCount) {
                return notShown("annotate", annotation->column);
            }
            addPath(counts, value.operands.front().name);
        }
        if (!counts.children.empty()) {
            include.at("_count").children = counts.children;
        }
        if (outline_.values == nullptr) {
            std::string text =
                include.children.empty() ? "" : "include: " + include.text("include");
            const auto at = text.find("_count: { include:");
            if (at != std::string::npos) {
                text.replace(at, 18, "_count: { select:");
            }
            return text;
        }
        Tree select;
        if (!counts.children.empty()) {
            select.at("_count").children = counts.children;
        }
        for (const FieldName& name : outline_.values->names) {
            if (!isAnnotation(outline_, name.path)) {
                addPath(select, name.path);
            }
        }
        return select.children.empty() ? "" : "select: " + select.text("select");
    }

    Text call(const std::string& method, const std::vector<Text>& options) {
        std::vector<std::string> members;
        for (const Text& option : options) {
            if (!option) {
                return option;
            }
            if (!option->empty()) {
                members.push_back(*option);
            }
        }
        const std::string argument = members.empty() ? "" : object(members);
        return fmt::format("await {}.{}({})", client(), method, argument);
    }

    Text find(Kind kind) {
        const Text skip = offsetText(outline_) ? "skip: " + *offsetText(outline_) : "";
        const Text take = limitText(outline_) ? "take: " + *limitText(outline_) : "";
        const Text distinct =
            outline_.isDistinct && outline_.values != nullptr ? distinctFields() : std::string();
        switch (kind) {
        case Kind::get: {
            const Condition* condition =
                outline_.filters.empty() ? nullptr : outline_.filters.back().condition;
            const bool isByKey = outline_.filters.size() == 1 && condition->children.size() == 1 &&
                                 (condition->children.front().path == "pk" ||
                                  condition->children.front().path == "id");
            return call(isByKey ? "findUniqueOrThrow" : "findFirstOrThrow", {where(), selection()});
        }
        case Kind::first:
        case Kind::last:
            return call("findFirst", {where(), ordering(kind == Kind::last), selection()});
        case Kind::index:
            return call("findFirstOrThrow",
                        {where(), ordering(false), "skip: " + boundText(*outline_.last->from),
                         selection()});
        case Kind::exists: {
            const Text found = call("findFirst", {where(), std::string("select: { id: true }")});
            return found ? Text("(" + *found + ") !== null") : found;
        }
        case Kind::deleteAll:
            return call("deleteMany", {where()});
        default:
            return call("findMany", {where(), distinct, ordering(false), skip, take, selection()});
        }
    }

    Text distinctFields() {
        std::vector<std::string> names;
        for (const FieldName& name : outline_.values->names) {
            if (name.path.find("__") != std::string::npos) {
                return notShown("distinct", name.column);
            }
            names.push_back(fmt::format("\"{}\"", camelCase(name.path)));
        }
        return fmt::format("distinct: [{}]", fmt::join(names, ", "));
    }

    Text counted() {
        if (!outline_.annotations.empty() || outline_.isDistinct) {
            return notShown("count", outline_.last->column);
        }
        const Text skip = offsetText(outline_) ? "skip: " + *offsetText(outline_) : "";
        const Text take = limitText(outline_) ? "take: " + *limitText(outline_) : "";
        return call("count", {where(), skip, take});
    }

    /// Members such as `_sum: { pages: true }`.
    Text aggregates(const std::vector<const Assignment*>& list) {
        Tree tree;
        for (const Assignment* assignment : list) {
            const Scalar& value = assignment->value;
            const bool isPlain =
                value.kind == Scalar::Kind::aggregate && !value.distinct && value.filter == nullptr;
            const bool isOwn =
                isPlain && (value.operands.empty() ||
                            outline_.model->field(value.operands.front().name) != nullptr);
            if (!isOwn) {
                return notShown("aggregate", assignment->column);
            }
            const std::string name = value.operands.empty() ? "_all" : value.operands.front().name;
            tree.at("_" + lowered(value.name))
                .at(name == "_all" ? "_all"
                    : name == "pk" ? "id"
                                   : name);
        }
        std::vector<std::string> members;
        members.reserve(tree.children.size());
        for (const Tree& function : tree.children) {
            std::vector<std::string> inner;
            inner.reserve(function.children.size());
            for (const auto& [name, _] : function.children) {
                inner.push_back((name == "_all" ? name : camelCase(name)) + ": true");
            }
            members.push_back(function.name + ": " + object(inner));
        }
        return fmt::format("{}", fmt::join(members, ", "));
    }

    Text aggregate() {
        std::vector<const Assignment*> list;
        for (const Assignment& assignment : outline_.last->assignments) {
            list.push_back(&assignment);
        }
        const Text skip = offsetText(outline_) ? "skip: " + *offsetText(outline_) : "";
        const Text take = limitText(outline_) ? "take: " + *limitText(outline_) : "";
        const bool isSliced = !skip->empty() || !take->empty();
        return call("aggregate",
                    {where(), isSliced ? ordering(false) : Text(""), skip, take, aggregates(list)});
    }

    Text groupBy() {
        std::vector<std::string> by;
        for (const FieldName& name : outline_.values->names) {
            const Field* field = outline_.model->field(name.path);
            if (field == nullptr) {
                return notShown("values", name.column); // Prisma groups by own columns only
            }
            by.push_back(fmt::format("\"{}\"", camelCase(field->column())));
        }
        return call("groupBy", {fmt::format("by: [{}]", fmt::join(by, ", ")), where(),
                                aggregates(outline_.annotations)});
    }

    Text data(const std::vector<Assignment>& assignments) {
        static const std::map<std::string, std::string, std::less<>> operations{
            {"+", "increment"}, {"-", "decrement"}, {"*", "multiply"}, {"/", "divide"}};
        std::vector<std::string> members;
        for (const Assignment& assignment : assignments) {
            const Field* field = outline_.model->field(assignment.name);
            const Scalar& given = assignment.value;
            const std::string name =
                camelCase(field == nullptr ? assignment.name : field->column());
            if (given.kind == Scalar::Kind::constant || given.kind == Scalar::Kind::placeholder) {
                members.push_back(name + ": " + literal(given));
                continue;
            }
            const bool isStep = given.kind == Scalar::Kind::arithmetic &&
                                given.operands[0].kind == Scalar::Kind::field &&
                                given.operands[0].name == assignment.name &&
                                given.operands[1].kind <= Scalar::Kind::placeholder &&
                                operations.contains(given.name);
            if (!isStep) {
                return notShown("F", assignment.column);
            }
            members.push_back(fmt::format("{}: {{ {}: {} }}", name, operations.at(given.name),
                                          literal(given.operands[1])));
        }
        return object(members);
    }

    Text createRow() {
        const Text row = data(outline_.last->assignments);
        return row ? call("create", {"data: " + *row}) : row;
    }

    Text update() {
        const Text row = data(outline_.last->assignments);
        return row ? call("updateMany", {where(), "data: " + *row}) : row;
    }

    Text upsert() {
        std::vector<Assignment> all;
        std::vector<std::string> key;
        for (const Condition& lookup : outline_.last->condition.children) {
            if (lookup.kind != Condition::Kind::lookup ||
                lookup.path.find("__") != std::string::npos) {
                return notShown("get_or_create", outline_.last->column);
            }
            all.push_back({lookup.path, lookup.value, lookup.column});
            key.push_back(camelCase(lookup.path) + ": " + literal(lookup.value));
        }
        std::ranges::copy(outline_.last->assignments, std::back_inserter(all));
        const Text row = data(all);
        return row ? call("upsert",
                          {"where: " + object(key), std::string("update: {}"), "create: " + *row})
                   : row;
    }

    const QueryOutline& outline_;
};

} // namespace

tl::expected<std::string, Error> asPrisma(const Schema& schema, const QueryExpression& query) {
    const auto outline = outlineOf(schema, query);
    if (!outline) {
        return tl::unexpected(outline.error());
    }
    return PrismaWriter(*outline).text();
}

} // namespace roundtrip::orm
