#pragma once

#include "core/kernel/parameter.h"
#include "core/web/block_form.h"

#include <QString>

namespace roundtrip {

// What an editor says of blocks and of the things that have handlers, in the program's language.

/// What a card shows of a block or of a thing with a handler.
struct CardWords {
    QString title; ///< "Ask the database"; of what nobody knows, the name that it gives itself
    QString line;  ///< what it is set to, as code: "SELECT * FROM photos", "photo:{id}  ttl 30 s"
    QString help;
    QString category;                                ///< a word for style sheets: "data"
    const std::vector<Parameter>* members = nullptr; ///< null: nobody knows it
};
[[nodiscard]] CardWords wordsOfBlock(const nlohmann::json& block);
[[nodiscard]] CardWords wordsOfEntry(const std::vector<EntryForm>& forms,
                                     const nlohmann::json& entry);

/// The kind of thing that stands in the list: by the member that tells it from the others.
[[nodiscard]] const EntryForm& formOfEntry(const std::vector<EntryForm>& forms,
                                           const nlohmann::json& entry);
/// "POST /photos"
[[nodiscard]] QString entryTitle(const EntryForm& form, const nlohmann::json& entry);

/// The problems of the thing at that pointer itself, one a line, without those of blocks inside it.
[[nodiscard]] QString problemsAt(const Problems& problems, const std::string& pointer);
/// Whether anything at that pointer or below it is wrong.
[[nodiscard]] bool hasProblemsBelow(const Problems& problems, const std::string& pointer);

} // namespace roundtrip
