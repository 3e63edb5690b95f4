#include "app/inspector/blocks/block_keys.h"

#include <optional>

namespace roundtrip {

namespace {

std::optional<BlockStep> stepOf(int key) {
    switch (key) {
    case Qt::Key_Up:
        return BlockStep::up;
    case Qt::Key_Down:
        return BlockStep::down;
    case Qt::Key_Left:
        return BlockStep::outside;
    case Qt::Key_Right:
        return BlockStep::inside;
    default:
        return std::nullopt;
    }
}

bool isCopy(const QKeyEvent& event) {
    return event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier;
}

} // namespace

bool isBlockKey(const QKeyEvent& event) {
    if (event.modifiers() == Qt::AltModifier) {
        return stepOf(event.key()).has_value();
    }
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return isCopy(event);
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Escape:
    case Qt::Key_Delete:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return true;
    default:
        return false;
    }
}

bool pressBlockKey(BlockHost& host, QWidget& from, const std::string& pointer,
                   const QKeyEvent& event) {
    if (!isBlockKey(event)) {
        return false;
    }
    if (event.modifiers() == Qt::AltModifier) {
        host.step(pointer, *stepOf(event.key()));
        return true;
    }
    switch (event.key()) {
    case Qt::Key_D:
        host.duplicate(pointer);
        return true;
    case Qt::Key_Delete:
        host.remove(pointer);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        host.focusNeighbour(from, event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_Escape:
        if (!host.isOpen(pointer)) {
            return false;
        }
        [[fallthrough]];
    default:
        host.open(pointer);
        return true;
    }
}

} // namespace roundtrip
