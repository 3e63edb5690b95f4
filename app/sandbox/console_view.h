#pragma once

#include "app/narration/narrator.h"
#include "app/playback/playback.h"
#include "app/sandbox/answer_model.h"
#include "app/sandbox/sandbox_document.h"
#include "app/style/style.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QWidget>

#include <vector>

namespace roundtrip {

/// Asks a running part directly, as a console does: a database in SQL or with its ORM. Any part
/// can be asked whose kind has an action "console" {text, language}. What was asked up to the
/// moment on the screen is listed, and what came of it: both are facts of the run.
class ConsoleView : public QWidget {
    Q_OBJECT

  public:
    ConsoleView(const Style& style, const Narrator& narrator, SandboxDocument& document,
                QWidget* parent = nullptr);

    void setPlayback(Playback* playback);

    [[nodiscard]] QComboBox& parts() { return *parts_; }
    [[nodiscard]] QComboBox& languages() { return *languages_; }
    [[nodiscard]] QPlainTextEdit& text() { return *text_; }
    [[nodiscard]] QPushButton& asking() { return *ask_; }
    [[nodiscard]] QListWidget& earlier() { return *earlier_; }
    [[nodiscard]] QTableView& table() { return *table_; }
    [[nodiscard]] QString told() const { return told_->text(); }

  signals:
    void commandWanted(const roundtrip::Command& command);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void ask();
    void refreshParts();
    void refreshLanguages();
    /// Reads on in the trace, as far as the position is.
    void readAnswers();
    void listAnswers();
    void showAnswer();
    void retranslate();

    const Narrator& narrator_;
    SandboxDocument& document_;
    Playback* playback_ = nullptr;
    QComboBox* parts_;
    QComboBox* languages_;
    QPlainTextEdit* text_;
    QPushButton* ask_;
    QListWidget* earlier_;
    QLabel* told_;
    AnswerModel answer_;
    QTableView* table_;
    std::shared_ptr<const Trace> trace_;
    std::size_t read_ = 0;               ///< facts
    std::vector<std::size_t> answers_;   ///< facts, those after the position too
    std::vector<std::size_t> questions_; ///< the same
    std::size_t listed_ = 0;
    bool awaits_ = false; ///< the last question has no answer yet
};

} // namespace roundtrip
