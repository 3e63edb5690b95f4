#pragma once

#include "app/style/style.h"
#include "core/nodes/node_kind.h"

#include <QLineEdit>
#include <QTreeWidget>
#include <QWidget>

#include <optional>
#include <set>
#include <string>

namespace roundtrip {

/// Every kind of part, by category, with a search. Drag one onto the stage, or press Return on it.
class PaletteView : public QWidget {
    Q_OBJECT

  public:
    explicit PaletteView(const Style& style, QWidget* parent = nullptr);

    /// Only kinds of those ids can be added; none: all.
    void setAllowed(std::optional<std::set<std::string>> kinds);
    [[nodiscard]] QLineEdit& search() { return *search_; }
    [[nodiscard]] QTreeWidget& list() { return *list_; }

  signals:
    /// The user wants a new part of that kind, by its id.
    void partWanted(const QString& kind);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fill();
    void filter(const QString& text);
    void chooseFirst();
    void want(const QTreeWidgetItem* item);

    const Style& style_;
    QLineEdit* search_;
    QTreeWidget* list_;
    std::optional<std::set<std::string>> allowed_;
};

/// What is dragged from the palette: a kind's id.
constexpr const char* kKindMimeType = "application/x-roundtrip-kind";

} // namespace roundtrip
