#pragma once

#include "core/challenge/judge.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace roundtrip {

/// Judges a solution on a thread of its own, so that the window goes on. One at a time.
class JudgeRun : public QObject {
    Q_OBJECT

  public:
    explicit JudgeRun(QObject* parent = nullptr) : QObject(parent) {}
    /// Cancels what goes on, and waits until it has stopped.
    ~JudgeRun() override;

    /// What was being judged is given up.
    void start(const Challenge& challenge, const Scene& solution);
    void cancel();
    [[nodiscard]] bool isRunning() const { return thread_ != nullptr; }
    /// For tests and the command line.
    void waitUntilDone();

  signals:
    /// The share that is done, 0 to 1.
    void progressed(double share);
    /// Not after it was cancelled.
    void judged(const roundtrip::Verdict& verdict);

  private:
    std::unique_ptr<QThread> thread_;
    std::shared_ptr<std::atomic<bool>> isCancelled_;
};

} // namespace roundtrip
