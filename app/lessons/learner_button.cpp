#include "app/lessons/learner_button.h"

#include "app/narration/problem_text.h"
#include "app/storage/learner_export.h"

#include <QActionGroup>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

namespace roundtrip {

namespace {

constexpr int kNameWidth = 180; // at 100 %

/// A menu takes & for the mark of a key.
QString inMenu(QString text) {
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

LearnerButton::LearnerButton(ProgressStore& store, const Style& style, QWidget* parent)
    : QToolButton(parent), store_(store), style_(style) {
    setObjectName("learner");
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    restyle();
    refresh();
}

void LearnerButton::refresh() {
    const QString name = store_.currentLearner().name;
    setText(inMenu(
        QFontMetrics(style_.font(14)).elidedText(name, Qt::ElideRight, style_.px(kNameWidth))));
    setAccessibleName(tr("Learner: %1").arg(name));
    setToolTip(tr("Who is learning: %1").arg(name));
    makeMenu();
}

void LearnerButton::makeMenu() {
    menu()->clear();
    const Learner current = store_.currentLearner();
    auto* group = new QActionGroup(menu());
    for (const Learner& learner : store_.learners()) {
        QAction* action = menu()->addAction(inMenu(learner.name));
        action->setCheckable(true);
        action->setChecked(learner.id == current.id);
        group->addAction(action);
        connect(
            action, &QAction::triggered, this, [this, id = learner.id] { switchTo(id); },
            Qt::QueuedConnection); // the menu is made anew
    }
    const auto add = [this](const char* name, const QString& text, auto slot) {
        QAction* action = menu()->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, slot, Qt::QueuedConnection);
    };
    menu()->addSeparator();
    add("newLearner", tr("New learner…"), &LearnerButton::addLearner);
    add("renameLearner", tr("Rename…"), &LearnerButton::renameLearner);
    add("exportResults", tr("Export results…"), &LearnerButton::exportResults);
    menu()->addSeparator();
    add("deleteLearner", tr("Delete everything about %1…").arg(inMenu(current.name)),
        &LearnerButton::deleteLearner);
}

void LearnerButton::switchTo(std::int64_t learner) {
    if (const auto switched = store_.switchTo(learner); !switched) {
        emit told(problemText(switched.error()));
    }
    refresh();
    emit learnerChanged();
}

QString LearnerButton::askForName(const QString& title, const QString& name,
                                  const QString& problem) {
    QInputDialog dialog(this);
    dialog.setWindowTitle(title);
    const QString question = tr("Name of the learner:");
    dialog.setLabelText(problem.isEmpty() ? question : problem + QLatin1Char('\n') + question);
    dialog.setTextValue(name);
    return dialog.exec() == QDialog::Accepted ? dialog.textValue() : QString();
}

void LearnerButton::addLearner() {
    QString problem;
    for (QString name = askForName(tr("New learner"), {}, {}); !name.isEmpty();
         name = askForName(tr("New learner"), name, problem)) {
        if (const auto added = store_.addLearner(name)) {
            switchTo(added->id);
            return;
        } else {
            problem = problemText(added.error());
        }
    }
}

void LearnerButton::renameLearner() {
    const Learner current = store_.currentLearner();
    QString problem;
    for (QString name = askForName(tr("Rename"), current.name, {}); !name.isEmpty();
         name = askForName(tr("Rename"), name, problem)) {
        if (const auto renamed = store_.renameLearner(current.id, name)) {
            refresh();
            emit learnerChanged();
            return;
        } else {
            problem = problemText(renamed.error());
        }
    }
}

void LearnerButton::exportResults() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export results"), tr("results") + QStringLiteral(".csv"),
        tr("Table (*.csv)") + QStringLiteral(";;") + tr("xAPI statements (*.json)"));
    if (!file.isEmpty()) {
        exportTo(file);
    }
}

void LearnerButton::exportTo(const QString& file) {
    const auto all = resultsOf(store_, {store_.currentLearner()});
    const bool isXapi = file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    QSaveFile written(file);
    if (!written.open(QIODevice::WriteOnly) ||
        written.write(isXapi ? xapiOf(all) : csvOf(all)) < 0 || !written.commit()) {
        emit told(tr("%1 could not be written: %2.").arg(file, written.errorString()));
        return;
    }
    emit told(tr("%n result(s) of %1 were written to %2.", nullptr,
                 static_cast<int>(all[0].results.size()))
                  .arg(all[0].learner.name, file));
}

void LearnerButton::deleteLearner() {
    const Learner current = store_.currentLearner();
    QMessageBox question(QMessageBox::Warning, tr("Delete everything about %1").arg(current.name),
                         tr("Delete everything about %1?").arg(current.name), QMessageBox::Cancel,
                         this);
    question.setTextFormat(Qt::PlainText);
    question.setInformativeText(
        tr("Where they are in each lesson and all their results will be gone from this computer, "
           "and cannot be brought back. Files that were exported stay."));
    const QPushButton* sure =
        question.addButton(tr("Delete everything"), QMessageBox::DestructiveRole);
    question.setDefaultButton(QMessageBox::Cancel);
    question.setEscapeButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() != sure) {
        return;
    }
    const auto deleted = store_.deleteLearner(current.id);
    emit told(deleted ? tr("Everything about %1 is gone.").arg(current.name)
                      : problemText(deleted.error()));
    refresh();
    emit learnerChanged();
}

void LearnerButton::retranslate() {
    refresh();
}

void LearnerButton::restyle() {
    setIcon(style_.icon(QStringLiteral("ui_person")));
    setIconSize(QSize(style_.px(18), style_.px(18)));
}

} // namespace roundtrip
