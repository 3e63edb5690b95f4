#include "core/nodes/live_client/live_client.h"

#include "core/kernel/quantity.h"
#include "core/realtime/room.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::ordered_json;
using What = Agenda::What;

constexpr std::size_t kOpenGauge = 0;
constexpr std::size_t kHeardGauge = 1;
constexpr std::size_t kDelayGauge = 2;
constexpr std::size_t kRequestsGauge = 3;
constexpr std::size_t kBytesGauge = 4;
constexpr int kForEver = 1'000'000;

tasks::RetryPolicy backoffOf(const ParameterValues& values) {
    using Jitter = tasks::RetryPolicy::Jitter;
    const std::string& jitter = values.text("backoff_jitter");
    return {.maxAttempts = kForEver,
            .base = values.duration("backoff"),
            .factor = 2,
            .cap = values.duration("backoff_most"),
            .jitter = jitter == "full"    ? Jitter::full
                      : jitter == "equal" ? Jitter::equal
                                          : Jitter::none};
}

/// What a message says, in the words that a person reads: a text, the characters that an edit puts
/// in, or else all of it but what every message has.
std::string wordsOf(const Json& what) {
    if (what.value("text", Json()).is_string()) {
        return what["text"].get<std::string>();
    }
    if (what.contains("edits")) {
        std::string inserted;
        for (const realtime::TextEdit& change : realtime::readEdits(what["edits"])) {
            inserted += change.character;
        }
        return fmt::format("\u201c{}\u201d", inserted);
    }
    Json shown = what;
    for (const char* own : {"id", "at", "room"}) {
        shown.erase(own);
    }
    return shown.dump();
}

} // namespace

