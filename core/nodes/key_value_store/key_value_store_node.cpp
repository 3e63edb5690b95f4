#include "core/nodes/key_value_store/key_value_store_node.h"

#include "core/nodes/text_marker.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kKeysGauge = 0;

} // namespace

KeyValueStoreNode::KeyValueStoreNode(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), thread_(context.simulation, 1) {
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

Process KeyValueStoreNode::serve(Message message) {
    const auto& words = std::get<KeyCommand>(message.payload).words;
    const SpanId span = beginSpan(message.request, message.span, titleOf(message.payload));
    Permit thread = co_await thread_.acquire();
    co_await simulation().delay(values().duration("operation_time"));
    KeyValueReply reply = store_.execute(words, now());
    thread.release();
    const TextId check = text("keys");
    const TextId reason = text(fmt::format("{}\n{}", fmt::join(words, " "), oneLine(reply)));
    if (reply.isError()) {
        record(message.request, span, CheckFailed{.check = check, .reason = reason, .status = 0});
    } else {
        record(message.request, span, CheckPassed{.check = check, .reason = reason});
    }
    showKeys();
    endSpan(message.request, span, reply.isError());
    port("clients").reply(message, span, KeyReply{std::move(reply), Provenance{now(), {}, id()}});
}

void KeyValueStoreNode::performOwn(const std::string& action, const ParameterValues&) {
    if (action != "restart") {
        return;
    }
    const std::size_t keys = store_.size();
    if (values().boolean("persists")) {
        store_.restore(store_.snapshot());
        record(
            RequestId::none, SpanId::none,
            CheckPassed{.check = text("restart"), .reason = text(fmt::format("kept\n{}", keys))});
    } else {
        store_.restore({});
        record(RequestId::none, SpanId::none,
               CheckFailed{.check = text("restart"),
                           .reason = text(fmt::format("lost\n{}", keys)),
                           .status = 0});
    }
    showKeys();
}

void KeyValueStoreNode::showKeys() const {
    setGauge(kKeysGauge, static_cast<std::int64_t>(store_.size()));
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
    kind.gauges = {{"keys", ROUNDTRIP_TEXT("gauges", "{value} keys")}};
    kind.actions = {{"restart", ROUNDTRIP_TEXT("actions", "Restart"), {}}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<KeyValueStoreNode>(*findKind("key_value_store"), context,
                                                   std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
