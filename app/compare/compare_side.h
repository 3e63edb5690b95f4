#pragma once

#include "app/canvas/canvas_widget.h"
#include "app/narration/narrator.h"
#include "app/playback/playback.h"
#include "app/style/style.h"
#include "core/lesson/lesson.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

#include <memory>
#include <vector>

namespace roundtrip {

/// One pane of a comparison: a run of its own on a stage of its own, what just happened there, and
/// the most telling numbers so far.
class CompareSide : public QFrame {
    Q_OBJECT

  public:
    CompareSide(const Style& style, Side side, QWidget* parent = nullptr);
    ~CompareSide() override;

    /// Shows that run, which must be there until clear() or another one.
    void show(Session& session);
    void clear();
    /// What parts are called, and in which picture the run is shown; none: as it is.
    void setWords(std::map<std::string, std::string> names, std::optional<Analogy> analogy);
    /// What this side is called, and what is set otherwise than in the scene.
    void setTitle(const QString& title, const QString& differences);
    /// The first kNumbers of them are shown.
    void setFigures(std::vector<LessonMetric> figures);
    /// The numbers so far; the better one of both sides is coloured.
    void showFigures(const TripFigures& figures, const TripFigures& other);

    /// Null while no run is shown, as the narrator and the canvas are.
    [[nodiscard]] Playback* playback() const { return playback_; }
    [[nodiscard]] const Narrator* narrator() const { return narrator_.get(); }
    [[nodiscard]] CanvasWidget* canvas() const { return canvas_; }
    /// All that was simulated has been read.
    [[nodiscard]] bool isRead() const;
    void refresh();

    static constexpr std::size_t kNumbers = 2;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Number {
        QLabel* value = nullptr;
        QLabel* name = nullptr;
    };
    void restyle();
    void showDifferences();

    const Style& style_;
    Side side_;
    QLabel* title_;
    QLabel* differences_;
    QString allDifferences_;
    QLabel* sentence_;
    QVBoxLayout* layout_;
    std::vector<Number> numbers_;
    std::vector<LessonMetric> figures_;
    std::map<std::string, std::string> names_;
    std::optional<Analogy> analogy_;
    std::unique_ptr<Narrator> narrator_;
    QMetaObject::Connection roster_;
    std::unique_ptr<CanvasModelBuilder> builder_;
    Playback* playback_ = nullptr;
    CanvasWidget* canvas_ = nullptr;
};

} // namespace roundtrip
