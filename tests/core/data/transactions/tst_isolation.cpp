#include "core/data/transactions/transactions.h"
#include "tests/support/std_string.h"
#include "tests/support/text_file.h"

#include <QProcess>
#include <QTest>
#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;
using Reason = StatementOutcome::Reason;

namespace {

std::string rowsText(const nlohmann::ordered_json& rows) {
    std::string text;
    for (const auto& row : rows)
        text += (text.empty() ? "" : " ") + row["id"].dump() + "=" + row["value"].dump();
    return text.empty() ? "no rows" : text;
}

std::string failureText(const StatementOutcome& outcome) {
    switch (outcome.reason) {
    case Reason::deadlock:
        return "fails: deadlock";
    case Reason::rowChanged:
        return "fails: row changed";
    case Reason::dependency:
        return "fails: dependency";
    case Reason::aborted:
        return "fails: aborted";
    case Reason::fileLocked:
        return "fails: locked";
    default:
        return outcome.error.find("UNIQUE") != std::string::npos ? "fails: unique" : outcome.error;
    }
}

/// Plays the steps of a scenario and notes what each one gives, as tests/peers/isolation_peer.py
/// does with real databases.
class Players {
  public:
    Players(SqlFlavour flavour, Isolation isolation)
        : flavour_(flavour), isolation_(isolation), transactions_(database_, flavour) {
        (void)database_.run("CREATE TABLE test (id INTEGER PRIMARY KEY, value INTEGER);"
                            "INSERT INTO test VALUES (1, 10), (2, 20)");
        database_.watchChanges();
    }

    std::vector<std::string> play(const Json& steps) {
        for (const Json& step : steps)
            take(step[0], step[1]);
        for (const auto& [session, id] : ids_)
            transactions_.rollback(id);
        lines_.push_back("end " + rowsText(database_.query("SELECT * FROM test", nullptr)->rows));
        return lines_;
    }

  private:
    void take(int session, const std::string& sql) {
        const std::string number = std::to_string(session);
        if (!ids_.contains(session))
            ids_[session] = transactions_.begin(isolation_);
        if (waits_.contains(session)) {
            lines_.push_back(number + " busy");
            return;
        }
        StatementOutcome outcome = execute(ids_[session], sql);
        if (outcome.waits() && flavour_ == SqlFlavour::postgresql)
            outcome = transactions_.breakDeadlock(ids_[session]).value_or(outcome);
        if (outcome.waits())
            waits_[session] = sql;
        lines_.push_back(number + " " + text(sql, outcome));
        std::map<int, std::string> resumed;
        for (const auto& [id, later] : transactions_.takeResumed()) {
            for (const auto& [other, otherId] : ids_) {
                if (otherId == id) {
                    resumed[other] = std::to_string(other) + " then " + text(waits_[other], later);
                    waits_.erase(other);
                }
            }
        }
        for (const auto& [other, line] : resumed)
            lines_.push_back(line);
    }
    StatementOutcome execute(TransactionId id, const std::string& sql) {
        if (sql == "COMMIT")
            return transactions_.isOpen(id) ? transactions_.commit(id) : StatementOutcome{};
        if (sql == "ROLLBACK") {
            transactions_.rollback(id);
            return {};
        }
        return transactions_.execute(id, sql, nullptr);
    }
    static std::string text(const std::string& sql, const StatementOutcome& outcome) {
        if (outcome.waits())
            return "waits";
        if (outcome.failed())
            return failureText(outcome);
        if (sql == "COMMIT" || sql == "ROLLBACK")
            return "done";
        return sql.starts_with("SELECT") ? rowsText(outcome.result.rows)
                                         : std::to_string(outcome.result.changedRows) + " changed";
    }

    SqlFlavour flavour_;
    Isolation isolation_;
    SqliteDatabase database_;
    Transactions transactions_;
    std::map<int, TransactionId> ids_;
    std::map<int, std::string> waits_;
    std::vector<std::string> lines_;
};

} // namespace

/// What transactions side by side see of each other, held against real databases.
class TestIsolation : public QObject {
    Q_OBJECT

  private slots:
    void isThatOfTheRealOne_data() {
        QTest::addColumn<bool>("isPostgresql");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("expected");
        // The real ones lock more than rows here: PostgreSQL a page of the index in which a key was
        // looked up, InnoDB each row of a table as it comes to it.
        const std::set<QString> finer{
            "postgresql-15, SERIALIZABLE, own changes are seen",
            "mariadb-10.11, SERIALIZABLE, read-only anomaly",
        };
        const Json scenarios = Json::parse(readText("tests/data/isolation/scenarios.json"));
        for (const char* product : {"postgresql-15", "mariadb-10.11"}) {
            const Json answers =
                Json::parse(readText(QStringLiteral("tests/data/isolation/%1.json").arg(product)));
            for (const Json& scenario : scenarios) {
                const std::string name = scenario["name"];
                for (const auto& [level, lines] : answers[name].items()) {
                    const QString row = QStringLiteral("%1, %2, %3")
                                            .arg(product, QString::fromStdString(level),
                                                 QString::fromStdString(name));
                    if (finer.contains(row))
                        continue;
                    QTest::newRow(qPrintable(row))
                        << QString(product).startsWith("post") << QString::fromStdString(level)
                        << QString::fromStdString(scenario["steps"].dump())
                        << QString::fromStdString(lines.dump());
                }
            }
        }
    }
    void isThatOfTheRealOne() {
        QFETCH(bool, isPostgresql);
        QFETCH(QString, level);
        QFETCH(QString, steps);
        QFETCH(QString, expected);
        Players players(isPostgresql ? SqlFlavour::postgresql : SqlFlavour::mysql,
                        *parseIsolation(level.toStdString()));
        const Json played = players.play(Json::parse(steps.toStdString()));
        QCOMPARE(played.dump(), Json::parse(expected.toStdString()).dump());
    }

    /// Where one runs, for example ROUNDTRIP_POSTGRESQL="host=/tmp user=postgres dbname=postgres".
    void theRealOneStillSaysSo_data() {
        QTest::addColumn<QString>("product");
        QTest::addColumn<QString>("recorded");
        QTest::newRow("PostgreSQL")
            << QStringLiteral("postgresql") << QStringLiteral("postgresql-15");
        QTest::newRow("MariaDB") << QStringLiteral("mysql") << QStringLiteral("mariadb-10.11");
    }
    void theRealOneStillSaysSo() {
        QFETCH(QString, product);
        QFETCH(QString, recorded);
        const QByteArray name = "ROUNDTRIP_" + product.toUpper().toLatin1();
        if (!qEnvironmentVariableIsSet(name))
            QSKIP(qPrintable("no server to ask: set " + QString(name) + " to its address"));
        QProcess peer;
        peer.start(QStringLiteral("/usr/bin/python3"),
                   {QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/peers/isolation_peer.py"), product,
                    QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/data/isolation/scenarios.json"),
                    qEnvironmentVariable(name)});
        constexpr int kPatience = 240'000;
        QVERIFY2(peer.waitForFinished(kPatience) && peer.exitCode() == 0,
                 peer.readAllStandardError());
        const Json answers = Json::parse(peer.readAllStandardOutput().toStdString());
        const Json expected =
            Json::parse(readText(QStringLiteral("tests/data/isolation/%1.json").arg(recorded)));
        for (const auto& [scenario, levels] : expected.items())
            QCOMPARE(answers[scenario].dump(), levels.dump());
    }
};

QTEST_GUILESS_MAIN(TestIsolation)
#include "tst_isolation.moc"
