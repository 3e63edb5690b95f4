#include "core/lesson/lesson_commands.h"

#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

/// The scene that the object names, or the one that stands without a name.
Scene ownScene(JsonObject& object, const Scene& otherwise, const FileReader& files,
               Problems& problems) {
    const std::string name = object.text("scene");
    if (name.empty()) {
        return otherwise;
    }
    return readSceneFile(name, object.pointerTo("scene"), files, problems).value_or(otherwise);
}

ComparisonSide readSide(const Json& json, const std::string& pointer, const Scene& scene,
                        const FileReader& files, Problems& problems) {
    ComparisonSide side;
    JsonObject object(json, pointer, problems);
    if (!object.isObject()) {
        return side;
    }
    object.allowOnly({"scene", "do"});
    side.scene = ownScene(object, scene, files, problems);
    side.settings = readCommands(object, "do", side.scene, problems);
    return side;
}

} // namespace

std::vector<LessonCommand> readCommands(JsonObject& object, std::string_view member,
                                        const Scene& scene, Problems& problems) {
    std::vector<LessonCommand> commands;
    for (const auto& element : object.array(member)) {
        JsonObject given(*element.json, element.pointer, problems);
        given.allowOnly({"target", "action", "arguments", "after"});
        LessonCommand command;
        command.after = given.duration("after").value_or(SimTime());
        command.command = readCommand(given, scene);
        commands.push_back(std::move(command));
    }
    return commands;
}

std::optional<Scene> readSceneFile(const std::string& name, const std::string& where,
                                   const FileReader& files, Problems& problems) {
    const auto text = files(name);
    if (!text) {
        problems.push_back({"no-file", {name}, where});
        return std::nullopt;
    }
    SceneReading reading = readScene(*text);
    for (Problem& problem : reading.problems) {
        problem.where = fmt::format("{}#{}", name, problem.where);
        problems.push_back(std::move(problem));
    }
    return std::move(reading.scene);
}

LessonComparison readComparison(const Json& json, const std::string& pointer, const Scene& scene,
                                const FileReader& files, Problems& problems) {
    LessonComparison comparison;
    JsonObject object(json, pointer, problems);
    if (!object.isObject()) {
        return comparison;
    }
    object.allowOnly({"id", "scene", "a", "b", "inputs", "figures"});
    comparison.id = object.requiredText("id");
    const Scene shared = ownScene(object, scene, files, problems);
    for (const char* side : {"a", "b"}) {
        if (const Json* own = object.require(side)) {
            (*side == 'a' ? comparison.a : comparison.b) =
                readSide(*own, object.pointerTo(side), shared, files, problems);
        }
    }
    comparison.inputs = readCommands(object, "inputs", comparison.a.scene, problems);
    if (memberOf(memberOf(json, "a"), "scene") != memberOf(memberOf(json, "b"), "scene")) {
        readCommands(object, "inputs", comparison.b.scene, problems);
    }
    object.require("figures");
    const auto& names = lessonMetricNames();
    for (const std::string& figure : object.texts("figures")) {
        const auto found = std::ranges::find(names, figure);
        if (found == names.end()) {
            object.report("unknown-choice", {figure, nearestWord(figure, names)}, "figures");
        } else {
            comparison.figures.push_back(static_cast<LessonMetric>(found - names.begin()));
        }
    }
    return comparison;
}

} // namespace roundtrip
