#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

/// The status of the request, which is sent and answered at once.
std::uint32_t ask(SceneRun& run, const std::string& browser, const std::string& method = "GET",
                  const std::string& body = "") {
    const std::string error = run.give(run.now() + SimTime::milliseconds(1), browser, "send",
                                       {{"method", method}, {"target", "/books/"}, {"body", body}});
    if (!error.empty())
        qFatal("%s", error.c_str());
    run.runUntil(run.now() + SimTime::seconds(1));
    return run.all<RequestFinished>().back().status;
}

void migrate(SceneRun& run, const std::string& target) {
    const std::string error = run.give(run.now(), "database", "migrate", {{"target", target}});
    if (!error.empty())
        qFatal("%s", error.c_str());
    run.runUntil(run.now() + SimTime::seconds(1));
}

std::vector<std::string> migrations(const SceneRun& run) {
    std::vector<std::string> reasons;
    for (const CheckPassed& fact : run.all<CheckPassed>()) {
        if (run.text(fact.check) == "migration")
            reasons.push_back(run.text(fact.reason));
    }
    return reasons;
}

nlohmann::json document() {
    return nlohmann::json::parse(readText("tests/scenes/migrations.roundtrip"));
}
constexpr std::size_t kDatabase = 4;

} // namespace

/// Code and tables that change one after the other.
class TestMigrations : public QObject {
    Q_OBJECT

  private slots:
    void oldCodeMeetsNewTables() {
        SceneRun run(loadScene("tests/scenes/migrations.roundtrip"));
        QCOMPARE(ask(run, "browser"), 200U);
        QCOMPARE(ask(run, "new_browser"), 500U); // its column is not there yet
        migrate(run, "0002_isbn");
        QCOMPARE(ask(run, "browser"), 200U); // one more column does no harm
        QCOMPARE(ask(run, "browser", "POST", R"({"title": "Ulysses", "pages": 730})"), 201U);
        QCOMPARE(ask(run, "new_browser"), 500U);
        migrate(run, "");
        QCOMPARE(ask(run, "new_browser"), 200U);
        QCOMPARE(ask(run, "browser"), 500U); // a name that it knows is gone
        const std::string failure = run.text(run.all<HandlerFailed>().back().reason);
        QVERIFY2(failure.find("no such column") != std::string::npos, failure.c_str());
        migrate(run, "0001_initial");
        QCOMPARE(ask(run, "browser"), 200U);
        std::vector<std::string> names = migrations(run);
        for (std::string& name : names)
            name.resize(name.rfind('\n')); // without the count of statements
        QCOMPARE(names,
                 (std::vector<std::string>{"applied\n0002_isbn", "applied\n0003_length",
                                           "taken-back\n0003_length", "taken-back\n0002_isbn"}));
        std::string wire;
        for (const MessageSent& sent : run.all<MessageSent>()) {
            if (sent.messageKind == MessageKind::response)
                wire = run.text(sent.wire);
        }
        QVERIFY2(wire.find("Ulysses") != std::string::npos, wire.c_str()); // no row was lost
    }

    void whatDoesNotFitIsRefusedAndSaysWhy() {
        SceneRun run(loadScene("tests/scenes/migrations.roundtrip"));
        migrate(run, "0002_isnb");
        const auto failed = run.all<CheckFailed>();
        QCOMPARE(failed.size(), 1U);
        QCOMPARE(run.text(failed[0].reason),
                 std::string("orm-unknown-migration\n0002_isnb\n0002_isbn"));
        migrate(run, "0001_initial");
        QCOMPARE(migrations(run), std::vector<std::string>{"up-to-date"});
    }

    void aMigrationWaitsForOpenTransactions() {
        nlohmann::json scene = document();
        scene["nodes"][1]["parameters"]["routes"][1]["handler"] = nlohmann::json::parse(R"json([
            {"do": "transaction", "handler": [
                {"do": "orm", "expression": "Book.objects.create(title=:title, pages=:pages)"
},
                {"do": "compute", "time": "500 ms"}]
},
            {"do": "respond", "status": 201}])json");
        SceneRun run(sceneOf(scene.dump()));
        run.send(SimTime(), "/books/", "POST", R"({"title": "Ulysses", "pages": 730})");
        run.runUntil(SimTime::milliseconds(100));
        const std::string error =
            run.give(run.now(), "database", "migrate", {{"target", "0002_isbn"}});
        QCOMPARE(error, std::string());
        run.runUntil(SimTime::milliseconds(400));
        QVERIFY(migrations(run).empty());
        run.runUntil(SimTime::seconds(2));
        QCOMPARE(migrations(run).size(), 1U);
        QCOMPARE(run.all<RequestFinished>().back().status, 201U);
    }

    void aHistoryThatCannotBeIsAProblemOfTheScene_data() {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("problem");
        const QString operation = QStringLiteral("/migrations/1/operations/0");
        QTest::newRow("no such model")
            << operation + "/model"
            << R"("Bok")"
            << "/nodes/4/parameters/migrations" + operation + ": orm-unknown-model Bok Book";
        QTest::newRow("no such operation") << operation + "/do"
                                           << R"("add_feild")"
                                           << "/nodes/4/parameters/migrations" + operation +
                                                  "/do: unknown-choice add_feild add_field";
        QTest::newRow("twice the same name")
            << "/migrations/1/name"
            << R"("0001_initial")"
            << "/nodes/4/parameters/migrations/migrations/1/name: orm-duplicate-name 0001_initial";
    }
    void aHistoryThatCannotBeIsAProblemOfTheScene() {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, problem);
        nlohmann::json scene = document();
        scene["nodes"][kDatabase]["parameters"]["migrations"]
             [nlohmann::json::json_pointer(pointer.toStdString())] =
                 nlohmann::json::parse(value.toStdString());
        const std::string said = describe(readSceneDocument(scene).problems);
        QVERIFY2(said.find(problem.toStdString()) != std::string::npos, said.c_str());
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
