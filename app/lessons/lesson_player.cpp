#include "app/lessons/lesson_player.h"

#include "app/narration/lesson_words.h"

#include <algorithm>
#include <map>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

Json optionalNumber(const std::optional<std::size_t>& number) {
    return number ? Json(*number) : Json();
}

std::optional<std::size_t> numberBelow(const Json& json, std::size_t limit) {
    if (!json.is_number_unsigned() || json >= limit) {
        return std::nullopt;
    }
    return json.get<std::size_t>();
}

} // namespace

LessonPlayer::LessonPlayer(Lesson lesson, std::map<std::string, LessonText> texts,
                           Playback& playback, QObject* parent)
    : QObject(parent), lesson_(std::move(lesson)), texts_(std::move(texts)), playback_(playback),
      nodes_(lesson_.nodeNames()), visits_(lesson_.steps.size()),
      trace_(playback.index().shared()) {
    connect(&playback_, &Playback::traceChanged, this, &LessonPlayer::followFork);
    connect(&playback_, &Playback::positionChanged, this, &LessonPlayer::look);
}

const LessonText& LessonPlayer::text() const {
    return textIn(language_, texts_);
}

const LessonStepText& LessonPlayer::stepText() const {
    return text().steps.at(step().id);
}

void LessonPlayer::setLanguage(const QString& language) {
    language_ = language.toStdString();
    emit changed();
}

bool LessonPlayer::mayAct() const {
    // Once it has happened there is nothing left to predict.
    return isDemonstrated_ || step().options.empty() || prediction().has_value() ||
           visits_[step_].outcome.has_value();
}

bool LessonPlayer::mayGoOn() const {
    return areGoalsMet() && mayAct() && !isLast();
}

std::optional<std::string> LessonPlayer::quizAnswer(const std::string& item) const {
    const auto found = quizAnswers_.find(item);
    return found == quizAnswers_.end() ? std::nullopt : std::optional(found->second);
}

void LessonPlayer::begin() {
    emit begun();
    enter(0);
}

void LessonPlayer::next() {
    if (mayGoOn()) {
        enter(step_ + 1);
    }
}

void LessonPlayer::back() {
    if (step_ > 0) {
        enter(step_ - 1);
    }
}

void LessonPlayer::goTo(std::size_t step) {
    if (step < lesson_.steps.size() && (step == 0 || visits_[step - 1].isDone)) {
        enter(step);
    }
}

void LessonPlayer::jumpTo(std::size_t step) {
    if (step < lesson_.steps.size()) {
        enter(step);
    }
}

void LessonPlayer::startAgain() {
    visits_.assign(lesson_.steps.size(), Visit());
    quizAnswers_.clear();
    compared_.clear();
    playback_.restart();
    begin();
}

void LessonPlayer::takePace() {
    playback_.setClock(step().pace == LessonStep::Pace::story ? Playback::Clock::story
                                                              : Playback::Clock::trueScale);
    playback_.setSpeed(step().speed);
}

void LessonPlayer::enter(std::size_t step) {
    step_ = step;
    Visit& visit = visits_[step];
    const LessonStep& entered = lesson_.steps[step];
    takePace();
    if (visit.isEntered) {
        playback_.seek({playback_.index().momentsWithin(visit.entry), 0});
    } else {
        playback_.toEnd();
        visit.isEntered = true;
        visit.entry = playback_.facts();
        visit.inputs =
            static_cast<std::size_t>(playback_.session().inputs().size()) + entered.commands.size();
        give(entered.commands);
    }
    emit stepEntered();
    look();
    emit changed();
}

void LessonPlayer::give(const std::vector<LessonCommand>& commands) {
    std::multimap<SimTime, Command> ordered; // by time; equal ones as they stand
    for (const LessonCommand& command : commands) {
        ordered.emplace(command.after, command.command)->second.at = command.after;
    }
    QList<Command> given;
    for (const auto& [after, command] : ordered) {
        given << command;
    }
    if (!given.isEmpty()) {
        playback_.give(std::move(given));
    }
}

bool LessonPlayer::isOwnSetting(std::size_t fact) const {
    const Trace& trace = playback_.trace();
    if (fact >= trace.size() || !trace[fact].is<ParameterChanged>()) {
        return false;
    }
    std::size_t given = 0;
    for (std::size_t i = entryFact(); i < fact && given <= step().commands.size(); ++i) {
        given += trace[i].is<CommandGiven>() ? 1 : 0;
    }
    return given <= step().commands.size();
}

bool LessonPlayer::isBeforeOwnCommands() const {
    return !playback_.isAtEnd() &&
           playback_.position().moments <= playback_.index().momentsWithin(visits_[step_].entry);
}

