#pragma once

#include "app/playback/scene_state.h"
#include "app/playback/trace_index.h"
#include "app/playback/transport.h"
#include "app/session/session.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

namespace roundtrip {

/// Where a learner stands: so many moments have happened, and this share of the gap to the next
/// has passed. Facts that share one simulated instant are still apart, so this is no time.
struct Position {
    std::size_t moments = 0;
    double fraction = 0; ///< 0 to 1, below 1

    friend auto operator<=>(const Position&, const Position&) = default;
};

/// Plays a session: turns wall time into a position by the story clock or in true scale, steps to
/// the next and previous moment, seeks. Everything on the screen is a function of the trace and
/// this position.
class Playback : public Transport {
    Q_OBJECT

  public:
    explicit Playback(Session& session, QObject* parent = nullptr);

    /// Takes another clock than its own trace's: each moment's story time, ascending. For as long
    /// as the trace stays as it is.
    void setStoryTimes(std::vector<double> times);

    [[nodiscard]] Session& session() const { return session_; }
    [[nodiscard]] const TraceIndex& index() const { return index_; }
    [[nodiscard]] const Trace& trace() const { return index_.trace(); }
    [[nodiscard]] Position position() const { return position_; }
    /// Facts that have happened at the position.
    [[nodiscard]] std::size_t facts() const { return index_.factsAfter(position_.moments); }
    /// The fact of the last moment that happened; none at the very start.
    [[nodiscard]] std::optional<std::size_t> currentFact() const;
    [[nodiscard]] SimTime time() const override;
    [[nodiscard]] SimTime endTime() const override;
    [[nodiscard]] std::size_t steps() const override { return index_.moments(); }
    [[nodiscard]] double storyNow() const;
    [[nodiscard]] bool isAtEnd() const { return position_.moments >= index_.moments(); }
    [[nodiscard]] const SceneState& state();
    /// The parts and links that are there at the position, as they were written at first.
    [[nodiscard]] Scene topologyNow();
    /// The same with every setting as it is then.
    [[nodiscard]] Scene sceneNow();
    /// 0 to 1: how far that message has come; it must be in flight at the position.
    [[nodiscard]] double progressOf(const Flight& flight) const;

    [[nodiscard]] bool isPlaying() const override { return isPlaying_; }
    [[nodiscard]] Clock clock() const override { return clock_; }
    [[nodiscard]] double speed() const override {
        return clock_ == Clock::story ? storySpeed_ : trueSpeed_;
    }

    void setReducedMotion(bool reduced) { isReducedMotion_ = reduced; }

    void play() override;
    void pause() override;
    void stepForward() override;
    void stepBack() override;
    void toStart() override;
    void toEnd() override;
    void seek(Position position);
    /// Forgets every branch and stands at the start of a new, empty run.
    void restart();
    /// To the moment of that fact, as if it had just happened.
    void seekToFact(std::size_t fact);
    void seekToStory(double seconds);
    void seekToTime(SimTime time) override;
    void setClock(Clock clock) override;
    void setSpeed(double speed) override;
    /// What happens once commands were given.
    enum class Then {
        play, ///< on from there
        step  ///< to the first moment of what they did; goes on playing where it was
    };
    /// Gives commands at the position: `at` of each is a span after the moment on the screen. In
    /// the past that forks.
    void give(QList<Command> commands, Then then = Then::play);

  signals:
    /// The session has other parts than before: another scene, or more of them in this run.
    void sceneChanged();

  private:
    void readTrace();
    void takeScene();
    void takeRoster();
    /// Reads the session's trace, if that is another one than before.
    void attachTrace();
    [[nodiscard]] StateTimeline emptyStates() const;
    void goOn();
    void skipEmptyTime();
    void tick();
    void advanceStory(double seconds);
    void advanceTrueScale(double seconds);
    [[nodiscard]] Position positionAtStory(double story) const;
    [[nodiscard]] Position positionAtTime(SimTime time) const;
    void moveTo(Position position);
    void setPlaying(bool playing);

    Session& session_;
    TraceIndex index_;
    StateTimeline states_;
    Position position_;
    Clock clock_ = Clock::story;
    double storySpeed_ = 1;
    double trueSpeed_ = 1;
    bool isPlaying_ = false;
    bool isReducedMotion_ = false;
    bool playsOn_ = false;              ///< start to play as soon as the commands' facts are there
    bool stepsOn_ = false;              ///< the same for a step
    std::optional<std::size_t> stopAt_; ///< moments: an animated step ends there
    double trueTime_ = 0;               ///< simulated seconds at the position, in true scale
    QTimer timer_;
    QElapsedTimer wall_;
};

} // namespace roundtrip
