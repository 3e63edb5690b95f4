#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>

namespace roundtrip::testing {

/// The controls below a widget that are seen but have no name for a screen reader.
inline QStringList unnamedControls(const QWidget& below) {
    QStringList unnamed;
    for (QWidget* widget : below.findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<QAbstractButton*>(widget) != nullptr ||
                               qobject_cast<QComboBox*>(widget) != nullptr ||
                               qobject_cast<QAbstractItemView*>(widget) != nullptr ||
                               qobject_cast<QAbstractSpinBox*>(widget) != nullptr;
        const bool isHeader =
            qobject_cast<QHeaderView*>(widget) != nullptr; // its table has the name
        if (!isControl || isHeader || !widget->isVisible()) {
            continue;
        }
        const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr || interface->text(QAccessible::Name).isEmpty()) {
            unnamed << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                           widget->objectName();
        }
    }
    return unnamed;
}

} // namespace roundtrip::testing
