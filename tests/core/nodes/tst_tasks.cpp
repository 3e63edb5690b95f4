#include "core/nodes/station_statistics.h"
#include "core/scene/scene.h"
#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

SimTime seconds(double count) {
    return SimTime::fromSeconds(count);
}

/// What the parts say of tasks, in order, one a line: "failed: " before what did not go well.
QString storyOf(const SceneRun& run) {
    QString story;
    for (const std::string& reason : reasonsOf(run, "task")) {
        QString line = QString::fromStdString(reason);
        story += line.replace(QLatin1Char('\n'), QLatin1Char(' ')) + QLatin1Char('\n');
    }
    return story;
}

QString lines(const QStringList& all) {
    return all.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

/// Gives a request, runs on to `at`: status and body of the last answer.
QString answered(SceneRun& run, double at, const std::string& target,
                 const std::string& method = "GET", const std::string& body = "") {
    run.send(seconds(at), target, method, body);
    run.runUntil(seconds(at) + SimTime::milliseconds(150));
    return QString::fromStdString(lastStatusAndBodyOf(run));
}

/// How long each finished request took.
std::vector<SimTime> tookOf(const SceneRun& run) {
    std::vector<SimTime> took;
    for (const Fact& fact : run.facts<RequestFinished>())
        took.push_back(fact.time - fact.as<RequestFinished>().startedAt);
    return took;
}

std::vector<std::int64_t> gaugesOf(const SceneRun& run, NodeId node, std::uint32_t gauge) {
    std::vector<std::int64_t> values;
    for (const Fact& fact : run.facts<GaugeChanged>()) {
        if (fact.node == node && fact.as<GaugeChanged>().gauge == gauge)
            values.push_back(fact.as<GaugeChanged>().value);
    }
    return values;
}

} // namespace

/// Work that is done in the background.
class TestTasks : public QObject {
    Q_OBJECT

  private slots:
    void theClientNeedNotWaitForATask();
    void oneCanAskHowFarATaskIs();
    void aWorkerTellsThePageThatWaits();
    void aTaskIsFollowedUnderItsRequest();
    void whatFailsIsTriedAgainAndBecomesADeadLetter();
    void aDeadWorkersTaskRunsAgain();
    void aListLosesADeadWorkersTask();
    void theSameKeyIsDoneOnce();
    void schedulesPutTasksInLine();
    void whatIsDueWhileStoppedIsLeftOut();
    void aFullQueueSaysNo();
    void higherPrioritiesGoFirst();
    void aRestartLosesWhatIsNotOnDisk();
    void aPausedWorkerTakesNothing();
    void whatWaitsTooLongBecomesADeadLetter();
    void aFullQueueMayDropItsHeadOrKeepTheRefused();
    void whatIsAcknowledgedBySendingIsLostWithItsWorker();
    void aListTriesAgainToo();
    void aServiceThatIsNotThereIsAFailureToo();
    void theDeliveryLimitEndsACircleOfDeaths();
    void aTaskMayWaitForItsTime();
    void aBreakerStopsAskingAndTriesAgain();
    void poolAgreesWithTheory();
};

void TestTasks::theClientNeedNotWaitForATask() {
    SceneRun queued(loadScene("tests/scenes/tasks_photo.roundtrip"));
    queued.send(SimTime::milliseconds(1), "/photos/5", "POST");
    queued.runUntil(seconds(10));
    QCOMPARE(statusesOf(queued).at(0), 202U);
    QVERIFY(tookOf(queued).at(0) < SimTime::milliseconds(60));

    SceneRun inlined(loadScene("tests/scenes/tasks_photo.roundtrip"));
    inlined.set(SimTime(), "app", "tasks_inline", true);
    inlined.send(SimTime::milliseconds(1), "/photos/5", "POST");
    inlined.runUntil(seconds(10));
    QCOMPARE(statusesOf(inlined).at(0), 202U);
    QVERIFY(tookOf(inlined).at(0) > SimTime::milliseconds(700));
    QVERIFY(storyOf(inlined).isEmpty());
}

