#include "app/sandbox/alignment.h"
#include "tests/support/property.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

const std::vector<PlacedPart> three{
    {"a", {0, 0, 100, 60}}, {"b", {150, 40, 100, 100}}, {"c", {400, 300, 100, 60}}};

} // namespace

class TestAlignment : public QObject {
    Q_OBJECT

  private slots:
    void cardsShareTheOutermostEdge_data() {
        QTest::addColumn<int>("alignment");
        QTest::addColumn<QPointF>("b");
        QTest::newRow("left") << int(Alignment::left) << QPointF(50, 90);
        QTest::newRow("centre") << int(Alignment::centre) << QPointF(250, 90);
        QTest::newRow("right") << int(Alignment::right) << QPointF(450, 90);
        QTest::newRow("top") << int(Alignment::top) << QPointF(200, 50);
        QTest::newRow("middle") << int(Alignment::middle) << QPointF(200, 180);
        QTest::newRow("bottom") << int(Alignment::bottom) << QPointF(200, 310);
    }

    void cardsShareTheOutermostEdge() {
        QFETCH(const int, alignment);
        QFETCH(const QPointF, b);
        QCOMPARE(aligned(three, static_cast<Alignment>(alignment)).at("b"), b);
    }

    void gapsBecomeTheSame() {
        const auto across = distributed(three, Direction::across);
        QCOMPARE(across.at("a"), three[0].rect.center()); // the outermost stay
        QCOMPARE(across.at("c"), three[2].rect.center());
        QCOMPARE(across.at("b"), QPointF(250, 90)); // 100 on either side
        const auto down = distributed(three, Direction::down);
        QCOMPARE(down.at("b"), QPointF(200, 180)); // 70 above and below
    }

    void tooFewCardsStay() {
        QVERIFY(aligned({three[0]}, Alignment::left).empty());
        QVERIFY(distributed({three[0], three[1]}, Direction::down).empty());
        QVERIFY(aligned({}, Alignment::top).empty());
    }

    void distributingOnceIsEnough() {
        const std::string broken = counterexample(100, [] {
            std::vector<PlacedPart> parts;
            for (int i = 0; i < *rc::gen::inRange(3, 8); ++i) {
                parts.push_back({std::to_string(i), QRectF(*rc::gen::inRange(0, 900), 0,
                                                           *rc::gen::inRange(50, 90), 60)});
            }
            auto once = distributed(parts, Direction::across);
            for (PlacedPart& part : parts) {
                part.rect.moveCenter(once.at(part.id));
            }
            for (const auto& [id, place] : distributed(parts, Direction::across)) {
                RC_ASSERT(std::abs(place.x() - once.at(id).x()) < 1e-6);
            }
        });
        QVERIFY2(broken.empty(), broken.c_str());
    }

    void aDraggedCardFindsTheNearestLine() {
        const QRectF dragged(205, 203, 100, 60);
        const Snap snap = snapTo(dragged, {three[1].rect, three[2].rect}, 8);
        QCOMPARE(snap.by.x(), -5.0); // its left edge to the middle of b
        QCOMPARE(*snap.x, 200.0);
        QVERIFY(!snap.y);
        QVERIFY(!snapTo(dragged, {}, 8).x);
        QVERIFY(!snapTo(dragged, {three[1].rect}, 2).x);
    }
};

QTEST_APPLESS_MAIN(TestAlignment)
#include "tst_alignment.moc"
