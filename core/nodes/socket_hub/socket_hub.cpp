#include "core/nodes/socket_hub/socket_hub.h"

#include "core/nodes/store_subscription.h"
#include "core/realtime/event_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::ordered_json;
using realtime::Opcode;

constexpr std::size_t kSocketsGauge = 0;
constexpr std::size_t kRoomsGauge = 1;
constexpr std::size_t kMessagesGauge = 2;
constexpr std::string_view kChannel = "room:";

std::string textIn(const Json& json, const char* member) {
    const auto found = json.find(member);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// What a member of the room may say of itself, without what the hub adds.
Json said(Json json) {
    Json kept = Json::object();
    for (const char* member : {"from", "text", "edits", "stamp", "input"}) {
        if (const auto found = json.find(member); found != json.end()) {
            kept[member] = std::move(*found);
        }
    }
    return kept;
}

SocketFrame frameOf(Opcode opcode, std::string payload) {
    SocketFrame frame;
    frame.frame.opcode = opcode;
    frame.frame.payload = std::move(payload);
    return frame;
}

SocketFrame pieceOf(const realtime::RoomMessage& message) {
    SocketFrame frame;
    frame.kind = SocketFrame::Kind::streamPiece;
    frame.frame.payload = realtime::encode(
        realtime::StreamEvent{.data = message.json, .id = std::to_string(message.id)});
    return frame;
}

} // namespace

SocketHub::SocketHub(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)) {
    readRooms();
    port("clients").setReceiver([this](Message message) { receive(std::move(message)); });
    port("keys").setReceiver([this](const Message& message) { takePush(message); });
}

void SocketHub::readRooms() {
    Problems known; // the parameter's check has said them
    setups_ = realtime::readRooms(values().value("rooms"), known);
}

void SocketHub::start() {
    run();
}

void SocketHub::started() {
    run();
}

void SocketHub::run() {
    beginRounds();
    subscribe();
    showState();
}

/// Who sits at the other end finds the connection closed.
void SocketHub::linkLeaves(const Port& port, LinkId link) {
    if (port.name() == "keys") {
        isSubscribed_ = false;
        return;
    }
    const auto isOverIt = [link](const Connection& connection) { return connection.link == link; };
    for (const MessageId id : openConnections(isOverIt)) {
        drop(id, realtime::close_code::kAbnormal, "lost");
    }
}

void SocketHub::linksChanged() {
    if (isRunning() && !isSubscribed_) {
        subscribe();
    }
}

template <class Test>
std::vector<MessageId> SocketHub::openConnections(const Test& isMeant) const {
    std::vector<MessageId> open;
    for (const auto& [id, connection] : connections_) {
        if (isMeant(connection)) {
            open.push_back(id);
        }
    }
    std::ranges::sort(open); // a run must not depend on a table's order
    return open;
}

void SocketHub::beginRounds() {
    ++round_;
    for (const auto& [name, setup] : setups_) {
        LiveRoom& room = roomOf(name);
        if (setup.kind == realtime::RoomSetup::Kind::price ||
            setup.kind == realtime::RoomSetup::Kind::game) {
            simulation().spawn(tickRoom(room));
        }
    }
    if (values().duration("ping_interval") > SimTime()) {
        simulation().spawn(pingAll());
    }
}

/// A room that is another one now begins anew; who was in it still is.
void SocketHub::parametersChanged() {
    const auto before = std::exchange(setups_, {});
    readRooms();
    for (auto& [name, live] : rooms_) {
        const auto was = before.find(name);
        const auto is = setups_.find(name);
        const realtime::RoomSetup old = was == before.end() ? realtime::RoomSetup() : was->second;
        const realtime::RoomSetup now = is == setups_.end() ? realtime::RoomSetup() : is->second;
        if (old != now) {
            live.room =
                realtime::Room(name, now, static_cast<std::size_t>(values().integer("history")));
        }
    }
    if (isRunning()) {
        beginRounds();
    }
    showState();
}

/// What was in memory is gone. The system closes the connections; a program that ends in good order
/// says so before.
void SocketHub::stopped() {
    const bool saysSo = values().boolean("says_goodbye");
    for (const MessageId id : openConnections([](const Connection&) { return true; })) {
        drop(id, saysSo ? realtime::close_code::kGoingAway : realtime::close_code::kAbnormal,
             "stopped");
    }
    rooms_.clear();
    messages_ = 0;
}

