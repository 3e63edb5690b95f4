#pragma once

#include "core/data/orm/sql_tree.h"

#include <tl/expected.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::orm {

/// One join on the way along a path.
struct PathStep {
    const Model* to = nullptr;
    const Field* key = nullptr; ///< the foreign key, on this side when direct, else on `to`
    bool isDirect = true;
    bool isMany = false; ///< may find several rows
};

/// A path such as author__name__icontains, taken apart.
struct ResolvedPath {
    std::vector<PathStep> steps;
    std::vector<std::size_t> stepsOfName; ///< how many steps each name made
    std::vector<std::string> names;
    const Model* model = nullptr; ///< where the path ends
    const Field* target = nullptr;
    bool endsInRelation = false;
    std::vector<std::string> rest; ///< what is no field: lookups
    std::size_t restColumn = 1;
};

/// Follows the names as far as they are fields. Errors: "orm-unknown-field" {name, model,
/// nearest}, `where` as "column 7" with `column` the path's own.
tl::expected<ResolvedPath, Error> resolvePath(const Schema& schema, const Model& model,
                                              std::string_view path, std::size_t column);

using Aliases = std::set<TableAlias*>;

/// The tables of a query and how they are joined, by the rules of Django's ORM.
class JoinTree {
  public:
    explicit JoinTree(const Model& model);

    /// The first table, counted as used once more.
    AliasPtr useBase();
    [[nodiscard]] AliasPtr base() const { return aliases_.front(); }

    /// The table behind each step, from the first table on. A join that finds many rows is shared
    /// only with those in `reusable` (null: with all).
    std::vector<AliasPtr> follow(const std::vector<PathStep>& steps, const AliasPtr& from,
                                 const Aliases* reusable);

    /// The column at the path's end; joins only for a key that the table before holds are let go.
    struct End {
        SqlPtr column;
        std::vector<AliasPtr> joins;
    };
    static End trim(const ResolvedPath& path, std::vector<AliasPtr> joins);

    void promote(const Aliases& aliases);
    static void demote(const Aliases& aliases);
    [[nodiscard]] Aliases innerJoins() const;

    [[nodiscard]] const std::vector<AliasPtr>& aliases() const { return aliases_; }
    [[nodiscard]] std::size_t usedTables() const;
    /// Names the tables U0, U1 ..., so that a subquery does not hide the tables around it.
    void renameForSubquery(const std::string& prefix);

  private:
    AliasPtr join(const PathStep& step, const AliasPtr& parent, const Aliases* reusable);

    std::vector<AliasPtr> aliases_;
};

[[nodiscard]] SqlPtr columnOf(const AliasPtr& alias, const Field& field);

} // namespace roundtrip::orm
