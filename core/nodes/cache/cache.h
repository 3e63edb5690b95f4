#pragma once

#include "core/caching/cache_store.h"
#include "core/kernel/single_flight.h"
#include "core/nodes/cache/row_rules.h"
#include "core/nodes/node.h"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace roundtrip {

/// A key-value cache in memory beside the app servers: GET, SET and DEL by key, a time to live per
/// entry, and a policy that says who leaves when it is full. With a database behind it, and rules
/// which rows its keys stand for, it can also load what is missing and write what is set.
class Cache : public Node {
  public:
    Cache(const NodeKind& kind, RunContext& context, NodeSetup setup);
    [[nodiscard]] std::vector<CountedShare> shares() const override {
        return {
            {"hit_ratio", static_cast<std::uint64_t>(hits_), static_cast<std::uint64_t>(lookups_)}};
    }
    void start() override;

  protected:
    void performOwn(const std::string& action, const ParameterValues& arguments) override;
    void parametersChanged() override;
    void stopped() override;
    void started() override { showFill(); }

  private:
    struct Value {
        std::string text;
        SimTime readAt;                ///< when it was true in the database
        std::vector<std::string> rows; ///< which it came from, "users#123"
        bool isBeingRenewed = false;   ///< one asker was told to load it anew
    };
    using Store = CacheStore<Value>;

    Process serve(Message message);
    CacheReply get(const CacheCommand& command, RequestId request, SpanId span);
    Task<CacheReply> set(CacheCommand command, RequestId request, SpanId span);
    CacheReply keepEntry(const CacheCommand& command, RequestId request, SpanId span);
    CacheReply remove(const CacheCommand& command, RequestId request, SpanId span);
    /// An old entry is a miss for the first who asks, who renews it, and a hit for the others.
    [[nodiscard]] bool isToBeRenewed(const Store::Lookup& found, const CacheCommand& command,
                                     RequestId request, SpanId span);
    void recordMiss(RequestId request, SpanId span, const std::string& key, SimTime since,
                    MissReason reason);
    void recordRemoved(RequestId request, SpanId span, const std::string& key, CacheReason reason,
                       SimTime unusedFor = {});
    void showFill() const;
    void showHitRatio() const;

    // Rows behind the keys: cache_rows.cpp
    struct Unwritten {
        std::string key;
        SqlCommand write;
        RequestId request = RequestId::none;
        SpanId span = SpanId::none;
    };
    void readRules();
    Task<CacheReply> loadRow(std::string key, RequestId request, SpanId span);
    Task<SqlReply> askDatabase(SqlCommand command, RequestId request, SpanId span);
    [[nodiscard]] SqlCommand writeOf(const CacheCommand& command) const;
    Task<CacheReply> writeThrough(CacheCommand command, RequestId request, SpanId span);
    CacheReply writeBehind(const CacheCommand& command, RequestId request, SpanId span);
    Process writeLater();
    void loseUnwritten();
    void showUnwritten() const;

    Store store_;
    std::int64_t lookups_ = 0;
    std::int64_t hits_ = 0;
    std::vector<RowRule> rules_;
    SingleFlight<CacheReply> loads_{simulation()}; ///< under way, by key
    std::deque<Unwritten> unwritten_;              ///< in the order of their first writes
};

[[nodiscard]] NodeKind cacheKind();

} // namespace roundtrip
