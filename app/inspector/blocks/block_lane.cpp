#include "app/inspector/blocks/block_lane.h"

#include "app/inspector/blocks/block_drag.h"
#include "app/narration/text_format.h"
#include "core/kernel/json_object.h"
#include "core/web/block_form.h"

#include <QDragEnterEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace roundtrip {

BlockLane::BlockLane(const Style& style, const nlohmann::json& document, std::string list,
                     BlockHost& host, std::vector<QWidget*>& stops, QWidget* parent)
    : QWidget(parent), style_(style), list_(std::move(list)), host_(host),
      add_(new QPushButton(tr("Add block"), this)) {
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style_.px(6));
    const std::size_t count = lengthOf(document, list_);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string pointer = BlockPlace{list_, i}.pointer();
        const nlohmann::json& block = *findValue(document, pointer);
        cards_.push_back(new BlockCard(style_, pointer, block, wordsOfBlock, host_, this));
        stops.push_back(cards_.back());
        column->addWidget(cards_.back());
        addBranches(document, block, pointer, stops);
    }
    add_->setObjectName("addBlock");
    add_->setProperty("place", QString::fromStdString(list_ + "/-")); // RFC 6901: behind the last
    column->addWidget(add_);
    stops.push_back(add_);
    connect(add_, &QPushButton::clicked, this, [this, count] {
        host_.askForBlock({list_, count}, *add_);
    });
}

void BlockLane::addBranches(const nlohmann::json& document, const nlohmann::json& block,
                            const std::string& pointer, std::vector<QWidget*>& stops) {
    const BlockForm* form = findBlockForm(memberText(block, "do"));
    if (form == nullptr) {
        return;
    }
    for (const BlockBranch& branch : form->branches) {
        auto* inside = new QWidget(this);
        auto* column = new QVBoxLayout(inside);
        column->setContentsMargins(style_.px(14), 0, 0, style_.px(2));
        column->setSpacing(style_.px(4));
        const QString name = coreText("blocks", branch.title);
        auto* title = new QLabel(name + QLatin1Char(':'), inside);
        title->setObjectName("branchTitle");
        auto* lane =
            new BlockLane(style_, document, pointer + "/" + branch.name, host_, stops, inside);
        lane->add_->setProperty("nested", true);
        lane->add_->setAccessibleName(tr("Add block: %1").arg(name));
        column->addWidget(title);
        column->addWidget(lane);
        layout()->addWidget(inside);
    }
}

std::size_t BlockLane::indexAt(int y) const {
    const auto isBelow = [y](const BlockCard* card) { return card->geometry().center().y() > y; };
    return static_cast<std::size_t>(std::ranges::find_if(cards_, isBelow) - cards_.begin());
}

void BlockLane::showMark(int index) {
    if (mark_ != index) {
        mark_ = index;
        update();
    }
}

void BlockLane::dragEnterEvent(QDragEnterEvent* event) {
    const auto block = draggedBlock(*event->mimeData());
    if (block && !block->list.empty()) { // a route is no block
        event->acceptProposedAction();
    }
}

void BlockLane::dragMoveEvent(QDragMoveEvent* event) {
    showMark(static_cast<int>(indexAt(event->position().toPoint().y())));
    event->acceptProposedAction();
}

void BlockLane::dragLeaveEvent(QDragLeaveEvent* /*event*/) {
    showMark(-1);
}

void BlockLane::dropEvent(QDropEvent* event) {
    showMark(-1);
    event->acceptProposedAction();
    if (const auto from = draggedBlock(*event->mimeData())) {
        dropBlock(host_, *this, *from, {list_, indexAt(event->position().toPoint().y())});
    }
}

void BlockLane::paintEvent(QPaintEvent* /*event*/) {
    if (mark_ < 0) {
        return;
    }
    const auto index = static_cast<std::size_t>(mark_);
    const int y =
        index < cards_.size() ? cards_[index]->y() - style_.px(3) : add_->y() - style_.px(3);
    QPainter painter(this);
    painter.fillRect(0, std::max(0, y - 1), width(), style_.px(3), style_.theme().accent);
}

} // namespace roundtrip
