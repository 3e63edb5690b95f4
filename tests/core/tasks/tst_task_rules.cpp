#include "core/tasks/circuit_breaker.h"
#include "core/tasks/idempotency_store.h"
#include "core/tasks/retry_policy.h"
#include "core/tasks/schedule.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>
#include <fmt/format.h>

using namespace roundtrip;
using namespace roundtrip::tasks;
using namespace roundtrip::test;
using Jitter = RetryPolicy::Jitter;
using State = CircuitBreaker::State;
using Permission = CircuitBreaker::Permission;
using Change = CircuitBreaker::Change;

namespace {

SimTime seconds(std::int64_t count) {
    return SimTime::seconds(count);
}

std::int64_t unixSeconds(const QString& text) {
    QDateTime time = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    time.setTimeSpec(Qt::UTC);
    return time.toSecsSinceEpoch();
}

} // namespace

/// Retries, schedules, keys of repeats and circuit breakers.
class TestTaskRules : public QObject {
    Q_OBJECT

  private slots:
    void pausesGrowUpToTheCap();
    void jitterStaysInItsBounds();
    void policiesAreRead();
    void schedulesComeNext_data();
    void schedulesComeNext();
    void badSchedulesAreRefused_data();
    void badSchedulesAreRefused();
    void nextTimesAreLaterAndFit();
    void repeatsFindTheFirstResultUntilItIsForgotten();
    void breakerOpensTriesAndCloses();
    void breakerOpensAgainWhenATrialFails();
    void successInBetweenStartsTheCountAnew();
    void onlyFailuresInTheWindowCount();
};

void TestTaskRules::pausesGrowUpToTheCap() {
    const RetryPolicy policy{.maxAttempts = 3, .base = seconds(1), .factor = 2, .cap = seconds(6)};
    RandomStream random(1, "worker", "retry");
    for (const auto& [attempt, expected] : {std::pair{1, 1}, {2, 2}, {3, 4}, {4, 6}, {400, 6}})
        QCOMPARE(policy.pauseAfter(attempt, SimTime(), random).ns(), seconds(expected).ns());
    QVERIFY(policy.allowsAnother(2));
    QVERIFY(!policy.allowsAnother(3));
}

void TestTaskRules::jitterStaysInItsBounds() {
    QCOMPARE(counterexample(300,
                            [](std::uint64_t seed) {
                                const int attempt = *rc::gen::inRange(1, 12);
                                const SimTime before = seconds(*rc::gen::inRange(0, 30));
                                RetryPolicy policy{
                                    .base = seconds(1), .factor = 2, .cap = seconds(20)};
                                RandomStream random(seed, "worker", "retry");
                                const SimTime whole = policy.pauseAfter(attempt, before, random);
                                policy.jitter = Jitter::full;
                                const SimTime full = policy.pauseAfter(attempt, before, random);
                                RC_ASSERT(full >= SimTime() && full <= whole);
                                policy.jitter = Jitter::equal;
                                const SimTime equal = policy.pauseAfter(attempt, before, random);
                                RC_ASSERT(equal >= whole / 2 && equal <= whole);
                                policy.jitter = Jitter::decorrelated;
                                const SimTime drawn = policy.pauseAfter(attempt, before, random);
                                RC_ASSERT(drawn >= policy.base && drawn <= policy.cap);
                                RC_ASSERT(drawn <= 3 * std::max(before, policy.base));
                            }),
             std::string());
}

void TestTaskRules::policiesAreRead() {
    Problems problems;
    const nlohmann::json json{
        {"attempts", 5}, {"base", "2 s"}, {"cap", "1 min"}, {"jitter", "full"}};
    const RetryPolicy policy = readRetryPolicy(json, "", problems);
    QVERIFY(problems.empty());
    QVERIFY(policy == (RetryPolicy{5, seconds(2), 2, seconds(60), Jitter::full}));
    readRetryPolicy({{"attempts", 0}, {"jitter", "some"}, {"pause", 1}}, "/retry", problems);
    QCOMPARE(problems.size(), 3U);
}

