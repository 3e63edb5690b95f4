#include "app/inspector/blocks/block_card.h"

#include "app/inspector/blocks/block_drag.h"
#include "app/inspector/blocks/block_keys.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>

#include <utility>

namespace roundtrip {

BlockCard::BlockCard(const Style& style, std::string pointer, const nlohmann::json& thing,
                     Words words, BlockHost& host, QWidget* parent)
    : QFrame(parent), style_(style), pointer_(std::move(pointer)), words_(std::move(words)),
      host_(host), title_(new QLabel(this)), line_(new QLabel(this)), problems_(new QLabel(this)) {
    const CardWords known = words_(thing);
    setObjectName("blockCard");
    setProperty("category", known.category);
    setProperty("place", QString::fromStdString(pointer_));
    setFocusPolicy(Qt::StrongFocus);
    line_->setObjectName("blockLine");
    line_->setFont(style_.codeFont(12));
    line_->setTextFormat(Qt::PlainText);
    problems_->setWordWrap(true);
    problems_->setObjectName("blockProblem");
    auto* head = new QHBoxLayout;
    head->setSpacing(style_.px(4));
    head->addWidget(title_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(style_.px(12), style_.px(7), style_.px(8), style_.px(7));
    column->setSpacing(style_.px(2));
    column->addLayout(head);
    column->addWidget(line_);
    column->addWidget(problems_);
    if (host_.isOpen(pointer_)) {
        makeButtons(*head);
        makeForm(*column, known);
    }
    show(thing, {});
}

void BlockCard::makeForm(QVBoxLayout& column, const CardWords& words) {
    if (words.members == nullptr) {
        return;
    }
    auto* help = new QLabel(words.help, this);
    help->setObjectName("muted");
    help->setWordWrap(true);
    column.insertWidget(1, help);
    fields_ = new BlockFields(style_, *words.members, pointer_, host_, this);
    column.addSpacing(style_.px(4));
    column.addWidget(fields_);
}

QToolButton* BlockCard::makeButton(const QString& icon, const QString& text) {
    auto* button = new QToolButton(this);
    button->setObjectName("blockButton");
    button->setIcon(style_.icon(icon));
    button->setIconSize(QSize(style_.px(12), style_.px(12)));
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

void BlockCard::makeButtons(QHBoxLayout& row) {
    auto* up = makeButton(QStringLiteral("ui_chevron_up"), tr("Up"));
    auto* down = makeButton(QStringLiteral("ui_chevron_down"), tr("Down"));
    up->setEnabled(host_.canStep(pointer_, BlockStep::up));
    down->setEnabled(host_.canStep(pointer_, BlockStep::down));
    connect(up, &QToolButton::clicked, this, [this] { host_.step(pointer_, BlockStep::up); });
    connect(down, &QToolButton::clicked, this, [this] { host_.step(pointer_, BlockStep::down); });
    more_ = makeButton(QStringLiteral("ui_menu"), tr("More for this block"));
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setMenu(new QMenu(more_));
    connect(more_->menu(), &QMenu::aboutToShow, this, &BlockCard::fillMenu);
    for (QToolButton* button : {up, down, more_}) {
        row.addWidget(button);
    }
}

void BlockCard::addStep(const QString& text, const QKeySequence& keys, BlockStep step) {
    QAction* action =
        more_->menu()->addAction(text, this, [this, step] { host_.step(pointer_, step); });
    action->setShortcut(keys); // shown; the key itself is the card's
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setEnabled(host_.canStep(pointer_, step));
}

void BlockCard::fillMenu() {
    QMenu& menu = *more_->menu();
    menu.clear();
    addStep(tr("Into the block above"), QKeySequence(Qt::ALT | Qt::Key_Right), BlockStep::inside);
    addStep(tr("Out of its block"), QKeySequence(Qt::ALT | Qt::Key_Left), BlockStep::outside);
    menu.addSeparator();
    menu.addAction(tr("Duplicate"), this, [this] { host_.duplicate(pointer_); });
    menu.addAction(tr("Take out"), this, [this] { host_.remove(pointer_); });
}

void BlockCard::show(const nlohmann::json& thing, const QString& problems) {
    const CardWords words = words_(thing);
    title_->setText(words.title);
    setToolTip(QStringList{words.help, tr("Return opens it. Drag it to another place, or press Alt "
                                          "with an arrow.")}
                   .join(QLatin1Char('\n')));
    wholeLine_ = words.line;
    line_->setVisible(!wholeLine_.isEmpty() && fields_ == nullptr);
    line_->setToolTip(wholeLine_);
    showLine();
    problems_->setText(problems);
    problems_->setVisible(!problems.isEmpty());
    setAccessibleName(wholeLine_.isEmpty() ? words.title
                                           : words.title + QStringLiteral(": ") + wholeLine_);
    setAccessibleDescription(problems);
    if (fields_ != nullptr) {
        fields_->show(thing);
    }
}

/// Cut where the card ends.
void BlockCard::showLine() {
    const int room = width() - style_.px(28);
    line_->setText(line_->fontMetrics().elidedText(wholeLine_, Qt::ElideRight, room));
}

void BlockCard::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    showLine();
}

/// The program's own keys are others: Delete is not for the part while a card has the focus.
bool BlockCard::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && hasFocus() &&
        isBlockKey(static_cast<QKeyEvent&>(*event))) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void BlockCard::keyPressEvent(QKeyEvent* event) {
    const bool isOfField = !hasFocus();
    if (isOfField && event->key() == Qt::Key_Escape) {
        host_.open(pointer_); // which closes it
    } else if (isOfField || !pressBlockKey(host_, *this, pointer_, *event)) {
        QFrame::keyPressEvent(event);
    }
}

void BlockCard::mousePressEvent(QMouseEvent* event) {
    isPressed_ = event->button() == Qt::LeftButton;
    pressedAt_ = event->position().toPoint();
}

void BlockCard::mouseMoveEvent(QMouseEvent* event) {
    const QPoint way = event->position().toPoint() - pressedAt_;
    if (!isPressed_ || way.manhattanLength() < QApplication::startDragDistance()) {
        return;
    }
    isPressed_ = false;
    dragBlock(*this, pointer_, pressedAt_);
}

void BlockCard::mouseReleaseEvent(QMouseEvent* event) {
    const bool isInForm = fields_ != nullptr && event->position().y() >= fields_->y();
    if (std::exchange(isPressed_, false) && !isInForm) {
        host_.open(pointer_);
    }
}

} // namespace roundtrip
