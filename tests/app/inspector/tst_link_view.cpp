#include "app/inspector/link_view.h"
#include "tests/support/lesson_window.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QTest>

using namespace roundtrip;
using roundtrip::testing::LessonWindow;

class TestLinkView : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { installCanvasAccessibility(); }

    void aClickOnALineShowsItsForm() {
        LessonWindow window;
        const CanvasLink& link = window->canvas().model().links[0];
        const QPointF middle = window->canvas().transform().map(link.pointAt(0.5));
        QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, middle.toPoint());
        QCOMPARE(window->linkView().link(), link.id);
        QVERIFY(window->linkView().isVisible());
    }

    void theKeyboardGoesFromLineToLine() {
        LessonWindow window;
        window->canvas().setFocus();
        window->canvas().selectNode(1); // the app server, with a line to each of the others
        std::set<LinkId> seen;
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&window->canvas(), Qt::Key_L);
            seen.insert(window->linkView().link());
        }
        QCOMPARE(seen.size(), std::size_t{3});
    }

    void fromTheStageTabLeadsToTheSliderAndOnToTheForm() {
        LessonWindow window;
        window->canvas().setFocus();
        for (int i = 0; i < 2; ++i) { // the second line's form is built anew
            QTest::keyClick(&window->canvas(), Qt::Key_L);
            QTest::keyClick(&window->canvas(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), &window->linkView().distance());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(),
                     window->linkView().editorOf(QStringLiteral("latency")));
            window->canvas().setFocus();
        }
    }

    void theSliderMovesThePartsApart() {
        LessonWindow window;
        window->canvas().selectLink(0);
        LinkView& view = window->linkView();
        view.distance().setValue(view.distance().maximum());
        window.settleAndSeeAll();
        QVERIFY(view.place().contains("another continent"));
        QCOMPARE(qobject_cast<QLineEdit*>(view.editorOf("latency"))->text(),
                 QStringLiteral("90 ms"));
        QCOMPARE(window->canvas().model().links[0].label, QStringLiteral("90 ms"));
        const Command& last = window->session().inputs().last();
        QCOMPARE(last.action, std::string("set"));
        QVERIFY(last.arguments["value"] == nlohmann::json("90 ms"));
    }

    void quickKeysMoveTheSliderOnBeforeTheChangeIsSeen() {
        LessonWindow window;
        window->canvas().selectLink(0);
        LinkView& view = window->linkView();
        view.distance().setValue(view.distance().maximum());
        window.settleAndSeeAll();
        view.distance().setFocus();
        for (int i = 0; i < 2; ++i) {
            QTest::keyClick(&view.distance(), Qt::Key_Left);
            window.settle();
        }
        QVERIFY(window->session().inputs().last().arguments["value"] == nlohmann::json("10 ms"));
        QVERIFY(view.place().contains("same country"));
    }

    void aDistributionIsNoOnePlace() {
        LessonWindow window;
        window->canvas().selectLink(0);
        LinkView& view = window->linkView();
        auto* latency = qobject_cast<QLineEdit*>(view.editorOf("latency"));
        latency->setText(QStringLiteral("{\"exponential\": \"5 ms\"}"));
        emit latency->editingFinished();
        window.settleAndSeeAll();
        QVERIFY(view.place().contains("varies"));
        QVERIFY(latency->text().contains("exponential"));
    }

    void whatIsNoSpanIsRefused() {
        LessonWindow window;
        window->canvas().selectLink(0);
        auto* latency = qobject_cast<QLineEdit*>(window->linkView().editorOf("latency"));
        const QString before = latency->text();
        const auto inputs = window->session().inputs().size();
        latency->setText(QStringLiteral("far"));
        emit latency->editingFinished();
        QCOMPARE(latency->text(), before);
        QCOMPARE(window->session().inputs().size(), inputs);
    }
};

QTEST_MAIN(TestLinkView)
#include "tst_link_view.moc"
