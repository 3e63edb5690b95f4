#include "app/sandbox/commands/add_parts.h"

#include <utility>

namespace roundtrip {

namespace {

/// Notes alone leave a run as it is.
SceneChange changeOf(const Scene& added) {
    return added.nodes.empty() && added.links.empty() ? SceneChange::looks : SceneChange::parts;
}

template <class Things>
void append(Things& things, const Things& added) {
    things.insert(things.end(), added.begin(), added.end());
}

template <class Things>
void dropLast(Things& things, const Things& added) {
    things.resize(things.size() - added.size());
}

} // namespace

AddParts::AddParts(SandboxDocument& document, Scene added, const QString& text)
    : SceneCommand(document, changeOf(added), text), added_(std::move(added)) {}

void AddParts::apply(Scene& scene) {
    append(scene.nodes, added_.nodes);
    append(scene.links, added_.links);
    append(scene.notes, added_.notes);
    append(scene.groups, added_.groups);
}

void AddParts::revert(Scene& scene) {
    dropLast(scene.nodes, added_.nodes);
    dropLast(scene.links, added_.links);
    dropLast(scene.notes, added_.notes);
    dropLast(scene.groups, added_.groups);
}

} // namespace roundtrip