void SocketHub::receive(Message message) {
    if (std::holds_alternative<http::Request>(message.payload)) {
        simulation().spawn(serve(std::move(message)));
    } else {
        takeFrame(message);
    }
}

void SocketHub::takeFrame(Message& message) {
    auto& frame = std::get<SocketFrame>(message.payload);
    std::vector<MessageId> ids = std::move(frame.alsoTo);
    frame.alsoTo.clear();
    ids.push_back(frame.connection);
    for (const MessageId id : ids) {
        const auto found = connections_.find(id);
        if (found == connections_.end()) {
            continue; // it was closed while this was on its way
        }
        found->second.isAlive = true;
        if (frame.kind == SocketFrame::Kind::closed) {
            drop(id, realtime::close_code::kAbnormal, "lost");
        } else if (frame.frame.opcode == Opcode::close) {
            const auto close = realtime::readClose(frame.frame.payload);
            drop(id, close ? close->code : realtime::closeCodeFor(close.error()), "by-client");
        } else if (frame.frame.opcode == Opcode::text) {
            takeText(message, id, found->second);
        } else if (frame.frame.opcode == Opcode::ping) {
            SocketFrame pong = frameOf(Opcode::pong, frame.frame.payload);
            pong.connection = id;
            sendTo(message.via, message.request, message.span, std::move(pong));
        }
    }
}

void SocketHub::takeText(const Message& message, MessageId id, Connection& connection) {
    Json json = Json::parse(std::get<SocketFrame>(message.payload).frame.payload, nullptr, false);
    const std::string what = json.is_object() ? textIn(json, "do") : std::string();
    const std::string name = json.is_object() ? textIn(json, "room") : std::string();
    const SpanId span = beginSpan(message.request, message.span, what);
    if (what == "say") {
        publish(roomOf(name), said(std::move(json)), message.request, span);
    } else if (what == "join") {
        enter(id, connection, name);
    } else if (what == "leave") {
        const auto seat = std::ranges::find(
            connection.seats, name, [](const Seat& taken) { return taken.room->room.name(); });
        if (seat != connection.seats.end()) {
            leave(connection, static_cast<std::size_t>(seat - connection.seats.begin()));
        }
    } else if (what == "broadcast") {
        std::vector<std::string> names;
        std::ranges::transform(rooms_, std::back_inserter(names),
                               [](const auto& entry) { return entry.first; });
        std::ranges::sort(names); // a run must not depend on a table's order
        for (const std::string& known : names) {
            publish(roomOf(known), said(json), message.request, span);
        }
    } else {
        closeFor(message, id, realtime::close_code::kPolicyViolation, "not-understood");
    }
    endSpan(message.request, span);
}

void SocketHub::closeFor(const Message& message, MessageId id, std::uint16_t code,
                         std::string_view why) {
    record(message.request, message.span,
           CheckFailed{.check = text("socket"),
                       .reason = text(fmt::format("not-understood\n{}", code)),
                       .status = code});
    drop(id, code, why);
}

SocketHub::LiveRoom& SocketHub::roomOf(const std::string& name) {
    const auto found = rooms_.find(name);
    if (found != rooms_.end()) {
        return found->second;
    }
    const auto setup = setups_.find(name);
    const auto kept = static_cast<std::size_t>(values().integer("history"));
    const auto added = rooms_.try_emplace(
        name,
        LiveRoom{.room = realtime::Room(
                     name, setup == setups_.end() ? realtime::RoomSetup() : setup->second, kept),
                 .random = RandomStream(context().seed, key(), "room " + name),
                 .audiences = {},
                 .waiting = {}});
    showState();
    return added.first->second;
}

void SocketHub::enter(MessageId id, Connection& connection, const std::string& name) {
    LiveRoom& room = roomOf(name);
    const bool isThere = std::ranges::any_of(
        connection.seats, [&room](const Seat& seat) { return seat.room == &room; });
    if (isThere) {
        return;
    }
    auto audience = std::ranges::find_if(room.audiences, [&connection](const Audience& some) {
        return some.link == connection.link && some.isStream == connection.isStream;
    });
    if (audience == room.audiences.end()) {
        room.audiences.push_back({connection.link, connection.isStream, {}});
        audience = std::prev(room.audiences.end());
    }
    connection.seats.push_back({&room, audience->connections.size()});
    audience->connections.push_back(id);
}

