#include "app/inspector/parameter_editor.h"

#include <QDoubleSpinBox>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace roundtrip;

namespace {

/// A box for a real number between these two.
struct Box {
    Box(double least, double most)
        : editor(makeParameterEditor(
              {.name = "x", .type = ParameterType::real, .least = least, .most = most}, nullptr,
              [this](const nlohmann::json& value) { told = value; },
              [] { return nlohmann::json(); })) {
        editor->setLocale(QLocale::c());
    }

    QString show(double value) {
        showInEditor(*editor, value);
        return box().text();
    }
    QString step(double from, int steps) {
        showInEditor(*editor, from);
        box().stepBy(steps);
        return box().text();
    }
    QDoubleSpinBox& box() { return *qobject_cast<QDoubleSpinBox*>(editor.get()); }

    std::unique_ptr<QWidget> editor;
    nlohmann::json told;
};

} // namespace

class TestParameterEditor : public QObject {
    Q_OBJECT

  private slots:
    void aNumberIsWrittenAsShortAsItIs() {
        Box share(0, 1);
        for (const char* text : {"0", "0.05", "0.3", "0.000001", "1"}) {
            QCOMPARE(share.show(QByteArray(text).toDouble()), QString(text));
        }
        Box rate(1e-6, 1e6);
        for (const char* text : {"1.5", "12", "1234.5678", "1000000", "0.000001"}) {
            QCOMPARE(rate.show(QByteArray(text).toDouble()), QString(text));
        }
        QCOMPARE(Box(0, 1e13).show(1e13), QString("10000000000000"));
        QVERIFY(rate.told.is_null()); // what is only shown is no change
    }

    void itIsWrittenAsTheLanguageWritesNumbers() {
        Box rate(0, 1e6);
        rate.box().setLocale(QLocale(QLocale::Spanish, QLocale::Spain));
        QCOMPARE(rate.show(1234.5), QString("1234,5"));
        rate.box().selectAll();
        QTest::keyClicks(&rate.box(), "0,25");
        QTest::keyClick(&rate.box(), Qt::Key_Return);
        QVERIFY(rate.told == nlohmann::json(0.25));
    }

    void largeNumbersMayBeWrittenShort_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("value");
        QTest::newRow("thousands") << "2k" << 2000.0;
        QTest::newRow("a rate") << "2k/s" << 2000.0;
        QTest::newRow("millions") << "1.5M" << 1.5e6;
        QTest::newRow("with a space") << "3 k" << 3000.0;
        QTest::newRow("plain") << "12.5" << 12.5;
    }
    void largeNumbersMayBeWrittenShort() {
        QFETCH(QString, typed);
        QFETCH(double, value);
        Box rate(0, 1e9);
        rate.box().selectAll();
        QTest::keyClicks(&rate.box(), typed);
        QTest::keyClick(&rate.box(), Qt::Key_Return);
        QVERIFY2(rate.told == nlohmann::json(value), rate.told.dump().c_str());
    }

    void whatIsNoNumberCannotBeTyped() {
        Box rate(0, 1e9);
        rate.show(7);
        rate.box().selectAll();
        QTest::keyClicks(&rate.box(), "many");
        QTest::keyClick(&rate.box(), Qt::Key_Return);
        QVERIFY(rate.told.is_null());
        QCOMPARE(rate.box().text(), QString("7"));
    }

    void stepsAreOfASizeThatOneWants() {
        Box share(0, 0.9);
        QCOMPARE(share.step(0, 1), QString("0.01"));
        QVERIFY(share.told == nlohmann::json(0.01));
        QCOMPARE(share.step(0.05, 1), QString("0.06"));
        QCOMPARE(share.step(0.07, -1), QString("0.06"));
        QCOMPARE(share.step(0.1, 2), QString("0.12"));
        QCOMPARE(share.step(0, -1), QString("0"));
        QCOMPARE(share.step(0.9, 1), QString("0.9"));
        QCOMPARE(Box(0, 5).step(0.9, 1), QString("1"));
        Box rate(0.001, 1e6);
        QCOMPARE(rate.step(0.5, 1), QString("0.51"));
        QCOMPARE(rate.step(1.5, 1), QString("1.6"));
        QCOMPARE(rate.step(9.9, 1), QString("10"));
        QCOMPARE(rate.step(10, 1), QString("11"));
        QCOMPARE(rate.step(10, -1), QString("9.9"));
        QCOMPARE(rate.step(200, -1), QString("190"));
        Box signedNumber(-100, 100);
        QCOMPARE(signedNumber.step(0, 1), QString("1"));
        QCOMPARE(signedNumber.step(-20, -1), QString("-21"));
        QCOMPARE(Box(0, 1e13).step(0, 1), QString("1000000"));
    }

    void scrollingPastABoxDoesNotChangeIt() {
        std::string told;
        const std::unique_ptr<QWidget> choice(makeParameterEditor(
            {.name = "x", .type = ParameterType::choice, .choices = {"one", "two"}}, nullptr,
            [&told](const nlohmann::json& value) { told = value; },
            [] { return nlohmann::json(); }));
        QWheelEvent down(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(choice.get(), &down);
        QVERIFY(told.empty());
        QVERIFY(!down.isAccepted()); // it is left to what scrolls

        choice->show();
        choice->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(choice.get()));
        QCoreApplication::sendEvent(choice.get(), &down);
        QCOMPARE(told, std::string("two"));
    }
};

QTEST_MAIN(TestParameterEditor)
#include "tst_parameter_editor.moc"
