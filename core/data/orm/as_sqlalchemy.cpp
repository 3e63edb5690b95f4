#include "core/data/orm/other_orms.h"
#include "core/data/orm/query_outline.h"
#include "core/data/orm/words.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace roundtrip::orm {

namespace {

using Text = tl::expected<std::string, Error>;
using Kind = QueryStep::Kind;

std::string literal(const Scalar& scalar) {
    if (scalar.kind == Scalar::Kind::placeholder) {
        return scalar.name;
    }
    const nlohmann::json& value = scalar.constant;
    if (value.is_boolean()) {
        return value.get<bool>() ? "True" : "False";
    }
    return value.is_null() ? "None" : value.dump();
}

class SqlAlchemyWriter {
  public:
    explicit SqlAlchemyWriter(const QueryOutline& outline) : outline_(outline) {}

    Text text() {
        if (outline_.last != nullptr) {
            const Kind kind = outline_.last->kind;
            if (kind == Kind::create) {
                return create();
            }
            if (kind == Kind::getOrCreate) {
                return notShown("get_or_create", outline_.last->column);
            }
            if (kind == Kind::update || kind == Kind::deleteAll) {
                return change(kind);
            }
        }
        return query();
    }

  private:
    [[nodiscard]] std::string model() const { return outline_.model->name; }

    [[nodiscard]] std::string relation(const Model& from, const std::string& name) const {
        return associationName(*outline_.schema, from, name);
    }

    void joinFor(const ResolvedPath& path, bool isOuter) {
        const Model* from = outline_.model;
        std::size_t step = 0;
        for (std::size_t i = 0; i < path.names.size(); ++i) {
            step += path.stepsOfName[i];
            if (path.stepsOfName[i] == 0) {
                break;
            }
            const bool isLastKey = i + 1 == path.names.size() && path.steps[step - 1].isDirect &&
                                   path.stepsOfName[i] == 1;
            if (isLastKey) {
                break; // the key stands in the table before
            }
            const std::string join = fmt::format(".{}({}.{})", isOuter ? "outerjoin" : "join",
                                                 from->name, relation(*from, path.names[i]));
            if (joins_.find(join) == std::string::npos) {
                joins_ += join;
            }
            from = path.steps[step - 1].to;
        }
    }

    Text column(const std::string& name, std::size_t place, bool isOuter) {
        const auto path = resolvePath(*outline_.schema, *outline_.model, name, place);
        if (!path) {
            return tl::unexpected(path.error());
        }
        joinFor(*path, isOuter);
        const bool isKey = !path->steps.empty() && path->endsInRelation &&
                           path->steps.back().isDirect && path->stepsOfName.back() == 1;
        if (!isKey) {
            return path->model->name + "." + path->target->column();
        }
        const Model* before =
            path->steps.size() > 1 ? path->steps[path->steps.size() - 2].to : outline_.model;
        return before->name + "." + path->steps.back().key->column();
    }

    /// What the annotation computes. It may be called like a field, and sees only those before it.
    Text annotation(std::size_t index) {
        const std::size_t outside = std::exchange(visible_, index);
        Text text = scalar(outline_.annotations[index]->value, true);
        visible_ = outside;
        return text;
    }

    Text scalar(const Scalar& value, bool isOuter) {
        switch (value.kind) {
        case Scalar::Kind::field:
            for (std::size_t i = 0; i < visible_ && i < outline_.annotations.size(); ++i) {
                if (outline_.annotations[i]->name == value.name) {
                    return annotation(i);
                }
            }
            return column(value.name, value.column, isOuter);
        case Scalar::Kind::arithmetic: {
            const Text left = scalar(value.operands[0], isOuter);
            const Text right = scalar(value.operands[1], isOuter);
            if (!left || !right) {
                return left ? right : left;
            }
            return fmt::format("{} {} {}", *left, value.name, *right);
        }
        case Scalar::Kind::aggregate:
            return aggregate(value);
        case Scalar::Kind::list:
            return list(value);
        default:
            return literal(value);
        }
    }

    Text list(const Scalar& value) {
        std::vector<std::string> parts;
        for (const Scalar& operand : value.operands) {
            parts.push_back(literal(operand));
        }
        return fmt::format("[{}]", fmt::join(parts, ", "));
    }

