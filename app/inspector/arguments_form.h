#pragma once

#include "app/style/style.h"
#include "core/kernel/parameter.h"

#include <QFormLayout>
#include <QWidget>

#include <vector>

namespace roundtrip {

/// Fields for values, as their descriptors say; what is left as it stands has its usual value.
/// Documents have no field.
class ArgumentsForm : public QWidget {
    Q_OBJECT

  public:
    explicit ArgumentsForm(const Style& style, QWidget* parent = nullptr);

    /// The fields stand anew; `values` says what differs from the usual.
    void setParameters(std::vector<Parameter> parameters,
                       nlohmann::json values = nlohmann::json::object());
    /// What was written, or was given at first; usual values that nobody wrote are left out.
    [[nodiscard]] const nlohmann::json& arguments() const { return arguments_; }

  private:
    const Style& style_;
    QFormLayout* form_;
    std::vector<Parameter> parameters_;
    nlohmann::json arguments_ = nlohmann::json::object();
};

} // namespace roundtrip
