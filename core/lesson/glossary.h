#pragma once

#include "core/kernel/error.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// A word of the field, explained in a sentence or two.
struct GlossaryTerm {
    std::string term;             ///< as it is written: "Time to live (TTL)"
    std::string means;            ///< at most kMostWords
    std::vector<std::string> see; ///< ids of terms that lead on

    static constexpr int kMostWords = 60;
};

/// Terms by id, which is the same in every language.
using Glossary = std::map<std::string, GlossaryTerm, std::less<>>;

struct GlossaryReading {
    std::optional<Glossary> glossary; ///< none with any problem
    Problems problems;
};

/// Reads {"terms": {"ttl": {"term", "means", "see": ["cache"]}}}. Problems: those of parseJson and
/// JsonObject, "unknown-term" {id, nearest}, "too-long" {words, most}. `file` stands before the
/// pointers.
[[nodiscard]] GlossaryReading readGlossary(std::string_view text, const std::string& file);

/// Ids of the terms whose name or meaning holds every word of `search`, in any case, those whose
/// name begins with it first; all, by name, when it is empty.
[[nodiscard]] std::vector<std::string> findTerms(const Glossary& glossary, std::string_view search);

} // namespace roundtrip
