#include "app/storage/learner.h"

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip {

namespace {

using Verb = LessonResult::Verb;

constexpr std::array<std::pair<Verb, const char*>, 5> kVerbs{{{Verb::initialized, "initialized"},
                                                              {Verb::experienced, "experienced"},
                                                              {Verb::predicted, "predicted"},
                                                              {Verb::answered, "answered"},
                                                              {Verb::completed, "completed"}}};

} // namespace

QString textOf(LessonResult::Verb verb) {
    const auto* const found = std::ranges::find(kVerbs, verb, &std::pair<Verb, const char*>::first);
    return QString::fromLatin1(found->second);
}

LessonResult::Verb verbFrom(const QString& text) {
    const auto* const found = std::ranges::find_if(
        kVerbs, [&text](const auto& verb) { return text == QLatin1String(verb.second); });
    return found == kVerbs.end() ? Verb::initialized : found->first;
}

} // namespace roundtrip
