#include "core/lesson/goal.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime ms = SimTime::milliseconds(1);

/// Two misses at the cache, one at the browser, then hits; requests get faster.
class Story {
  public:
    Story() {
        add(CacheMissed{}, 2).add(CacheMissed{}, 2).request(40);
        add(CacheMissed{}, 0).request(20);
        add(CacheHit{}, 2).request(4);
        add(CacheHit{}, 2).request(2);
        const auto text = [this](const char* words) { return trace.texts().intern(words); };
        add(CheckFailed{.check = text("csrf"), .reason = text("no-token"), .status = 403}, 0);
    }

    template <class Payload>
    Story& add(const Payload& payload, std::uint16_t node) {
        Fact fact;
        fact.time = time_;
        fact.node = NodeId{node};
        fact.set(payload);
        trace.append(fact);
        return *this;
    }
    Story& request(int milliseconds) {
        time_ += 100 * ms;
        return add(RequestFinished{.startedAt = time_ - ms * milliseconds, .status = 200}, 0);
    }
    [[nodiscard]] bool meets(const char* json) const { return meets(json, {0, trace.size()}); }
    [[nodiscard]] bool meets(const char* json, FactRange range) const {
        Problems problems;
        const Goal goal = readGoal(nlohmann::json::parse(json), "", problems);
        if (!problems.empty())
            qFatal("%s", describe(problems).c_str());
        return isMet(goal, trace, range, {{"browser", NodeId{0}}, {"cache", NodeId{2}}});
    }

    Trace trace;

  private:
    SimTime time_ = SimTime::seconds(1);
};

} // namespace

class TestGoal : public QObject {
    Q_OBJECT

  private slots:
    void aGoalIsMetOrNot_data();
    void aGoalIsMetOrNot();
    void onlyFactsOfTheRangeCount();
    void withoutARequestNoNumberCounts();
    void allOfSeveralMustBeMet();
    void aSettingThatChangesBeginsTheCountAnew();
    void aBrokenGoalIsNamed_data();
    void aBrokenGoalIsNamed();
    void everyMetricIsMeasured_data();
    void everyMetricIsMeasured();
    void aTimeIsNotKnownBeforeAnAnswer();
};

void TestGoal::aGoalIsMetOrNot_data() {
    QTest::addColumn<QString>("goal");
    QTest::addColumn<bool>("isMet");
    const auto row = [](const char* goal, bool isMet) {
        QTest::newRow(goal) << QString(goal) << isMet;
    };
    row(R"({"fact": "cache_missed"})", true);
    row(R"({"fact": "cache_missed", "at_least": 3})", true);
    row(R"({"fact": "cache_missed", "at_least": 4})", false);
    row(R"({"fact": "cache_missed", "node": "cache", "at_least": 2})", true);
    row(R"({"fact": "cache_missed", "node": "cache", "at_least": 3})", false);
    row(R"({"fact": "cache_missed", "node": "nobody"})", false);
    row(R"({"fact": "stale_served"})", false);
    row(R"({"fact": "stale_served", "at_most": 0})", true);
    row(R"({"fact": "cache_missed", "at_most": 2})", false);
    row(R"({"fact": "cache_missed", "at_least": 1, "at_most": 3})", true);
    row(R"({"fact": "request_finished", "status": 200, "at_least": 4})", true);
    row(R"({"fact": "request_finished", "status": 403})", false);
    row(R"({"fact": "check_failed", "says": "csrf", "status": 403})", true);
    row(R"({"fact": "check_failed", "says": "no-token"})", true);
    row(R"({"fact": "check_failed", "says": "session"})", false);
    row(R"({"fact": "check_failed", "node": "cache", "says": "csrf"})", false);
    row(R"({"metric": "requests", "at_least": 4})", true);
    row(R"({"metric": "requests", "at_least": 5})", false);
    row(R"({"metric": "requests", "at_most": 3})", false);
    row(R"({"metric": "first_latency", "at_least": "40 ms", "at_most": "40 ms"})", true);
    row(R"({"metric": "last_latency", "at_most": "2 ms"})", true);
    row(R"({"metric": "last_latency", "at_most": "1.9 ms"})", false);
    row(R"({"metric": "last_latency", "at_most": 0.002})", true);
    row(R"({"metric": "median_latency", "at_most": "4 ms"})", true);
    row(R"({"metric": "hit_ratio", "at_least": 0.4})", true);
    row(R"({"metric": "hit_ratio", "at_least": 0.41})", false);
    row(R"({"metric": "hit_ratio", "at_least": 1, "last": 2})", true);
    row(R"({"metric": "requests", "at_least": 2, "last": 4})", true);
    row(R"({"metric": "requests", "at_least": 1, "last": 5})", false); // so many have not ended yet
}

