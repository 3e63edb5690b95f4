#include "app/inspector/document_dialog.h"

#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"
#include "core/kernel/json_object.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kPatienceMilliseconds = 250;
constexpr std::size_t kMostShown = 5; // problems at once

QString wordsFor(const Problems& problems) {
    QStringList lines;
    for (std::size_t i = 0; i < std::min(problems.size(), kMostShown); ++i) {
        const QString where = QString::fromStdString(problems[i].where);
        const QString said = problemText(problems[i]);
        lines << (where.isEmpty() ? said : QStringLiteral("%1: %2").arg(where, said));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

DocumentDialog::DocumentDialog(const Style& style, Parameter parameter, nlohmann::json value,
                               QWidget* parent)
    : QDialog(parent), parameter_(std::move(parameter)), value_(std::move(value)),
      text_(new QPlainTextEdit(this)), problems_(new QLabel(this)),
      buttons_(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    const QString name = coreText("parameters", parameter_.label);
    setWindowTitle(name);
    auto* help = new QLabel(coreText("parameters", parameter_.help), this);
    help->setWordWrap(true);
    help->setObjectName("muted");
    text_->setProperty("code", true);
    text_->setFont(style.codeFont(13));
    text_->setAccessibleName(name);
    text_->setPlainText(QString::fromStdString(value_.dump(2)));
    text_->setTabChangesFocus(true);
    problems_->setWordWrap(true);
    problems_->setProperty("tone", "bad");
    problems_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    buttons_->button(QDialogButtonBox::Ok)->setText(tr("Take over"));
    buttons_->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(help);
    layout->addWidget(text_, 1);
    layout->addWidget(problems_);
    layout->addWidget(buttons_);
    resize(style.px(640), style.px(520));
    timer_.setSingleShot(true);
    timer_.setInterval(kPatienceMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &DocumentDialog::check);
    connect(text_, &QPlainTextEdit::textChanged, this, [this] {
        buttons_->button(QDialogButtonBox::Ok)->setEnabled(false); // until it has been checked
        timer_.start();
    });
    connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void DocumentDialog::check() {
    timer_.stop();
    auto parsed = parseJson(text_->toPlainText().toStdString());
    const Problems problems = parsed ? checkValue(parameter_, *parsed) : Problems{parsed.error()};
    problems_->setText(wordsFor(problems));
    buttons_->button(QDialogButtonBox::Ok)->setEnabled(problems.empty());
    if (problems.empty()) {
        value_ = std::move(*parsed);
    }
}

} // namespace roundtrip
