#include "core/kernel/quantity.h"
#include "core/lesson/analogy_reader.h"
#include "core/lesson/definitions.h"
#include "core/lesson/lesson.h"
#include "core/lesson/lesson_commands.h"
#include "core/lesson/lesson_text_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

class LessonReader {
  public:
    explicit LessonReader(Problems& problems) : problems_(problems) {}

    std::optional<Lesson> read(const Json& json, const FileReader& files) {
        JsonObject object(json, "lesson.json#", problems_);
        if (!object.isObject()) {
            return std::nullopt;
        }
        object.allowOnly({"format", "id", "minutes", "languages", "scene", "steps", "comparisons",
                          "values", "quiz", "related", "analogy", "define"});
        if (!checkFormat(object)) {
            return std::nullopt;
        }
        lesson_.id = object.requiredText("id");
        lesson_.minutes = static_cast<int>(object.integer("minutes", 10, 1, 240));
        lesson_.languages = object.texts("languages");
        requireSome(object, "languages");
        const std::string file = object.requiredText("scene");
        auto scene = file.empty()
                         ? std::nullopt
                         : readSceneFile(file, object.pointerTo("scene"), files, problems_);
        if (!scene) {
            return std::nullopt;
        }
        lesson_.scene = std::move(*scene);
        for (const auto& element : object.array("comparisons")) {
            addComparison(*element.json, element.pointer, files);
        }
        requireSome(object, "steps");
        for (const auto& element : object.array("steps")) {
            lesson_.steps.push_back(readStep(*element.json, element.pointer));
        }
        readValues(object);
        for (const auto& element : object.array("quiz")) {
            readQuiz(*element.json, element.pointer);
        }
        readRelated(object);
        if (const Json* analogy = object.find("analogy")) {
            lesson_.analogy =
                readAnalogy(*analogy, object.pointerTo("analogy"), lesson_, files, problems_);
        }
        return std::move(lesson_);
    }

  private:
    /// A list that must hold something.
    static void requireSome(JsonObject& object, std::string_view name) {
        const Json* list = object.require(name);
        if (list != nullptr && list->is_array() && list->empty()) {
            object.report("missing", {std::string(name)}, name);
        }
    }

    bool checkFormat(JsonObject& object) {
        object.require("format");
        const auto format = object.integer("format", 1, 1, 1'000'000);
        if (format > Lesson::kFormat) {
            object.report("newer-format", {std::to_string(format), std::to_string(Lesson::kFormat)},
                          "format");
        }
        return format <= Lesson::kFormat;
    }

    LessonStep readStep(const Json& json, const std::string& pointer) {
        LessonStep step;
        JsonObject object(json, pointer, problems_);
        if (!object.isObject()) {
            return step;
        }
        object.allowOnly({"id", "highlight", "do", "buttons", "options", "goals", "pace", "speed",
                          "view", "challenge", "compare"});
        step.id = object.requiredText("id");
        if (std::ranges::find(lesson_.steps, step.id, &LessonStep::id) != lesson_.steps.end()) {
            object.report("duplicate-id", {step.id}, "id");
        }
        step.highlight = object.texts("highlight");
        for (const std::string& node : step.highlight) {
            checkNode(node, object, "highlight");
        }
        step.commands = readCommands(object, "do", lesson_.scene, problems_);
        for (const auto& element : object.array("buttons")) {
            step.buttons.push_back(readButton(*element.json, element.pointer));
        }
        for (const auto& element : object.array("options")) {
            JsonObject option(*element.json, element.pointer, problems_);
            option.allowOnly({"id", "when"});
            step.options.push_back({option.requiredText("id"), readGoals(option, "when")});
        }
        step.goals = readGoals(object, "goals");
        step.pace =
            static_cast<LessonStep::Pace>(object.choice("pace", {"story", "true_scale"}, 0));
        step.speed = object.number("speed", 1, 0.001, 1000);
        step.view = static_cast<LessonStep::View>(
            object.choice("view", {"none", "trips", "metrics", "events"}, 0));
        step.isChallenge = object.boolean("challenge", false);
        step.comparison = object.text("compare");
        if (!step.comparison.empty()) {
            checkComparison(step.comparison, object, "compare");
        }
        return step;
    }

    LessonButton readButton(const Json& json, const std::string& pointer) {
        JsonObject object(json, pointer, problems_);
        object.allowOnly({"id", "do"});
        return {object.requiredText("id"), readCommands(object, "do", lesson_.scene, problems_)};
    }

    std::vector<Goal> readGoals(JsonObject& object, std::string_view name) {
        std::vector<Goal> goals;
        for (const auto& element : object.array(name)) {
            goals.push_back(readGoal(*element.json, element.pointer, problems_));
            if (!goals.back().node.empty()) {
                JsonObject goal(*element.json, element.pointer, problems_);
                checkNode(goals.back().node, goal, "node");
            }
        }
        return goals;
    }

    void addComparison(const Json& json, const std::string& pointer, const FileReader& files) {
        LessonComparison read = readComparison(json, pointer, lesson_.scene, files, problems_);
        if (lesson_.findComparison(read.id) != nullptr) {
            problems_.push_back({"duplicate-id", {read.id}, pointer});
        }
        lesson_.comparisons.push_back(std::move(read));
    }

