#include "app/sandbox/problems_list.h"

#include "app/narration/problem_text.h"
#include "core/scene/scene_advice.h"

#include <QVBoxLayout>

namespace roundtrip {

ProblemsList::ProblemsList(SandboxDocument& document, QWidget* parent)
    : QWidget(parent), document_(document), none_(new QLabel(this)), list_(new QListWidget(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 6, 16, 8);
    layout->addWidget(none_);
    layout->addWidget(list_, 1);
    none_->setObjectName("muted");
    none_->setAlignment(Qt::AlignTop);
    none_->setWordWrap(true);
    list_->setWordWrap(true);
    list_->setSpacing(2);
    const auto show = [this](const QListWidgetItem* item) {
        emit shown(item->data(Qt::UserRole).toString().toStdString());
    };
    connect(list_, &QListWidget::itemClicked, this, show);
    connect(list_, &QListWidget::itemActivated, this, show);
}

void ProblemsList::refresh() {
    list_->clear();
    list_->setAccessibleName(tr("Problems"));
    list_->setToolTip(tr("A click shows the part."));
    none_->setText(document_.scene().nodes.empty()
                       ? tr("What will hardly do what you want is listed here while you build.")
                       : tr("Nothing stands out: everything is joined with what it needs."));
    for (const Problem& problem : adviceOn(document_.scene())) {
        auto* item = new QListWidgetItem(problemText(problem), list_);
        item->setData(Qt::UserRole, QString::fromStdString(problem.where));
    }
    none_->setVisible(list_->count() == 0);
    list_->setVisible(list_->count() > 0);
    emit counted(list_->count());
}

} // namespace roundtrip
