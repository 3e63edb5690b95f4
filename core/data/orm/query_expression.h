#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::orm {

struct Condition;

/// What a query computes with: a value, a field, or something made of these.
struct Scalar {
    enum class Kind {
        constant,
        placeholder, ///< `:name`, given when the query runs
        list,        ///< of constants and placeholders, in `operands`
        field,       ///< F("author__name"), path in `name`
        aggregate,   ///< Count, Sum, Avg, Min, Max in `name` over operands[0]; Count("*") over none
        arithmetic,  ///< operands[0] `name` operands[1], name one of + - * / %
    };
    Kind kind = Kind::constant;
    nlohmann::json constant;
    std::string name;
    std::vector<Scalar> operands;
    bool distinct = false;                   ///< of an aggregate
    std::shared_ptr<const Condition> filter; ///< of an aggregate; null when there is none
    std::size_t column = 1;
};

/// What rows must fulfil: a tree as Django's Q objects make it.
struct Condition {
    enum class Kind { all, any, lookup };
    Kind kind = Kind::all;
    bool negated = false;
    std::vector<Condition> children; ///< of all and any
    std::string path;                ///< of a lookup, for example "author__name__icontains"
    Scalar value;
    std::size_t column = 1;
};

/// `name = value` in annotate, create, update.
struct Assignment {
    std::string name;
    Scalar value;
    std::size_t column = 1;
};

/// A field's path as text, with its place.
struct FieldName {
    std::string path; ///< in order_by with a leading "-" for falling order
    std::size_t column = 1;
};

/// One call in a chain such as `.filter(...)`, or a subscript.
struct QueryStep {
    enum class Kind {
        all,
        none,
        filter,
        exclude,
        orderBy,
        reverse,
        distinct,
        values,
        valuesList,
        annotate,
        selectRelated,
        prefetchRelated,
        slice,
        index,
        get,
        first,
        last,
        count,
        exists,
        aggregate,
        create,
        getOrCreate,
        update,
        deleteAll,
    };
    Kind kind = Kind::all;
    std::size_t column = 1;
    Condition condition;                 ///< filter, exclude, get, get_or_create
    std::vector<FieldName> names;        ///< order_by, values, select_related ...
    std::vector<Assignment> assignments; ///< annotate, aggregate, create, update; defaults
    bool flat = false;                   ///< values_list(flat=True)
    std::optional<Scalar> from;          ///< slice, index
    std::optional<Scalar> to;            ///< slice
};

/// A query as it was written.
struct QueryExpression {
    std::string model;
    std::size_t column = 1;
    std::vector<QueryStep> steps;
};

/// Reads an expression in Django's way of writing, for example
/// `User.objects.filter(age__gte=:least).order_by("-age")[0:10]`. `:name` stands for a value that
/// is given when the query runs.
///
/// Errors beside those of parseSyntax, `where` as "column 7": "orm-no-query": it does not begin
/// with Model.objects; "orm-unknown-method" {name, nearest}; "orm-unknown-function" {name,
/// nearest}; "orm-bad-argument" {method}; "orm-after-end" {method}: what stands behind a call that
/// already runs the query; "orm-needs-all" {"[]" or "delete"}: it must stand behind all();
/// "orm-negative-index".
tl::expected<QueryExpression, Error> parseQuery(std::string_view text);

} // namespace roundtrip::orm