void TestTaskRules::schedulesComeNext_data() {
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("next");
    const QString monday = QStringLiteral("2026-11-23 18:15:30"); // it is one
    const auto row = [](const char* schedule, const QString& after, const char* next) {
        QTest::newRow(schedule) << QString::fromLatin1(schedule) << after
                                << QString::fromLatin1(next);
    };
    row("* * * * *", monday, "2026-11-23 18:16:00");
    row("15 18 * * *", monday, "2026-11-24 18:15:00");
    row("*/15 * * * *", monday, "2026-11-23 18:30:00");
    row("0 0 * * *", monday, "2026-11-24 00:00:00");
    row("5 4 * * sun", monday, "2026-11-29 04:05:00");
    row("0 22 * * 1-5", monday, "2026-11-23 22:00:00");
    row("23 0-23/2 * * *", monday, "2026-11-23 18:23:00");
    row("0 9,17 * * mon,WED", monday, "2026-11-25 09:00:00");
    row("15 14 1 * *", monday, "2026-12-01 14:15:00");
    row("30 4 1,15 * 5", monday, "2026-11-27 04:30:00"); // crontab(5): the 1st, the 15th, Fridays
    row("0 0 1 * 7", monday, "2026-11-29 00:00:00");
    row("0 0 */2 * sat", monday, "2026-12-05 00:00:00"); // begins with a star: both have to fit
    row("0 0 29 feb *", monday, "2028-02-29 00:00:00");
    row("0 0 29 2 mon", monday, "2027-02-01 00:00:00");
    row("0 0 31 4,5 *", monday, "2027-05-31 00:00:00");
    row("59 23 31 12 *", monday, "2026-12-31 23:59:00");
    row("  0\t6 * Jan-Mar 0 ", monday, "2027-01-03 06:00:00");
    row("10-20/5 12 * * *", QStringLiteral("2026-11-23 12:10:00"), "2026-11-23 12:15:00");
    row("every 30 s", monday, "2026-11-23 18:16:00");
}

void TestTaskRules::schedulesComeNext() {
    QFETCH(QString, schedule);
    QFETCH(QString, after);
    QFETCH(QString, next);
    const auto parsed = Schedule::parse(schedule.toStdString());
    QVERIFY(parsed);
    QCOMPARE(parsed->nextAfter(unixSeconds(after)), unixSeconds(next));
}

void TestTaskRules::badSchedulesAreRefused_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* schedule, const char* code, const char* field) {
        QTest::newRow(schedule) << QString::fromLatin1(code) << QString::fromLatin1(field);
    };
    row("", "bad-schedule", "fields");
    row("* * * *", "bad-schedule", "fields");
    row("60 * * * *", "bad-schedule", "minute");
    row("* 24 * * *", "bad-schedule", "hour");
    row("* * 0 * *", "bad-schedule", "day");
    row("* * * foo *", "bad-schedule", "month");
    row("* * * * 8", "bad-schedule", "weekday");
    row("5-1 * * * *", "bad-schedule", "minute");
    row("*/0 * * * *", "bad-schedule", "minute");
    row("5/2 * * * *", "bad-schedule", "minute");
    row("1, * * * *", "bad-schedule", "minute");
    row("every", "bad-schedule", "every");
    row("every 5", "bad-schedule", "every");
    row("0 0 30 2 *", "schedule-never", "");
}

void TestTaskRules::badSchedulesAreRefused() {
    QFETCH(QString, code);
    QFETCH(QString, field);
    const auto parsed = Schedule::parse(QTest::currentDataTag());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, code.toStdString());
    if (!field.isEmpty())
        QCOMPARE(parsed.error().args.at(1), field.toStdString());
}

