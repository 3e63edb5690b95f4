#include "app/inspector/blocks/block_drag.h"
#include "app/inspector/blocks/block_lane.h"
#include "app/inspector/blocks/blocks_editor.h"
#include "core/nodes/node_kind.h"
#include "tests/support/std_string.h"
#include "tests/support/unnamed_controls.h"

#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

using namespace roundtrip;

namespace {

using Json = nlohmann::json;

const char* const kRoutes = R"([
    {"method": "GET", "path": "/photos/<int:id>", "handler": [
        {"do": "cache_get", "key": "photo:{id}", "otherwise": [
            {"do": "query", "sql": "SELECT * FROM photos WHERE id = :id"},
            {"do": "cache_set", "key": "photo:{id}"}]},
        {"do": "respond"}]},
    {"method": "POST", "path": "/photos", "access": "signed_in", "handler": [
        {"do": "respond", "status": 202}]}])";

const std::string kHandler = "/0/handler";
const std::string kBranch = "/0/handler/0/otherwise";

/// An editor of an app server's routes whose changes come back at once, as from a document.
struct Editor {
    Editor() : Editor(Json::parse(kRoutes)) { editor.unfold("/0"); }
    explicit Editor(const Json& routes) {
        editor.resize(320, 900);
        editor.show(routes);
        editor.QWidget::show();
        editor.activateWindow();
        (void)QTest::qWaitForWindowActive(&editor);
    }

    /// The names of the blocks of a list.
    [[nodiscard]] QStringList names(const std::string& list = kHandler) const {
        QStringList all;
        for (const Json& block : *findValue(editor.draft(), list))
            all << QString::fromStdString(block["do"].get<std::string>());
        return all;
    }
    [[nodiscard]] Json value(const std::string& pointer) const {
        const Json* found = findValue(editor.draft(), pointer);
        return found == nullptr ? Json() : *found;
    }
    [[nodiscard]] QString problemAt(const std::string& pointer) const {
        return editor.cardAt(pointer)->problems();
    }
    [[nodiscard]] std::string focus() const {
        QWidget* focused = QApplication::focusWidget();
        return focused == nullptr ? "" : focused->property("place").toString().toStdString();
    }
    void press(const std::string& pointer, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* card = editor.cardAt(pointer);
        card = card == nullptr ? editor.stopAt(pointer) : card;
        card->setFocus();
        QTest::keyClick(card, key, modifiers);
    }
    template <class Field>
    Field& field(const std::string& pointer, const char* member) {
        return *qobject_cast<Field*>(editor.cardAt(pointer)->fields()->fieldOf(member));
    }

    Style style;
    std::vector<Json> changes;
    BlocksEditor editor{style, *findKind("app_server")->findParameter("routes"),
                        [this](const Json& value) {
                            changes.push_back(value);
                            editor.show(value);
                        }};
};

/// Whether the widget takes what is dropped on it.
bool dropped(const std::string& pointer, QWidget& on, const QPoint& at) {
    QMimeData what;
    what.setData(kBlockMimeType, QByteArray::fromStdString(pointer));
    QDragEnterEvent enters(at, Qt::MoveAction, &what, Qt::LeftButton, Qt::NoModifier);
    enters.ignore();
    QApplication::sendEvent(&on, &enters);
    if (!enters.isAccepted())
        return false;
    QDragMoveEvent moves(at, Qt::MoveAction, &what, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&on, &moves);
    QDropEvent drops(at, Qt::MoveAction, &what, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&on, &drops);
    return drops.isAccepted();
}

} // namespace

class TestBlocksEditor : public QObject {
    Q_OBJECT

  private slots:
    void aRouteShowsItsBlocksWhenItIsChosen() {
        Editor shown(Json::parse(kRoutes));
        QVERIFY(shown.editor.cardAt(kHandler + "/0") == nullptr);
        QTest::mouseClick(shown.editor.stopAt("/0"), Qt::LeftButton);
        QVERIFY(shown.editor.cardAt(kHandler + "/0") != nullptr);
        QVERIFY(shown.editor.cardAt(kBranch + "/1") != nullptr); // nested ones too
        shown.editor.unfold("/1");
        QVERIFY(shown.editor.cardAt(kHandler + "/0") == nullptr);
        QVERIFY(shown.editor.cardAt("/1/handler/0") != nullptr);
        QVERIFY(shown.changes.empty());
    }

    void theOnlyRouteIsShownAtOnce() {
        const Editor shown(Json::array({Json::parse(kRoutes)[1]}));
        QVERIFY(shown.editor.cardAt("/0/handler/0") != nullptr);
    }

