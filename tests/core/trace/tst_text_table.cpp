#include "core/trace/text_table.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <memory>
#include <string>

using namespace roundtrip;

namespace {

std::string textOf(const TextTable& table, TextId id) {
    return std::string(table.view(id));
}

} // namespace

class TestTextTable : public QObject {
    Q_OBJECT

  private slots:
    void idsCountUpFromTheEmptyText();
    void aTextIsKeptOnce();
    void anyBytesAreKept();
    void anUnknownIdReadsAsNothing();
    void textsNeverMove();
    void aLargeTextIsKeptWhole();
    void aTableSharesTheTextsOfItsBase();
    void aTableMayLeaveItsBase();
    void aTableKeepsItsBaseAlive();
};

void TestTextTable::idsCountUpFromTheEmptyText() {
    TextTable table;
    QCOMPARE(table.size(), 1U);
    QVERIFY(table.intern("") == TextId::empty);
    QCOMPARE(indexOf(table.intern("a")), 1U);
    QCOMPARE(indexOf(table.intern("b")), 2U);
    QCOMPARE(table.size(), 3U);
    QCOMPARE(textOf(table, TextId{2}), std::string("b"));
}

void TestTextTable::aTextIsKeptOnce() {
    TextTable table;
    const TextId first = table.intern("GET /users/123");
    table.intern("GET /users/124");
    QVERIFY(table.intern(std::string("GET /users/") + "123") == first);
    QCOMPARE(table.size(), 3U);
    QCOMPARE(table.ownedBytes(), 28U);
}

void TestTextTable::anyBytesAreKept() {
    TextTable table;
    const std::string binary("a\0b\xff\n\0", 6);
    const TextId id = table.intern(binary);
    QCOMPARE(table.view(id).size(), 6U);
    QVERIFY(textOf(table, id) == binary);
    QVERIFY(table.intern(std::string("a\0c", 3)) != table.intern(std::string("a\0d", 3)));
}

void TestTextTable::anUnknownIdReadsAsNothing() {
    const TextTable table;
    QVERIFY(table.view(TextId{1}).empty());
    QVERIFY(table.view(TextId{0xFFFFFFFF}).empty());
}

void TestTextTable::textsNeverMove() {
    TextTable table;
    const std::string_view early = table.view(table.intern("early"));
    // Enough for several arenas and blocks.
    for (int i = 0; i < 20'000; ++i)
        table.intern("text number " + std::to_string(i));
    QVERIFY(table.view(TextId{1}).data() == early.data());
    QCOMPARE(textOf(table, TextId{20'001}), std::string("text number 19999"));
    QCOMPARE(textOf(table, TextId{4097}), std::string("text number 4095"));
}

void TestTextTable::aLargeTextIsKeptWhole() {
    TextTable table;
    const std::string large(1'000'000, 'x');
    const TextId id = table.intern(large);
    const TextId after = table.intern("after");
    QVERIFY(textOf(table, id) == large);
    QCOMPARE(textOf(table, after), std::string("after"));
}

void TestTextTable::aTableSharesTheTextsOfItsBase() {
    const auto base = std::make_shared<TextTable>();
    for (int i = 0; i < 1000; ++i)
        base->intern("text number " + std::to_string(i));
    TextTable fork(base);
    for (int i = 0; i < 1000; ++i)
        fork.intern("text number " + std::to_string(i));
    QCOMPARE(fork.ownedBytes(), 0U);
    QVERIFY(fork.view(TextId{500}).data() == base->view(TextId{500}).data());
}

void TestTextTable::aTableMayLeaveItsBase() {
    const auto base = std::make_shared<TextTable>();
    base->intern("first");
    base->intern("second");
    TextTable fork(base);
    fork.intern("first");
    const TextId other = fork.intern("another");
    QVERIFY(other == TextId{2});
    QCOMPARE(textOf(fork, other), std::string("another"));
    QCOMPARE(textOf(*base, other), std::string("second"));
    QCOMPARE(fork.ownedBytes(), 7U);
}

void TestTextTable::aTableKeepsItsBaseAlive() {
    auto base = std::make_shared<TextTable>();
    base->intern("shared");
    TextTable fork(base);
    const TextId id = fork.intern("shared");
    base.reset();
    QCOMPARE(textOf(fork, id), std::string("shared"));
}

QTEST_APPLESS_MAIN(TestTextTable)
#include "tst_text_table.moc"