void TestTasks::oneCanAskHowFarATaskIs() {
    SceneRun run(loadScene("tests/scenes/tasks_photo.roundtrip"));
    QVERIFY(answered(run, 0.1, "/photos/5", "POST").startsWith(QLatin1String("202")));
    const QString begun = answered(run, 0.7, "/tasks/1");
    QVERIFY2(begun.contains(QLatin1String("\"state\":\"started\"")), qPrintable(begun));
    QVERIFY(answered(run, 8, "/tasks/1").startsWith(QLatin1String("200")));
    QVERIFY(answered(run, 9, "/tasks/1").contains(QLatin1String("\"state\":\"succeeded\"")));
    QVERIFY(answered(run, 10, "/tasks/9").startsWith(QLatin1String("404")));
    // The worker called back, and published.
    QCOMPARE(answered(run, 11, "/callbacks/1"), QStringLiteral("200\n\"5\""));
    QCOMPARE(answered(run, 12, "/heard"), QStringLiteral("200\n\"photo 5 is ready\""));

    QVERIFY(answered(run, 20, "/imports", "POST").startsWith(QLatin1String("202")));
    const QString half = answered(run, 51, "/tasks/2");
    QVERIFY(half.startsWith(QLatin1String("202")));
    QVERIFY2(half.contains(QLatin1String("\"done\":5")), qPrintable(half));
    QVERIFY(answered(run, 81, "/tasks/2").startsWith(QLatin1String("200")));
}

void TestTasks::aWorkerTellsThePageThatWaits() {
    SceneRun run(loadScene("tests/scenes/tasks_push.roundtrip"));
    run.runUntil(seconds(1));
    QVERIFY(answered(run, 1, "/photos/5", "POST").startsWith(QLatin1String("202")));
    run.runUntil(seconds(2.9));
    const std::size_t before = reasonsOf(run, "live").size();
    run.runUntil(seconds(4));
    const auto heard = reasonsOf(run, "live");
    QCOMPARE(heard.size(), before + 1);
    QVERIFY2(heard.back().find("photo 5 is ready") != std::string::npos, heard.back().c_str());
}

void TestTasks::aTaskIsFollowedUnderItsRequest() {
    SceneRun run(loadScene("tests/scenes/tasks_photo.roundtrip"));
    run.send(SimTime::milliseconds(1), "/photos/5", "POST");
    run.runUntil(seconds(10));
    const auto finished = run.facts<RequestFinished>();
    const auto worked = run.facts<Computed>();
    QCOMPARE(worked.size(), 1U);
    QVERIFY(worked[0].time > finished.at(0).time);
    QCOMPARE(worked[0].request, finished[0].request);
    QCOMPARE(run.count<SpanStarted>(), run.count<SpanFinished>());
}

void TestTasks::whatFailsIsTriedAgainAndBecomesADeadLetter() {
    SceneRun run(loadScene("tests/scenes/tasks_retries.roundtrip"));
    QVERIFY(answered(run, 0.1, "/mails", "POST", "{\"to\": \"ann@example.org\"}")
                .startsWith(QLatin1String("202")));
    run.runUntil(seconds(20));
    const QStringList tries{
        QStringLiteral("failed: call-failed mailer 503"),
        QStringLiteral("failed: retry mail 1 2 2 s"),
        QStringLiteral("failed: call-failed mailer 503"),
        QStringLiteral("failed: retry mail 1 3 4 s"),
        QStringLiteral("failed: call-failed mailer 503"),
        QStringLiteral("failed: gave-up mail 1 3"),
        QStringLiteral("failed: dead mail 1 rejected"),
    };
    QCOMPARE(storyOf(run), lines(tries));
    QVERIFY(answered(run, 21, "/tasks/1").contains(QLatin1String("\"state\":\"failed\"")));
    run.set(seconds(22), "mailer", "failure_rate", 0);
    run.give(seconds(23), "queue", "return_dead_letters");
    run.runUntil(seconds(30));
    QCOMPARE(storyOf(run), lines(tries + QStringList{QStringLiteral("returned mail 1"),
                                                     QStringLiteral("succeeded mail 1")}));
    QVERIFY(answered(run, 31, "/tasks/1").contains(QLatin1String("\"state\":\"succeeded\"")));
}