LiveClient::LiveClient(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      people_(static_cast<std::size_t>(values().integer("count"))),
      speech_(context.seed, key(), "speech"), keys_(context.seed, key(), "socket keys"),
      jitter_(context.seed, key(), "backoff jitter"), arrivals_(context.seed, key(), "arrivals"),
      shownText_(indexOf(id()) + 1U) {
    readParameters();
    port("server").setReceiver([this](Message message) { receive(std::move(message)); });
}

void LiveClient::readParameters() {
    const std::string& name = values().text("transport");
    transport_ = name == "polling"        ? Transport::polling
                 : name == "long_polling" ? Transport::longPolling
                 : name == "sse"          ? Transport::sse
                                          : Transport::websocket;
    room_ = values().text("room");
    rooms_ = static_cast<std::size_t>(values().integer("rooms"));
    gaps_ = values().distribution("says_every");
    backoff_ = backoffOf(values());
    silence_ = values().duration("silence_limit");
}

void LiveClient::parametersChanged() {
    const auto before = std::pair(room_, rooms_);
    const bool watchedSilence = silence_ > SimTime();
    readParameters();
    for (std::size_t i = 0; i < people_.size() && !watchedSilence; ++i) {
        planSilenceCheck(i);
    }
    if (before != std::pair(room_, rooms_)) {
        changeRoom();
    }
}

/// Everybody goes over: what was heard and written in the other room does not count here.
void LiveClient::changeRoom() {
    shownText_ = realtime::SharedText(indexOf(id()) + 1U);
    lastWrite_ = {};
    clock_ = 0;
    for (std::size_t i = 0; i < people_.size(); ++i) {
        const bool isHere = people_[i].isHere;
        people_[i].lastId = 0;
        if (isHere) {
            leave(i, true);
            come(i);
        }
    }
}

std::string LiveClient::nameOf(std::size_t person) const {
    return people_.size() == 1 ? key() : fmt::format("{} {}", key(), person + 1);
}

std::string LiveClient::roomOf(std::size_t person) const {
    return rooms_ == 1 ? room_ : fmt::format("{}-{}", room_, person % rooms_ + 1);
}

void LiveClient::start() {
    arrive();
    showState();
}

void LiveClient::linksChanged() {
    arrive();
}

void LiveClient::retired() {
    ++alarm_;
    alarmAt_ = SimTime::max();
    for (Person& person : people_) {
        person.isHere = false;
        ++person.life;
    }
}

void LiveClient::arrive() {
    if (!haveArrived_ && values().boolean("connects_at_start") && port("server").isConnected()) {
        haveArrived_ = true;
        const double within = values().duration("connects_within").toSeconds();
        for (std::size_t i = 0; i < people_.size(); ++i) {
            const SimTime at =
                now() + SimTime::fromSeconds(within > 0 ? arrivals_.uniform(0, within) : 0);
            people_[i].isHere = true;
            agenda_.add(at, i, ++people_[i].life, What::come);
        }
        wake();
    }
}

void LiveClient::performOwn(const std::string& action, const ParameterValues& arguments) {
    if (!port("server").isConnected()) {
        record(RequestId::none, SpanId::none,
               HandlerFailed{.reason = text("no-server"), .status = 0});
        return;
    }
    if (action == "say") {
        say(0, {{"text", arguments.text("text")}});
    } else if (action == "edit") {
        edit(0, arguments.text("text"));
    } else if (action == "move") {
        say(0, {{"input", arguments.real("input")}});
    } else {
        for (std::size_t i = 0; i < people_.size(); ++i) {
            action == "connect" ? come(i) : leave(i, action == "disconnect");
        }
    }
}

void LiveClient::planToSpeak(std::size_t person) {
    if (gaps_ != Distribution()) {
        const SimTime gap = std::max(gaps_.sample(speech_), SimTime::microseconds(1));
        agenda_.add(now() + gap, person, people_[person].life, What::speak);
        wake();
    }
}

/// Over the socket when it has one, else with a request of its own.
void LiveClient::say(std::size_t person, Json what) {
    Person& speaker = people_[person];
    ++said_;
    if (transport() != Transport::websocket) {
        what["from"] = nameOf(person);
        simulation().spawn(post(person, what.dump()));
        return;
    }
    const RequestId request = recorder().nextRequest();
    if (speaker.connection == MessageId::none) {
        record(request, SpanId::none,
               CheckFailed{.check = text("live"), .reason = text("not-connected"), .status = 0});
        return;
    }
    Json message{{"do", "say"}, {"room", roomOf(person)}, {"from", nameOf(person)}};
    message.update(what);
    SocketFrame frame;
    frame.frame.payload = message.dump();
    sendFrame(speaker.connection, request, std::move(frame));
}

/// Shown at once, before anybody else knows it.
void LiveClient::edit(std::size_t person, const std::string& wanted) {
    Json edits = Json::array();
    for (const realtime::TextEdit& change : shownText_.replaceBy(wanted)) {
        edits.push_back(realtime::toJson(change));
    }
    const realtime::EditId stamp{++clock_, indexOf(id()) + 1U};
    lastWrite_.write(wanted, stamp);
    say(person, {{"text", wanted},
                 {"stamp", Json::array({stamp.counter, stamp.site})},
                 {"edits", std::move(edits)}});
}

/// Reads no more of it than it has to: most of what a crowd hears is only counted.
void LiveClient::hear(const std::vector<std::size_t>& people, std::string_view json,
                      RequestId request, SpanId span) {
    const auto head = realtime::readHead(json);
    if (!head || people.empty()) {
        return;
    }
    const SimTime age = now() - head->at;
    std::int64_t news = 0;
    for (const std::size_t person : people) {
        Person& listener = people_[person];
        listener.lastId = head->id;
        listener.heardAt = now();
        news += head->at >= listener.cameAt ? 1 : 0; // the others are what was said before it came
    }
    heard_ += static_cast<std::int64_t>(people.size());
    news_ += news;
    delaySeconds_ += age.toSeconds() * static_cast<double>(news);
    const bool isKept = recorder().keeps(request);
    const bool mayBeEdit = json.find(R"("edits":)") != std::string_view::npos ||
                           json.find(R"("stamp":)") != std::string_view::npos;
    if (isKept || mayBeEdit) {
        const Json what = Json::parse(json, nullptr, false);
        if (isKept) {
            recordHeard(what, news > 0, people.size(), age, request, span);
        }
        takeEdits(what, isKept ? request : RequestId::none, isKept ? span : SpanId::none);
    }
    showState();
}

void LiveClient::recordHeard(const Json& what, bool isNews, std::size_t people, SimTime age,
                             RequestId request, SpanId span) {
    const std::string words = wordsOf(what);
    record(request, span,
           CheckPassed{.check = text("live"),
                       .reason = text(fmt::format("{}\n{}\n{}\n{}", isNews ? "heard" : "history",
                                                  people, durationText(age), words))});
}

/// A room's document, merged or as the last one wrote it.
void LiveClient::takeEdits(const Json& what, RequestId request, SpanId span) {
    if (what.contains("edits")) {
        for (const realtime::TextEdit& change : realtime::readEdits(what["edits"])) {
            shownText_.apply(change);
        }
    } else if (what.contains("stamp") && what.value("text", Json()).is_string()) {
        const std::string text = what["text"].get<std::string>();
        const realtime::EditId id = realtime::readEditId(what["stamp"]);
        clock_ = std::max(clock_, id.counter);
        if (lastWrite_.write(text, id)) {
            shownText_.replaceBy(text);
        }
    } else {
        return;
    }
    record(request, span,
           CheckPassed{.check = text("live"),
                       .reason = text(fmt::format("text\n{}", shownText_.text()))});
}

void LiveClient::showState() {
    if (!recorder().keepsEverything()) {
        return;
    }
    constexpr double kMilliseconds = 1000;
    setGauge(kOpenGauge, open_, static_cast<std::int64_t>(people_.size()));
    setGauge(kHeardGauge, heard_);
    setGauge(kDelayGauge,
             news_ == 0 ? 0
                        : std::llround(delaySeconds_ / static_cast<double>(news_) * kMilliseconds));
    setGauge(kRequestsGauge, requests_);
    setGauge(kBytesGauge, static_cast<std::int64_t>(bytes_ / 1000));
}

bool LiveClient::neverRests() const {
    const bool asksAgain = transport_ == Transport::polling || transport_ == Transport::longPolling;
    return asksAgain && std::ranges::any_of(people_, &Person::isHere);
}

} // namespace roundtrip
