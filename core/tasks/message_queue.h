#pragma once

#include "core/tasks/queued_message.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip::tasks {

/// What a queue does with more than it may hold: https://www.rabbitmq.com/docs/maxlength
enum class Overflow {
    dropHead,        ///< what stands at the head goes
    rejectPublish,   ///< the publisher is told no
    rejectPublishDlx ///< the same, and the message becomes a dead letter
};

/// The arguments of a queue, as in queue.declare.
struct QueueSettings {
    bool isDurable = true;     ///< there again after a restart, with its persistent messages
    std::size_t maxLength = 0; ///< ready messages; 0: without limit (x-max-length)
    Overflow overflow = Overflow::dropHead;
    int maxPriority = 0;               ///< 0: no priorities, 1 to 255 (x-max-priority)
    std::optional<SimTime> messageTtl; ///< https://www.rabbitmq.com/docs/ttl
    /// How often a message may be given back; one more makes it a dead letter. Nothing: always.
    /// Quorum queues' x-delivery-limit: https://www.rabbitmq.com/docs/quorum-queues
    std::optional<int> deliveryLimit;
    std::string deadLetterQueue; ///< empty: what dies is gone
};

/// The messages of one queue that wait for a consumer, in order. Higher priorities stand before
/// lower ones; within one it is first come, first served, and what is given back stands where it
/// stood before (https://www.rabbitmq.com/docs/priority, .../docs/consumers).
class MessageQueue {
  public:
    struct Entry {
        QueuedMessage message;
        std::uint64_t position = 0; ///< in the order of publishing
        SimTime publishedAt;
        std::optional<SimTime> expiresAt;
        bool isRedelivered = false;
        int returns = 0; ///< how often it was given back

        [[nodiscard]] bool isExpiredAt(SimTime now) const { return expiresAt && *expiresAt <= now; }
    };

    explicit MessageQueue(QueueSettings settings) : settings_(std::move(settings)) {}

    [[nodiscard]] const QueueSettings& settings() const { return settings_; }
    /// Goes for what happens from now on. Messages keep their level when priorities change.
    void setSettings(QueueSettings settings) { settings_ = std::move(settings); }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool isFull() const {
        return settings_.maxLength > 0 && size_ >= settings_.maxLength;
    }
    [[nodiscard]] bool isOverfull() const {
        return settings_.maxLength > 0 && size_ > settings_.maxLength;
    }

    /// At the end of its priority.
    void append(QueuedMessage message, SimTime now);
    /// Where it stood before.
    void putBack(Entry entry);
    /// The next one for a consumer; nothing when there is none.
    std::optional<Entry> takeFirst();
    /// Messages expire only when they stand at the head of their priority: one with a short time
    /// behind one with a long time waits for it.
    std::optional<Entry> takeExpired(SimTime now);
    /// When the next one will; nothing when none can.
    [[nodiscard]] std::optional<SimTime> nextExpiry() const;
    /// Takes out the message of that id, wherever it stands.
    std::optional<Entry> remove(std::uint64_t id);
    /// Throws all away; returns which.
    std::vector<QueuedMessage> clear();
    /// The broker's process started again: what is not persistent is gone; returns which.
    std::vector<QueuedMessage> restart();

  private:
    [[nodiscard]] int levelOf(const QueuedMessage& message) const;
    Entry takeFront(std::map<int, std::deque<Entry>, std::greater<>>::iterator level);

    QueueSettings settings_;
    std::map<int, std::deque<Entry>, std::greater<>> levels_; ///< none of them is empty
    std::size_t size_ = 0;
    std::uint64_t published_ = 0;
};

} // namespace roundtrip::tasks
