#include "core/tasks/message_queue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip::tasks {

std::string_view nameOf(DeathReason reason) {
    constexpr std::array<std::string_view, 4> kNames{"rejected", "expired", "maxlen",
                                                     "delivery_limit"};
    return kNames.at(static_cast<std::size_t>(reason));
}

int MessageQueue::levelOf(const QueuedMessage& message) const {
    return std::clamp(message.priority, 0, std::max(0, settings_.maxPriority));
}

void MessageQueue::append(QueuedMessage message, SimTime now) {
    Entry entry;
    std::optional<SimTime> ttl = settings_.messageTtl;
    if (message.ttl && (!ttl || *message.ttl < *ttl)) {
        ttl = message.ttl;
    }
    if (ttl) {
        entry.expiresAt = now + *ttl;
    }
    entry.message = std::move(message);
    entry.position = ++published_;
    entry.publishedAt = now;
    putBack(std::move(entry));
}

void MessageQueue::putBack(Entry entry) {
    std::deque<Entry>& level = levels_[levelOf(entry.message)];
    const auto place = std::ranges::lower_bound(level, entry.position, {}, &Entry::position);
    level.insert(place, std::move(entry));
    ++size_;
}

MessageQueue::Entry
MessageQueue::takeFront(std::map<int, std::deque<Entry>, std::greater<>>::iterator level) {
    Entry entry = std::move(level->second.front());
    level->second.pop_front();
    if (level->second.empty()) {
        levels_.erase(level);
    }
    --size_;
    return entry;
}

std::optional<MessageQueue::Entry> MessageQueue::takeFirst() {
    if (levels_.empty()) {
        return std::nullopt;
    }
    return takeFront(levels_.begin());
}

std::optional<MessageQueue::Entry> MessageQueue::takeExpired(SimTime now) {
    const auto found = std::ranges::find_if(
        levels_, [now](const auto& level) { return level.second.front().isExpiredAt(now); });
    if (found == levels_.end()) {
        return std::nullopt;
    }
    return takeFront(found);
}

std::optional<SimTime> MessageQueue::nextExpiry() const {
    std::optional<SimTime> next;
    for (const auto& [priority, level] : levels_) {
        const std::optional<SimTime>& head = level.front().expiresAt;
        if (head && (!next || *head < *next)) {
            next = head;
        }
    }
    return next;
}

std::optional<MessageQueue::Entry> MessageQueue::remove(std::uint64_t id) {
    for (auto level = levels_.begin(); level != levels_.end(); ++level) {
        const auto found = std::ranges::find_if(
            level->second, [id](const Entry& entry) { return entry.message.id == id; });
        if (found != level->second.end()) {
            Entry entry = std::move(*found);
            level->second.erase(found);
            if (level->second.empty()) {
                levels_.erase(level);
            }
            --size_;
            return entry;
        }
    }
    return std::nullopt;
}

std::vector<QueuedMessage> MessageQueue::clear() {
    std::vector<QueuedMessage> cleared;
    cleared.reserve(size_);
    while (std::optional<Entry> entry = takeFirst()) {
        cleared.push_back(std::move(entry->message));
    }
    return cleared;
}

std::vector<QueuedMessage> MessageQueue::restart() {
    std::vector<QueuedMessage> lost;
    if (!settings_.isDurable) {
        return clear();
    }
    std::map<int, std::deque<Entry>, std::greater<>> levels = std::exchange(levels_, {});
    size_ = 0;
    for (auto& [priority, level] : levels) {
        for (Entry& entry : level) {
            if (entry.message.isPersistent) {
                putBack(std::move(entry));
            } else {
                lost.push_back(std::move(entry.message));
            }
        }
    }
    return lost;
}

} // namespace roundtrip::tasks
