#include "core/data/transactions/lock_table.h"

namespace roundtrip {

std::string_view tableOf(std::string_view resource) {
    return resource.substr(0, resource.find('#'));
}

void LockTable::collect(const Holders& holders, TransactionId asker, Mode mode,
                        std::set<TransactionId>& found) {
    for (const auto& [holder, held] : holders) {
        if (holder != asker && (mode == Mode::exclusive || held == Mode::exclusive)) {
            found.insert(holder);
        }
    }
}

std::set<TransactionId> LockTable::against(TransactionId asker, const std::string& resource,
                                           Mode mode) const {
    std::set<TransactionId> found;
    if (const auto own = locks_.find(resource); own != locks_.end()) {
        collect(own->second, asker, mode, found);
    }
    const std::string_view table = tableOf(resource);
    if (table.size() < resource.size()) { // a row: the table's lock covers it
        if (const auto whole = locks_.find(table); whole != locks_.end()) {
            collect(whole->second, asker, mode, found);
        }
        return found;
    }
    const std::string rows = resource + '#';
    for (auto row = locks_.lower_bound(rows); row != locks_.end() && row->first.starts_with(rows);
         ++row) {
        collect(row->second, asker, mode, found);
    }
    return found;
}

void LockTable::take(TransactionId holder, const std::string& resource, Mode mode) {
    const auto [lock, isNew] = locks_[resource].emplace(holder, mode);
    if (isNew) {
        held_[holder].push_back(resource);
    } else if (mode == Mode::exclusive) {
        lock->second = mode;
    }
}

void LockTable::releaseAll(TransactionId holder) {
    const auto held = held_.find(holder);
    if (held == held_.end()) {
        return;
    }
    for (const std::string& resource : held->second) {
        const auto lock = locks_.find(resource);
        lock->second.erase(holder);
        if (lock->second.empty()) {
            locks_.erase(lock);
        }
    }
    held_.erase(held);
}

} // namespace roundtrip
