#include "core/data/orm/execution.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace roundtrip::orm {

namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;
using Keys = std::set<std::int64_t>;

constexpr std::size_t kLookupBatch = 500; ///< Django's limits for SQLite
constexpr std::size_t kDeleteBatch = 100;

std::vector<std::vector<Json>> batches(const std::vector<std::int64_t>& keys, std::size_t size) {
    std::vector<std::vector<Json>> parts;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i % size == 0) {
            parts.emplace_back();
        }
        parts.back().emplace_back(keys[i]);
    }
    return parts;
}

/// Finds what must go with the rows, then deletes in an order that breaks no reference: Django's
/// `db.models.deletion.Collector`.
class Collector {
  public:
    explicit Collector(Execution& execution) : execution_(execution) {}

    tl::expected<void, Error> collect(const Model& model, const std::vector<std::int64_t>& found,
                                      const Model* source, bool isNullable) {
        std::vector<std::int64_t> fresh;
        if (found.empty()) {
            return {};
        }
        Keys& known = keysOf(model);
        for (const std::int64_t key : found) {
            if (known.insert(key).second) {
                fresh.push_back(key);
            }
        }
        if (source != nullptr && !isNullable) {
            dependencies_[source].insert(&model);
        }
        return fresh.empty() ? tl::expected<void, Error>() : collectRelated(model, fresh);
    }

    tl::expected<OrderedJson, Error> deleteAll() {
        if (auto begun = execution_.sendQuietly("BEGIN"); !begun) {
            return tl::unexpected(begun.error());
        }
        auto done = deleteInOrder();
        auto ended = execution_.sendQuietly(done ? "COMMIT" : "ROLLBACK");
        if (!done || !ended) {
            return tl::unexpected(done ? ended.error() : done.error());
        }
        std::int64_t total = 0;
        OrderedJson counts = OrderedJson::object();
        for (const auto& [label, count] : counts_) {
            total += count;
            counts[label] = count;
        }
        return OrderedJson::array({total, std::move(counts)});
    }

  private:
    /// Rows that can be deleted without being read: those of a model that nothing refers to.
    struct FastDelete {
        const Model* model;
        std::vector<const Field*> fields;
        std::vector<Json> keys;
    };
    struct Clearing {
        const Model* model;
        const Field* field;
        Keys keys;
    };

    Keys& keysOf(const Model& model) {
        for (auto& [known, keys] : data_) {
            if (known == &model) {
                return keys;
            }
        }
        return data_.emplace_back(&model, Keys{}).second;
    }

    [[nodiscard]] std::vector<ReverseRelation> keysTo(const Model& model) const {
        std::vector<ReverseRelation> relations = execution_.schema.relationsTo(model);
        std::erase_if(relations, [](const auto& one) { return !one.field->hasColumn(); });
        return relations;
    }

    tl::expected<void, Error> collectRelated(const Model& model,
                                             const std::vector<std::int64_t>& keys) {
        std::vector<std::pair<const Model*, std::vector<const Field*>>> fast;
        std::vector<std::string> protectors;
        for (const ReverseRelation& relation : keysTo(model)) {
            const bool isFast =
                relation.field->onDelete == OnDelete::cascade && keysTo(*relation.model).empty();
            if (isFast) {
                addFast(fast, relation);
                continue;
            }
            for (const auto& batch : batches(keys, kLookupBatch)) {
                if (auto done = follow(model, relation, batch, protectors); !done) {
                    return done;
                }
            }
        }
        if (!protectors.empty()) {
            return tl::unexpected(Error{
                "orm-protected", {model.name, fmt::format("{}", fmt::join(protectors, ", "))}, ""});
        }
        for (const auto& [related, fields] : fast) {
            const std::size_t size = fields.size() > 1 ? 999 / fields.size() : kLookupBatch;
            for (auto& batch : batches(keys, size)) {
                fastDeletes_.push_back({related, fields, std::move(batch)});
            }
        }
        return {};
    }

    static void addFast(std::vector<std::pair<const Model*, std::vector<const Field*>>>& fast,
                        const ReverseRelation& relation) {
        const auto found =
            std::ranges::find(fast, relation.model, [](const auto& one) { return one.first; });
        if (found != fast.end()) {
            found->second.push_back(relation.field);
        } else {
            fast.push_back({relation.model, {relation.field}});
        }
    }

