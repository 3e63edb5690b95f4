#include "core/nodes/live_client/live_client.h"
#include "core/realtime/event_stream.h"
#include "core/realtime/websocket_handshake.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using What = Agenda::What;
using realtime::Opcode;

template <class Bytes>
void fill(Bytes& bytes, RandomStream& random) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bits = i % 8 == 0 ? random.bits() : bits >> 8U;
        bytes[i] = static_cast<typename Bytes::value_type>(bits & 0xFFU);
    }
}

} // namespace

void LiveClient::wake() {
    if (!agenda_.empty() && agenda_.nextTime() < alarmAt_) {
        alarmAt_ = agenda_.nextTime();
        simulation().spawn(alarm(++alarm_));
    }
}

/// One that was set for later than another since does nothing.
Process LiveClient::alarm(std::uint64_t number) {
    while (number == alarm_) {
        co_await simulation().delay(alarmAt_ - now());
        if (number != alarm_) {
            co_return;
        }
        while (!agenda_.empty() && agenda_.nextTime() <= now()) {
            act(agenda_.pop());
        }
        if (number != alarm_) {
            co_return;
        }
        alarmAt_ = agenda_.empty() ? SimTime::max() : agenda_.nextTime();
        if (agenda_.empty()) {
            co_return;
        }
    }
}

void LiveClient::act(const Agenda::Entry& entry) {
    Person& person = people_[entry.person];
    if (entry.life != person.life) {
        return;
    }
    switch (entry.what) {
    case What::come:
        come(entry.person);
        break;
    case What::ask:
        simulation().spawn(ask(entry.person));
        break;
    case What::speak:
        say(entry.person, {{"text", fmt::format("{} {}", values().text("words"), said_ + 1)}});
        planToSpeak(entry.person);
        break;
    case What::checkSilence:
        checkSilence(entry.person);
        break;
    }
}

void LiveClient::come(std::size_t person) {
    Person& comer = people_[person];
    if (comer.connection != MessageId::none) {
        return;
    }
    if (comer.cameAt == SimTime() && comer.lastId == 0) {
        comer.cameAt = now();
    }
    comer.isHere = true;
    ++comer.life;
    comer.isAsking = false;
    if (transport() == Transport::websocket || transport() == Transport::sse) {
        simulation().spawn(openLine(person));
    } else {
        simulation().spawn(ask(person));
        planToSpeak(person);
    }
}

/// "disconnect" closes in good order; who vanishes tells nobody.
void LiveClient::leave(std::size_t person, bool saysSo) {
    Person& leaver = people_[person];
    const MessageId connection = std::exchange(leaver.connection, MessageId::none);
    leaver.isHere = false;
    ++leaver.life;
    if (connection == MessageId::none) {
        return;
    }
    byConnection_.erase(connection);
    --open_;
    if (saysSo) {
        SocketFrame frame;
        frame.kind =
            transport() == Transport::sse ? SocketFrame::Kind::closed : SocketFrame::Kind::frame;
        frame.frame.opcode = Opcode::close;
        frame.frame.payload = realtime::closePayload({realtime::close_code::kNormal, ""});
        sendFrame(connection, RequestId::none, std::move(frame));
    }
    showState();
}

/// The opening handshake, or the request of an event stream.
Process LiveClient::openLine(std::size_t person) {
    const std::uint32_t since = people_[person].life;
    const bool isSocket = transport() == Transport::websocket;
    http::Request request = requestFor(person, http::Method::get, isSocket ? "" : "/events");
    std::string key;
    if (isSocket) {
        std::string nonce(16, '\0');
        fill(nonce, keys_);
        http::Request upgrade =
            realtime::upgradeRequest(request.target, values().text("host"), nonce);
        key = *upgrade.headers.find("Sec-WebSocket-Key");
        for (const auto& [name, value] : upgrade.headers.fields()) {
            request.headers.set(name, value);
        }
    } else {
        request.headers.set("Accept", "text/event-stream");
        if (people_[person].lastId > 0) {
            request.headers.set("Last-Event-ID", std::to_string(people_[person].lastId));
        }
    }
    const Trip trip = begin(request);
    Task<std::optional<Message>> asked = exchange(person, trip, std::move(request));
    const std::optional<Message> answer = co_await asked;
    const HttpResponseMessage* got = httpAnswer(answer);
    const int status = statusOf(got);
    finish(trip, status);
    const bool isOpen =
        isSocket ? got != nullptr && realtime::checkAnswer(got->response, key).has_value()
                 : status == 200;
    if (since != people_[person].life) {
        if (isOpen) { // it has gone away meanwhile
            SocketFrame closed;
            closed.kind = SocketFrame::Kind::closed;
            sendFrame(answer->inReplyTo, RequestId::none, std::move(closed));
        }
        co_return;
    }
    if (isOpen) {
        lineOpened(person, answer->inReplyTo);
    } else {
        comeBackLater(person, status == 0 ? "no-answer" : std::to_string(status));
    }
}

void LiveClient::lineOpened(std::size_t person, MessageId connection) {
    Person& comer = people_[person];
    comer.connection = connection;
    comer.failures = 0;
    comer.pause = SimTime();
    comer.heardAt = now();
    byConnection_.add(connection, person);
    ++open_;
    planSilenceCheck(person);
    planToSpeak(person);
    showState();
}

