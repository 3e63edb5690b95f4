#pragma once

#include "core/data/transactions/lock_table.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace roundtrip {

/// Finds sets of concurrent transactions that no order one after the other explains, as
/// PostgreSQL's serializable level does: Ports and Grittner, "Serializable Snapshot Isolation in
/// PostgreSQL", VLDB 2012. A transaction that read what a concurrent one overwrites must come
/// before it; where two such edges meet at one transaction (the pivot) and the last of the three
/// commits first, somebody has to give up.
class ConflictGraph {
  public:
    /// `snapshot`: the number of the last commit that the transaction sees.
    void begin(TransactionId id, std::uint64_t snapshot);
    /// Rows ("users#5") or whole tables ("users").
    void read(TransactionId id, const std::set<std::string>& resources);
    void wrote(TransactionId id, const std::set<std::string>& rows);
    [[nodiscard]] bool mayCommit(TransactionId id) const;
    void committed(TransactionId id, std::uint64_t number);
    /// It was rolled back: nothing of it ever happened.
    void forget(TransactionId id);

  private:
    struct Member {
        std::uint64_t snapshot = 0;
        std::optional<std::uint64_t> committedAt;
        std::set<std::string> reads;
        std::set<std::string> writes;
        std::set<TransactionId> before; ///< those that must come before it
        std::set<TransactionId> after;
        bool isDoomed = false;
    };
    void addEdge(TransactionId reader, TransactionId writer);
    void checkPivot(TransactionId first, TransactionId pivot, TransactionId last);
    void dropOld();

    std::map<TransactionId, Member> members_;
};

} // namespace roundtrip