void TestGoal::aGoalIsMetOrNot() {
    QFETCH(QString, goal);
    QFETCH(bool, isMet);
    QCOMPARE(Story().meets(qPrintable(goal)), isMet);
}

void TestGoal::onlyFactsOfTheRangeCount() {
    const Story story;
    const char* const twoMisses = R"({"fact": "cache_missed", "at_least": 2})";
    QVERIFY(story.meets(twoMisses, {0, 2}));
    QVERIFY(!story.meets(twoMisses, {1, 3}));
    QVERIFY(!story.meets(twoMisses, {5, 5}));
}

void TestGoal::withoutARequestNoNumberCounts() {
    const Story story;
    QVERIFY(!story.meets(R"({"metric": "last_latency", "at_most": "1 h"})", {0, 2}));
    QVERIFY(story.meets(R"({"metric": "last_latency", "at_most": "1 h"})", {0, 3}));
}

void TestGoal::allOfSeveralMustBeMet() {
    const Story story;
    const FactRange all{0, story.trace.size()};
    Problems problems;
    std::vector<Goal> goals{readGoal({{"fact", "cache_hit"}}, "", problems)};
    QVERIFY(areMet(goals, story.trace, all, {}));
    goals.push_back(readGoal({{"fact", "stale_served"}}, "", problems));
    QVERIFY(!areMet(goals, story.trace, all, {}));
    QVERIFY(areMet({}, story.trace, all, {}));
}

void TestGoal::aSettingThatChangesBeginsTheCountAnew() {
    Story story;
    const char* const lastTwo = R"({"metric": "hit_ratio", "at_least": 0.9, "last": 2})";
    QVERIFY(story.meets(lastTwo));
    story.add(ParameterChanged{}, 2);
    QVERIFY(!story.meets(lastTwo)); // nothing has ended under the present setting
    story.add(CacheHit{}, 2).request(2);
    QVERIFY(!story.meets(lastTwo));
    story.add(CacheHit{}, 2).request(2);
    QVERIFY(story.meets(lastTwo));
}

void TestGoal::aBrokenGoalIsNamed_data() {
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QString>("problems");
    const auto row = [](const char* goal, const char* problems) {
        QTest::newRow(goal) << QString(goal) << QString(problems);
    };
    row("{}", "/g: empty-goal");
    row(R"({"node": "cache"})", "/g: empty-goal");
    row("[]", "/g: not-an-object");
    row(R"({"fact": "cache_mised"})", "/g/fact: unknown-fact cache_mised cache_missed");
    row(R"({"fact": "cache_hit", "status": 404})", "/g/status: no-status cache_hit");
    row(R"({"fact": "check_failed", "at_most": -1})",
        "/g/at_most: out-of-range at_most 0 1000000000");
    row(R"({"fact": "cache_hit", "at_least": 0})",
        "/g/at_least: out-of-range at_least 1 1000000000");
    row(R"({"fact": "cache_hit", "at_least": 1.5})",
        "/g/at_least: wrong-type at_least whole number");
    row(R"({"fact": "cache_hit", "atleast": 1})", "/g/atleast: unknown-member atleast at_least");
    row(R"({"metric": "hit_rate"})", "/g/metric: unknown-choice hit_rate hit_ratio");
    row(R"({"metric": 5})", "/g/metric: wrong-type metric text");
    row(R"({"metric": "hit_ratio", "at_least": -1})",
        "/g/at_least: out-of-range at_least 0 1000000000000");
    row(R"({"metric": "last_latency", "at_most": "5"})", "/g/at_most: bad-duration 5");
    row(R"({"metric": "last_latency", "last": 0})", "/g/last: out-of-range last 1 1000000000");
}

