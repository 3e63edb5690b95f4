#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

namespace roundtrip {

/// Tells when a lesson that is being written has changed: its folder, or a file in it.
class LessonWatcher : public QObject {
    Q_OBJECT

  public:
    explicit LessonWatcher(QObject* parent = nullptr);

    /// Watches that folder and no other; empty: none.
    void watch(const QString& folder);
    [[nodiscard]] const QString& folder() const { return folder_; }
    /// Tells again a little later, for who cannot make use of it now.
    void remind() { gathering_.start(); }

  signals:
    /// Once for all files that an editor writes at a time.
    void changed();

  private:
    void watchAll();

    QString folder_;
    QFileSystemWatcher files_;
    QTimer gathering_;
};

} // namespace roundtrip
