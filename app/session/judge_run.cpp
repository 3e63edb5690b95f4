#include "app/session/judge_run.h"

#include <QEventLoop>
#include <QMetaObject>

#include <utility>

namespace roundtrip {

JudgeRun::~JudgeRun() {
    cancel();
}

void JudgeRun::cancel() {
    if (thread_ == nullptr) {
        return;
    }
    *isCancelled_ = true;
    thread_->wait();
    thread_.reset();
}

void JudgeRun::start(const Challenge& challenge, const Scene& solution) {
    cancel();
    isCancelled_ = std::make_shared<std::atomic<bool>>(false);
    const auto work = [this, challenge, solution, cancelled = isCancelled_] {
        const JudgeProgress progress = [this, &cancelled](double share) {
            QMetaObject::invokeMethod(this, [this, cancelled, share] {
                if (!*cancelled) {
                    emit progressed(share);
                }
            });
            return !*cancelled;
        };
        const auto verdict = judge(challenge, solution, {}, progress);
        if (!verdict) {
            return;
        }
        QMetaObject::invokeMethod(this, [this, cancelled, verdict = *verdict] {
            if (!*cancelled) {
                thread_->wait();
                thread_.reset();
                emit judged(verdict);
            }
        });
    };
    thread_.reset(QThread::create(work));
    thread_->start();
}

void JudgeRun::waitUntilDone() {
    if (!isRunning()) {
        return;
    }
    QEventLoop loop;
    connect(this, &JudgeRun::judged, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace roundtrip