    void aBlockIsFoundAndAddedByKeyboard() {
        Editor shown;
        shown.press(kBranch + "/-", Qt::Key_Space);
        BlockPicker* picker = shown.editor.picker();
        QVERIFY(picker != nullptr);
        QTest::keyClicks(&picker->search(), "work time"); // words of the help
        QTest::keyClick(&picker->search(), Qt::Key_Return);
        QCOMPARE(shown.names(kBranch), (QStringList{"query", "cache_set", "compute"}));
        QCOMPARE(shown.changes.size(), std::size_t{1});
        // Its form is open, and one can write at once.
        BlockCard* card = shown.editor.cardAt(kBranch + "/2");
        QVERIFY(card->fields() != nullptr && card->isAncestorOf(QApplication::focusWidget()));
    }

    void fromTheSearchTheArrowLeadsIntoTheList() {
        Editor shown;
        shown.press(kHandler + "/-", Qt::Key_Space);
        BlockPicker* picker = shown.editor.picker();
        QTest::keyClick(&picker->search(), Qt::Key_Down);
        QVERIFY(picker->list().hasFocus());
        QTest::keyClick(&picker->list(), Qt::Key_Down);
        QTest::keyClick(&picker->list(), Qt::Key_Return);
        QCOMPARE(shown.names(), (QStringList{"cache_get", "respond", "for_each"}));
    }

    void altAndArrowsMoveABlock() {
        Editor shown;
        shown.press(kHandler + "/1", Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(shown.names(), (QStringList{"respond", "cache_get"}));
        QCOMPARE(shown.focus(), kHandler + "/0"); // it keeps the focus
        shown.press(kHandler + "/0", Qt::Key_Down, Qt::AltModifier);
        QVERIFY(shown.editor.draft() == Json::parse(kRoutes));
        QCOMPARE(shown.changes.size(), std::size_t{2});
        shown.press(kHandler + "/0", Qt::Key_Up, Qt::AltModifier); // it is the first
        QCOMPARE(shown.changes.size(), std::size_t{2});
    }

    void altAndArrowsNestABlock() {
        Editor shown;
        shown.press(kHandler + "/1", Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(shown.names(), QStringList{"cache_get"});
        QCOMPARE(shown.names(kBranch), (QStringList{"query", "cache_set", "respond"}));
        QCOMPARE(shown.focus(), kBranch + "/2");
        shown.press(kBranch + "/2", Qt::Key_Left, Qt::AltModifier);
        QVERIFY(shown.editor.draft() == Json::parse(kRoutes));
        QCOMPARE(shown.focus(), kHandler + "/1");
    }

    void aBlockIsCopiedAndTakenOut() {
        Editor shown;
        shown.press(kBranch + "/0", Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(shown.names(kBranch), (QStringList{"query", "query", "cache_set"}));
        QCOMPARE(shown.focus(), kBranch + "/1");
        shown.press(kBranch + "/1", Qt::Key_Delete);
        QVERIFY(shown.editor.draft() == Json::parse(kRoutes));
        QCOMPARE(shown.focus(), kBranch + "/1"); // what comes next
        shown.press(kBranch + "/1", Qt::Key_Delete);
        shown.press(kBranch + "/0", Qt::Key_Delete);
        QCOMPARE(shown.focus(), kBranch + "/-");
    }

    void theKeysOfACardAreNotTheProgramsOwn() {
        Editor shown;
        shown.editor.cardAt(kHandler + "/0")->setFocus();
        QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_Delete, Qt::NoModifier);
        asked.ignore();
        QApplication::sendEvent(shown.editor.cardAt(kHandler + "/0"), &asked);
        QVERIFY(asked.isAccepted());
    }

    void arrowsGoFromCardToCard() {
        Editor shown;
        shown.press(kHandler + "/0", Qt::Key_Down);
        QCOMPARE(shown.focus(), kBranch + "/0");
        shown.press(kBranch + "/0", Qt::Key_Up);
        QCOMPARE(shown.focus(), kHandler + "/0");
    }

    void tabGoesFromCardToCardBeforeTheButtons() {
        Editor shown;
        shown.editor.cardAt(kHandler + "/0")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(shown.focus(), kBranch + "/0");
        shown.editor.stopAt("/1")->setFocus(); // the last row
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(shown.focus(), std::string("/-"));
    }

    void aMemberIsWrittenInItsField() {
        Editor shown;
        shown.press(kBranch + "/0", Qt::Key_Return);
        auto& sql = shown.field<TextField>(kBranch + "/0", "sql");
        QVERIFY(sql.hasFocus());
        sql.selectAll();
        QTest::keyClicks(&sql, "SELECT 2");
        QVERIFY(shown.changes.empty()); // not with each letter
        QTest::keyClick(&sql, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown.value(kBranch + "/0/sql") == "SELECT 2");
        QCOMPARE(shown.changes.size(), std::size_t{1});
        QVERIFY(sql.hasFocus()); // one may go on
        QTest::keyClick(&sql, Qt::Key_Escape);
        QVERIFY(shown.editor.cardAt(kBranch + "/0")->fields() == nullptr);
    }

    void theUsualValueIsLeftOut() {
        Editor shown;
        shown.editor.enter(kHandler + "/1", "status", 404);
        shown.editor.open(kHandler + "/1");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), "200");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(shown.editor.draft() == Json::parse(kRoutes));
    }

