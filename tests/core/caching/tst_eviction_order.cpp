#include "core/caching/eviction_order.h"
#include "tests/core/caching/naive_order.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <cmath>
#include <string>
#include <vector>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

std::unique_ptr<EvictionOrder> orderOf(EvictionPolicy policy) {
    return makeEvictionOrder(policy, RandomStream(3, "test", "eviction"));
}

/// "1 2 +3 ...": a number is added or used, and when more than three are there one leaves. Who
/// left, in order.
std::string whoLeft(EvictionPolicy policy, const std::vector<EvictionOrder::Slot>& asked) {
    const auto order = orderOf(policy);
    std::vector<EvictionOrder::Slot> present;
    std::string left;
    for (const auto slot : asked) {
        if (std::ranges::find(present, slot) != present.end()) {
            order->use(slot);
            continue;
        }
        if (present.size() == 3) {
            const auto victim = order->victim();
            order->remove(victim);
            std::erase(present, victim);
            left += std::to_string(victim);
        }
        order->add(slot);
        present.push_back(slot);
    }
    return left;
}

} // namespace

class TestEvictionOrder : public QObject {
    Q_OBJECT

  private slots:
    void eachPolicyHasItsVictims_data();
    void eachPolicyHasItsVictims();
    void itBehavesLikeTheNaiveOne_data();
    void itBehavesLikeTheNaiveOne();
    void randomTakesAllAlike();
    void namesAreReadBack();
};

void TestEvictionOrder::eachPolicyHasItsVictims_data() {
    QTest::addColumn<int>("policy");
    QTest::addColumn<std::vector<EvictionOrder::Slot>>("asked");
    QTest::addColumn<QString>("left");
    const auto row = [](const char* name, EvictionPolicy policy,
                        const std::vector<EvictionOrder::Slot>& asked, const char* left) {
        QTest::newRow(name) << static_cast<int>(policy) << asked << QString(left);
    };
    row("unused for longest", EvictionPolicy::lru, {1, 2, 3, 1, 4, 2, 5}, "231");
    row("stored first", EvictionPolicy::fifo, {1, 2, 3, 1, 4, 1, 5}, "123");
    row("used least often", EvictionPolicy::lfu, {1, 1, 1, 2, 2, 3, 4, 5, 3}, "345");
    row("of equals, unused for longest", EvictionPolicy::lfu, {1, 2, 3, 3, 1, 2, 4, 5}, "34");
    // The hand passes 1, takes its mark, evicts 2; goes on with 3; 4 and then, marked no more, 1.
    row("the hand goes on", EvictionPolicy::sieve, {1, 2, 3, 1, 4, 5, 6, 7}, "2345");
    row("the hand turns round", EvictionPolicy::sieve, {1, 2, 3, 1, 2, 3, 4, 5}, "12");
}

void TestEvictionOrder::eachPolicyHasItsVictims() {
    QFETCH(int, policy);
    QFETCH(std::vector<EvictionOrder::Slot>, asked);
    QFETCH(QString, left);
    QCOMPARE(QString::fromStdString(whoLeft(static_cast<EvictionPolicy>(policy), asked)), left);
}

void TestEvictionOrder::itBehavesLikeTheNaiveOne_data() {
    QTest::addColumn<int>("policy");
    for (const EvictionPolicy policy :
         {EvictionPolicy::lru, EvictionPolicy::lfu, EvictionPolicy::fifo, EvictionPolicy::sieve})
        QTest::newRow(toString(policy).data()) << static_cast<int>(policy);
}

void TestEvictionOrder::itBehavesLikeTheNaiveOne() {
    QFETCH(int, policy);
    const auto property = [policy = static_cast<EvictionPolicy>(policy)] {
        const auto order = orderOf(policy);
        NaiveOrder naive(policy);
        const auto evict = [&] {
            const auto victim = order->victim();
            RC_ASSERT(victim == naive.victim());
            order->remove(victim);
            naive.remove(victim);
        };
        const int steps = *rc::gen::inRange(1, 200);
        for (int i = 0; i < steps; ++i) {
            const auto slot = *rc::gen::inRange<EvictionOrder::Slot>(0, 9);
            const int deed = *rc::gen::inRange(0, 10);
            if (!naive.has(slot)) {
                order->add(slot);
                naive.add(slot);
            } else if (deed == 0) {
                order->remove(slot);
                naive.remove(slot);
            } else if (deed < 4) {
                evict();
            } else {
                order->use(slot);
                naive.use(slot);
            }
        }
        while (naive.size() > 0)
            evict();
    };
    QCOMPARE(counterexample(500, property), std::string());
}

void TestEvictionOrder::randomTakesAllAlike() {
    constexpr int kDraws = 100'000;
    const auto order = orderOf(EvictionPolicy::random);
    for (EvictionOrder::Slot slot = 0; slot < 6; ++slot)
        order->add(slot);
    order->remove(2);
    std::vector<int> drawn(6);
    for (int i = 0; i < kDraws; ++i)
        ++drawn[order->victim()];
    QCOMPARE(drawn[2], 0);
    const double deviation = std::sqrt(kDraws * 0.2 * 0.8);
    for (const int slot : {0, 1, 3, 4, 5})
        QVERIFY(std::abs(drawn[slot] - kDraws * 0.2) < 4 * deviation);
}

void TestEvictionOrder::namesAreReadBack() {
    for (const char* name : {"lru", "lfu", "fifo", "random", "sieve"})
        QCOMPARE(std::string(toString(*parseEvictionPolicy(name))), std::string(name));
    QVERIFY(!parseEvictionPolicy("LRU"));
}

QTEST_APPLESS_MAIN(TestEvictionOrder)
#include "tst_eviction_order.moc"
