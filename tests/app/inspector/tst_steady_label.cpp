#include "app/inspector/steady_label.h"

#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace roundtrip;

class TestSteadyLabel : public QObject {
    Q_OBJECT

  private slots:
    void whatStandsBelowStaysWhereItIs() {
        QWidget form;
        auto* sentence = new SteadyLabel(&form);
        auto* below = new QLineEdit(&form);
        auto* column = new QVBoxLayout(&form);
        column->addWidget(sentence);
        column->addWidget(below);
        column->addStretch(1);
        form.resize(240, 600);
        form.show();
        const auto topWith = [&](int words) {
            sentence->setText(QStringLiteral("sentence ").repeated(words));
            QTest::qWait(10);
            return below->y();
        };
        const int top = topWith(1);
        QCOMPARE(topWith(8), top); // two lines
        const int longTop = topWith(40);
        QVERIFY(longTop > top); // nothing is cut off
        QCOMPARE(topWith(1), longTop);
        form.resize(480, 600); // another width, other lines
        QCOMPARE(topWith(1), top);
    }
};

QTEST_MAIN(TestSteadyLabel)
#include "tst_steady_label.moc"
