#pragma once

#include "app/canvas/canvas_model.h"
#include "app/canvas/canvas_painter.h"
#include "app/canvas/canvas_tool.h"
#include "app/canvas/crossfade.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

namespace roundtrip {

/// The stage: shows a CanvasModel, zooms and pans, finds what is under the pointer, and lets a
/// keyboard or a screen reader go from part to part.
///
/// Keys: arrows to the next part in that direction, Return to inspect it, L for the next line of
/// the part, M for the next message on its way, + and - to zoom, 0 to fit, Shift with arrows to
/// pan.
class CanvasWidget : public QWidget {
    Q_OBJECT

  public:
    CanvasWidget(const Style& style, const Narrator& narrator, QWidget* parent = nullptr);

    /// The playback's scene is the builder's scene; null shows an empty canvas.
    void setSource(CanvasModelBuilder* builder, Playback* playback);
    void setHighlight(const QStringList& nodeIds);
    /// Whether cards show how busy they are.
    void setHeat(bool on);
    /// What the mouse and the keyboard do first, before the stage's own ways; null: nothing more.
    void setTool(CanvasTool* tool);
    /// The builder has read another scene: nothing is selected any more.
    void takeScene();
    /// Cards and lines are placed anew, as the scene says now; what is seen stays where it is.
    void takeLooks();
    /// Reads the playback's position again.
    void refresh();
    /// What is shown now fades into what will be, unless motion is reduced.
    void fade();
    void fit();
    /// As near as possible to what stands in that part of the scene.
    void fitTo(const QRectF& part);
    /// fit() shows these nodes, whatever stands around them; none: all.
    void setFitted(std::vector<std::size_t> nodes);
    /// So much at the lower edge is something else's: fit() keeps the cards above it.
    void setCoveredFoot(int pixels);
    void zoomBy(double factor);

    [[nodiscard]] const CanvasModel& model() const;
    [[nodiscard]] std::optional<std::size_t> selectedNode() const { return selectedNode_; }
    void selectNode(std::optional<std::size_t> node);
    /// At a point of this widget.
    [[nodiscard]] std::optional<std::size_t> nodeAt(const QPointF& at) const;
    [[nodiscard]] std::optional<std::size_t> linkAt(const QPointF& at) const;
    [[nodiscard]] std::optional<std::size_t> noteAt(const QPointF& at) const;
    /// By its name above the frame.
    [[nodiscard]] std::optional<std::size_t> groupAt(const QPointF& at) const;
    [[nodiscard]] std::optional<std::size_t> messageAt(const QPointF& at) const;
    /// Scene units, as the model's, to this widget's coordinates.
    [[nodiscard]] const QTransform& transform() const { return transform_; }
    void panBy(const QPointF& way);

    [[nodiscard]] std::optional<std::size_t> selectedLink() const { return selectedLink_; }
    void selectLink(std::optional<std::size_t> link);

    /// Of a node or message, in this widget's coordinates.
    [[nodiscard]] QRectF nodeRect(std::size_t node) const;
    [[nodiscard]] QRectF messageRect(const CanvasMessage& message) const;
    /// What a screen reader says of them.
    [[nodiscard]] QString spokenNode(const CanvasNode& node) const;
    [[nodiscard]] QString spokenMessage(const CanvasMessage& message) const;
    [[nodiscard]] QString spokenLink(const CanvasLink& link) const;

    [[nodiscard]] QSize sizeHint() const override { return {720, 560}; }

  signals:
    void nodeChosen(roundtrip::NodeId node);
    void linkChosen(roundtrip::LinkId link);
    void messageChosen(std::size_t sentFact);
    /// Another part of the scene is seen, or other things are in it.
    void viewChanged();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Hit {
        std::optional<std::size_t> node;
        std::optional<std::size_t> message; ///< index in the model
        std::optional<std::size_t> link;
    };
    [[nodiscard]] Hit hitAt(const QPointF& at) const;
    void choose(const Hit& hit);
    void moveSelection(const QPointF& direction);
    void chooseNextMessage();
    void chooseNextLink();
    void zoomAround(const QPointF& at, double factor);
    [[nodiscard]] QTransform transformFor(const QRectF& bounds) const;
    void setTransform(const QTransform& transform);
    void styleChanged();
    void layOut();

    const Style& style_;
    const Narrator& narrator_;
    CanvasPainter painter_;
    Crossfade* crossfade_;
    CanvasModelBuilder* builder_ = nullptr;
    Playback* playback_ = nullptr;
    CanvasTool* tool_ = nullptr;
    QTransform transform_;
    std::vector<std::size_t> fittedNodes_; ///< none: all
    int coveredFoot_ = 0;
    bool isFitted_ = true; ///< follows the window's size until the learner zooms or pans
    std::optional<std::size_t> selectedNode_;
    std::optional<std::size_t> selectedLink_;
    std::optional<std::size_t> linksOf_; ///< L goes round the lines of this part
    std::optional<MessageId> selectedMessage_;
    std::optional<QPointF> dragFrom_;
    bool isDragging_ = false;
    QTimer restTimer_; ///< draws anew when zooming has stopped
};

} // namespace roundtrip
