#include "core/tasks/broker.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip::tasks {

namespace {

/// The latest death comes first; one of the same queue and reason is counted up.
void noteDeath(std::vector<Death>& deaths, const std::string& queue, DeathReason reason,
               SimTime now) {
    const auto known = std::ranges::find_if(
        deaths, [&](const Death& death) { return death.queue == queue && death.reason == reason; });
    if (known == deaths.end()) {
        deaths.insert(deaths.begin(), {queue, reason, 1, now});
        return;
    }
    ++known->count;
    std::rotate(deaths.begin(), known, known + 1);
}

/// Whether a dead letter would go round a circle in which nobody has rejected it.
bool isCircle(const std::vector<Death>& deaths, const std::string& to) {
    const auto been = std::ranges::find(deaths, to, &Death::queue);
    return been != deaths.end() && std::all_of(deaths.begin(), been + 1, [](const Death& death) {
               return death.reason != DeathReason::rejected;
           });
}

} // namespace

void Broker::declare(const std::string& queue, QueueSettings settings) {
    const auto known = queues_.find(queue);
    if (known != queues_.end()) {
        known->second.messages.setSettings(std::move(settings));
    } else {
        queues_.emplace(queue, Queue{MessageQueue(std::move(settings)), {}});
    }
}

Broker::Confirm Broker::publish(const std::string& queue, QueuedMessage message, SimTime now) {
    expire(now);
    const auto known = queues_.find(queue);
    return known == queues_.end() ? Confirm::ack
                                  : enqueue(known->second, queue, std::move(message), now);
}

Broker::Confirm Broker::enqueue(Queue& queue, const std::string& name, QueuedMessage message,
                                SimTime now) {
    const Overflow overflow = queue.messages.settings().overflow;
    if (overflow != Overflow::dropHead && queue.messages.isFull()) {
        if (overflow == Overflow::rejectPublishDlx) {
            die(std::move(message), name, DeathReason::maxlen, now);
        }
        return Confirm::nack;
    }
    queue.messages.append(std::move(message), now);
    dropOverflow(queue, name, now);
    return Confirm::ack;
}

void Broker::dropOverflow(Queue& queue, const std::string& name, SimTime now) {
    while (queue.messages.settings().overflow == Overflow::dropHead &&
           queue.messages.isOverfull()) {
        die(queue.messages.takeFirst()->message, name, DeathReason::maxlen, now);
    }
}

Broker::ChannelId Broker::openChannel() {
    channels_[++lastId_];
    return lastId_;
}

Broker::ConsumerId Broker::consume(ChannelId channel, const std::string& queue,
                                   ConsumerSettings settings) {
    consumers_[++lastId_] = {channel, queue, settings};
    queues_.at(queue).line.push_back(lastId_);
    return lastId_;
}

void Broker::setPrefetch(ConsumerId consumer, std::size_t prefetch) {
    Consumer& known = consumers_.at(consumer);
    known.settings.prefetch = prefetch;
    if (known.isBlocked && known.hasRoom()) {
        known.isBlocked = false;
        queues_.at(known.queue).line.push_back(consumer);
    }
}

void Broker::removeFromLine(ConsumerId id, const Consumer& consumer) {
    std::erase(queues_.at(consumer.queue).line, id);
}

void Broker::cancel(ConsumerId consumer) {
    const auto known = consumers_.find(consumer);
    if (known != consumers_.end()) {
        removeFromLine(consumer, known->second);
        consumers_.erase(known);
    }
}

std::vector<std::uint64_t> Broker::closeChannel(ChannelId channel, SimTime now) {
    const auto known = channels_.find(channel);
    if (known == channels_.end()) {
        return {};
    }
    std::map<Tag, Unacknowledged> open = std::move(known->second.unacknowledged);
    channels_.erase(known);
    for (auto consumer = consumers_.begin(); consumer != consumers_.end();) {
        const bool isIts = consumer->second.channel == channel;
        if (isIts) {
            removeFromLine(consumer->first, consumer->second);
        }
        consumer = isIts ? consumers_.erase(consumer) : std::next(consumer);
    }
    std::vector<std::uint64_t> given;
    given.reserve(open.size());
    for (auto& [tag, message] : open) {
        given.push_back(message.entry.message.id);
        giveBack(std::move(message), now);
    }
    expire(now);
    return given;
}

