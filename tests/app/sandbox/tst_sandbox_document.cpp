#include "app/sandbox/sandbox_document.h"
#include "core/scene/scene_edit.h"
#include "tests/support/property.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

const NodeKind& kind(const char* id) {
    return *findKind(id);
}

/// One edit of a document, drawn by a property test; what does not fit is no edit.
void doSomething(SandboxDocument& document) {
    const auto& nodes = document.scene().nodes;
    const auto anyPart = [&]() -> std::string {
        return nodes.empty() ? "nobody" : nodes[*rc::gen::inRange<std::size_t>(0, nodes.size())].id;
    };
    switch (*rc::gen::inRange(0, 15)) {
    case 0:
    case 1:
        document.addPart(allKinds()[*rc::gen::inRange<std::size_t>(0, allKinds().size())],
                         QPointF(*rc::gen::inRange(-500, 500), *rc::gen::inRange(-500, 500)));
        break;
    case 2:
        document.connectParts(anyPart(), anyPart());
        break;
    case 3:
        document.remove({{anyPart()}, {}});
        break;
    case 4:
        if (!nodes.empty())
            document.moveParts({{anyPart(), QPointF(*rc::gen::inRange(-500, 500), 20)}},
                               *rc::gen::inRange(0, 3));
        break;
    case 5:
        document.renamePart(anyPart(), *rc::gen::element<std::string>("Ada", "Bob", "Eve"));
        break;
    case 6:
        document.colorParts({anyPart()}, *rc::gen::element<std::string>("", "red", "blue"));
        break;
    case 7:
        document.addParts(document.fragment({{anyPart(), anyPart()}, {}}), {40, 40});
        break;
    case 8:
        document.addNote(QPointF(*rc::gen::inRange(-500, 500), 0));
        break;
    case 9:
        if (!document.scene().notes.empty()) {
            const std::string note = document.scene().notes.front().id;
            *rc::gen::inRange(0, 2) == 0
                ? document.remove({{}, {}, {note}})
                : document.writeNote(note, *rc::gen::element<std::string>("one", "two"));
        }
        break;
    case 10:
        document.groupParts({anyPart(), anyPart()});
        break;
    case 11:
        document.ungroupParts({anyPart()});
        break;
    case 12: {
        std::vector<Command> schedule = document.scene().schedule;
        if (!nodes.empty() && hasFaults(*findKind(nodes.front().kind)))
            schedule.push_back({SimTime::seconds(*rc::gen::inRange(0, 9)), nodes.front().id,
                                *rc::gen::element<std::string>("stop", "start")});
        document.setSchedule(std::move(schedule));
        break;
    }
    case 13:
        if (nodes.size() > 4)
            document.exchange({});
        break;
    default:
        if (!document.scene().links.empty()) {
            const std::string link = document.scene().links.front().key();
            *rc::gen::inRange(0, 2) == 0
                ? document.remove({{}, {link}})
                : document.setParameter(link, "latency",
                                        *rc::gen::element<std::string>("1 ms", "7 ms", "90 ms"));
        }
        break;
    }
}

} // namespace

class TestSandboxDocument : public QObject {
    Q_OBJECT

  private slots:
    void partsGetIdsAndNamesOfTheirOwn() {
        SandboxDocument document;
        QCOMPARE(document.addPart(kind("app_server"), {}), std::string("app_server"));
        QCOMPARE(document.addPart(kind("app_server"), {}), std::string("app_server_2"));
        QCOMPARE(document.scene().nodes[0].name, std::string("App server"));
        QCOMPARE(document.scene().nodes[1].name, std::string("App server 2"));
    }

    void partsAreJoinedInTheDirectionInWhichTheyTalk() {
        SandboxDocument document;
        const std::string database = document.addPart(kind("sql_database"), {});
        const std::string app = document.addPart(kind("app_server"), {});
        const std::string browser = document.addPart(kind("browser"), {});
        QVERIFY(document.connectParts(database, app)); // drawn the other way round
        QVERIFY(document.scene().findLink(app + "->" + database) != nullptr);
        QVERIFY(!document.connectParts(app, database)); // they are joined already
        QVERIFY(!document.connectParts(browser, database));
        QVERIFY(!document.connectParts(app, app));
    }

