#include "app/lessons/lesson_handout.h"
#include "app/storage/lesson_files.h"
#include "app/ui/main_window.h"

#include <QFileDialog>

namespace roundtrip {

QString MainWindow::termName(const QString& term) const {
    const Glossary& glossary = glossaryIn(language_.code());
    const auto found = glossary.find(term.toStdString());
    return found == glossary.end() ? QString() : QString::fromStdString(found->second.term);
}

/// A copy with the settings of the moment on the screen and the names that stand on the cards.
void MainWindow::openInSandbox() {
    playback().pause();
    Scene scene = playback().sceneNow();
    scene.title = player_->text().title;
    for (SceneNode& node : scene.nodes) {
        const auto name = player_->text().names.find(node.id);
        if (name != player_->text().names.end()) {
            node.name = name->second;
        }
    }
    emit sandboxWanted(scene);
}

void MainWindow::askForHandout() {
    const QString name = QString::fromStdString(player_->lesson().id) + QStringLiteral(".pdf");
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save handout"), name, QStringLiteral("PDF (*.pdf)"));
    if (!file.isEmpty()) {
        saveHandout(file);
    }
}

void MainWindow::saveHandout(const QString& file) {
    QStringList words;
    for (const std::string& term : player_->lesson().terms) {
        words << termName(QString::fromStdString(term));
    }
    words.removeAll(QString());
    LessonHandout handout(handoutText(*player_, words), player_->lesson().scene);
    showNotice(handout.write(file) ? tr("The handout was saved as %1.").arg(file)
                                   : tr("%1 could not be written.").arg(file));
}

} // namespace roundtrip
