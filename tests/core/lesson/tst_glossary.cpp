#include "core/lesson/glossary.h"
#include "tests/support/problem_text.h"
#include "tests/support/text_file.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr const char* kSmall = R"({"terms": {
    "cache": {"term": "Cache", "means": "A store that is near.", "see": ["ttl"]},
    "ttl": {"term": "Time to live", "means": "How long a copy in a cache is good."},
    "hit": {"term": "Cache hit", "means": "The copy was there."}}})";

QString joined(const std::vector<std::string>& ids) {
    QStringList list;
    for (const std::string& id : ids) {
        list << QString::fromStdString(id);
    }
    return list.join(' ');
}

} // namespace

class TestGlossary : public QObject {
    Q_OBJECT

  private slots:
    void termsAreReadByTheirIds() {
        const GlossaryReading reading = readGlossary(kSmall, "g.json");
        QCOMPARE(describe(reading.problems), std::string());
        QCOMPARE(reading.glossary->at("ttl").term, std::string("Time to live"));
        QCOMPARE(reading.glossary->at("cache").see, std::vector<std::string>{"ttl"});
    }

    void aSearchFindsWhatItsWordsSay_data() {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("found");
        QTest::newRow("nothing: all, by name") << ""
                                               << "cache hit ttl";
        QTest::newRow("the beginning first") << "cache"
                                             << "cache hit ttl";
        QTest::newRow("in any case") << "TIME"
                                     << "ttl";
        QTest::newRow("in the meaning") << "copy"
                                        << "hit ttl";
        QTest::newRow("every word") << "copy good"
                                    << "ttl";
        QTest::newRow("no word") << "queue"
                                 << "";
    }
    void aSearchFindsWhatItsWordsSay() {
        QFETCH(QString, search);
        QFETCH(QString, found);
        const Glossary glossary = *readGlossary(kSmall, "g.json").glossary;
        QCOMPARE(joined(findTerms(glossary, search.toStdString())), found);
    }

    void whatIsWrongIsNamed_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problems");
        const auto row = [](const char* name, const char* text, const char* problems) {
            QTest::newRow(name) << QString(text) << QString(problems);
        };
        row("no terms", "{}", "g.json#: missing terms");
        row("a term without its meaning", R"({"terms": {"a": {"term": "A"}}})",
            "g.json#/terms/a: missing means");
        row("a slip", R"({"terms": {"a": {"term": "A", "means": "x", "se": []}}})",
            "g.json#/terms/a/se: unknown-member se see");
        row("a term that is none", R"({"terms": {"cache": {"term": "A", "means": "x"},
            "b": {"term": "B", "means": "x", "see": ["cahce"]}}})",
            "g.json#/terms/b/see: unknown-term cahce cache");
    }
    void whatIsWrongIsNamed() {
        QFETCH(QString, text);
        QFETCH(QString, problems);
        const GlossaryReading reading = readGlossary(text.toStdString(), "g.json");
        QVERIFY(!reading.glossary);
        QCOMPARE(QString::fromStdString(describe(reading.problems)), problems);
    }

    void theShippedGlossariesSpeakOfTheSameTerms() {
        const auto english = readGlossary(readText("scenes/glossary/glossary.en.json"), "en");
        const auto spanish = readGlossary(readText("scenes/glossary/glossary.es.json"), "es");
        QCOMPARE(describe(english.problems), std::string());
        QCOMPARE(describe(spanish.problems), std::string());
        QCOMPARE(spanish.glossary->size(), english.glossary->size());
        for (const auto& [id, term] : *english.glossary) {
            QVERIFY2(spanish.glossary->contains(id), id.c_str());
            QVERIFY2(term.means != spanish.glossary->at(id).means, id.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestGlossary)
#include "tst_glossary.moc"
