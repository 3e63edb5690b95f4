#include "app/storage/learner_export.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUrl>
#include <QUuid>
#include <nlohmann/json.hpp>

using namespace roundtrip;

namespace {

using Verb = LessonResult::Verb;

LearnerResults everything() {
    return {{7, "Ana", "2026-11-01T08:00:00.000Z"},
            {{"18-caching", "2026-11-24T10:00:00.000Z", Verb::initialized, "", {}, ""},
             {"18-caching", "2026-11-24T10:01:00.000Z", Verb::predicted, "hit", false, "slower"},
             {"18-caching", "2026-11-24T10:01:00.000Z", Verb::experienced, "hit", {}, ""},
             {"18-caching", "2026-11-24T10:09:00.000Z", Verb::answered, "why", true, "near"},
             {"a lesson/of mine", "2026-11-24T10:10:00.000Z", Verb::completed, "", {}, ""}}};
}

nlohmann::json statements(const LearnerResults& of) {
    return nlohmann::json::parse(xapiOf({of}).toStdString());
}

/// Reads RFC 4180 back.
QList<QStringList> rowsOf(const QString& csv) {
    QList<QStringList> rows{{QString()}};
    bool isQuoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        QString& cell = rows.last().last();
        if (csv[i] == '"' && isQuoted && i + 1 < csv.size() && csv[i + 1] == '"')
            cell += csv[++i];
        else if (csv[i] == '"')
            isQuoted = !isQuoted;
        else if (csv[i] == ',' && !isQuoted)
            rows.last() << QString();
        else if (csv.mid(i, 2) == "\r\n" && !isQuoted && ++i > 0)
            rows << QStringList{QString()};
        else
            cell += csv[i];
    }
    rows.removeLast(); // behind the last line's end
    return rows;
}

QStringList rowFor(const QString& name, const QString& note) {
    const LearnerResults told{{1, name, ""}, {{"l", "t", Verb::answered, "q", true, note}}};
    const auto rows = rowsOf(QString::fromUtf8(csvOf({told})));
    return rows.size() == 2 ? rows[1] : QStringList();
}

QString said(const nlohmann::json& value) {
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

bool isIri(const nlohmann::json& text) {
    const QUrl url(QString::fromStdString(text.get<std::string>()), QUrl::StrictMode);
    return url.isValid() && !url.scheme().isEmpty() && !url.host().isEmpty();
}

} // namespace

class TestLearnerExport : public QObject {
    Q_OBJECT

  private slots:
    void csvHasAHeaderAndARowForEachResult() {
        const auto rows = rowsOf(QString::fromUtf8(csvOf({everything()})));
        QCOMPARE(rows.size(), 6);
        QCOMPARE(rows[0],
                 (QStringList{"learner", "lesson", "at", "verb", "object", "right", "note"}));
        QCOMPARE(rows[2], (QStringList{"Ana", "18-caching", "2026-11-24T10:01:00.000Z", "predicted",
                                       "hit", "false", "slower"}));
        QCOMPARE(rows[3][5], QString());
        QCOMPARE(rows[4][5], QString("true"));
    }

