#include "app/canvas/legend.h"

#include "app/canvas/message_atlas.h"

#include <QEvent>
#include <QPainter>

#include <array>

namespace roundtrip {

namespace {

struct Entry {
    MessageKind kind;
    bool isFailure;
    const char* text;
};

constexpr std::array<Entry, 7> kEntries{{
    {MessageKind::request, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "request")},
    {MessageKind::response, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "response")},
    {MessageKind::query, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "query")},
    {MessageKind::result, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "result")},
    {MessageKind::job, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "task")},
    {MessageKind::frame, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "signal")},
    {MessageKind::request, true, QT_TRANSLATE_NOOP("roundtrip::Legend", "error")},
}};

} // namespace

Legend::Legend(const Style& style, QWidget* parent) : QWidget(parent), style_(style) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&style_, &Style::changed, this, [this] {
        resize(sizeHint());
        update();
    });
}

QSize Legend::sizeHint() const {
    const QFontMetrics metrics(style_.font(13));
    int width = style_.px(8);
    for (const Entry& entry : kEntries) {
        width += style_.px(44) + metrics.horizontalAdvance(tr(entry.text));
    }
    return {width, style_.px(26)};
}

void Legend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        resize(sizeHint());
        update();
    }
    QWidget::changeEvent(event);
}

void Legend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = style_.font(13);
    const QFontMetrics metrics(font);
    double x = style_.px(4);
    for (const Entry& entry : kEntries) {
        const double side = style_.px(18);
        const QRectF box(x, (height() - side) / 2.0, side, side);
        MessageAtlas::drawShape(painter, style_.theme(), entry.kind, entry.isFailure, box);
        const QString text = tr(entry.text);
        painter.setFont(font);
        painter.setPen(style_.theme().muted);
        const int width = metrics.horizontalAdvance(text);
        painter.drawText(QRectF(box.right() + style_.px(6), 0, width + 4, height()),
                         Qt::AlignVCenter, text);
        x += style_.px(44) + width;
    }
}

} // namespace roundtrip
