#include "app/playback/playback.h"

#include "core/nodes/node_kind.h"
#include "core/scene/link_parameters.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kFrameMilliseconds = 16;
constexpr std::size_t kFactsPerTurn = 100'000;
constexpr double kStepSeconds = 0.45; // of wall time, for an animated step

} // namespace

Playback::Playback(Session& session, QObject* parent)
    : Transport(parent), session_(session), states_(emptyStates()) {
    index_.attach(session.trace());
    states_.attach(session.trace(), 0);
    timer_.setInterval(kFrameMilliseconds);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &Playback::tick);
    connect(&session_, &Session::sceneChanged, this, &Playback::takeScene);
    connect(&session_, &Session::rosterChanged, this, &Playback::takeRoster);
    connect(&session_, &Session::traceChanged, this, &Playback::readTrace);
    readTrace();
}

StateTimeline Playback::emptyStates() const {
    return StateTimeline({session_.scene().nodes.size(), session_.partsAtStart(),
                          session_.scene().links.size(), session_.linksAtStart()});
}

void Playback::attachTrace() {
    const auto trace = session_.trace();
    if (trace != index_.shared()) {
        const std::size_t shared = std::max(std::min(trace->sharedPrefix(), index_.trace().size()),
                                            std::min(index_.trace().sharedPrefix(), trace->size()));
        index_.attach(trace);
        states_.attach(trace, shared);
        position_.moments = std::min(position_.moments, index_.moments());
        position_.fraction = 0;
    }
}

void Playback::readTrace() {
    attachTrace();
    if (index_.extend(kFactsPerTurn)) {
        QTimer::singleShot(0, this, &Playback::readTrace);
    }
    states_.extend(index_.factsAfter(index_.moments()), kFactsPerTurn * 2);
    emit traceChanged();
    if (playsOn_ && !session_.isBusy()) {
        playsOn_ = false;
        skipEmptyTime();
        play();
    }
    if (stepsOn_ && !session_.isBusy()) {
        stepsOn_ = false;
        stepForward();
    }
}

/// At true scale: up to what was given last, when nothing is to be seen until then.
void Playback::skipEmptyTime() {
    if (clock_ == Clock::trueScale && trueTime_ > time().toSeconds()) {
        moveTo(positionAtTime(SimTime::fromSeconds(trueTime_) - SimTime::microseconds(1)));
    }
}

void Playback::takeScene() {
    pause();
    position_ = {};
    trueTime_ = 0;
    index_.attach(session_.trace());
    states_ = emptyStates();
    states_.attach(session_.trace(), 0);
    emit sceneChanged();
    emit positionChanged();
}

/// The run goes on: only what there is to be seen of it is more, or less.
void Playback::takeRoster() {
    attachTrace();
    states_ = emptyStates();
    states_.attach(session_.trace(), 0);
    emit sceneChanged();
}

void Playback::setStoryTimes(std::vector<double> times) {
    index_.setStoryTimes(std::move(times));
    emit positionChanged();
}

/// More of what never rests.
void Playback::goOn() {
    if (!session_.isBusy()) {
        session_.goOn();
    }
}

std::optional<std::size_t> Playback::currentFact() const {
    if (position_.moments == 0) {
        return std::nullopt;
    }
    return index_.factOf(position_.moments - 1);
}

SimTime Playback::time() const {
    const SimTime last = position_.moments == 0 ? SimTime() : index_.timeOf(position_.moments - 1);
    if (isAtEnd()) {
        return clock_ == Clock::trueScale ? std::max(last, SimTime::fromSeconds(trueTime_)) : last;
    }
    const SimTime next = index_.timeOf(position_.moments);
    return last + SimTime::fromSeconds((next - last).toSeconds() * position_.fraction);
}

SimTime Playback::endTime() const {
    return index_.moments() == 0 ? SimTime() : index_.timeOf(index_.moments() - 1);
}

double Playback::storyNow() const {
    const double last = position_.moments == 0 ? 0.0 : index_.storyTime(position_.moments - 1);
    if (isAtEnd()) {
        return last;
    }
    return last + (index_.storyTime(position_.moments) - last) * position_.fraction;
}

