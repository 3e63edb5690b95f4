#include "core/http/uri_component.h"
#include "core/kernel/quantity.h"
#include "core/kernel/text.h"
#include "core/nodes/socket_hub/socket_hub.h"
#include "core/realtime/websocket_handshake.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::ordered_json;

std::uint64_t numberOf(std::string_view digits) {
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

} // namespace

/// "/rooms/{room}", "/rooms/{room}/events", "/rooms/{room}/messages?after=7&wait=25".
SocketHub::Target SocketHub::targetOf(const http::Request& request) {
    Target target;
    std::string_view path = http::pathOf(request.target);
    std::string_view query = std::string_view(request.target).substr(path.size());
    path.remove_prefix(path.starts_with('/') ? 1 : 0);
    if (cutPart(path, '/') != "rooms") {
        return target;
    }
    target.room = cutPart(path, '/');
    target.what = target.room.empty()  ? Target::What::none
                  : path.empty()       ? Target::What::socket
                  : path == "events"   ? Target::What::events
                  : path == "messages" ? Target::What::messages
                                       : Target::What::none;
    query.remove_prefix(query.starts_with('?') ? 1 : 0);
    while (!query.empty()) {
        std::string_view value = cutPart(query, '&');
        const std::string_view name = cutPart(value, '=');
        if (name == "after") {
            target.after = numberOf(value);
        } else if (name == "wait") {
            constexpr std::uint64_t kMostSeconds = 3600;
            target.wait = SimTime::seconds(
                static_cast<std::int64_t>(std::min(numberOf(value), kMostSeconds)));
        }
    }
    return target;
}

Process SocketHub::serve(Message message) {
    const std::uint32_t since = life();
    const SpanId span = beginSpan(message);
    co_await busyFor(values().duration("overhead"));
    if (since != life()) {
        co_return;
    }
    const auto& request = std::get<http::Request>(message.payload);
    const Target target = targetOf(request);
    const bool isPost = request.method == http::Method::post;
    switch (target.what) {
    case Target::What::socket:
        openSocket(message, target, span);
        break;
    case Target::What::events:
        openStream(message, target, span);
        break;
    case Target::What::messages:
        isPost ? takePost(message, target, span) : giveMessages(message, target, span);
        break;
    default:
        answer(message, span, 404, "");
    }
}

bool SocketHub::hasPlace(const Message& message, SpanId span) {
    const std::int64_t most = values().integer("most_sockets");
    if (std::ssize(connections_) < most) {
        return true;
    }
    record(message.request, span,
           CheckFailed{.check = text("socket"),
                       .reason = text(fmt::format("full\n{}", most)),
                       .status = 503});
    answer(message, span, 503, "");
    return false;
}

void SocketHub::openSocket(const Message& message, const Target& target, SpanId span) {
    const auto& request = std::get<http::Request>(message.payload);
    if (const auto checked = realtime::checkUpgrade(request); !checked) {
        HttpResponseMessage refusal{.response = realtime::answerUpgrade(request), .provenance = {}};
        record(message.request, span,
               CheckFailed{.check = text("socket"),
                           .reason = text(fmt::format("refused\n{}", refusal.response.status)),
                           .status = static_cast<std::uint32_t>(refusal.response.status)});
        endSpan(message.request, span, true);
        port("clients").reply(message, span, std::move(refusal));
        return;
    }
    if (!hasPlace(message, span)) {
        return;
    }
    Connection& connection = connections_[message.call];
    connection.link = message.via;
    if (recorder().keeps(message.request)) {
        record(message.request, span,
               CheckPassed{.check = text("socket"),
                           .reason = text(fmt::format("opened\n{}", target.room))});
    }
    endSpan(message.request, span);
    port("clients").reply(
        message, span,
        HttpResponseMessage{.response = realtime::answerUpgrade(request), .provenance = {}});
    enter(message.call, connection, target.room);
    catchUp(message.call, connection, roomOf(target.room), target.after, message.request);
    showState();
}

/// Last-Event-ID says from where to go on: HTML Living Standard, section 9.2.
void SocketHub::openStream(const Message& message, const Target& target, SpanId span) {
    if (!hasPlace(message, span)) {
        return;
    }
    const auto& request = std::get<http::Request>(message.payload);
    Connection& connection = connections_[message.call];
    connection.link = message.via;
    connection.isStream = true;
    if (recorder().keeps(message.request)) {
        record(message.request, span,
               CheckPassed{.check = text("socket"),
                           .reason = text(fmt::format("stream\n{}", target.room))});
    }
    endSpan(message.request, span);
    port("clients").reply(
        message, span,
        HttpResponseMessage{.response = {.status = 200,
                                         .headers = {{"Content-Type", "text/event-stream"},
                                                     {"Cache-Control", "no-store"}},
                                         .body = {}},
                            .provenance = {}});
    enter(message.call, connection, target.room);
    const auto lastId = request.headers.find("Last-Event-ID");
    catchUp(message.call, connection, roomOf(target.room),
            lastId ? numberOf(*lastId) : target.after, message.request);
    showState();
}

void SocketHub::giveMessages(const Message& message, const Target& target, SpanId span) {
    LiveRoom& live = roomOf(target.room);
    const auto messages = live.room.after(target.after);
    if (!messages.empty() || target.wait == SimTime()) {
        answerMessages(message, span, messages);
        return;
    }
    Message question = message;
    question.span = span;
    live.waiting.push_back(std::move(question));
    simulation().spawn(answerAfter(live, message.call, target.wait));
}

void SocketHub::answerMessages(const Message& message, SpanId span,
                               const std::vector<realtime::RoomMessage>& messages) {
    std::string body;
    for (const realtime::RoomMessage& one : messages) {
        body += body.empty() ? '[' : ',';
        body += one.json;
    }
    answer(message, span, 200, body.empty() ? "[]" : body + "]");
}

Process SocketHub::answerAfter(LiveRoom& live, MessageId call, SimTime wait) {
    const std::uint32_t since = life();
    co_await simulation().delay(wait);
    if (since != life()) {
        co_return;
    }
    const auto found = std::ranges::find(live.waiting, call, &Message::call);
    if (found != live.waiting.end()) {
        const Message question = std::move(*found);
        live.waiting.erase(found);
        answerMessages(question, question.span, {});
    }
}

void SocketHub::takePost(const Message& message, const Target& target, SpanId span) {
    const auto& request = std::get<http::Request>(message.payload);
    Json what = Json::parse(request.body, nullptr, false);
    if (!what.is_object()) {
        answer(message, span, 400, "");
        return;
    }
    for (const char* own : {"do", "room", "id", "at"}) {
        what.erase(own);
    }
    publish(roomOf(target.room), std::move(what), message.request, span);
    answer(message, span, 201, "");
}

void SocketHub::answer(const Message& message, SpanId span, int status, std::string body) {
    endSpan(message.request, span, status >= 500);
    HttpResponseMessage response;
    response.response = {.status = status,
                         .headers = {{"Content-Type", "application/json"},
                                     {"Content-Length", std::to_string(body.size())}},
                         .body = std::move(body)};
    port("clients").reply(message, span, std::move(response));
}

} // namespace roundtrip
