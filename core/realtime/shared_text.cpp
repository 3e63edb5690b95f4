#include "core/realtime/shared_text.h"

#include "core/kernel/utf8.h"

#include <algorithm>

namespace roundtrip::realtime {

namespace {

std::vector<std::string_view> charactersOf(std::string_view text) {
    std::vector<std::string_view> parts;
    parts.reserve(text.size());
    while (!text.empty()) {
        const std::size_t size = characterAt(text, 0).size;
        parts.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return parts;
}

} // namespace

std::string SharedText::text() const {
    std::string text;
    for (const Character& character : characters_) {
        if (!character.isErased) {
            text += character.text;
        }
    }
    return text;
}

std::vector<std::size_t> SharedText::visible() const {
    std::vector<std::size_t> indices;
    indices.reserve(characters_.size());
    for (std::size_t i = 0; i < characters_.size(); ++i) {
        if (!characters_[i].isErased) {
            indices.push_back(i);
        }
    }
    return indices;
}

std::optional<std::size_t> SharedText::indexOf(EditId id) const {
    const auto found = std::ranges::find(characters_, id, &Character::id);
    if (found == characters_.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - characters_.begin());
}

std::vector<TextEdit> SharedText::insert(std::size_t position, std::string_view text) {
    const std::vector<std::size_t> shown = visible();
    position = std::min(position, shown.size());
    EditId after = position == 0 ? EditId{} : characters_[shown[position - 1]].id;
    std::vector<TextEdit> edits;
    for (const std::string_view character : charactersOf(text)) {
        const EditId id{++clock_, site_};
        edits.push_back({TextEdit::Kind::insert, id, after, std::string(character)});
        after = id;
    }
    std::ranges::for_each(edits, [this](const TextEdit& edit) { apply(edit); });
    return edits;
}

std::vector<TextEdit> SharedText::erase(std::size_t position, std::size_t count) {
    const std::vector<std::size_t> shown = visible();
    position = std::min(position, shown.size());
    count = std::min(count, shown.size() - position);
    std::vector<TextEdit> edits;
    edits.reserve(count);
    for (std::size_t i = position; i < position + count; ++i) {
        edits.push_back({TextEdit::Kind::erase, characters_[shown[i]].id, {}, {}});
    }
    std::ranges::for_each(edits, [this](const TextEdit& edit) { apply(edit); });
    return edits;
}

std::vector<TextEdit> SharedText::replaceBy(std::string_view wanted) {
    const std::string had = text();
    const std::vector<std::string_view> before = charactersOf(had);
    const std::vector<std::string_view> after = charactersOf(wanted);
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head] == after[head]) {
        ++head;
    }
    std::size_t tail = 0;
    while (tail < shorter - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
        ++tail;
    }
    std::vector<TextEdit> edits = erase(head, before.size() - head - tail);
    std::ranges::move(insert(head, characters(wanted, head, after.size() - tail)),
                      std::back_inserter(edits));
    return edits;
}

void SharedText::apply(const TextEdit& edit) {
    clock_ = std::max(clock_, edit.id.counter);
    if (!place(edit)) {
        waiting_.emplace(edit.kind == TextEdit::Kind::insert ? edit.after : edit.id, edit);
        return;
    }
    if (edit.kind == TextEdit::Kind::erase) {
        return;
    }
    const auto [first, last] = waiting_.equal_range(edit.id);
    std::vector<TextEdit> ready;
    std::ranges::transform(first, last, std::back_inserter(ready),
                           [](const auto& entry) { return entry.second; });
    waiting_.erase(first, last);
    std::ranges::for_each(ready, [this](const TextEdit& next) { apply(next); });
}

/// False when the character that it needs is not there yet. A character stands behind those that
/// were inserted at the same place later: their ids, and those of what follows them, are greater.
bool SharedText::place(const TextEdit& edit) {
    if (edit.kind == TextEdit::Kind::erase) {
        const auto at = indexOf(edit.id);
        if (at) {
            characters_[*at].isErased = true;
        }
        return at.has_value();
    }
    if (known_.contains(edit.id)) {
        return true;
    }
    std::size_t at = 0;
    if (edit.after.counter != 0) {
        const auto before = indexOf(edit.after);
        if (!before) {
            return false;
        }
        at = *before + 1;
    }
    while (at < characters_.size() && characters_[at].id > edit.id) {
        ++at;
    }
    characters_.insert(characters_.begin() + static_cast<std::ptrdiff_t>(at),
                       {edit.id, edit.character});
    known_.insert(edit.id);
    return true;
}

bool LastWriteWins::write(std::string_view text, EditId stamp) {
    if (stamp <= stamp_) {
        return false;
    }
    text_ = text;
    stamp_ = stamp;
    return true;
}

} // namespace roundtrip::realtime
