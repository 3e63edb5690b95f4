#include "app/inspector/blocks/entry_row.h"

#include "app/inspector/blocks/block_drag.h"
#include "app/inspector/blocks/block_keys.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QPainter>
#include <QStyle>

#include <utility>

namespace roundtrip {

namespace {

/// Return and Space press the row, as any button.
bool isRowKey(const QKeyEvent& event) {
    const int key = event.key();
    return isBlockKey(event) && key != Qt::Key_Return && key != Qt::Key_Enter &&
           key != Qt::Key_Space;
}

} // namespace

EntryRow::EntryRow(const Style& style, std::string pointer, bool isUnfolded, BlockHost& host,
                   QWidget* parent)
    : QPushButton(parent), style_(style), pointer_(std::move(pointer)), host_(host) {
    setObjectName("entryRow");
    setProperty("place", QString::fromStdString(pointer_));
    setIcon(style_.icon(isUnfolded ? QStringLiteral("ui_chevron_up")
                                   : QStringLiteral("ui_chevron_down")));
    setAcceptDrops(true);
    setIconSize(QSize(style_.px(12), style_.px(12)));
    setAccessibleDescription(isUnfolded ? tr("Its blocks are shown") : tr("Its blocks are hidden"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // its title is cut where it ends
    connect(this, &QPushButton::clicked, this, [this] { host_.unfold(pointer_); });
}

void EntryRow::show(const QString& title, bool isWrong) {
    title_ = title;
    setAccessibleName(isWrong ? tr("%1: something is wrong").arg(title) : title);
    setToolTip(accessibleName());
    setProperty("tone", isWrong ? QStringLiteral("bad") : QString());
    style()->unpolish(this); // so that the tone is looked at again
    style()->polish(this);
    showTitle();
}

void EntryRow::showTitle() {
    const int room = width() - style_.px(44);
    setText(fontMetrics()
                .elidedText(title_, Qt::ElideRight, room)
                .replace(QLatin1Char('&'), QLatin1String("&&")));
}

void EntryRow::resizeEvent(QResizeEvent* event) {
    QPushButton::resizeEvent(event);
    showTitle();
}

void EntryRow::mousePressEvent(QMouseEvent* event) {
    pressedAt_ = event->position().toPoint();
    QPushButton::mousePressEvent(event);
}

void EntryRow::mouseMoveEvent(QMouseEvent* event) {
    const QPoint way = event->position().toPoint() - pressedAt_;
    if (isDown() && way.manhattanLength() >= QApplication::startDragDistance()) {
        setDown(false); // it is no press any more
        dragBlock(*this, pointer_, pressedAt_);
        return;
    }
    QPushButton::mouseMoveEvent(event);
}

BlockPlace EntryRow::placeAt(int y) const {
    BlockPlace place = *BlockPlace::of(pointer_);
    place.index += y > height() / 2 ? 1 : 0;
    return place;
}

void EntryRow::dragEnterEvent(QDragEnterEvent* event) {
    const auto dragged = draggedBlock(*event->mimeData());
    if (dragged && dragged->list.empty()) { // only routes
        event->acceptProposedAction();
    }
}

void EntryRow::dragMoveEvent(QDragMoveEvent* event) {
    mark_ = event->position().toPoint().y() > height() / 2 ? 1 : 0;
    update();
    event->acceptProposedAction();
}

void EntryRow::dragLeaveEvent(QDragLeaveEvent* /*event*/) {
    mark_ = -1;
    update();
}

void EntryRow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    mark_ = -1;
    update();
    if (const auto from = draggedBlock(*event->mimeData())) {
        dropBlock(host_, *this, *from, placeAt(event->position().toPoint().y()));
    }
}

void EntryRow::paintEvent(QPaintEvent* event) {
    QPushButton::paintEvent(event);
    if (mark_ >= 0) {
        const int thick = style_.px(3);
        QPainter(this).fillRect(0, mark_ == 0 ? 0 : height() - thick, width(), thick,
                                style_.theme().accent);
    }
}

bool EntryRow::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isBlockKey(static_cast<QKeyEvent&>(*event))) {
        event->accept();
        return true;
    }
    return QPushButton::event(event);
}

void EntryRow::keyPressEvent(QKeyEvent* event) {
    const bool presses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (presses) {
        click();
    } else if (!isRowKey(*event) || !pressBlockKey(host_, *this, pointer_, *event)) {
        QPushButton::keyPressEvent(event);
    }
}

} // namespace roundtrip
