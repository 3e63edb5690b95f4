#pragma once

#include "core/data/orm/join_tree.h"
#include "core/data/orm/query_expression.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::orm {

/// A query's calls sorted by what they are for, to be written in another language.
struct QueryOutline {
    /// One filter() or, negated, exclude().
    struct Filter {
        const Condition* condition = nullptr;
        bool negated = false;
    };
    const Schema* schema = nullptr;
    const Model* model = nullptr;
    std::vector<Filter> filters;
    std::vector<FieldName> order;
    bool isReversed = false;
    bool isDistinct = false;
    bool isNone = false;
    const QueryStep* values = nullptr; ///< values or values_list
    bool groupsByValues = false;       ///< an annotation stands behind values()
    std::vector<const Assignment*> annotations;
    std::vector<FieldName> related;
    std::vector<FieldName> prefetched;
    std::optional<Scalar> from; ///< of the slice
    std::optional<Scalar> to;
    const QueryStep* last = nullptr; ///< the call that runs it; null when it is a list of objects
};

/// Errors: those of `compile`; "orm-not-shown" {what} when it is sliced twice or annotates a name
/// again.
tl::expected<QueryOutline, Error> outlineOf(const Schema& schema, const QueryExpression& query);

/// A lookup taken apart.
struct ShownLookup {
    ResolvedPath path;
    std::string name;       ///< "exact", "gt" ...
    std::string annotation; ///< when it is about one; then the path is empty
};
tl::expected<ShownLookup, Error> shownLookup(const QueryOutline& outline,
                                             const Condition& condition);

[[nodiscard]] bool isAnnotation(const QueryOutline& outline, std::string_view name);

/// Whether a condition in the tree is about an annotation.
[[nodiscard]] bool isAboutAnnotation(const QueryOutline& outline, const Condition& condition);

/// The number in a slice's bound, or the placeholder's name.
[[nodiscard]] std::string boundText(const Scalar& bound);
/// How many rows the slice takes, "10" or "to - from".
[[nodiscard]] std::optional<std::string> limitText(const QueryOutline& outline);
[[nodiscard]] std::optional<std::string> offsetText(const QueryOutline& outline);

[[nodiscard]] tl::unexpected<Error> notShown(std::string what, std::size_t column);

/// A relation as other ORMs name it: a way back without a name of its own is called by its model,
/// in the plural when it leads to many. Takes `review` and `review_set` alike.
[[nodiscard]] std::string associationName(const Schema& schema, const Model& from,
                                          std::string_view name);
/// Where the relation leads; `from` itself when it is none.
[[nodiscard]] const Model& associatedModel(const Schema& schema, const Model& from,
                                           std::string_view name);

[[nodiscard]] std::string plural(std::string_view word);
/// "is_active" as "isActive".
[[nodiscard]] std::string camelCase(std::string_view name);
/// "BookReview" as "book_review".
[[nodiscard]] std::string snakeCase(std::string_view name);

} // namespace roundtrip::orm
