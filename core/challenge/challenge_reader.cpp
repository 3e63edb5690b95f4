#include "core/challenge/challenge.h"
#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"
#include "core/nodes/node_kind.h"
#include "core/scene/link_parameters.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

constexpr double kMostMoney = 1e6;
constexpr std::int64_t kLongest = 3600; // seconds

bool isId(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    });
}

class ChallengeReader {
  public:
    ChallengeReading read(const Json& json) {
        JsonObject object(json, "", reading_.problems);
        if (!object.isObject()) {
            return std::move(reading_);
        }
        object.allowOnly({"format", "id", "level", "title", "story", "hints", "scene", "fixed",
                          "parts", "settings", "duration", "budget", "goals", "stars"});
        object.integer("format", 1, 1, 1);
        challenge_.id = object.requiredText("id");
        if (!isId(challenge_.id)) {
            object.report("bad-id", {challenge_.id}, "id");
        }
        challenge_.level =
            static_cast<Challenge::Level>(object.choice("level", {"easy", "medium", "hard"}, 0));
        challenge_.title = words(object, "title");
        challenge_.story = words(object, "story");
        for (const auto& element : object.array("hints")) {
            challenge_.hints.push_back(wordsOf(*element.json, element.pointer));
        }
        if (const Json* scene = object.require("scene")) {
            readScenePart(*scene);
        }
        readRules(object);
        readGoals(object);
        readStars(object);
        if (reading_.problems.empty()) {
            reading_.challenge = std::move(challenge_);
        }
        return std::move(reading_);
    }

  private:
    ChallengeWords words(JsonObject& object, std::string_view member) {
        const Json* json = object.require(member);
        return json == nullptr ? ChallengeWords() : wordsOf(*json, object.pointerTo(member));
    }

    ChallengeWords wordsOf(const Json& json, const std::string& pointer) {
        ChallengeWords words;
        JsonObject object(json, pointer, reading_.problems);
        if (!object.isObject()) {
            return words;
        }
        for (const auto& [language, text] : json.items()) {
            words[language] = object.text(language);
        }
        if (words["en"].empty()) {
            object.report("no-english", {pointer});
        }
        return words;
    }

    void readScenePart(const Json& json) {
        SceneReading scene = readSceneDocument(json);
        for (Problem& problem : scene.problems) {
            problem.where = "/scene" + problem.where;
            reading_.problems.push_back(std::move(problem));
        }
        if (scene.scene) {
            challenge_.scene = std::move(*scene.scene);
        }
    }

    [[nodiscard]] std::vector<std::string> nodeIds() const {
        std::vector<std::string> ids;
        std::ranges::transform(challenge_.scene.nodes, std::back_inserter(ids), &SceneNode::id);
        return ids;
    }

    void readRules(JsonObject& object) {
        const std::vector<std::string> ids = nodeIds();
        for (const std::string& id : object.texts("fixed")) {
            if (challenge_.scene.findNode(id) == nullptr) {
                object.report("unknown-node", {id, nearestWord(id, ids)}, "fixed");
            }
            challenge_.fixed.insert(id);
        }
        for (const std::string& kind : object.texts("parts")) {
            knownKind(kind, object, "parts");
            challenge_.parts.insert(kind);
        }
        if (const Json* settings = object.find("settings")) {
            readSettings(*settings, object.pointerTo("settings"));
        }
        object.require("duration");
        const SimTime least = SimTime::milliseconds(1);
        const SimTime most = SimTime::seconds(kLongest);
        challenge_.duration = object.duration("duration").value_or(least);
        if (challenge_.duration < least || challenge_.duration > most) {
            object.report("out-of-range", {"duration", "0.001", std::to_string(kLongest)},
                          "duration");
        }
        object.require("budget");
        challenge_.budget = object.number("budget", 0, 0, kMostMoney);
    }