void TestTasks::aDeadWorkersTaskRunsAgain() {
    SceneRun run(loadScene("tests/scenes/tasks_worker_dies.roundtrip"));
    QVERIFY(answered(run, 0.1, "/reports/7", "POST").startsWith(QLatin1String("202")));
    run.give(seconds(3), "worker", "restart", {{"after", "2 s"}});
    run.runUntil(seconds(20));
    QCOMPARE(storyOf(run),
             lines({QStringLiteral("failed: died report 1"), QStringLiteral("given-back report 1"),
                    QStringLiteral("redelivered report 1"), QStringLiteral("succeeded report 1")}));
    QCOMPARE(run.count<RowsChanged>(), 1U);
    QCOMPARE(run.count<SpanStarted>(), run.count<SpanFinished>());
}

void TestTasks::aListLosesADeadWorkersTask() {
    SceneRun run(loadScene("tests/scenes/tasks_worker_dies.roundtrip"));
    run.set(SimTime(), "queue", "flavour", "redis_list");
    QVERIFY(answered(run, 5, "/reports/7", "POST").startsWith(QLatin1String("202")));
    run.give(seconds(8), "worker", "restart", {{"after", "2 s"}});
    run.runUntil(seconds(30));
    QCOMPARE(storyOf(run), lines({QStringLiteral("failed: lost report 1")}));
    QCOMPARE(run.count<RowsChanged>(), 0U);
    // Nobody can tell: the store knows only that it began.
    QVERIFY(answered(run, 31, "/tasks/1").contains(QLatin1String("\"state\":\"started\"")));
    QVERIFY(answered(run, 32, "/reports/8", "POST").startsWith(QLatin1String("202")));
    run.runUntil(seconds(40));
    QCOMPARE(storyOf(run), lines({QStringLiteral("failed: lost report 1"),
                                  QStringLiteral("succeeded report 2")}));
}

void TestTasks::theSameKeyIsDoneOnce() {
    SceneRun run(loadScene("tests/scenes/tasks_worker_dies.roundtrip"));
    QVERIFY(answered(run, 1, "/reports/7", "POST").startsWith(QLatin1String("202")));
    QVERIFY(answered(run, 2, "/reports/7", "POST").startsWith(QLatin1String("202")));
    run.runUntil(seconds(20));
    QCOMPARE(storyOf(run),
             lines({QStringLiteral("succeeded report 1"), QStringLiteral("duplicate report-7"),
                    QStringLiteral("succeeded report 2")}));
    QCOMPARE(run.count<RowsChanged>(), 1U);
}

