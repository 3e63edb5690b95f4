#include "core/nodes/scheduler/scheduler.h"
#include "core/nodes/tasks/task_table.h"
#include "tests/support/problem_text.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

/// The tables of what tasks there are, and of when they come.
class TestTaskTable : public QObject {
    Q_OBJECT

  private slots:
    void presetsTakeTheirUsualTime();
    void membersAreRead();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void whatIsWrongWithASchedule_data();
    void whatIsWrongWithASchedule();
    void argumentsAreValues();
};

void TestTaskTable::presetsTakeTheirUsualTime() {
    Problems problems;
    const TaskTable table = readTaskTable({{"mail", {{"preset", "send_email"}}},
                                           {"photo", {{"preset", "resize_image"}}},
                                           {"report", {{"preset", "make_report"}}},
                                           {"import", {{"preset", "import_rows"}}}},
                                          problems);
    QVERIFY(problems.empty());
    RandomStream random(1, "worker", "durations");
    int inRange = 0;
    for (int i = 0; i < 1000; ++i) {
        const double seconds = table.at("mail").duration.sample(random).toSeconds();
        inRange += seconds > 0.3 && seconds < 2 ? 1 : 0;
    }
    QVERIFY(inRange > 900);
    QCOMPARE(table.at("photo").duration.meanSeconds(), 1.5);
    QCOMPARE(table.at("report").duration.meanSeconds(), 20.0);
    QCOMPARE(table.at("import").duration.meanSeconds(), 60.0);
    QCOMPARE(table.at("import").steps, 10);
}

void TestTaskTable::membersAreRead() {
    Problems problems;
    const Json json = {{"mail",
                        {{"duration", "2 s"},
                         {"failure", 0.25},
                         {"retry", {{"attempts", 4}, {"jitter", "equal"}}},
                         {"then",
                          {{{"sql", "UPDATE users SET name = :name"}},
                           {{"call", {{"to", "app"}, {"method", "PUT"}, {"target", "/x"}}}},
                           {{"publish", "mails"}, {"message", "{id}"}}}}}}};
    const TaskKind task = readTaskTable(json, problems).at("mail");
    QVERIFY2(problems.empty(), describe(problems).c_str());
    QCOMPARE(task.duration.meanSeconds(), 2.0);
    QCOMPARE(task.failure, 0.25);
    QCOMPARE(task.retry.maxAttempts, 4);
    QCOMPARE(task.ends.size(), 3U);
    QCOMPARE(task.ends[0].kind, TaskEnd::Kind::sql);
    QVERIFY(task.ends[1].method == http::Method::put);
    QCOMPARE(task.ends[2].channel, std::string("mails"));
}

void TestTaskTable::whatIsWrongIsSaid_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* json, const char* code, const char* where) {
        QTest::newRow(json) << QString(json) << QString(code) << QString(where);
    };
    row("[]", "not-an-object", "");
    row(R"({"a": 1})", "not-an-object", "/a");
    row(R"({"a": {"time": "1 s"}})", "unknown-member", "/a/time");
    row(R"({"a": {"preset": "mail"}})", "unknown-choice", "/a/preset");
    row(R"({"a": {"duration": "long"}})", "bad-distribution", "/a/duration");
    row(R"({"a": {"failure": 2}})", "out-of-range", "/a/failure");
    row(R"({"a": {"steps": 0}})", "out-of-range", "/a/steps");
    row(R"({"a": {"retry": {"attempts": 0}}})", "out-of-range", "/a/retry/attempts");
    row(R"({"a": {"then": [{}]}})", "bad-task-end", "/a/then/0");
    row(R"({"a": {"then": [{"call": {}}]}})", "missing", "/a/then/0/call");
    row(R"({"a": {"then": [{"call": {"to": "b", "method": "FETCH"}}]}})", "bad-method",
        "/a/then/0/call/method");
}

void TestTaskTable::whatIsWrongIsSaid() {
    QFETCH(QString, json);
    QFETCH(QString, code);
    QFETCH(QString, where);
    const Problems problems = checkTaskTable(Json::parse(json.toStdString()));
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems[0].code, code.toStdString());
    QCOMPARE(problems[0].where, where.toStdString());
}

void TestTaskTable::whatIsWrongWithASchedule_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* json, const char* code, const char* where) {
        QTest::newRow(json) << QString(json) << QString(code) << QString(where);
    };
    row("{}", "not-an-array", "");
    row(R"([{"at": "every 1 s"}])", "missing", "/0");
    row(R"([{"task": "a"}])", "at-or-between", "/0");
    row(R"([{"task": "a", "at": "every 1 s", "between": "1 s"}])", "at-or-between", "/0");
    row(R"([{"task": "a", "at": "noon"}])", "bad-schedule", "/0/at");
    row(R"([{"task": "a", "at": "0 0 31 2 *"}])", "schedule-never", "/0/at");
    row(R"([{"task": "a", "between": {"uniform": 1}}])", "bad-distribution", "/0/between");
    row(R"([{"task": "a", "at": "every 1 s", "arguments": 1}])", "wrong-type", "/0/arguments");
    row(R"([{"task": "a", "at": "every 1 s", "priority": 300}])", "out-of-range", "/0/priority");
}

void TestTaskTable::whatIsWrongWithASchedule() {
    QFETCH(QString, json);
    QFETCH(QString, code);
    QFETCH(QString, where);
    Problems problems;
    readScheduleEntries(Json::parse(json.toStdString()), problems);
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems[0].code, code.toStdString());
    QCOMPARE(problems[0].where, where.toStdString());
}

void TestTaskTable::argumentsAreValues() {
    const Json values = taskValues(R"({"photo": 5, "id": "own"})", 7, "resize", 2);
    QCOMPARE(values.dump(), std::string(R"({"attempt":2,"id":7,"photo":5,"task":"resize"})"));
    QCOMPARE(taskValues("no object", 1, "a", 1).size(), 3U);
}

QTEST_GUILESS_MAIN(TestTaskTable)
#include "tst_task_table.moc"
