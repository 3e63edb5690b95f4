#include "app/playback/twin_playback.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kFrameMilliseconds = 16;
constexpr double kStepSeconds = 0.45; // of wall time, for an animated step
constexpr double kHair = 1e-9;        // of story: a moment has happened when one stands on it

/// Where one side's moments stand on the joined clock.
class Reader {
  public:
    explicit Reader(const TraceIndex& index) : index_(index) {}

    [[nodiscard]] bool isAtEnd() const { return next_ == index_.moments(); }
    [[nodiscard]] bool isDue(SimTime time) const {
        return !isAtEnd() && index_.timeOf(next_) == time;
    }
    [[nodiscard]] SimTime time() const { return isAtEnd() ? SimTime::max() : index_.timeOf(next_); }
    void take(double story) {
        times_.push_back(story);
        ++next_;
    }
    [[nodiscard]] std::vector<double> times() { return std::move(times_); }

  private:
    const TraceIndex& index_;
    std::size_t next_ = 0;
    std::vector<double> times_;
};

} // namespace

TwinPlayback::TwinPlayback(Playback& a, Playback& b, QObject* parent)
    : Transport(parent), a_(a), b_(b) {
    timer_.setInterval(kFrameMilliseconds);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &TwinPlayback::tick);
}

void TwinPlayback::join() {
    pause();
    steps_.clear();
    Reader a(a_.index());
    Reader b(b_.index());
    while (!a.isAtEnd() || !b.isAtEnd()) {
        const SimTime time = std::min(a.time(), b.time());
        const double story =
            steps_.empty() ? 0
                           : steps_.back().story + TraceIndex::storyGap(time - steps_.back().time);
        steps_.push_back({time, story});
        for (Reader* side : {&a, &b}) {
            if (side->isDue(time)) {
                side->take(story);
            }
        }
    }
    a_.setStoryTimes(a.times());
    b_.setStoryTimes(b.times());
    toStart();
    emit traceChanged();
}

std::size_t TwinPlayback::stepsUntil(double story) const {
    const auto after = std::ranges::upper_bound(steps_, story + kHair, {}, &Step::story);
    return static_cast<std::size_t>(after - steps_.begin());
}

SimTime TwinPlayback::timeAt(double story) const {
    const std::size_t passed = stepsUntil(story);
    if (passed == 0) {
        return {};
    }
    const Step& last = steps_[passed - 1];
    if (passed == steps_.size()) {
        return last.time;
    }
    const Step& next = steps_[passed];
    const double share = (story - last.story) / (next.story - last.story);
    return last.time + SimTime::fromSeconds((next.time - last.time).toSeconds() * share);
}

double TwinPlayback::storyAt(SimTime time) const {
    const auto after = std::ranges::upper_bound(steps_, time, {}, &Step::time);
    if (after == steps_.begin()) {
        return 0;
    }
    const Step& last = *std::prev(after);
    if (after == steps_.end()) {
        return last.story;
    }
    const double gap = (after->time - last.time).toSeconds();
    return last.story + (after->story - last.story) * ((time - last.time).toSeconds() / gap);
}

SimTime TwinPlayback::time() const {
    return clock_ == Clock::story ? timeAt(story_) : SimTime::fromSeconds(seconds_);
}

SimTime TwinPlayback::endTime() const {
    return steps_.empty() ? SimTime() : steps_.back().time;
}

bool TwinPlayback::isAtEnd() const {
    return !steps_.empty() && stepsUntil(story_) == steps_.size();
}

void TwinPlayback::moveToStory(double story) {
    story_ = std::clamp(story, 0.0, storyEnd());
    seconds_ = timeAt(story_).toSeconds();
    for (Playback* side : {&a_, &b_}) {
        side->seekToStory(story_ + kHair);
    }
    emit positionChanged();
}

void TwinPlayback::moveToTime(double seconds) {
    seconds_ = std::clamp(seconds, 0.0, endTime().toSeconds());
    story_ = storyAt(SimTime::fromSeconds(seconds_));
    for (Playback* side : {&a_, &b_}) {
        side->seekToTime(SimTime::fromSeconds(seconds_));
    }
    emit positionChanged();
}

void TwinPlayback::play() {
    stopAt_ = -1;
    if (isAtEnd()) {
        moveToStory(0); // pressed at the end: once more
    }
    wall_.start();
    timer_.start();
    emit playingChanged(true);
}

void TwinPlayback::pause() {
    stopAt_ = -1;
    if (timer_.isActive()) {
        timer_.stop();
        emit playingChanged(false);
    }
}

void TwinPlayback::stepForward() {
    if (stopAt_ >= 0) { // pressed again while still on the way: be there at once
        moveToStory(stopAt_);
    }
    const std::size_t passed = stepsUntil(story_);
    if (passed == steps_.size()) {
        pause();
        return;
    }
    const double target = steps_[passed].story;
    if (isReducedMotion_) {
        pause();
        moveToStory(target);
        return;
    }
    play();
    stopAt_ = target;
    stepPace_ = std::max((target - story_) / kStepSeconds, 1e-3);
}

void TwinPlayback::stepBack() {
    pause();
    std::size_t passed = stepsUntil(story_);
    if (passed == 0) {
        return;
    }
    const bool isBetween = story_ > steps_[passed - 1].story + kHair;
    passed -= isBetween ? 0 : 1;
    moveToStory(passed == 0 ? 0 : steps_[passed - 1].story);
}

void TwinPlayback::toStart() {
    pause();
    moveToStory(0);
}

void TwinPlayback::toEnd() {
    pause();
    moveToStory(storyEnd());
}

void TwinPlayback::seekToTime(SimTime time) {
    pause();
    clock_ == Clock::story ? moveToStory(storyAt(time)) : moveToTime(time.toSeconds());
}

void TwinPlayback::setClock(Clock clock) {
    if (clock_ != clock) {
        clock_ = clock;
        for (Playback* side : {&a_, &b_}) {
            side->setClock(clock);
        }
        emit paceChanged();
        emit positionChanged();
    }
}

void TwinPlayback::setSpeed(double speed) {
    (clock_ == Clock::story ? storySpeed_ : trueSpeed_) = speed;
    emit paceChanged();
}

void TwinPlayback::tick() {
    constexpr double kLongestFrame = 0.1; // a stall is not made up for by a jump
    const double passed = std::min(static_cast<double>(wall_.nsecsElapsed()) / 1e9, kLongestFrame);
    wall_.restart();
    if (stopAt_ >= 0) {
        const double target = stopAt_;
        moveToStory(std::min(story_ + passed * stepPace_, target));
        if (story_ >= target) {
            pause();
        }
        return;
    }
    if (clock_ == Clock::story) {
        moveToStory(story_ + passed * storySpeed_);
    } else {
        moveToTime(seconds_ + passed * trueSpeed_);
    }
    if (isAtEnd()) {
        pause();
    }
}

} // namespace roundtrip
