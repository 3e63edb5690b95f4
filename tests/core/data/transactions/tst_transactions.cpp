#include "core/data/transactions/transactions.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace roundtrip;
using namespace roundtrip::test;
using Reason = StatementOutcome::Reason;

namespace {

/// A bank with two accounts, and transactions on it.
class Bank {
  public:
    explicit Bank(SqlFlavour flavour) : transactions(database, flavour) {
        (void)database.run("CREATE TABLE accounts (id INTEGER PRIMARY KEY AUTOINCREMENT, "
                           "owner TEXT UNIQUE, balance INTEGER CHECK (balance >= 0));"
                           "INSERT INTO accounts VALUES (1, 'ada', 100), (2, 'bob', 100);"
                           "CREATE TABLE log (line TEXT)");
        database.watchChanges();
    }
    StatementOutcome run(TransactionId id, const std::string& sql) {
        return transactions.execute(id, sql, nullptr);
    }
    StatementOutcome alone(const std::string& sql) {
        const TransactionId id = transactions.begin(Isolation::readCommitted, true);
        StatementOutcome outcome = run(id, sql);
        return outcome.failed() || outcome.waits() ? outcome : transactions.commit(id);
    }
    std::int64_t number(const std::string& sql) {
        return database.query(sql, nullptr)->rows[0].begin()->get<std::int64_t>();
    }

    SqliteDatabase database;
    Transactions transactions;
};

constexpr const char* kTake = "UPDATE accounts SET balance = balance - 30 WHERE id = 1";
constexpr const char* kGive = "UPDATE accounts SET balance = balance + 30 WHERE id = 2";

/// Four who each transfer money, step by step: half of them from the first account to the second
/// one, the others the other way.
class Customers {
  public:
    static constexpr int kCount = 4;

    Customers(SqlFlavour flavour, Isolation level) : flavour_(flavour), bank_(flavour) {
        for (Customer& customer : customers_)
            customer.id = bank_.transactions.begin(level);
    }

    /// The next step of one of them, if nothing stands against it.
    void move(std::size_t who) {
        Customer& customer = customers_[who];
        if (waiting_.contains(customer.id) || !bank_.transactions.isOpen(customer.id))
            return;
        const bool takesFirst = (customer.steps == 0) == (who % 2 == 1);
        if (customer.steps == 2)
            bank_.transactions.commit(customer.id);
        else
            settle(customer.id, bank_.run(customer.id, takesFirst ? kTake : kGive));
        ++customer.steps;
        if (flavour_ == SqlFlavour::postgresql && waiting_.contains(customer.id))
            lookForACircle(customer.id);
        settleResumed();
    }

    [[nodiscard]] bool allWhoWaitAreOpen() {
        return std::ranges::all_of(
            waiting_, [this](TransactionId id) { return bank_.transactions.isOpen(id); });
    }

    /// All the money, once those are undone who did not come to an end.
    std::int64_t total() {
        for (const Customer& customer : customers_)
            bank_.transactions.rollback(customer.id);
        return bank_.number("SELECT sum(balance) FROM accounts");
    }

  private:
    struct Customer {
        TransactionId id = 0;
        int steps = 0;
    };
    void settle(TransactionId id, const StatementOutcome& outcome) {
        if (outcome.waits())
            waiting_.insert(id);
        else if (outcome.failed())
            bank_.transactions.rollback(id);
    }
    void lookForACircle(TransactionId id) {
        if (const auto broken = bank_.transactions.breakDeadlock(id)) {
            waiting_.erase(id);
            settle(id, *broken);
        }
    }
    void settleResumed() {
        for (auto resumed = bank_.transactions.takeResumed(); !resumed.empty();
             resumed = bank_.transactions.takeResumed()) {
            for (const auto& [id, outcome] : resumed) {
                waiting_.erase(id);
                settle(id, outcome);
            }
        }
    }

    SqlFlavour flavour_;
    Bank bank_;
    std::array<Customer, kCount> customers_;
    std::set<TransactionId> waiting_;
};

} // namespace

