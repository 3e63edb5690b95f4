#include "app/sandbox/commands/change_setting.h"

#include "app/sandbox/commands/merge_ids.h"
#include "core/scene/scene_edit.h"

#include <utility>

namespace roundtrip {

ChangeSetting::ChangeSetting(SandboxDocument& document, std::string target, std::string parameter,
                             nlohmann::json value, const QString& text)
    : SceneCommand(document, SceneChange::setting, text), target_(std::move(target)),
      parameter_(std::move(parameter)), value_(std::move(value)) {
    const nlohmann::json& written = *findParameters(document.scene(), target_);
    if (const auto found = written.find(parameter_); found != written.end()) {
        before_ = *found;
    }
}

int ChangeSetting::id() const {
    return kSettingsMerge;
}

bool ChangeSetting::mergeWith(const QUndoCommand* later) {
    const auto* next = static_cast<const ChangeSetting*>(later);
    // A knob that is being turned is one step; each edit of a document is one of its own.
    if (next->target_ != target_ || next->parameter_ != parameter_ ||
        next->value_.is_structured()) {
        return false;
    }
    value_ = next->value_;
    setObsolete(before_ == value_);
    return true;
}

void ChangeSetting::apply(Scene& scene) {
    (*findParameters(scene, target_))[parameter_] = value_;
}

void ChangeSetting::revert(Scene& scene) {
    nlohmann::json& parameters = *findParameters(scene, target_);
    if (before_) {
        parameters[parameter_] = *before_;
    } else {
        parameters.erase(parameter_);
    }
}

Command ChangeSetting::setting(const Scene& scene) const {
    return {SimTime(),
            target_,
            "set",
            {{"parameter", parameter_}, {"value", settingOf(scene, target_, parameter_)}}};
}

} // namespace roundtrip