void TestGoal::aBrokenGoalIsNamed() {
    QFETCH(QString, goal);
    QFETCH(QString, problems);
    Problems found;
    (void)readGoal(nlohmann::json::parse(goal.toStdString()), "/g", found);
    QCOMPARE(QString::fromStdString(describe(found)), problems);
}

void TestGoal::everyMetricIsMeasured_data() {
    QTest::addColumn<int>("unit");
    QTest::addColumn<double>("value");
    using Unit = MetricValue::Unit;
    const auto row = [](const char* name, Unit unit, double value) {
        QTest::newRow(name) << static_cast<int>(unit) << value;
    };
    row("requests", Unit::count, 8);
    row("first_latency", Unit::duration, 0.001);
    row("last_latency", Unit::duration, 0.002);
    row("median_latency", Unit::duration, 0.003);
    row("p95_latency", Unit::duration, 0.004);
    row("hit_ratio", Unit::share, 0.75);
    row("stale_share", Unit::share, 0.25);
    row("longest_stale", Unit::duration, 0.005);
    row("queries", Unit::count, 6);
    row("p99_latency", Unit::duration, 0.006);
    row("mean_latency", Unit::duration, 0.007);
    row("failures", Unit::count, 9);
    row("refusals", Unit::count, 10);
    row("rows", Unit::count, 11);
    row("messages", Unit::count, 12);
    row("bytes", Unit::bytes, 13);
    row("secrets", Unit::count, 14);
    row("heard", Unit::count, 15);
    row("mean_age", Unit::duration, 0.016);
    row("tasks_done", Unit::count, 17);
    row("median_task_time", Unit::duration, 0.018);
}

void TestGoal::everyMetricIsMeasured() {
    QFETCH(int, unit);
    QFETCH(double, value);
    TripFigures figures;
    figures.finished = 8;
    figures.first = ms;
    figures.last = 2 * ms;
    figures.median = 3 * ms;
    figures.p95 = 4 * ms;
    figures.cacheHits = 3;
    figures.cacheMisses = 1;
    figures.stale = 2;
    figures.longestStale = 5 * ms;
    figures.queries = 6;
    figures.p99 = 6 * ms;
    figures.mean = 7 * ms;
    figures.failed = 9;
    figures.refused = 10;
    figures.rows = 11;
    figures.messages = 12;
    figures.bytes = 13;
    figures.secrets = 14;
    figures.heard = 15;
    figures.meanAge = 16 * ms;
    figures.tasksDone = 17;
    figures.medianTaskTime = 18 * ms;
    const auto& names = lessonMetricNames();
    const auto place = std::ranges::find(names, std::string_view(QTest::currentDataTag()));
    const MetricValue measured = measure(static_cast<LessonMetric>(place - names.begin()), figures);
    QCOMPARE(static_cast<int>(measured.unit), unit);
    QCOMPARE(measured.value, value);
}

void TestGoal::aTimeIsNotKnownBeforeAnAnswer() {
    TripFigures figures;
    QVERIFY(!measure(LessonMetric::medianLatency, figures).isKnown);
    QVERIFY(!measure(LessonMetric::meanAge, figures).isKnown);
    QVERIFY(!measure(LessonMetric::hitRatio, figures).isKnown);
    QVERIFY(measure(LessonMetric::queries, figures).isKnown);
    figures.finished = 1;
    QVERIFY(measure(LessonMetric::medianLatency, figures).isKnown);
    QVERIFY(measure(LessonMetric::longestStale, figures).isKnown); // nothing was stale: 0
}

QTEST_APPLESS_MAIN(TestGoal)
#include "tst_goal.moc"
