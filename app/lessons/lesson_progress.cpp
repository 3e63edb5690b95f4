#include "app/lessons/lesson_progress.h"

#include "core/kernel/json_object.h"

#include <algorithm>

namespace roundtrip {

LessonProgress readProgress(const Lesson& lesson, const QByteArray& saved) {
    using Json = nlohmann::json;
    LessonProgress progress{.steps = lesson.steps.size()};
    const Json state = Json::parse(saved.begin(), saved.end(), nullptr, false);
    const Json visits = memberOf(state, "visits");
    const Json step = memberOf(state, "step");
    if (!visits.is_array() || visits.size() != progress.steps || !step.is_number_unsigned()) {
        return progress;
    }
    progress.step = std::min(step.get<std::size_t>(), progress.steps - 1);
    progress.done = static_cast<std::size_t>(std::ranges::count_if(
        visits, [](const Json& visit) { return memberOf(visit, "done") == true; }));
    return progress;
}

} // namespace roundtrip
