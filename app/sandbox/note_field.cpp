#include "app/sandbox/note_field.h"

#include <QKeyEvent>

#include <utility>

namespace roundtrip {

NoteField::NoteField(const QString& text, QWidget* parent) : QPlainTextEdit(text, parent) {
    setTabChangesFocus(true);
    selectAll();
}

void NoteField::keyPressEvent(QKeyEvent* event) {
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        leave(false);
    } else if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        leave(true);
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void NoteField::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        leave(true);
    }
}

void NoteField::leave(bool keeps) {
    if (!std::exchange(hasLeft_, true)) {
        emit left(keeps);
    }
}

} // namespace roundtrip
