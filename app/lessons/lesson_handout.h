#pragma once

#include "app/lessons/lesson_player.h"

#include <QStringList>
#include <QTextDocument>

#include <vector>

namespace roundtrip {

/// The words of a handout; Markdown where the lesson has it.
struct HandoutText {
    struct Step {
        QString title;
        QString done; ///< empty: the learner has not got that far, or there is nothing to say
    };
    struct Question {
        QString question;
        QStringList options;
        QString answer; ///< the right option
    };

    QString title;
    QString summary;
    std::vector<Step> steps;
    std::vector<Question> questions;
    QStringList words; ///< of the glossary
};

/// What a lesson says in the player's language; done sentences with the learner's own numbers.
/// `words`: what the lesson's terms are called.
[[nodiscard]] HandoutText handoutText(const LessonPlayer& player, const QStringList& words);

/// A lesson on one A4 page: a still of its scene, its steps, its closing questions with the answers
/// in small print at the foot, its words. The letters shrink until it fits.
class LessonHandout {
  public:
    LessonHandout(const HandoutText& text, const Scene& scene);

    /// In points (1/72 inch), within the margins of the page.
    static constexpr double kWidth = 510;
    static constexpr double kHeight = 757;
    static constexpr double kLargestLetters = 10.5;
    static constexpr double kSmallestLetters = 5;

    [[nodiscard]] double height() const;
    /// Size of the letters in points.
    [[nodiscard]] double letters() const { return letters_; }

    /// As a PDF with its fonts; false when the file cannot be written.
    [[nodiscard]] bool write(const QString& file);

  private:
    QTextDocument document_;
    double letters_ = kLargestLetters;
};

} // namespace roundtrip
