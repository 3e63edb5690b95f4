#pragma once

#include "app/inspector/document_box.h"
#include "app/style/style.h"
#include "core/kernel/parameter.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

#include <functional>

namespace roundtrip {

/// A setting that is a whole document. A list of things that stand in an order (layers, migrations)
/// can be put into another order, by dragging or with Alt and the arrows, and things
/// can be taken out; everything else is written as JSON, in a window of its own.
class DocumentEditor : public DocumentBox {
    Q_OBJECT

  public:
    /// `changed` is called with each new value that fits.
    DocumentEditor(const Style& style, Parameter parameter,
                   std::function<void(nlohmann::json)> changed, QWidget* parent = nullptr);

    /// Shows that value, without calling `changed`.
    void show(const nlohmann::json& value) override;

    [[nodiscard]] QListWidget& list() { return *list_; }
    /// Moves the chosen thing by so many places.
    void moveBy(int places);
    void removeChosen();
    /// Asks for the document as text.
    void edit();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fill();
    void takeOrder();
    void propose(nlohmann::json value);
    void refreshButtons();

    const Style& style_;
    const Parameter parameter_;
    std::function<void(nlohmann::json)> changed_;
    nlohmann::json value_;
    QListWidget* list_;
    QPlainTextEdit* preview_;
    QLabel* problem_;
    QToolButton* up_;
    QToolButton* down_;
    QToolButton* remove_;
    QPushButton* edit_;
};

/// One line that tells a thing of a list from the others: "GET /books/<int:id>", "rate_limit".
[[nodiscard]] QString summaryOf(const nlohmann::json& thing);

} // namespace roundtrip
