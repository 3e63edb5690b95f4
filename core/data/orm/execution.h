#pragma once

#include "core/data/orm/query_runner.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace roundtrip::orm {

/// A row as an object, with the related objects that were fetched with it.
struct Instance {
    struct Related {
        std::string name;
        bool isMany = false;
        std::vector<std::shared_ptr<Instance>> objects;
    };
    const Model* model = nullptr;
    nlohmann::ordered_json fields = nlohmann::ordered_json::object();
    std::vector<Related> related;
    /// The object that it was fetched for, by the relation's name: asking for it costs no query.
    std::vector<std::pair<std::string, Instance*>> owners;

    [[nodiscard]] const Related* find(std::string_view name) const;
    [[nodiscard]] std::int64_t key() const;
};
using InstancePtr = std::shared_ptr<Instance>;

/// Sends the statements of one query and keeps account of them.
class Execution {
  public:
    Execution(const StatementSender& sender, const Schema& ofSchema, const nlohmann::json& values)
        : schema(ofSchema), sender_(sender), values_(values) {}

    tl::expected<QueryResult, Error> send(const Statement& statement);
    /// Without an entry in the account.
    tl::expected<void, Error> sendQuietly(const std::string& sql);
    /// What the parameter is bound to in this run.
    tl::expected<nlohmann::json, Error> valueOf(const Parameter& parameter) const;
    tl::expected<std::vector<InstancePtr>, Error> fetch(const Statement& statement,
                                                        const ObjectShape& shape);

    const Schema& schema;
    std::vector<StatementRun> statements;

  private:
    const StatementSender& sender_;
    const nlohmann::json& values_;
};

[[nodiscard]] nlohmann::ordered_json shownColumn(const ResultColumn& column,
                                                 const nlohmann::ordered_json& row);
[[nodiscard]] nlohmann::ordered_json jsonOf(const Instance& instance);

/// Rows of `model` where `path` is one of `keys`, and beside each the key that it belongs to.
struct RelatedRow {
    nlohmann::json owner;
    InstancePtr object;
};
tl::expected<std::vector<RelatedRow>, Error> fetchRelated(Execution& execution, const Model& model,
                                                          const std::string& path,
                                                          const std::vector<nlohmann::json>& keys);

/// Fetches the relation `name` of all these objects by one query; by none when they have it.
tl::expected<void, Error> prefetch(Execution& execution, const std::vector<InstancePtr>& owners,
                                   const std::string& name);

/// Deletes the objects and what cascades from them, as Django's Collector does.
tl::expected<nlohmann::ordered_json, Error>
deleteCascading(Execution& execution, const Model& model, const std::vector<InstancePtr>& rows);

} // namespace roundtrip::orm