/// The last one of the audience takes the place that becomes free.
void SocketHub::leave(Connection& connection, std::size_t seat) {
    const Seat left = connection.seats[seat];
    connection.seats.erase(connection.seats.begin() + static_cast<std::ptrdiff_t>(seat));
    Audience& audience =
        *std::ranges::find_if(left.room->audiences, [&connection](const Audience& some) {
            return some.link == connection.link && some.isStream == connection.isStream;
        });
    const MessageId last = audience.connections.back();
    audience.connections.pop_back();
    if (left.index == audience.connections.size()) {
        return;
    }
    audience.connections[left.index] = last;
    std::ranges::find(connections_.at(last).seats, left.room, &Seat::room)->index = left.index;
}

void SocketHub::catchUp(MessageId id, const Connection& connection, const LiveRoom& room,
                        std::uint64_t after, RequestId request) {
    for (const realtime::RoomMessage& message : room.room.after(after)) {
        SocketFrame frame =
            connection.isStream ? pieceOf(message) : frameOf(Opcode::text, message.json);
        frame.connection = id;
        sendTo(connection.link, request, SpanId::none, std::move(frame));
    }
}

/// With a close frame where the code may be sent, else without a word.
void SocketHub::drop(MessageId id, std::uint16_t code, std::string_view why) {
    const auto found = connections_.find(id);
    Connection& connection = found->second;
    SocketFrame frame;
    if (connection.isStream || !realtime::mayBeSent(code)) {
        frame.kind = SocketFrame::Kind::closed;
    } else {
        frame = frameOf(Opcode::close, realtime::closePayload({code, ""}));
    }
    frame.connection = id;
    sendTo(connection.link, RequestId::none, SpanId::none, std::move(frame));
    while (!connection.seats.empty()) {
        leave(connection, connection.seats.size() - 1);
    }
    connections_.erase(found);
    if (recorder().keepsEverything()) {
        record(RequestId::none, SpanId::none,
               CheckPassed{.check = text("socket"),
                           .reason = text(fmt::format("ended\n{}\n{}", code, why))});
    }
    showState();
}

void SocketHub::sendTo(LinkId link, RequestId request, SpanId span, SocketFrame frame) {
    Message message;
    message.request = request;
    message.span = span;
    message.payload = std::move(frame);
    port("clients").sendOver(link, std::move(message));
}

void SocketHub::publish(LiveRoom& room, Json what, RequestId request, SpanId span) {
    if (!port("keys").isConnected()) {
        deliver(room, std::move(what), now(), request, span);
        return;
    }
    what["at"] = now().ns();
    simulation().spawn(publishToAll(room.room.name(), what.dump(), request, span));
}

Process SocketHub::publishToAll(std::string room, std::string said, RequestId request,
                                SpanId span) {
    Message message;
    message.request = request;
    message.span = span;
    message.payload = KeyCommand{{"PUBLISH", std::string(kChannel) + room, std::move(said)}};
    Task<Message> call = port("keys").call(std::move(message));
    const Message answer = co_await call;
    if (std::get<KeyReply>(answer.payload).isMissing) {
        record(request, span,
               CheckFailed{.check = text("socket"),
                           .reason = text(fmt::format("not-published\n{}", room)),
                           .status = 0});
    }
}

void SocketHub::subscribe() {
    isSubscribed_ = port("keys").isConnected();
    if (!isSubscribed_) {
        return;
    }
    simulation().spawn(changeSubscriptions(
        simulation(), port("keys"), {{"PSUBSCRIBE", std::string(kChannel) + "*"}},
        [this, since = life()] { return since == life() && isSubscribed_; }));
}

void SocketHub::takePush(const Message& message) {
    const auto* push = std::get_if<KeyPush>(&message.payload);
    if (push == nullptr) {
        return;
    }
    if (push->isClosed) {
        if (push->connection == KeyCommand::kSubscribing) {
            subscribe();
        }
        return;
    }
    const auto& parts = push->reply.elements; // "pmessage", pattern, channel, text
    Json what = parts.size() == 4 ? Json::parse(parts.back().text, nullptr, false) : Json();
    if (!what.is_object()) { // somebody else's
        return;
    }
    const Json given = what.value("at", Json());
    const SimTime at =
        given.is_number_integer() ? SimTime::nanoseconds(given.get<std::int64_t>()) : now();
    what.erase("at");
    const SpanId span = beginSpan(message);
    deliver(roomOf(parts[2].text.substr(kChannel.size())), std::move(what), at, message.request,
            span);
    endSpan(message.request, span);
}