    void aRemovedPartComesBackWithItsLines() {
        SandboxDocument document;
        const std::string app = document.addPart(kind("app_server"), {});
        const std::string database = document.addPart(kind("sql_database"), {});
        document.connectParts(app, database);
        const std::string before = writeScene(document.scene());
        document.remove({{app}, {}});
        QVERIFY(document.scene().links.empty());
        document.undoStack().undo();
        QCOMPARE(writeScene(document.scene()), before);
    }

    void aRemovedPartLeavesItsGroupAndTheSchedule() {
        SandboxDocument document;
        const std::string app = document.addPart(kind("app_server"), {});
        const std::string database = document.addPart(kind("sql_database"), {});
        document.connectParts(app, database);
        document.groupParts({app, database});
        document.setSchedule({{SimTime::seconds(2), app, "stop"},
                              {SimTime::seconds(1),
                               app + "->" + database,
                               "set",
                               {{"parameter", "cut"}, {"value", true}}},
                              {SimTime::seconds(3), database, "stop"}});
        QCOMPARE(document.scene().schedule.front().at, SimTime::seconds(1)); // in order of time
        const std::string before = writeScene(document.scene());
        document.remove({{app}, {}});
        QCOMPARE(document.scene().schedule.size(), std::size_t{1});
        QCOMPARE(document.scene().groups.front().members, std::vector<std::string>{database});
        QVERIFY(readScene(writeScene(document.scene())).scene);
        document.undoStack().undo();
        QCOMPARE(writeScene(document.scene()), before);
    }

    void aPartIsInOneGroupOnly() {
        SandboxDocument document;
        const std::string app = document.addPart(kind("app_server"), {});
        const std::string database = document.addPart(kind("sql_database"), {});
        const std::string cache = document.addPart(kind("cache"), {});
        const std::string first = document.groupParts({app, database});
        const std::string second = document.groupParts({database, cache});
        QCOMPARE(document.scene().findGroup(first)->members, std::vector<std::string>{app});
        QCOMPARE(document.scene().groupOf(database)->id, second);
        document.renameGroup(second, "Data");
        QCOMPARE(document.scene().groupOf(cache)->name, std::string("Data"));
        document.groupParts({app}); // the first group has nobody left
        QVERIFY(document.scene().findGroup(first) == nullptr ||
                document.scene().groups.size() == 2);
        QVERIFY(document.groupParts({"nobody"}).empty());
    }

    void copiesTakeNotesAndWholeGroups() {
        SandboxDocument document;
        const std::string app = document.addPart(kind("app_server"), {});
        const std::string database = document.addPart(kind("sql_database"), {});
        const std::string note = document.addNote({0, 100});
        document.writeNote(note, "Look");
        document.groupParts({app, database});
        const PartSelection part = document.addParts(document.fragment({{app}, {}}), {10, 10});
        QVERIFY(document.scene().groupOf(*part.parts.begin()) == nullptr); // half a group
        const PartSelection all =
            document.addParts(document.fragment({{app, database}, {}, {note}}), {10, 10});
        QCOMPARE(document.scene().groups.size(), std::size_t{2});
        QCOMPARE(document.scene().findNote(*all.notes.begin())->text, std::string("Look"));
        QCOMPARE(document.scene().findNote(*all.notes.begin())->y, 110.0);
        QVERIFY(readScene(writeScene(document.scene())).scene);
    }

    void aDragIsOneStep() {
        SandboxDocument document;
        const std::string app = document.addPart(kind("app_server"), {0, 0});
        const int before = document.undoStack().count();
        document.moveParts({{app, {10, 0}}}, 1);
        document.moveParts({{app, {20, 0}}}, 1);
        document.moveParts({{app, {99, 0}}}, 2); // another drag
        QCOMPARE(document.undoStack().count(), before + 2);
        document.undoStack().undo();
        QCOMPARE(document.scene().nodes[0].x, 20.0);
        document.undoStack().undo();
        QCOMPARE(document.scene().nodes[0].x, 0.0);
    }

    void turningOneKnobIsOneStep() {
        SandboxDocument document;
        const std::string app = document.addPart(kind("app_server"), {});
        const int before = document.undoStack().count();
        document.setParameter(app, "workers", 5);
        document.setParameter(app, "workers", 6);
        QCOMPARE(document.undoStack().count(), before + 1);
        document.undoStack().undo();
        QVERIFY(settingOf(document.scene(), app, "workers") == nlohmann::json(8));
        QVERIFY(document.scene().nodes[0].parameters.empty());
    }

