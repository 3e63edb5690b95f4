#pragma once

#include "app/inspector/arguments_form.h"
#include "app/style/style.h"
#include "core/scene/scene.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>

namespace roundtrip {

/// Asks when, to whom and what shall happen by itself in a run.
class ScheduleDialog : public QDialog {
    Q_OBJECT

  public:
    /// Begins with that command, which may be an empty one. `scene` has a part.
    ScheduleDialog(const Style& style, const Scene& scene, const Command& command,
                   QWidget* parent = nullptr);

    [[nodiscard]] Command command() const;

    [[nodiscard]] QLineEdit& time() { return *time_; }
    [[nodiscard]] QComboBox& targets() { return *targets_; }
    [[nodiscard]] QComboBox& actions() { return *actions_; }
    [[nodiscard]] ArgumentsForm& arguments() { return *form_; }
    [[nodiscard]] QPushButton& accepting() { return *buttons_->button(QDialogButtonBox::Ok); }

  private:
    /// One line of the list of what can happen.
    struct Choice {
        QString text;
        std::string action;
        std::string setting; ///< of "set"
        std::vector<Parameter> parameters;
    };

    [[nodiscard]] std::vector<Choice> choicesFor(const std::string& target) const;
    [[nodiscard]] std::string target() const;
    void showTarget(const Command& command);
    void showAction(const Command& command);
    void check();

    const Scene& scene_;
    std::vector<Choice> choices_;
    QLineEdit* time_;
    QLabel* wrong_;
    QComboBox* targets_;
    QComboBox* actions_;
    ArgumentsForm* form_;
    QDialogButtonBox* buttons_;
};

} // namespace roundtrip
