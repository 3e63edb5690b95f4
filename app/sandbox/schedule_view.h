#pragma once

#include "app/sandbox/parts_table_model.h"
#include "app/style/style.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QWidget>

namespace roundtrip {

/// What happens by itself in every run of a document: faults, settings, actions, each at its time.
class ScheduleView : public QWidget {
    Q_OBJECT

  public:
    ScheduleView(const Style& style, SandboxDocument& document, QWidget* parent = nullptr);

    /// Asks for something new, that begins with `wanted`: at that time, to that part.
    void askToAdd(const Command& wanted);
    [[nodiscard]] QTableView& table() { return *table_; }
    [[nodiscard]] QPushButton& adding() { return *add_; }
    [[nodiscard]] QPushButton& changing() { return *change_; }
    [[nodiscard]] QPushButton& removing() { return *remove_; }

  signals:
    /// The user wants to add something; where the run stands and what is chosen is the window's.
    void addWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void change();
    void remove();
    void refresh();
    void retranslate();

    const Style& style_;
    SandboxDocument& document_;
    ScheduleTableModel model_;
    QTableView* table_;
    QLabel* none_;
    QPushButton* add_;
    QPushButton* change_;
    QPushButton* remove_;
};

} // namespace roundtrip
