#include "app/canvas/legend.h"

#include "app/canvas/message_atlas.h"

#include <QEvent>
#include <QPainter>

#include <array>

namespace roundtrip {

namespace {

struct Shape {
    MessageKind kind;
    bool isFailure;
    const char* text;
};

constexpr std::array<Shape, 7> kShapes{{
    {MessageKind::request, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "request")},
    {MessageKind::response, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "response")},
    {MessageKind::query, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "query")},
    {MessageKind::result, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "result")},
    {MessageKind::job, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "task")},
    {MessageKind::frame, false, QT_TRANSLATE_NOOP("roundtrip::Legend", "signal")},
    {MessageKind::request, true, QT_TRANSLATE_NOOP("roundtrip::Legend", "error")},
}};

constexpr int kMargin = 16; // to the parent's edges

} // namespace

Legend::Legend(const Style& style, QWidget* parent) : QWidget(parent), style_(style) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&style_, &Style::changed, this, &Legend::place);
}

void Legend::setAnalogy(std::optional<Analogy> analogy) {
    analogy_ = std::move(analogy);
    place();
}

int Legend::widthOf(const QString& text) const {
    return style_.px(44) + QFontMetrics(style_.font(13)).horizontalAdvance(text);
}

/// In rows that fit into the parent.
std::vector<Legend::Entry> Legend::entries() const {
    std::vector<Entry> all;
    const int room =
        parentWidget() == nullptr ? QWIDGETSIZE_MAX : parentWidget()->width() - 2 * kMargin;
    QPoint at(style_.px(4), 0);
    for (const Shape& shape : kShapes) {
        Entry entry{shape.kind, shape.isFailure, tr(shape.text), {}, {}};
        if (analogy_ && !shape.isFailure) {
            entry.text = analogy_->messageName(shape.kind);
            entry.drawing = analogy_->messageDrawings()[static_cast<std::size_t>(shape.kind)];
        }
        const int width = widthOf(entry.text);
        if (at.x() + width > room && !all.empty()) {
            at = QPoint(style_.px(4), at.y() + style_.px(26));
        }
        entry.at = at;
        at.rx() += width;
        all.push_back(std::move(entry));
    }
    return all;
}

QStringList Legend::texts() const {
    QStringList texts;
    for (const Entry& entry : entries()) {
        texts << entry.text;
    }
    return texts;
}

QSize Legend::sizeHint() const {
    QSize size;
    for (const Entry& entry : entries()) {
        size = size.expandedTo({entry.at.x() + widthOf(entry.text), entry.at.y() + style_.px(26)});
    }
    return size + QSize(style_.px(4), 0);
}

void Legend::place() {
    if (parentWidget() == nullptr) {
        return;
    }
    constexpr int kShare = 6; // of the parent's height, at most
    const QSize size = sizeHint();
    const QSize room = parentWidget()->size();
    setGeometry(QRect(QPoint(kMargin, room.height() - size.height() - 10), size));
    const bool isShown = size.height() * kShare <= room.height() && size.width() <= room.width();
    setVisible(isShown);
    update();
    emit placed(isShown ? room.height() - y() : 0);
}

void Legend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        place();
    }
    QWidget::changeEvent(event);
}

void Legend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style_.font(13));
    const int side = style_.px(18);
    const int height = style_.px(26);
    for (const Entry& entry : entries()) {
        const QRect box(entry.at + QPoint(0, (height - side) / 2), QSize(side, side));
        if (entry.drawing.isEmpty()) {
            MessageAtlas::drawShape(painter, style_.theme(), entry.kind, entry.isFailure, box);
        } else {
            painter.drawPixmap(box, Style::drawing(entry.drawing, side, devicePixelRatioF()));
        }
        painter.setPen(style_.theme().muted);
        painter.drawText(
            QRect(box.right() + style_.px(6), entry.at.y(), widthOf(entry.text), height),
            Qt::AlignVCenter, entry.text);
    }
}

} // namespace roundtrip
