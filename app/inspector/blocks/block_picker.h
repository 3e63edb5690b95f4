#pragma once

#include "app/style/style.h"

#include <QFrame>
#include <QLineEdit>
#include <QTreeWidget>

#include <functional>

namespace roundtrip {

/// Asks which kind of block is wanted: all of them by category, with a search. It opens at a
/// button, and is gone once something is chosen or one clicks elsewhere.
class BlockPicker : public QFrame {
    Q_OBJECT

  public:
    /// `chosen` is called with the kind's name in files.
    BlockPicker(const Style& style, std::function<void(const std::string& kind)> chosen,
                QWidget* parent);

    void openAt(const QWidget& button);
    [[nodiscard]] QLineEdit& search() { return *search_; }
    [[nodiscard]] QTreeWidget& list() { return *list_; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fill();
    void filter(const QString& text);
    void choose(const QTreeWidgetItem* item);
    /// The first kind that is not hidden.
    [[nodiscard]] QTreeWidgetItem* first() const;

    const Style& style_;
    std::function<void(const std::string&)> chosen_;
    QLineEdit* search_;
    QTreeWidget* list_;
};

} // namespace roundtrip
