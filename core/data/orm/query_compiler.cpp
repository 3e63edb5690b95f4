#include "core/data/orm/query_compiler.h"

#include "core/data/orm/syntax.h"
#include "core/data/orm/words.h"
#include "core/kernel/quantity.h"

#include <algorithm>

namespace roundtrip::orm {

namespace {

using Kind = QueryStep::Kind;

Error failure(std::size_t column, std::string code, std::vector<std::string> args = {}) {
    return {std::move(code), std::move(args), columnText(column)};
}

Parameter bound(std::int64_t value) {
    Parameter parameter;
    parameter.constant = value;
    return parameter;
}

Parameter bound(const Scalar& placeholder) {
    Parameter parameter;
    parameter.placeholder = placeholder.name;
    parameter.field.push_back({.name = placeholder.name});
    parameter.place = columnText(placeholder.column);
    return parameter;
}

bool isSame(const SqlExpression& left, const SqlExpression& right) {
    const bool areColumns = left.kind == SqlExpression::Kind::column && left.kind == right.kind;
    return &left == &right || (areColumns && left.alias == right.alias && left.name == right.name);
}

bool isPlaceholder(const std::optional<Scalar>& scalar) {
    return scalar && scalar->kind == Scalar::Kind::placeholder;
}

std::int64_t numberOf(const std::optional<Scalar>& scalar) {
    return scalar ? scalar->constant.get<std::int64_t>() : 0;
}

} // namespace

QueryCompiler::QueryCompiler(const Schema& schema, const Model& model) : query_(schema, model) {
    compiled_.schema = &schema;
    compiled_.model = &model;
    compiled_.shape.model = &model;
    query_.joins.useBase();
}

tl::expected<CompiledQuery, Error> QueryCompiler::compile(const std::vector<QueryStep>& steps) {
    for (const QueryStep& next : steps) {
        if (auto done = step(next); !done) {
            return tl::unexpected(done.error());
        }
    }
    if (compiled_.action == Action::rows) {
        if (auto done = rows(); !done) {
            return tl::unexpected(done.error());
        }
    }
    return std::move(compiled_);
}

QueryCompiler::Done QueryCompiler::step(const QueryStep& step) {
    switch (step.kind) {
    case Kind::all:
        return {};
    case Kind::none:
        query_.isEmpty = true;
        return {};
    case Kind::annotate:
        return annotate(step);
    case Kind::values:
    case Kind::valuesList:
        return values(step);
    case Kind::selectRelated:
        return selectRelated(step);
    case Kind::prefetchRelated:
        return prefetchRelated(step);
    case Kind::slice:
        return slice(step);
    case Kind::filter:
    case Kind::exclude:
    case Kind::orderBy:
    case Kind::reverse:
    case Kind::distinct:
        return change(step);
    default:
        return finish(step);
    }
}

QueryCompiler::Done QueryCompiler::change(const QueryStep& step) {
    static const std::map<Kind, const char*> names{{Kind::filter, "filter"},
                                                   {Kind::exclude, "exclude"},
                                                   {Kind::orderBy, "order_by"},
                                                   {Kind::reverse, "reverse"},
                                                   {Kind::distinct, "distinct"}};
    if (auto allowed = refuseAfterSlice(step, names.at(step.kind)); !allowed) {
        return allowed;
    }
    if (step.kind == Kind::orderBy) {
        ordering_ = step.names;
    } else if (step.kind == Kind::reverse) {
        isReversed_ = !isReversed_;
    } else if (step.kind == Kind::distinct) {
        query_.isDistinct = true;
    } else {
        return query_.addFilter(step.condition, step.kind == Kind::exclude);
    }
    return {};
}

QueryCompiler::Done QueryCompiler::finish(const QueryStep& step) {
    switch (step.kind) {
    case Kind::get:
        compiled_.action = Action::get;
        return get(step);
    case Kind::first:
    case Kind::last:
        compiled_.action = Action::first;
        return firstOrLast(step, step.kind == Kind::last);
    case Kind::index:
        compiled_.action = Action::index;
        return index(step);
    case Kind::count: {
        compiled_.action = Action::count;
        QueryStep count;
        count.assignments.push_back({"count", {}, step.column});
        count.assignments.front().value.kind = Scalar::Kind::aggregate;
        count.assignments.front().value.name = "Count";
        return aggregate(count);
    }
    case Kind::exists:
        compiled_.action = Action::exists;
        return exists();
    case Kind::aggregate:
        compiled_.action = Action::aggregate;
        return aggregate(step);
    case Kind::create:
        compiled_.action = Action::create;
        return create(step.assignments);
    case Kind::getOrCreate:
        compiled_.action = Action::getOrCreate;
        return getOrCreate(step);
    case Kind::update:
        compiled_.action = Action::update;
        return update(step);
    default:
        compiled_.action = Action::deleteAll;
        return deleteAll(step);
    }
}

QueryCompiler::Done QueryCompiler::refuseAfterSlice(const QueryStep& step,
                                                    const char* method) const {
    if (isSliced_) {
        return tl::unexpected(failure(step.column, "orm-after-slice", {method}));
    }
    return {};
}

QueryCompiler::Done QueryCompiler::annotate(const QueryStep& step) {
    for (const Assignment& assignment : step.assignments) {
        const bool isField = hasValues_ ? std::ranges::find(valueNames_, assignment.name,
                                                            &FieldName::path) != valueNames_.end()
                                        : query_.model.field(assignment.name) != nullptr ||
                                              query_.schema.reverse(query_.model, assignment.name);
        if (isField) {
            return tl::unexpected(
                failure(assignment.column, "orm-duplicate-name", {assignment.name}));
        }
        if (auto done = query_.annotate(assignment, false); !done) {
            return done;
        }
        std::erase(shownAnnotations_, assignment.name);
        shownAnnotations_.push_back(assignment.name);
    }
    for (const Assignment& assignment : step.assignments) {
        query_.groupFor(assignment.name, hasValues_);
    }
    return {};
}

QueryCompiler::Done QueryCompiler::values(const QueryStep& step) {
    if (step.kind == Kind::valuesList && step.flat && step.names.size() != 1) {
        return tl::unexpected(failure(step.column, "orm-flat"));
    }
    hasValues_ = true;
    valueNames_ = step.names;
    wanted_ = {};
    wantsAllRelated_ = false;
    compiled_.rows = step.kind == Kind::values ? CompiledQuery::Rows::dictionaries
                     : step.flat               ? CompiledQuery::Rows::flat
                                               : CompiledQuery::Rows::lists;
    if (auto done = query_.selectValues(step.names); !done) {
        return done;
    }
    if (!step.names.empty()) {
        shownAnnotations_.clear();
        for (const FieldName& name : step.names) {
            if (query_.annotation(name.path) != nullptr) {
                shownAnnotations_.push_back(name.path);
            }
        }
    }
    return {};
}

QueryCompiler::Done QueryCompiler::selectRelated(const QueryStep& step) {
    if (hasValues_) {
        return tl::unexpected(failure(step.column, "orm-after-values", {"select_related"}));
    }
    wantsAllRelated_ = step.names.empty();
    for (const FieldName& name : step.names) {
        Wanted* wanted = &wanted_;
        std::size_t column = name.column;
        for (const std::string& part : splitLookup(name.path)) {
            wanted = &wanted->related[part];
            wanted->column = column;
            column += part.size() + 2;
        }
    }
    return {};
}

QueryCompiler::Done QueryCompiler::prefetchRelated(const QueryStep& step) {
    for (const FieldName& name : step.names) {
        const Model* model = &query_.model;
        std::vector<FieldName> path;
        std::size_t column = name.column;
        for (const std::string& part : splitLookup(name.path)) {
            const Model* next = query_.schema.relatedModel(*model, part);
            if (next == nullptr) {
                const std::string near = nearestWord(part, query_.schema.relationNames(*model));
                return tl::unexpected(failure(column, "orm-not-a-relation", {part, near}));
            }
            path.push_back({part, column});
            column += part.size() + 2;
            model = next;
        }
        compiled_.prefetch.push_back(std::move(path));
    }
    return {};
}

QueryCompiler::Done QueryCompiler::slice(const QueryStep& step) {
    if (isPlaceholder(step.from) || isPlaceholder(step.to) || fromLater_ || toLater_) {
        return sliceByPlaceholder(step);
    }
    narrow(numberOf(step.from),
           step.to ? std::optional(numberOf(step.to)) : std::optional<std::int64_t>());
    return {};
}

void QueryCompiler::narrow(std::int64_t from, std::optional<std::int64_t> to) {
    if (to) {
        to_ = to_ ? std::min(*to_, from_ + *to) : from_ + *to;
    }
    from_ = to_ ? std::min(*to_, from_ + from) : from_ + from;
    isSliced_ = to_ || from_ > 0; // [0:] leaves everything as it is
}

QueryCompiler::Done QueryCompiler::sliceByPlaceholder(const QueryStep& step) {
    if (isSliced_) {
        return tl::unexpected(failure(step.column, "orm-after-slice", {"[]"}));
    }
    isSliced_ = true;
    fromLater_ = step.from;
    toLater_ = step.to;
    return {};
}

void QueryCompiler::applyWindow() {
    if (!isSliced_) {
        return;
    }
    if (fromLater_ || toLater_) {
        const auto parameter = [](const Scalar& scalar) {
            return scalar.kind == Scalar::Kind::placeholder
                       ? bound(scalar)
                       : bound(scalar.constant.get<std::int64_t>());
        };
        if (fromLater_) {
            query_.offset = parameter(*fromLater_);
        }
        if (toLater_) {
            query_.end = parameter(*toLater_);
        }
        return;
    }
    query_.isEmpty = query_.isEmpty || (to_ && *to_ <= from_);
    if (to_) {
        query_.end = bound(*to_ - from_);
    }
    if (from_ > 0) {
        query_.offset = bound(from_);
    }
}

void QueryCompiler::write() {
    SqlWriter writer;
    compiled_.statement.asksNothing = !writer.select(query_);
    compiled_.statement.sql = std::move(writer.text);
    compiled_.statement.parameters = std::move(writer.parameters);
}

QueryCompiler::Done QueryCompiler::rows() {
    if (hasValues_ && !compiled_.prefetch.empty()) {
        return tl::unexpected(failure(compiled_.prefetch.front().front().column, "orm-after-values",
                                      {"prefetch_related"}));
    }
    if (hasValues_) {
        selectFields();
    } else if (auto done = selectObjects(); !done) {
        return done;
    }
    if (auto done = sort(); !done) {
        return done;
    }
    applyWindow();
    write();
    return {};
}

/// DISTINCT compares what is selected, so what rows are sorted by is selected too.
QueryCompiler::Done QueryCompiler::sort() {
    if (auto done = query_.orderBy(ordering_, isReversed_); !done || !query_.isDistinct) {
        return done;
    }
    for (const OrderTerm& term : query_.order) {
        const bool isSelected =
            std::ranges::any_of(query_.selected, [&](const SelectedColumn& column) {
                return isSame(*column.expression, *term.expression);
            });
        if (!isSelected) {
            query_.selected.push_back(
                {term.expression, "__order" + std::to_string(query_.selected.size())});
        }
    }
    return {};
}

QueryCompiler::Done QueryCompiler::get(const QueryStep& step) {
    constexpr int kMostFetched = 21; // enough to say that there are several
    if (!step.condition.children.empty()) {
        if (auto allowed = refuseAfterSlice(step, "get"); !allowed) {
            return allowed;
        }
        if (auto done = query_.addFilter(step.condition, false); !done) {
            return done;
        }
    }
    if (!isSliced_) {
        ordering_.clear();
        query_.limit = kMostFetched;
    }
    return rows();
}

QueryCompiler::Done QueryCompiler::firstOrLast(const QueryStep& step, bool isLast) {
    if (ordering_.empty() || isLast) {
        if (auto allowed = refuseAfterSlice(step, isLast ? "last" : "first"); !allowed) {
            return allowed;
        }
    }
    if (ordering_.empty()) {
        ordering_.push_back({isLast ? "-pk" : "pk", step.column});
    } else if (isLast) {
        isReversed_ = !isReversed_;
    }
    if (fromLater_ || toLater_) {
        return tl::unexpected(failure(step.column, "orm-after-slice", {"first"}));
    }
    narrow(0, 1);
    return rows();
}

QueryCompiler::Done QueryCompiler::index(const QueryStep& step) {
    if (isPlaceholder(step.from) || fromLater_ || toLater_) {
        return tl::unexpected(failure(step.column, "orm-bad-argument", {"[]"}));
    }
    narrow(numberOf(step.from), numberOf(step.from) + 1);
    return rows();
}

QueryCompiler::Done QueryCompiler::exists() {
    if (query_.groupsByModel) {
        for (const Field& field : query_.model.fields) {
            if (field.hasColumn()) {
                query_.groupBy.push_back(columnOf(query_.joins.base(), field));
            }
        }
    }
    if (!query_.isDistinct) {
        query_.selected.clear();
    } else if (!hasValues_) {
        if (auto done = selectObjects(); !done) {
            return done;
        }
    }
    if (!fromLater_ && !toLater_) {
        narrow(0, 1);
    }
    applyWindow();
    write();
    return {};
}

} // namespace roundtrip::orm
