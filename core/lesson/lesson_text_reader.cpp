#include "core/lesson/lesson_text_reader.h"

#include "core/kernel/quantity.h"
#include "core/lesson/analogy_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;
constexpr std::ptrdiff_t kMostWords = 60;

std::ptrdiff_t wordCount(const std::string& text) {
    std::istringstream stream(text);
    return std::distance(std::istream_iterator<std::string>(stream), {});
}

class TextReader {
  public:
    TextReader(const Lesson& lesson, std::string file, Problems& problems)
        : lesson_(lesson), file_(std::move(file)), problems_(problems) {}

    LessonText read(const Json& json) {
        LessonText text;
        JsonObject object(json, file_ + "#", problems_);
        object.allowOnly({"title", "summary", "steps", "comparisons", "quiz", "names", "analogy"});
        text.title = object.requiredText("title");
        text.summary = object.requiredText("summary");
        for (const LessonStep& step : lesson_.steps) {
            text.steps[step.id] = readStep(object, step);
        }
        for (const LessonComparison& comparison : lesson_.comparisons) {
            text.comparisons[comparison.id] = readComparison(object, comparison);
        }
        for (const LessonQuizItem& item : lesson_.quiz) {
            text.quiz[item.id] = readQuiz(object, item);
        }
        refuseUnused(object, "steps", text.steps);
        refuseUnused(object, "comparisons", text.comparisons);
        refuseUnused(object, "quiz", text.quiz);
        if (const Json* names = object.find("names")) {
            text.names = readNames(*names, object.pointerTo("names"), lesson_, problems_);
        }
        readAnalogyOf(object, text);
        return text;
    }

  private:
    template <class Texts>
    void refuseUnused(JsonObject& object, std::string_view member, const Texts& used) {
        const Json* all = object.find(member);
        if (all == nullptr || !all->is_object()) {
            return;
        }
        for (const auto& [id, value] : all->items()) {
            if (!used.contains(id)) {
                object.report("unused-text", {id}, member);
            }
        }
    }

    void readAnalogyOf(JsonObject& object, LessonText& text) {
        const Json* analogy = object.find("analogy");
        if (lesson_.analogy && analogy != nullptr) {
            text.analogy =
                readAnalogyText(*analogy, object.pointerTo("analogy"), lesson_, problems_);
        } else if (lesson_.analogy) {
            object.report("missing-text", {"analogy"});
        } else if (analogy != nullptr) {
            object.report("unused-text", {"analogy"});
        }
    }

    /// The object of one step or question; an empty one, and a problem, when it is missing.
    const Json& part(JsonObject& object, std::string_view member, const std::string& id) {
        static const Json kEmpty = Json::object();
        const Json* all = object.find(member);
        if (all == nullptr || !all->is_object() || !all->contains(id)) {
            problems_.push_back({"missing-text", {id}, file_ + "#/" + std::string(member)});
            return kEmpty;
        }
        return (*all)[id];
    }

    LessonStepText readStep(JsonObject& object, const LessonStep& step) {
        const Json& json = part(object, "steps", step.id);
        JsonObject read(json, fmt::format("{}#/steps/{}", file_, step.id), problems_);
        read.allowOnly({"title", "say", "done", "question", "options", "buttons", "hints"});
        LessonStepText text;
        text.title = read.requiredText("title");
        text.say = read.requiredText("say");
        text.done = read.text("done");
        checkWords(text.say, read, "say");
        checkWords(text.done, read, "done");
        if (!step.options.empty()) {
            text.question = read.requiredText("question");
            checkValues(text.question, read, "question");
        }
        for (const LessonOption& option : step.options) {
            text.options[option.id] = word(json, "options", option.id, read);
        }
        for (const LessonButton& button : step.buttons) {
            text.buttons[button.id] = word(json, "buttons", button.id, read);
        }
        text.hints = read.texts("hints");
        constexpr std::size_t kHints = 3;
        if (step.isChallenge && text.hints.size() != kHints) {
            read.report("missing-text", {"hints"});
        }
        return text;
    }

    LessonComparisonText readComparison(JsonObject& object, const LessonComparison& comparison) {
        const Json& json = part(object, "comparisons", comparison.id);
        JsonObject read(json, fmt::format("{}#/comparisons/{}", file_, comparison.id), problems_);
        read.allowOnly({"title", "a", "b", "say"});
        LessonComparisonText text{.title = read.requiredText("title"),
                                  .a = read.requiredText("a"),
                                  .b = read.requiredText("b"),
                                  .say = read.requiredText("say")};
        checkWords(text.say, read, "say");
        return text;
    }

    LessonQuizText readQuiz(JsonObject& object, const LessonQuizItem& item) {
        const Json& json = part(object, "quiz", item.id);
        JsonObject read(json, fmt::format("{}#/quiz/{}", file_, item.id), problems_);
        read.allowOnly({"question", "options", "explanation"});
        LessonQuizText text;
        text.question = read.requiredText("question");
        checkValues(text.question, read, "question");
        text.explanation = read.requiredText("explanation");
        checkWords(text.explanation, read, "explanation");
        for (const std::string& option : item.options) {
            text.options[option] = word(json, "options", option, read);
        }
        return text;
    }

    std::string word(const Json& json, const char* member, const std::string& id,
                     JsonObject& object) {
        const std::string text = memberText(memberOf(json, member), id);
        if (text.empty()) {
            object.report("missing-text", {id}, member);
        }
        checkValues(text, object, member);
        return text;
    }

    void checkWords(const std::string& text, JsonObject& object, std::string_view member) {
        if (const auto words = wordCount(text); words > kMostWords) {
            object.report("too-long", {std::to_string(words), std::to_string(kMostWords)}, member);
        }
        checkValues(text, object, member);
    }

    void checkValues(const std::string& text, JsonObject& object, std::string_view member) {
        for (const std::string& name : placeholdersOf(text)) {
            if (!lesson_.values.contains(name)) {
                std::vector<std::string> known;
                for (const auto& [value, unused] : lesson_.values) {
                    known.push_back(value);
                }
                object.report("unknown-value", {name, nearestWord(name, known)}, member);
            }
        }
    }

    const Lesson& lesson_;
    std::string file_;
    Problems& problems_;
};

} // namespace

const LessonText& textIn(const std::string& language,
                         const std::map<std::string, LessonText>& texts) {
    const auto found = texts.find(language);
    return found == texts.end() ? texts.at("en") : found->second;
}

std::vector<std::string> placeholdersOf(std::string_view text) {
    std::vector<std::string> names;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open)) {
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        names.emplace_back(text.substr(open + 1, close - open - 1));
        open = close;
    }
    return names;
}

LessonText readLessonText(const Lesson& lesson, const std::string& language,
                          const FileReader& files, Problems& problems) {
    const std::string name = fmt::format("text.{}.json", language);
    const auto content = files(name);
    if (!content) {
        problems.push_back({"no-file", {name}, "lesson.json#/languages"});
        return {};
    }
    const auto json = parseJson(*content);
    if (!json) {
        Error error = json.error();
        error.where = fmt::format("{}#{}", name, error.where);
        problems.push_back(std::move(error));
        return {};
    }
    return TextReader(lesson, name, problems).read(*json);
}

} // namespace roundtrip
