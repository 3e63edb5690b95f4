#include "app/sandbox/problems_list.h"

#include "app/narration/problem_text.h"
#include "core/scene/scene_advice.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace roundtrip {

ProblemsList::ProblemsList(SandboxDocument& document, QWidget* parent)
    : QWidget(parent), document_(document), none_(new QLabel(this)), list_(new QListWidget(this)),
      show_(new QPushButton(this)), mend_(new QPushButton(this)) {
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(show_);
    buttons->addWidget(mend_);
    buttons->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 16, 8);
    layout->addWidget(none_, 1);
    layout->addWidget(list_, 1);
    layout->addLayout(buttons);
    none_->setObjectName("muted");
    none_->setAlignment(Qt::AlignTop);
    none_->setWordWrap(true);
    list_->setWordWrap(true);
    list_->setSpacing(2);
    const auto showCurrent = [this] {
        if (list_->currentRow() >= 0) {
            emit shown(problems_[static_cast<std::size_t>(list_->currentRow())].where);
        }
    };
    connect(list_, &QListWidget::itemActivated, this, showCurrent);
    connect(show_, &QPushButton::clicked, this, showCurrent);
    connect(mend_, &QPushButton::clicked, this, &ProblemsList::mend);
    connect(list_, &QListWidget::currentRowChanged, this, &ProblemsList::refreshButtons);
}

void ProblemsList::refresh() {
    const int row = list_->currentRow();
    list_->clear();
    list_->setAccessibleName(tr("Problems"));
    show_->setText(tr("Show"));
    none_->setText(document_.scene().nodes.empty()
                       ? tr("What will hardly do what you want is listed here while you build.")
                       : tr("Nothing stands out: everything is joined with what it needs."));
    problems_ = adviceOn(document_.scene());
    for (const Problem& problem : problems_) {
        list_->addItem(problemText(problem));
    }
    const bool isEmpty = problems_.empty();
    list_->setCurrentRow(std::clamp(row, isEmpty ? -1 : 0, list_->count() - 1));
    none_->setVisible(isEmpty);
    for (QWidget* widget : std::initializer_list<QWidget*>{list_, show_, mend_}) {
        widget->setVisible(!isEmpty);
    }
    refreshButtons();
    emit counted(list_->count());
}

std::optional<ProblemFix> ProblemsList::currentFix() const {
    const int row = list_->currentRow();
    return row < 0 ? std::nullopt
                   : fixFor(document_.scene(), problems_[static_cast<std::size_t>(row)]);
}

void ProblemsList::refreshButtons() {
    const auto fix = currentFix();
    show_->setEnabled(list_->currentRow() >= 0);
    mend_->setEnabled(fix.has_value());
    mend_->setText(fix ? fix->text : tr("Mend it"));
}

void ProblemsList::mend() {
    if (const auto fix = currentFix()) {
        fix->apply(document_); // which changes the list
    }
}

} // namespace roundtrip
