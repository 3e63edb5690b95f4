#pragma once

#include "core/data/orm/select_query.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip::orm {

/// The lookups that may end a path, for example "icontains".
[[nodiscard]] const std::vector<std::string>& lookupNames();

/// Turns conditions into WHERE and decides which joins must be outer ones: Django's build_filter,
/// JoinPromoter and split_exclude.
class FilterBuilder {
  public:
    explicit FilterBuilder(SelectQuery& query) : query_(query) {}

    tl::expected<void, Error> add(const Condition& condition, bool negated);
    /// The condition of an aggregate's `filter=`.
    tl::expected<WherePtr, Error> forAggregate(const Condition& condition);

  private:
    /// Where the tree stands: Django's branch_negated, current_negated, can_reuse, split_subq.
    struct Branch {
        bool isNegatedAbove = false;
        bool isNegated = false;
        Aliases* reusable = nullptr;
        bool splits = true;
    };
    struct Built {
        WherePtr where;
        Aliases innerJoins; ///< without a row in these the condition cannot hold
    };
    struct Lookup {
        std::string name = "exact";
        std::size_t column = 1;
    };

    tl::expected<Built, Error> group(const Condition& condition, Branch branch);
    tl::expected<Built, Error> single(const Condition& condition, const Branch& branch);
    /// The annotation that a path such as books__count__gt begins with.
    [[nodiscard]] std::optional<std::string> annotationIn(const std::string& path) const;
    tl::expected<Built, Error> onAnnotation(const Condition& condition, const std::string& name,
                                            const SqlPtr& annotation, const Branch& branch);
    tl::expected<Lookup, Error> lookupOf(const ResolvedPath& path) const;
    tl::expected<std::shared_ptr<Where>, Error> comparison(SqlPtr left, const Lookup& lookup,
                                                           const Scalar& value);
    tl::expected<std::vector<SqlPtr>, Error> valuesFor(const SqlPtr& left, const Lookup& lookup,
                                                       const Scalar& value);
    tl::expected<SqlPtr, Error> valueFor(const SqlPtr& left, const Lookup& lookup,
                                         const Scalar& value);
    [[nodiscard]] AliasPtr sharedTable(const std::string& name, const Branch& branch) const;
    tl::expected<Built, Error> splitExclude(const Condition& condition, const ResolvedPath& path,
                                            const Branch& branch);
    /// Cuts what the outer query already has off the beginning of a subquery's joins.
    struct Start {
        SqlPtr column;          ///< of the subquery, to be compared
        std::string outerPath;  ///< with this of the outer query
        bool mayBeNull = false; ///< the way to it goes over an outer join
    };
    static Start trimStart(const ResolvedPath& path, const std::vector<AliasPtr>& lookupJoins);
    void promote(const std::map<TableAlias*, std::size_t>& votes, const Condition& condition,
                 bool isNegated, Aliases& inner);

    /// Resolves the fields that the value is made of, before the lookup's own joins are made, and
    /// tells which joins that took.
    tl::expected<Aliases, Error> resolveValue(const Scalar& value, const Branch& branch);

    [[nodiscard]] SqlPtr resolvedValue(const Scalar& value) const;

    SelectQuery& query_;
    std::map<const Scalar*, SqlPtr> resolved_;
    const std::map<const Scalar*, SqlPtr>* outer_ = nullptr; ///< in a subquery, those around it
    std::vector<AliasPtr> lookupJoins_;                      ///< of the path built last
};

} // namespace roundtrip::orm