/// Beginning, waiting and ending; what transactions see of each other is in tst_isolation.
/// Statements by themselves, each begun and committed at moments of their own: the table after all
/// of them, and how each one ended.
std::string tableAfter(SqlFlavour flavour, const std::vector<int>& choices, bool needsChangeset) {
    constexpr std::array<const char*, 5> kStatements{
        kTake, kGive, "INSERT INTO accounts (owner, balance) VALUES (NULL, 7)",
        "DELETE FROM accounts WHERE id = (SELECT max(id) FROM accounts)",
        "UPDATE accounts SET balance = balance + 1 WHERE balance > 90"};
    Bank bank(flavour);
    std::vector<TransactionId> running;
    std::string story;
    for (const int choice : choices) {
        const auto statement = static_cast<std::size_t>(choice) % 8;
        if (statement < kStatements.size()) {
            const TransactionId id =
                bank.transactions.begin(defaultIsolation(flavour), true, needsChangeset);
            const StatementOutcome outcome = bank.run(id, kStatements[statement]);
            story += outcome.waits() ? "w" : outcome.failed() ? "f" : "d";
            running.push_back(id);
        } else if (!running.empty()) {
            const TransactionId id = running.front();
            running.erase(running.begin());
            const StatementOutcome committed = bank.transactions.commit(id);
            story += committed.failed() ? "F" : std::to_string(committed.result.changedRows);
            for (const std::string& row : committed.result.rowsChanged)
                story += " " + row;
        }
        for (const auto& [id, resumed] : bank.transactions.takeResumed())
            story += resumed.failed() ? " rf" : " rd";
    }
    for (const TransactionId id : running)
        bank.transactions.commit(id);
    return story + bank.database.query("SELECT * FROM accounts", nullptr)->rows.dump();
}

class TestTransactions : public QObject {
    Q_OBJECT

  private slots:
    void allOrNothing() {
        Bank bank(SqlFlavour::postgresql);
        const TransactionId undone = bank.transactions.begin(Isolation::readCommitted);
        QVERIFY(!bank.run(undone, kTake).failed());
        QCOMPARE(bank.number("SELECT balance FROM accounts WHERE id = 1"), 100);
        bank.transactions.rollback(undone);
        const TransactionId done = bank.transactions.begin(Isolation::readCommitted);
        bank.run(done, kTake);
        bank.run(done, kGive);
        const StatementOutcome committed = bank.transactions.commit(done);
        QCOMPARE(committed.result.rowsChanged,
                 (std::vector<std::string>{"accounts#1", "accounts#2"}));
        QCOMPARE(bank.number("SELECT balance FROM accounts WHERE id = 1"), 70);
        QCOMPARE(bank.number("SELECT sum(balance) FROM accounts"), 200);
        QCOMPARE(bank.transactions.size(), 0U);
    }

