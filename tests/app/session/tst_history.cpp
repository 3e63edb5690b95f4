#include "app/session/history.h"
#include "app/storage/lesson_files.h"
#include "core/scene/scene.h"

#include <QTest>

using namespace roundtrip;

namespace {

Scene lessonScene() {
    return loadLesson(QStringLiteral("18-caching")).lesson->scene;
}

Command requestAt(SimTime at, const char* target = "/users/123") {
    return {at, "browser", "send", {{"target", target}}};
}

/// Somebody asks every second, without end.
Scene crowdScene() {
    return *readSceneDocument(nlohmann::json::parse(R"({"format": 1, "nodes": [
        {"id": "crowd", "kind": "crowd", "parameters": {"between": "1 s"}},
        {"id": "app", "kind": "app_server"}],
      "links": [{"from": "crowd", "to": "app"}]})"))
                .scene;
}

} // namespace

class TestHistory : public QObject {
    Q_OBJECT

  private slots:
    void theSameInputsGiveTheSameTrace() {
        std::uint64_t first = 0;
        for (int i = 0; i < 2; ++i) {
            History history(lessonScene(), 18);
            QVERIFY(history.apply({requestAt({}), requestAt(SimTime::milliseconds(3))}));
            const std::uint64_t now = fingerprint(*history.trace());
            QVERIFY(i == 0 || now == first);
            first = now;
        }
    }

    void aForkIsARunOfItsInputsFromTheStart() {
        History history(lessonScene(), 18);
        QVERIFY(history.apply({requestAt({})}));
        QVERIFY(history.apply({requestAt(history.now(), "/users/5")}));
        const SimTime middle = SimTime::milliseconds(4);
        QVERIFY(history.apply({requestAt(middle, "/users/9")}));
        QCOMPARE(history.branches().size(), std::size_t{2});
        History anew(lessonScene(), 18);
        QVERIFY(anew.apply(history.current().inputs));
        QCOMPARE(fingerprint(*anew.trace()), fingerprint(*history.trace()));
    }

    void aForkSharesWhatWasBefore() {
        History history(lessonScene(), 18);
        QVERIFY(history.apply(
            {{SimTime(), "browser", "send_many", {{"count", 5000}, {"rate", 500.0}}}}));
        const std::size_t whole = history.trace()->ownedBytes();
        const SimTime late = (*history.trace())[history.trace()->size() - 100].time;
        QVERIFY(history.apply({requestAt(late)}));
        QVERIFY(history.trace()->sharedPrefix() > 0);
        QVERIFY(history.trace()->ownedBytes() < whole / 4);
    }

    void theOldBranchCanBeReturnedToAndContinued() {
        History history(lessonScene(), 18);
        QVERIFY(history.apply({requestAt({})}));
        const int first = history.current().number;
        const std::uint64_t before = fingerprint(*history.trace());
        QVERIFY(history.apply({requestAt(SimTime::milliseconds(2))}));
        QVERIFY(history.switchTo(first));
        QCOMPARE(fingerprint(*history.trace()), before);
        QVERIFY(history.apply({requestAt(history.now())}));
        QCOMPARE(history.current().number, first);
        QVERIFY(!history.switchTo(99));
    }

    void whatNeverRestsIsSimulatedForAWhileAndThenGoesOn() {
        History history(crowdScene(), 1);
        QVERIFY(history.neverRests());
        QVERIFY(history.settle());
        QVERIFY(history.now() == History::kLive);
        const std::size_t before = history.trace()->size();
        QVERIFY(history.goOn());
        QVERIFY(history.now() == History::kLive * 2);
        QVERIFY(history.trace()->size() > before);
        QVERIFY(history.apply({{history.now(), "crowd", "stop", {}}}));
        QVERIFY(!history.neverRests());
    }

    void whatComesLateIsWaitedFor() {
        Scene scene = crowdScene();
        scene.nodes[0].parameters["between"] = "45 s";
        History history(scene, 1);
        const std::size_t before = history.trace()->size();
        QVERIFY(history.goOn());
        QVERIFY(history.now() == SimTime::seconds(50));
        QVERIFY(history.trace()->size() > before);
    }

    void aCommandThatCannotBeIsRefusedAndNothingHappens() {
        History history(lessonScene(), 18);
        const std::size_t before = history.trace()->size();
        const auto refused = history.apply({requestAt({}), {SimTime(), "cahce", "clear", {}}});
        QVERIFY(!refused);
        QCOMPARE(QString::fromStdString(refused.error().code), QStringLiteral("unknown-node"));
        QCOMPARE(history.trace()->size(), before);
        QVERIFY(history.current().inputs.empty());
    }

    void aCancelledForkLeavesTheBranchAsItWas() {
        History history(lessonScene(), 18);
        QVERIFY(history.apply(
            {{SimTime(), "browser", "send_many", {{"count", 4000}, {"rate", 500.0}}}}));
        const std::uint64_t before = fingerprint(*history.trace());
        const SimTime late = history.now() - SimTime::milliseconds(50);
        const auto cancelled = history.apply({requestAt(late)}, [](double) { return false; });
        QVERIFY(!cancelled);
        QCOMPARE(QString::fromStdString(cancelled.error().code), QStringLiteral("cancelled"));
        QCOMPARE(history.branches().size(), std::size_t{1});
        QCOMPARE(fingerprint(*history.trace()), before);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
