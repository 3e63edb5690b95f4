#pragma once

#include "app/style/style.h"
#include "core/lesson/glossary.h"
#include "core/lesson/lesson.h"

#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>

#include <functional>

namespace roundtrip {

/// A lesson that a term leads to.
struct GlossaryLesson {
    QString id;
    QString title;
    std::vector<std::string> terms; ///< that it is about
};

/// The words of the field with a search; each says what it means, what to look up next and which
/// lessons are about it.
class GlossaryDialog : public QDialog {
    Q_OBJECT

  public:
    GlossaryDialog(const Style& style, const Glossary& glossary,
                   std::vector<GlossaryLesson> lessons, QWidget* parent = nullptr);

    /// Shows that term; the first one when there is none of that id.
    void showTerm(const QString& id);

    [[nodiscard]] QLineEdit& search() { return *search_; }
    [[nodiscard]] QListWidget& terms() { return *terms_; }
    [[nodiscard]] QTextBrowser& page() { return *page_; }

  signals:
    void lessonChosen(const QString& id);

  private:
    void filter();
    void showPage();
    void follow(const QUrl& link);
    [[nodiscard]] QString pageOf(const std::string& id) const;

    const Style& style_;
    const Glossary& glossary_;
    std::vector<GlossaryLesson> lessons_;
    QLineEdit* search_;
    QListWidget* terms_;
    QTextBrowser* page_;
};

} // namespace roundtrip