std::optional<Broker::Delivery> Broker::nextDelivery(SimTime now) {
    // What expires at this very instant may still be delivered: so a time to live of zero means "at
    // once or never".
    expire(now - SimTime::nanoseconds(1));
    std::optional<Delivery> delivery = deliverFromAny();
    if (!delivery) {
        expire(now);
        delivery = deliverFromAny();
    }
    return delivery;
}

std::optional<Broker::Delivery> Broker::deliverFromAny() {
    for (auto& [name, queue] : queues_) {
        if (std::optional<Delivery> delivery = deliverFrom(queue, name)) {
            return delivery;
        }
    }
    return std::nullopt;
}

std::optional<Broker::Delivery> Broker::deliverFrom(Queue& queue, const std::string& name) {
    while (queue.messages.size() > 0 && !queue.line.empty()) {
        const ConsumerId id = queue.line.front();
        Consumer& consumer = consumers_.at(id);
        queue.line.pop_front();
        if (!consumer.hasRoom()) {
            consumer.isBlocked = true;
            continue;
        }
        queue.line.push_back(id);
        MessageQueue::Entry entry = *queue.messages.takeFirst();
        return handOut(std::move(entry), name, consumer.channel, id, consumer.settings.isAutomatic);
    }
    return std::nullopt;
}

Broker::Delivery Broker::handOut(MessageQueue::Entry entry, const std::string& queue,
                                 ChannelId channel, ConsumerId consumer, bool isAutomatic) {
    Channel& sender = channels_.at(channel);
    Delivery delivery{.channel = channel,
                      .consumer = consumer,
                      .tag = ++sender.lastTag,
                      .queue = queue,
                      .isRedelivered = entry.isRedelivered,
                      .publishedAt = entry.publishedAt,
                      .message = entry.message};
    if (!isAutomatic) {
        sender.unacknowledged.emplace(delivery.tag,
                                      Unacknowledged{std::move(entry), queue, consumer});
        ++queues_.at(queue).unacknowledged;
        if (consumer != 0) {
            ++consumers_.at(consumer).unacknowledged;
        }
    }
    return delivery;
}

std::optional<Broker::Delivery> Broker::get(ChannelId channel, const std::string& queue,
                                            bool isAutomatic, SimTime now) {
    expire(now);
    const auto known = queues_.find(queue);
    std::optional<MessageQueue::Entry> entry =
        known == queues_.end() ? std::nullopt : known->second.messages.takeFirst();
    if (!entry) {
        return std::nullopt;
    }
    return handOut(*std::move(entry), queue, channel, 0, isAutomatic);
}

tl::expected<std::vector<Broker::Unacknowledged>, Error> Broker::settle(ChannelId channel, Tag tag,
                                                                        bool isMultiple) {
    const auto known = channels_.find(channel);
    auto* open = known == channels_.end() ? nullptr : &known->second.unacknowledged;
    const bool isKnown =
        open != nullptr && (open->contains(tag) || (isMultiple && tag == 0 && !open->empty()));
    if (!isKnown) {
        return tl::unexpected(Error{"unknown-delivery-tag", {fmt::format("{}", tag)}, ""});
    }
    const auto end = tag == 0 ? open->end() : std::next(open->find(tag));
    const auto begin = isMultiple ? open->begin() : std::prev(end);
    std::vector<Unacknowledged> settled;
    settled.reserve(static_cast<std::size_t>(std::distance(begin, end)));
    for (auto message = begin; message != end; ++message) {
        settled.push_back(std::move(message->second));
    }
    open->erase(begin, end);
    return settled;
}

void Broker::release(const Unacknowledged& message) {
    --queues_.at(message.queue).unacknowledged;
    const auto found = consumers_.find(message.consumer);
    if (found == consumers_.end()) {
        return;
    }
    Consumer& consumer = found->second;
    --consumer.unacknowledged;
    if (consumer.isBlocked && consumer.hasRoom()) {
        consumer.isBlocked = false;
        queues_.at(consumer.queue).line.push_back(message.consumer);
    }
}

tl::expected<void, Error> Broker::ack(ChannelId channel, Tag tag, bool isMultiple) {
    const auto settled = settle(channel, tag, isMultiple);
    if (!settled) {
        return tl::unexpected(settled.error());
    }
    for (const Unacknowledged& message : *settled) {
        release(message);
    }
    return {};
}

