#include "app/storage/progress_store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

namespace roundtrip {

namespace {

constexpr const char* kSchema =
    "CREATE TABLE IF NOT EXISTS progress(lesson TEXT PRIMARY KEY, state TEXT NOT NULL, "
    "saved_at TEXT NOT NULL)";

} // namespace

ProgressStore::ProgressStore(const QString& folder) {
    const QString path = folder + QStringLiteral("/progress.sqlite");
    if (!folder.isEmpty() && QDir().mkpath(folder)) {
        if (!open(path)) {
            setAside(path);
            isKept_ = open(path);
        } else {
            isKept_ = true;
        }
    }
    if (!isKept_) {
        database_ = std::make_unique<SqliteDatabase>();
        (void)database_->run(kSchema);
        if (!folder.isEmpty() && notice_.isEmpty()) {
            notice_ = QCoreApplication::translate(
                          "ProgressStore",
                          "Your progress cannot be kept: the folder %1 cannot be written.")
                          .arg(folder);
        }
    }
}

bool ProgressStore::open(const QString& path) {
    auto opened = SqliteDatabase::open(path.toStdString());
    if (!opened) {
        return false;
    }
    database_ = std::move(*opened);
    const auto mode = database_->query("PRAGMA journal_mode = WAL", nullptr);
    const auto check = database_->query("PRAGMA quick_check", nullptr);
    const auto version = database_->query("PRAGMA user_version", nullptr);
    const bool isSound = mode && check && version && check->rows.size() == 1 &&
                         check->rows[0].begin().value() == "ok" &&
                         version->rows[0].begin().value() <= kSchemaVersion;
    if (!isSound || !database_->run(kSchema) ||
        !database_->run("PRAGMA user_version = " + std::to_string(kSchemaVersion))) {
        database_.reset();
        return false;
    }
    return true;
}

void ProgressStore::setAside(const QString& path) {
    const QString aside =
        path + QStringLiteral(".damaged-") +
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddHHmmss"));
    if (!QFile::rename(path, aside)) {
        return;
    }
    for (const char* suffix : {"-wal", "-shm"}) {
        QFile::rename(path + QLatin1String(suffix), aside + QLatin1String(suffix));
    }
    notice_ = QCoreApplication::translate(
                  "ProgressStore", "The file with your progress could not be read. It was set "
                                   "aside as %1, and a new one was begun.")
                  .arg(aside);
}

QByteArray ProgressStore::load(const QString& lesson) const {
    const auto found = database_->query("SELECT state FROM progress WHERE lesson = :lesson",
                                        {{"lesson", lesson.toStdString()}});
    if (!found || found->rows.empty()) {
        return {};
    }
    return QByteArray::fromStdString(found->rows[0]["state"].get<std::string>());
}

void ProgressStore::save(const QString& lesson, const QByteArray& state) {
    (void)database_->query("INSERT INTO progress VALUES(:lesson, :state, datetime('now')) "
                           "ON CONFLICT(lesson) DO UPDATE SET state = :state, saved_at = "
                           "datetime('now')",
                           {{"lesson", lesson.toStdString()}, {"state", state.toStdString()}});
}

void ProgressStore::forget(const QString& lesson) {
    (void)database_->query("DELETE FROM progress WHERE lesson = :lesson",
                           {{"lesson", lesson.toStdString()}});
}

} // namespace roundtrip
