#include "app/ui/top_bar.h"

#include <QLayout>

namespace roundtrip {

namespace {

void showWords(const QFrame& bar, Qt::ToolButtonStyle style) {
    for (QToolButton* button : bar.findChildren<QToolButton*>()) {
        const bool isAlwaysBare = button->property("bare").toBool();
        if (!button->icon().isNull() && !isAlwaysBare) {
            button->setToolButtonStyle(style);
        }
    }
}

} // namespace

QToolButton* actionButton(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QToolButton* menuButton(QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void fitTopBar(const QFrame& bar, int width) {
    showWords(bar, Qt::ToolButtonTextBesideIcon);
    if (bar.layout()->minimumSize().width() > width) {
        showWords(bar, Qt::ToolButtonIconOnly);
    }
}

} // namespace roundtrip
