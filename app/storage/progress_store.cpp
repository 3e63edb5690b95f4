#include "app/storage/progress_store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;
using Done = tl::expected<void, Error>;

/// Between the file's name and the moment when it was set aside.
constexpr QLatin1String kDamaged(".damaged-");
/// The same of one that a newer program wrote: it is sound, and that program will want it.
constexpr QLatin1String kNewer(".newer-");

/// Version 2; version 1 knew one learner and only their progress.
constexpr const char* kSchema = R"(
CREATE TABLE learners(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL);
CREATE TABLE current_learner(only_row INTEGER PRIMARY KEY CHECK(only_row = 1),
    learner INTEGER NOT NULL);
CREATE TABLE progress(learner INTEGER NOT NULL REFERENCES learners(id) ON DELETE CASCADE,
    lesson TEXT NOT NULL, state TEXT NOT NULL, saved_at TEXT NOT NULL,
    PRIMARY KEY(learner, lesson));
CREATE TABLE results(id INTEGER PRIMARY KEY,
    learner INTEGER NOT NULL REFERENCES learners(id) ON DELETE CASCADE,
    lesson TEXT NOT NULL, at TEXT NOT NULL, verb TEXT NOT NULL, object TEXT NOT NULL,
    is_right INTEGER, note TEXT NOT NULL);
CREATE INDEX results_by_learner ON results(learner);
CREATE TABLE hints_seen(learner INTEGER NOT NULL REFERENCES learners(id) ON DELETE CASCADE,
    hint TEXT NOT NULL, PRIMARY KEY(learner, hint));
)";

QString textIn(const nlohmann::ordered_json& row, const char* column) {
    return QString::fromStdString(row[column].get<std::string>());
}

QString now() {
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

Learner learnerOf(const nlohmann::ordered_json& row) {
    return {row["id"].get<std::int64_t>(), textIn(row, "name"), textIn(row, "created_at")};
}

/// The number that a statement tells; 0 when it tells none.
std::int64_t numberOf(const tl::expected<QueryResult, Error>& asked) {
    if (!asked || asked->rows.empty()) {
        return 0;
    }
    const auto& value = asked->rows[0].begin().value();
    return value.is_number() ? value.get<std::int64_t>() : 0;
}

} // namespace

ProgressStore::ProgressStore(const QString& folder) : folder_(folder) {
    const QString path = fileIn(folder);
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
        migrate();
        if (!folder.isEmpty() && notice_.isEmpty()) {
            notice_ = QCoreApplication::translate(
                          "ProgressStore",
                          "Your progress cannot be kept: the folder %1 cannot be written.")
                          .arg(folder);
        }
    }
}

QString ProgressStore::fileIn(const QString& folder) {
    return folder + QStringLiteral("/progress.sqlite");
}

bool ProgressStore::open(const QString& path) {
    auto opened = SqliteDatabase::open(path.toStdString());
    if (!opened) {
        return false;
    }
    database_ = std::move(*opened);
    // Two programs may have it open: a window, and the command line.
    const Done patience = database_->run("PRAGMA busy_timeout = 3000; PRAGMA secure_delete = ON");
    const auto mode = database_->query("PRAGMA journal_mode = WAL", nullptr);
    const auto check = database_->query("PRAGMA quick_check", nullptr);
    const auto version = database_->query("PRAGMA user_version", nullptr);
    isNewer_ = version && numberOf(version) > kSchemaVersion;
    const bool isSound = patience && mode && check && version && check->rows.size() == 1 &&
                         check->rows[0].begin().value() == "ok" && !isNewer_;
    if (!isSound || !migrate()) {
        database_.reset();
        return false;
    }
    return true;
}

/// Brings whatever version the file has to the newest one, or leaves it as it was.
bool ProgressStore::migrate() {
    const Done migrated = inTransaction([this]() -> Done {
        if (numberOf(database_->query("PRAGMA user_version", nullptr)) == kSchemaVersion) {
            return {};
        }
        const bool isFirst =
            numberOf(database_->query("SELECT count(*) FROM sqlite_master WHERE name = 'progress'",
                                      nullptr)) > 0;
        const std::string before = isFirst ? "ALTER TABLE progress RENAME TO progress_1;" : "";
        if (Done made = database_->run(before + kSchema); !made) {
            return made;
        }
        if (Done made = addFirstLearner(); !made) {
            return made;
        }
        const std::string version = "PRAGMA user_version = " + std::to_string(kSchemaVersion);
        return database_->run(isFirst ? "INSERT INTO progress SELECT learner, lesson, state, "
                                        "saved_at FROM progress_1, current_learner; DROP TABLE "
                                        "progress_1;" +
                                            version
                                      : version);
    });
    current_ = numberOf(database_->query(
        "SELECT learner FROM current_learner JOIN learners ON id = learner", nullptr));
    return migrated && database_->run("PRAGMA foreign_keys = ON") && current_ != 0;
}

