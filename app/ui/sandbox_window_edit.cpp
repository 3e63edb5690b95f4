#include "app/ui/sandbox_window.h"
#include "core/scene/topology_edit.h"

#include <utility>

namespace roundtrip {

/// What has to come and go so that the run, where it stands, is as the document says.
std::optional<Command> SandboxWindow::editNow() {
    const TopologyDifference difference =
        differenceBetween(run_->playback().topologyNow(), document_->scene());
    return difference.isEmpty() ? std::nullopt : std::optional(editFor(difference));
}

/// An id tells parts apart for as long as a run goes on.
bool SandboxWindow::canEditRun() const {
    return !reusedId(run_->session().scene(), document_->scene());
}

/// Where a run is looked at in its past, what was built since is brought there first.
void SandboxWindow::give(QList<Command> commands) {
    if (const auto edit = hasBegun() ? editNow() : std::nullopt) {
        commands.prepend(*edit);
    }
    run_->playback().give(std::move(commands));
}

/// While commands are still being worked on, it waits for them: what they bring is not known yet.
void SandboxWindow::editRun() {
    if (run_->session().isBusy()) {
        isEditWaiting_ = true;
        return;
    }
    isEditWaiting_ = false;
    forgetRemoved();
    if (const auto edit = editNow()) {
        run_->playback().give({*edit}, Playback::Then::step);
    }
}

/// What was taken out has no settings to show.
void SandboxWindow::forgetRemoved() {
    const auto& nodes = run_->session().scene().nodes;
    const std::size_t shown = indexOf(run_->node().node());
    if (shown < nodes.size() && document_->scene().findNode(nodes[shown].id) == nullptr) {
        run_->showNode(NodeId::none);
    }
}

void SandboxWindow::joinEdits() {
    connect(&run_->session(), &Session::rested, this, [this] {
        if (isEditWaiting_) {
            editRun();
        }
    });
    // The stage's choice goes when other parts are there; the document's stays.
    connect(&run_->playback(), &Playback::sceneChanged, this, [this] {
        if (hasBegun()) {
            tool_->select(tool_->selection());
        }
    });
    connect(&run_->session(), &Session::failed, this, [this](const Error& error) {
        const bool isLost =
            !differenceBetween(run_->session().scene(), document_->scene()).addedNodes.empty();
        if (isLost && error.code != "cancelled") {
            run_->session().begin(document_->scene());
        }
    });
}

} // namespace roundtrip
