#pragma once

#include "app/canvas/canvas_model.h"
#include "app/style/style.h"
#include "core/kernel/error.h"

#include <QImage>
#include <QSizeF>
#include <tl/expected.hpp>

class QPagedPaintDevice;

namespace roundtrip {

/// The stage as a picture of its own, all parts in it: whatever a window shows of them.
class StagePicture {
  public:
    /// `model` and `style` outlive it.
    StagePicture(const CanvasModel& model, const Style& style) : model_(model), style_(style) {}

    /// With a margin round all parts, at 100 %; logical pixels.
    [[nodiscard]] QSizeF size() const;

    /// All parts as large as they fit, in the middle.
    void paint(QPainter& painter, const QSizeF& room) const;
    [[nodiscard]] QImage image(QSize pixels) const;
    /// By the name's ending: .png (twice as large as at 100 %), .svg or .pdf. Errors:
    /// "cannot-write" {file, reason}, "unknown-picture" {ending}.
    [[nodiscard]] tl::expected<void, Error> save(const QString& file, const QString& title) const;
    /// On one page, upright or across as fits better.
    void print(QPagedPaintDevice& device) const;

  private:
    const CanvasModel& model_;
    const Style& style_;
};

} // namespace roundtrip