    Text aggregate(const Scalar& value) {
        std::string source;
        if (!value.operands.empty()) {
            const Text inner = scalar(value.operands.front(), true);
            if (!inner) {
                return inner;
            }
            source = value.distinct ? fmt::format("distinct({})", *inner) : *inner;
        }
        std::string call = fmt::format("func.{}({})", lowered(value.name), source);
        if (value.filter != nullptr) {
            const Text condition = this->condition(*value.filter);
            if (!condition) {
                return condition;
            }
            call += fmt::format(".filter({})", *condition);
        }
        return call;
    }

    Text compared(const std::string& left, const std::string& lookup, const Condition& condition) {
        static const std::map<std::string, std::string, std::less<>> operators{
            {"exact", "=="}, {"gt", ">"}, {"gte", ">="}, {"lt", "<"}, {"lte", "<="}};
        static const std::map<std::string, std::string, std::less<>> methods{
            {"contains", "contains"},     {"icontains", "icontains"},
            {"startswith", "startswith"}, {"istartswith", "istartswith"},
            {"endswith", "endswith"},     {"iendswith", "iendswith"}};
        if (lookup == "isnull") {
            const bool isNull =
                !condition.value.constant.is_boolean() || condition.value.constant == true;
            return left + (isNull ? ".is_(None)" : ".is_not(None)");
        }
        if (lookup == "range" && condition.value.kind == Scalar::Kind::list) {
            return fmt::format("{}.between({}, {})", left, literal(condition.value.operands[0]),
                               literal(condition.value.operands[1]));
        }
        Text value = scalar(condition.value, false);
        if (!value) {
            return value;
        }
        if (condition.value.constant.is_boolean() && lookup == "exact") {
            return fmt::format("{}.is_({})", left, *value);
        }
        if (const auto found = operators.find(lookup); found != operators.end()) {
            return fmt::format("{} {} {}", left, found->second, *value);
        }
        if (const auto found = methods.find(lookup); found != methods.end()) {
            return fmt::format("{}.{}({}, autoescape=True)", left, found->second, *value);
        }
        if (lookup == "iexact") {
            return fmt::format("func.lower({}) == func.lower({})", left, *value);
        }
        if (lookup == "in") {
            return fmt::format("{}.in_({})", left, *value);
        }
        return notShown(lookup, condition.column);
    }

    static Text closed(const std::string& open, const Text& test, std::size_t closing) {
        return test ? Text(open + *test + std::string(closing, ')')) : test;
    }

    /// A relation is tested by has() and any(), which need no join and find no row twice.
    Text lookup(const Condition& condition) {
        const auto lookup = shownLookup(outline_, condition);
        if (!lookup) {
            return tl::unexpected(lookup.error());
        }
        if (!lookup->annotation.empty()) {
            Scalar reference;
            reference.kind = Scalar::Kind::field;
            reference.name = lookup->annotation;
            const Text left = scalar(reference, true);
            return left ? compared(*left, lookup->name, condition) : left;
        }
        const ResolvedPath& path = lookup->path;
        const Model* from = outline_.model;
        std::string open;
        std::size_t closing = 0;
        std::size_t step = 0;
        for (std::size_t i = 0; i < path.names.size() && path.stepsOfName[i] > 0; ++i) {
            step += path.stepsOfName[i];
            const PathStep& over = path.steps[step - 1];
            const bool isPlain = over.isDirect && path.stepsOfName[i] == 1;
            const bool isLast = i + 1 == path.names.size();
            if (isLast && isPlain) {
                return closed(
                    open, compared(from->name + "." + over.key->column(), lookup->name, condition),
                    closing);
            }
            const char* test = path.stepsOfName[i] > 1 || over.isMany ? "any" : "has";
            if (isLast && lookup->name == "isnull") {
                const bool isNull = condition.value.constant != false;
                return fmt::format("{}{}{}.{}.{}(){}", open, isNull ? "~" : "", from->name,
                                   relation(*from, path.names[i]), test, std::string(closing, ')'));
            }
            open += fmt::format("{}.{}.{}(", from->name, relation(*from, path.names[i]), test);
            ++closing;
            from = over.to;
        }
        return closed(
            open, compared(path.model->name + "." + path.target->column(), lookup->name, condition),
            closing);
    }

    Text condition(const Condition& condition) {
        if (condition.kind == Condition::Kind::lookup) {
            return lookup(condition);
        }
        std::vector<std::string> parts;
        for (const Condition& child : condition.children) {
            Text part = this->condition(child);
            if (!part) {
                return part;
            }
            parts.push_back(*std::move(part));
        }
        const bool isAny = condition.kind == Condition::Kind::any;
        std::string whole = parts.size() == 1 ? parts.front()
                                              : fmt::format("{}({})", isAny ? "or_" : "and_",
                                                            fmt::join(parts, ", "));
        return condition.negated ? fmt::format("not_({})", whole) : whole;
    }

