#pragma once

#include "app/inspector/blocks/block_host.h"
#include "app/style/style.h"

#include <QPushButton>

namespace roundtrip {

/// The line of a route in the list of routes; pressed, its blocks are shown or hidden. It can be
/// dragged to another place among the routes. Its other keys are those of block_keys.h.
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
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void showTitle();
    /// Before which route something at that height would go.
    [[nodiscard]] BlockPlace placeAt(int y) const;

    const Style& style_;
    const std::string pointer_;
    BlockHost& host_;
    QString title_;
    QPoint pressedAt_;
    int mark_ = -1; ///< where a drop would go: 0 above, 1 below, -1 nowhere
};

} // namespace roundtrip
