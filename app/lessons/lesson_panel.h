#pragma once

#include "app/lessons/lesson_player.h"
#include "app/narration/narrator.h"
#include "app/style/style.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <functional>
#include <optional>
#include <set>
#include <utility>

namespace roundtrip {

/// One mark per step; a click goes to a step that has been reached.
class StepMarks : public QWidget {
    Q_OBJECT

  public:
    StepMarks(const Style& style, QWidget* parent);
    void setPlayer(const LessonPlayer* player) { player_ = player; }
    [[nodiscard]] QSize sizeHint() const override;

  signals:
    void stepClicked(std::size_t step);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

  private:
    const Style& style_;
    const LessonPlayer* player_ = nullptr;
};

/// The lesson at the left: what is said, what just happened, the prediction, the buttons, the
/// hints, and at the end the closing questions.
class LessonPanel : public QFrame {
    Q_OBJECT

  public:
    LessonPanel(const Style& style, const Narrator& narrator, QWidget* parent = nullptr);

    void setPlayer(LessonPlayer* player, Playback* playback);
    /// What a term of the glossary and another lesson are called now, by their ids; empty: there is
    /// none.
    struct References {
        std::function<QString(const QString&)> term;
        std::function<QString(const QString&)> lesson;
    };
    void setReferences(References references) { references_ = std::move(references); }

    /// Puts the keyboard where the step begins: its first answer or button.
    void focusFirst();
    [[nodiscard]] QPushButton& nextButton() { return *next_; }
    /// Whether the words at the end of the step can be read without scrolling.
    [[nodiscard]] bool isDoneInSight() const;
    [[nodiscard]] QPushButton& backButton() { return *back_; }

  signals:
    /// The learner wants to see both sides of the step's comparison.
    void comparisonWanted();
    /// The learner wants to look up a word, or to go to another lesson.
    void termWanted(const QString& id);
    void lessonWanted(const QString& id);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void rebuild();
    void refresh();
    void refreshJustNow();
    void buildPrediction(QVBoxLayout& layout);
    void buildButtons(QVBoxLayout& layout);
    void buildDone(QVBoxLayout& layout);
    void keepInSight();
    void bringDone();
    void buildQuiz(QVBoxLayout& layout);
    void buildRelated(QVBoxLayout& layout);
    void buildQuizItem(QVBoxLayout& layout, const LessonQuizItem& item);
    QLabel* addText(QVBoxLayout& layout, const QString& markdown, const char* name);
    QVBoxLayout* addBox(QVBoxLayout& layout, const QString& title);
    [[nodiscard]] QString verdict() const;
    /// The step's buttons have been pressed, and its comparison is still to be seen.
    [[nodiscard]] bool isComparisonNext() const;
    /// The button that leads on: the first one that has not been pressed. A challenge's only button
    /// does so again and again; where it has several, the learner is to find the right one.
    [[nodiscard]] std::optional<std::size_t> nextToPress() const;
    /// All has been pressed and seen, and yet the goals are not met: the order was another one.
    [[nodiscard]] bool isStuck() const;
    void leadOn();
    void restoreFocus(const QString& name);

    const Style& style_;
    const Narrator& narrator_;
    References references_;
    LessonPlayer* player_ = nullptr;
    Playback* playback_ = nullptr;
    std::set<std::size_t> pressed_; ///< of this step's buttons, since it was entered
    bool isOnceMore_ = false;       ///< they are to be pressed again, from the first on
    QLabel* where_;
    QLabel* title_;
    StepMarks* marks_;
    QScrollArea* scroll_;
    QWidget* content_ = nullptr;
    QFrame* done_ = nullptr; ///< what is said at the end of the step; null before
    std::optional<std::size_t> shownStep_;
    bool showsDone_ = true; ///< when there is something; until the learner scrolls
    QFrame* justNow_;
    QLabel* justNowHead_;
    QLabel* justNowText_;
    QPushButton* back_;
    QPushButton* next_;
};

} // namespace roundtrip
