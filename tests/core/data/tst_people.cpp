#include "core/data/people.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <string>

using namespace roundtrip;

namespace {

std::string peopleOf(std::uint64_t seed, std::int64_t count,
                     const std::string& sql = "SELECT * FROM users ORDER BY id") {
    SqliteDatabase database;
    seedPeople(database, seed, count);
    return database.query(sql, nullptr)->rows.dump();
}

} // namespace

class TestPeople : public QObject {
    Q_OBJECT

  private slots:
    void theSameSeedGivesTheSamePeople();
    void thePeopleAreTheSameOnEveryMachine();
    void personNumber123IsAda();
    void thereAreAsManyAsAskedFor_data();
    void thereAreAsManyAsAskedFor();
    void everyoneHasAnAddressOfTheirOwn();
};

void TestPeople::theSameSeedGivesTheSamePeople() {
    QCOMPARE(peopleOf(18, 300), peopleOf(18, 300));
    QVERIFY(peopleOf(18, 300) != peopleOf(19, 300));
}

void TestPeople::thePeopleAreTheSameOnEveryMachine() {
    QCOMPARE(
        peopleOf(18, 1),
        std::string(
            R"([{"id":1,"name":"Jean Bauer","email":"jean.bauer1@example.com","city":"Zurich","visits":737}])"));
}

void TestPeople::personNumber123IsAda() {
    const std::string ada = "SELECT id, name, city FROM users WHERE id = 123";
    for (const std::uint64_t seed : {1U, 18U, 999U}) {
        QCOMPARE(peopleOf(seed, 200, ada),
                 std::string(R"([{"id":123,"name":"Ada Lovelace","city":"London"}])"));
    }
    QCOMPARE(peopleOf(1, 100, ada), std::string("[]"));
}

void TestPeople::thereAreAsManyAsAskedFor_data() {
    QTest::addColumn<int>("count");
    for (const int count : {1, 499, 500, 501, 1000, 2001})
        QTest::addRow("%d", count) << count;
}

void TestPeople::thereAreAsManyAsAskedFor() {
    QFETCH(int, count);
    SqliteDatabase database;
    seedPeople(database, 1, count);
    QCOMPARE(database.rowCount("users"), count);
}

void TestPeople::everyoneHasAnAddressOfTheirOwn() {
    QCOMPARE(peopleOf(5, 1500, "SELECT count(DISTINCT email) AS n FROM users"),
             std::string(R"([{"n":1500}])"));
}

QTEST_APPLESS_MAIN(TestPeople)
#include "tst_people.moc"
