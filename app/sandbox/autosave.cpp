#include "app/sandbox/autosave.h"

#include "core/kernel/json_object.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUuid>

#include <utility>

namespace roundtrip {

namespace {

QString lockOf(const QString& draft) {
    return draft + QStringLiteral(".lock");
}

std::unique_ptr<QLockFile> lockFor(const QString& draft) {
    auto lock = std::make_unique<QLockFile>(lockOf(draft));
    lock->setStaleLockTime(0); // by the program's number alone
    return lock;
}

std::optional<LeftWork> readDraft(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const auto json = parseJson(file.readAll().toStdString());
    if (!json) {
        return std::nullopt;
    }
    SceneReading reading = readScene(memberText(*json, "scene"));
    if (!reading.scene) {
        return std::nullopt;
    }
    return LeftWork{path, QString::fromStdString(memberText(*json, "file")),
                    std::move(*reading.scene)};
}

} // namespace

Autosave::Autosave(SandboxDocument& document, QString folder)
    : document_(document), folder_(std::move(folder)) {
    timer_.setSingleShot(true);
    timer_.setInterval(kMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &Autosave::keepNow);
    connect(&document_, &SandboxDocument::changed, this, &Autosave::follow);
    connect(&document_, &SandboxDocument::titleChanged, this, &Autosave::follow);
    if (!folder_.isEmpty() && QDir().mkpath(folder_)) {
        draft_ = QStringLiteral("%1/%2.draft")
                     .arg(folder_, QUuid::createUuid().toString(QUuid::WithoutBraces));
        lock_ = lockFor(draft_);
        lock_->tryLock();
    }
}

Autosave::~Autosave() {
    drop();
}

void Autosave::follow() {
    if (document_.isModified()) {
        if (!timer_.isActive()) {
            timer_.start();
        }
    } else {
        drop();
    }
}

void Autosave::keepNow() {
    timer_.stop();
    if (draft_.isEmpty() || !document_.isModified()) {
        return;
    }
    const nlohmann::json draft{{"file", document_.file().toStdString()},
                               {"scene", writeScene(document_.scene())}};
    QSaveFile file(draft_);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::fromStdString(draft.dump()));
        file.commit();
    }
}

void Autosave::drop() {
    timer_.stop();
    if (!draft_.isEmpty()) {
        QFile::remove(draft_);
    }
}

std::vector<LeftWork> Autosave::leftIn(const QString& folder) {
    std::vector<LeftWork> left;
    const QDir drafts(folder);
    for (const QString& name : drafts.entryList({QStringLiteral("*.draft")}, QDir::Files)) {
        const QString path = drafts.filePath(name);
        const auto lock = lockFor(path);
        if (!lock->tryLock()) {
            continue; // another window is still at it
        }
        if (auto work = readDraft(path)) {
            left.push_back(std::move(*work));
        }
    }
    return left;
}

} // namespace roundtrip
