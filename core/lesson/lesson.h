#pragma once

#include "core/lesson/analogy.h"
#include "core/lesson/goal.h"
#include "core/scene/world.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// A command of a lesson: what is done, and how long after the moment on the screen.
struct LessonCommand {
    SimTime after;
    Command command; ///< its `at` is filled in when it is given
};

/// A button of a step, with what it does.
struct LessonButton {
    std::string id;
    std::vector<LessonCommand> commands;
};

/// One answer of a prediction. It turns out right when its goals are met in the learner's own run:
/// no answer is marked as right in the file.
struct LessonOption {
    std::string id;
    std::vector<Goal> when;
};

struct LessonStep {
    enum class Pace { story, trueScale };
    enum class View { none, trips, metrics, events };

    std::string id;
    std::vector<std::string> highlight;  ///< node ids
    std::vector<LessonCommand> commands; ///< given when the step is entered
    std::vector<LessonButton> buttons;
    std::vector<LessonOption> options; ///< empty: no prediction
    std::vector<Goal> goals;           ///< all must be met, and seen, before going on
    Pace pace = Pace::story;
    double speed = 1;       ///< of that pace
    View view = View::none; ///< which panel comes to the front
    bool isChallenge = false;
    std::string comparison; ///< id of the one that this step shows; may be empty
};

/// The two sides of a comparison.
enum class Side { a, b };

/// One side of a comparison: its settings at the start, and its scene.
struct ComparisonSide {
    Scene scene;
    std::vector<LessonCommand> settings;
};

/// Two variants of one scene that start with the same seed and are done the same to.
struct LessonComparison {
    std::string id;
    ComparisonSide a;
    ComparisonSide b;
    std::vector<LessonCommand> inputs; ///< after the settings, to both
    std::vector<LessonMetric> figures; ///< the table's rows, the most telling first

    [[nodiscard]] const ComparisonSide& side(Side which) const { return which == Side::a ? a : b; }
};

/// A number for the texts: a metric over the facts of one step, or of a side of a comparison.
struct LessonValue {
    LessonMetric metric = LessonMetric::lastLatency;
    std::string step;       ///< empty for a comparison's
    std::string comparison; ///< empty for a step's
    Side side = Side::a;
};

/// A closing question; right answers are texts' business, but each points at a step of the run.
struct LessonQuizItem {
    std::string id;
    std::vector<std::string> options; ///< ids
    std::string answer;
    std::string seenIn;         ///< step whose moment explains it
    std::optional<Goal> moment; ///< the first such fact of that step; none: where it begins
};

/// The script of a lesson, without its words.
struct Lesson {
    static constexpr int kFormat = 1;

    std::string id;
    int minutes = 10;
    std::vector<std::string> languages; ///< "en" first
    Scene scene;
    std::vector<LessonStep> steps;
    std::vector<LessonComparison> comparisons;
    std::map<std::string, LessonValue> values;
    std::vector<LessonQuizItem> quiz;
    std::vector<std::string> terms;   ///< of the glossary, that it is about
    std::vector<std::string> related; ///< ids of other lessons
    std::optional<LessonAnalogy> analogy;

    [[nodiscard]] NodeNames nodeNames() const;
    /// The ids of all parts that a learner can see: those of its scene, then those that only a
    /// comparison's scene has. A part of the same id stands for the same thing in each.
    [[nodiscard]] std::vector<std::string_view> partIds() const;
    /// Null when there is none of that id.
    [[nodiscard]] const LessonComparison* findComparison(std::string_view name) const;
};

/// The words of a lesson in one language. Markdown; `{name}` stands for a value of the run.
struct LessonStepText {
    std::string title;
    std::string say;
    std::string done;     ///< said when the goals are met; may be empty
    std::string question; ///< of the prediction
    std::map<std::string, std::string> options;
    std::map<std::string, std::string> buttons;
    std::vector<std::string> hints;
};
struct LessonQuizText {
    std::string question;
    std::map<std::string, std::string> options;
    std::string explanation;
};
struct LessonComparisonText {
    std::string title;
    std::string a; ///< what the sides are called
    std::string b;
    std::string say;
};
struct LessonText {
    std::string title;
    std::string summary;
    std::map<std::string, LessonStepText> steps;
    std::map<std::string, LessonComparisonText> comparisons;
    std::map<std::string, LessonQuizText> quiz;
    std::map<std::string, std::string> names; ///< of parts, by node id; else the scene's
    std::optional<AnalogyText> analogy;       ///< when the lesson has one
};

/// The words in that language, or in English.
[[nodiscard]] const LessonText& textIn(const std::string& language,
                                       const std::map<std::string, LessonText>& texts);

/// A lesson with its words by language, or why there is none. Problems name the file before the
/// pointer: "lesson.json#/steps/2".
struct LessonReading {
    std::optional<Lesson> lesson;
    std::map<std::string, LessonText> texts;
    Problems problems;
};

/// What a file of the lesson's folder says; none: there is no such file.
using FileReader = std::function<std::optional<std::string>(const std::string& name)>;

/// Reads lesson.json, the scene that it names and text.<language>.json for each language. Problems,
/// beside those of scenes and JsonObject: "no-file" {name}, "missing-text" {step, member},
/// "unused-text" {id}, "unknown-value" {name, nearest}, "unknown-step" {id, nearest},
/// "unknown-node", "unknown-comparison" {id, nearest}, "too-long" {step, words, most},
/// "bad-command" {action, the reason's code, its arguments ...}, "duplicate-id" {id}, and those of
/// named values (definitions.h) and analogies (analogy_reader.h).
LessonReading readLesson(const FileReader& files);

/// The names between braces in a text.
[[nodiscard]] std::vector<std::string> placeholdersOf(std::string_view text);

} // namespace roundtrip
