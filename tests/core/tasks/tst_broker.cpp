#include "core/tasks/broker.h"
#include "tests/support/peer.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"
#include "tests/support/text_file.h"

#include <QTest>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

using namespace roundtrip;
using namespace roundtrip::tasks;
using namespace roundtrip::test;
using Json = nlohmann::ordered_json;

namespace {

Json scenarios() {
    return Json::parse(readText("tests/data/tasks/rabbitmq_scenarios.json"));
}

SimTime milliseconds(std::int64_t count) {
    return SimTime::milliseconds(count);
}

/// The arguments of queue.declare as RabbitMQ takes them.
QueueSettings settingsOf(const Json& arguments) {
    QueueSettings settings;
    settings.maxLength = arguments.value("x-max-length", 0U);
    const std::string overflow = arguments.value("x-overflow", "drop-head");
    if (overflow != "drop-head")
        settings.overflow =
            overflow == "reject-publish" ? Overflow::rejectPublish : Overflow::rejectPublishDlx;
    settings.maxPriority = arguments.value("x-max-priority", 0);
    if (arguments.contains("x-message-ttl"))
        settings.messageTtl = milliseconds(arguments["x-message-ttl"]);
    if (arguments.contains("x-delivery-limit"))
        settings.deliveryLimit = arguments["x-delivery-limit"].get<int>();
    settings.deadLetterQueue = arguments.value("x-dead-letter-routing-key", "");
    return settings;
}

/// Plays a scenario and writes down what happens, as tests/peers/task_broker_rabbitmq.py does.
class Players {
  public:
    std::vector<std::string> play(const Json& scenario) {
        for (const auto& [queue, arguments] : scenario["queues"].items())
            broker_.declare(queue, settingsOf(arguments));
        std::vector<std::string> lines;
        for (const Json& step : scenario["steps"]) {
            const std::string result = take(step);
            deliver();
            lines.push_back(spaced(step) + (result.empty() ? "" : " -> " + result));
            for (const auto& [name, line] : received_)
                lines.push_back(line);
            received_.clear();
        }
        return lines;
    }

  private:
    /// As Python's json.dumps writes it.
    static std::string spaced(const Json& json) {
        std::vector<std::string> parts;
        parts.reserve(json.size());
        for (const auto& [key, value] : json.items()) {
            const std::string shown = value.is_structured() ? spaced(value) : value.dump();
            parts.push_back(json.is_object() ? fmt::format("\"{}\": {}", key, shown) : shown);
        }
        return fmt::format("{}{}{}", json.is_object() ? "{" : "[", fmt::join(parts, ", "),
                           json.is_object() ? "}" : "]");
    }

    std::string take(const Json& step) {
        const std::string what = step[0];
        if (what == "publish")
            return publish(step);
        if (what == "count")
            return fmt::format("{} ready", broker_.ready(step[1]));
        if (what == "wait")
            return wait(step[1]);
        if (what == "get")
            return get(step[1], step[2]);
        return byConsumer(what, step[1], step);
    }

    std::string publish(const Json& step) {
        QueuedMessage message{.body = step[2]};
        const Json settings = step.size() > 3 ? step[3] : Json::object();
        message.priority = settings.value("priority", 0);
        if (settings.contains("expiration"))
            message.ttl = milliseconds(std::stoi(settings["expiration"].get<std::string>()));
        return broker_.publish(step[1], std::move(message), now_) == Broker::Confirm::ack
                   ? "confirmed"
                   : "refused";
    }

    std::string wait(std::int64_t span) {
        const SimTime until = now_ + milliseconds(span);
        while (const auto next = broker_.nextExpiry()) {
            if (*next > until)
                break;
            now_ = *next;
            broker_.expire(now_);
            deliver();
        }
        now_ = until;
        return "";
    }

    std::string get(const std::string& queue, const std::string& name) {
        const auto delivery = broker_.get(channelOf(name), queue, false, now_);
        if (!delivery)
            return "nothing";
        note(*delivery);
        return "";
    }