    const NodeKind* knownKind(const std::string& id, JsonObject& object, std::string_view member) {
        const NodeKind* kind = findKind(id);
        if (kind == nullptr) {
            std::vector<std::string> ids;
            std::ranges::transform(allKinds(), std::back_inserter(ids), &NodeKind::id);
            object.report("unknown-kind", {id, nearestWord(id, ids)}, member);
        }
        return kind;
    }

    void readSettings(const Json& json, const std::string& pointer) {
        JsonObject object(json, pointer, reading_.problems);
        if (!object.isObject()) {
            return;
        }
        for (const auto& [kind, names] : json.items()) {
            const bool isLink = kind == "link";
            const NodeKind* known = isLink ? nullptr : knownKind(kind, object, kind);
            if (!isLink && known == nullptr) {
                continue;
            }
            const auto& parameters = isLink ? linkParameters() : known->parameters;
            std::vector<std::string> all;
            std::ranges::transform(parameters, std::back_inserter(all), &Parameter::name);
            for (const std::string& name : object.texts(kind)) {
                if (std::ranges::find(all, name) == all.end()) {
                    object.report("unknown-parameter", {name, nearestWord(name, all)}, kind);
                }
                challenge_.settings[kind].insert(name);
            }
        }
    }

    void readGoals(JsonObject& object) {
        object.require("goals");
        const auto goals = object.array("goals");
        if (goals.empty() && object.find("goals") != nullptr) {
            object.report("missing", {"goals"}, "goals");
        }
        for (const auto& element : goals) {
            JsonObject given(*element.json, element.pointer, reading_.problems);
            if (!given.isObject()) {
                continue;
            }
            ChallengeGoal goal;
            goal.text = words(given, "text");
            Json condition = *element.json;
            condition.erase("text");
            goal.goal = readGoal(condition, element.pointer, reading_.problems);
            holdAgainstScene(goal.goal, given);
            challenge_.goals.push_back(std::move(goal));
        }
    }

    /// A run is judged as a whole, and what a learner will add has no name yet.
    void holdAgainstScene(const Goal& goal, JsonObject& given) {
        if (goal.last > 0) {
            given.report("unknown-member", {"last", ""}, "last");
        }
        if (!goal.node.empty() && challenge_.scene.findNode(goal.node) == nullptr) {
            given.report("unknown-node", {goal.node, nearestWord(goal.node, nodeIds())}, "node");
        }
    }

    void readStars(JsonObject& object) {
        challenge_.twoStars = challenge_.threeStars = challenge_.budget;
        const Json* stars = object.find("stars");
        if (stars == nullptr) {
            return;
        }
        const bool isPair = stars->is_array() && stars->size() == 2 && (*stars)[0].is_number() &&
                            (*stars)[1].is_number();
        if (!isPair) {
            object.report("wrong-type", {"stars", "two numbers"}, "stars");
            return;
        }
        challenge_.twoStars = (*stars)[0].get<double>();
        challenge_.threeStars = (*stars)[1].get<double>();
        if (challenge_.twoStars > challenge_.budget ||
            challenge_.threeStars > challenge_.twoStars) {
            object.report("stars-too-dear", {Json(challenge_.budget).dump()}, "stars");
        }
    }

    ChallengeReading reading_;
    Challenge challenge_;
};

} // namespace

const std::string& Challenge::say(const ChallengeWords& words, std::string_view language) {
    static const std::string kNothing;
    for (const std::string_view wanted : {language, std::string_view("en")}) {
        if (const auto found = words.find(wanted); found != words.end()) {
            return found->second;
        }
    }
    return kNothing;
}

ChallengeReading readChallenge(std::string_view text) {
    const auto json = parseJson(text);
    if (!json) {
        return {std::nullopt, {json.error()}};
    }
    return ChallengeReader().read(*json);
}

double pricePerHour(const Scene& scene) {
    double price = 0;
    for (const SceneNode& node : scene.nodes) {
        const NodeKind& kind = *findKind(node.kind);
        price += kind.price.of(kind, node.parameters);
    }
    return price;
}

} // namespace roundtrip
