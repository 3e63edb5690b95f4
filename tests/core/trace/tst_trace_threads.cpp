#include "core/trace/trace.h"

#include <QTest>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace roundtrip;

namespace {

constexpr std::uint32_t kFacts = 200'000; // some 25 chunks and 12 blocks of texts

/// Appends numbered facts, every fourth with a text of its own.
void write(Trace& trace) {
    for (std::uint32_t i = 0; i < kFacts; ++i) {
        Fact fact;
        fact.time = SimTime::nanoseconds(i);
        if (i % 4 == 0) {
            fact.set(CommandGiven{trace.texts().intern("fact " + std::to_string(i))});
        } else {
            fact.set(JobArrived{.job = i, .jobClass = ~i});
        }
        trace.append(fact);
    }
}

/// Whether the fact is whole: nothing of it is missing or comes from another.
bool isWhole(const Trace& trace, std::size_t index) {
    const Fact& fact = trace[index];
    const auto number = static_cast<std::uint32_t>(index);
    if (fact.time != SimTime::nanoseconds(number))
        return false;
    if (number % 4 == 0)
        return trace.text(fact.as<CommandGiven>().description) == "fact " + std::to_string(number);
    const auto job = fact.as<JobArrived>();
    return job.job == number && job.jobClass == ~number;
}

/// What one reader saw while the writer worked.
struct Reading {
    std::size_t broken = 0;
    std::size_t shrunk = 0;
    std::size_t looks = 0;
};

/// Reads all that is new, again and again, until the writer has ended and all is read.
Reading readAlong(const Trace& trace) {
    Reading seen;
    std::size_t read = 0;
    while (read < kFacts) {
        const std::size_t size = trace.size();
        seen.shrunk += size < read ? 1 : 0;
        ++seen.looks;
        for (; read < size; ++read)
            seen.broken += isWhole(trace, read) ? 0 : 1;
        if (size > 0)
            seen.broken +=
                trace.countUntil(SimTime::nanoseconds(static_cast<std::int64_t>(size) - 1)) < size
                    ? 1
                    : 0;
    }
    return seen;
}

} // namespace

/// One thread writes while others read without locks. Meaningful under the thread sanitizer.
class TestTraceThreads : public QObject {
    Q_OBJECT

  private slots:
    void readersSeeWholeFactsInOrder();
    void aForkGrowsWhileItsHistoryIsRead();
};

void TestTraceThreads::readersSeeWholeFactsInOrder() {
    Trace trace;
    constexpr std::size_t readers = 4;
    std::vector<Reading> seen(readers);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < readers; ++i)
        threads.emplace_back([&, i] { seen[i] = readAlong(trace); });
    write(trace);
    for (std::thread& thread : threads)
        thread.join();
    for (const Reading& reading : seen) {
        QCOMPARE(reading.broken, 0U);
        QCOMPARE(reading.shrunk, 0U);
        QVERIFY(reading.looks > 0);
    }
}

void TestTraceThreads::aForkGrowsWhileItsHistoryIsRead() {
    const auto history = std::make_shared<Trace>();
    write(*history);
    const auto fork = std::make_shared<Trace>(history, kFacts / 2);
    Reading seen;
    std::thread reader([&] { seen = readAlong(*history); });
    write(*fork);
    reader.join();
    QCOMPARE(seen.broken, 0U);
    QCOMPARE(fork->size(), std::size_t{kFacts});
    QVERIFY(!fork->hasDiverged());
    QCOMPARE(fingerprint(*fork), fingerprint(*history));
}

QTEST_APPLESS_MAIN(TestTraceThreads)
#include "tst_trace_threads.moc"