    std::string byConsumer(const std::string& what, const std::string& name, const Json& step) {
        const auto channel = channelOf(name);
        if (what.starts_with("consume"))
            consumers_[name] = broker_.consume(channel, step[2], {step[3], what == "consume-auto"});
        else if (what == "cancel")
            broker_.cancel(consumers_[name]);
        else if (what == "ack-tag")
            return broker_.ack(channel, step[2].get<Broker::Tag>()) ? "accepted" : close(name);
        else if (what == "close")
            close(name);
        else
            settle(what, channel, tags_.at({name, step[2]}), step);
        return "";
    }

    void settle(const std::string& what, Broker::ChannelId channel, Broker::Tag tag,
                const Json& step) {
        const bool isMultiple = what.ends_with("multiple");
        const bool settled =
            what.starts_with("ack")
                ? broker_.ack(channel, tag, isMultiple).has_value()
                : broker_.nack(channel, tag, isMultiple, step[3].get<bool>(), now_).has_value();
        QVERIFY(settled);
    }

    std::string close(const std::string& name) {
        broker_.closeChannel(channels_.at(name), now_);
        channels_.erase(name);
        return "channel closed";
    }

    Broker::ChannelId channelOf(const std::string& name) {
        const auto known = channels_.find(name);
        return known != channels_.end() ? known->second : channels_[name] = broker_.openChannel();
    }

    void deliver() {
        while (const auto delivery = broker_.nextDelivery(now_))
            note(*delivery);
    }

    void note(const Broker::Delivery& delivery) {
        const auto owner = std::ranges::find(channels_, delivery.channel,
                                             [](const auto& channel) { return channel.second; });
        const std::string& body = delivery.message.body;
        tags_[{owner->first, body}] = delivery.tag;
        std::string line = fmt::format("  {} gets {}, tag {}{}", owner->first, body, delivery.tag,
                                       delivery.isRedelivered ? ", again" : "");
        for (const Death& death : delivery.message.deaths)
            line += fmt::format(", {} in {} x{}", nameOf(death.reason), death.queue, death.count);
        received_.emplace(owner->first, line);
    }

    Broker broker_;
    SimTime now_;
    std::map<std::string, Broker::ChannelId> channels_;
    std::map<std::string, Broker::ConsumerId> consumers_;
    std::map<std::pair<std::string, std::string>, Broker::Tag> tags_;
    std::multimap<std::string, std::string> received_; ///< by who received it, in order
};

QString played(const Json& scenario) {
    return QString::fromStdString(fmt::format("{}", fmt::join(Players().play(scenario), "\n")));
}

QString linesOf(const Json& lines) {
    return QString::fromStdString(
        fmt::format("{}", fmt::join(lines.get<std::vector<std::string>>(), "\n")));
}

/// A broker, one queue "q" and three consumers at work, by chance. Knows what must be true.
class Chance {
  public:
    Chance(const QueueSettings& settings, std::size_t prefetch)
        : settings_(settings), prefetch_(prefetch) {
        broker_.declare("q", settings);
        for (std::size_t i = 0; i < 3; ++i)
            join();
    }

    void step(int draw) {
        now_ += SimTime::milliseconds(1);
        const std::size_t who = static_cast<std::size_t>(draw / 16) % 3;
        if (draw % 16 < 8)
            publish(draw / 16 % 4);
        else if (draw % 16 < 15)
            settle(who, draw % 16);
        else
            lose(who);
        deliver();
    }

    void publish(int priority) {
        QueuedMessage message{.id = ++published_, .priority = priority};
        waiting_.emplace(-std::min(priority, settings_.maxPriority), message.id);
        RC_ASSERT(broker_.publish("q", message, now_) == Broker::Confirm::ack);
    }

