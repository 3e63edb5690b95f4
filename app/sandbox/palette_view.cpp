#include "app/sandbox/palette_view.h"

#include "app/inspector/word_filter.h"
#include "app/narration/text_format.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kKindRole = Qt::UserRole;

const char* titleOf(Category category) {
    switch (category) {
    case Category::clients:
        return QT_TRANSLATE_NOOP("roundtrip::PaletteView", "Clients");
    case Category::edge:
        return QT_TRANSLATE_NOOP("roundtrip::PaletteView", "Edge");
    case Category::compute:
        return QT_TRANSLATE_NOOP("roundtrip::PaletteView", "Compute");
    case Category::background:
        return QT_TRANSLATE_NOOP("roundtrip::PaletteView", "Background work");
    case Category::data:
        return QT_TRANSLATE_NOOP("roundtrip::PaletteView", "Data");
    case Category::security:
        return QT_TRANSLATE_NOOP("roundtrip::PaletteView", "Security");
    default:
        return QT_TRANSLATE_NOOP("roundtrip::PaletteView", "Queueing theory");
    }
}

constexpr std::array kOrder{Category::clients,    Category::edge, Category::compute,
                            Category::background, Category::data, Category::security,
                            Category::theory};

/// Items of kinds can be dragged, as the id of their kind.
class PaletteTree : public QTreeWidget {
  public:
    using QTreeWidget::QTreeWidget;

  protected:
    [[nodiscard]] QStringList mimeTypes() const override {
        return {QString::fromLatin1(kKindMimeType)};
    }
    [[nodiscard]] QMimeData* mimeData(const QList<QTreeWidgetItem*>& items) const override {
        auto* copied = new QMimeData;
        copied->setData(QString::fromLatin1(kKindMimeType),
                        items.first()->data(0, kKindRole).toString().toUtf8());
        return copied;
    }
};

} // namespace

PaletteView::PaletteView(const Style& style, QWidget* parent)
    : QWidget(parent), style_(style), search_(new QLineEdit(this)), list_(new PaletteTree(this)) {
    setObjectName("palette");
    setAttribute(Qt::WA_StyledBackground);
    search_->setClearButtonEnabled(true);
    search_->installEventFilter(this);
    list_->setHeaderHidden(true);
    list_->setRootIsDecorated(false);
    list_->setIndentation(0);
    list_->setDragEnabled(true);
    list_->setDragDropMode(QAbstractItemView::DragOnly);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 4, 8);
    layout->addWidget(search_);
    layout->addWidget(list_, 1);
    connect(search_, &QLineEdit::textChanged, this, &PaletteView::filter);
    connect(search_, &QLineEdit::returnPressed, this, &PaletteView::chooseFirst);
    connect(list_, &QTreeWidget::itemActivated, this, &PaletteView::want);
    connect(&style_, &Style::changed, this, &PaletteView::fill);
    fill();
}

void PaletteView::fill() {
    search_->setPlaceholderText(tr("Search parts"));
    search_->setAccessibleName(tr("Search parts"));
    list_->setAccessibleName(tr("Parts"));
    list_->setToolTip(QString());
    list_->clear();
    list_->setIconSize(QSize(style_.px(22), style_.px(22)));
    for (const Category category : kOrder) {
        auto* group = new QTreeWidgetItem(list_, {tr(titleOf(category))});
        group->setFlags(Qt::ItemIsEnabled);
        group->setFont(0, style_.font(12, QFont::DemiBold));
        group->setForeground(0, style_.theme().muted);
        for (const NodeKind& kind : allKinds()) {
            if (kind.category != category) {
                continue;
            }
            const QString name = coreText("parts", kind.name);
            const QString help = coreText("parts", kind.help);
            auto* item = new QTreeWidgetItem(group, {name});
            item->setData(0, kKindRole, QString::fromStdString(kind.id));
            item->setData(0, kWordsRole,
                          QString(name + QLatin1Char(' ') + help + QLatin1Char(' ') +
                                  QString::fromStdString(kind.id)));
            item->setIcon(0, QIcon(Style::partIcon(QString::fromStdString(kind.id), style_.px(22),
                                                   devicePixelRatioF())));
            item->setToolTip(0, help);
            item->setData(0, Qt::AccessibleDescriptionRole, help);
            item->setSizeHint(0, QSize(0, style_.px(34)));
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
        }
    }
    list_->expandAll();
    filter(search_->text());
}

void PaletteView::setAllowed(std::optional<std::set<std::string>> kinds) {
    allowed_ = std::move(kinds);
    filter(search_->text());
}

void PaletteView::filter(const QString& text) {
    filterByWords(*list_, text, [this](const QTreeWidgetItem& item) {
        return !allowed_ || allowed_->contains(item.data(0, kKindRole).toString().toStdString());
    });
}

void PaletteView::chooseFirst() {
    if (const QTreeWidgetItem* first = firstShown(*list_)) {
        want(first);
    }
}

void PaletteView::want(const QTreeWidgetItem* item) {
    if (const QString kind = item->data(0, kKindRole).toString(); !kind.isEmpty()) {
        emit partWanted(kind);
    }
}

/// Down goes from the search to what it found.
bool PaletteView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        list_->setFocus();
        for (QTreeWidgetItem* item = list_->topLevelItem(0); item != nullptr;
             item = list_->itemBelow(item)) {
            if ((item->flags() & Qt::ItemIsSelectable) != 0 && !item->isHidden()) {
                list_->setCurrentItem(item);
                break;
            }
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PaletteView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
    QWidget::changeEvent(event);
}

} // namespace roundtrip
