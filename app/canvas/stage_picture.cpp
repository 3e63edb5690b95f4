#include "app/canvas/stage_picture.h"

#include "app/canvas/canvas_painter.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr double kMargin = 32;
constexpr double kSmallest = 64; // of an empty stage
constexpr int kMostPixels = 16'000;

} // namespace

QSizeF StagePicture::size() const {
    const QSizeF parts = model_.bounds().size();
    return {std::max(parts.width(), kSmallest) + 2 * kMargin,
            std::max(parts.height(), kSmallest) + 2 * kMargin};
}

void StagePicture::paint(QPainter& painter, const QSizeF& room) const {
    const QSizeF own = size();
    const double zoom = std::min(room.width() / own.width(), room.height() / own.height());
    CanvasView view;
    view.size = room.toSize();
    view.transform.translate(room.width() / 2, room.height() / 2);
    view.transform.scale(zoom, zoom);
    const QPointF centre = model_.bounds().center();
    view.transform.translate(-centre.x(), -centre.y());
    CanvasPainter(style_).paintAnew(painter, model_, view);
}

QImage StagePicture::image(QSize pixels) const {
    QImage image(pixels, QImage::Format_RGB32);
    QPainter painter(&image);
    paint(painter, pixels);
    return image;
}

tl::expected<void, Error> StagePicture::save(const QString& file, const QString& title) const {
    const QString ending = QFileInfo(file).suffix().toLower();
    QBuffer written;
    written.open(QIODevice::WriteOnly);
    if (ending == QLatin1String("png")) {
        QSizeF pixels = size() * 2;
        if (std::max(pixels.width(), pixels.height()) > kMostPixels) {
            pixels.scale(kMostPixels, kMostPixels, Qt::KeepAspectRatio);
        }
        image(pixels.toSize()).save(&written, "PNG");
    } else if (ending == QLatin1String("svg")) {
        QSvgGenerator svg;
        svg.setOutputDevice(&written);
        svg.setSize(size().toSize());
        svg.setViewBox(QRectF(QPointF(), size()));
        svg.setTitle(title);
        QPainter painter(&svg);
        paint(painter, size());
    } else if (ending == QLatin1String("pdf")) {
        QPdfWriter pdf(&written);
        pdf.setTitle(title);
        pdf.setCreator(QStringLiteral("Roundtrip"));
        print(pdf);
    } else {
        return tl::unexpected(Error{"unknown-picture", {ending.toStdString()}, ""});
    }
    QSaveFile target(file);
    const bool isDone = target.open(QIODevice::WriteOnly) &&
                        target.write(written.data()) == written.size() && target.commit();
    return isDone
               ? tl::expected<void, Error>()
               : tl::unexpected(Error{
                     "cannot-write", {file.toStdString(), target.errorString().toStdString()}, ""});
}

void StagePicture::print(QPagedPaintDevice& device) const {
    const bool isWide = size().width() > size().height();
    device.setPageOrientation(isWide ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPainter painter(&device);
    const QRectF page = painter.viewport();
    // Painted in the screen's pixels, so that lines are as strong as there.
    const double scale = std::min(page.width() / size().width(), page.height() / size().height());
    painter.scale(scale, scale);
    paint(painter, page.size() / scale);
}

} // namespace roundtrip
