#pragma once

#include "app/storage/learner.h"
#include "core/data/sqlite_database.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace roundtrip {

/// Who learns here, where each of them is in each lesson, and what came of it: in one SQLite file
/// (write-ahead log, schema version in user_version). There is always one learner at least, and one
/// is the current one. A file that cannot be read is set aside; a damaged one is kept until a
/// learner is deleted.
class ProgressStore {
  public:
    /// `folder` is made when it does not exist. An empty folder keeps progress in memory only.
    explicit ProgressStore(const QString& folder);

    /// Where the program keeps it in `folder`.
    [[nodiscard]] static QString fileIn(const QString& folder);

    /// Not empty when a damaged file was set aside, or nothing can be kept: for the learner.
    [[nodiscard]] const QString& notice() const { return notice_; }
    [[nodiscard]] bool isKept() const { return isKept_; }

    /// In the order in which they came.
    [[nodiscard]] QList<Learner> learners() const;
    [[nodiscard]] Learner currentLearner() const;
    /// Spaces around a name do not count. Errors: "no-learner-name", "long-learner-name" {most
    /// characters}, "learner-exists" {name}, "unknown-learner" {id}, "sql-failed".
    tl::expected<Learner, Error> addLearner(const QString& name);
    tl::expected<void, Error> renameLearner(std::int64_t id, const QString& name);
    tl::expected<void, Error> switchTo(std::int64_t id);
    /// Everything about them is gone, from the file's free pages and its log too. Files that were
    /// set aside as damaged are deleted whole: nobody can tell whether they hold something about
    /// that learner. Those of a newer program stay. When they were the only one, a new first
    /// learner takes their place. Errors: "unknown-learner" {id}, "sql-failed", "file-stays"
    /// {file}: the learner is gone, but that file could not be deleted.
    tl::expected<void, Error> deleteLearner(std::int64_t id);

    /// Of the current learner: JSON as it was saved; empty: none.
    [[nodiscard]] QByteArray load(const QString& lesson) const;
    void save(const QString& lesson, const QByteArray& state);
    void forget(const QString& lesson);
    /// The one saved last; empty: none.
    [[nodiscard]] QString lastLesson() const;

    /// For the current learner.
    void record(const LessonResult& result);
    /// Of any learner, in the order of time.
    [[nodiscard]] QList<LessonResult> results(std::int64_t learner) const;

    /// Whether the current learner knows a thing of the program that is pointed out once.
    [[nodiscard]] bool hasSeen(const QString& hint) const;
    void markSeen(const QString& hint);

    static constexpr int kSchemaVersion = 2;
    /// Begins what is kept of challenges, which are no lessons.
    static constexpr const char* kChallengePrefix = "challenge:";

  private:
    bool open(const QString& path);
    bool migrate();
    void setAside(const QString& path);
    [[nodiscard]] tl::expected<void, Error> deleteWhatWasSetAside() const;
    tl::expected<void, Error> inTransaction(const std::function<tl::expected<void, Error>()>& work);
    tl::expected<void, Error> change(const char* sql, const nlohmann::json& values);
    tl::expected<void, Error> addFirstLearner();
    tl::expected<void, Error> setCurrent(std::int64_t id);
    [[nodiscard]] nlohmann::json ofCurrent(nlohmann::json values) const;
    /// The name as it is kept. `self`: whose name it may be already; 0: nobody's.
    [[nodiscard]] tl::expected<QString, Error> checkedName(const QString& name,
                                                           std::int64_t self) const;

    std::unique_ptr<SqliteDatabase> database_;
    const QString folder_; ///< empty: in memory only
    std::int64_t current_ = 0;
    QString notice_;
    bool isNewer_ = false; ///< the file that was last opened is of a newer program
    bool isKept_ = false;
};

} // namespace roundtrip
