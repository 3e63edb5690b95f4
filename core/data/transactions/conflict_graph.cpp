#include "core/data/transactions/conflict_graph.h"

#include <algorithm>
#include <limits>

namespace roundtrip {

namespace {

bool covers(const std::set<std::string>& reads, const std::string& row) {
    return reads.contains(row) || reads.contains(std::string(tableOf(row)));
}

bool meet(const std::set<std::string>& reads, const std::set<std::string>& writes) {
    return std::ranges::any_of(writes,
                               [&reads](const std::string& row) { return covers(reads, row); });
}

} // namespace

void ConflictGraph::begin(TransactionId id, std::uint64_t snapshot) {
    members_[id].snapshot = snapshot;
}

void ConflictGraph::read(TransactionId id, const std::set<std::string>& resources) {
    const auto self = members_.find(id);
    if (self == members_.end()) {
        return;
    }
    self->second.reads.insert(resources.begin(), resources.end());
    for (const auto& [other, member] : members_) {
        const bool isSeen = member.committedAt && *member.committedAt <= self->second.snapshot;
        if (other != id && !isSeen && meet(resources, member.writes)) {
            addEdge(id, other);
        }
    }
}

void ConflictGraph::wrote(TransactionId id, const std::set<std::string>& rows) {
    const auto self = members_.find(id);
    if (self == members_.end()) {
        return;
    }
    self->second.writes.insert(rows.begin(), rows.end());
    for (const auto& [other, member] : members_) {
        const bool isOver = member.committedAt && *member.committedAt <= self->second.snapshot;
        if (other != id && !isOver && meet(member.reads, rows)) {
            addEdge(other, id);
        }
    }
}

void ConflictGraph::addEdge(TransactionId reader, TransactionId writer) {
    members_[reader].after.insert(writer);
    members_[writer].before.insert(reader);
    for (const TransactionId last : members_[writer].after) {
        checkPivot(reader, writer, last);
    }
    for (const TransactionId first : members_[reader].before) {
        checkPivot(first, reader, writer);
    }
}

/// Dangerous only when the last one has committed, and did so before the others.
void ConflictGraph::checkPivot(TransactionId first, TransactionId pivot, TransactionId last) {
    const auto& end = members_[last].committedAt;
    Member& middle = members_[pivot];
    Member& begin = members_[first];
    constexpr auto kNever = std::numeric_limits<std::uint64_t>::max();
    if (!end || middle.committedAt.value_or(kNever) < *end ||
        begin.committedAt.value_or(kNever) < *end) {
        return;
    }
    if (!middle.committedAt) {
        middle.isDoomed = true;
    } else if (!begin.committedAt) {
        begin.isDoomed = true;
    }
}

bool ConflictGraph::mayCommit(TransactionId id) const {
    const auto self = members_.find(id);
    return self == members_.end() || !self->second.isDoomed;
}

void ConflictGraph::committed(TransactionId id, std::uint64_t number) {
    const auto self = members_.find(id);
    if (self == members_.end()) {
        return;
    }
    self->second.committedAt = number;
    for (const TransactionId pivot : self->second.before) {
        for (const TransactionId first : members_[pivot].before) {
            checkPivot(first, pivot, id);
        }
    }
    dropOld();
}

void ConflictGraph::forget(TransactionId id) {
    members_.erase(id);
    for (auto& [other, member] : members_) {
        member.before.erase(id);
        member.after.erase(id);
    }
    dropOld();
}

/// Those that committed before everybody who still runs took a snapshot have no say any more.
void ConflictGraph::dropOld() {
    std::uint64_t oldest = std::numeric_limits<std::uint64_t>::max();
    for (const auto& [id, member] : members_) {
        if (!member.committedAt) {
            oldest = std::min(oldest, member.snapshot);
        }
    }
    std::set<TransactionId> old;
    for (const auto& [id, member] : members_) {
        if (member.committedAt && *member.committedAt <= oldest) {
            old.insert(id);
        }
    }
    for (const auto& [id, member] : members_) {
        if (!old.contains(id)) { // a pivot that is kept still needs to know who came last
            std::erase_if(old,
                          [&member](TransactionId last) { return member.after.contains(last); });
        }
    }
    for (const TransactionId id : old) {
        members_.erase(id);
    }
    for (auto& [other, member] : members_) {
        std::erase_if(member.before, [&old](TransactionId id) { return old.contains(id); });
        std::erase_if(member.after, [&old](TransactionId id) { return old.contains(id); });
    }
}

} // namespace roundtrip
