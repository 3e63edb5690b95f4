#pragma once

#include "app/lessons/lesson_player.h"
#include "app/storage/progress_store.h"
#include "app/style/style.h"
#include "app/ui/hint_bubble.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace roundtrip {

/// Points out, in a learner's first lesson, the three things that one has to find: the lesson's
/// button (or, while that waits for a prediction, its first choice), the steps of the transport,
/// and that messages can be read. One after another, each once in a learner's life; each fades away
/// when it has been done, or after a while.
class FirstHints : public QObject {
    Q_OBJECT

  public:
    enum class Hint { press, step, read };

    /// Where in the window things are; null while they are not there. Hints stand on the stage,
    /// beside what they point at, so that no text of the lesson is covered.
    struct Places {
        QWidget* window;
        QWidget* stage;
        std::function<QWidget*()> button; ///< the lesson's first button, or choice, to press now
        std::function<QWidget*()> stepper;
        std::function<QList<QRect>()> seen; ///< in the window: what no hint should cover
    };

    static constexpr int kMilliseconds = 20'000;

    FirstHints(Places places, ProgressStore& store, const Style& style,
               int milliseconds = kMilliseconds);

    /// The lesson's button may be pressed now.
    void begin();
    /// Whatever moved or is called otherwise.
    void refresh();
    void markDone(Hint hint);

    [[nodiscard]] HintBubble& bubble() { return *bubble_; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void showSoon(Hint hint);
    void show(Hint hint);
    void end();
    [[nodiscard]] static QString nameOf(Hint hint);
    [[nodiscard]] static QString textOf(Hint hint, const QWidget* target);
    [[nodiscard]] QRect inWindow(const QWidget& widget) const;

    const Places places_;
    ProgressStore& store_;
    HintBubble* bubble_;
    QTimer shown_;
    QTimer pause_; ///< before the next one
    std::optional<Hint> next_;
    std::optional<Hint> current_;
};

} // namespace roundtrip
