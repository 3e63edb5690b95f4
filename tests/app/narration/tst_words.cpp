#include "app/narration/check_sentences.h"
#include "app/narration/language.h"
#include "app/narration/problem_text.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace roundtrip;

namespace {

QStringList sourcesBelow(const QString& folder) {
    QStringList texts;
    QDirIterator files(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/") + folder, {"*.cpp"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            texts.append(QString::fromUtf8(file.readAll()));
        }
    }
    return texts;
}

QSet<QString> matchesIn(const QString& text, const QString& expression) {
    QSet<QString> found;
    auto matches = QRegularExpression(expression).globalMatch(text);
    while (matches.hasNext()) {
        found.insert(matches.next().captured(1));
    }
    return found;
}

/// Every error code that stands in core: those of the families by their names, the others where an
/// Error is made, reported or recorded.
QSet<QString> errorCodes() {
    QSet<QString> codes;
    for (const QString& source : sourcesBelow(QStringLiteral("core"))) {
        codes +=
            matchesIn(source, QStringLiteral("\"((?:route|regex|template|orm|doc|sql|token|"
                                             "passkey|unknown|duplicate)-[a-z-]+)(?:\"|\\\\)"));
        codes += matchesIn(source, QStringLiteral("\\b(?:Error|Problem)\\{\\s*\"([a-z-]+)\""));
        codes += matchesIn(source, QStringLiteral("\\breport\\(\\s*\"([a-z-]+)\""));
        codes += matchesIn(source, QStringLiteral("\\bfail\\(handling, \\d+, \"([a-z-]+)"));
        codes += matchesIn(source, QStringLiteral("\\bHandlerFailed\\{\\.reason = text\\(\""
                                                  "([a-z-]+)"));
        codes += matchesIn(source, QStringLiteral("push_back\\(\\s*\\{\"([a-z]+-[a-z-]+)\","));
    }
    // "not-yet" and "no-loot" never leave the part that makes them; the others are reasons of
    // checks.
    codes -= {"not-yet",        "no-loot",         "unknown-client", "unknown-code",
              "token-accepted", "unknown-refresh", "token-refused"};
    return codes;
}

/// The literals of a call's reason: "too-many\n{}" is "too-many", and with what follows when that
/// is a word as well: "state\nmissing".
QStringList reasonsIn(QString arguments) {
    arguments.remove(QRegularExpression(
        QStringLiteral("memberText\\(\\w+, \"\\w+\"\\)|values\\(\\)\\.text\\(\"\\w+\"\\)")));
    QStringList reasons;
    auto literals = QRegularExpression(QStringLiteral("\"([a-z_-]+)(\\\\n[a-z_-]+)?(?:\\\\n[^\"]*)?"
                                                      "\""))
                        .globalMatch(arguments);
    while (literals.hasNext()) {
        const auto literal = literals.next();
        QString second = literal.captured(2);
        reasons.append(literal.captured(1) +
                       second.replace(QLatin1String("\\n"), QLatin1String("\n")));
    }
    return reasons;
}

void addReasons(QSet<QString>& checks, const QString& source, const QString& expression,
                const QString& check = {}) {
    auto calls = QRegularExpression(expression).globalMatch(source);
    while (calls.hasNext()) {
        const auto call = calls.next();
        const QString name = check.isEmpty() ? call.captured(1) : check;
        for (const QString& reason : reasonsIn(call.captured(call.lastCapturedIndex()))) {
            checks.insert(name + QLatin1Char('/') + reason);
        }
    }
}

/// Every check with its reasons, as "check/reason".
QSet<QString> checksRecorded() {
    QSet<QString> checks;
    for (const QString& source : sourcesBelow(QStringLiteral("core/nodes"))) {
        const QString reason = QStringLiteral("\\s*([^;]*);");
        addReasons(checks, source,
                   QStringLiteral("\\b(?:pass|refuse|note)\\(\\w+, \"([a-z-]+)\",") + reason);
        addReasons(checks, source,
                   QStringLiteral("\\.check = text\\(\"([a-z-]+)\"\\),\\s*\\.reason =") + reason);
        // These helpers know their check.
        addReasons(checks, source,
                   QStringLiteral("\\b(?:succeed|giveUp)\\((?!RequestId trip)([^;]*);"),
                   QStringLiteral("attack"));
        addReasons(checks, source, QStringLiteral("\\bstop\\(([^;]*);"),
                   QStringLiteral("redirect"));
        addReasons(checks, source, QStringLiteral("[^:>]\\brefuse\\((\"[^;]*);"),
                   QStringLiteral("passkey"));
    }
    for (const QString& source : sourcesBelow(QStringLiteral("core/net"))) {
        addReasons(checks, source, QStringLiteral("\\.failure = ([^;]*);"), QStringLiteral("call"));
        addReasons(checks, source, QStringLiteral("answer == nullptr \\? ([^;]*);"),
                   QStringLiteral("call"));
    }
    checks.remove(QStringLiteral("oauth/id-token")); // says what "token" says of the same code
    return checks;
}

