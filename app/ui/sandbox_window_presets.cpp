#include "app/narration/text_format.h"
#include "app/ui/sandbox_window.h"
#include "core/kernel/json_object.h"
#include "core/nodes/presets.h"
#include "core/scene/scene_edit.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

/// Of the one part that is chosen; the menu is away where there are none.
void SandboxWindow::fillPresets() {
    const auto& parts = tool_->selection().parts;
    const SceneNode* part =
        parts.size() == 1 ? document_->scene().findNode(*parts.begin()) : nullptr;
    presets_->clear();
    presets_->menuAction()->setVisible(false);
    if (part == nullptr) {
        return;
    }
    for (const Preset& preset : presetsOf(*findKind(part->kind))) {
        const QString title = coreText("presets", preset.title);
        QAction* action = presets_->addAction(title);
        action->setToolTip(coreText("presets", preset.help));
        connect(action, &QAction::triggered, this, [this, id = part->id, &preset, title] {
            QList<Command> settings;
            for (const auto& [name, value] : preset.values.items()) {
                settings << Command{SimTime(), id, "set", {{"parameter", name}, {"value", value}}};
            }
            performTogether(settings, title);
        });
        presets_->menuAction()->setVisible(true);
    }
}

void SandboxWindow::performTogether(const QList<Command>& settings, const QString& name) {
    const auto isNew = [this](const Command& setting) {
        return settingOf(document_->scene(), setting.target,
                         memberText(setting.arguments, "parameter")) !=
               memberOf(setting.arguments, "value");
    };
    if (std::ranges::none_of(settings, isNew)) {
        return; // an empty step of undo would do nothing
    }
    together([&] {
        document_->undoStack().beginMacro(name);
        for (const Command& setting : settings) {
            if (isNew(setting)) {
                document_->setParameter(setting.target, memberText(setting.arguments, "parameter"),
                                        memberOf(setting.arguments, "value"));
            }
        }
        document_->undoStack().endMacro();
    });
}

/// Given one by one, each would begin anew from the moment on the screen, without the one before.
void SandboxWindow::together(const std::function<void()>& edits) {
    isCollecting_ = true;
    edits();
    isCollecting_ = false;
    if (!collected_.isEmpty()) {
        give(std::exchange(collected_, {}));
    }
}

} // namespace roundtrip
