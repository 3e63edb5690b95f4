#pragma once

#include "core/data/items/expression.h"
#include "core/data/items/item_request.h"
#include "core/data/items/throughput.h"
#include "core/kernel/sim_time.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip {

/// A table of items under a partition key and, when it has one, a sort key, in the manner of
/// DynamoDB (Amazon DynamoDB Developer Guide and API Reference). A hash of the partition key
/// decides on which partition an item lies; items of one partition key are in the order of their
/// sort keys, numbers by their value and texts by their UTF-8 bytes. Operations take capacity of
/// their partition and of the table, and are refused when there is too little.
///
/// Each item is kept on a leader and on copies that lag: a consistent read asks the leader, an
/// eventually consistent one always a copy, for half the capacity.
class PartitionedTable {
  public:
    using Item = items::Item;

    struct Settings {
        items::KeySchema keys;
        std::size_t partitions = 1; ///< at least 1
        items::ThroughputSettings read;
        items::ThroughputSettings write;
        SimTime lag; ///< how old the state is that a copy has
    };
    /// What an operation took, or would have taken.
    struct Usage {
        double units = 0;
        std::vector<items::Throughput::Share> shares;      ///< never empty after a good request
        std::optional<items::Throughput::Refusal> refusal; ///< why it was throttled
        double left = 0; ///< afterwards, where least is left of the partitions it used
    };
    struct Outcome {
        items::ItemReply reply;
        Usage usage;
    };

    explicit PartitionedTable(Settings settings);

    /// Does one operation; `request.table` is the caller's business. Times must not go back.
    Outcome execute(const items::ItemRequest& request, SimTime now);

    /// Puts an item that was there from the beginning, on all copies; takes no capacity. The
    /// service's words when its key is wrong; else empty.
    std::string fill(Item item);

    [[nodiscard]] const items::KeySchema& keys() const { return settings_.keys; }
    /// Where the items of that partition key lie.
    [[nodiscard]] std::size_t partitionOf(const nlohmann::json& partitionKey) const;
    [[nodiscard]] std::int64_t size() const { return count_; }
    /// The items stay; what was unused of a capacity that changes is gone.
    void configure(Settings settings);

  private:
    /// In this order a Scan finds items.
    struct Position {
        std::uint64_t hash = 0;
        nlohmann::json partition;
        nlohmann::json sort; ///< null without a sort key

        [[nodiscard]] bool operator<(const Position& other) const;
    };
    struct Version {
        std::optional<SimTime> since; ///< none: from the beginning
        Item item;                    ///< null: deleted
    };
    using Versions = std::vector<Version>; ///< the newest is the last
    using Rows = std::map<Position, Versions>;
    /// What a Query or a Scan looks at.
    struct Selection {
        std::optional<Position> partition; ///< its first possible position; none: all of them
        std::optional<items::Condition> sort;
        std::vector<items::Condition> filter;
        std::optional<Position> after;
    };

    [[nodiscard]] Position positionOf(const Item& item) const;
    /// Null when there is none at that position.
    [[nodiscard]] const Item* current(const Position& position) const;
    [[nodiscard]] const Item* seen(const Versions& versions, bool consistent, SimTime now) const;
    void write(const Position& position, Item item, SimTime now);
    [[nodiscard]] std::size_t partitionAt(std::uint64_t hash) const;

    void get(const items::ItemRequest& request, SimTime now, Outcome& outcome);
    void put(const items::ItemRequest& request, SimTime now, Outcome& outcome);
    void change(const items::ItemRequest& request, SimTime now, Outcome& outcome);
    void remove(const items::ItemRequest& request, SimTime now, Outcome& outcome);
    void find(const items::ItemRequest& request, SimTime now, Outcome& outcome);

    /// Pays for a write of `bytes` there and checks the condition against the item of now; true
    /// when it may be done.
    bool mayWrite(const items::ItemRequest& request, const Position& position, std::int64_t bytes,
                  SimTime now, Outcome& outcome);
    tl::expected<Selection, std::string> selectionOf(const items::ItemRequest& request) const;
    tl::expected<std::optional<Position>, std::string>
    startOf(const items::ItemRequest& request) const;
    void readPage(const items::ItemRequest& request, const Selection& selection, SimTime now,
                  Outcome& outcome);
    bool pay(items::Throughput& throughput, SimTime now, Outcome& outcome) const;

    Settings settings_;
    items::Throughput reads_;
    items::Throughput writes_;
    Rows rows_;
    std::int64_t count_ = 0;
};

} // namespace roundtrip