    void whatIsBeingWrittenCountsBeforeABlockMoves() {
        Editor shown;
        shown.editor.open(kBranch + "/0");
        auto& sql = shown.field<TextField>(kBranch + "/0", "sql");
        QTest::keyClick(&sql, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&sql, "SELECT 3");
        shown.editor.step(kBranch + "/0", BlockStep::down);
        QVERIFY(shown.value(kBranch + "/1/sql") == "SELECT 3");
        QVERIFY(!shown.value(kBranch + "/0").contains("sql"));
        QCOMPARE(shown.changes.size(), std::size_t{2});
    }

    void anotherValueFromOutsideLeavesOpenWhatIsOpen() {
        Editor shown;
        shown.editor.open(kBranch + "/0");
        Json other = Json::parse(kRoutes);
        other[0]["handler"][1]["status"] = 201;
        shown.editor.show(other);
        QVERIFY(shown.editor.cardAt(kBranch + "/0")->fields() != nullptr);
        QVERIFY(shown.editor.draft() == other);
        QVERIFY(shown.changes.empty());
    }

    void aChangeThatIsOnItsWayIsNotTakenBack() {
        std::vector<Json> changes;
        const Style style;
        BlocksEditor editor(style, *findKind("app_server")->findParameter("routes"),
                            [&](const Json& value) { changes.push_back(value); });
        editor.show(Json::parse(kRoutes));
        editor.unfold("/0");
        editor.remove(kHandler + "/1");
        editor.show(Json::parse(kRoutes)); // the run has not got it yet
        QVERIFY(editor.draft() == changes.at(0));
        editor.show(changes.at(0));
        editor.show(Json::parse(kRoutes)); // undone
        QVERIFY(editor.draft() == Json::parse(kRoutes));
    }

    void aCardIsDroppedIntoABranch() {
        Editor shown;
        const auto lanes = shown.editor.findChildren<BlockLane*>();
        const auto inner = std::ranges::find_if(
            lanes, [](const BlockLane* lane) { return lane->list() == kBranch; });
        QVERIFY(inner != lanes.end());
        QVERIFY(dropped(kHandler + "/1", **inner, {20, 2}));
        QTRY_COMPARE(shown.names(kBranch), (QStringList{"respond", "query", "cache_set"}));
        QCOMPARE(shown.names(), QStringList{"cache_get"});
        QCOMPARE(shown.focus(), kBranch + "/0");
        QVERIFY(!dropped("/1", **shown.editor.findChildren<BlockLane*>().begin(), {20, 2}));
    }

    void aRouteIsDroppedBetweenOthers() {
        Editor shown;
        shown.editor.unfold("/1");
        QWidget* first = shown.editor.stopAt("/0");
        QVERIFY(!dropped("/1/handler/0", *first, {20, 2})); // a block is no route
        QVERIFY(dropped("/1", *first, {20, 2}));
        QTRY_VERIFY(shown.value("/0/path") == "/photos");
        QVERIFY(shown.editor.cardAt("/0/handler/0") != nullptr); // its blocks are still shown
        QVERIFY(dropped("/1", *shown.editor.stopAt("/0"), {20, 2}));
        QTRY_VERIFY(shown.editor.draft() == Json::parse(kRoutes));
        QVERIFY(shown.editor.cardAt("/1/handler/0") != nullptr);
    }

    void theFocusGoesToWhatIsNearestWhenItsBlockIsGone() {
        Editor shown;
        shown.editor.cardAt(kBranch + "/1")->setFocus();
        Json other = Json::parse(kRoutes);
        other[0]["handler"][0]["otherwise"].erase(1);
        shown.editor.show(other); // as undo does
        QCOMPARE(shown.focus(), kBranch + "/0");
        other[0]["handler"].erase(0);
        shown.editor.show(other);
        QCOMPARE(shown.focus(), kHandler + "/0");
    }

    void aValueThatIsShownAgainTakesNothingFromTheWriter() {
        Editor shown;
        shown.editor.open(kBranch + "/0");
        auto& sql = shown.field<TextField>(kBranch + "/0", "sql");
        QTest::keyClicks(&sql, "x");
        shown.editor.show(Json::parse(kRoutes)); // as at each step of a run
        QVERIFY(sql.hasFocus() && sql.toPlainText().contains('x'));
    }

