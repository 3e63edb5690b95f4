#include "core/data/partitioned_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace roundtrip {

namespace {

using items::Condition;
using items::Item;
using items::ItemRequest;
using items::KeySchema;
using Json = nlohmann::json;
using Test = Condition::Test;

std::string valueText(const Json& value) {
    return fmt::format("{{{}:{}}}", items::typeOf(value),
                       value.is_string() ? value.get<std::string>() : value.dump());
}

/// Tests that no key condition may make.
std::string_view forbiddenName(Test test) {
    switch (test) {
    case Test::notEqual:
        return "<>";
    case Test::contains:
        return "contains";
    case Test::exists:
        return "attribute_exists";
    case Test::missing:
        return "attribute_not_exists";
    default:
        return {};
    }
}

/// A range of sort keys that a Query may ask for; the service's words when it is none.
std::string problemOfRange(const Condition& condition, const std::string& type) {
    if (condition.test == Test::beginsWith && items::typeOf(condition.value) != "S") {
        return fmt::format("Invalid KeyConditionExpression: Incorrect operand type for operator or "
                           "function; operator or function: begins_with, operand type: {}",
                           items::typeOf(condition.value));
    }
    const bool isBetween = condition.test == Test::between;
    if (items::typeOf(condition.value) != type ||
        (isBetween && items::typeOf(condition.upper) != type)) {
        return "One or more parameter values were invalid: Condition parameter type does not match "
               "schema type";
    }
    if (isBetween && condition.upper < condition.value) {
        return fmt::format("Invalid KeyConditionExpression: The BETWEEN operator requires upper "
                           "bound to be greater than or equal to lower bound; lower bound operand: "
                           "AttributeValue: {}, upper bound operand: AttributeValue: {}",
                           valueText(condition.value), valueText(condition.upper));
    }
    return {};
}

struct KeyRange {
    Condition partition;
    std::optional<Condition> sort;
};

/// Whether the conditions are one on the partition key and at most one on the sort key.
std::string problemOfKeys(const std::vector<Condition>& conditions, const KeySchema& keys) {
    for (const Condition& condition : conditions) {
        const std::string_view forbidden = forbiddenName(condition.test);
        if (!forbidden.empty()) {
            return fmt::format("Invalid operator used in KeyConditionExpression: {}", forbidden);
        }
        if (std::ranges::count(conditions, condition.attribute, &Condition::attribute) > 1) {
            return "KeyConditionExpressions must only contain one condition per key";
        }
    }
    const auto isNamed = [&conditions](const std::string& key) {
        return std::ranges::find(conditions, key, &Condition::attribute) != conditions.end();
    };
    if (!isNamed(keys.partitionKey)) {
        return "Query condition missed key schema element: " + keys.partitionKey;
    }
    if (conditions.size() == 2 && keys.hasSortKey() && !isNamed(keys.sortKey)) {
        return "Query condition missed key schema element: " + keys.sortKey;
    }
    const std::size_t most = keys.hasSortKey() ? 2 : 1;
    return conditions.size() > most ? "Query key condition not supported" : std::string();
}

tl::expected<KeyRange, std::string> readKeyRange(const ItemRequest& request,
                                                 const KeySchema& keys) {
    const auto conditions = items::readConditions(request.keyCondition, "KeyConditionExpression",
                                                  {request.names, request.values});
    if (!conditions) {
        return tl::unexpected(conditions.error());
    }
    std::string problem = problemOfKeys(*conditions, keys);
    KeyRange range;
    for (const Condition& condition : *conditions) {
        const bool isPartition = condition.attribute == keys.partitionKey;
        if (problem.empty() && isPartition && condition.test != Test::equal) {
            problem = "Query key condition not supported";
        } else if (problem.empty()) {
            problem = problemOfRange(condition, isPartition ? keys.partitionType : keys.sortType);
        }
        if (isPartition) {
            range.partition = condition;
        } else {
            range.sort = condition;
        }
    }
    if (!problem.empty()) {
        return tl::unexpected(problem);
    }
    return range;
}

/// What was read, rounded up as a whole, is paid where it was read.
std::vector<items::Throughput::Share> sharesOf(const std::map<std::size_t, std::int64_t>& bytes,
                                               bool consistent) {
    std::int64_t sum = 0;
    for (const auto& [partition, size] : bytes) {
        sum += size;
    }
    const double units = items::readUnits(sum, consistent);
    std::vector<items::Throughput::Share> shares;
    for (const auto& [partition, size] : bytes) {
        const double part =
            bytes.size() == 1 ? 1.0 : static_cast<double>(size) / static_cast<double>(sum);
        shares.push_back({partition, units * part});
    }
    return shares;
}

} // namespace

