#pragma once

#include "app/playback/playback.h"

#include <QElapsedTimer>
#include <QTimer>

#include <vector>

namespace roundtrip {

/// Two runs played side by side with one transport. Their story clocks are joined: a moment of one
/// side takes its time on both, and what happens on both at the same instant happens together, so
/// that two runs that have not parted yet go in step.
class TwinPlayback : public Transport {
    Q_OBJECT

  public:
    TwinPlayback(Playback& a, Playback& b, QObject* parent = nullptr);

    /// Both sides have been read to their ends: joins their clocks and stands at the start.
    void join();

    [[nodiscard]] SimTime time() const override;
    [[nodiscard]] SimTime endTime() const override;
    [[nodiscard]] std::size_t steps() const override { return steps_.size(); }
    [[nodiscard]] bool isPlaying() const override { return timer_.isActive(); }
    [[nodiscard]] Clock clock() const override { return clock_; }
    [[nodiscard]] double speed() const override {
        return clock_ == Clock::story ? storySpeed_ : trueSpeed_;
    }
    [[nodiscard]] bool isAtEnd() const;
    /// Seconds of story from the start to the end.
    [[nodiscard]] double storyEnd() const { return steps_.empty() ? 0 : steps_.back().story; }

    void play() override;
    void pause() override;
    void stepForward() override;
    void stepBack() override;
    void toStart() override;
    void toEnd() override;
    void seekToTime(SimTime time) override;
    void setClock(Clock clock) override;
    void setSpeed(double speed) override;
    void setReducedMotion(bool reduced) { isReducedMotion_ = reduced; }

  private:
    /// Something that happens at one instant, on one side or on both.
    struct Step {
        SimTime time;
        double story = 0;
    };
    void tick();
    void moveToStory(double story);
    void moveToTime(double seconds);
    [[nodiscard]] double storyAt(SimTime time) const;
    [[nodiscard]] SimTime timeAt(double story) const;
    [[nodiscard]] std::size_t stepsUntil(double story) const;

    Playback& a_;
    Playback& b_;
    std::vector<Step> steps_;
    Clock clock_ = Clock::story;
    double storySpeed_ = 1;
    double trueSpeed_ = 1;
    double story_ = 0;   ///< the position on the story clock
    double seconds_ = 0; ///< and in simulated time, in true scale
    double stopAt_ = -1; ///< story: an animated step ends there
    double stepPace_ = 1;
    bool isReducedMotion_ = false;
    QTimer timer_;
    QElapsedTimer wall_;
};

} // namespace roundtrip