    void whoNeedsNoChangesetGetsTheSameTable() {
        for (const SqlFlavour flavour :
             {SqlFlavour::postgresql, SqlFlavour::mysql, SqlFlavour::sqlite}) {
            const std::string broken = counterexample(300, [flavour] {
                const auto choices = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 64));
                RC_ASSERT(tableAfter(flavour, choices, false) ==
                          tableAfter(flavour, choices, true));
            });
            QCOMPARE(broken, std::string());
        }
    }

    void aConstraintHoldsForWhatOthersHaveNotCommitted() {
        Bank bank(SqlFlavour::postgresql);
        const TransactionId first = bank.transactions.begin(Isolation::readCommitted);
        const TransactionId second = bank.transactions.begin(Isolation::readCommitted);
        bank.run(first, "INSERT INTO accounts (owner, balance) VALUES ('eve', 5)");
        // A row of its own gets a number of its own without waiting ...
        QVERIFY(
            !bank.run(second, "INSERT INTO accounts (owner, balance) VALUES ('dan', 5)").waits());
        // ... a name that may stand once has to wait for the other's end.
        const StatementOutcome outcome =
            bank.run(second, "INSERT INTO accounts (owner, balance) VALUES ('eve', 6)");
        QVERIFY(outcome.waits());
        QCOMPARE(outcome.holders, std::set<TransactionId>{first});
        bank.transactions.commit(first);
        const auto resumed = bank.transactions.takeResumed();
        QCOMPARE(resumed.size(), 1U);
        QVERIFY(resumed[0].second.reason == Reason::sql);
        QVERIFY(resumed[0].second.error.find("UNIQUE") != std::string::npos);
        QVERIFY(bank.transactions.isAborted(second));
    }

    void aFailedCheckUndoesOnlyItsStatementOutsidePostgresql() {
        for (const auto& [flavour, isAborted] :
             {std::pair{SqlFlavour::mysql, false}, std::pair{SqlFlavour::sqlite, false},
              std::pair{SqlFlavour::postgresql, true}}) {
            Bank bank(flavour);
            const TransactionId id = bank.transactions.begin(Isolation::serializable);
            bank.run(id, kGive);
            const StatementOutcome outcome =
                bank.run(id, "UPDATE accounts SET balance = balance - 200 WHERE id = 1");
            QVERIFY(outcome.failed());
            QVERIFY(!outcome.isRetryable());
            QCOMPARE(bank.transactions.isAborted(id), isAborted);
            QCOMPARE(bank.transactions.commit(id).failed(), isAborted);
            QCOMPARE(bank.number("SELECT balance FROM accounts WHERE id = 2"),
                     isAborted ? 100 : 130);
        }
    }

    void sqliteHasOneWriter() {
        Bank bank(SqlFlavour::sqlite);
        const TransactionId writer = bank.transactions.begin(Isolation::serializable);
        const TransactionId reader = bank.transactions.begin(Isolation::serializable);
        bank.run(writer, kTake);
        const StatementOutcome read = bank.run(reader, "SELECT balance FROM accounts WHERE id = 1");
        QCOMPARE(read.result.rows.dump(), std::string(R"([{"balance":100}])"));
        QVERIFY(bank.run(reader, kGive).waits());
        bank.transactions.commit(writer);
        const auto resumed = bank.transactions.takeResumed();
        QCOMPARE(resumed.size(), 1U);
        // It has read what is no longer so: SQLITE_BUSY_SNAPSHOT.
        QCOMPARE(resumed[0].second.error, std::string("database is locked"));
        QVERIFY(resumed[0].second.isRetryable());
        bank.transactions.rollback(reader);
        const TransactionId first = bank.transactions.begin(Isolation::serializable);
        const TransactionId second = bank.transactions.begin(Isolation::serializable);
        QVERIFY(!bank.transactions.becomeWriter(first).waits()); // BEGIN IMMEDIATE
        QVERIFY(bank.transactions.becomeWriter(second).waits());
        bank.run(first, kTake);
        bank.transactions.commit(first);
        QVERIFY(!bank.transactions.takeResumed()[0].second.failed());
        QVERIFY(!bank.run(second, kGive).failed());
        bank.transactions.commit(second);
        QCOMPARE(bank.number("SELECT sum(balance) FROM accounts"), 170);
    }

    void whoWaitsTooLongGivesUp() {
        for (const auto& [flavour, words] :
             {std::pair{SqlFlavour::mysql, "Lock wait timeout exceeded"},
              std::pair{SqlFlavour::postgresql, "canceling statement due to lock timeout"},
              std::pair{SqlFlavour::sqlite, "database is locked"}}) {
            Bank bank(flavour);
            const TransactionId holder = bank.transactions.begin(Isolation::serializable);
            const TransactionId waiter = bank.transactions.begin(Isolation::serializable);
            bank.run(holder, kTake);
            QVERIFY(bank.run(waiter, kTake).waits());
            const StatementOutcome outcome = bank.transactions.giveUp(waiter);
            QVERIFY2(outcome.error.find(words) != std::string::npos, outcome.error.c_str());
            QVERIFY(outcome.isRetryable());
            bank.transactions.commit(holder);
            QVERIFY(bank.transactions.takeResumed().empty());
            QCOMPARE(bank.number("SELECT balance FROM accounts WHERE id = 1"), 70);
        }
    }

    void tablesWithoutAKeyChangeAtOnceOrNotAtAll() {
        Bank bank(SqlFlavour::postgresql);
        QVERIFY(!bank.alone("INSERT INTO log VALUES ('opened')").failed());
        QCOMPARE(bank.number("SELECT count(*) FROM log"), 1);
        const TransactionId id = bank.transactions.begin(Isolation::readCommitted);
        const StatementOutcome outcome = bank.run(id, "INSERT INTO log VALUES ('again')");
        QVERIFY(outcome.failed());
        QVERIFY(outcome.error.find("primary key") != std::string::npos);
        bank.transactions.rollback(id);
        QVERIFY(!bank.alone("CREATE TABLE more (id INTEGER PRIMARY KEY)").failed());
        QCOMPARE(bank.number("SELECT count(*) FROM more"), 0);
    }

    void aSchemaChangesWhenNobodyIsAtWork() {
        Bank bank(SqlFlavour::mysql);
        const TransactionId id = bank.transactions.begin(Isolation::repeatableRead);
        bank.run(id, kTake);
        QVERIFY(bank.alone("ALTER TABLE accounts ADD COLUMN city TEXT").waits());
        bank.transactions.commit(id);
        QCOMPARE(bank.transactions.takeResumed().size(), 1U);
        QCOMPARE(bank.number("SELECT count(city) FROM accounts"), 0);
    }

    /// However transfers meet, no money appears or is lost, and everybody who waits is still there.
    void moneyIsKept() {
        for (const SqlFlavour flavour :
             {SqlFlavour::sqlite, SqlFlavour::postgresql, SqlFlavour::mysql}) {
            const std::string broken = counterexample(150, [flavour] {
                Customers customers(flavour, static_cast<Isolation>(*rc::gen::inRange(1, 4)));
                for (const int who :
                     *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, Customers::kCount)))
                    customers.move(static_cast<std::size_t>(who));
                RC_ASSERT(customers.allWhoWaitAreOpen());
                RC_ASSERT(customers.total() == 200);
            });
            QVERIFY2(broken.empty(), broken.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestTransactions)
#include "tst_transactions.moc"