void LiveClient::lineLost(std::size_t person, std::uint16_t code, std::string_view why) {
    Person& loser = people_[person];
    byConnection_.erase(loser.connection);
    loser.connection = MessageId::none;
    --open_;
    if (recorder().keepsEverything()) {
        record(RequestId::none, SpanId::none,
               CheckFailed{.check = text("live"),
                           .reason = text(fmt::format("line-ended\n{}", code)),
                           .status = code});
    }
    comeBackLater(person, why);
    showState();
}

/// With a pause that grows from one failure to the next.
void LiveClient::comeBackLater(std::size_t person, std::string_view why) {
    Person& loser = people_[person];
    ++loser.life;
    if (!loser.isHere || !values().boolean("reconnects")) {
        return;
    }
    ++loser.failures;
    loser.pause = backoff_.pauseAfter(loser.failures, loser.pause, jitter_);
    if (recorder().keepsEverything()) {
        constexpr double kMilliseconds = 1000;
        record(
            RequestId::none, SpanId::none,
            CheckPassed{.check = text("live"),
                        .reason = text(fmt::format("comes-back\n{:.0f} ms\n{}",
                                                   loser.pause.toSeconds() * kMilliseconds, why))});
    }
    agenda_.add(now() + loser.pause, person, loser.life, What::come);
    wake();
}

void LiveClient::checkSilence(std::size_t person) {
    const Person& listener = people_[person];
    if (listener.connection == MessageId::none || silence_ == SimTime()) {
        return;
    }
    if (now() - listener.heardAt >= silence_) {
        SocketFrame closed;
        closed.kind = SocketFrame::Kind::closed;
        sendFrame(listener.connection, RequestId::none, std::move(closed));
        lineLost(person, realtime::close_code::kAbnormal, "silence");
        return;
    }
    planSilenceCheck(person);
}

void LiveClient::planSilenceCheck(std::size_t person) {
    const Person& listener = people_[person];
    if (silence_ > SimTime() && listener.connection != MessageId::none) {
        agenda_.add(std::max(now(), listener.heardAt + silence_), person, listener.life,
                    What::checkSilence);
        wake();
    }
}

void LiveClient::receive(Message message) {
    // What is sent right behind the answer that opens a line may be here before that was read.
    if (std::holds_alternative<SocketFrame>(message.payload) && !takeFrame(message)) {
        simulation().spawn(receiveLater(std::move(message)));
    }
}

Process LiveClient::receiveLater(Message message) {
    co_await simulation().delay(SimTime());
    takeFrame(message);
}

bool LiveClient::takeFrame(const Message& message) {
    const auto& frame = std::get<SocketFrame>(message.payload);
    listeners_.clear();
    const auto add = [this](MessageId connection) {
        if (const auto found = byConnection_.find(connection)) {
            listeners_.push_back(*found);
        }
    };
    add(frame.connection);
    std::ranges::for_each(frame.alsoTo, add);
    if (listeners_.empty()) {
        return false;
    }
    bytes_ += bytesOnWire(frame);
    const std::string& payload = frame.frame.payload;
    if (frame.kind == SocketFrame::Kind::streamPiece) {
        realtime::EventStreamParser parser;
        for (const realtime::StreamEvent& event : parser.feed(payload)) {
            hear(listeners_, event.data, message.request, message.span);
        }
    } else if (frame.kind == SocketFrame::Kind::closed || isControl(frame.frame.opcode)) {
        takeControl(message, listeners_);
    } else {
        hear(listeners_, payload, message.request, message.span);
    }
    return true;
}

/// A ping is answered for all in one bundle, as it came.
void LiveClient::takeControl(const Message& message, const std::vector<std::size_t>& people) {
    const auto& frame = std::get<SocketFrame>(message.payload);
    SocketFrame pong;
    pong.frame = {.opcode = Opcode::pong, .mask = {}, .payload = frame.frame.payload};
    for (const std::size_t person : people) {
        people_[person].heardAt = now();
        if (frame.kind == SocketFrame::Kind::closed) {
            lineLost(person, realtime::close_code::kAbnormal, "broken");
        } else if (frame.frame.opcode == Opcode::close) {
            const auto close = realtime::readClose(frame.frame.payload);
            lineLost(person, close ? close->code : realtime::close_code::kProtocolError, "closed");
        } else if (frame.frame.opcode == Opcode::ping) {
            pong.alsoTo.push_back(people_[person].connection);
        }
    }
    if (!pong.alsoTo.empty()) {
        const MessageId first = pong.alsoTo.back();
        pong.alsoTo.pop_back();
        sendFrame(first, message.request, std::move(pong));
    }
}

/// With a mask, as all that a client sends (RFC 6455 section 5.3).
void LiveClient::sendFrame(MessageId connection, RequestId request, SocketFrame frame) {
    if (frame.kind == SocketFrame::Kind::frame) {
        fill(frame.frame.mask.emplace(), keys_);
    }
    frame.connection = connection;
    bytes_ += bytesOnWire(frame);
    Message message;
    message.request = request;
    message.payload = std::move(frame);
    port("server").send(std::move(message));
}

} // namespace roundtrip