void ProgressStore::setAside(const QString& path) {
    const QString aside =
        path + (isNewer_ ? kNewer : kDamaged) +
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

Done ProgressStore::deleteWhatWasSetAside() const {
    if (folder_.isEmpty()) {
        return {};
    }
    const QString path = fileIn(folder_);
    const QDir folder(folder_);
    const QStringList pattern{QFileInfo(path).fileName() + kDamaged + QLatin1Char('*')};
    for (const QString& name : folder.entryList(pattern, QDir::Files)) {
        if (const QString file = folder.filePath(name); !QFile::remove(file)) {
            return tl::unexpected(Error{"file-stays", {file.toStdString()}, {}});
        }
    }
    return {};
}

Done ProgressStore::inTransaction(const std::function<Done()>& work) {
    if (Done begun = database_->run("BEGIN IMMEDIATE"); !begun) {
        return begun;
    }
    Done done = work();
    if (done) {
        done = database_->run("COMMIT");
    }
    if (!done) {
        (void)database_->run("ROLLBACK");
    }
    return done;
}

Done ProgressStore::change(const char* sql, const Json& values) {
    const auto changed = database_->query(sql, values);
    return changed ? Done() : tl::unexpected(changed.error());
}

Json ProgressStore::ofCurrent(Json values) const {
    values["learner"] = current_;
    return values;
}

Done ProgressStore::addFirstLearner() {
    const QString name = QCoreApplication::translate("ProgressStore", "Me");
    if (Done added = change("INSERT INTO learners(name, created_at) VALUES(:name, :at)",
                            {{"name", name.toStdString()}, {"at", now().toStdString()}});
        !added) {
        return added;
    }
    return setCurrent(numberOf(database_->query("SELECT max(id) FROM learners", nullptr)));
}

Done ProgressStore::setCurrent(std::int64_t id) {
    return change("INSERT INTO current_learner VALUES(1, :learner) ON CONFLICT(only_row) DO UPDATE "
                  "SET learner = :learner",
                  {{"learner", id}});
}

QList<Learner> ProgressStore::learners() const {
    QList<Learner> all;
    if (const auto found = database_->query("SELECT * FROM learners ORDER BY id", nullptr)) {
        for (const auto& row : found->rows) {
            all << learnerOf(row);
        }
    }
    return all;
}

Learner ProgressStore::currentLearner() const {
    const auto found =
        database_->query("SELECT * FROM learners WHERE id = :id", {{"id", current_}});
    return found && !found->rows.empty() ? learnerOf(found->rows[0]) : Learner();
}

tl::expected<QString, Error> ProgressStore::checkedName(const QString& name,
                                                        std::int64_t self) const {
    QString wanted = name.simplified();
    if (wanted.isEmpty()) {
        return tl::unexpected(Error{"no-learner-name", {}, {}});
    }
    if (wanted.size() > Learner::kLongestName) {
        return tl::unexpected(
            Error{"long-learner-name", {std::to_string(Learner::kLongestName)}, {}});
    }
    for (const Learner& other : learners()) {
        if (other.id != self && other.name.compare(wanted, Qt::CaseInsensitive) == 0) {
            return tl::unexpected(Error{"learner-exists", {other.name.toStdString()}, {}});
        }
    }
    return wanted;
}

tl::expected<Learner, Error> ProgressStore::addLearner(const QString& name) {
    const auto wanted = checkedName(name, 0);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    const auto added =
        database_->query("INSERT INTO learners(name, created_at) VALUES(:name, :at) RETURNING *",
                         {{"name", wanted->toStdString()}, {"at", now().toStdString()}});
    if (!added) {
        return tl::unexpected(added.error());
    }
    return learnerOf(added->rows[0]);
}

namespace {

Done existing(const QList<Learner>& learners, std::int64_t id) {
    return std::ranges::find(learners, id, &Learner::id) == learners.end()
               ? Done(tl::unexpected(Error{"unknown-learner", {std::to_string(id)}, {}}))
               : Done();
}

} // namespace

Done ProgressStore::renameLearner(std::int64_t id, const QString& name) {
    if (Done known = existing(learners(), id); !known) {
        return known;
    }
    const auto wanted = checkedName(name, id);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    return change("UPDATE learners SET name = :name WHERE id = :id",
                  {{"name", wanted->toStdString()}, {"id", id}});
}

Done ProgressStore::switchTo(std::int64_t id) {
    if (Done known = existing(learners(), id); !known) {
        return known;
    }
    Done switched = setCurrent(id);
    if (switched) {
        current_ = id;
    }
    return switched;
}

Done ProgressStore::deleteLearner(std::int64_t id) {
    if (Done known = existing(learners(), id); !known) {
        return known;
    }
    Done deleted = inTransaction([this, id]() -> Done {
        // Progress, results and hints go with them: ON DELETE CASCADE.
        if (Done gone = change("DELETE FROM learners WHERE id = :id", {{"id", id}}); !gone) {
            return gone;
        }
        const QList<Learner> left = learners();
        if (left.isEmpty()) {
            return addFirstLearner();
        }
        return id == current_ ? setCurrent(left.first().id) : Done();
    });
    if (deleted) {
        current_ = numberOf(database_->query("SELECT learner FROM current_learner", nullptr));
        (void)database_->run("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
        deleted = deleteWhatWasSetAside();
    }
    return deleted;
}

QByteArray ProgressStore::load(const QString& lesson) const {
    const auto found =
        database_->query("SELECT state FROM progress WHERE learner = :learner AND lesson = :lesson",
                         ofCurrent({{"lesson", lesson.toStdString()}}));
    if (!found || found->rows.empty()) {
        return {};
    }
    return QByteArray::fromStdString(found->rows[0]["state"].get<std::string>());
}

void ProgressStore::save(const QString& lesson, const QByteArray& state) {
    (void)change("INSERT INTO progress VALUES(:learner, :lesson, :state, :at) "
                 "ON CONFLICT(learner, lesson) DO UPDATE SET state = :state, saved_at = :at",
                 ofCurrent({{"lesson", lesson.toStdString()},
                            {"state", state.toStdString()},
                            {"at", now().toStdString()}}));
}

void ProgressStore::forget(const QString& lesson) {
    (void)change("DELETE FROM progress WHERE learner = :learner AND lesson = :lesson",
                 ofCurrent({{"lesson", lesson.toStdString()}}));
}

QString ProgressStore::lastLesson() const {
    const auto found = database_->query(
        "SELECT lesson FROM progress WHERE learner = :learner "
        "AND lesson NOT LIKE 'challenge:%' ORDER BY saved_at DESC, rowid DESC LIMIT 1",
        ofCurrent(Json::object()));
    return found && !found->rows.empty() ? textIn(found->rows[0], "lesson") : QString();
}

void ProgressStore::record(const LessonResult& result) {
    const QString at = result.at.isEmpty() ? now() : result.at;
    (void)change("INSERT INTO results(learner, lesson, at, verb, object, is_right, note) "
                 "VALUES(:learner, :lesson, :at, :verb, :object, :is_right, :note)",
                 ofCurrent({{"lesson", result.lesson.toStdString()},
                            {"at", at.toStdString()},
                            {"verb", textOf(result.verb).toStdString()},
                            {"object", result.object.toStdString()},
                            {"is_right", result.isRight ? Json(int{*result.isRight}) : Json()},
                            {"note", result.note.toStdString()}}));
}

QList<LessonResult> ProgressStore::results(std::int64_t learner) const {
    QList<LessonResult> all;
    const auto found = database_->query(
        "SELECT * FROM results WHERE learner = :learner ORDER BY id", {{"learner", learner}});
    if (!found) {
        return all;
    }
    for (const auto& row : found->rows) {
        const auto& isRight = row["is_right"];
        all << LessonResult{textIn(row, "lesson"),
                            textIn(row, "at"),
                            verbFrom(textIn(row, "verb")),
                            textIn(row, "object"),
                            isRight.is_null() ? std::nullopt : std::optional(isRight == 1),
                            textIn(row, "note")};
    }
    return all;
}

bool ProgressStore::hasSeen(const QString& hint) const {
    const auto found =
        database_->query("SELECT 1 FROM hints_seen WHERE learner = :learner AND hint = :hint",
                         ofCurrent({{"hint", hint.toStdString()}}));
    return found && !found->rows.empty();
}

void ProgressStore::markSeen(const QString& hint) {
    (void)change("INSERT OR IGNORE INTO hints_seen VALUES(:learner, :hint)",
                 ofCurrent({{"hint", hint.toStdString()}}));
}

} // namespace roundtrip