tl::expected<void, Error> Broker::nack(ChannelId channel, Tag tag, bool isMultiple, bool requeues,
                                       SimTime now) {
    auto settled = settle(channel, tag, isMultiple);
    if (!settled) {
        return tl::unexpected(settled.error());
    }
    for (Unacknowledged& message : *settled) {
        if (requeues) {
            giveBack(std::move(message), now);
        } else {
            release(message);
            die(std::move(message.entry.message), message.queue, DeathReason::rejected, now);
        }
    }
    expire(now);
    return {};
}

void Broker::giveBack(Unacknowledged message, SimTime now) {
    release(message);
    Queue& queue = queues_.at(message.queue);
    const std::optional<int> limit = queue.messages.settings().deliveryLimit;
    message.entry.isRedelivered = true;
    ++message.entry.returns;
    if (limit && message.entry.returns > *limit) {
        die(std::move(message.entry.message), message.queue, DeathReason::deliveryLimit, now);
        return;
    }
    queue.messages.putBack(std::move(message.entry));
    dropOverflow(queue, message.queue, now);
}

void Broker::expire(SimTime now) {
    for (auto& [name, queue] : queues_) {
        while (auto expired = queue.messages.takeExpired(now)) {
            die(std::move(expired->message), name, DeathReason::expired, now);
        }
    }
}

std::optional<SimTime> Broker::nextExpiry() const {
    std::optional<SimTime> next;
    for (const auto& [name, queue] : queues_) {
        if (const auto expiry = queue.messages.nextExpiry(); expiry && (!next || *expiry < *next)) {
            next = expiry;
        }
    }
    return next;
}

void Broker::die(QueuedMessage message, const std::string& queue, DeathReason reason, SimTime now) {
    const std::string& to = queues_.at(queue).messages.settings().deadLetterQueue;
    noteDeath(message.deaths, queue, reason, now);
    if (reason == DeathReason::expired) {
        message.ttl.reset(); // or it would expire where it goes
    }
    const auto target = queues_.find(to);
    const bool goes = target != queues_.end() &&
                      (reason == DeathReason::rejected || !isCircle(message.deaths, to));
    const std::size_t place = deadLetters_.size();
    deadLetters_.push_back({message, queue, reason, goes ? to : ""});
    if (goes && enqueue(target->second, to, std::move(message), now) == Confirm::nack) {
        deadLetters_[place].to.clear();
    }
}

std::vector<QueuedMessage> Broker::restart() {
    for (auto& [id, channel] : channels_) {
        for (auto& [tag, message] : channel.unacknowledged) {
            message.entry.isRedelivered = true;
            queues_.at(message.queue).messages.putBack(std::move(message.entry));
        }
    }
    channels_.clear();
    consumers_.clear();
    std::vector<QueuedMessage> lost;
    for (auto& [name, queue] : queues_) {
        queue.line.clear();
        queue.unacknowledged = 0;
        std::vector<QueuedMessage> gone = queue.messages.restart();
        std::ranges::move(gone, std::back_inserter(lost));
    }
    return lost;
}

std::vector<QueuedMessage> Broker::purge(const std::string& queue) {
    const auto known = queues_.find(queue);
    return known == queues_.end() ? std::vector<QueuedMessage>{} : known->second.messages.clear();
}

std::optional<QueuedMessage> Broker::remove(const std::string& queue, std::uint64_t id) {
    const auto known = queues_.find(queue);
    auto entry = known == queues_.end() ? std::nullopt : known->second.messages.remove(id);
    if (!entry) {
        return std::nullopt;
    }
    return std::move(entry->message);
}

std::size_t Broker::ready(const std::string& queue) const {
    const auto known = queues_.find(queue);
    return known == queues_.end() ? 0 : known->second.messages.size();
}

std::size_t Broker::unacknowledged(const std::string& queue) const {
    const auto known = queues_.find(queue);
    return known == queues_.end() ? 0 : known->second.unacknowledged;
}

std::size_t Broker::unacknowledged(ConsumerId consumer) const {
    const auto known = consumers_.find(consumer);
    return known == consumers_.end() ? 0 : known->second.unacknowledged;
}

std::vector<Broker::DeadLetter> Broker::takeDeadLetters() {
    return std::exchange(deadLetters_, {});
}

} // namespace roundtrip::tasks
