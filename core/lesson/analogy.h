#pragma once

#include "core/trace/trace.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// The everyday picture of a lesson's scenes, those of its comparisons too: which drawing stands
/// for which part and which kind of message. The facts stay the same; its words are an AnalogyText
/// in each language.
struct LessonAnalogy {
    std::map<std::string, std::string> nodes;    ///< node id to drawing
    std::map<std::string, std::string> messages; ///< message kind to drawing
    std::map<std::string, std::string> drawings; ///< the lesson's own, as SVG; they win
};

/// The words of an analogy in one language. Sentences and headlines stand under a key: a fact kind,
/// perhaps with a node, perhaps with a form: "cache_missed", "cache_missed@browser",
/// "message_sent:request", "check_failed@app:csrf". `{node}` stands for a value of the fact.
struct AnalogyText {
    std::string title; ///< a word or two: "library"
    std::map<std::string, std::string> nodes;
    std::map<std::string, std::string> messages;
    std::map<std::string, std::string> sentences;
    std::map<std::string, std::string> headlines; ///< a few words on a part's card
};

/// The drawings that travel inside the program, by name, in order.
[[nodiscard]] std::span<const std::string_view> shippedDrawings();

constexpr std::size_t kMessageKindCount = 6;
/// "request", "response" and so on, in the enum's order.
[[nodiscard]] const std::vector<std::string_view>& messageKindNames();

/// The ways to tell of this fact, the most telling first; empty when there is only one. Messages:
/// their kind with the first word of their title, "response/404", or "failed", then the kind.
/// Checks: "csrf/missing", then "csrf". Lookups: the reason. Trips: how they ended.
[[nodiscard]] std::vector<std::string> formsOf(const Trace& trace, const Fact& fact);

/// What forms of that kind begin with, before a "/"; empty when anything may stand there or none is
/// known.
[[nodiscard]] std::vector<std::string_view> knownForms(FactKind kind);

/// What may stand between braces in a sentence about such a fact.
[[nodiscard]] std::vector<std::string_view> placeholdersFor(FactKind kind, std::string_view form);

/// A key of AnalogyText::sentences, taken apart.
struct SentenceKey {
    std::string_view kind;
    std::string_view node; ///< empty: any
    std::string_view form; ///< empty: any

    static SentenceKey parse(std::string_view key);
};

/// The text for a fact at a node of that id: first the most telling form, each form first with its
/// node. Null when none fits.
[[nodiscard]] const std::string* findSentence(const std::map<std::string, std::string>& texts,
                                              const Trace& trace, const Fact& fact,
                                              std::string_view node);

} // namespace roundtrip