    tl::expected<void, Error> follow(const Model& model, const ReverseRelation& relation,
                                     const std::vector<Json>& batch,
                                     std::vector<std::string>& protectors) {
        const auto rows = fetchRelated(execution_, *relation.model, relation.field->name, batch);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        std::vector<std::int64_t> keys;
        for (const RelatedRow& row : *rows) {
            keys.push_back(row.object->key());
        }
        if (keys.empty()) {
            return {};
        }
        switch (relation.field->onDelete) {
        case OnDelete::cascade:
            return collect(*relation.model, keys, &model, relation.field->null);
        case OnDelete::setNull:
            clear(relation, keys);
            return {};
        default:
            break;
        }
        const std::string name = relation.model->name + "." + relation.field->name;
        if (std::ranges::find(protectors, name) == protectors.end()) {
            protectors.push_back(name);
        }
        return {};
    }

    void clear(const ReverseRelation& relation, const std::vector<std::int64_t>& keys) {
        const auto found = std::ranges::find(clearings_, relation.field, &Clearing::field);
        Keys& known =
            found != clearings_.end()
                ? found->keys
                : clearings_.emplace_back(Clearing{relation.model, relation.field, {}}).keys;
        known.insert(keys.begin(), keys.end());
    }

    /// Models whose rows are referred to come behind those that refer to them.
    void sortModels() {
        std::vector<std::pair<const Model*, Keys>> sorted;
        std::set<const Model*> done;
        for (bool hasFound = true; hasFound;) {
            hasFound = false;
            for (auto& entry : data_) {
                const auto& needed = dependencies_[entry.first];
                const bool isReady = std::ranges::all_of(
                    needed, [&](const Model* model) { return done.contains(model); });
                if (isReady && done.insert(entry.first).second) {
                    sorted.push_back(entry);
                    hasFound = true;
                }
            }
        }
        if (sorted.size() == data_.size()) {
            data_ = std::move(sorted);
        }
    }

    tl::expected<void, Error> deleteInOrder() {
        sortModels();
        for (const FastDelete& fast : fastDeletes_) {
            if (auto done = remove(*fast.model, fast.fields, fast.keys); !done) {
                return done;
            }
        }
        for (const Clearing& clearing : clearings_) {
            const std::vector<std::int64_t> keys(clearing.keys.begin(), clearing.keys.end());
            for (const auto& batch : batches(keys, kDeleteBatch)) {
                Statement statement;
                statement.sql =
                    fmt::format("UPDATE {} SET {} = NULL WHERE ", quotedName(clearing.model->table),
                                quotedName(clearing.field->column()));
                addList(statement, *clearing.model, clearing.model->primaryKey(), batch);
                if (auto sent = execution_.send(statement); !sent) {
                    return tl::unexpected(sent.error());
                }
            }
        }
        for (const auto& [model, found] : data_) {
            const std::vector<std::int64_t> keys(found.rbegin(), found.rend());
            for (const auto& batch : batches(keys, kDeleteBatch)) {
                if (auto done = remove(*model, {&model->primaryKey()}, batch); !done) {
                    return done;
                }
            }
        }
        return {};
    }

    static void addList(Statement& statement, const Model& model, const Field& field,
                        const std::vector<Json>& keys) {
        std::vector<std::string> names;
        for (const Json& key : keys) {
            Parameter parameter;
            parameter.name = fmt::format("p{}", statement.parameters.size() + 1);
            parameter.constant = key;
            names.push_back(":" + parameter.name);
            statement.parameters.push_back(std::move(parameter));
        }
        statement.sql += fmt::format("{}.{} IN ({})", quotedName(model.table),
                                     quotedName(field.column()), fmt::join(names, ", "));
    }

    tl::expected<void, Error> remove(const Model& model, const std::vector<const Field*>& fields,
                                     const std::vector<Json>& keys) {
        Statement statement;
        statement.sql = fmt::format("DELETE FROM {} WHERE ", quotedName(model.table));
        for (const Field* field : fields) {
            statement.sql += field == fields.front() ? "" : " OR ";
            addList(statement, model, *field, keys);
        }
        const auto sent = execution_.send(statement);
        if (!sent) {
            return tl::unexpected(sent.error());
        }
        if (sent->changedRows > 0) {
            counts_[execution_.schema.label(model)] += sent->changedRows;
        }
        return {};
    }

    Execution& execution_;
    std::vector<std::pair<const Model*, Keys>> data_;
    std::map<const Model*, std::set<const Model*>> dependencies_;
    std::vector<FastDelete> fastDeletes_;
    std::vector<Clearing> clearings_;
    std::map<std::string, std::int64_t> counts_;
};

} // namespace

tl::expected<OrderedJson, Error> deleteCascading(Execution& execution, const Model& model,
                                                 const std::vector<InstancePtr>& rows) {
    std::vector<std::int64_t> keys;
    keys.reserve(rows.size());
    for (const InstancePtr& row : rows) {
        keys.push_back(row->key());
    }
    Collector collector(execution);
    if (auto done = collector.collect(model, keys, nullptr, false); !done) {
        return tl::unexpected(done.error());
    }
    return collector.deleteAll();
}

} // namespace roundtrip::orm