    void settle(std::size_t who, int draw) {
        if (held_[who].empty())
            return;
        const auto chosen = std::next(held_[who].begin(),
                                      static_cast<std::ptrdiff_t>(published_ % held_[who].size()));
        const auto [tag, key] = *chosen;
        held_[who].erase(chosen);
        if (draw < 13) {
            RC_ASSERT(broker_.ack(channels_[who], tag).has_value());
            ++done_;
            return;
        }
        RC_ASSERT(broker_.nack(channels_[who], tag, false, true, now_).has_value());
        returned_.insert(key.second);
        waiting_.insert(key);
    }

    void lose(std::size_t who) {
        broker_.closeChannel(channels_[who], now_);
        for (const auto& [tag, key] : held_[who]) {
            returned_.insert(key.second);
            waiting_.insert(key);
        }
        held_.erase(held_.begin() + static_cast<std::ptrdiff_t>(who));
        channels_.erase(channels_.begin() + static_cast<std::ptrdiff_t>(who));
        join();
    }

    void deliver() {
        while (const auto delivery = broker_.nextDelivery(now_)) {
            const auto who = static_cast<std::size_t>(
                std::ranges::find(channels_, delivery->channel) - channels_.begin());
            // The highest priority first, and of one priority the first that was published.
            RC_ASSERT(!waiting_.empty());
            RC_ASSERT(waiting_.begin()->second == delivery->message.id);
            RC_ASSERT(delivery->isRedelivered == returned_.contains(delivery->message.id));
            held_[who].emplace(delivery->tag, *waiting_.begin());
            waiting_.erase(waiting_.begin());
            RC_ASSERT(prefetch_ == 0 || held_[who].size() <= prefetch_);
        }
        std::size_t held = 0;
        for (const auto& each : held_)
            held += each.size();
        RC_ASSERT(broker_.ready("q") == waiting_.size());
        RC_ASSERT(broker_.unacknowledged("q") == held);
        RC_ASSERT(done_ + waiting_.size() + held == published_);
        const bool somebodyHasRoom = std::ranges::any_of(
            held_, [this](const auto& each) { return prefetch_ == 0 || each.size() < prefetch_; });
        RC_ASSERT(waiting_.empty() || !somebodyHasRoom);
    }

  private:
    void join() {
        channels_.push_back(broker_.openChannel());
        held_.emplace_back();
        broker_.consume(channels_.back(), "q", {prefetch_, false});
    }

    using Key = std::pair<int, std::uint64_t>; // priority, highest first, and id
    Broker broker_;
    QueueSettings settings_;
    std::size_t prefetch_;
    SimTime now_;
    std::uint64_t published_ = 0;
    std::uint64_t done_ = 0;
    std::vector<Broker::ChannelId> channels_;
    std::vector<std::map<Broker::Tag, Key>> held_;
    std::set<Key> waiting_;
    std::set<std::uint64_t> returned_;
};

} // namespace

/// The broker does what RabbitMQ does.
class TestBroker : public QObject {
    Q_OBJECT

  private slots:
    void doesWhatRabbitMqDid_data();
    void doesWhatRabbitMqDid();
    void rabbitMqItselfSaysSo();
    void losesAndRepeatsNothingUnnoticed();
    void keepsDurableQueuesAndPersistentMessagesOverARestart();
    void aListThatIsTakenFromForgetsAtOnce();
    void timeOfDeathIsThatOfTheFirst();
};

void TestBroker::doesWhatRabbitMqDid_data() {
    QTest::addColumn<int>("index");
    const Json all = scenarios();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
}

void TestBroker::doesWhatRabbitMqDid() {
    QFETCH(int, index);
    const Json scenario = scenarios().at(static_cast<std::size_t>(index));
    const Json recorded = Json::parse(readText("tests/data/tasks/rabbitmq-3.10.8.json"));
    QCOMPARE(played(scenario), linesOf(recorded["scenarios"][scenario["name"].get<std::string>()]));
}