    void csvKeepsWhatIsHardToWrite_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("comma") << "Doe, Jane";
        QTest::newRow("quote") << "Jane \"J\" Doe";
        QTest::newRow("only quotes") << "\"\"";
        QTest::newRow("newline") << "Jane\r\nDoe";
        QTest::newRow("other scripts") << "Žofie 林";
        QTest::newRow("empty") << "";
    }
    void csvKeepsWhatIsHardToWrite() {
        QFETCH(QString, name);
        const QStringList row = rowFor(name, name);
        QCOMPARE(row.size(), 7);
        QCOMPARE(row[0], name);
        QCOMPARE(row[6], name);
    }

    void csvHasNoFormulas_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1",
                                 "=HYPERLINK(\"http://evil.test\",\"x\")"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void csvHasNoFormulas() {
        QFETCH(QString, name);
        QCOMPARE(rowFor(name, "").value(0), "'" + name);
    }

    /// The members that xAPI 1.0.3 requires, and the forms of their values.
    void everyStatementHasWhatXapiRequires() {
        const nlohmann::json all = statements(everything());
        QCOMPARE(all.size(), std::size_t{5});
        QSet<QString> ids;
        for (const auto& statement : all) {
            const auto id = QString::fromStdString(statement.at("id").get<std::string>());
            QCOMPARE(QUuid(id).version(), QUuid::Sha1);
            QCOMPARE(QUuid(id).variant(), QUuid::DCE);
            ids << id;
            QCOMPARE(said(statement.at("version")), QString("1.0.3"));
            const QDateTime at = QDateTime::fromString(
                QString::fromStdString(statement.at("timestamp").get<std::string>()),
                Qt::ISODateWithMs);
            QVERIFY(at.isValid() && at.timeSpec() == Qt::UTC);
            const auto& actor = statement.at("actor");
            QVERIFY(isIri(actor.at("account").at("homePage")));
            QCOMPARE(said(actor.at("account").at("name")), QString("Ana"));
            QVERIFY(!actor.contains("mbox")); // exactly one way to say who it is
            QVERIFY(isIri(statement.at("verb").at("id")));
            QVERIFY(statement.at("verb").at("display").is_object());
            QVERIFY(isIri(statement.at("object").at("id")));
            QVERIFY(isIri(statement.at("object").at("definition").at("type")));
            for (const auto& [name, value] : statement.items())
                QVERIFY2(!value.is_null(), name.c_str());
        }
        QCOMPARE(ids.size(), 5);
    }

    void statementsSayWhatHappened() {
        const nlohmann::json all = statements(everything());
        QCOMPARE(said(all[0]["verb"]["id"]), QString("http://adlnet.gov/expapi/verbs/initialized"));
        QVERIFY(!all[0].contains("result"));
        QCOMPARE(said(all[0]["object"]["id"]),
                 QString("https://roundtrip.example/lessons/18-caching"));
        QCOMPARE(said(all[1]["verb"]["id"]), QString("http://adlnet.gov/expapi/verbs/answered"));
        QCOMPARE(said(all[1]["result"]), QString(R"({"response":"slower","success":false})"));
        QCOMPARE(said(all[1]["object"]["id"]),
                 QString("https://roundtrip.example/lessons/18-caching/predictions/hit"));
        QCOMPARE(said(all[1]["object"]["definition"]["interactionType"]), QString("choice"));
        QCOMPARE(said(all[2]["verb"]["id"]), QString("http://adlnet.gov/expapi/verbs/experienced"));
        QCOMPARE(said(all[2]["context"]["contextActivities"]["parent"][0]["id"]),
                 said(all[0]["object"]["id"]));
        QCOMPARE(said(all[3]["result"]["success"]), QString("true"));
        QCOMPARE(said(all[4]["result"]["completion"]), QString("true"));
        QCOMPARE(said(all[4]["object"]["id"]),
                 QString("https://roundtrip.example/lessons/a%20lesson%2Fof%20mine"));
    }

    void aStatementKeepsItsIdWhenTheLearnerIsRenamed() {
        LearnerResults renamed = everything();
        renamed.learner.name = "Ana María";
        LearnerResults other = everything();
        other.learner.id = 8;
        const nlohmann::json before = statements(everything());
        QCOMPARE(said(statements(renamed)[1]["id"]), said(before[1]["id"]));
        QVERIFY(statements(other)[1]["id"] != before[1]["id"]);
    }

    void nobodyIsAnEmptyTable() {
        QCOMPARE(rowsOf(QString::fromUtf8(csvOf({}))).size(), 1);
        QCOMPARE(xapiOf({}), QByteArray("[]\n"));
    }

    void aChallengeIsNoLesson() {
        const LearnerResults told{{1, "Ana", ""},
                                  {{"challenge/03-photo-day", "2026-11-24T10:00:00.000Z",
                                    Verb::completed, "", true, "stars 2 of 3"}}};
        const nlohmann::json statement = statements(told)[0];
        QVERIFY(said(statement["object"]["id"]).endsWith("/challenges/03-photo-day"));
        QVERIFY(said(statement["object"]["definition"]["type"]).endsWith("simulation"));
        QVERIFY(statement["result"]["success"] == true);
        QVERIFY(csvOf({told}).contains("challenge/03-photo-day"));
    }
};

QTEST_GUILESS_MAIN(TestLearnerExport)
#include "tst_learner_export.moc"
