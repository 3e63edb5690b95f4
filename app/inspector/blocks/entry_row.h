#pragma once

#include "app/inspector/blocks/block_host.h"
#include "app/style/style.h"

#include <QPushButton>

namespace roundtrip {

/// The line of a route in the list of routes; pressed, its blocks are shown or hidden. Its other
/// keys are those of block_keys.h.
class EntryRow : public QPushButton {
    Q_OBJECT

  public:
    EntryRow(const Style& style, std::string pointer, bool isUnfolded, BlockHost& host,
             QWidget* parent = nullptr);

    /// "POST /photos", and whether anything in it is wrong.
    void show(const QString& title, bool isWrong);

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void showTitle();

    const Style& style_;
    const std::string pointer_;
    BlockHost& host_;
    QString title_;
};

} // namespace roundtrip
