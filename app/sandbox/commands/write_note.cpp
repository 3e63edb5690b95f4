#include "app/sandbox/commands/write_note.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

WriteNote::WriteNote(SandboxDocument& document, std::string note, std::string words,
                     const QString& text)
    : SceneCommand(document, SceneChange::looks, text), note_(std::move(note)),
      words_(std::move(words)) {}

void WriteNote::exchange(Scene& scene) {
    const auto found = std::ranges::find(scene.notes, note_, &SceneNote::id);
    std::swap(found->text, words_);
}

} // namespace roundtrip
