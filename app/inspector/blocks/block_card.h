#pragma once

#include "app/inspector/blocks/block_fields.h"
#include "app/inspector/blocks/block_host.h"
#include "app/inspector/blocks/block_words.h"
#include "app/style/style.h"

#include <QFrame>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>

namespace roundtrip {

/// One block of a handler, or what a route says of itself: what it is, its value in code, what is
/// wrong with it; opened, its form and buttons. Its keys are those of block_keys.h.
class BlockCard : public QFrame {
    Q_OBJECT

  public:
    using Words = std::function<CardWords(const nlohmann::json& thing)>;

    BlockCard(const Style& style, std::string pointer, const nlohmann::json& thing, Words words,
              BlockHost& host, QWidget* parent = nullptr);

    [[nodiscard]] const std::string& pointer() const { return pointer_; }
    /// What it says now, and what is wrong with it; empty: nothing.
    void show(const nlohmann::json& thing, const QString& problems);
    /// Null while it is closed.
    [[nodiscard]] BlockFields* fields() const { return fields_; }
    [[nodiscard]] QString problems() const { return problems_->text(); }

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void makeButtons(QHBoxLayout& row);
    void makeForm(QVBoxLayout& column, const CardWords& words);
    void fillMenu();
    void showLine();
    void addStep(const QString& text, const QKeySequence& keys, BlockStep step);
    [[nodiscard]] QToolButton* makeButton(const QString& icon, const QString& text);

    const Style& style_;
    const std::string pointer_;
    const Words words_;
    BlockHost& host_;
    QString wholeLine_;
    QLabel* title_;
    QLabel* line_;
    QLabel* problems_;
    QToolButton* more_ = nullptr; ///< null while it is closed
    BlockFields* fields_ = nullptr;
    QPoint pressedAt_;
    bool isPressed_ = false;
};

} // namespace roundtrip
