#include "app/canvas/stage_picture.h"
#include "app/narration/problem_text.h"
#include "app/sandbox/animation_dialog.h"
#include "app/sandbox/share_dialog.h"
#include "app/storage/share_line.h"
#include "app/ui/animation_export.h"
#include "app/ui/sandbox_window.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <QSaveFile>

namespace roundtrip {

QString SandboxWindow::askForFile(const QString& title, const QString& ending,
                                  const QString& filter) {
    const QString proposed =
        QStringLiteral("%1/%2.%3")
            .arg(QFileInfo(document_->file()).path(), document_->name(), ending);
    QString file = QFileDialog::getSaveFileName(this, title, proposed, filter);
    if (!file.isEmpty() && QFileInfo(file).suffix().isEmpty()) {
        file += QLatin1Char('.') + ending;
    }
    return file;
}

void SandboxWindow::write(const QString& file, const QByteArray& bytes) {
    QSaveFile target(file);
    if (target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() &&
        target.commit()) {
        tell(tr("Saved as %1.").arg(file));
    } else {
        tell(problemText(
            Error{"cannot-write", {file.toStdString(), target.errorString().toStdString()}, ""}));
    }
}

void SandboxWindow::saveCharts(bool asPicture) {
    const QString file = asPicture
                             ? askForFile(tr("Save the charts as a picture"), QStringLiteral("png"),
                                          QStringLiteral("PNG (*.png)"))
                             : askForFile(tr("Save the charts as a table"), QStringLiteral("csv"),
                                          QStringLiteral("CSV (*.csv)"));
    if (!file.isEmpty()) {
        write(file, asPicture ? charts_->picture() : charts_->csv().toUtf8());
    }
}

void SandboxWindow::share() {
    ShareDialog dialog(style_, document_->scene(), this);
    dialog.exec();
}

void SandboxWindow::savePicture() {
    const QString file = askForFile(tr("Save as picture"), QStringLiteral("png"),
                                    tr("Pictures (*.png *.svg *.pdf)"));
    if (!file.isEmpty()) {
        savePictureTo(file);
    }
}

bool SandboxWindow::savePictureTo(const QString& file) {
    const StagePicture picture(run_->canvas().model(), style_);
    const auto saved = picture.save(file, document_->name());
    tell(saved ? tr("Saved as %1.").arg(file) : problemText(saved.error()));
    return saved.has_value();
}

void SandboxWindow::print() {
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(document_->name());
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() == QDialog::Accepted) {
        StagePicture(run_->canvas().model(), style_).print(printer);
    }
}

void SandboxWindow::saveAnimation() {
    Playback& playback = run_->playback();
    const double end = playback.index().storyEnd();
    if (playback.steps() < 2) {
        tell(tr("Nothing has happened yet that could be animated. Press Run first."));
        return;
    }
    playback.pause();
    AnimationDialog dialog(playback.storyNow(), end, this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const QString file = askForFile(tr("Save as animation"), QStringLiteral("webp"),
                                    QStringLiteral("WebP (*.webp)"));
    if (!file.isEmpty()) {
        saveAnimationTo(file, {.from = dialog.from(), .to = dialog.to(), .width = dialog.width()});
    }
}

bool SandboxWindow::saveAnimationTo(const QString& file, const AnimationSpan& span) {
    constexpr int kWhole = 1000;
    QProgressDialog progress(tr("Making the animation…"), tr("Cancel"), 0, kWhole, this);
    progress.setWindowModality(Qt::WindowModal);
    const auto made =
        animationOf(run_->playback(), run_->builder(), style_, span, [&progress](double share) {
            progress.setValue(static_cast<int>(share * kWhole));
            return !progress.wasCanceled();
        });
    progress.reset();
    run_->refresh();
    if (made) {
        write(file, *made);
    } else if (made.error().code != "cancelled") {
        tell(problemText(made.error()));
    }
    return made.has_value();
}

} // namespace roundtrip