void LessonPlayer::pressButton(std::size_t button) {
    if (button < step().buttons.size() && mayAct()) {
        std::vector<LessonCommand> commands = step().buttons[button].commands;
        const auto known = static_cast<std::size_t>(playback_.session().inputs().size());
        const bool isUntouched = known <= visits_[step_].inputs && !step().commands.empty();
        if (isUntouched) {
            playback_.toEnd(); // quick fingers: nothing was done since, so nothing forks
        } else if (isBeforeOwnCommands()) { // the run that begins here has to have them too
            commands.insert(commands.begin(), step().commands.begin(), step().commands.end());
        }
        give(commands);
        emit buttonPressed(button);
    }
}

void LessonPlayer::predict(std::size_t option) {
    Visit& visit = visits_[step_];
    if (option < step().options.size() && !visit.outcome) {
        visit.prediction = option;
        look();
        emit changed();
    }
}

void LessonPlayer::showHint() {
    Visit& visit = visits_[step_];
    visit.hints = std::min(visit.hints + 1, stepText().hints.size());
    emit changed();
}

void LessonPlayer::answerQuiz(const QString& item, const QString& option) {
    const std::string chosen = option.toStdString();
    const auto asked = std::ranges::find(lesson_.quiz, item.toStdString(), &LessonQuizItem::id);
    if (asked == lesson_.quiz.end() || quizAnswer(asked->id) == chosen) {
        return;
    }
    quizAnswers_[asked->id] = chosen;
    emit quizAnswered(item, option, chosen == asked->answer);
    emit changed();
}

void LessonPlayer::showMoment(const QString& item) {
    const auto asked = std::ranges::find(lesson_.quiz, item.toStdString(), &LessonQuizItem::id);
    if (asked == lesson_.quiz.end()) {
        return;
    }
    const std::size_t seenIn = *findStep(asked->seenIn);
    playback_.pause();
    const Trace& trace = playback_.trace();
    const FactRange range = rangeOf(seenIn, trace.size());
    for (std::size_t i = range.from; asked->moment && i < range.to; ++i) {
        if (fits(*asked->moment, trace, trace[i], nodes_)) {
            playback_.seekToFact(i);
            return;
        }
    }
    playback_.seek({playback_.index().momentsWithin(range.from), 0});
}

void LessonPlayer::markCompared(const ComparisonFigures& figures) {
    if (!step().comparison.empty()) {
        visits_[step_].isCompared = true;
        compared_[step().comparison] = figures;
        look();
        emit changed();
    }
}

void LessonPlayer::restartStep() {
    const Visit& before = visits_[step_];
    visits_[step_] = {.isEntered = true,
                      .wasDone = before.wasDone,
                      .entry = before.entry,
                      .inputs = before.inputs};
    playback_.seek({playback_.index().momentsWithin(visits_[step_].entry), 0});
    give(step().commands);
    emit stepEntered();
    emit changed();
}

/// Its numbers are not kept, so it is run once more, beside what the learner does.
void LessonPlayer::compareAgain(const std::string& comparison) {
    auto* again = new TwinSession(*lesson_.findComparison(comparison), this);
    connect(again, &TwinSession::levelled, this, [this, again, comparison] {
        compared_.emplace(comparison, again->figures());
        again->deleteLater();
        emit changed();
    });
}

FactRange LessonPlayer::rangeOf(std::size_t step, std::size_t facts) const {
    std::size_t to = facts;
    for (std::size_t later = step + 1; later < visits_.size(); ++later) {
        // One that was entered no later than this one, as after a jump back, ends nothing.
        if (visits_[later].isEntered && visits_[later].entry > visits_[step].entry) {
            to = std::min(visits_[later].entry, facts); // restored, its facts may be yet to come
            break;
        }
    }
    return {std::min(visits_[step].entry, to), to};
}

void LessonPlayer::look() {
    seen_ = std::max(seen_, playback_.facts());
    Visit& visit = visits_[step_];
    if (!visit.isEntered || visit.isDone) {
        return;
    }
    if (!step().comparison.empty() && !visit.isCompared) {
        return;
    }
    const FactRange seen = rangeOf(step_, playback_.facts());
    if (!areMet(step().goals, playback_.trace(), seen, nodes_)) {
        return;
    }
    visit.isDone = true;
    for (std::size_t i = 0; i < step().options.size() && !visit.outcome; ++i) {
        if (areMet(step().options[i].when, playback_.trace(), seen, nodes_)) {
            visit.outcome = i;
        }
    }
    if (!isDemonstrated_ && !std::exchange(visit.wasDone, true)) {
        tellDone();
    }
    emit changed();
}

void LessonPlayer::tellDone() {
    const Visit& visit = visits_[step_];
    if (visit.prediction) {
        emit predictionSeen(step_, *visit.prediction, visit.outcome == visit.prediction);
    }
    emit stepDone(step_);
    if (std::ranges::all_of(visits_, &Visit::wasDone)) {
        emit finished();
    }
}

