#include "core/nodes/key_value_store/key_value_store_node.h"

#include "core/kernel/text.h"
#include "core/kernel/text_marker.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kKeysGauge = 0;

/// Each link carries two connections.
KeyValueServer::ClientId clientOf(LinkId link, std::uint32_t connection) {
    return KeyValueServer::ClientId{indexOf(link)} * 2 + connection;
}

LinkId linkOf(KeyValueServer::ClientId client) {
    return static_cast<LinkId>(client / 2);
}

std::uint32_t connectionOf(KeyValueServer::ClientId client) {
    return static_cast<std::uint32_t>(client % 2);
}

bool isPublish(const KeyCommand& command) {
    return !command.words.empty() && equalsIgnoringCase(command.words.front(), "publish");
}

} // namespace

KeyValueStoreNode::KeyValueStoreNode(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), thread_(context.simulation, 1) {
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

Process KeyValueStoreNode::serve(Message message) {
    const auto& command = std::get<KeyCommand>(message.payload);
    const SpanId span = beginSpan(message);
    const std::uint32_t since = life();
    Permit thread = co_await thread_.acquire();
    co_await busyFor(values().duration("operation_time"));
    if (since != life()) {
        co_return;
    }
    KeyValueServer::Result result =
        server_.execute(command.words, clientOf(message.via, command.connection), now());
    thread.release();
    KeyValueReply reply = result.replies.size() == 1
                              ? std::move(result.replies.front())
                              : KeyValueReply::array(std::move(result.replies));
    recordReply(reply, message, span);
    if (isPublish(command) && !reply.isError()) {
        publish(result, message, span);
    }
    showKeys();
    endSpan(message.request, span, reply.isError());
    port("clients").reply(message, span, KeyReply{std::move(reply), Provenance{now(), {}, id()}});
}

void KeyValueStoreNode::recordReply(const KeyValueReply& reply, const Message& message,
                                    SpanId span) const {
    if (!recorder().keeps(message.request) && !reply.isError()) {
        return;
    }
    const auto& words = std::get<KeyCommand>(message.payload).words;
    const TextId check = text("keys");
    const TextId reason = text(fmt::format("{}\n{}", fmt::join(words, " "), oneLine(reply)));
    if (reply.isError()) {
        record(message.request, span, CheckFailed{.check = check, .reason = reason, .status = 0});
    } else {
        record(message.request, span, CheckPassed{.check = check, .reason = reason});
    }
}

void KeyValueStoreNode::publish(const KeyValueServer::Result& result, const Message& message,
                                SpanId span) {
    const std::string& channel = std::get<KeyCommand>(message.payload).words[1];
    const TextId check = text("publish");
    if (result.deliveries.empty()) {
        record(message.request, span,
               CheckFailed{.check = check, .reason = text("nobody\n" + channel), .status = 0});
    } else {
        record(message.request, span,
               CheckPassed{.check = check,
                           .reason = text(fmt::format("received\n{}\n{}", channel,
                                                      result.deliveries.size()))});
    }
    for (const auto& delivery : result.deliveries) {
        Message push;
        push.request = message.request;
        push.span = span;
        push.payload = KeyPush{delivery.message, connectionOf(delivery.client)};
        port("clients").sendOver(linkOf(delivery.client), std::move(push));
    }
}

/// Its connections end, and with them their subscriptions.
void KeyValueStoreNode::linkLeaves(const Port& /*port*/, LinkId link) {
    for (const std::uint32_t connection : {0U, 1U}) {
        server_.execute({"UNSUBSCRIBE"}, clientOf(link, connection), now());
        server_.execute({"PUNSUBSCRIBE"}, clientOf(link, connection), now());
    }
}

void KeyValueStoreNode::stopped() {
    thread_.restart();
    const std::size_t keys = server_.store().size();
    const bool persists = values().boolean("persists");
    const auto reason = text(fmt::format("{}\n{}", persists ? "kept" : "lost", keys));
    const auto closed = // what is on the disk is read at the next start
        server_.restart(persists ? server_.store().snapshot() : KeyValueStore::Snapshot());
    if (persists) {
        record(RequestId::none, SpanId::none,
               CheckPassed{.check = text("restart"), .reason = reason});
    } else {
        record(RequestId::none, SpanId::none,
               CheckFailed{.check = text("restart"), .reason = reason, .status = 0});
    }
    for (const auto client : closed) {
        Message push;
        push.payload = KeyPush{{}, connectionOf(client), true};
        port("clients").sendOver(linkOf(client), std::move(push));
    }
    showKeys();
}

void KeyValueStoreNode::showKeys() const {
    setGauge(kKeysGauge, static_cast<std::int64_t>(server_.store().size()));
}

NodeKind keyValueStoreKind() {
    NodeKind kind;
    kind.id = "key_value_store";
    kind.name = ROUNDTRIP_TEXT("parts", "Key-value store");
    kind.help = ROUNDTRIP_TEXT("parts", "Keeps texts, counters, hashes, lists and rankings in "
                                        "memory, each under its key, as Redis does.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The cloakroom with its numbers");
    kind.category = Category::data;
    kind.ports = {{"clients", PortInfo::Direction::in, "keys"}};
    kind.parameters = {
        {.name = "operation_time",
         .label = ROUNDTRIP_TEXT("parameters", "Time of an operation"),
         .help = ROUNDTRIP_TEXT("parameters", "How long one command takes; they run one by one."),
         .type = ParameterType::duration,
         .fallback = "0.02 ms",
         .least = 0.0,
         .most = 10.0},
        {.name = "persists",
         .label = ROUNDTRIP_TEXT("parameters", "Writes to disk"),
         .help = ROUNDTRIP_TEXT("parameters", "Without it a restart loses everything."),
         .type = ParameterType::boolean,
         .fallback = false},
    };
    kind.gauges = {{"keys", ROUNDTRIP_TEXT("gauges", "keys: {value}")}};
    kind.price = {.base = 0.06};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<KeyValueStoreNode>(*findKind("key_value_store"), context,
                                                   std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
