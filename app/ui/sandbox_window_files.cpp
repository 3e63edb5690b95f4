#include "app/narration/problem_text.h"
#include "app/storage/chosen_charts.h"
#include "app/storage/recent_files.h"
#include "app/storage/share_line.h"
#include "app/ui/problems_dialog.h"
#include "app/ui/sandbox_window.h"
#include "core/scene/scene_layout.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr const char* kPartsMimeType = "application/x-roundtrip-parts";

QString filter() {
    return QStringLiteral("Roundtrip (*.roundtrip)");
}

/// A scene whose author gave no places would lie in one heap.
Scene withPlaces(Scene scene) {
    const bool isHeap = std::ranges::all_of(scene.nodes, [&scene](const SceneNode& node) {
        return node.x == scene.nodes.front().x && node.y == scene.nodes.front().y;
    });
    if (isHeap && scene.nodes.size() > 1) {
        const auto places = arranged(scene);
        for (SceneNode& node : scene.nodes) {
            node.x = places.at(node.id).x;
            node.y = places.at(node.id).y;
        }
    }
    return scene;
}

} // namespace

void SandboxWindow::openCopy(Scene scene) {
    leaveChallenge();
    document_->replace(withPlaces(std::move(scene)), QString(), true);
}

std::optional<Scene> SandboxWindow::read(const QString& file) {
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly)) {
        tell(tr("%1 could not be read: %2.").arg(file, opened.errorString()));
        return std::nullopt;
    }
    SceneReading reading = readScene(opened.readAll().toStdString());
    if (!reading.scene) {
        notice_->hide();
        auto* dialog = new ProblemsDialog(file, reading.problems, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
    return std::move(reading.scene);
}

bool SandboxWindow::canRead(const QString& file) {
    return read(file).has_value();
}

bool SandboxWindow::openFile(const QString& file) {
    constexpr qint64 kLarge = 500'000; // bytes: one waits for it to be opened
    const auto tellProgress = [this, name = QFileInfo(file).fileName(),
                               isLarge = QFileInfo(file).size() > kLarge](double share) {
        if (isLarge) {
            notice_->tellProgress(tr("Opening %1…").arg(name), share);
        }
    };
    tellProgress(0.05);
    auto scene = read(file);
    if (!scene) {
        return false;
    }
    tellProgress(0.4);
    Scene placed = withPlaces(std::move(*scene));
    tellProgress(0.5);
    document_->replace(std::move(placed), file, false);
    notice_->hide();
    noteRecent(file);
    return true;
}

bool SandboxWindow::isUntouched() const {
    return !document_->isModified() && document_->file().isEmpty() &&
           document_->scene().nodes.empty() && document_->scene().notes.empty();
}

bool SandboxWindow::saveTo(const QString& file) {
    if (const auto saved = document_->saveAs(file); !saved) {
        tell(problemText(saved.error()));
        return false;
    }
    noteRecent(file);
    return true;
}

void SandboxWindow::setStore(ProgressStore& store) {
    store_ = &store;
    if (!store.isKept()) {
        return;
    }
    std::vector<ChartTopic> topics;
    for (const int topic : chosenCharts()) {
        if (topic >= 0 && topic < static_cast<int>(kChartTopicCount)) {
            topics.push_back(static_cast<ChartTopic>(topic));
        }
    }
    charts_->setTopics(topics);
    connect(charts_, &RunCharts::topicsChosen, this, [this] {
        QList<int> chosen;
        for (const ChartTopic topic : charts_->topics()) {
            chosen << static_cast<int>(topic);
        }
        noteChosenCharts(chosen);
    });
}

/// Where progress is not kept, nothing is.
void SandboxWindow::noteRecent(const QString& file) const {
    if (store_ != nullptr && store_->isKept()) {
        noteRecentFile(file);
    }
}

void SandboxWindow::fillRecent() {
    recent_->clear();
    for (const QString& file : recentFiles()) {
        QAction* action = recent_->addAction(QFileInfo(file).fileName());
        action->setToolTip(file);
        connect(action, &QAction::triggered, this, [this, file] { emit fileWanted(file); });
    }
    if (recent_->isEmpty()) {
        recent_->addAction(tr("Nothing was saved yet."))->setEnabled(false);
    }
}

bool SandboxWindow::save() {
    return document_->file().isEmpty() ? askToSave() : saveTo(document_->file());
}

bool SandboxWindow::askToSave() {
    const QString proposed = document_->file().isEmpty()
                                 ? document_->name() + QStringLiteral(".roundtrip")
                                 : document_->file();
    QString file = QFileDialog::getSaveFileName(this, tr("Save"), proposed, filter());
    if (file.isEmpty()) {
        return false;
    }
    if (QFileInfo(file).suffix().isEmpty()) {
        file += QStringLiteral(".roundtrip");
    }
    return saveTo(file);
}

bool SandboxWindow::mayLeave() {
    if (!document_->isModified()) {
        return true;
    }
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"),
                    tr("Save what you have changed in %1?").arg(document_->name()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.button(QMessageBox::Save)->setText(tr("Save"));
    box.button(QMessageBox::Discard)->setText(tr("Discard"));
    box.button(QMessageBox::Cancel)->setText(tr("Cancel"));
    switch (box.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        autosave_->drop();
        return true;
    default:
        return false;
    }
}

void SandboxWindow::askToOpen() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open"), QFileInfo(document_->file()).path(), filter());
    if (!file.isEmpty()) {
        emit fileWanted(file);
    }
}

void SandboxWindow::takeUp(LeftWork work) {
    document_->replace(std::move(work.scene), work.file, true);
    autosave_->keepNow();
    QFile::remove(work.draft);
    tell(tr("Roundtrip ended unexpectedly last time. This is what you had not saved."));
}

void SandboxWindow::copy() const {
    const Scene copied = document_->fragment(tool_->selection());
    if (copied.nodes.empty() && copied.notes.empty()) {
        return;
    }
    const QByteArray text = QByteArray::fromStdString(writeScene(copied));
    auto* parts = new QMimeData;
    parts->setData(QString::fromLatin1(kPartsMimeType), text);
    parts->setText(QString::fromUtf8(text));
    QApplication::clipboard()->setMimeData(parts);
}

void SandboxWindow::paste() {
    const QString text = QApplication::clipboard()->text();
    if (text.isEmpty()) {
        return;
    }
    const bool isShared = isShareLine(text);
    SceneReading reading = isShared ? sceneFromLine(text) : readScene(text.toStdString());
    if (reading.scene && isShared) {
        emit copyWanted(*reading.scene); // a whole document, not some parts
        return;
    }
    if (!reading.scene) {
        tell(
            tr("What you have copied are no parts: %1").arg(problemText(reading.problems.front())));
        return;
    }
    constexpr double kBeside = 2 * EditTool::kGrid;
    tool_->select(document_->addParts(*reading.scene, {kBeside, kBeside}));
}

void SandboxWindow::duplicate() {
    constexpr double kBeside = 2 * EditTool::kGrid;
    tool_->select(document_->addParts(document_->fragment(tool_->selection()), {kBeside, kBeside}));
}

void SandboxWindow::dragEnterEvent(QDragEnterEvent* event) {
    const auto urls = event->mimeData()->urls();
    event->setAccepted(urls.size() == 1 && urls.front().isLocalFile());
}

void SandboxWindow::dropEvent(QDropEvent* event) {
    const QString file = event->mimeData()->urls().front().toLocalFile();
    emit fileWanted(file);
}

} // namespace roundtrip
