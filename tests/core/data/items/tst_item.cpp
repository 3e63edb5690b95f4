#include "core/data/items/item.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::items;

/// Sizes and units as the Amazon DynamoDB Developer Guide has them.
class TestItem : public QObject {
    Q_OBJECT

  private slots:
    void anItemHasASize_data();
    void anItemHasASize();
    void readsAndWritesTakeUnits_data();
    void readsAndWritesTakeUnits();
    void valuesCrossTheWireWithTheirTypes();
    void keysAreChecked_data();
    void keysAreChecked();
};

void TestItem::anItemHasASize_data() {
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<int>("bytes");
    QTest::newRow("the guide's shirt")
        << QByteArray(R"({"shirt-color":"R","shirt-size":"M"})") << 23;
    QTest::newRow("UTF-8") << QByteArray("{\"n\":\"\xc3\xa9\"}") << 3;
    QTest::newRow("two digits") << QByteArray(R"({"n":42})") << 3;
    QTest::newRow("three digits") << QByteArray(R"({"n":-427})") << 4;
    QTest::newRow("zeros do not count") << QByteArray(R"({"n":4200000})") << 3;
    QTest::newRow("nor before") << QByteArray(R"({"n":0.0042})") << 3;
    QTest::newRow("true and null") << QByteArray(R"({"a":true,"b":null})") << 4;
    QTest::newRow("an empty list") << QByteArray(R"({"a":[]})") << 4;
    QTest::newRow("a list") << QByteArray(R"({"a":["xy",true]})") << 9;
    QTest::newRow("a map") << QByteArray(R"({"a":{"b":"xy"}})") << 8;
}

void TestItem::anItemHasASize() {
    QFETCH(QByteArray, item);
    QFETCH(int, bytes);
    QCOMPARE(itemSize(nlohmann::json::parse(item.toStdString())), std::int64_t{bytes});
}

void TestItem::readsAndWritesTakeUnits_data() {
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<double>("consistent");
    QTest::addColumn<double>("eventual");
    QTest::addColumn<double>("write");
    QTest::newRow("nothing there") << qint64{0} << 1.0 << 0.5 << 1.0;
    QTest::newRow("512 bytes") << qint64{512} << 1.0 << 0.5 << 1.0;
    QTest::newRow("1 KB") << qint64{1024} << 1.0 << 0.5 << 1.0;
    QTest::newRow("one byte more") << qint64{1025} << 1.0 << 0.5 << 2.0;
    QTest::newRow("2 KB") << qint64{2048} << 1.0 << 0.5 << 2.0;
    QTest::newRow("3.5 KB") << qint64{3584} << 1.0 << 0.5 << 4.0;
    QTest::newRow("4 KB") << qint64{4096} << 1.0 << 0.5 << 4.0;
    QTest::newRow("8 KB") << qint64{8192} << 2.0 << 1.0 << 8.0;
    QTest::newRow("10 KB") << qint64{10240} << 3.0 << 1.5 << 10.0;
    QTest::newRow("a query of 40.8 KB") << qint64{41779} << 11.0 << 5.5 << 41.0;
    QTest::newRow("1500 items of 64 bytes") << qint64{96000} << 24.0 << 12.0 << 94.0;
}

void TestItem::readsAndWritesTakeUnits() {
    QFETCH(qint64, bytes);
    QTEST(readUnits(bytes, true), "consistent");
    QTEST(readUnits(bytes, false), "eventual");
    QTEST(writeUnits(bytes), "write");
}

void TestItem::valuesCrossTheWireWithTheirTypes() {
    const Item item{{"s", "Ada"},   {"n", 36},       {"b", false},
                    {"z", nullptr}, {"l", {1, "x"}}, {"m", {{"k", 1.5}}}};
    QCOMPARE(typedItem(item).dump(),
             std::string(R"({"b":{"BOOL":false},"l":{"L":[{"N":"1"},{"S":"x"}]},)"
                         R"("m":{"M":{"k":{"N":"1.5"}}},"n":{"N":"36"},"s":{"S":"Ada"},)"
                         R"("z":{"NULL":true}})"));
    QCOMPARE(normalized({{"a", 1.0}, {"b", 1.5}}).dump(), std::string(R"({"a":1,"b":1.5})"));
}

void TestItem::keysAreChecked_data() {
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("both keys") << QByteArray(R"({"user":"a","at":1,"x":2})") << QByteArray();
    QTest::newRow("no sort key") << QByteArray(R"({"user":"a"})")
                                 << QByteArray("One or more parameter values were invalid: Missing "
                                               "the key at in the item");
    QTest::newRow("another type")
        << QByteArray(R"({"user":3,"at":1})")
        << QByteArray("One or more parameter values were invalid: Type mismatch for key user "
                      "expected: S actual: N");
    QTest::newRow("an empty text")
        << QByteArray(R"({"user":"","at":1})")
        << QByteArray("One or more parameter values are not valid. The AttributeValue for a key "
                      "attribute cannot contain an empty string value. Key: user");
    QTest::newRow("too long") << "{\"user\":\"" + QByteArray(2049, 'u') + "\",\"at\":1}"
                              << QByteArray("One or more parameter values were invalid: Size of "
                                            "hashkey has exceeded the maximum size limit of2048 "
                                            "bytes");
    QTest::newRow("too large") << "{\"user\":\"u\",\"at\":1,\"x\":\"" + QByteArray(409600, 'u') +
                                      "\"}"
                               << QByteArray("Item size has exceeded the maximum allowed size");
}

void TestItem::keysAreChecked() {
    QFETCH(QByteArray, item);
    QFETCH(QByteArray, begins);
    const KeySchema schema{"user", "S", "at", "N"};
    const Item parsed = nlohmann::json::parse(item.toStdString());
    QCOMPARE(problemOfItem(schema, parsed), begins.toStdString());
    const bool isKeyAlone = parsed.size() == 2 && begins.isEmpty();
    QCOMPARE(problemOfKey(schema, parsed).empty(), isKeyAlone);
}

QTEST_APPLESS_MAIN(TestItem)
#include "tst_item.moc"