    void readValues(JsonObject& object) {
        const Json* values = object.find("values");
        if (values == nullptr) {
            return;
        }
        JsonObject all(*values, object.pointerTo("values"), problems_);
        for (const auto& [name, json] : values->items()) {
            JsonObject value(json, all.pointerTo(name), problems_);
            value.allowOnly({"metric", "step", "comparison", "side"});
            LessonValue read;
            value.require("metric");
            read.metric = static_cast<LessonMetric>(value.choice("metric", lessonMetricNames(), 0));
            read.comparison = value.text("comparison");
            if (read.comparison.empty()) {
                read.step = value.requiredText("step");
                checkStep(read.step, value, "step");
            } else {
                value.require("side");
                read.side = static_cast<Side>(value.choice("side", {"a", "b"}, 0));
                checkComparison(read.comparison, value, "comparison");
            }
            lesson_.values.emplace(name, std::move(read));
        }
    }

    void readQuiz(const Json& json, const std::string& pointer) {
        JsonObject object(json, pointer, problems_);
        object.allowOnly({"id", "options", "answer", "seen_in", "moment"});
        LessonQuizItem item;
        item.id = object.requiredText("id");
        item.options = object.texts("options");
        const std::vector<std::string_view> options(item.options.begin(), item.options.end());
        item.answer = object.requiredText("answer");
        object.choice("answer", options, 0);
        item.seenIn = object.requiredText("seen_in");
        checkStep(item.seenIn, object, "seen_in");
        if (const Json* moment = object.find("moment")) {
            item.moment = readMoment(*moment, object.pointerTo("moment"));
        }
        lesson_.quiz.push_back(std::move(item));
    }

    Goal readMoment(const Json& json, const std::string& pointer) {
        Goal moment = readGoal(json, pointer, problems_);
        JsonObject object(json, pointer, problems_);
        if (object.isObject()) {
            object.allowOnly({"fact", "node", "status", "says"});
            if (!moment.node.empty()) {
                checkNode(moment.node, object, "node");
            }
        }
        return moment;
    }

    void readRelated(JsonObject& object) {
        if (const Json* related = object.find("related")) {
            JsonObject read(*related, object.pointerTo("related"), problems_);
            read.allowOnly({"terms", "lessons"});
            lesson_.terms = read.texts("terms");
            lesson_.related = read.texts("lessons");
        }
    }

    void checkComparison(const std::string& id, JsonObject& object, std::string_view member) {
        std::vector<std::string> ids;
        std::ranges::transform(lesson_.comparisons, std::back_inserter(ids), &LessonComparison::id);
        if (std::ranges::find(ids, id) == ids.end()) {
            object.report("unknown-comparison", {id, nearestWord(id, ids)}, member);
        }
    }

    void checkStep(const std::string& id, JsonObject& object, std::string_view member) {
        std::vector<std::string> ids;
        std::ranges::transform(lesson_.steps, std::back_inserter(ids), &LessonStep::id);
        if (std::ranges::find(ids, id) == ids.end()) {
            object.report("unknown-step", {id, nearestWord(id, ids)}, member);
        }
    }

    void checkNode(const std::string& id, JsonObject& object, std::string_view member) {
        if (lesson_.scene.findNode(id) == nullptr) {
            std::vector<std::string> ids;
            std::ranges::transform(lesson_.scene.nodes, std::back_inserter(ids), &SceneNode::id);
            object.report("unknown-node", {id, nearestWord(id, ids)}, member);
        }
    }

    Problems& problems_;
    Lesson lesson_;
};

} // namespace

NodeNames Lesson::nodeNames() const {
    NodeNames names;
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        names.emplace(scene.nodes[i].id, NodeId{static_cast<std::uint16_t>(i)});
    }
    return names;
}

std::vector<std::string_view> Lesson::partIds() const {
    std::vector<const Scene*> scenes{&scene};
    for (const LessonComparison& comparison : comparisons) {
        scenes.push_back(&comparison.a.scene);
        scenes.push_back(&comparison.b.scene);
    }
    std::vector<std::string_view> ids;
    for (const Scene* one : scenes) {
        for (const SceneNode& node : one->nodes) {
            if (std::ranges::find(ids, node.id) == ids.end()) {
                ids.emplace_back(node.id);
            }
        }
    }
    return ids;
}

const LessonComparison* Lesson::findComparison(std::string_view name) const {
    const auto found = std::ranges::find(comparisons, name, &LessonComparison::id);
    return found == comparisons.end() ? nullptr : &*found;
}

LessonReading readLesson(const FileReader& files) {
    LessonReading reading;
    const auto script = files("lesson.json");
    if (!script) {
        reading.problems.push_back({"no-file", {"lesson.json"}, ""});
        return reading;
    }
    const auto json = parseJson(*script);
    if (!json) {
        Error error = json.error();
        error.where = fmt::format("lesson.json#{}", error.where);
        reading.problems.push_back(std::move(error));
        return reading;
    }
    const Json whole = withDefinitions(*json, reading.problems);
    reading.lesson = LessonReader(reading.problems).read(whole, files);
    if (reading.lesson) {
        for (const std::string& language : reading.lesson->languages) {
            reading.texts[language] =
                readLessonText(*reading.lesson, language, files, reading.problems);
        }
    }
    if (!reading.problems.empty()) {
        reading.lesson.reset();
    }
    return reading;
}

} // namespace roundtrip
