#include "core/data/orm/query_runner.h"

#include "core/data/orm/execution.h"
#include "core/data/orm/value.h"
#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>

namespace roundtrip::orm {

namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;
using Action = CompiledQuery::Action;

class Runner {
  public:
    Runner(Execution& execution, const CompiledQuery& query)
        : execution_(execution), query_(query) {}

    tl::expected<OrderedJson, Error> result() {
        switch (query_.action) {
        case Action::count:
        case Action::aggregate:
            return aggregates();
        case Action::exists:
            return exists();
        case Action::create:
            return create();
        case Action::getOrCreate:
            return getOrCreate();
        case Action::update:
            return update();
        case Action::deleteAll:
            return deleteAll();
        default:
            break;
        }
        auto list = rows();
        return list && query_.action != Action::rows ? only(*std::move(list)) : std::move(list);
    }

    tl::expected<std::vector<InstancePtr>, Error> objects() {
        auto fetched = execution_.fetch(query_.statement, query_.shape);
        for (const auto& path : query_.prefetch) {
            if (!fetched) {
                return fetched;
            }
            if (auto done = prefetchPath(*fetched, path); !done) {
                return tl::unexpected(done.error());
            }
        }
        return fetched;
    }

  private:
    tl::expected<OrderedJson, Error> rows() {
        OrderedJson list = OrderedJson::array();
        if (query_.rows == CompiledQuery::Rows::objects) {
            const auto fetched = objects();
            if (!fetched) {
                return tl::unexpected(fetched.error());
            }
            for (const InstancePtr& instance : *fetched) {
                list.push_back(jsonOf(*instance));
            }
            return list;
        }
        const auto fetched = execution_.send(query_.statement);
        if (!fetched) {
            return tl::unexpected(fetched.error());
        }
        for (const OrderedJson& row : fetched->rows) {
            list.push_back(valuesOf(row));
        }
        return list;
    }

    [[nodiscard]] OrderedJson valuesOf(const OrderedJson& row) const {
        const std::vector<ResultColumn>& columns = query_.shape.columns;
        if (query_.rows == CompiledQuery::Rows::flat) {
            return shownColumn(columns.front(), row);
        }
        const bool isList = query_.rows == CompiledQuery::Rows::lists;
        OrderedJson values = isList ? OrderedJson::array() : OrderedJson::object();
        for (const ResultColumn& column : columns) {
            if (isList) {
                values.push_back(shownColumn(column, row));
            } else {
                values[column.key] = shownColumn(column, row);
            }
        }
        return values;
    }

    [[nodiscard]] tl::expected<OrderedJson, Error> only(OrderedJson list) const {
        if (query_.action == Action::first) {
            return list.empty() ? OrderedJson() : list.front();
        }
        if (list.empty() && query_.action == Action::index) {
            return tl::unexpected(Error{"orm-index-out-of-range", {}, ""});
        }
        if (list.empty()) {
            return tl::unexpected(Error{"orm-does-not-exist", {query_.model->name}, ""});
        }
        if (list.size() > 1) {
            const std::string count = list.size() > 20 ? "20+" : std::to_string(list.size());
            return tl::unexpected(Error{"orm-multiple-objects", {query_.model->name, count}, ""});
        }
        return list.front();
    }

    tl::expected<void, Error> prefetchPath(std::vector<InstancePtr> owners,
                                           const std::vector<FieldName>& path) {
        for (const FieldName& name : path) {
            if (owners.empty()) {
                return {};
            }
            if (owners.front()->find(name.path) == nullptr) {
                if (auto done = prefetch(execution_, owners, name.path); !done) {
                    return done;
                }
            }
            std::vector<InstancePtr> next;
            for (const InstancePtr& owner : owners) {
                for (const InstancePtr& object : owner->find(name.path)->objects) {
                    if (std::ranges::find(next, object) == next.end()) {
                        next.push_back(object);
                    }
                }
            }
            owners = std::move(next);
        }
        return {};
    }

    tl::expected<OrderedJson, Error> aggregates() {
        OrderedJson results = OrderedJson::object();
        if (query_.shape.columns.empty()) {
            return results;
        }
        const auto fetched = execution_.send(query_.statement);
        if (!fetched) {
            return tl::unexpected(fetched.error());
        }
        const OrderedJson row =
            fetched->rows.empty() ? OrderedJson::object() : fetched->rows.front();
        for (const ResultColumn& column : query_.shape.columns) {
            results[column.key] = shownColumn(column, row);
        }
        return query_.action == Action::count ? results.front() : results;
    }