void TestBroker::rabbitMqItselfSaysSo() {
    const Json all = scenarios();
    const PeerAnswer answer = askPython("task_broker_rabbitmq.py", nlohmann::json(all));
    if (!answer.json)
        QSKIP(qPrintable("RabbitMQ does not run: apt install rabbitmq-server python3-pika. " +
                         answer.said));
    for (const Json& scenario : all)
        QCOMPARE(played(scenario),
                 linesOf((*answer.json)["scenarios"][scenario["name"].get<std::string>()]));
}

void TestBroker::losesAndRepeatsNothingUnnoticed() {
    QCOMPARE(counterexample(300,
                            [](const std::vector<std::uint8_t>& draws) {
                                const int most = *rc::gen::inRange(0, 4);
                                QueueSettings settings;
                                settings.maxPriority = most;
                                Chance chance(settings, *rc::gen::inRange<std::size_t>(0, 4));
                                for (const std::uint8_t draw : draws)
                                    chance.step(draw);
                            }),
             std::string());
}

void TestBroker::keepsDurableQueuesAndPersistentMessagesOverARestart() {
    Broker broker;
    broker.declare("kept", {});
    broker.declare("lost", {.isDurable = false});
    (void)broker.publish("kept", {.id = 1}, SimTime());
    (void)broker.publish("kept", {.id = 2, .isPersistent = false}, SimTime());
    (void)broker.publish("kept", {.id = 3}, SimTime());
    (void)broker.publish("lost", {.id = 4}, SimTime());
    const auto channel = broker.openChannel();
    QCOMPARE(broker.get(channel, "kept", false, SimTime())->message.id, 1U);
    const auto lost = broker.restart();
    QCOMPARE(lost.size(), 2U);
    QCOMPARE(lost[0].id, 2U);
    QCOMPARE(lost[1].id, 4U);
    QCOMPARE(broker.unacknowledged("kept"), 0U);
    QVERIFY(!broker.ack(channel, 1)); // the channel is gone
    const auto again = broker.openChannel();
    const auto first = broker.get(again, "kept", false, SimTime());
    QCOMPARE(first->message.id, 1U);
    QVERIFY(first->isRedelivered);
    QVERIFY(!broker.get(again, "kept", false, SimTime())->isRedelivered);
}

void TestBroker::aListThatIsTakenFromForgetsAtOnce() {
    Broker broker;
    broker.declare("q", {});
    (void)broker.publish("q", {.id = 1}, SimTime());
    const auto worker = broker.openChannel();
    QVERIFY(broker.get(worker, "q", true, SimTime()));
    QVERIFY(
        broker.closeChannel(worker, SimTime()).empty()); // the worker dies, and the task with it
    QCOMPARE(broker.ready("q") + broker.unacknowledged("q"), 0U);
}

void TestBroker::timeOfDeathIsThatOfTheFirst() {
    Broker broker;
    broker.declare("dead", {});
    broker.declare("q", {.maxLength = 1, .deadLetterQueue = "dead"});
    (void)broker.publish("q", {.id = 1}, milliseconds(5));
    (void)broker.publish("q", {.id = 2}, milliseconds(7));
    const auto dead = broker.takeDeadLetters();
    QCOMPARE(dead.size(), 1U);
    QCOMPARE(dead[0].message.id, 1U);
    QCOMPARE(dead[0].to, std::string("dead"));
    QCOMPARE(dead[0].message.deaths.at(0).firstAt.ns(), milliseconds(7).ns());
    (void)broker.publish("q", *broker.remove("dead", 1), milliseconds(9));
    QCOMPARE(broker.ready("dead"), 1U); // the second one makes room
    (void)broker.publish("q", *broker.remove("dead", 2), milliseconds(11));
    const auto again = broker.takeDeadLetters();
    QCOMPARE(again.back().message.deaths.at(0).count, 2);
    QCOMPARE(again.back().message.deaths.at(0).firstAt.ns(), milliseconds(7).ns());
}

QTEST_GUILESS_MAIN(TestBroker)
#include "tst_broker.moc"
