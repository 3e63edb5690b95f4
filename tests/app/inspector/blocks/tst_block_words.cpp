#include "app/inspector/blocks/block_words.h"
#include "app/narration/language.h"
#include "app/narration/text_format.h"
#include "core/nodes/node_kind.h"

#include <QTest>

using namespace roundtrip;

namespace {

using Json = nlohmann::json;

struct Text {
    const char* context;
    const char* english;
};

void addMembers(std::vector<Text>& texts, const std::vector<Parameter>& members) {
    for (const Parameter& member : members) {
        texts.push_back({"parameters", member.label});
        texts.push_back({"parameters", member.help});
    }
}

/// All that the descriptors of blocks, routes and channels say.
std::vector<Text> allTexts() {
    std::vector<Text> texts;
    for (const BlockForm& form : blockForms()) {
        for (const char* text : {form.title, form.help, titleOf(form.category)})
            texts.push_back({"blocks", text});
        for (const BlockBranch& branch : form.branches)
            texts.push_back({"blocks", branch.title});
        addMembers(texts, form.members);
    }
    for (const char* parameter : {"routes", "subscriptions"}) {
        for (const EntryForm& form : findKind("app_server")->findParameter(parameter)->entries()) {
            texts.push_back({"blocks", form.title});
            texts.push_back({"blocks", form.help});
            addMembers(texts, form.members);
        }
    }
    return texts;
}

bool isCode(const QString& text) {
    return text.startsWith('{') || text == QLatin1String("SQL");
}

} // namespace

class TestBlockWords : public QObject {
    Q_OBJECT

  private slots:
    void init() { language_.set(QStringLiteral("en")); }

    void everyTextIsThereInBothLanguages() {
        for (const Text& text : allTexts()) {
            language_.set(QStringLiteral("en"));
            const QString english = coreText(text.context, text.english);
            language_.set(QStringLiteral("es"));
            const QString spanish = coreText(text.context, text.english);
            QVERIFY2(!english.isEmpty() && !spanish.isEmpty(), text.english);
            const bool isTheSame =
                spanish == english && !isCode(english) && !english.contains(QLatin1String("\": "));
            QVERIFY2(!isTheSame, text.english);
        }
    }

    void aCardSaysWhatABlockDoesAndItsValue_data() {
        QTest::addColumn<QString>("block");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("line");
        const auto row = [](const char* block, const char* title, const char* line) {
            QTest::newRow(title) << QString(block) << QString(title) << QString(line);
        };
        row(R"({"do": "query", "sql": "SELECT *\n  FROM photos", "as": "photos"})",
            "Ask the database", "SELECT * FROM photos  as photos");
        row(R"({"do": "cache_set", "key": "photo:{id}", "ttl": "30 s"})", "Keep in the cache",
            "photo:{id}  ttl 30 s");
        row(R"({"do": "keys", "command": ["GET", "a b"]})", "Ask the key-value store", "GET a b");
        row(R"({"do": "respond", "status": 202})", "Respond", "status 202");
        row(R"({"do": "logout"})", "Sign out", "");
        row(R"({"do": "when", "condition": "a > 1", "then": []})", "If", "a > 1");
        row(R"({"do": "dance"})", "dance", R"({"do":"dance"})");
    }
    void aCardSaysWhatABlockDoesAndItsValue() {
        QFETCH(QString, block);
        QFETCH(QString, title);
        QFETCH(QString, line);
        const CardWords words = wordsOfBlock(Json::parse(block.toStdString()));
        QCOMPARE(words.title, title);
        QCOMPARE(words.line, line);
    }

    void aRouteIsNamedByMethodAndPath() {
        const auto& forms = findKind("app_server")->findParameter("routes")->entries();
        const auto titleOf = [&](const char* text) {
            const Json entry = Json::parse(text);
            return entryTitle(formOfEntry(forms, entry), entry);
        };
        QCOMPARE(titleOf(R"({"method": "POST", "path": "/photos", "handler": []})"),
                 QString("POST /photos"));
        QCOMPARE(titleOf(R"({"methods": ["GET", "HEAD"], "path": "/a", "handler": []})"),
                 QString("GET HEAD /a"));
        QCOMPARE(titleOf(R"({"resource": "/books", "model": "Book"})"),
                 QString("REST resource /books"));
        const Json entry = Json::parse(R"({"method": "GET", "path": "/a", "access": "signed_in"})");
        QCOMPARE(wordsOfEntry(forms, entry).line, QString("access signed_in"));
    }

    void aProblemBelongsToTheInnermostBlock() {
        const Problems problems{{"missing", {"sql"}, "/0/handler/1"},
                                {"unknown-member", {"failure", ""}, "/0/handler/1/breaker/failure"},
                                {"missing", {"key"}, "/0/handler/1/otherwise/0"},
                                {"missing", {"path"}, "/0"},
                                {"not-an-array", {}, "/10/handler"}};
        QCOMPARE(problemsAt(problems, "/0/handler/1").count(QLatin1Char('\n')), 1);
        QCOMPARE(problemsAt(problems, "/0/handler/1/otherwise/0"), QString("\"key\" is missing."));
        QCOMPARE(problemsAt(problems, "/0"), QString("\"path\" is missing."));
        QVERIFY(problemsAt(problems, "/1").isEmpty());
        QVERIFY(!problemsAt(problems, "/10").isEmpty());
        QVERIFY(hasProblemsBelow(problems, "/0") && !hasProblemsBelow(problems, "/1"));
    }

  private:
    Language language_;
};

QTEST_GUILESS_MAIN(TestBlockWords)
#include "tst_block_words.moc"