const SceneState& Playback::state() {
    return states_.at(facts());
}

namespace {

void removeAbsent(Scene& scene, const SceneState& now) {
    std::size_t index = 0;
    std::erase_if(scene.links,
                  [&](const SceneLink&) { return now.links[index++] != Presence::there; });
    index = 0;
    std::erase_if(scene.nodes,
                  [&](const SceneNode&) { return now.nodes[index++].presence != Presence::there; });
}

} // namespace

Scene Playback::topologyNow() {
    Scene scene = session_.scene();
    removeAbsent(scene, state());
    return scene;
}

Scene Playback::sceneNow() {
    Scene scene = session_.scene();
    const SceneState& now = state();
    const auto take = [](nlohmann::json& written, const Parameter& parameter,
                         nlohmann::json value) {
        if (written.contains(parameter.name) || value != parameter.fallback) {
            written[parameter.name] = std::move(value);
        }
    };
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        SceneNode& node = scene.nodes[i];
        for (const Parameter& parameter : findKind(node.kind)->parameters) {
            take(node.parameters, parameter, settingAt(now.nodes[i], trace(), node, parameter));
        }
    }
    for (SceneLink& link : scene.links) {
        for (const Parameter& parameter : linkParameters()) {
            take(link.parameters, parameter, linkSettingAt(now, trace(), link, parameter));
        }
    }
    removeAbsent(scene, now);
    return scene;
}

double Playback::progressOf(const Flight& flight) const {
    const auto arrival = index_.arrivalOf(flight.message);
    if (clock_ == Clock::trueScale || !arrival) {
        const Fact& sent = trace()[flight.sentFact];
        const double whole = (sent.as<MessageSent>().arrival - sent.time).toSeconds();
        const double done = (time() - sent.time).toSeconds();
        return whole <= 0 ? 1.0 : std::clamp(done / whole, 0.0, 1.0);
    }
    const double departs = index_.storyTime(index_.momentsWithin(flight.sentFact));
    const double arrives = index_.storyTime(index_.momentsWithin(*arrival));
    return arrives <= departs ? 1.0
                              : std::clamp((storyNow() - departs) / (arrives - departs), 0.0, 1.0);
}

void Playback::setPlaying(bool playing) {
    if (playing) {
        wall_.start();
        timer_.start();
    } else {
        timer_.stop();
        stopAt_.reset();
    }
    if (isPlaying_ != playing) {
        isPlaying_ = playing;
        emit playingChanged(playing);
    }
}

void Playback::play() {
    stopAt_.reset();
    trueTime_ = time().toSeconds();
    if (!isAtEnd() || clock_ == Clock::trueScale) {
        setPlaying(true);
    } else if (session_.neverRests()) {
        playsOn_ = true;
        goOn();
    }
}

void Playback::pause() {
    playsOn_ = false;
    stepsOn_ = false;
    setPlaying(false);
}

void Playback::stepForward() {
    if (isAtEnd()) {
        pause();
        if (session_.neverRests()) {
            stepsOn_ = true;
            goOn();
        }
        return;
    }
    const std::size_t target = position_.moments + 1;
    if (isReducedMotion_) {
        pause();
        moveTo({target, 0});
        return;
    }
    if (stopAt_) { // pressed again while still on the way: be there at once
        moveTo({std::min(*stopAt_, index_.moments()), 0});
        stopAt_.reset();
        if (isAtEnd()) {
            pause();
            return;
        }
    }
    stopAt_ = position_.moments + 1;
    setPlaying(true);
}

void Playback::stepBack() {
    pause();
    if (position_.fraction > 0) {
        moveTo({position_.moments, 0});
    } else if (position_.moments > 0) {
        moveTo({position_.moments - 1, 0});
    }
}

void Playback::toStart() {
    pause();
    moveTo({});
}

void Playback::toEnd() {
    pause();
    moveTo({index_.moments(), 0});
}

void Playback::restart() {
    toStart();
    session_.restart();
}

void Playback::seek(Position position) {
    pause();
    moveTo(position);
}

void Playback::seekToFact(std::size_t fact) {
    seek({index_.momentsWithin(fact + 1), 0});
}

void Playback::seekToStory(double seconds) {
    seek(positionAtStory(seconds));
}

