#include "core/lesson/glossary.h"

#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

int wordCount(const std::string& text) {
    std::istringstream stream(text);
    return static_cast<int>(std::distance(std::istream_iterator<std::string>(stream), {}));
}

GlossaryTerm readTerm(const Json& json, const std::string& pointer, Problems& problems) {
    GlossaryTerm read;
    JsonObject object(json, pointer, problems);
    if (!object.isObject()) {
        return read;
    }
    object.allowOnly({"term", "means", "see"});
    read.term = object.requiredText("term");
    read.means = object.requiredText("means");
    read.see = object.texts("see");
    if (const int words = wordCount(read.means); words > GlossaryTerm::kMostWords) {
        object.report("too-long", {std::to_string(words), std::to_string(GlossaryTerm::kMostWords)},
                      "means");
    }
    return read;
}

void checkReferences(const Glossary& glossary, const std::string& file, Problems& problems) {
    std::vector<std::string> ids;
    std::ranges::transform(glossary, std::back_inserter(ids), &Glossary::value_type::first);
    for (const auto& [id, term] : glossary) {
        for (const std::string& other : term.see) {
            if (!glossary.contains(other)) {
                problems.push_back({"unknown-term",
                                    {other, nearestWord(other, ids)},
                                    fmt::format("{}#/terms/{}/see", file, id)});
            }
        }
    }
}

/// 0: the name begins with the search, 1: somewhere else, none: not every word is there.
std::optional<int> rankOf(const GlossaryTerm& term, std::string_view search) {
    const std::string name = lowered(term.term);
    const std::string all = fmt::format("{} {}", name, lowered(term.means));
    std::istringstream words{std::string(search)};
    for (std::string word; words >> word;) {
        if (all.find(word) == std::string::npos) {
            return std::nullopt;
        }
    }
    return name.starts_with(search) ? 0 : 1;
}

} // namespace

GlossaryReading readGlossary(std::string_view text, const std::string& file) {
    GlossaryReading reading;
    const auto json = parseJson(text);
    if (!json) {
        Error error = json.error();
        error.where = fmt::format("{}#{}", file, error.where);
        reading.problems.push_back(std::move(error));
        return reading;
    }
    JsonObject object(*json, file + "#", reading.problems);
    object.allowOnly({"terms"});
    Glossary glossary;
    if (const Json* terms = object.require("terms"); terms != nullptr && terms->is_object()) {
        for (const auto& [id, term] : terms->items()) {
            glossary[id] = readTerm(term, fmt::format("{}#/terms/{}", file, id), reading.problems);
        }
    }
    checkReferences(glossary, file, reading.problems);
    if (reading.problems.empty()) {
        reading.glossary = std::move(glossary);
    }
    return reading;
}

std::vector<std::string> findTerms(const Glossary& glossary, std::string_view search) {
    struct Found {
        int rank;
        std::string name;
        std::string id;
        auto operator<=>(const Found&) const = default;
    };
    const std::string wanted = lowered(trimmed(search));
    std::vector<Found> found;
    for (const auto& [id, term] : glossary) {
        if (const auto rank = rankOf(term, wanted)) {
            found.push_back({wanted.empty() ? 0 : *rank, lowered(term.term), id});
        }
    }
    std::ranges::sort(found);
    std::vector<std::string> ids;
    std::ranges::transform(found, std::back_inserter(ids), &Found::id);
    return ids;
}

} // namespace roundtrip
