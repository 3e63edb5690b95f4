#include "app/session/twin_session.h"

#include <algorithm>

namespace roundtrip {

TwinSession::TwinSession(const LessonComparison& comparison, QObject* parent)
    : QObject(parent), a_(sceneOf(comparison, Side::a)), b_(sceneOf(comparison, Side::b)) {
    for (const Side side : {Side::a, Side::b}) {
        Session& own = session(side);
        connect(&own, &Session::rested, this, &TwinSession::look);
        connect(&own, &Session::failed, this, &TwinSession::failed);
        const std::vector<Command> commands = commandsOf(comparison, side);
        own.apply(QList<Command>(commands.begin(), commands.end()));
    }
}

/// Once both sides have come to rest they are simulated up to the same moment.
void TwinSession::look() {
    if (isLevel_ || a_.isBusy() || b_.isBusy()) {
        return;
    }
    if (isLevelling_) {
        isLevel_ = true;
        emit levelled();
        return;
    }
    isLevelling_ = true;
    const SimTime end = std::max(a_.simulatedUntil(), b_.simulatedUntil());
    a_.advanceTo(end);
    b_.advanceTo(end);
}

ComparisonFigures TwinSession::figures() const {
    return {tripFigures(*a_.trace(), {0, a_.trace()->size()}),
            tripFigures(*b_.trace(), {0, b_.trace()->size()})};
}

} // namespace roundtrip
