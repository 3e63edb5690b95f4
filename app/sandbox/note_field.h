#pragma once

#include <QPlainTextEdit>

namespace roundtrip {

/// Where a note's words are written, over the stage. Return begins a new line; Ctrl+Return, Escape
/// or going elsewhere ends it.
class NoteField : public QPlainTextEdit {
    Q_OBJECT

  public:
    NoteField(const QString& text, QWidget* parent);

  signals:
    /// Only once. `keeps`: false after Escape.
    void left(bool keeps);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void leave(bool keeps);

    bool hasLeft_ = false;
};

} // namespace roundtrip
