#include "app/ui/sandbox_window.h"

#include "app/narration/problem_text.h"
#include "app/ui/help_dialog.h"
#include "core/kernel/json_object.h"
#include "core/scene/scene_edit.h"
#include "core/scene/scene_layout.h"

#include <QApplication>
#include <QClipboard>

#include <algorithm>

namespace roundtrip {

SandboxWindow::SandboxWindow(Language& language, Style& style, const QString& drafts)
    : style_(style), language_(language), actions_(new Actions(style_, this)),
      document_(new SandboxDocument(this)),
      run_(new RunViews(document_->scene(), style_, *actions_, this)),
      autosave_(new Autosave(*document_, drafts)), drafts_(drafts) {
    autosave_->setParent(this);
    makeViews();
    join();
    joinActions();
    joinRun();
    joinEdits();
    restyle();
    retranslate();
    takeDocument();
}

SandboxWindow::~SandboxWindow() {
    run_->canvas().setTool(nullptr);
}

void SandboxWindow::join() {
    connect(document_, &SandboxDocument::changed, this, &SandboxWindow::takeChange);
    connect(document_, &SandboxDocument::replaced, this, &SandboxWindow::takeDocument);
    connect(document_, &SandboxDocument::titleChanged, this, &SandboxWindow::refreshTitle);
    connect(palette_, &PaletteView::partWanted, this, &SandboxWindow::addPart);
    connect(tool_, &EditTool::selectionChanged, this, [this] {
        table_->show(tool_->selection());
        refreshActions();
    });
    connect(tool_, &EditTool::menuRequested, this, &SandboxWindow::showMenu);
    connect(table_, &PartsTable::selectionChosen, tool_, &EditTool::select);
    connect(problems_, &ProblemsList::shown, this, [this](const std::string& target) {
        const bool isPart = document_->scene().findNode(target) != nullptr;
        tool_->select(isPart ? PartSelection{{target}, {}} : PartSelection{{}, {target}});
        run_->canvas().setFocus();
    });
    connect(problems_, &ProblemsList::counted, this, [this](int count) {
        run_->lower().setTabText(run_->lower().indexOf(problems_),
                                 count == 0 ? tr("Problems") : tr("Problems (%1)").arg(count));
    });
    connect(challenge_, &ChallengeView::leaveWanted, this, &SandboxWindow::leaveChallenge);
    // As a step of its own: what was built so far can be had back.
    connect(challenge_, &ChallengeView::sceneWanted, document_, &SandboxDocument::exchange);
    connect(QApplication::clipboard(), &QClipboard::dataChanged, this,
            &SandboxWindow::refreshActions);
    connect(&style_, &Style::changed, this, &SandboxWindow::restyle);
}

void SandboxWindow::joinRun() {
    charts_->setPlayback(&run_->playback());
    why_->setPlayback(&run_->playback());
    requests_->setPlayback(&run_->playback());
    console_->setPlayback(&run_->playback());
    connect(console_, &ConsoleView::commandWanted, this, &SandboxWindow::perform);
    connect(requests_, &RequestsView::commandWanted, this, &SandboxWindow::perform);
    connect(charts_, &RunCharts::saveTableWanted, this, [this] { saveCharts(false); });
    connect(charts_, &RunCharts::savePictureWanted, this, [this] { saveCharts(true); });
    connect(why_, &WhyView::factChosen, this, [this](std::size_t fact) {
        run_->playback().pause();
        run_->playback().seekToFact(fact);
        run_->message().showFact(fact);
        run_->inspector().setCurrentIndex(RunViews::messageTab);
    });
    connect(schedule_, &ScheduleView::addWanted, this, &SandboxWindow::askWhatHappens);
    connect(run_, &RunViews::commandWanted, this, &SandboxWindow::perform);
    connect(&run_->playback(), &Playback::playingChanged, actions_, &Actions::setPlaying);
}

void SandboxWindow::arrange() {
    std::map<std::string, QPointF> places;
    for (const auto& [id, place] : arranged(document_->scene())) {
        places.emplace(id, QPointF(place.x, place.y));
    }
    if (!places.empty()) {
        document_->moveParts(places);
        run_->canvas().fit();
    }
}

void SandboxWindow::joinActions() {
    const Actions& actions = *actions_;
    const auto on = [this, &actions](Actions::Id id, auto slot) {
        connect(actions[id], &QAction::triggered, this, slot);
    };
    const auto moves = [this, on](Actions::Id id, void (Transport::*order)()) {
        on(id, [this, order] {
            if (Transport* now = transport()) {
                (now->*order)();
            }
        });
    };
    moves(Actions::start, &Transport::toStart);
    moves(Actions::stepBack, &Transport::stepBack);
    moves(Actions::play, &Transport::togglePlaying);
    moves(Actions::stepForward, &Transport::stepForward);
    moves(Actions::end, &Transport::toEnd);
    on(Actions::runAll, [this] { runAll(); });
    on(Actions::compare, [this] { isComparing() ? closeComparison() : openComparison(); });
    on(Actions::newDocument, [this] { emit newWanted(); });
    on(Actions::closeDocument, [this] { emit closeWanted(); });
    on(Actions::openDocument, [this] { askToOpen(); });
    on(Actions::saveDocument, [this] { save(); });
    on(Actions::saveDocumentAs, [this] { askToSave(); });
    on(Actions::shareLink, [this] { share(); });
    on(Actions::savePicture, [this] { savePicture(); });
    on(Actions::saveAnimation, [this] { saveAnimation(); });
    on(Actions::printDocument, [this] { print(); });
    on(Actions::fitStage, [this] { run_->canvas().fit(); });
    on(Actions::fitSelection, [this] { run_->canvas().fitTo(tool_->selectionRect()); });
    on(Actions::zoomIn, [this] { run_->canvas().zoomBy(1.15); });
    on(Actions::zoomOut, [this] { run_->canvas().zoomBy(1 / 1.15); });
    on(Actions::home, [this] { emit homeWanted(); });
    on(Actions::glossary, [this] { emit glossaryWanted({}); });
    on(Actions::help, [this] {
        HelpDialog dialog(*actions_, this);
        dialog.exec();
    });
    on(Actions::quit, [this] { window()->close(); });
    connect(actions[Actions::heat], &QAction::toggled, this,
            [this](bool shown) { run_->canvas().setHeat(shown); });
    joinBuilding();
    actions_->joinAppearance(style_, language_);
    connect(&document_->undoStack(), &QUndoStack::indexChanged, this,
            &SandboxWindow::refreshActions);
}

void SandboxWindow::joinBuilding() {
    const Actions& actions = *actions_;
    const auto on = [this, &actions](Actions::Id id, auto slot) {
        connect(actions[id], &QAction::triggered, this, slot);
    };
    on(Actions::undo, [this] { together([this] { document_->undoStack().undo(); }); });
    on(Actions::redo, [this] { together([this] { document_->undoStack().redo(); }); });
    on(Actions::cut, [this] {
        copy();
        remove();
    });
    on(Actions::copy, [this] { copy(); });
    on(Actions::paste, [this] { paste(); });
    on(Actions::duplicate, [this] { duplicate(); });
    on(Actions::removeParts, [this] { remove(); });
    on(Actions::selectAll, [this] { tool_->selectAll(); });
    on(Actions::joinParts, [this] { tool_->startJoining(); });
    on(Actions::renamePart, [this] { tool_->startRenaming(); });
    on(Actions::arrange, [this] { arrange(); });
    on(Actions::addNote, [this] { tool_->addNote(); });
    on(Actions::groupParts, [this] { group(); });
    on(Actions::ungroupParts, [this] { document_->ungroupParts(tool_->selection().parts); });
    for (const auto& [id, alignment] : {std::pair(Actions::alignLeft, Alignment::left),
                                        std::pair(Actions::alignCentre, Alignment::centre),
                                        std::pair(Actions::alignRight, Alignment::right),
                                        std::pair(Actions::alignTop, Alignment::top),
                                        std::pair(Actions::alignMiddle, Alignment::middle),
                                        std::pair(Actions::alignBottom, Alignment::bottom)}) {
        on(id, [this, how = alignment] { tool_->align(how); });
    }
    on(Actions::distributeAcross, [this] { tool_->distribute(Direction::across); });
    on(Actions::distributeDown, [this] { tool_->distribute(Direction::down); });
}

/// A group is named at once.
void SandboxWindow::group() {
    const std::string made = document_->groupParts(tool_->selection().parts);
    if (!made.empty()) {
        tool_->startNaming(made);
    }
}

/// At the moment on the screen, to the part that is chosen.
void SandboxWindow::askWhatHappens() {
    Command wanted;
    wanted.at = run_->playback().time();
    const PartSelection& chosen = tool_->selection();
    if (!chosen.parts.empty()) {
        wanted.target = *chosen.parts.begin();
    } else if (!chosen.links.empty()) {
        wanted.target = *chosen.links.begin();
    }
    schedule_->askToAdd(wanted);
}

/// Something was done beside building: sent, turned, broken.
bool SandboxWindow::hasBegun() {
    return !run_->session().inputs().isEmpty() || run_->playback().position().moments > 0;
}

void SandboxWindow::takeChange(SceneChange change, const Command& setting) {
    if (change == SceneChange::looks) {
        run_->session().takeLooks(document_->scene());
        run_->takeLooks();
    } else if (change == SceneChange::setting && hasBegun()) {
        isCollecting_ ? collected_.append(setting) : give({setting});
    } else if (change == SceneChange::parts && hasBegun() && canEditRun()) {
        const PartSelection selection = tool_->selection();
        run_->session().takeLooks(document_->scene());
        run_->session().expect(document_->scene());
        run_->takeLooks();
        editRun();
        tool_->select(selection);
    } else {
        const bool ends = hasBegun();
        const PartSelection selection = tool_->selection();
        run_->session().begin(document_->scene());
        tool_->select(selection);
        if (ends && change == SceneChange::schedule) {
            notice_->tell(tr("Other things happen by themselves now, so the run begins anew."));
        } else if (ends) {
            notice_->tell(tr("A part has the name that one of another kind had before, so the run "
                             "begins anew."));
        }
    }
    emptyHint_->setVisible(document_->scene().nodes.empty());
    problems_->refresh();
    refreshTitle();
}

void SandboxWindow::takeDocument() {
    tool_->select({});
    run_->session().begin(document_->scene());
    run_->canvas().fit();
    emptyHint_->setVisible(document_->scene().nodes.empty());
    problems_->refresh();
    refreshTitle();
    refreshActions();
}

/// A setting belongs to the document; everything else only to the run. Where the document says so
/// already (the run stands before its change), the run alone is told.
void SandboxWindow::perform(const Command& command) {
    const std::string parameter = memberText(command.arguments, "parameter");
    if (command.action != "set") {
        give({command});
        return;
    }
    const nlohmann::json value = memberOf(command.arguments, "value");
    if (settingOf(document_->scene(), command.target, parameter) != value) {
        document_->setParameter(command.target, parameter, value);
    } else if (hasBegun()) {
        give({command});
    }
}

void SandboxWindow::addPart(const QString& kind) {
    const NodeKind* known = findKind(kind.toStdString());
    if (known == nullptr) {
        return;
    }
    const std::string part = document_->addPart(*known, tool_->freePlace());
    tool_->select({{part}, {}});
    const auto card = run_->canvas().model().findNode(part);
    if (card &&
        !run_->canvas().rect().contains(run_->canvas().nodeRect(*card).center().toPoint())) {
        run_->canvas().fit();
    }
}

/// What clients do first, by their descriptor: send, start, connect. A client that the schedule
/// speaks to knows what to do.
void SandboxWindow::runAll() {
    QList<Command> commands;
    const auto& schedule = document_->scene().schedule;
    for (const SceneNode& node : document_->scene().nodes) {
        const NodeKind& kind = *findKind(node.kind);
        const bool isTold =
            std::ranges::find(schedule, node.id, &Command::target) != schedule.end();
        if (kind.category == Category::clients && !kind.actions.empty() && !isTold) {
            commands << Command{SimTime(), node.id, kind.actions.front().name};
        }
    }
    if (commands.isEmpty() && schedule.empty() && !run_->session().neverRests()) {
        notice_->tell(tr("There is nobody who asks for anything yet. Add a client, for example a "
                         "Browser, and join it with a server."));
        return;
    }
    notice_->hide();
    Playback& playback = run_->playback();
    if (commands.isEmpty() && (run_->session().neverRests() || playback.steps() > 0)) {
        if (playback.isAtEnd() && !run_->session().neverRests()) {
            playback.toStart(); // what happens by itself has all happened
        }
        playback.play();
    } else { // with nothing to give, the schedule begins
        give(commands);
    }
}

void SandboxWindow::remove() {
    const PartSelection selection = tool_->selection();
    tool_->select({});
    document_->remove(selection);
}

void SandboxWindow::refreshActions() {
    const Actions& actions = *actions_;
    const PartSelection& selection = tool_->selection();
    const bool hasParts = !selection.parts.empty();
    for (const Actions::Id id : {Actions::cut, Actions::copy, Actions::duplicate}) {
        actions[id]->setEnabled(hasParts);
    }
    actions[Actions::copy]->setEnabled(hasParts || !selection.notes.empty());
    for (const Actions::Id id : {Actions::removeParts, Actions::fitSelection}) {
        actions[id]->setEnabled(!selection.isEmpty());
    }
    actions[Actions::groupParts]->setEnabled(hasParts);
    actions[Actions::ungroupParts]->setEnabled(
        std::ranges::any_of(selection.parts, [this](const std::string& part) {
            return document_->scene().groupOf(part) != nullptr;
        }));
    for (int id = Actions::alignLeft; id <= Actions::distributeDown; ++id) {
        const std::size_t least = id < Actions::distributeAcross ? 2 : 3;
        actions[static_cast<Actions::Id>(id)]->setEnabled(selection.parts.size() >= least);
    }
    for (const Actions::Id id : {Actions::joinParts, Actions::renamePart}) {
        actions[id]->setEnabled(selection.parts.size() == 1);
    }
    fillPresets();
    colors_->setEnabled(hasParts || !selection.notes.empty());
    QUndoStack& undo = document_->undoStack();
    actions[Actions::undo]->setEnabled(undo.canUndo());
    actions[Actions::redo]->setEnabled(undo.canRedo());
    const auto named = [](QAction* action, const QString& plain, const QString& what) {
        action->setText(what.isEmpty() ? plain : QStringLiteral("%1: %2").arg(plain, what));
    };
    actions_->retranslate();
    named(actions[Actions::undo], actions[Actions::undo]->text(), undo.undoText());
    named(actions[Actions::redo], actions[Actions::redo]->text(), undo.redoText());
}

void SandboxWindow::refreshTitle() {
    const QString name = document_->name();
    title_->setText(document_->isModified() ? tr("%1 — edited").arg(name) : name);
    setWindowTitle(tr("%1 — Sandbox — Roundtrip").arg(title_->text()));
}

void SandboxWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

} // namespace roundtrip
