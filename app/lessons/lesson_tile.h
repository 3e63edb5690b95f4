#pragma once

#include "app/lessons/lesson_progress.h"
#include "app/style/style.h"

#include <QAbstractButton>

namespace roundtrip {

/// A lesson to choose: a still of its own scene, its title, what it is about and how far the
/// learner is.
class LessonTile : public QAbstractButton {
    Q_OBJECT

  public:
    LessonTile(const Style& style, Lesson lesson, QWidget* parent = nullptr);

    [[nodiscard]] const Lesson& lesson() const { return lesson_; }
    void tell(const LessonText& text, const LessonProgress& progress);
    /// Instead, of one that cannot be opened: what it is called and why.
    void tellProblem(const QString& name, const QString& problem);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    void paintWords(QPainter& painter, const QRectF& box) const;
    [[nodiscard]] int stillHeight() const { return style_.px(112); }
    [[nodiscard]] int wordsHeight(int width) const;

    const Style& style_;
    const Lesson lesson_;
    QString title_;
    QString summary_;
    LessonProgress progress_;
};

/// A picture of a scene without its details: a box with an icon for each part, its links, and a
/// message on the first of them.
void paintStill(QPainter& painter, const QRectF& box, const Scene& scene, const Style& style);

} // namespace roundtrip
