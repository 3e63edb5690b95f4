#include "core/kernel/portable_math.h"
#include "core/kernel/random_stream.h"

#include <QTest>

#include <cmath>

using namespace roundtrip;

namespace {

bool agree(double a, double b) {
    return a == b || std::abs(a - b) <= 2 * 0x1p-52 * std::abs(b);
}

} // namespace

class TestPortableMath : public QObject {
    Q_OBJECT

  private slots:
    void theLogarithmAgreesWithTheLibrary();
    void theExponentialAgreesWithTheLibrary();
    void theExponentialSaturates();
    void bothAreExactWhereTheyCanBe();
};

void TestPortableMath::theLogarithmAgreesWithTheLibrary() {
    RandomStream random(1, "math", "log");
    for (int i = 0; i < 200'000; ++i) {
        const double x =
            std::ldexp(1.0 + random.uniform(), static_cast<int>(random.below(200)) - 100);
        QVERIFY2(agree(portableLog(x), std::log(x)), qPrintable(QString::number(x, 'g', 17)));
        const double nearOne = random.uniform(0.9, 1.1);
        QVERIFY2(agree(portableLog(nearOne), std::log(nearOne)),
                 qPrintable(QString::number(nearOne, 'g', 17)));
    }
}

void TestPortableMath::theExponentialAgreesWithTheLibrary() {
    RandomStream random(1, "math", "exp");
    for (int i = 0; i < 200'000; ++i) {
        const double x = random.uniform(-700, 700);
        QVERIFY2(agree(portableExp(x), std::exp(x)), qPrintable(QString::number(x, 'g', 17)));
        const double small = random.uniform(-1, 1);
        QVERIFY2(agree(portableExp(small), std::exp(small)),
                 qPrintable(QString::number(small, 'g', 17)));
    }
}

void TestPortableMath::theExponentialSaturates() {
    QVERIFY(std::isinf(portableExp(710.0)));
    QCOMPARE(portableExp(-746.0), 0.0);
    QVERIFY(portableExp(-744.0) > 0.0);
    QVERIFY(std::isfinite(portableExp(709.7)));
}

void TestPortableMath::bothAreExactWhereTheyCanBe() {
    static_assert(portableLog(1.0) == 0.0);
    static_assert(portableExp(0.0) == 1.0);
    QCOMPARE(portableLog(8.0), std::log(8.0));
    QCOMPARE(portablePower(1.0, -3.0), 1.0);
}

QTEST_APPLESS_MAIN(TestPortableMath)
#include "tst_portable_math.moc"