void TestTaskRules::nextTimesAreLaterAndFit() {
    QCOMPARE(counterexample(300,
                            [](std::uint32_t start) {
                                const int minute = *rc::gen::inRange(0, 60);
                                const int hour = *rc::gen::inRange(0, 24);
                                const auto schedule =
                                    Schedule::parse(fmt::format("{} {} * * *", minute, hour));
                                RC_ASSERT(schedule.has_value());
                                const std::int64_t next = schedule->nextAfter(start);
                                RC_ASSERT(next > start && next <= start + std::int64_t{86'400});
                                RC_ASSERT(next % 86'400 == hour * 3600 + minute * 60);
                            }),
             std::string());
}

void TestTaskRules::repeatsFindTheFirstResultUntilItIsForgotten() {
    IdempotencyStore store(seconds(10));
    QVERIFY(store.find("a", seconds(0)) == nullptr);
    QVERIFY(store.put("a", "first", seconds(0)));
    QVERIFY(!store.put("a", "second", seconds(5)));
    QCOMPARE(*store.find("a", seconds(9)), std::string("first"));
    QVERIFY(store.find("a", seconds(10)) == nullptr);
    QVERIFY(store.put("a", "third", seconds(11)));
    QCOMPARE(store.size(), 1U);
}

void TestTaskRules::breakerOpensTriesAndCloses() {
    CircuitBreaker breaker({.failures = 2, .openFor = seconds(10), .trials = 2});
    QCOMPARE(breaker.ask(seconds(0)), Permission::allowed);
    QCOMPARE(breaker.failed(seconds(0)), Change::none);
    QCOMPARE(breaker.failed(seconds(1)), Change::opened);
    QCOMPARE(breaker.ask(seconds(10)), Permission::refused);
    QCOMPARE(breaker.triesIn(seconds(10)).ns(), seconds(1).ns());
    QCOMPARE(breaker.ask(seconds(11)), Permission::trial);
    QCOMPARE(breaker.ask(seconds(11)), Permission::trial);
    QCOMPARE(breaker.ask(seconds(11)), Permission::refused);
    QCOMPARE(breaker.state(), State::halfOpen);
    QCOMPARE(breaker.succeeded(seconds(12)), Change::none);
    QCOMPARE(breaker.succeeded(seconds(12)), Change::closed);
    QCOMPARE(breaker.ask(seconds(12)), Permission::allowed);
}

void TestTaskRules::breakerOpensAgainWhenATrialFails() {
    CircuitBreaker breaker({.failures = 1, .openFor = seconds(10)});
    QCOMPARE(breaker.failed(seconds(0)), Change::opened);
    QCOMPARE(breaker.failed(seconds(1)), Change::none); // asked before it opened
    QCOMPARE(breaker.ask(seconds(10)), Permission::trial);
    QCOMPARE(breaker.failed(seconds(11)), Change::opened);
    QCOMPARE(breaker.ask(seconds(20)), Permission::refused);
    QCOMPARE(breaker.ask(seconds(21)), Permission::trial);
}

void TestTaskRules::successInBetweenStartsTheCountAnew() {
    CircuitBreaker breaker({.failures = 2});
    QCOMPARE(breaker.failed(seconds(0)), Change::none);
    QCOMPARE(breaker.succeeded(seconds(1)), Change::none);
    QCOMPARE(breaker.failed(seconds(2)), Change::none);
    QCOMPARE(breaker.failed(seconds(3)), Change::opened);
}

void TestTaskRules::onlyFailuresInTheWindowCount() {
    CircuitBreaker breaker({.failures = 2, .window = seconds(5)});
    QCOMPARE(breaker.failed(seconds(0)), Change::none);
    QCOMPARE(breaker.succeeded(seconds(1)), Change::none);
    QCOMPARE(breaker.failed(seconds(5)), Change::none);
    QCOMPARE(breaker.failed(seconds(9)), Change::opened);
}

QTEST_GUILESS_MAIN(TestTaskRules)
#include "tst_task_rules.moc"
