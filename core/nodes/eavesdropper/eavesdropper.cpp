#include "core/nodes/eavesdropper/eavesdropper.h"

#include "core/kernel/text_marker.h"
#include "core/nodes/eavesdropper/secrets_in_message.h"

#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kFoundGauge = 0;

} // namespace

void Eavesdropper::listen() {
    if (link_ != nullptr) {
        link_->setTap({});
    }
    const std::string& wanted = values().text("link");
    link_ = context().linkOf(wanted);
    if (link_ != nullptr) {
        link_->setTap([this](const Message& message) { hear(message); });
    } else if (!wanted.empty()) {
        record(RequestId::none, SpanId::none,
               HandlerFailed{.reason = text("no-link\n" + wanted), .status = 0});
    }
}

void Eavesdropper::linksChanged() {
    if (context().linkOf(values().text("link")) != link_) {
        listen();
    }
}

void Eavesdropper::retired() {
    if (link_ != nullptr) {
        link_->setTap({});
        link_ = nullptr;
    }
}

void Eavesdropper::hear(const Message& message) {
    const auto* request = std::get_if<http::Request>(&message.payload);
    if (request == nullptr && !std::holds_alternative<HttpResponseMessage>(message.payload)) {
        return;
    }
    const std::string wire = wireText(message.payload);
    std::string lines;
    if (!message.isSealed) {
        if (request != nullptr && !http::isSafe(request->method)) { // worth sending again
            handOn(message, {"request", titleOf(message.payload), wire});
        }
        for (const Loot& loot : secretsIn(message.payload)) {
            lines += (lines.empty() ? "" : "\n") + lineOf(loot);
            if (known_.emplace(loot.kind, loot.name, loot.value).second) {
                setGauge(kFoundGauge, static_cast<std::int64_t>(known_.size()));
                handOn(message, loot);
            }
        }
    }
    record(message.request, message.span,
           Overheard{.found = text(lines),
                     .bytes = static_cast<std::uint32_t>(wire.size()),
                     .isSealed = message.isSealed ? 1U : 0U});
}

void Eavesdropper::handOn(const Message& message, const Loot& loot) {
    if (!port("loot").isConnected()) {
        return;
    }
    Message handed;
    handed.request = message.request;
    handed.span = message.span;
    handed.payload = loot;
    port("loot").send(std::move(handed));
}

NodeKind eavesdropperKind() {
    NodeKind kind;
    kind.id = "eavesdropper";
    kind.name = ROUNDTRIP_TEXT("parts", "Eavesdropper");
    kind.help = ROUNDTRIP_TEXT("parts", "Sits on a link and reads what is not sealed: passwords, "
                                        "cookies, tokens. Of sealed messages it sees the size.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "Somebody who reads postcards on the way");
    kind.category = Category::security;
    kind.ports = {{"loot", PortInfo::Direction::out, "loot"}};
    kind.parameters = {
        {.name = "link",
         .label = ROUNDTRIP_TEXT("parameters", "Link"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Which one it listens to, by its ends: \"browser->app\"."),
         .fallback = ""},
    };
    kind.gauges = {{"found", ROUNDTRIP_TEXT("gauges", "secrets overheard: {value}")}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Eavesdropper>(*findKind("eavesdropper"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