void SocketHub::deliver(LiveRoom& live, Json what, SimTime at, RequestId request, SpanId span) {
    const realtime::RoomMessage message = live.room.take(std::move(what), at);
    if (message.json.empty()) {
        return;
    }
    ++messages_;
    setGauge(kMessagesGauge, messages_);
    for (const Audience& audience : live.audiences) {
        if (audience.connections.empty()) {
            continue;
        }
        SocketFrame frame =
            audience.isStream ? pieceOf(message) : frameOf(Opcode::text, message.json);
        frame.connection = audience.connections.front();
        frame.alsoTo.assign(audience.connections.begin() + 1, audience.connections.end());
        sendTo(audience.link, request, span, std::move(frame));
    }
    for (const Message& question : std::exchange(live.waiting, {})) {
        answerMessages(question, question.span, {message});
    }
    if (port("services").isConnected()) {
        simulation().spawn(save(message.json, request, span));
    }
}

Process SocketHub::save(std::string body, RequestId request, SpanId span) {
    Message message;
    message.request = request;
    message.span = span;
    message.payload = http::Request{.method = http::Method::post,
                                    .target = values().text("save_to"),
                                    .headers = {{"Content-Type", "application/json"},
                                                {"Content-Length", std::to_string(body.size())}},
                                    .body = std::move(body)};
    Task<Message> call = port("services").call(std::move(message));
    const Message answer = co_await call;
    const int status = std::get<HttpResponseMessage>(answer.payload).response.status;
    if (status == 0 || status >= 400) {
        record(request, span,
               CheckFailed{.check = text("socket"),
                           .reason = text(fmt::format("not-saved\n{}", status)),
                           .status = static_cast<std::uint32_t>(status)});
    }
}

Process SocketHub::tickRoom(LiveRoom& live) {
    const std::uint32_t round = round_;
    const SimTime every = live.room.setup().every;
    co_await simulation().delay(every);
    while (round == round_ && isRunning()) {
        publish(live, live.room.tick(live.random), RequestId::none, SpanId::none);
        co_await simulation().delay(every);
    }
}

/// One round asks all of them, and after a while drops those that did not answer: the way that the
/// documentation of ws and Socket.IO recommend.
Process SocketHub::pingAll() {
    const std::uint32_t round = round_;
    while (true) {
        const SimTime interval = values().duration("ping_interval");
        const SimTime patience = std::min(interval, values().duration("pong_timeout"));
        co_await simulation().delay(interval - patience);
        if (round != round_ || !isRunning()) {
            co_return;
        }
        ping();
        co_await simulation().delay(patience);
        if (round != round_ || !isRunning()) {
            co_return;
        }
        dropTheSilent();
    }
}

void SocketHub::ping() {
    std::map<LinkId, std::vector<MessageId>> byLink;
    for (auto& [id, connection] : connections_) {
        if (!connection.isStream) {
            connection.isAlive = false;
            byLink[connection.link].push_back(id);
        }
    }
    for (auto& [link, ids] : byLink) {
        std::ranges::sort(ids);
        SocketFrame frame = frameOf(Opcode::ping, "");
        frame.connection = ids.front();
        frame.alsoTo.assign(ids.begin() + 1, ids.end());
        sendTo(link, RequestId::none, SpanId::none, std::move(frame));
    }
}

void SocketHub::dropTheSilent() {
    std::vector<MessageId> silent;
    for (const auto& [id, connection] : connections_) {
        if (!connection.isAlive) {
            silent.push_back(id);
        }
    }
    std::ranges::sort(silent);
    for (const MessageId id : silent) {
        drop(id, realtime::close_code::kAbnormal, "silent");
    }
}

void SocketHub::showState() {
    setGauge(kSocketsGauge, static_cast<std::int64_t>(connections_.size()),
             values().integer("most_sockets"));
    setGauge(kRoomsGauge, static_cast<std::int64_t>(rooms_.size()));
}

bool SocketHub::neverRests() const {
    const bool hasTicks = std::ranges::any_of(setups_, [](const auto& room) {
        return room.second.kind == realtime::RoomSetup::Kind::price ||
               room.second.kind == realtime::RoomSetup::Kind::game;
    });
    return isRunning() && (hasTicks || values().duration("ping_interval") > SimTime());
}

} // namespace roundtrip
