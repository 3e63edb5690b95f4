#include "tests/architecture/source_tree.h"

#include <QTest>

#include <regex>

using namespace roundtrip::architecture;

namespace {

constexpr std::size_t longestFile = 600;

std::vector<Breach> tooLong(const SourceFile& source) {
    const std::size_t lines = linesOf(source.text).size();
    if (lines <= longestFile)
        return {};
    return {{source.path, lines, "longer than 600 lines: split it by meaning"}};
}

/// Work that was put off belongs in an issue, where somebody finds it.
std::vector<Breach> leftOpen(const SourceFile& source) {
    static const std::regex marker(R"(\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b)");
    std::vector<Breach> breaches;
    std::size_t number = 0;
    for (const std::string_view line : linesOf(source.text)) {
        ++number;
        if (std::regex_search(line.begin(), line.end(), marker)) {
            breaches.push_back({source.path, number, "left open: " + std::string(line)});
        }
    }
    return breaches;
}

template <class Rule>
std::vector<Breach> breachesInTheTree(Rule rule) {
    std::vector<Breach> breaches;
    for (const SourceFile& source : readSources({"core", "app", "tests", "bench"})) {
        std::ranges::copy(rule(source), std::back_inserter(breaches));
    }
    return breaches;
}

} // namespace

class TestTree : public QObject {
    Q_OBJECT

  private slots:
    void noFileIsTooLong();
    void nothingIsLeftOpen();
    void aLongFileIsReported();
    void aMarkerIsReported();
};

void TestTree::noFileIsTooLong() {
    const auto breaches = breachesInTheTree(tooLong);
    QVERIFY2(breaches.empty(), describe(breaches).c_str());
}

void TestTree::nothingIsLeftOpen() {
    const auto breaches = breachesInTheTree(leftOpen);
    QVERIFY2(breaches.empty(), describe(breaches).c_str());
}

void TestTree::aLongFileIsReported() {
    QCOMPARE(tooLong({"a.h", std::string(600, '\n')}).size(), 0U);
    QCOMPARE(tooLong({"a.h", std::string(601, '\n')}).size(), 1U);
}

void TestTree::aMarkerIsReported() {
    const std::string marker = std::string("TO") + "DO";
    const auto breaches = leftOpen({"a.h", "int x;\n// " + marker + ": y\n// " + marker + "S\n"});
    QCOMPARE(breaches.size(), 1U);
    QCOMPARE(breaches.front().line, 2U);
}

QTEST_GUILESS_MAIN(TestTree)
#include "tst_tree.moc"
