#pragma once

#include "app/inspector/blocks/block_card.h"

#include <QPushButton>
#include <QWidget>

#include <vector>

namespace roundtrip {

/// A list of blocks, one card below the other, with what is nested in each, and the button that
/// adds one. A card can be dropped between two others.
class BlockLane : public QWidget {
    Q_OBJECT

  public:
    /// `list` is the pointer of the list in `document`. New cards and buttons are appended to
    /// `stops` in the order in which they stand on the screen.
    BlockLane(const Style& style, const nlohmann::json& document, std::string list, BlockHost& host,
              std::vector<QWidget*>& stops, QWidget* parent = nullptr);

    /// The pointer of its list.
    [[nodiscard]] const std::string& list() const { return list_; }

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void addBranches(const nlohmann::json& document, const nlohmann::json& block,
                     const std::string& pointer, std::vector<QWidget*>& stops);
    /// Before which card something at that height would go.
    [[nodiscard]] std::size_t indexAt(int y) const;
    void showMark(int index);

    const Style& style_;
    const std::string list_;
    BlockHost& host_;
    std::vector<BlockCard*> cards_;
    QPushButton* add_;
    int mark_ = -1; ///< where a drop would go; -1: nowhere
};

} // namespace roundtrip
