#pragma once

#include "app/session/session.h"
#include "app/style/style.h"

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace roundtrip {

/// A line that the user should read, at the top until it is closed; and how far long work of a
/// session has come, where closing it cancels the work.
class NoticeBar : public QFrame {
    Q_OBJECT

  public:
    NoticeBar(const Style& style, Session& session, QWidget* parent = nullptr);

    void tell(const QString& text);
    /// How far something has come, 0 to 1, that keeps the window from doing anything else: it is
    /// seen at once.
    void tellProgress(const QString& text, double share);
    /// Empty while nothing is shown.
    [[nodiscard]] QString text() const { return isHidden() ? QString() : text_->text(); }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showProgress(double share);
    void close();
    void restyle();

    const Style& style_;
    Session& session_;
    QLabel* text_;
    QProgressBar* progress_;
    QToolButton* close_;
};

} // namespace roundtrip
