#include "app/narration/command_words.h"
#include "app/narration/text_format.h"
#include "app/ui/sandbox_window.h"
#include "core/scene/scene_edit.h"

namespace roundtrip {

/// Faults of the parts and lines that are chosen; one press breaks all of them.
void SandboxWindow::fillBreakMenu() {
    QMenu* menu = breakButton_->menu();
    menu->clear();
    const PartSelection& chosen = tool_->selection();
    const auto add = [this, menu](const QString& text, const Command& command) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, command] { perform(command); });
    };
    for (const std::string& part : chosen.parts) {
        const SceneNode& node = *document_->scene().findNode(part);
        if (!hasFaults(*findKind(node.kind))) {
            continue;
        }
        menu->addSection(QString::fromStdString(node.name));
        for (const ActionInfo& fault : faultActions()) {
            add(coreText("actions", fault.label), {SimTime(), part, fault.name});
        }
    }
    for (const std::string& link : chosen.links) {
        menu->addSection(targetWords(document_->scene(), link));
        const bool isCut = settingOf(document_->scene(), link, "cut") == true;
        add(isCut ? tr("Mend the line") : tr("Cut the line"),
            {SimTime(), link, "set", {{"parameter", "cut"}, {"value", !isCut}}});
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("Choose a part or a line first. People cannot be broken."))
            ->setEnabled(false);
    }
    menu->addSeparator();
    connect(menu->addAction(tr("On the schedule…")), &QAction::triggered, this,
            &SandboxWindow::askWhatHappens);
}

} // namespace roundtrip
