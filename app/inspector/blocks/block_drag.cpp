#include "app/inspector/blocks/block_drag.h"

#include <QDrag>
#include <QTimer>

namespace roundtrip {

void dragBlock(QWidget& widget, const std::string& pointer, const QPoint& held) {
    auto* drag = new QDrag(widget.window()); // which outlives the widget: a drop makes others
    auto* what = new QMimeData;
    what->setData(QString::fromLatin1(kBlockMimeType), QByteArray::fromStdString(pointer));
    drag->setMimeData(what);
    drag->setPixmap(widget.grab());
    drag->setHotSpot(held);
    drag->exec(Qt::MoveAction);
}

std::optional<BlockPlace> draggedBlock(const QMimeData& data) {
    const QByteArray pointer = data.data(QString::fromLatin1(kBlockMimeType));
    return BlockPlace::of(pointer.toStdString());
}

void dropBlock(BlockHost& host, QWidget& widget, const BlockPlace& from, const BlockPlace& to) {
    QTimer::singleShot(0, widget.window(), [&host, from, to] { host.move(from.pointer(), to); });
}

} // namespace roundtrip