void LessonPlayer::followFork() {
    const auto trace = playback_.index().shared();
    if (trace != trace_) {
        // What was entered after the fork never happened on this branch.
        const std::size_t shared = trace->sharedPrefix();
        for (std::size_t i = 0; i < visits_.size(); ++i) {
            if (visits_[i].entry > shared && i != step_) {
                visits_[i] = {.wasDone = visits_[i].wasDone};
            }
            visits_[i].entry = std::min(visits_[i].entry, shared);
        }
        seen_ = std::min(seen_, shared);
        trace_ = trace;
    }
    if (restoreTo_ && !playback_.session().isBusy()) {
        playback_.seek({playback_.index().momentsWithin(*restoreTo_), 0});
        restoreTo_.reset();
        seen_ = trace_->size(); // all of it was played before
        emit changed();
    }
    look();
}

std::optional<std::size_t> LessonPlayer::findStep(const std::string& id) const {
    const auto found = std::ranges::find(lesson_.steps, id, &LessonStep::id);
    return found == lesson_.steps.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - lesson_.steps.begin()));
}

std::optional<TripFigures> LessonPlayer::figuresOf(const LessonValue& value) const {
    if (value.comparison.empty()) {
        const auto step = findStep(value.step);
        return step && visits_[*step].isDone && !restoreTo_
                   ? std::optional(tripFigures(playback_.trace(), rangeOf(*step, seen_)))
                   : std::nullopt;
    }
    const auto found = compared_.find(value.comparison);
    return found == compared_.end() ? std::nullopt : std::optional(found->second.of(value.side));
}

QString LessonPlayer::filled(const std::string& text) const {
    return withValues(lesson_, text, [this](const LessonValue& value) { return figuresOf(value); });
}

QByteArray LessonPlayer::save() const {
    Json state{
        {"format", 1}, {"step", step_}, {"facts", playback_.facts()}, {"quiz", quizAnswers_}};
    state["visits"] = Json::array();
    for (const Visit& visit : visits_) {
        state["visits"].push_back({{"entered", visit.isEntered},
                                   {"done", visit.isDone},
                                   {"was_done", visit.wasDone},
                                   {"compared", visit.isCompared},
                                   {"entry", visit.entry},
                                   {"prediction", optionalNumber(visit.prediction)},
                                   {"outcome", optionalNumber(visit.outcome)},
                                   {"hints", visit.hints}});
    }
    state["inputs"] = Json::array();
    for (const Command& input : playback_.session().inputs()) {
        Json written = toJson(input);
        written["at"] = input.at.ns();
        state["inputs"].push_back(std::move(written));
    }
    return QByteArray::fromStdString(state.dump());
}

bool LessonPlayer::restore(const QByteArray& saved) {
    const Json state = Json::parse(saved.begin(), saved.end(), nullptr, false);
    const Json visits = memberOf(state, "visits");
    const auto step = numberBelow(memberOf(state, "step"), lesson_.steps.size());
    if (!step || !visits.is_array() || visits.size() != visits_.size()) {
        return false;
    }
    QList<Command> inputs;
    for (const Json& input : memberOf(state, "inputs")) {
        inputs << Command{SimTime::nanoseconds(input.value("at", std::int64_t{0})),
                          memberText(input, "target"), memberText(input, "action"),
                          memberOf(input, "arguments")};
        if (!checkCommand(lesson_.scene, inputs.back())) {
            return false; // the lesson has changed since
        }
    }
    constexpr std::size_t kMany = 1'000'000'000;
    for (std::size_t i = 0; i < visits_.size(); ++i) {
        const Json& visit = visits[i];
        visits_[i] = {
            .isEntered = memberOf(visit, "entered") == true,
            .isDone = memberOf(visit, "done") == true,
            .wasDone = memberOf(visit, "done") == true || memberOf(visit, "was_done") == true,
            .isCompared = memberOf(visit, "compared") == true,
            .entry = numberBelow(memberOf(visit, "entry"), kMany).value_or(0),
            .prediction =
                numberBelow(memberOf(visit, "prediction"), lesson_.steps[i].options.size()),
            .outcome = numberBelow(memberOf(visit, "outcome"), lesson_.steps[i].options.size()),
            .hints = numberBelow(memberOf(visit, "hints"), 4).value_or(0)};
    }
    for (std::size_t i = 0; i < visits_.size(); ++i) {
        if (visits_[i].isCompared && !lesson_.steps[i].comparison.empty()) {
            compareAgain(lesson_.steps[i].comparison);
        }
    }
    if (const Json quiz = memberOf(state, "quiz"); quiz.is_object()) {
        for (const auto& [item, answer] : quiz.items()) {
            quizAnswers_[item] = answer.is_string() ? answer.get<std::string>() : std::string();
        }
    }
    step_ = *step;
    takePace();
    restoreTo_ = numberBelow(memberOf(state, "facts"), kMany).value_or(0);
    playback_.session().apply(std::move(inputs));
    emit stepEntered();
    emit changed();
    return true;
}

} // namespace roundtrip
