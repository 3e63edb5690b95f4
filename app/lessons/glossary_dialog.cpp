#include "app/lessons/glossary_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kId = Qt::UserRole;

QString escaped(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped();
}

QString linkTo(const char* scheme, const QString& id, const QString& text, const QColor& colour) {
    return QStringLiteral("<a href='%1:%2' style='color:%4'>%3</a>")
        .arg(QLatin1String(scheme), id, text, colour.name());
}

} // namespace

GlossaryDialog::GlossaryDialog(const Style& style, const Glossary& glossary,
                               std::vector<GlossaryLesson> lessons, QWidget* parent)
    : QDialog(parent), style_(style), glossary_(glossary), lessons_(std::move(lessons)),
      search_(new QLineEdit(this)), terms_(new QListWidget(this)), page_(new QTextBrowser(this)) {
    setWindowTitle(tr("Glossary"));
    resize(style_.px(720), style_.px(460));
    search_->setPlaceholderText(tr("Search a word"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    terms_->setAccessibleName(tr("Words"));
    terms_->setMaximumWidth(style_.px(240));
    page_->setOpenLinks(false);
    page_->setAccessibleName(tr("What it means"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setIcon(QIcon());
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(terms_);
    row->addWidget(page_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(search_);
    layout->addLayout(row, 1);
    layout->addWidget(buttons);
    connect(search_, &QLineEdit::textChanged, this, &GlossaryDialog::filter);
    connect(terms_, &QListWidget::currentItemChanged, this, &GlossaryDialog::showPage);
    connect(page_, &QTextBrowser::anchorClicked, this, &GlossaryDialog::follow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    filter();
}

void GlossaryDialog::filter() {
    terms_->clear();
    for (const std::string& id : findTerms(glossary_, search_->text().toStdString())) {
        auto* item = new QListWidgetItem(QString::fromStdString(glossary_.at(id).term), terms_);
        item->setData(kId, QString::fromStdString(id));
    }
    terms_->setCurrentRow(0);
    showPage();
}

void GlossaryDialog::showTerm(const QString& id) {
    search_->clear();
    for (int row = 0; row < terms_->count(); ++row) {
        if (terms_->item(row)->data(kId).toString() == id) {
            terms_->setCurrentRow(row);
        }
    }
    terms_->setFocus();
}

void GlossaryDialog::showPage() {
    const QListWidgetItem* item = terms_->currentItem();
    page_->setHtml(item == nullptr ? QStringLiteral("<p>%1</p>")
                                         .arg(tr("No word fits \u201c%1\u201d. Try a shorter one.")
                                                  .arg(search_->text().toHtmlEscaped()))
                                   : pageOf(item->data(kId).toString().toStdString()));
}

QString GlossaryDialog::pageOf(const std::string& id) const {
    const GlossaryTerm& term = glossary_.at(id);
    QString html = QStringLiteral("<h2>%1</h2><p style='font-size:%2px'>%3</p>")
                       .arg(escaped(term.term))
                       .arg(style_.px(16))
                       .arg(escaped(term.means));
    QStringList others;
    for (const std::string& other : term.see) {
        others << linkTo("term", QString::fromStdString(other), escaped(glossary_.at(other).term),
                         style_.theme().accent);
    }
    if (!others.isEmpty()) {
        html +=
            QStringLiteral("<p>%1 %2</p>").arg(tr("See also:"), others.join(QStringLiteral(", ")));
    }
    QStringList about;
    for (const GlossaryLesson& lesson : lessons_) {
        if (std::ranges::find(lesson.terms, id) != lesson.terms.end()) {
            about << linkTo("lesson", lesson.id, lesson.title.toHtmlEscaped(),
                            style_.theme().accent);
        }
    }
    if (!about.isEmpty()) {
        html += QStringLiteral("<p>%1 %2</p>")
                    .arg(tr("Lessons about it:"), about.join(QStringLiteral(", ")));
    }
    return html;
}

void GlossaryDialog::follow(const QUrl& link) {
    if (link.scheme() == QLatin1String("term")) {
        showTerm(link.path());
    } else {
        emit lessonChosen(link.path());
        accept();
    }
}

} // namespace roundtrip