    tl::expected<OrderedJson, Error> exists() {
        const auto fetched = execution_.send(query_.statement);
        if (!fetched) {
            return tl::unexpected(fetched.error());
        }
        return !fetched->rows.empty();
    }

    tl::expected<OrderedJson, Error> create() {
        const auto made = execution_.send(query_.insert);
        if (!made) {
            return tl::unexpected(made.error());
        }
        OrderedJson object{{"id", made->rows.front().at("id")}};
        for (const auto& [column, parameter] : query_.created) {
            const auto value = execution_.valueOf(parameter);
            object[column] = parameter.field.empty()
                                 ? OrderedJson(*value)
                                 : OrderedJson(shownValue(parameter.field.front(), *value));
        }
        return object;
    }

    tl::expected<OrderedJson, Error> getOrCreate() {
        auto list = rows();
        if (!list) {
            return list;
        }
        const bool isMissing = list->empty();
        if (isMissing && query_.cannotCreate) {
            return tl::unexpected(*query_.cannotCreate);
        }
        auto object = isMissing ? create() : only(*std::move(list));
        if (!object) {
            return object;
        }
        return OrderedJson::array({*std::move(object), isMissing});
    }

    tl::expected<OrderedJson, Error> update() {
        const auto changed = execution_.send(query_.statement);
        if (!changed) {
            return tl::unexpected(changed.error());
        }
        return changed->changedRows;
    }

    tl::expected<OrderedJson, Error> deleteAll() {
        if (query_.statement.sql.empty() && !query_.statement.asksNothing) {
            const auto deleted = execution_.send(query_.fastDelete);
            if (!deleted) {
                return tl::unexpected(deleted.error());
            }
            OrderedJson counts = OrderedJson::object();
            if (deleted->changedRows > 0) {
                counts[query_.schema->label(*query_.model)] = deleted->changedRows;
            }
            return OrderedJson::array({deleted->changedRows, std::move(counts)});
        }
        const auto rows = objects();
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        return deleteCascading(execution_, *query_.model, *rows);
    }

    Execution& execution_;
    const CompiledQuery& query_;
};

} // namespace

namespace {

StatementSender senderTo(SqliteDatabase& database) {
    return [&database](const std::string& sql, const Json& values) {
        return database.query(sql, values);
    };
}

} // namespace

tl::expected<QueryRun, Error> run(SqliteDatabase& database, const CompiledQuery& query,
                                  const Json& values) {
    return run(senderTo(database), query, values);
}

tl::expected<QueryRun, Error> run(const StatementSender& sender, const CompiledQuery& query,
                                  const Json& values) {
    Execution execution(sender, *query.schema, values);
    auto result = Runner(execution, query).result();
    if (!result) {
        return tl::unexpected(std::move(result.error()));
    }
    return QueryRun{*std::move(result), std::move(execution.statements)};
}

tl::expected<QueryRun, Error> runQuery(SqliteDatabase& database, const Schema& schema,
                                       std::string_view expression, const Json& values) {
    const auto parsed = parseQuery(expression);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    const auto compiled = compile(schema, *parsed);
    if (!compiled) {
        return tl::unexpected(compiled.error());
    }
    return run(database, *compiled, values);
}

tl::expected<QueryRun, Error> runLazily(SqliteDatabase& database, const CompiledQuery& query,
                                        std::string_view relation, const Json& values) {
    return runLazily(senderTo(database), query, relation, values);
}

tl::expected<QueryRun, Error> runLazily(const StatementSender& sender, const CompiledQuery& query,
                                        std::string_view relation, const Json& values) {
    const bool hasObjects =
        query.action == Action::rows && query.rows == CompiledQuery::Rows::objects;
    if (!hasObjects || query.schema->relatedModel(*query.model, relation) == nullptr) {
        const std::vector<std::string> known = query.schema->relationNames(*query.model);
        return tl::unexpected(
            Error{"orm-not-a-relation", {std::string(relation), nearestWord(relation, known)}, ""});
    }
    Execution execution(sender, *query.schema, values);
    const auto objects = Runner(execution, query).objects();
    if (!objects) {
        return tl::unexpected(objects.error());
    }
    OrderedJson list = OrderedJson::array();
    for (const InstancePtr& object : *objects) {
        if (object->find(relation) == nullptr) {
            if (auto done = prefetch(execution, {object}, std::string(relation)); !done) {
                return tl::unexpected(done.error());
            }
        }
        list.push_back(jsonOf(*object));
    }
    return QueryRun{std::move(list), std::move(execution.statements)};
}

} // namespace roundtrip::orm