QSet<QString> invalidGrants() {
    QSet<QString> reasons;
    for (const QString& source : sourcesBelow(QStringLiteral("core"))) {
        reasons += matchesIn(source, QStringLiteral("\\binvalidGrant\\(\"([a-z-]+)\""));
        for (const QString& call :
             matchesIn(source, QStringLiteral("refuseToken\\(visit, \"invalid_grant\",([^;]*);"))) {
            for (const QString& reason : reasonsIn(call)) {
                reasons.insert(reason);
            }
        }
    }
    return reasons;
}

QString checkText(const QString& check) {
    const qsizetype slash = check.indexOf(QLatin1Char('/'));
    return checkSentence(QStringLiteral("Part"), check.left(slash), check.mid(slash + 1));
}

/// What a code says; a token's or a passkey's code is only ever the reason of a check.
QString textOfCode(const QString& code) {
    const QString check = code.section(QLatin1Char('-'), 0, 0);
    return check == QLatin1String("token") || check == QLatin1String("passkey")
               ? checkText(check + QLatin1Char('/') + code)
               : problemText({code.toStdString(), {}, {}});
}

template <class Say>
void saysInBothLanguages(const QString& code, Say say) {
    Language language;
    language.set(QStringLiteral("en"));
    const QString english = say(code);
    language.set(QStringLiteral("es"));
    const QString spanish = say(code);
    QVERIFY2(english.size() > 5 && english != code, qPrintable(code + ": " + english));
    QVERIFY2(spanish.size() > 5 && spanish != english, qPrintable(code + ": " + spanish));
    QVERIFY2(!english.contains(QLatin1Char('%')), qPrintable(english));
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT

  private slots:
    void aSpanInACheckIsRoundedForPeople() {
        const auto heard = [](const char* age) {
            return checkSentence("Bob", "live", QStringLiteral("heard\n1\n%1\nHi").arg(age));
        };
        QCOMPARE(heard("25.15502 s"), QString("Bob hears what is 25.2 s old: Hi"));
        QCOMPARE(heard("5 s"), QString("Bob hears what is 5 s old: Hi"));
    }

    void ofAnObjectInACheckTheBeginningIsTold() {
        const QString edits = QStringLiteral("{\"edits\":\"%1\"}").arg(QString(300, 'x'));
        const QString told = checkSentence("Bob", "live", "heard\n1\n5 s\n" + edits);
        QVERIFY(told.startsWith("Bob hears what is 5 s old: {") && told.size() < 100);
    }

    void everyErrorHasASentence_data() {
        QTest::addColumn<QString>("code");
        const QSet<QString> codes = errorCodes();
        QVERIFY(codes.size() > 120); // the expressions still find them
        for (const QString& code : codes) {
            QTest::newRow(qPrintable(code)) << code;
        }
    }
    void everyErrorHasASentence() {
        QFETCH(QString, code);
        saysInBothLanguages(code, textOfCode);
    }

    void everyCheckHasASentence_data() {
        QTest::addColumn<QString>("check");
        const QSet<QString> checks = checksRecorded();
        QVERIFY(checks.size() > 90);
        for (const QString& check : checks) {
            QTest::newRow(qPrintable(check.simplified())) << check;
        }
        for (const QString& reason : invalidGrants()) {
            QTest::newRow(qPrintable(reason)) << "oauth/invalid_grant\n" + reason;
        }
    }
    void everyCheckHasASentence() {
        QFETCH(QString, check);
        saysInBothLanguages(check, checkText);
    }

    void aCheckSpeaksOfItsArguments_data() {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("an address with percent signs")
            << "redirect/followed\n302\nGET\n//id.test/authorize?uri=https%3A%2F%2Fshop"
            << "Part is sent on (302) and follows: GET //id.test/authorize?uri=https%3A%2F%2Fshop.";
        QTest::newRow("a command and its answer") << "keys/INCR visits\n2"
                                                  << "Part runs INCR visits: 2";
        QTest::newRow("a store's error")
            << "documents/doc-duplicate-key\nemail\nann"
            << "Part refuses. A document with \"email\" = ann is there already, and it must be "
               "unique.";
        QTest::newRow("why an ID token is not believed")
            << "oauth/id-token\ntoken-audience\nother"
            << "Part refuses the token: it is meant for other.";
        QTest::newRow("why an ID token cannot be checked")
            << "oauth/id-token\nno-key\n"
            << "Part refuses. The identity provider shows no key to check its signature with.";
        QTest::newRow("a reason with a code of its own") << "attack/no-loot\ncookie"
                                                         << "Part has no stolen cookie yet.";
        QTest::newRow("a check that nobody knows") << "weather/rain"
                                                   << "";
    }
    void aCheckSpeaksOfItsArguments() {
        QFETCH(QString, check);
        QFETCH(QString, sentence);
        Language language;
        language.set(QStringLiteral("en"));
        QCOMPARE(checkText(check), sentence);
    }

    void codesWithoutWordsAreKnownAsSuch() {
        QVERIFY(hasSentence(QStringLiteral("no-database")));
        QVERIFY(!hasSentence(QStringLiteral("no such table: books")));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
