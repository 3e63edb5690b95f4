#include "app/inspector/blocks/blocks_editor.h"
#include "app/sandbox/sandbox_document.h"
#include "core/nodes/node_kind.h"
#include "core/scene/scene_edit.h"
#include "tests/support/property.h"
#include "tests/support/text_file.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

const Parameter& routes() {
    return *findKind("app_server")->findParameter("routes");
}

/// A document with one app server, and an editor of its routes.
struct Bench {
    Bench() {
        app = document.addPart(*findKind("app_server"), {0, 0});
        document.setParameter(app, "routes", Json::parse(R"([
            {"method": "GET", "path": "/", "handler": [
                {"do": "cache_get", "key": "k", "otherwise": [{"do": "query", "sql": "SELECT 1"}]},
                {"do": "respond"}]}])"));
        document.undoStack().clear();
        QObject::connect(&document, &SandboxDocument::changed, &editor, [this] { refresh(); });
        refresh(); // the only route is shown at once
    }
    void refresh() { editor.show(value()); }
    [[nodiscard]] Json value() const { return settingOf(document.scene(), app, "routes"); }

    Style style;
    SandboxDocument document;
    std::string app;
    BlocksEditor editor{style, routes(), [this](Json value) {
                            document.setParameter(app, "routes", std::move(value));
                        }};
};

/// Every list of blocks below a pointer, the lists that could be there too.
void collectLists(const Json& document, const std::string& list, std::vector<std::string>& lists) {
    lists.push_back(list);
    for (std::size_t i = 0; i < lengthOf(document, list); ++i) {
        const std::string pointer = BlockPlace{list, i}.pointer();
        const BlockForm* form =
            findBlockForm(findValue(document, pointer)->value("do", std::string()));
        for (const BlockBranch& branch : form->branches)
            collectLists(document, pointer + "/" + branch.name, lists);
    }
}

std::vector<std::string> listsOf(const Json& document) {
    std::vector<std::string> lists;
    for (std::size_t i = 0; i < document.size(); ++i) {
        if (!document[i].contains("resource"))
            collectLists(document, BlockPlace{{}, i}.pointer() + "/handler", lists);
    }
    return lists;
}

std::size_t anyBelow(std::size_t count) {
    return *rc::gen::inRange<std::size_t>(0, std::max<std::size_t>(count, 1));
}

/// A place in any list; maybe behind its last block.
BlockPlace anyPlace(const Json& document) {
    const std::vector<std::string> lists = listsOf(document);
    if (lists.empty())
        return {"/0/handler", 0};
    const std::string& list = lists[anyBelow(lists.size())];
    return {list, anyBelow(lengthOf(document, list) + 1)};
}

void changeMember(BlocksEditor& editor, const std::string& pointer) {
    const Json* block = findValue(editor.draft(), pointer);
    const BlockForm* form =
        block == nullptr ? nullptr : findBlockForm(block->value("do", std::string()));
    if (form == nullptr || form->members.empty())
        return;
    const Parameter& member = form->members[anyBelow(form->members.size())];
    const Json wrong = *rc::gen::element<Json>("", "soon", 7, -1, nullptr, Json::array({1}));
    editor.enter(pointer, member.name, *rc::gen::arbitrary<bool>() ? member.fallback : wrong);
}

/// One thing that a person can do in the editor, at any place.
void doSomething(BlocksEditor& editor) {
    const BlockPlace place = anyPlace(editor.draft());
    const std::string pointer = place.pointer();
    switch (*rc::gen::inRange(0, 9)) {
    case 0:
    case 1:
        editor.addBlock(place, blockForms()[anyBelow(blockForms().size())].name);
        break;
    case 2:
        editor.remove(pointer);
        break;
    case 3:
        editor.duplicate(pointer);
        break;
    case 4:
        editor.move(pointer, anyPlace(editor.draft()));
        break;
    case 5:
        editor.step(pointer, static_cast<BlockStep>(*rc::gen::inRange(0, 4)));
        break;
    case 6:
        editor.addEntry(routes().entries()[anyBelow(2)]);
        break;
    case 7:
        editor.open(pointer);
        break;
    default:
        changeMember(editor, pointer);
    }
}

} // namespace

class TestBlocksUndo : public QObject {
    Q_OBJECT

  private slots:
    void eachEditIsOneStep() {
        Bench bench;
        const Json first = bench.value();
        bench.editor.addBlock({"/0/handler", 2}, "compute");
        bench.editor.step("/0/handler/2", BlockStep::up);
        const Json moved = bench.value();
        bench.editor.remove("/0/handler/0");
        QCOMPARE(bench.document.undoStack().count(), 3);
        bench.document.undoStack().undo();
        QVERIFY(bench.editor.draft() == moved);
        QVERIFY(bench.editor.cardAt("/0/handler/0/otherwise/0") != nullptr);
        bench.document.undoStack().setIndex(0);
        QVERIFY(bench.editor.draft() == first);
        bench.document.undoStack().setIndex(3);
        QCOMPARE(bench.editor.draft()[0]["handler"].size(), std::size_t{2});
    }

    void whatDoesNotFitIsNoStep() {
        Bench bench;
        bench.editor.enter("/0/handler/1", "status", 7);
        QCOMPARE(bench.document.undoStack().count(), 0);
        bench.editor.enter("/0/handler/1", "status", 204);
        QCOMPARE(bench.document.undoStack().count(), 1);
    }

    void whateverIsDoneTheReaderTakesItOrSaysWhyNot() {
        const std::string broken = counterexample(150, [] {
            Bench bench;
            const std::string first = writeScene(bench.document.scene());
            std::vector<std::string> states{first};
            const int edits = *rc::gen::inRange(1, 20);
            for (int i = 0; i < edits; ++i) {
                doSomething(bench.editor);
                const bool fits = checkValue(routes(), bench.editor.draft()).empty();
                RC_ASSERT(checkValue(routes(), bench.value()).empty());
                RC_ASSERT(!fits || bench.editor.draft() == bench.value());
                const auto steps = static_cast<std::size_t>(bench.document.undoStack().index());
                if (steps + 1 > states.size())
                    states.push_back(writeScene(bench.document.scene()));
            }
            for (std::size_t i = states.size(); i-- > 1;) {
                RC_ASSERT(writeScene(bench.document.scene()) == states[i]);
                bench.document.undoStack().undo();
                RC_ASSERT(bench.editor.draft() == bench.value());
            }
            RC_ASSERT(writeScene(bench.document.scene()) == first);
        });
        QVERIFY2(broken.empty(), broken.c_str());
    }
};

QTEST_MAIN(TestBlocksUndo)
#include "tst_blocks_undo.moc"