void TestTasks::schedulesPutTasksInLine() {
    SceneRun run(loadScene("tests/scenes/tasks_schedule.roundtrip"));
    run.runUntil(seconds(601));
    std::vector<std::string> names;
    for (const Fact& fact : run.facts<MessageArrived>()) {
        const std::string title = run.text(fact.as<MessageArrived>().title);
        if (title.starts_with("publish"))
            names.push_back(fmt::format("{} {}", title, fact.time.ns() / 1'000'000'000));
    }
    const std::vector<std::string> expected{
        "publish clean 90",  "publish clean 180", "publish clean 270", "publish report 300",
        "publish clean 360", "publish clean 450", "publish clean 540", "publish report 600"};
    QCOMPARE(names, expected);
}

void TestTasks::whatIsDueWhileStoppedIsLeftOut() {
    SceneRun run(loadScene("tests/scenes/tasks_schedule.roundtrip"));
    run.set(seconds(200), "scheduler", "runs", false);
    run.set(seconds(400), "scheduler", "runs", true);
    run.runUntil(seconds(700));
    QCOMPARE(checksOf<CheckFailed>(run, "schedule"),
             (std::vector<std::string>{"skipped\nclean", "skipped\nreport", "skipped\nclean"}));
}

void TestTasks::aFullQueueSaysNo() {
    SceneRun run(loadScene("tests/scenes/tasks_backpressure.roundtrip"));
    for (const char* status : {"202", "202", "202", "503"})
        QVERIFY(answered(run, run.now().toSeconds() + 0.1, "/orders", "POST")
                    .startsWith(QLatin1String(status)));
    QVERIFY(lastAnswerOf(run).find("Retry-After: 5") != std::string::npos);
    QVERIFY(answered(run, 4, "/patient", "POST").startsWith(QLatin1String("200")));
    const auto refused = checksOf<CheckFailed>(run, "task");
    QCOMPARE(refused, (std::vector<std::string>{"full\norder\n2", "full\norder\n2"}));
    QVERIFY(answered(run, 15, "/orders", "POST").startsWith(QLatin1String("202")));
}

void TestTasks::higherPrioritiesGoFirst() {
    SceneRun run(loadScene("tests/scenes/tasks_backpressure.roundtrip"));
    run.set(SimTime(), "queue", "max_length", 0);
    for (const int priority : {1, 2, 5, 3})
        run.give(SimTime::milliseconds(100 + priority), "queue", "publish",
                 {{"task", "order"}, {"priority", priority}});
    run.runUntil(seconds(60));
    QCOMPARE(storyOf(run),
             lines({QStringLiteral("succeeded order 1"), QStringLiteral("succeeded order 3"),
                    QStringLiteral("succeeded order 4"), QStringLiteral("succeeded order 2")}));
}

void TestTasks::aRestartLosesWhatIsNotOnDisk() {
    for (const bool isDurable : {true, false}) {
        SceneRun run(loadScene("tests/scenes/tasks_backpressure.roundtrip"));
        run.set(SimTime(), "queue", "durable", isDurable);
        run.give(seconds(1), "queue", "publish", {{"task", "order"}});
        run.give(seconds(2), "queue", "publish", {{"task", "order"}});
        run.give(seconds(3), "queue", "restart");
        run.runUntil(seconds(40));
        // The first one was under way: the queue has it back, and cannot know that it ends well.
        const QStringList kept{
            QStringLiteral("redelivered order 1"), QStringLiteral("succeeded order 1"),
            QStringLiteral("succeeded order 1"), QStringLiteral("succeeded order 2")};
        const QStringList lost{QStringLiteral("failed: lost-in-restart order 1"),
                               QStringLiteral("failed: lost-in-restart order 2"),
                               QStringLiteral("succeeded order 1")};
        const QStringList& expected = isDurable ? kept : lost;
        QStringList story = storyOf(run).trimmed().split(QLatin1Char('\n'));
        QStringList sorted = expected;
        story.sort();
        sorted.sort();
        QCOMPARE(story, sorted);
    }
}

void TestTasks::aPausedWorkerTakesNothing() {
    SceneRun run(loadScene("tests/scenes/tasks_backpressure.roundtrip"));
    run.give(seconds(1), "worker", "pause");
    run.give(seconds(2), "queue", "publish", {{"task", "order"}});
    run.runUntil(seconds(20));
    QVERIFY(storyOf(run).isEmpty());
    const NodeId queue =
        run.facts<WorkQueued>().empty() ? NodeId::none : run.facts<WorkQueued>().at(0).node;
    QCOMPARE(gaugesOf(run, queue, 0).back(), 1);
    run.give(seconds(21), "worker", "resume");
    run.runUntil(seconds(40));
    QCOMPARE(storyOf(run), lines({QStringLiteral("succeeded order 1")}));
    run.give(seconds(41), "worker", "pause");
    run.give(seconds(42), "queue", "publish", {{"task", "order"}});
    run.give(seconds(43), "queue", "purge");
    run.runUntil(seconds(44));
    QVERIFY(storyOf(run).endsWith(QLatin1String("failed: purged order 2\n")));
}

void TestTasks::whatWaitsTooLongBecomesADeadLetter() {
    SceneRun run(loadScene("tests/scenes/tasks_backpressure.roundtrip"));
    run.set(SimTime(), "queue", "message_ttl", "3 s");
    run.give(seconds(1), "queue", "publish", {{"task", "order"}});
    run.give(seconds(2), "queue", "publish", {{"task", "order"}});
    run.runUntil(seconds(4.9));
    QVERIFY(storyOf(run).isEmpty());
    run.runUntil(seconds(20));
    QCOMPARE(storyOf(run), lines({QStringLiteral("failed: dead order 2 expired"),
                                  QStringLiteral("succeeded order 1")}));
}

void TestTasks::aFullQueueMayDropItsHeadOrKeepTheRefused() {
    const auto storyWith = [](const char* overflow, const char* flavour) {
        SceneRun run(loadScene("tests/scenes/tasks_backpressure.roundtrip"));
        run.set(SimTime(), "queue", "flavour", flavour);
        run.set(SimTime(), "queue", "overflow", overflow);
        run.set(SimTime(), "queue", "max_length", 1);
        for (const double at : {2.0, 3.0, 4.0})
            run.give(seconds(at), "queue", "publish", {{"task", "order"}});
        run.runUntil(seconds(10));
        return storyOf(run);
    };
    QCOMPARE(storyWith("drop_head", "rabbitmq"),
             lines({QStringLiteral("failed: dead order 2 maxlen")}));
    QCOMPARE(storyWith("drop_head", "redis_list"),
             lines({QStringLiteral("failed: dropped order 2 maxlen")}));
    QCOMPARE(storyWith("reject_publish_dlx", "rabbitmq"),
             lines({QStringLiteral("failed: full order 1"),
                    QStringLiteral("failed: dead order 3 maxlen")}));
    QCOMPARE(storyWith("reject_publish_dlx", "redis_list"),
             lines({QStringLiteral("failed: full order 1")}));
}

void TestTasks::whatIsAcknowledgedBySendingIsLostWithItsWorker() {
    SceneRun run(loadScene("tests/scenes/tasks_backpressure.roundtrip"));
    run.give(SimTime(), "worker", "pause");
    run.set(SimTime(), "worker", "ack", "automatic");
    for (const double at : {1.0, 2.0})
        run.give(seconds(at), "queue", "publish", {{"task", "order"}});
    run.give(seconds(3), "worker", "resume"); // both are sent to it at once
    run.give(seconds(4), "worker", "restart", {{"after", "2 s"}});
    run.runUntil(seconds(40));
    QCOMPARE(storyOf(run), lines({QStringLiteral("failed: lost order 1"),
                                  QStringLiteral("failed: lost order 2")}));
}

void TestTasks::aServiceThatIsNotThereIsAFailureToo() {
    SceneRun run(loadScene("tests/scenes/tasks_retries.roundtrip"));
    run.set(SimTime(), "mailer", "failure_rate", 0);
    run.give(SimTime(), "mailer", "stop");
    QVERIFY(answered(run, 2, "/mails", "POST", "{\"to\": \"ann@example.org\"}")
                .startsWith(QLatin1String("202")));
    run.give(seconds(3), "mailer", "start");
    run.runUntil(seconds(20));
    QCOMPARE(reasonsOf(run, "call"), (std::vector<std::string>{"failed: refused"}));
    QCOMPARE(storyOf(run), lines({QStringLiteral("failed: retry mail 1 2 2 s"),
                                  QStringLiteral("succeeded mail 1")}));
}

void TestTasks::aListTriesAgainToo() {
    SceneRun run(loadScene("tests/scenes/tasks_retries.roundtrip"));
    run.set(SimTime(), "queue", "flavour", "redis_list");
    QVERIFY(answered(run, 2, "/mails", "POST", "{\"to\": \"ann@example.org\"}")
                .startsWith(QLatin1String("202")));
    run.set(seconds(4), "mailer", "failure_rate", 0);
    run.runUntil(seconds(20));
    QCOMPARE(storyOf(run), lines({QStringLiteral("failed: call-failed mailer 503"),
                                  QStringLiteral("failed: retry mail 1 2 2 s"),
                                  QStringLiteral("succeeded mail 1")}));
}

void TestTasks::theDeliveryLimitEndsACircleOfDeaths() {
    SceneRun run(loadScene("tests/scenes/tasks_worker_dies.roundtrip"));
    run.set(SimTime(), "queue", "delivery_limit", 1);
    QVERIFY(answered(run, 1, "/reports/7", "POST").startsWith(QLatin1String("202")));
    run.give(seconds(3), "worker", "restart", {{"after", "2 s"}});
    run.give(seconds(7), "worker", "restart", {{"after", "2 s"}});
    run.runUntil(seconds(30));
    QVERIFY(storyOf(run).endsWith(QLatin1String("failed: dead report 1 delivery_limit\n")));
    QCOMPARE(run.count<RowsChanged>(), 0U);
    QVERIFY(answered(run, 31, "/tasks/1").contains(QLatin1String("\"state\":\"failed\"")));
}

void TestTasks::aTaskMayWaitForItsTime() {
    const std::string text = readText("tests/scenes/tasks_worker_dies.roundtrip");
    nlohmann::json scene = nlohmann::json::parse(text);
    scene["nodes"][1]["parameters"]["routes"][0]["handler"][0]["delay"] = "10 s";
    SceneRun run(sceneOf(scene.dump()));
    QVERIFY(answered(run, 1, "/reports/7", "POST").startsWith(QLatin1String("202")));
    QVERIFY(answered(run, 2, "/tasks/1").contains(QLatin1String("\"state\":\"queued\"")));
    run.runUntil(seconds(11));
    QCOMPARE(run.count<WorkQueued>(), 0U);
    run.runUntil(seconds(30));
    QCOMPARE(run.facts<WorkQueued>().at(0).time.ns() / 1'000'000'000, 11);
    QCOMPARE(storyOf(run), lines({QStringLiteral("succeeded report 1")}));
}

void TestTasks::aBreakerStopsAskingAndTriesAgain() {
    SceneRun run(loadScene("tests/scenes/tasks_backpressure.roundtrip"));
    for (const double at : {1.0, 2.0, 3.0})
        QVERIFY(answered(run, at, "/stock").startsWith(QLatin1String("203")));
    run.set(seconds(5), "stock", "failure_rate", 0);
    QVERIFY(answered(run, 6, "/stock").startsWith(QLatin1String("203")));
    QVERIFY(answered(run, 13, "/stock").startsWith(QLatin1String("200")));
    QVERIFY(answered(run, 14, "/stock").startsWith(QLatin1String("200")));
    std::vector<std::string> said = reasonsOf(run, "breaker");
    for (std::string& reason : said)
        std::ranges::replace(reason, '\n', ' ');
    QCOMPARE(said.size(), 5U);
    QCOMPARE(said[0], std::string("failed: opens stock 10 s"));
    QVERIFY(said[1].starts_with("failed: open stock 9."));
    QVERIFY(said[2].starts_with("failed: open stock 6."));
    QCOMPARE(said[3], std::string("tries stock"));
    QCOMPARE(said[4], std::string("closes stock"));
}

void TestTasks::poolAgreesWithTheory() {
    // M/M/3 at 80 %: Erlang's C formula.
    const double arrival = 2.4;
    const double service = 1.0;
    const int servers = 3;
    const double offered = arrival / service;
    const double last = std::pow(offered, servers) / 6 * servers / (servers - offered);
    const double waits = last / (1 + offered + offered * offered / 2 + last);
    const double meanWait = waits / (servers * service - arrival);
    for (const char* flavour : {"rabbitmq", "redis_list"}) {
        nlohmann::json scene = nlohmann::json::parse(R"({
            "format": 1, "title": "M/M/3", "seed": 3,
            "nodes": [
                {"id": "scheduler", "kind": "scheduler", "parameters": {
                    "entries": [{"task": "job", "between": {"exponential": "416666667 ns"}}]}},
                {"id": "queue", "kind": "task_queue", "parameters": {"operation_time": "0 s"}},
                {"id": "worker", "kind": "worker", "parameters": {
                    "processes": 3, "prefetch": 3, "reports_start": false,
                    "tasks": {"job": {"duration": {"exponential": "1 s"}}}}}
            ],
            "links": [{"from": "scheduler", "to": "queue", "latency": "0 s"},
                      {"from": "worker", "to": "queue", "latency": "0 s"}]})");
        scene["nodes"][1]["parameters"]["flavour"] = flavour;
        SceneRun run(sceneOf(scene.dump()), {.sampleEvery = 0});
        StationStatistics* statistics = run.world().find("worker")->statistics();
        run.runUntil(seconds(1000));
        statistics->restart(run.now());
        run.runUntil(seconds(101'000));
        const StationFigures figures = statistics->overall(run.now());
        // Waits are correlated: the relaxation time is about 1 / (sqrt(c mu) - sqrt(lambda))^2 s.
        const double relaxation =
            1 / std::pow(std::sqrt(servers * service) - std::sqrt(arrival), 2);
        const double independent = 100'000 / (2 * relaxation);
        const double sigma = meanWait * std::sqrt((2 - waits) / waits / independent);
        QVERIFY2(std::abs(figures.meanWait - meanWait) < 4 * sigma,
                 qPrintable(QString("%1: %2 s, expected %3 s, sigma %4")
                                .arg(flavour)
                                .arg(figures.meanWait)
                                .arg(meanWait)
                                .arg(sigma)));
        QVERIFY(std::abs(figures.meanResponse - meanWait - 1 / service) < 4 * sigma + 0.02);
        QVERIFY(std::abs(figures.waitShare - waits) < 0.04);
        QVERIFY(std::abs(figures.utilisation - 0.8) < 0.02);
    }
}

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