    void aChangedSettingIsToldAsACommand() {
        SandboxDocument document;
        const std::string app = document.addPart(kind("app_server"), {});
        std::vector<Command> told;
        connect(&document, &SandboxDocument::changed, this,
                [&](SceneChange, const Command& command) { told.push_back(command); });
        document.setParameter(app, "workers", 5);
        document.undoStack().undo();
        QCOMPARE(told.size(), std::size_t{2});
        QCOMPARE(told[0].target, app);
        QVERIFY(told[0].arguments == (nlohmann::json{{"parameter", "workers"}, {"value", 5}}));
        QVERIFY(told[1].arguments == (nlohmann::json{{"parameter", "workers"}, {"value", 8}}));
    }

    void copiesHaveTheLinesAmongThem() {
        SandboxDocument document;
        const std::string app = document.addPart(kind("app_server"), {0, 0});
        const std::string database = document.addPart(kind("sql_database"), {300, 0});
        const std::string browser = document.addPart(kind("browser"), {-300, 0});
        document.connectParts(app, database);
        document.connectParts(browser, app);
        document.setParameter(app, "workers", 3);
        const PartSelection copies =
            document.addParts(document.fragment({{app, database}, {}}), {40, 40});
        QCOMPARE(copies.parts, (std::set<std::string>{"app_server_2", "sql_database_2"}));
        QVERIFY(document.scene().findLink("app_server_2->sql_database_2") != nullptr);
        QCOMPARE(document.scene().links.size(), std::size_t{3}); // not the one to the browser
        QVERIFY(settingOf(document.scene(), "app_server_2", "workers") == nlohmann::json(3));
        QCOMPARE(document.scene().findNode("app_server_2")->x, 40.0);
    }

    void undoneAndDoneAgainItIsTheSameByteForByte() {
        const std::string broken = counterexample(300, [] {
            SandboxDocument document;
            std::vector<std::string> states{writeScene(document.scene())};
            const int edits = *rc::gen::inRange(1, 25);
            int last = 0;
            for (int i = 0; i < edits; ++i) {
                doSomething(document);
                const int now = document.undoStack().index();
                if (now == last) {
                    states.back() = writeScene(document.scene()); // nothing, or part of the last
                } else if (now < last) {
                    states.pop_back(); // a knob was turned back to where it was
                } else {
                    states.push_back(writeScene(document.scene()));
                }
                last = now;
            }
            for (std::size_t i = states.size(); i-- > 1;) {
                RC_ASSERT(writeScene(document.scene()) == states[i]);
                document.undoStack().undo();
            }
            RC_ASSERT(writeScene(document.scene()) == states.front());
            for (std::size_t i = 1; i < states.size(); ++i) {
                document.undoStack().redo();
                RC_ASSERT(writeScene(document.scene()) == states[i]);
            }
        });
        QCOMPARE(broken, std::string());
    }

    void everyEditLeavesASceneThatCanBeRead() {
        const std::string broken = counterexample(200, [] {
            SandboxDocument document;
            const int edits = *rc::gen::inRange(1, 25);
            for (int i = 0; i < edits; ++i) {
                doSomething(document);
            }
            const SceneReading reading = readScene(writeScene(document.scene()));
            RC_ASSERT(reading.problems.empty());
            RC_ASSERT(writeScene(*reading.scene) == writeScene(document.scene()));
        });
        QCOMPARE(broken, std::string());
    }

    void whatIsSavedIsWhatIsOpened() {
        const QTemporaryDir folder;
        SandboxDocument document;
        const std::string app = document.addPart(kind("app_server"), {});
        QVERIFY(document.isModified());
        const QString file = folder.filePath("mine.roundtrip");
        QVERIFY(document.saveAs(file).has_value());
        QVERIFY(!document.isModified());
        QCOMPARE(document.name(), QStringLiteral("mine"));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().toStdString(), writeScene(document.scene()));
        document.renamePart(app, "Ada");
        QVERIFY(document.isModified());
        document.undoStack().undo();
        QVERIFY(!document.isModified());
    }

    void aFileThatCannotBeWrittenIsAnError() {
        SandboxDocument document;
        document.addPart(kind("browser"), {});
        const auto saved = document.saveAs(QStringLiteral("/nowhere/at/all.roundtrip"));
        QCOMPARE(saved.error().code, std::string("cannot-write"));
        QVERIFY(document.isModified());
        QVERIFY(document.file().isEmpty());
    }
};

QTEST_MAIN(TestSandboxDocument)
#include "tst_sandbox_document.moc"
