#include "app/session/comparison_run.h"
#include "tests/support/text_file.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

LessonComparison smallComparison() {
    const LessonReading reading = readLesson([](const std::string& name) {
        return findText("tests/data/lessons/small/" + QString::fromStdString(name));
    });
    return reading.lesson->comparisons.front();
}

} // namespace

class TestComparisonRun : public QObject {
    Q_OBJECT

  private slots:
    void settingsComeFirstAndInputsAreTheSame() {
        const LessonComparison comparison = smallComparison();
        const auto a = commandsOf(comparison, Side::a);
        const auto b = commandsOf(comparison, Side::b);
        QCOMPARE(a.size(), std::size_t{3});
        QCOMPARE(a[0].action, std::string("set"));
        QCOMPARE(b.size(), std::size_t{2});
        for (std::size_t i = 0; i < b.size(); ++i) {
            QCOMPARE(a[i + 1].action, b[i].action);
            QVERIFY(a[i + 1].at == b[i].at);
        }
    }

    void bothSidesGetTheSameRequestsAtTheSameMoments() {
        const auto run = runComparison(smallComparison());
        QVERIFY(run);
        const auto starts = [](const Trace& trace) {
            std::vector<std::pair<std::int64_t, std::string>> requests;
            for (std::size_t i = 0; i < trace.size(); ++i) {
                if (trace[i].is<RequestStarted>()) {
                    requests.emplace_back(
                        trace[i].time.ns(),
                        std::string(trace.text(trace[i].as<RequestStarted>().target)));
                }
            }
            return requests;
        };
        QCOMPARE(starts(*run->a).size(), std::size_t{21});
        QVERIFY(starts(*run->a) == starts(*run->b));
        QCOMPARE(run->figures.a.cacheHits, 0U);
        QVERIFY(run->figures.b.cacheHits > 0);
        QVERIFY(run->figures.b.queries < run->figures.a.queries);
    }

    void twoRunsOfItAreEqual() {
        const auto first = runComparison(smallComparison());
        const auto second = runComparison(smallComparison());
        QCOMPARE(fingerprint(*first->a), fingerprint(*second->a));
        QCOMPARE(fingerprint(*first->b), fingerprint(*second->b));
    }

    void aSideWithoutDifferenceIsTheSameRun() {
        LessonComparison comparison = smallComparison();
        comparison.a.settings.clear();
        const auto run = runComparison(comparison);
        QCOMPARE(fingerprint(*run->a), fingerprint(*run->b));
    }

    void whatCannotBeDoneIsSaid() {
        LessonComparison comparison = smallComparison();
        comparison.b.settings.push_back({SimTime(), {SimTime(), "nobody", "set", {}}});
        const auto run = runComparison(comparison);
        QVERIFY(!run);
        QCOMPARE(run.error().code, std::string("unknown-node"));
    }
};

QTEST_GUILESS_MAIN(TestComparisonRun)
#include "tst_comparison_run.moc"
