#include "app/inspector/blocks/text_field.h"

#include <QKeyEvent>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr int kMostLines = 10;

} // namespace

TextField::TextField(const Style& style, QWidget* parent) : QPlainTextEdit(parent), style_(style) {
    setProperty("code", true);
    setFont(style_.codeFont(12));
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    timer_.setSingleShot(true);
    timer_.setInterval(kPatienceMilliseconds);
    connect(&timer_, &QTimer::timeout, this, [this] { typed(toPlainText()); });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        timer_.start();
    });
}

void TextField::showText(const QString& text) {
    before_ = text;
    if (toPlainText() != text) {
        const QSignalBlocker quiet(this);
        setPlainText(text);
    }
    timer_.stop();
    fitHeight();
}

void TextField::commit() {
    timer_.stop();
    const QString text = toPlainText();
    if (text != before_) {
        before_ = text;
        entered(text);
    }
}

void TextField::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) { // of its own menu
        commit();
    }
}

void TextField::keyPressEvent(QKeyEvent* event) {
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        commit();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void TextField::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

/// As high as its lines, wrapped ones too.
void TextField::fitHeight() {
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        blockBoundingRect(block); // lays it out
        lines += std::max(1, block.layout()->lineCount());
    }
    setFixedHeight(std::clamp(lines, 1, kMostLines) * fontMetrics().lineSpacing() + style_.px(20));
}

} // namespace roundtrip
