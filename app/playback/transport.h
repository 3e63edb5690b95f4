#pragma once

#include "core/kernel/sim_time.h"

#include <QObject>

#include <cstddef>

namespace roundtrip {

/// What can be played, stepped and sought: a run, or two of them side by side.
class Transport : public QObject {
    Q_OBJECT

  public:
    enum class Clock { story, trueScale };
    Q_ENUM(Clock)

    using QObject::QObject;

    /// Simulated time at the position and at the end.
    [[nodiscard]] virtual SimTime time() const = 0;
    [[nodiscard]] virtual SimTime endTime() const = 0;
    /// How many steps there are from the start to the end.
    [[nodiscard]] virtual std::size_t steps() const = 0;
    [[nodiscard]] virtual bool isPlaying() const = 0;
    [[nodiscard]] virtual Clock clock() const = 0;
    /// Story: seconds of story per second. True scale: simulated seconds per second.
    [[nodiscard]] virtual double speed() const = 0;

    // In both directions, as a transport's buttons say.
    virtual void play() = 0;
    virtual void pause() = 0;
    virtual void stepForward() = 0;
    virtual void stepBack() = 0;
    virtual void toStart() = 0;
    virtual void toEnd() = 0;
    virtual void seekToTime(SimTime time) = 0;
    virtual void setClock(Clock clock) = 0;
    virtual void setSpeed(double speed) = 0;

    void togglePlaying() {
        if (isPlaying()) {
            pause();
        } else {
            play();
        }
    }

  signals:
    void positionChanged();
    /// There is more to play, or something else.
    void traceChanged();
    void playingChanged(bool playing);
    void paceChanged();
};

} // namespace roundtrip