tl::expected<std::optional<PartitionedTable::Position>, std::string>
PartitionedTable::startOf(const ItemRequest& request) const {
    if (request.startKey.is_null()) {
        return std::nullopt;
    }
    const Item key = items::normalized(request.startKey);
    if (!items::problemOfKey(settings_.keys, key).empty()) {
        return tl::unexpected<std::string>("The provided starting key is invalid");
    }
    return positionOf(key);
}

tl::expected<PartitionedTable::Selection, std::string>
PartitionedTable::selectionOf(const ItemRequest& request) const {
    Selection selection;
    auto after = startOf(request);
    auto filter =
        items::readConditions(request.filter, "FilterExpression", {request.names, request.values});
    if (!after || !filter) {
        return tl::unexpected(after ? filter.error() : after.error());
    }
    selection.after = *std::move(after);
    selection.filter = *std::move(filter);
    if (request.operation == "Scan") {
        return selection;
    }
    const KeySchema& keys = settings_.keys;
    auto range = readKeyRange(request, keys);
    if (!range) {
        return tl::unexpected(range.error());
    }
    for (const Condition& condition : selection.filter) {
        if (keys.isKey(condition.attribute)) {
            return tl::unexpected("Filter Expression can only contain non-primary key attributes: "
                                  "Primary key attribute: " +
                                  condition.attribute);
        }
    }
    const Json& partition = range->partition.value;
    if (selection.after && selection.after->partition != partition) {
        return tl::unexpected<std::string>("The provided starting key is outside query boundaries "
                                           "based on provided conditions");
    }
    Item first{{keys.partitionKey, partition}, {keys.sortKey, Json()}};
    selection.partition = positionOf(first);
    selection.sort = std::move(range->sort);
    return selection;
}

void PartitionedTable::find(const ItemRequest& request, SimTime now, Outcome& outcome) {
    const auto selection = selectionOf(request);
    if (!selection) {
        outcome.reply.exception = "ValidationException";
        outcome.reply.message = selection.error();
        return;
    }
    readPage(request, *selection, now, outcome);
}

void PartitionedTable::readPage(const ItemRequest& request, const Selection& selection, SimTime now,
                                Outcome& outcome) {
    const auto& partition = selection.partition;
    const bool isBackward = request.isBackward && partition;
    auto first = partition ? rows_.lower_bound(*partition) : rows_.begin();
    auto last = std::find_if(first, rows_.end(), [&partition](const auto& row) {
        return partition && row.first.partition != partition->partition;
    });
    if (selection.after) {
        (isBackward ? last : first) =
            isBackward ? rows_.lower_bound(*selection.after) : rows_.upper_bound(*selection.after);
    }
    std::vector<const Rows::value_type*> rows;
    std::transform(first, last, std::back_inserter(rows), [](const auto& row) { return &row; });
    if (isBackward) {
        std::ranges::reverse(rows);
    }
    items::ItemReply page;
    page.operation = request.operation;
    std::map<std::size_t, std::int64_t> bytes; // by partition
    std::int64_t sum = 0;
    for (const auto* row : rows) {
        const Item* item = seen(row->second, request.isConsistent, now);
        if (item == nullptr || (selection.sort && !items::holds(*selection.sort, *item))) {
            continue;
        }
        ++page.examined;
        sum += items::itemSize(*item);
        bytes[partitionAt(row->first.hash)] += items::itemSize(*item);
        if (items::hold(selection.filter, *item)) {
            page.items.push_back(*item);
        }
        if (page.examined == request.limit || sum > items::kMostPageBytes) {
            page.lastEvaluatedKey = settings_.keys.keyOf(*item);
            break;
        }
    }
    if (bytes.empty()) {
        bytes[partition ? partitionAt(partition->hash) : 0] = 0;
    }
    outcome.usage.shares = sharesOf(bytes, request.isConsistent);
    if (pay(reads_, now, outcome)) {
        outcome.reply = std::move(page);
    }
}

} // namespace roundtrip
