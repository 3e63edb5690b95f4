#include "core/tasks/idempotency_store.h"

namespace roundtrip::tasks {

const std::string* IdempotencyStore::find(const std::string& key, SimTime now) {
    forget(now);
    const auto found = results_.find(key);
    return found == results_.end() ? nullptr : &found->second;
}

bool IdempotencyStore::put(const std::string& key, const std::string& result, SimTime now) {
    forget(now);
    const bool isNew = results_.try_emplace(key, result).second;
    if (isNew) {
        order_.push_back({key, now});
    }
    return isNew;
}

void IdempotencyStore::forget(SimTime now) {
    while (!order_.empty() && now - order_.front().at >= ttl_) {
        results_.erase(order_.front().key);
        order_.pop_front();
    }
}

} // namespace roundtrip::tasks
