#include "app/inspector/blocks/handler_edits.h"

#include <QTest>

using namespace roundtrip;

namespace {

using Json = nlohmann::json;

/// a, then b with c and d in its branch, then e.
Json document() {
    return Json::parse(R"([{"path": "/", "handler": [
        {"do": "compute", "time": "1 ms"},
        {"do": "cache_get", "key": "b", "otherwise": [
            {"do": "query", "sql": "c"}, {"do": "query", "sql": "d"}]},
        {"do": "respond"}]}])");
}

/// The blocks as one line: "compute cache_get(query query) respond".
std::string lineOf(const Json& blocks) {
    std::string line;
    for (const Json& block : blocks) {
        line += (line.empty() ? "" : " ") + block["do"].get<std::string>();
        for (const char* branch : {"then", "otherwise", "handler"}) {
            if (block.contains(branch))
                line += "(" + lineOf(block[branch]) + ")";
        }
    }
    return line;
}
std::string lineOfRoute(const Json& routes) {
    return lineOf(routes.at(0).at("handler"));
}

const std::string kHandler = "/0/handler";
const std::string kBranch = "/0/handler/1/otherwise";

std::string stepped(const BlockPlace& from, BlockStep step) {
    Json json = document();
    const auto to = stepFrom(json, from, step);
    if (!to)
        return "nowhere";
    const BlockPlace place = moveBlock(json, from, *to);
    return lineOfRoute(json) + " @" + place.pointer();
}

} // namespace

class TestHandlerEdits : public QObject {
    Q_OBJECT

  private slots:
    void aPlaceIsAPointer() {
        QCOMPARE((BlockPlace{kBranch, 1}.pointer()), kBranch + "/1");
        QVERIFY(BlockPlace::of(kBranch + "/1") == (BlockPlace{kBranch, 1}));
        for (const char* text : {"", "/0/handler", "/0/handler/", "/0/handler/-", "/1x"})
            QVERIFY2(!BlockPlace::of(text), text);
        QVERIFY(findValue(document(), "/0/nobody/3") == nullptr);
        QCOMPARE(lengthOf(document(), kHandler), std::size_t{3});
        QCOMPARE(lengthOf(document(), kHandler + "/0/otherwise"), std::size_t{0});
    }

    void aBlockIsPutIn() {
        Json json = document();
        insertBlock(json, {kBranch, 1}, {{"do", "keys"}});
        QCOMPARE(lineOfRoute(json), std::string("compute cache_get(query keys query) respond"));
        insertBlock(json, {kHandler + "/1/otherwise/0/otherwise", 0}, {{"do", "login"}});
        QCOMPARE(lineOfRoute(json), // a branch that was not there is made
                 std::string("compute cache_get(query(login) keys query) respond"));
    }

    void aBlockIsTakenOutOrCopiedWithWhatIsInIt() {
        Json json = document();
        QVERIFY(duplicateBlock(json, {kHandler, 1}) == (BlockPlace{kHandler, 2}));
        QCOMPARE(lineOfRoute(json),
                 std::string("compute cache_get(query query) cache_get(query query) respond"));
        removeBlock(json, {kHandler, 1});
        QVERIFY(json == document());
        removeBlock(json, {kHandler, 9});
        QVERIFY(json == document());
    }

    void stepsLeadUpAndDown() {
        QCOMPARE(stepped({kHandler, 1}, BlockStep::up),
                 std::string("cache_get(query query) compute respond @/0/handler/0"));
        QCOMPARE(stepped({kHandler, 0}, BlockStep::down),
                 std::string("cache_get(query query) compute respond @/0/handler/1"));
        QCOMPARE(stepped({kHandler, 0}, BlockStep::up), std::string("nowhere"));
        QCOMPARE(stepped({kHandler, 2}, BlockStep::down), std::string("nowhere"));
    }

    void stepsLeadInAndOut() {
        QCOMPARE(stepped({kHandler, 2}, BlockStep::inside),
                 std::string("compute cache_get(query query respond) @/0/handler/1/otherwise/2"));
        QCOMPARE(stepped({kBranch, 0}, BlockStep::outside),
                 std::string("compute cache_get(query) query respond @/0/handler/2"));
        QCOMPARE(stepped({kHandler, 1}, BlockStep::inside), std::string("nowhere")); // no branch
        QCOMPARE(stepped({kHandler, 0}, BlockStep::inside), std::string("nowhere"));
        QCOMPARE(stepped({kHandler, 1}, BlockStep::outside), std::string("nowhere"));
    }

    void aMoveReckonsWithTheGapThatItLeaves() {
        Json json = document();
        // What comes before the branch's owner goes into the branch: the owner moves up.
        const BlockPlace place = moveBlock(json, {kHandler, 0}, {kBranch, 1});
        QCOMPARE(place.pointer(), std::string("/0/handler/0/otherwise/1"));
        QCOMPARE(lineOfRoute(json), std::string("cache_get(query compute query) respond"));
    }

    void aBlockCannotGoIntoItself() {
        Json json = document();
        QVERIFY(moveBlock(json, {kHandler, 1}, {kBranch, 0}) == (BlockPlace{kHandler, 1}));
        QVERIFY(json == document());
    }

    void routesMoveToo() {
        Json json = Json::parse(R"([{"path": "/a"}, {"path": "/b"}])");
        const auto to = stepFrom(json, {{}, 1}, BlockStep::up);
        QVERIFY(to.has_value());
        QCOMPARE(moveBlock(json, {{}, 1}, *to).pointer(), std::string("/0"));
        QVERIFY(json[0]["path"] == "/b");
        QVERIFY(!stepFrom(json, {{}, 1}, BlockStep::outside));
        QVERIFY(!stepFrom(json, {{}, 1}, BlockStep::inside));
    }

    void aMemberIsSetOrTakenOut() {
        Json json = document();
        setMember(json, kBranch + "/0", "as", "photo");
        QVERIFY(*findValue(json, kBranch + "/0/as") == "photo");
        setMember(json, kBranch + "/0", "as", nullptr);
        setMember(json, kBranch + "/7", "as", "nobody");
        QVERIFY(json == document());
    }
};

QTEST_APPLESS_MAIN(TestHandlerEdits)
#include "tst_handler_edits.moc"
