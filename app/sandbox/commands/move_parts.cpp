#include "app/sandbox/commands/move_parts.h"

#include "app/sandbox/commands/merge_ids.h"

#include <utility>

namespace roundtrip {

MoveParts::MoveParts(SandboxDocument& document, std::map<std::string, QPointF> places, int drag,
                     const QString& text)
    : SceneCommand(document, SceneChange::looks, text), places_(std::move(places)), drag_(drag) {
    const auto note = [this](const auto& things) {
        for (const auto& thing : things) {
            if (places_.contains(thing.id)) {
                before_.emplace(thing.id, QPointF(thing.x, thing.y));
            }
        }
    };
    note(document.scene().nodes);
    note(document.scene().notes);
}

int MoveParts::id() const {
    return drag_ == 0 ? -1 : kMovesMerge;
}

bool MoveParts::mergeWith(const QUndoCommand* later) {
    const auto* next = static_cast<const MoveParts*>(later);
    if (next->drag_ != drag_) {
        return false;
    }
    for (const auto& [part, place] : next->places_) {
        places_[part] = place;
    }
    before_.insert(next->before_.begin(), next->before_.end());
    return true;
}

void MoveParts::apply(Scene& scene) {
    place(scene, places_);
}

void MoveParts::revert(Scene& scene) {
    place(scene, before_);
}

void MoveParts::place(Scene& scene, const std::map<std::string, QPointF>& places) {
    const auto put = [&places](auto& things) {
        for (auto& thing : things) {
            if (const auto found = places.find(thing.id); found != places.end()) {
                thing.x = found->second.x();
                thing.y = found->second.y();
            }
        }
    };
    put(scene.nodes);
    put(scene.notes);
}

} // namespace roundtrip
