#pragma once

#include "app/playback/playback.h"
#include "app/session/twin_session.h"
#include "core/lesson/lesson.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace roundtrip {

/// Leads through one lesson: which step, what may be pressed, what has been seen. It only reads the
/// trace; whether a goal is met or a prediction was right is a question to the facts that the
/// learner has seen.
class LessonPlayer : public QObject {
    Q_OBJECT

  public:
    LessonPlayer(Lesson lesson, std::map<std::string, LessonText> texts, Playback& playback,
                 QObject* parent = nullptr);

    [[nodiscard]] const Lesson& lesson() const { return lesson_; }
    /// In the language that was set, or English.
    [[nodiscard]] const LessonText& text() const;
    void setLanguage(const QString& language);

    [[nodiscard]] std::size_t stepIndex() const { return step_; }
    [[nodiscard]] const LessonStep& step() const { return lesson_.steps[step_]; }
    [[nodiscard]] const LessonStepText& stepText() const;
    [[nodiscard]] bool isLast() const { return step_ + 1 == lesson_.steps.size(); }
    /// Whether this step has ever been done; for the progress marks.
    [[nodiscard]] bool isDone(std::size_t step) const { return visits_[step].isDone; }
    /// First fact that belongs to the current step.
    [[nodiscard]] std::size_t entryFact() const { return visits_[step_].entry; }
    /// A setting that the step itself made when it was entered, before the learner did anything.
    [[nodiscard]] bool isOwnSetting(std::size_t fact) const;

    /// The goals have been met by what has been seen in this step.
    [[nodiscard]] bool areGoalsMet() const { return visits_[step_].isDone; }
    /// Next may be pressed: goals met, and a prediction made where one is asked for.
    [[nodiscard]] bool mayGoOn() const;
    /// The buttons may be pressed: a prediction comes first.
    [[nodiscard]] bool mayAct() const;

    [[nodiscard]] std::optional<std::size_t> prediction() const {
        return visits_[step_].prediction;
    }
    [[nodiscard]] bool isCompared() const { return visits_[step_].isCompared; }
    /// The option that turned out right; none before the goals are met.
    [[nodiscard]] std::optional<std::size_t> outcome() const { return visits_[step_].outcome; }
    [[nodiscard]] std::size_t hintsShown() const { return visits_[step_].hints; }
    [[nodiscard]] std::optional<std::string> quizAnswer(const std::string& item) const;

    /// `{name}` replaced by what the run says; a value whose step is still to come reads "…".
    [[nodiscard]] QString filled(const std::string& text) const;

    /// For ProgressStore: step, answers and the input log.
    [[nodiscard]] QByteArray save() const;
    /// Plays the log again and goes where the learner was. False, and nothing done, when the data
    /// does not fit this lesson.
    bool restore(const QByteArray& saved);

  public slots:
    /// Enters the first step.
    void begin();
    void next();
    void back();
    void goTo(std::size_t step);
    /// Enters a step whether or not the ones before were done.
    void jumpTo(std::size_t step);
    /// While the program does the steps: buttons need no prediction, and what is done is not told
    /// as the learner's.
    void setDemonstrated(bool isDemonstrated) { isDemonstrated_ = isDemonstrated; }
    /// Forgets everything and begins anew.
    void startAgain();
    void pressButton(std::size_t button);
    void predict(std::size_t option);
    void showHint();
    void answerQuiz(const QString& item, const QString& option);
    /// The timeline goes to the moment of the learner's own run that explains the answer.
    void showMoment(const QString& item);
    /// The comparison of this step has been watched to its end; these are its numbers.
    void markCompared(const roundtrip::ComparisonFigures& figures);
    /// The step as it began; what was done in it is kept as a run to go back to.
    void restartStep();

  signals:
    /// Another step, or something that its panel shows.
    void changed();
    void stepEntered();
    void buttonPressed(std::size_t button);
    /// The lesson was begun, for the first time or anew. What follows is told once until then; a
    /// lesson that is taken up again does not tell it again.
    void begun();
    void stepDone(std::size_t step);
    /// What was predicted in a step has come true, or not.
    void predictionSeen(std::size_t step, std::size_t option, bool isRight);
    void quizAnswered(const QString& item, const QString& option, bool isRight);
    /// Every step has been done.
    void finished();

  private:
    struct Visit {
        bool isEntered = false;
        bool isDone = false;
        bool wasDone = false;    ///< also when it was started again since
        bool isCompared = false; ///< its comparison has been watched
        std::size_t entry = 0;   ///< facts before the step's own commands
        std::size_t inputs = 0;  ///< inputs of the run with these; not kept when saved
        std::optional<std::size_t> prediction;
        std::optional<std::size_t> outcome;
        std::size_t hints = 0;
    };
    void enter(std::size_t step);
    void takePace();
    void give(const std::vector<LessonCommand>& commands);
    [[nodiscard]] bool isBeforeOwnCommands() const;
    void look();
    void tellDone();
    void followFork();
    void compareAgain(const std::string& comparison);
    /// A step's facts up to where the next one was entered, of the first `facts`.
    [[nodiscard]] FactRange rangeOf(std::size_t step, std::size_t facts) const;
    [[nodiscard]] std::optional<TripFigures> figuresOf(const LessonValue& value) const;
    [[nodiscard]] std::optional<std::size_t> findStep(const std::string& id) const;

    Lesson lesson_;
    std::map<std::string, LessonText> texts_;
    Playback& playback_;
    NodeNames nodes_;
    std::string language_ = "en";
    std::size_t step_ = 0;
    bool isDemonstrated_ = false;
    std::size_t seen_ = 0; ///< facts of this branch that were on the screen, also when stepped back
    std::vector<Visit> visits_;
    std::map<std::string, std::string> quizAnswers_;
    std::map<std::string, ComparisonFigures> compared_; ///< of those that have been watched
    std::shared_ptr<const Trace> trace_;
    std::optional<std::size_t> restoreTo_; ///< facts: seek there when the log is played
};

} // namespace roundtrip
