#include "app/ui/problems_dialog.h"

#include "app/narration/problem_text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace roundtrip {

ProblemsDialog::ProblemsDialog(const QString& folder, const Problems& problems, QWidget* parent)
    : QDialog(parent), list_(new QTextBrowser(this)) {
    setObjectName("problems");
    setWindowTitle(tr("This lesson cannot be opened"));
    resize(620, 420);
    auto* where = new QLabel(folder, this);
    where->setWordWrap(true);
    where->setTextFormat(Qt::PlainText);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QString items;
    for (const Problem& problem : problems) {
        items += QStringLiteral("<li><b>%1</b><br>%2</li>")
                     .arg(QString::fromStdString(problem.where).toHtmlEscaped(),
                          problemText(problem).toHtmlEscaped());
    }
    list_->setAccessibleName(windowTitle());
    list_->setHtml(QStringLiteral("<ul>%1</ul>").arg(items));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setIcon(QIcon());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(where);
    layout->addWidget(list_, 1);
    layout->addWidget(buttons);
}

} // namespace roundtrip
