#pragma once

#include "app/sandbox/parts_table_model.h"
#include "app/style/style.h"

#include <QPushButton>
#include <QTableView>
#include <QWidget>

namespace roundtrip {

/// The same topology as on the stage as two lists, parts and lines, for keyboard and screen reader:
/// everything that a hand can do on the stage can be done here.
class PartsTable : public QWidget {
    Q_OBJECT

  public:
    PartsTable(const Style& style, SandboxDocument& document, QWidget* parent = nullptr);

    /// Shows what is selected elsewhere.
    void show(const PartSelection& selection);
    [[nodiscard]] QTableView& parts() { return *parts_; }
    [[nodiscard]] QTableView& links() { return *links_; }
    [[nodiscard]] QPushButton& joinButton() { return *join_; }

  signals:
    void selectionChosen(const roundtrip::PartSelection& selection);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    QTableView* makeTable(QAbstractItemModel& model);
    void choose();
    void fillJoinMenu();
    void refresh();
    void retranslate();
    [[nodiscard]] PartSelection chosen() const;

    SandboxDocument& document_;
    PartsTableModel partsModel_;
    LinksTableModel linksModel_;
    QTableView* parts_;
    QTableView* links_;
    QPushButton* join_;
    QPushButton* remove_;
    bool isFollowing_ = false; ///< shows what was chosen elsewhere
};

} // namespace roundtrip
