#pragma once

#include "app/narration/analogy.h"
#include "app/style/theme.h"
#include "core/trace/fact.h"

#include <QPainter>
#include <QPixmap>
#include <QRectF>

#include <vector>

namespace roundtrip {

/// The messages' shapes, drawn once per size, device pixel ratio and theme, so that any number of
/// messages is one call: request circle, response rounded square, job diamond, query pill, result
/// small pill, frame triangle, error cross. In an analogy each kind has its drawing on a disc, and
/// a failure a small cross beside it.
class MessageAtlas {
  public:
    /// `size` is a shape's box in logical pixels.
    void prepare(const Theme& theme, double size, double ratio, const MessageDrawings& drawings);

    [[nodiscard]] const QPixmap& pixmap() const { return pixmap_; }
    [[nodiscard]] QRectF source(MessageKind kind, bool isFailure) const;
    [[nodiscard]] double size() const { return size_; }

    /// Draws one shape directly, for legends and lists.
    static void drawShape(QPainter& painter, const Theme& theme, MessageKind kind, bool isFailure,
                          const QRectF& box);
    static void drawDrawing(QPainter& painter, const Theme& theme, const QByteArray& drawing,
                            MessageKind kind, bool isFailure, const QRectF& box);
    [[nodiscard]] static QColor colourOf(const Theme& theme, MessageKind kind, bool isFailure);

  private:
    QPixmap pixmap_;
    Theme::Name theme_ = Theme::Name::light;
    double size_ = 0;
    double ratio_ = 0;
    MessageDrawings drawings_;
};

} // namespace roundtrip