    Text filters() {
        std::string where;
        std::string having;
        for (const QueryOutline::Filter& filter : outline_.filters) {
            if (filter.negated) {
                Condition whole = *filter.condition;
                whole.negated = true;
                const Text text = condition(whole);
                if (!text) {
                    return text;
                }
                addFilter(isAboutAnnotation(outline_, whole) ? having : where, *text);
                continue;
            }
            for (const Condition& child : filter.condition->children) {
                const Text text = condition(child);
                if (!text) {
                    return text;
                }
                addFilter(isAboutAnnotation(outline_, child) ? having : where, *text);
            }
        }
        having_ = having.empty() ? "" : fmt::format(".having({})", having);
        return where.empty() ? "" : fmt::format(".where({})", where);
    }

    static void addFilter(std::string& list, const std::string& text) {
        list += (list.empty() ? "" : ", ") + text;
    }

    Text ordering() {
        std::vector<std::string> terms;
        std::vector<FieldName> order = outline_.order;
        const bool isEnd = outline_.last != nullptr && (outline_.last->kind == Kind::first ||
                                                        outline_.last->kind == Kind::last);
        if (order.empty() && isEnd) {
            order.push_back({"id", 1});
        }
        const bool isLast = outline_.last != nullptr && outline_.last->kind == Kind::last;
        for (const FieldName& name : order) {
            const bool isFalling = name.path.starts_with('-');
            Scalar field;
            field.kind = Scalar::Kind::field;
            field.name = name.path.substr(isFalling ? 1 : 0);
            field.column = name.column;
            const Text column = scalar(field, true);
            if (!column) {
                return column;
            }
            const bool isDescending = (isFalling != outline_.isReversed) != isLast;
            terms.push_back(*column + (isDescending ? ".desc()" : ""));
        }
        return terms.empty() ? "" : fmt::format(".order_by({})", fmt::join(terms, ", "));
    }

    std::string loaders() const {
        std::vector<std::string> options;
        const auto add = [&](const std::vector<FieldName>& names, const char* loader) {
            for (const FieldName& name : names) {
                std::string option;
                const Model* from = outline_.model;
                for (const std::string& part : splitLookup(name.path)) {
                    option += fmt::format("{}{}({}.{})", option.empty() ? "" : ".", loader,
                                          from->name, relation(*from, part));
                    from = &associatedModel(*outline_.schema, *from, part);
                }
                options.push_back(option);
            }
        };
        add(outline_.related, "joinedload");
        add(outline_.prefetched, "selectinload");
        return options.empty() ? "" : fmt::format(".options({})", fmt::join(options, ", "));
    }

    Text selection() {
        std::vector<std::string> columns;
        if (outline_.values == nullptr) {
            columns.push_back(model());
        } else if (outline_.values->names.empty()) {
            columns.push_back(model() + ".__table__");
        }
        const std::vector<FieldName> none;
        for (const FieldName& name : outline_.values == nullptr ? none : outline_.values->names) {
            if (isAnnotation(outline_, name.path)) {
                continue;
            }
            const Text selected = column(name.path, name.column, true);
            if (!selected) {
                return selected;
            }
            columns.push_back(*selected);
        }
        for (std::size_t i = 0; i < outline_.annotations.size(); ++i) {
            const Assignment* annotation = outline_.annotations[i];
            const Text value = this->annotation(i);
            if (!value) {
                return value;
            }
            const bool isPlain = annotation->value.kind != Scalar::Kind::arithmetic;
            columns.push_back(fmt::format("{}.label(\"{}\")", isPlain ? *value : "(" + *value + ")",
                                          annotation->name));
        }
        return fmt::format("select({})", fmt::join(columns, ", "));
    }

    Text grouping() {
        const bool hasAggregate =
            std::ranges::any_of(outline_.annotations, [](const Assignment* annotation) {
                return annotation->value.kind == Scalar::Kind::aggregate;
            });
        if (!hasAggregate) {
            return "";
        }
        if (!outline_.groupsByValues) {
            return fmt::format(".group_by({}.id)", model());
        }
        std::vector<std::string> keys;
        for (const FieldName& name : outline_.values->names) {
            const Text key = column(name.path, name.column, true);
            if (!key) {
                return key;
            }
            keys.push_back(*key);
        }
        return fmt::format(".group_by({})", fmt::join(keys, ", "));
    }

