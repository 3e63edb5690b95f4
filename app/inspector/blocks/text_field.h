#pragma once

#include "app/style/style.h"

#include <QPlainTextEdit>
#include <QTimer>

#include <functional>

namespace roundtrip {

/// A text of several lines, or JSON, that grows with what is written in it. It counts as entered
/// when one leaves it or presses Ctrl+Return.
class TextField : public QPlainTextEdit {
    Q_OBJECT

  public:
    /// How long after the last letter one counts as having written something.
    static constexpr int kPatienceMilliseconds = 250;

    explicit TextField(const Style& style, QWidget* parent = nullptr);

    /// A moment after the last letter.
    std::function<void(const QString& text)> typed;
    std::function<void(const QString& text)> entered;

    /// Shows that text as one that is entered already.
    void showText(const QString& text);
    /// Enters what is written, if it is another text than before.
    void commit();

  protected:
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fitHeight();

    const Style& style_;
    QString before_; ///< the last text that was entered
    QTimer timer_;
};

} // namespace roundtrip
