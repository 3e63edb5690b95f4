#include "core/realtime/room.h"

#include <QTest>

#include <string>

using namespace roundtrip;
using namespace roundtrip::realtime;

namespace {

using Json = nlohmann::ordered_json;

RoomSetup documentRoom(bool isMerged) {
    RoomSetup setup;
    setup.kind = RoomSetup::Kind::document;
    setup.isMerged = isMerged;
    return setup;
}

} // namespace

/// What a room makes of messages that other programs publish, in whatever form.
class TestRoom : public QObject {
    Q_OBJECT

  private slots:
    void aMessageHasItsNumberTimeAndRoom_data() {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("message");
        QTest::newRow("text") << R"({"from": "ada", "text": "hi"})"
                              << R"({"id":1,"at":2000,"room":"lobby","from":"ada","text":"hi"})";
        QTest::newRow("nothing") << "{}"
                                 << R"({"id":1,"at":2000,"room":"lobby" })";
        QTest::newRow("what is the room's to say")
            << R"({"id": 9, "at": "noon", "room": "attic", "text": "hi"})"
            << R"({"id":1,"at":2000,"room":"lobby","text":"hi"})";
    }
    void aMessageHasItsNumberTimeAndRoom() {
        QFETCH(QString, said);
        QFETCH(QString, message);
        Room room("lobby", {}, 10);
        const RoomMessage taken =
            room.take(Json::parse(said.toStdString()), SimTime::milliseconds(2));
        QCOMPARE(QString::fromStdString(taken.json), message);
        QVERIFY(Json::accept(taken.json));
    }

    void whatIsNoEditIsPassedOver_data() {
        QTest::addColumn<QString>("said");
        QTest::newRow("no list") << R"({"edits": "x"})";
        QTest::newRow("a list of other things") << R"({"edits": [1, "x", null, [2], {}]})";
        QTest::newRow("no number") << R"({"edits": [{"insert": "a", "id": "first"}]})";
        QTest::newRow("no stamp") << R"({"text": 5, "stamp": {"clock": 1}})";
    }
    void whatIsNoEditIsPassedOver() {
        QFETCH(QString, said);
        for (const bool isMerged : {false, true}) {
            Room room("notes", documentRoom(isMerged), 10);
            const RoomMessage taken = room.take(Json::parse(said.toStdString()), SimTime());
            QVERIFY(Json::accept(taken.json));
        }
    }
};

QTEST_APPLESS_MAIN(TestRoom)
#include "tst_room.moc"
