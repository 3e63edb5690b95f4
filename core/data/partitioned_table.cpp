#include "core/data/partitioned_table.h"

#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <ranges>
#include <tuple>
#include <utility>

namespace roundtrip {

namespace {

using items::Item;
using items::ItemReply;
using items::ItemRequest;
using Json = nlohmann::json;

/// Which hash DynamoDB uses is not public.
std::uint64_t hashOfKey(const Json& partitionKey) {
    return hashOf(partitionKey.is_string() ? partitionKey.get<std::string>() : partitionKey.dump());
}

void refuse(ItemReply& reply, std::string message, const char* exception = "ValidationException") {
    reply.exception = exception;
    reply.message = std::move(message);
}

bool isRefused(ItemReply& reply, std::string problem) {
    if (!problem.empty()) {
        refuse(reply, std::move(problem));
    }
    return reply.isError();
}

items::Placeholders placeholdersOf(const ItemRequest& request) {
    return {request.names, request.values};
}

} // namespace

bool PartitionedTable::Position::operator<(const Position& other) const {
    return std::tie(hash, partition, sort) < std::tie(other.hash, other.partition, other.sort);
}

PartitionedTable::PartitionedTable(Settings settings)
    : settings_(std::move(settings)), reads_(settings_.read, settings_.partitions),
      writes_(settings_.write, settings_.partitions) {}

void PartitionedTable::configure(Settings settings) {
    const bool isSplitAnew = settings.partitions != settings_.partitions;
    const bool readsChange = isSplitAnew || settings.read != settings_.read;
    const bool writesChange = isSplitAnew || settings.write != settings_.write;
    settings_ = std::move(settings);
    if (readsChange) {
        reads_ = items::Throughput(settings_.read, settings_.partitions);
    }
    if (writesChange) {
        writes_ = items::Throughput(settings_.write, settings_.partitions);
    }
}

PartitionedTable::Outcome PartitionedTable::execute(const ItemRequest& request, SimTime now) {
    Outcome outcome;
    outcome.reply.operation = request.operation;
    if (request.operation == "GetItem") {
        get(request, now, outcome);
    } else if (request.operation == "PutItem") {
        put(request, now, outcome);
    } else if (request.operation == "UpdateItem") {
        change(request, now, outcome);
    } else if (request.operation == "DeleteItem") {
        remove(request, now, outcome);
    } else if (request.operation == "Query" || request.operation == "Scan") {
        find(request, now, outcome);
    } else {
        refuse(outcome.reply, "", "UnknownOperationException");
    }
    return outcome;
}

std::string PartitionedTable::fill(Item item) {
    item = items::normalized(std::move(item));
    std::string problem = items::problemOfItem(settings_.keys, item);
    if (problem.empty()) {
        Versions& versions = rows_[positionOf(item)];
        count_ += versions.empty() ? 1 : 0;
        versions = {{std::nullopt, std::move(item)}};
    }
    return problem;
}

std::size_t PartitionedTable::partitionOf(const Json& partitionKey) const {
    return partitionAt(hashOfKey(items::normalized(partitionKey)));
}

/// Each partition has a range of hashes, all of them equally wide.
std::size_t PartitionedTable::partitionAt(std::uint64_t hash) const {
    return static_cast<std::size_t>(((hash >> 32U) * settings_.partitions) >> 32U);
}

PartitionedTable::Position PartitionedTable::positionOf(const Item& item) const {
    const Json& partition = item.at(settings_.keys.partitionKey);
    return {hashOfKey(partition), partition,
            settings_.keys.hasSortKey() ? item.at(settings_.keys.sortKey) : Json()};
}

const Item* PartitionedTable::current(const Position& position) const {
    const auto found = rows_.find(position);
    return found == rows_.end() ? nullptr : seen(found->second, true, SimTime());
}

const Item* PartitionedTable::seen(const Versions& versions, bool consistent, SimTime now) const {
    const auto isThere = [this, consistent, now](const Version& version) {
        return consistent || !version.since || *version.since + settings_.lag <= now;
    };
    const auto newestFirst = std::views::reverse(versions);
    const auto version = std::ranges::find_if(newestFirst, isThere);
    return version == newestFirst.end() || version->item.is_null() ? nullptr : &version->item;
}

/// Versions that no copy shows any more are forgotten.
void PartitionedTable::write(const Position& position, Item item, SimTime now) {
    const Item* before = current(position);
    count_ +=
        static_cast<std::int64_t>(!item.is_null()) - static_cast<std::int64_t>(before != nullptr);
    Versions& versions = rows_[position];
    const auto isOld = [this, now](const Version& version) {
        return !version.since || *version.since + settings_.lag <= now;
    };
    const auto newestFirst = std::views::reverse(versions);
    const auto lastOld = std::ranges::find_if(newestFirst, isOld);
    if (lastOld != newestFirst.end()) {
        versions.erase(versions.begin(), lastOld.base() - 1);
    }
    versions.push_back({now, std::move(item)});
}

bool PartitionedTable::pay(items::Throughput& throughput, SimTime now, Outcome& outcome) const {
    Usage& usage = outcome.usage;
    for (const auto& share : usage.shares) {
        usage.units += share.units;
    }
    usage.refusal = throughput.take(usage.shares, now);
    if (usage.refusal) {
        usage.left = usage.refusal->left;
        refuse(outcome.reply,
               "The level of configured provisioned throughput for the table was exceeded. "
               "Consider increasing your provisioning level with the UpdateTable API.",
               "ProvisionedThroughputExceededException");
        return false;
    }
    usage.left = std::numeric_limits<double>::infinity();
    for (const auto& share : usage.shares) {
        usage.left = std::min(usage.left, throughput.leftIn(share.partition, now));
    }
    return true;
}

void PartitionedTable::get(const ItemRequest& request, SimTime now, Outcome& outcome) {
    const Item key = items::normalized(request.key);
    if (isRefused(outcome.reply, items::problemOfKey(settings_.keys, key))) {
        return;
    }
    const Position position = positionOf(key);
    const auto found = rows_.find(position);
    const Item* item =
        found == rows_.end() ? nullptr : seen(found->second, request.isConsistent, now);
    const std::int64_t bytes = item == nullptr ? 0 : items::itemSize(*item);
    outcome.usage.shares = {
        {partitionAt(position.hash), items::readUnits(bytes, request.isConsistent)}};
    if (pay(reads_, now, outcome) && item != nullptr) {
        outcome.reply.items.push_back(*item);
        outcome.reply.examined = 1;
    }
}

bool PartitionedTable::mayWrite(const ItemRequest& request, const Position& position,
                                std::int64_t bytes, SimTime now, Outcome& outcome) {
    const auto conditions =
        items::readConditions(request.condition, "ConditionExpression", placeholdersOf(request));
    if (!conditions) {
        refuse(outcome.reply, conditions.error());
        return false;
    }
    const Item* before = current(position);
    const std::int64_t bytesBefore = before == nullptr ? 0 : items::itemSize(*before);
    outcome.usage.shares = {
        {partitionAt(position.hash), items::writeUnits(std::max(bytes, bytesBefore))}};
    // A write whose condition fails is paid for as well.
    if (!pay(writes_, now, outcome)) {
        return false;
    }
    if (!items::hold(*conditions, before == nullptr ? Item::object() : *before)) {
        refuse(outcome.reply, "The conditional request failed", "ConditionalCheckFailedException");
        return false;
    }
    return true;
}

void PartitionedTable::put(const ItemRequest& request, SimTime now, Outcome& outcome) {
    Item item = items::normalized(request.item);
    if (isRefused(outcome.reply, items::problemOfItem(settings_.keys, item))) {
        return;
    }
    const Position position = positionOf(item);
    if (mayWrite(request, position, items::itemSize(item), now, outcome)) {
        write(position, std::move(item), now);
    }
}

void PartitionedTable::change(const ItemRequest& request, SimTime now, Outcome& outcome) {
    const Item key = items::normalized(request.key);
    if (isRefused(outcome.reply, items::problemOfKey(settings_.keys, key))) {
        return;
    }
    const auto actions = items::readUpdate(request.update, placeholdersOf(request));
    if (!actions) {
        refuse(outcome.reply, actions.error());
        return;
    }
    for (const items::UpdateAction& action : *actions) {
        if (settings_.keys.isKey(action.attribute)) {
            refuse(outcome.reply, fmt::format("One or more parameter values were invalid: Cannot "
                                              "update attribute {}. This attribute is part of the "
                                              "key",
                                              action.attribute));
            return;
        }
    }
    const Position position = positionOf(key);
    const Item* before = current(position);
    auto after = items::updated(before == nullptr ? key : *before, *actions);
    const std::int64_t bytes = after ? items::itemSize(*after) : 0;
    if (!mayWrite(request, position, bytes, now, outcome)) {
        return;
    }
    if (!after) {
        refuse(outcome.reply, after.error());
    } else if (!isRefused(outcome.reply, items::problemOfItem(settings_.keys, *after))) {
        outcome.reply.items.push_back(*after);
        write(position, *std::move(after), now);
    }
}

void PartitionedTable::remove(const ItemRequest& request, SimTime now, Outcome& outcome) {
    const Item key = items::normalized(request.key);
    if (isRefused(outcome.reply, items::problemOfKey(settings_.keys, key))) {
        return;
    }
    const Position position = positionOf(key);
    if (!mayWrite(request, position, 0, now, outcome)) {
        return;
    }
    if (const Item* before = current(position)) {
        outcome.reply.items.push_back(*before);
        write(position, Item(), now);
    }
}

} // namespace roundtrip
