#pragma once

#include "core/data/sqlite_database.h"

#include <QString>

#include <memory>

namespace roundtrip {

/// Where a learner is in each lesson, in one SQLite file (write-ahead log, schema version in
/// user_version). A file that cannot be read is set aside, never deleted.
class ProgressStore {
  public:
    /// `folder` is made when it does not exist. An empty folder keeps progress in memory only.
    explicit ProgressStore(const QString& folder);

    /// Not empty when a damaged file was set aside, or nothing can be kept: for the learner.
    [[nodiscard]] const QString& notice() const { return notice_; }
    [[nodiscard]] bool isKept() const { return isKept_; }

    /// JSON as it was saved; empty: none.
    [[nodiscard]] QByteArray load(const QString& lesson) const;
    void save(const QString& lesson, const QByteArray& state);
    void forget(const QString& lesson);

    static constexpr int kSchemaVersion = 1;

  private:
    bool open(const QString& path);
    void setAside(const QString& path);

    std::unique_ptr<SqliteDatabase> database_;
    QString notice_;
    bool isKept_ = false;
};

} // namespace roundtrip
