#pragma once

#include "core/data/orm/compiled_query.h"
#include "core/data/orm/select_query.h"
#include "core/data/orm/sql_writer.h"

#include <map>
#include <string>
#include <vector>

namespace roundtrip::orm {

/// Goes through the calls of one expression and builds up the query.
class QueryCompiler {
  public:
    QueryCompiler(const Schema& schema, const Model& model);

    tl::expected<CompiledQuery, Error> compile(const std::vector<QueryStep>& steps);

  private:
    using Done = tl::expected<void, Error>;
    using Action = CompiledQuery::Action;
    /// select_related("author__publisher") as a tree of names.
    struct Wanted {
        std::size_t column = 1;
        std::map<std::string, Wanted> related;
    };

    Done step(const QueryStep& step);
    Done change(const QueryStep& step);
    Done finish(const QueryStep& step);
    [[nodiscard]] Done refuseAfterSlice(const QueryStep& step, const char* method) const;
    Done annotate(const QueryStep& step);
    Done values(const QueryStep& step);
    Done selectRelated(const QueryStep& step);
    Done prefetchRelated(const QueryStep& step);
    Done slice(const QueryStep& step);
    void narrow(std::int64_t from, std::optional<std::int64_t> to);
    Done sliceByPlaceholder(const QueryStep& step);
    void applyWindow();
    Done sort();

    Done rows();
    Done get(const QueryStep& step);
    Done firstOrLast(const QueryStep& step, bool isLast);
    Done index(const QueryStep& step);
    Done exists();
    Done aggregate(const QueryStep& step);
    Done aggregateOver(std::vector<SelectedColumn> columns);
    SqlPtr moveColumns(const SqlPtr& expression, std::vector<SelectedColumn>& inner);
    WherePtr moveColumns(const WherePtr& where, std::vector<SelectedColumn>& inner);
    Done create(const std::vector<Assignment>& assignments);
    Done getOrCreate(const QueryStep& step);
    Done update(const QueryStep& step);
    Done deleteAll(const QueryStep& step);

    void selectAnnotations(ObjectShape& shape);
    Done selectObjects();
    void selectFields();
    Done selectOthers(ObjectShape& shape, const AliasPtr& table, const std::string& prefix,
                      const Wanted& wanted, int depth);
    Done selectOther(ObjectShape& shape, const AliasPtr& table, const std::string& name,
                     const std::string& prefix, const Wanted& wanted, int depth);
    void write();

    SelectQuery query_;
    CompiledQuery compiled_;
    std::vector<FieldName> ordering_;
    bool isReversed_ = false;
    bool hasValues_ = false;
    std::vector<FieldName> valueNames_;
    std::vector<std::string> shownAnnotations_;
    Wanted wanted_;
    bool wantsAllRelated_ = false;
    std::int64_t from_ = 0;
    std::optional<std::int64_t> to_;
    bool isSliced_ = false;
    std::optional<Scalar> fromLater_; ///< bounds given as placeholders
    std::optional<Scalar> toLater_;
};

} // namespace roundtrip::orm
