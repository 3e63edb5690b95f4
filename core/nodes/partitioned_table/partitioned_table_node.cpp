#include "core/nodes/partitioned_table/partitioned_table_node.h"

#include "core/nodes/partitioned_table/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace roundtrip {

namespace {

constexpr std::size_t kItemsGauge = 0;
constexpr std::size_t kThrottledGauge = 1;
constexpr std::size_t kMostRows = 16;      // of one answer, whose age is followed
constexpr std::uint32_t kBadRequest = 400; // every exception has it

PartitionedTable::Settings settingsOf(const ParameterValues& values, items::KeySchema keys) {
    constexpr double kMostReads = 3000; // of one partition, as DynamoDB has them
    constexpr double kMostWrites = 1000;
    const bool adapts = values.boolean("adaptive_capacity");
    const SimTime burst = values.duration("burst");
    return {.keys = std::move(keys),
            .partitions = static_cast<std::size_t>(values.integer("partitions")),
            .read = {values.real("read_capacity"), kMostReads, adapts, burst},
            .write = {values.real("write_capacity"), kMostWrites, adapts, burst},
            .lag = values.duration("lag")};
}

/// Units to a hundredth, without zeros at the end.
std::string unitsText(double units) {
    return fmt::format("{}", std::round(units * 100.0) / 100.0);
}

std::string partitionsText(const PartitionedTable::Usage& usage) {
    std::string text;
    for (const auto& share : usage.shares) {
        text += fmt::format("{}{}", text.empty() ? "" : ", ", share.partition + 1);
    }
    return text;
}

std::string doneText(const PartitionedTable::Outcome& outcome, const items::ItemRequest& request) {
    const PartitionedTable::Usage& usage = outcome.usage;
    std::string what = fmt::format("{}\n{}\n{}", partitionsText(usage), unitsText(usage.units),
                                   unitsText(usage.left));
    if (items::isWrite(request)) {
        return "write\n" + what;
    }
    return fmt::format("{}\n{}\n{}\n{}", request.isConsistent ? "read" : "eventual-read", what,
                       outcome.reply.examined, outcome.reply.items.size());
}

std::string throttledText(const PartitionedTable::Usage& usage) {
    const auto& refusal = *usage.refusal;
    if (refusal.partition) {
        return fmt::format("throttled-partition\n{}\n{}\n{}", *refusal.partition + 1,
                           unitsText(usage.units), unitsText(refusal.left));
    }
    return fmt::format("throttled-table\n{}\n{}", unitsText(usage.units), unitsText(refusal.left));
}

/// "messages#blue/2"
std::string rowName(const std::string& name, const PartitionedTable& table,
                    const items::Item& item) {
    const auto textOf = [](const nlohmann::json& value) {
        return value.is_string() ? value.get<std::string>() : value.dump();
    };
    const items::KeySchema& keys = table.keys();
    const std::string row = name + "#" + textOf(item.at(keys.partitionKey));
    return keys.hasSortKey() ? row + "/" + textOf(item.at(keys.sortKey)) : row;
}

} // namespace

PartitionedTableNode::PartitionedTableNode(const NodeKind& kind, RunContext& context,
                                           NodeSetup setup)
    : Node(kind, context, std::move(setup)) {
    Problems problems; // none: checked with the scene
    for (items::TableDefinition& table :
         items::readTables(values().value("tables"), "", problems)) {
        PartitionedTable made(settingsOf(values(), std::move(table.keys)));
        for (items::Item& item : table.items) {
            (void)made.fill(std::move(item));
        }
        tables_.insert_or_assign(table.name, std::move(made));
    }
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

void PartitionedTableNode::parametersChanged() {
    for (auto& [name, table] : tables_) {
        table.configure(settingsOf(values(), table.keys()));
    }
}

Process PartitionedTableNode::serve(Message message) {
    const auto& request = std::get<items::ItemRequest>(message.payload);
    const SpanId span = beginSpan(message);
    PartitionedTable::Outcome outcome = execute(request);
    Provenance provenance = provenanceOf(request, outcome.reply);
    co_await busyFor(values().duration("base_time") +
                     values().duration("time_per_item") * outcome.reply.examined);
    recordOutcome(outcome, request, message, span);
    showItems();
    endSpan(message.request, span, outcome.reply.isError());
    port("clients").reply(message, span,
                          ItemAnswer{std::move(outcome.reply), std::move(provenance)});
}

/// Which items it shows, as they were when; and that they change now.
Provenance PartitionedTableNode::provenanceOf(const items::ItemRequest& request,
                                              const items::ItemReply& reply) {
    Provenance provenance{now(), {}, id()};
    if (reply.isError()) {
        return provenance;
    }
    const bool isPut = request.operation == "PutItem";
    for (const items::Item& item :
         isPut ? std::vector{items::normalized(request.item)} : reply.items) {
        if (provenance.rows.size() < kMostRows) {
            provenance.rows.push_back(rowName(request.table, tables_.at(request.table), item));
        }
    }
    if (items::isWrite(request)) {
        for (const std::string& row : provenance.rows) {
            context().dataClock.rowChanged(row, now());
        }
    } else if (!request.isConsistent) {
        provenance.readAt -= values().duration("lag");
    }
    return provenance;
}

PartitionedTable::Outcome PartitionedTableNode::execute(const items::ItemRequest& request) {
    const auto found = tables_.find(request.table);
    if (found != tables_.end()) {
        return found->second.execute(request, now());
    }
    PartitionedTable::Outcome outcome;
    outcome.reply.operation = request.operation;
    outcome.reply.exception = "ResourceNotFoundException";
    outcome.reply.message = "Requested resource not found";
    return outcome;
}

void PartitionedTableNode::recordOutcome(const PartitionedTable::Outcome& outcome,
                                         const items::ItemRequest& request, const Message& message,
                                         SpanId span) {
    const TextId check = text("items");
    if (!outcome.reply.isError()) {
        record(message.request, span,
               CheckPassed{.check = check, .reason = text(doneText(outcome, request))});
        return;
    }
    std::string reason = fmt::format("{}\n{}", outcome.reply.exception, outcome.reply.message);
    if (outcome.reply.exception == "ResourceNotFoundException") {
        reason = "no-table\n" + request.table;
    } else if (outcome.usage.refusal) {
        reason = throttledText(outcome.usage);
        ++throttled_;
    } else if (outcome.reply.exception == "ConditionalCheckFailedException") {
        reason = fmt::format("condition\n{}\n{}\n{}\n{}", request.condition,
                             partitionsText(outcome.usage), unitsText(outcome.usage.units),
                             unitsText(outcome.usage.left));
    }
    record(message.request, span,
           CheckFailed{.check = check, .reason = text(reason), .status = kBadRequest});
}

void PartitionedTableNode::showItems() const {
    std::int64_t count = 0;
    for (const auto& [name, table] : tables_) {
        count += table.size();
    }
    setGauge(kItemsGauge, count);
    setGauge(kThrottledGauge, throttled_);
}

} // namespace roundtrip