    std::string window() const {
        std::string text;
        const auto offset = offsetText(outline_);
        if (offset) {
            text += fmt::format(".offset({})", *offset);
        }
        if (const auto limit = limitText(outline_)) {
            text += fmt::format(".limit({})", *limit);
        }
        return text;
    }

    Text query() {
        const bool isCount = outline_.last != nullptr && (outline_.last->kind == Kind::count ||
                                                          outline_.last->kind == Kind::aggregate);
        const Text select = isCount ? aggregates() : selection();
        const Text where = filters();
        const Text group = grouping();
        const Text order = isCount || isExists() ? Text("") : ordering();
        for (const Text* part : {&select, &where, &group, &order}) {
            if (!*part) {
                return *part;
            }
        }
        if (isCount &&
            (!window().empty() || outline_.isDistinct || !outline_.annotations.empty())) {
            return notShown("count", outline_.last->column);
        }
        const std::string none = outline_.isNone ? ".where(false())" : "";
        const std::string distinct = outline_.isDistinct ? ".distinct()" : "";
        return run(*select + joins_ + *where + none + *group + having_ + distinct + *order +
                   window() + loaders());
    }

    [[nodiscard]] bool isExists() const {
        return outline_.last != nullptr && outline_.last->kind == Kind::exists;
    }

    Text aggregates() {
        if (outline_.last->kind == Kind::count) {
            return fmt::format("select(func.count()).select_from({})", model());
        }
        std::vector<std::string> columns;
        for (const Assignment& assignment : outline_.last->assignments) {
            const Text value = scalar(assignment.value, true);
            if (!value) {
                return value;
            }
            columns.push_back(fmt::format("{}.label(\"{}\")", *value, assignment.name));
        }
        return fmt::format("select({})", fmt::join(columns, ", "));
    }

    [[nodiscard]] std::string run(const std::string& statement) const {
        const bool hasColumns = outline_.values != nullptr || !outline_.annotations.empty();
        const bool isFlat = outline_.values != nullptr && outline_.values->flat;
        const std::string sent =
            fmt::format("session.{}({})", hasColumns && !isFlat ? "execute" : "scalars", statement);
        if (outline_.last == nullptr) {
            const bool isMapping =
                outline_.values != nullptr && outline_.values->kind == Kind::values;
            return sent + (isMapping ? ".mappings().all()" : ".all()");
        }
        switch (outline_.last->kind) {
        case Kind::get:
            return sent + ".one()";
        case Kind::count:
            return fmt::format("session.scalar({})", statement);
        case Kind::aggregate:
            return fmt::format("session.execute({}).one()", statement);
        case Kind::exists:
            return fmt::format("session.scalar(select({}.exists()))", statement);
        case Kind::index:
            return fmt::format("session.scalars({}.offset({}).limit(1)).one()", statement,
                               boundText(*outline_.last->from));
        default:
            return fmt::format("session.scalars({}.limit(1)).first()", statement);
        }
    }

    Text assignments(const std::vector<Assignment>& list) {
        std::vector<std::string> parts;
        for (const Assignment& assignment : list) {
            const Field* field = outline_.model->field(assignment.name);
            const Text value = scalar(assignment.value, false);
            if (!value) {
                return value;
            }
            parts.push_back(
                fmt::format("{}={}", field == nullptr ? assignment.name : field->column(), *value));
        }
        return fmt::format("{}", fmt::join(parts, ", "));
    }

    Text create() {
        const Text values = assignments(outline_.last->assignments);
        return values ? Text(fmt::format("session.add({}({}))", model(), *values)) : values;
    }

    Text change(Kind kind) {
        Text where = filters();
        if (!where) {
            return where;
        }
        if (kind == Kind::deleteAll) {
            return fmt::format("session.execute(delete({}){})", model(), *where);
        }
        const Text values = assignments(outline_.last->assignments);
        return values ? Text(fmt::format("session.execute(update({}){}.values({}))", model(),
                                         *where, *values))
                      : values;
    }

    const QueryOutline& outline_;
    std::size_t visible_ = SIZE_MAX; ///< how many annotations an expression may refer to
    std::string joins_;
    std::string having_;
};

} // namespace

tl::expected<std::string, Error> asSqlAlchemy(const Schema& schema, const QueryExpression& query) {
    const auto outline = outlineOf(schema, query);
    if (!outline) {
        return tl::unexpected(outline.error());
    }
    return SqlAlchemyWriter(*outline).text();
}

} // namespace roundtrip::orm
