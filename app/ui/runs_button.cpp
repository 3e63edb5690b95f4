#include "app/ui/runs_button.h"

#include "app/narration/text_format.h"

#include <QEvent>
#include <QInputDialog>
#include <QMenu>

namespace roundtrip {

QString branchName(const BranchInfo& branch) {
    if (!branch.name.isEmpty()) {
        return branch.name;
    }
    return branch.parent == 0 ? RunsButton::tr("First run")
                              : RunsButton::tr("Run %1, from %2 on")
                                    .arg(branch.number)
                                    .arg(durationForPeople(branch.forkedAt));
}

RunsButton::RunsButton(const Style& style, Session& session, QWidget* parent)
    : QToolButton(parent), style_(style), session_(session) {
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(&session_, &Session::branchesChanged, this, &RunsButton::refresh);
    connect(&style_, &Style::changed, this, &RunsButton::refresh);
    refresh();
}

void RunsButton::refresh() {
    const auto& all = session_.branches();
    setAccessibleName(tr("Runs"));
    setToolTip(tr("Runs that you can go back to"));
    setVisible(all.size() > 1);
    menu()->clear();
    for (const BranchInfo& branch : all) {
        QAction* action = menu()->addAction(branchName(branch));
        action->setCheckable(true);
        action->setChecked(branch.number == session_.currentBranch());
        connect(action, &QAction::triggered, this,
                [this, number = branch.number] { session_.switchTo(number); });
        if (action->isChecked()) {
            setText(action->text());
        }
    }
    menu()->addSeparator();
    connect(menu()->addAction(tr("Name this run…")), &QAction::triggered, this,
            &RunsButton::nameRun);
    setIcon(style_.icon(QStringLiteral("ui_branch")));
}

void RunsButton::nameRun() {
    bool isAccepted = false;
    const QString name = QInputDialog::getText(this, tr("Name this run…"), tr("Name of this run:"),
                                               QLineEdit::Normal, text(), &isAccepted);
    if (isAccepted) {
        session_.rename(session_.currentBranch(), name.trimmed());
    }
}

void RunsButton::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QToolButton::changeEvent(event);
}

} // namespace roundtrip
