#pragma once

#include <QWidget>
#include <nlohmann/json.hpp>

namespace roundtrip {

/// The editor of a setting that is a whole document.
class DocumentBox : public QWidget {
  public:
    using QWidget::QWidget;

    /// Shows that value, without telling of a change.
    virtual void show(const nlohmann::json& value) = 0;
};

} // namespace roundtrip
