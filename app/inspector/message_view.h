#pragma once

#include "app/narration/narrator.h"
#include "app/playback/playback.h"
#include "app/style/style.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QWidget>

#include <optional>

namespace roundtrip {

/// What is on the wire: the message's text, for SQL its plan and cost, and where the time of its
/// trip went. Follows the playback until the learner picks a message or an event.
class MessageView : public QWidget {
    Q_OBJECT

  public:
    MessageView(const Style& style, const Narrator& narrator, QWidget* parent = nullptr);

    void setPlayback(Playback* playback);
    /// Shows that fact until the position changes.
    void showFact(std::size_t fact);

    [[nodiscard]] QString heading() const { return heading_->text(); }
    [[nodiscard]] QString wire() const { return wire_->toPlainText(); }
    /// Why the other routes did not match; empty when that is not shown.
    [[nodiscard]] QString otherRoutes() const {
        return routes_->isHidden() ? QString() : routes_->toPlainText();
    }

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void follow();
    void show();
    void showMessage(const Fact& fact);
    void showPlan(const Fact& fact);
    void showRoutes(const Fact& fact);
    [[nodiscard]] static QString routesForPeople(const QString& lines);
    void showHops(RequestId request);
    [[nodiscard]] std::optional<std::size_t> messageAt(std::size_t fact) const;
    void fitHeight(QPlainTextEdit& edit) const;
    void restyle();

    const Style& style_;
    const Narrator& narrator_;
    Playback* playback_ = nullptr;
    std::optional<std::size_t> fact_;
    QLabel* sentence_;
    QLabel* heading_;
    QPlainTextEdit* wire_;
    QLabel* routesTitle_;
    QPlainTextEdit* routes_;
    QLabel* planTitle_;
    QPlainTextEdit* plan_;
    QLabel* hopsTitle_;
    QTableWidget* hops_;
};

} // namespace roundtrip
