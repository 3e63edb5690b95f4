#pragma once

#include "app/canvas/canvas_model.h"
#include "app/canvas/link_labels.h"
#include "app/canvas/message_atlas.h"
#include "app/style/style.h"

#include <QPainter>
#include <QPixmap>
#include <QTransform>

#include <optional>

namespace roundtrip {

/// What the canvas draws beside the model.
struct CanvasView {
    QTransform transform; ///< scene units to logical pixels
    QSize size;           ///< logical pixels
    double ratio = 1;     ///< device pixels per logical pixel
    std::optional<std::size_t> selectedNode;
    std::optional<std::size_t> selectedLink;
    std::optional<MessageId> selectedMessage;
    bool hasFocus = false;
};

/// Paints a CanvasModel. What rarely changes (grid, links, cards) is kept in a pixmap and only
/// cards whose content changed are drawn anew; messages are one call.
class CanvasPainter {
  public:
    explicit CanvasPainter(const Style& style) : style_(style) {}

    void paint(QPainter& painter, const CanvasModel& model, const CanvasView& view);
    /// The whole picture, with nothing kept for the next time: for files and paper.
    void paintAnew(QPainter& painter, const CanvasModel& model, const CanvasView& view);
    /// Everything is drawn anew at the next paint: theme, language or scale changed.
    void invalidate() { isStale_ = true; }
    /// While zooming the old picture is scaled instead of drawn anew.
    void setInteracting(bool interacting) { isInteracting_ = interacting; }

  private:
    void paintStatic(QPainter& painter, const CanvasModel& model, const CanvasView& view) const;
    void paintMoving(QPainter& painter, const CanvasModel& model, const CanvasView& view);
    void refreshStatic(const CanvasModel& model, const CanvasView& view);
    void refreshCards(const CanvasModel& model, const CanvasView& view);
    void paintGrid(QPainter& painter, const CanvasView& view) const;
    void paintLink(QPainter& painter, const CanvasLink& link) const;
    void paintCross(QPainter& painter, const QPointF& at, double reach) const;
    void paintCard(QPainter& painter, const CanvasNode& node, const CanvasView& view) const;
    void paintPlate(QPainter& painter, const CanvasNode& node, double zoom) const;
    void paintIcon(QPainter& painter, const CanvasNode& node, const CanvasView& view) const;
    void paintCardName(QPainter& painter, const CanvasNode& node, double indent) const;
    void paintCardText(QPainter& painter, const CanvasNode& node, const QRectF& rect) const;
    void paintGauges(QPainter& painter, const CanvasNode& node) const;
    void paintLitLinks(QPainter& painter, const CanvasModel& model, const CanvasView& view) const;
    void paintActivity(QPainter& painter, const CanvasModel& model, const CanvasView& view) const;
    void paintMessages(QPainter& painter, const CanvasModel& model, const CanvasView& view);
    void paintLabels(QPainter& painter, const CanvasModel& model, const CanvasView& view) const;
    void paintFlow(QPainter& painter, const CanvasModel& model, const CanvasView& view) const;
    [[nodiscard]] double textScale() const { return style_.scalePercent() / 100.0; }

    const Style& style_;
    MessageAtlas atlas_;
    QPixmap static_;
    QTransform staticTransform_;
    std::vector<CanvasNode> shown_; // as they are in static_
    QStringList shownLabels_;       // of links
    std::vector<LinkLabel> linkLabels_;
    bool isStale_ = true;
    std::size_t nextCard_ = 0;
    bool isInteracting_ = false;
};

} // namespace roundtrip
