#pragma once

#include "core/kernel/parameter.h"

#include <QFormLayout>

namespace roundtrip {

/// Rows of a form for settings, each named, explained and readable by a screen reader, as their
/// descriptors say.
class SettingRows {
  public:
    /// `parent`: of labels and of the form.
    explicit SettingRows(QWidget* parent);

    /// `editor` becomes findable by the parameter's name. A tick carries its name itself; a
    /// document, or a text of several lines, takes the whole width.
    void add(const Parameter& parameter, QWidget* editor);
    /// To be put into a layout.
    [[nodiscard]] QFormLayout* form() { return form_; }

  private:
    QWidget* parent_;
    QFormLayout* form_;
};

} // namespace roundtrip
