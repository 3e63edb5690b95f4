#pragma once

#include "core/kernel/error.h"
#include "core/tasks/message_queue.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip::tasks {

/// Queues in the manner of RabbitMQ (AMQP 0-9-1), time given as a value. Held against RabbitMQ
/// 3.10; the rules are those of its documentation, https://www.rabbitmq.com/docs/...:
/// - consumers: deliveries go round robin to the consumers that have room
/// - consumer-prefetch: a consumer has at most so many unacknowledged messages (basic.qos)
/// - confirms: delivery tags, ack, nack, reject, multiple, requeue, redelivered; publisher confirms
/// - ttl, maxlength, priority, dlx, quorum-queues (delivery limit): see QueueSettings
/// - persistence-conf: what is left after a restart
/// Left out: exchanges other than the default one, flow control, several nodes. A queue with a
/// delivery limit puts what is given back where it stood, as all others do; a real quorum queue
/// puts the message that came back last behind those that came back before.
class Broker {
  public:
    using ChannelId = std::uint64_t;
    using ConsumerId = std::uint64_t;
    using Tag = std::uint64_t; ///< counts the deliveries of a channel from 1

    struct ConsumerSettings {
        std::size_t prefetch = 0; ///< 0: without limit
        bool isAutomatic = false; ///< acknowledged by being sent; prefetch means nothing then
    };
    struct Delivery {
        ChannelId channel = 0;
        ConsumerId consumer = 0; ///< 0: it was asked for by `get`
        Tag tag = 0;
        std::string queue;
        bool isRedelivered = false;
        SimTime publishedAt;
        QueuedMessage message;
    };
    /// A message that died.
    struct DeadLetter {
        QueuedMessage message; ///< its deaths tell when and where
        std::string queue;
        DeathReason reason = DeathReason::rejected;
        std::string to; ///< the queue that keeps it; empty: it is gone
    };
    enum class Confirm { ack, nack };

    /// Makes a queue, or gives one other settings.
    void declare(const std::string& queue, QueueSettings settings);
    /// Nack: the queue is full and refuses. A queue that does not exist swallows the message.
    Confirm publish(const std::string& queue, QueuedMessage message, SimTime now);

    ChannelId openChannel();
    /// The channel's consumer and those of other channels take turns.
    ConsumerId consume(ChannelId channel, const std::string& queue, ConsumerSettings settings);
    void setPrefetch(ConsumerId consumer, std::size_t prefetch);
    /// No more deliveries; what it has stays unacknowledged on its channel (basic.cancel).
    void cancel(ConsumerId consumer);
    /// The channel or its connection is gone: what it has not acknowledged is given back. Returns
    /// the ids of those.
    std::vector<std::uint64_t> closeChannel(ChannelId channel, SimTime now);

    /// The next message that a consumer gets now; nothing when none has room or none waits. To be
    /// asked until there is nothing after each of the other calls.
    std::optional<Delivery> nextDelivery(SimTime now);
    /// basic.get: one message, outside of any prefetch. With `isAutomatic` it is gone from the
    /// broker with that, as with the BRPOP of Redis.
    std::optional<Delivery> get(ChannelId channel, const std::string& queue, bool isAutomatic,
                                SimTime now);

    /// Error: "unknown-delivery-tag" {tag}, for which AMQP closes the channel.
    tl::expected<void, Error> ack(ChannelId channel, Tag tag, bool isMultiple = false);
    /// basic.nack, and basic.reject for a single one. Errors as for ack.
    tl::expected<void, Error> nack(ChannelId channel, Tag tag, bool isMultiple, bool requeues,
                                   SimTime now);

    /// Takes out what has expired by now. Calls with a time do so, too.
    void expire(SimTime now);
    [[nodiscard]] std::optional<SimTime> nextExpiry() const;

    /// The process started again: channels are gone, queues and messages that are not durable too.
    /// Returns the messages lost.
    std::vector<QueuedMessage> restart();
    /// Throws away what is ready; returns which.
    std::vector<QueuedMessage> purge(const std::string& queue);
    /// Takes the message of that id out of a queue's ready ones, to be published elsewhere.
    std::optional<QueuedMessage> remove(const std::string& queue, std::uint64_t id);

    [[nodiscard]] std::size_t ready(const std::string& queue) const;
    [[nodiscard]] std::size_t unacknowledged(const std::string& queue) const;
    [[nodiscard]] std::size_t unacknowledged(ConsumerId consumer) const;
    /// What died since the last call. Kept until it is taken.
    std::vector<DeadLetter> takeDeadLetters();

  private:
    struct Consumer {
        ChannelId channel = 0;
        std::string queue;
        ConsumerSettings settings;
        std::size_t unacknowledged = 0;
        bool isBlocked = false; ///< out of the line since it had no room

        [[nodiscard]] bool hasRoom() const {
            return settings.isAutomatic || settings.prefetch == 0 ||
                   unacknowledged < settings.prefetch;
        }
    };
    struct Unacknowledged {
        MessageQueue::Entry entry;
        std::string queue;
        ConsumerId consumer = 0;
    };
    struct Channel {
        Tag lastTag = 0;
        std::map<Tag, Unacknowledged> unacknowledged;
    };
    struct Queue {
        MessageQueue messages;
        std::deque<ConsumerId> line; ///< consumers that may have room, the next one first
        std::size_t unacknowledged = 0;
    };

    Confirm enqueue(Queue& queue, const std::string& name, QueuedMessage message, SimTime now);
    std::optional<Delivery> deliverFromAny();
    std::optional<Delivery> deliverFrom(Queue& queue, const std::string& name);
    Delivery handOut(MessageQueue::Entry entry, const std::string& queue, ChannelId channel,
                     ConsumerId consumer, bool isAutomatic);
    tl::expected<std::vector<Unacknowledged>, Error> settle(ChannelId channel, Tag tag,
                                                            bool isMultiple);
    void release(const Unacknowledged& message);
    void giveBack(Unacknowledged message, SimTime now);
    void dropOverflow(Queue& queue, const std::string& name, SimTime now);
    void die(QueuedMessage message, const std::string& queue, DeathReason reason, SimTime now);
    void removeFromLine(ConsumerId id, const Consumer& consumer);

    std::map<std::string, Queue> queues_;
    std::map<ChannelId, Channel> channels_;
    std::map<ConsumerId, Consumer> consumers_;
    std::uint64_t lastId_ = 0;
    std::vector<DeadLetter> deadLetters_;
};

} // namespace roundtrip::tasks
