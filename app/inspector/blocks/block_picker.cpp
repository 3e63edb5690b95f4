#include "app/inspector/blocks/block_picker.h"

#include "app/inspector/blocks/block_words.h"
#include "app/inspector/word_filter.h"
#include "app/narration/text_format.h"

#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kKindRole = Qt::UserRole;

} // namespace

BlockPicker::BlockPicker(const Style& style, std::function<void(const std::string&)> chosen,
                         QWidget* parent)
    : QFrame(parent, Qt::Popup), style_(style), chosen_(std::move(chosen)),
      search_(new QLineEdit(this)), list_(new QTreeWidget(this)) {
    setObjectName("blockPicker");
    setAttribute(Qt::WA_DeleteOnClose);
    search_->setPlaceholderText(tr("Search blocks"));
    search_->setAccessibleName(tr("Search blocks"));
    search_->setClearButtonEnabled(true);
    search_->installEventFilter(this);
    list_->setAccessibleName(tr("Blocks"));
    list_->setHeaderHidden(true);
    list_->setRootIsDecorated(false);
    list_->setIndentation(0);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(style_.px(8), style_.px(8), style_.px(8), style_.px(8));
    column->addWidget(search_);
    column->addWidget(list_, 1);
    connect(search_, &QLineEdit::textChanged, this, &BlockPicker::filter);
    connect(search_, &QLineEdit::returnPressed, this, [this] { choose(first()); });
    connect(list_, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem* item) { choose(item); });
    connect(list_, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem* item) { choose(item); });
    fill();
}

void BlockPicker::fill() {
    QTreeWidgetItem* group = nullptr;
    std::optional<BlockCategory> category;
    for (const BlockForm& form : blockForms()) {
        if (category != form.category) {
            category = form.category;
            group = new QTreeWidgetItem(list_, {coreText("blocks", titleOf(form.category))});
            group->setFlags(Qt::ItemIsEnabled);
            group->setFont(0, style_.font(12, QFont::DemiBold));
            group->setForeground(0, style_.theme().muted);
        }
        const QString title = coreText("blocks", form.title);
        const QString help = coreText("blocks", form.help);
        const QString name = QString::fromStdString(form.name);
        auto* item = new QTreeWidgetItem(group, {title});
        item->setData(0, kKindRole, name);
        item->setData(0, kWordsRole, QStringList{title, help, name}.join(QLatin1Char(' ')));
        item->setToolTip(0, help);
        item->setData(0, Qt::AccessibleDescriptionRole, help);
        item->setSizeHint(0, QSize(0, style_.px(28)));
    }
    list_->expandAll();
    filter({});
}

void BlockPicker::filter(const QString& text) {
    filterByWords(*list_, text);
    list_->setCurrentItem(first()); // what Return takes
}

QTreeWidgetItem* BlockPicker::first() const {
    return firstShown(*list_);
}

void BlockPicker::choose(const QTreeWidgetItem* item) {
    const QString kind = item == nullptr ? QString() : item->data(0, kKindRole).toString();
    if (!kind.isEmpty()) {
        const auto chosen = chosen_;
        close();
        chosen(kind.toStdString());
    }
}

/// Below the button where there is room, else above it; within the screen.
void BlockPicker::openAt(const QWidget& button) {
    const QRect room = button.screen()->availableGeometry();
    const QSize wanted(std::max(button.width(), style_.px(280)),
                       std::min(style_.px(420), room.height()));
    resize(wanted);
    QPoint at = button.mapToGlobal(QPoint(0, button.height() + style_.px(2)));
    if (at.y() + wanted.height() > room.bottom()) {
        at.setY(button.mapToGlobal(QPoint()).y() - wanted.height() - style_.px(2));
    }
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - wanted.width())));
    at.setY(std::max(room.top(), at.y()));
    move(at);
    show();
    search_->setFocus(Qt::PopupFocusReason);
}

/// From the search the arrow leads into the list.
bool BlockPicker::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        list_->setFocus();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace roundtrip