    void whatIsWrongIsSaidAtTheBlock() {
        Editor shown;
        shown.editor.enter(kBranch + "/1", "ttl", "soon");
        QVERIFY(shown.problemAt(kBranch + "/1").contains("soon"));
        QVERIFY(shown.problemAt(kBranch + "/0").isEmpty());
        QVERIFY(shown.problemAt(kHandler + "/0").isEmpty()); // it is the inner one's
        QVERIFY(shown.editor.stopAt("/0")->accessibleName().contains("wrong"));
        QVERIFY(shown.changes.empty()); // a draft, until it fits
        shown.editor.enter(kBranch + "/1", "ttl", "5 s");
        QVERIFY(shown.problemAt(kBranch + "/1").isEmpty());
        QCOMPARE(shown.changes.size(), std::size_t{1});
    }

    void aLineIsCheckedWhileOneWritesInIt() {
        Editor shown;
        shown.editor.addBlock({kHandler, 0}, "when");
        auto& condition = shown.field<QLineEdit>(kHandler + "/0", "condition");
        QVERIFY(condition.hasFocus());
        QTest::keyClicks(&condition, "quantity >");
        QTRY_VERIFY(!shown.problemAt(kHandler + "/0").isEmpty());
        QCOMPARE(shown.changes.size(), std::size_t{1});
        QTest::keyClicks(&condition, " 5");
        QTRY_VERIFY(shown.problemAt(kHandler + "/0").isEmpty());
        QCOMPARE(shown.changes.size(), std::size_t{1}); // it counts when one leaves it
        QTest::keyClick(&condition, Qt::Key_Return);
        QVERIFY(shown.value(kHandler + "/0/condition") == "quantity > 5");
        QCOMPARE(shown.changes.size(), std::size_t{2});
    }

    void aDraftCanBeThrownAway() {
        Editor shown;
        shown.editor.enter(kBranch + "/1", "ttl", "soon");
        shown.editor.remove(kBranch + "/0");
        shown.editor.discard();
        QVERIFY(shown.editor.draft() == Json::parse(kRoutes));
        QVERIFY(shown.changes.empty());
    }

    void badJsonChangesNothing() {
        Editor shown;
        shown.editor.open(kHandler + "/1");
        auto& headers = shown.field<TextField>(kHandler + "/1", "headers");
        headers.setFocus();
        QTest::keyClicks(&headers, "{\"Age\": ");
        headers.commit();
        QVERIFY(shown.changes.empty());
        shown.editor.enter(kBranch + "/1", "ttl", "5 s");       // something else meanwhile
        QCOMPARE(headers.toPlainText(), QString("{\"Age\": ")); // it is there to be mended
        headers.setFocus();
        QTest::keyClicks(&headers, "\"5\"}");
        headers.commit();
        QVERIFY(shown.value(kHandler + "/1/headers") == Json({{"Age", "5"}}));
    }

    void routesAreAddedChangedAndTakenOut() {
        Editor shown;
        shown.editor.addEntry(findKind("app_server")->findParameter("routes")->entries()[0]);
        QVERIFY(shown.value("/2") ==
                Json({{"method", "GET"}, {"path", "/new"}, {"handler", Json::array()}}));
        shown.editor.enter("/2", "path", "/albums");
        QVERIFY(shown.editor.stopAt("/2")->accessibleName() == "GET /albums");
        shown.press("/2", Qt::Key_Up, Qt::AltModifier);
        QVERIFY(shown.value("/1/path") == "/albums");
        shown.press("/1", Qt::Key_Delete);
        QVERIFY(shown.editor.draft() == Json::parse(kRoutes));
        QCOMPARE(shown.changes.size(), std::size_t{4});
    }

    void everythingHasANameForAScreenReader() {
        Editor shown;
        shown.editor.open(kBranch + "/0");
        QVERIFY2(testing::unnamedControls(shown.editor).isEmpty(),
                 qPrintable(testing::unnamedControls(shown.editor).join('\n')));
        QCOMPARE(shown.editor.cardAt(kBranch + "/1")->accessibleName(),
                 QString("Keep in the cache: photo:{id}"));
    }

    void itFitsANarrowColumn() {
        Editor shown;
        for (const char* block : {"/0", "/1"}) {
            shown.editor.open(kHandler + block);
            QVERIFY2(shown.editor.minimumSizeHint().width() <= 320, block);
        }
        shown.editor.open(kBranch + "/0");
        QVERIFY(shown.editor.minimumSizeHint().width() <= 320);
    }
};

QTEST_MAIN(TestBlocksEditor)
#include "tst_blocks_editor.moc"
