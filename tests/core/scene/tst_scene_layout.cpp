#include "core/scene/scene_layout.h"
#include "tests/support/scene_run.h"

#include <QTest>

#include <cmath>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

bool isApart(const ScenePlace& one, const ScenePlace& other) {
    return std::abs(one.x - other.x) >= 200 || std::abs(one.y - other.y) >= 180;
}

} // namespace

class TestSceneLayout : public QObject {
    Q_OBJECT

  private slots:
    void anEmptySceneHasNoPlaces() { QVERIFY(arranged(Scene()).empty()); }

    void requestsGoFromLeftToRight() {
        const Scene scene = loadScene(QStringLiteral("tests/scenes/load_balancer.roundtrip"));
        const auto places = arranged(scene);
        for (const SceneLink& link : scene.links)
            QVERIFY2(places.at(link.from).x < places.at(link.to).x, link.key().c_str());
    }

    void noCardCoversAnother_data() {
        QTest::addColumn<QString>("scene");
        for (const char* scene : {"cdn", "shop", "tasks_photo", "chat_two_hubs", "break_in"})
            QTest::newRow(scene) << QStringLiteral("tests/scenes/%1.roundtrip").arg(scene);
    }
    void noCardCoversAnother() {
        QFETCH(QString, scene);
        const auto places = arranged(loadScene(scene));
        for (auto one = places.begin(); one != places.end(); ++one) {
            for (auto other = std::next(one); other != places.end(); ++other)
                QVERIFY2(isApart(one->second, other->second), one->first.c_str());
        }
    }

    void linesThatNeedNotCrossDoNot() {
        const Scene scene = sceneOf(R"({"format": 1, "nodes": [
            {"id": "a", "kind": "browser"}, {"id": "b", "kind": "browser"},
            {"id": "of_b", "kind": "app_server"}, {"id": "of_a", "kind": "app_server"}],
            "links": [{"from": "a", "to": "of_a"}, {"from": "b", "to": "of_b"}]})");
        const auto places = arranged(scene);
        QCOMPARE(places.at("a").y < places.at("b").y, places.at("of_a").y < places.at("of_b").y);
    }

    void aCircleEnds() {
        // The worker calls the server that fills its queue.
        const Scene scene = loadScene(QStringLiteral("tests/scenes/tasks_photo.roundtrip"));
        QCOMPARE(arranged(scene).size(), scene.nodes.size());
        QVERIFY(arranged(scene) == arranged(scene));
    }
};

QTEST_GUILESS_MAIN(TestSceneLayout)
#include "tst_scene_layout.moc"