void Playback::seekToTime(SimTime time) {
    seek(positionAtTime(time));
}

void Playback::moveTo(Position position) {
    position.moments = std::min(position.moments, index_.moments());
    if (position.moments == index_.moments()) {
        position.fraction = 0;
    }
    position_ = position;
    trueTime_ = time().toSeconds();
    emit positionChanged();
}

void Playback::setClock(Clock clock) {
    if (clock_ != clock) {
        trueTime_ = time().toSeconds();
        clock_ = clock;
        emit paceChanged();
        emit positionChanged();
    }
}

void Playback::setSpeed(double speed) {
    (clock_ == Clock::story ? storySpeed_ : trueSpeed_) = speed;
    emit paceChanged();
}

void Playback::give(QList<Command> commands, Then then) {
    // At the end, what is simulated beyond the last moment (nothing to be seen) is no future to
    // drop.
    const SimTime base = isAtEnd() ? std::max(time(), session_.simulatedUntil()) : time();
    for (Command& command : commands) {
        command.at = base + command.at;
    }
    if (isAtEnd()) {
        trueTime_ = base.toSeconds();
    }
    position_.fraction = 0;
    playsOn_ = then == Then::play || isPlaying_;
    stepsOn_ = !playsOn_;
    const auto last = currentFact();
    const std::size_t seen = isAtEnd() ? History::kAllFacts : last ? *last + 1 : 0;
    session_.apply(std::move(commands), seen);
}

void Playback::tick() {
    constexpr double kLongestFrame = 0.1; // a stall is not made up for by a jump
    const double seconds = std::min(static_cast<double>(wall_.nsecsElapsed()) / 1e9, kLongestFrame);
    wall_.restart();
    if (clock_ == Clock::story || stopAt_) {
        advanceStory(seconds);
    } else {
        advanceTrueScale(seconds);
    }
    if (stopAt_ && position_.moments >= *stopAt_) {
        const std::size_t target = *stopAt_;
        setPlaying(false);
        moveTo({target, 0});
    } else if (session_.neverRests() && !stopAt_) {
        constexpr double kSoon = 3; // seconds of story
        if (isAtEnd() || index_.storyTime(index_.moments() - 1) - storyNow() < kSoon) {
            goOn();
        }
    } else if (isAtEnd() && clock_ == Clock::story) {
        setPlaying(false);
    }
}

void Playback::advanceStory(double seconds) {
    double pace = storySpeed_;
    if (stopAt_ && !isAtEnd()) {
        const double last = position_.moments == 0 ? 0 : index_.storyTime(position_.moments - 1);
        pace = (index_.storyTime(position_.moments) - last) / kStepSeconds;
    }
    moveTo(positionAtStory(storyNow() + seconds * std::max(pace, 1e-3)));
}

void Playback::advanceTrueScale(double seconds) {
    const double time = trueTime_ + seconds * trueSpeed_;
    moveTo(positionAtTime(SimTime::fromSeconds(time)));
    trueTime_ = time;
    if (isAtEnd() && !session_.isBusy() && !session_.neverRests()) {
        setPlaying(false);
    }
}

Position Playback::positionAtStory(double story) const {
    const auto moments = std::views::iota(std::size_t{0}, index_.moments());
    const auto coming = std::ranges::upper_bound(
        moments, story, {}, [this](std::size_t moment) { return index_.storyTime(moment); });
    const auto low = static_cast<std::size_t>(coming - moments.begin());
    if (low == index_.moments() || low == 0) {
        return {low, 0};
    }
    const double last = index_.storyTime(low - 1);
    return {low, std::min((story - last) / (index_.storyTime(low) - last), 0.999999)};
}

Position Playback::positionAtTime(SimTime time) const {
    const std::size_t moments = index_.momentsWithin(trace().countUntil(time));
    if (moments >= index_.moments() || moments == 0) {
        return {moments, 0};
    }
    const SimTime last = index_.timeOf(moments - 1);
    const double gap = (index_.timeOf(moments) - last).toSeconds();
    return {moments, std::clamp((time - last).toSeconds() / gap, 0.0, 0.999999)};
}

} // namespace roundtrip
