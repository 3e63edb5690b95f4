#pragma once

#include "app/narration/narrator.h"
#include "app/style/style.h"
#include "core/scene/world.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <vector>

namespace roundtrip {

/// What is different on side B: any setting of any part or link of the scene.
class DifferenceDialog : public QDialog {
    Q_OBJECT

  public:
    /// `settings`: what differs so far.
    DifferenceDialog(const Style& style, const Scene& scene, const Narrator& narrator,
                     std::vector<Command> settings, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<Command>& settings() const { return settings_; }

    // For tests and for the keyboard: what is chosen now.
    [[nodiscard]] QComboBox& parts() { return *parts_; }
    [[nodiscard]] QComboBox& parameters() { return *parameters_; }
    [[nodiscard]] QWidget* editor() { return editor_; }
    [[nodiscard]] QPushButton& addButton() { return *add_; }
    [[nodiscard]] QPushButton& removeButton() { return *remove_; }
    [[nodiscard]] QListWidget& list() { return *list_; }

  private:
    void fillParts();
    void fillParameters();
    void makeEditor();
    void add();
    void remove();
    void refresh();
    [[nodiscard]] const std::vector<Parameter>& parametersOfPart() const;
    [[nodiscard]] const Parameter* parameter() const;
    [[nodiscard]] nlohmann::json valueNow() const;

    const Style& style_;
    const Scene& scene_;
    const Narrator& narrator_;
    std::vector<Command> settings_;
    QListWidget* list_;
    QLabel* empty_;
    QComboBox* parts_;
    QComboBox* parameters_;
    QLabel* help_;
    QVBoxLayout* editorPlace_;
    QWidget* editor_ = nullptr;
    QPushButton* add_;
    QPushButton* remove_;
    nlohmann::json value_;
};

} // namespace roundtrip
