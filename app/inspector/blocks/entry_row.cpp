#include "app/inspector/blocks/entry_row.h"

#include "app/inspector/blocks/block_keys.h"

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
