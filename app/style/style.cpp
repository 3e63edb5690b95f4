#include "app/style/style.h"

#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace roundtrip {

namespace {

const QByteArray kIconInk = "#3A4560"; // the one colour in the controls' drawings

QByteArray iconFile(const QString& name) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap rendered(const QByteArray& svg, int pixels, double ratio) {
    QPixmap pixmap(QSize(pixels, pixels) * ratio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), pixmap.size()));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QString familyName() {
    static const QString kFamily = [] {
        const QStringList families = QFontDatabase::families();
        for (const char* wanted : {"Inter", "Inter Variable", "Noto Sans", "DejaVu Sans"}) {
            if (families.contains(QLatin1String(wanted))) {
                return QString::fromLatin1(wanted);
            }
        }
        return QFont().family();
    }();
    return kFamily;
}

} // namespace

Style::Style(QObject* parent) : QObject(parent) {
    constexpr int kCacheKilobytes = 64 * 1024;
    QPixmapCache::setCacheLimit(kCacheKilobytes);
}

void Style::setTheme(Theme::Name name) {
    theme_ = Theme::byName(name);
    emit changed();
}

void Style::setScalePercent(int percent) {
    const int clamped = std::clamp(percent, kSmallest, kLargest);
    if (clamped != scalePercent_) {
        scalePercent_ = clamped;
        emit changed();
    }
}

void Style::setMotionReduced(bool reduced) {
    isMotionReduced_ = reduced;
    emit changed();
}

int Style::px(double length) const {
    return static_cast<int>(std::lround(length * scalePercent() / 100.0));
}

QFont Style::font(double size, QFont::Weight weight) const {
    QFont font(familyName());
    font.setPixelSize(std::max(1, px(size)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont Style::codeFont(double size) const {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(std::max(1, px(size)));
    return font;
}

QIcon Style::icon(const QString& name, const QColor& color) const {
    QByteArray svg = iconFile(name);
    const QColor ink = color.isValid() ? color : theme_.text;
    svg.replace(kIconInk, ink.name().toLatin1());
    constexpr int kPixels = 24;
    QIcon icon(rendered(svg, px(kPixels), 2.0));
    QByteArray faint = iconFile(name);
    faint.replace(kIconInk, theme_.link.name().toLatin1());
    icon.addPixmap(rendered(faint, px(kPixels), 2.0), QIcon::Disabled);
    return icon;
}

QPixmap Style::partIcon(const QString& name, int pixels, double ratio) {
    const QString key = QStringLiteral("part/%1/%2/%3").arg(name).arg(pixels).arg(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = rendered(iconFile(name), pixels, ratio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

QPixmap Style::drawing(const QByteArray& svg, int pixels, double ratio) {
    const QString key = QStringLiteral("drawing/%1/%2/%3").arg(qHash(svg)).arg(pixels).arg(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = rendered(svg, pixels, ratio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

} // namespace roundtrip
