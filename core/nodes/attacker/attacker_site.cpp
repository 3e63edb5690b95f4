#include "core/http/cookie.h"
#include "core/http/form.h"
#include "core/nodes/attacker/attacker.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ranges>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kFoundGauge = 0;

/// For a value in double quotes.
std::string attributeText(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        result += letter == '&'   ? "&amp;"
                  : letter == '"' ? "&quot;"
                  : letter == '<' ? "&lt;"
                                  : std::string(1, letter);
    }
    return result;
}

} // namespace

Attacker::Attacker(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)) {
    port("loot").setReceiver([this](Message message) { take(std::get<Loot>(message.payload)); });
    port("visitors").setReceiver([this](Message message) {
        simulation().spawn(serve(std::move(message)));
    });
}

/// Sends a request as a trip of its own, to the first that it is joined to or to that part, and
/// waits for the answer; nothing, and a fact, when there is nobody to attack.
Task<std::optional<Attacker::Answer>> Attacker::ask(http::Request request, std::string part) {
    const RequestId trip = recorder().nextRequest();
    const SpanId span = recorder().nextSpan();
    const SimTime startedAt = now();
    record(trip, span,
           RequestStarted{.method = text(http::toString(request.method)),
                          .target = text(request.target)});
    record(trip, span, SpanStarted{.name = text("attack")});
    std::optional<http::Response> response;
    const NodeId to = part.empty() ? port("target").firstPeer() : context().nodeOf(part);
    if (port("target").isConnectedTo(to)) {
        request.headers.set("Host", part.empty() ? values().text("target_site") : part);
        if (!request.body.empty()) {
            request.headers.set("Content-Length", fmt::format("{}", request.body.size()));
        }
        Message message;
        message.request = trip;
        message.span = span;
        message.payload = std::move(request);
        Task<Message> call = port("target").callTo(to, std::move(message));
        Message answer = co_await call;
        response = std::move(std::get<HttpResponseMessage>(answer.payload).response);
    } else {
        record(trip, span, HandlerFailed{.reason = text("no-server"), .status = 0});
    }
    const int status = response ? response->status : 0;
    endSpan(trip, span, status == 0 || status >= 400);
    recorder().requestFinished(now(), id(), trip, span,
                               RequestFinished{.startedAt = startedAt,
                                               .status = static_cast<std::uint32_t>(status),
                                               .answeredBy = NodeId::none});
    co_return response ? std::optional<Answer>(Answer{trip, std::move(*response)}) : std::nullopt;
}

Process Attacker::serve(Message message) {
    const auto& request = std::get<http::Request>(message.payload);
    const SpanId span = beginSpan(message);
    http::Response response;
    const std::string_view path = http::pathOf(request.target);
    if (path == "/evil") {
        showTrap(response);
    } else if (path == "/steal") {
        collect(request, message);
        response.status = 204;
    } else {
        response.status = 404;
    }
    if (response.status != 204) {
        response.headers.set("Content-Length", fmt::format("{}", response.body.size()));
    }
    record(message.request, span,
           ResponseBuilt{.status = static_cast<std::uint32_t>(response.status),
                         .bytes = static_cast<std::uint32_t>(response.body.size())});
    endSpan(message.request, span, response.status >= 400);
    port("visitors").reply(message, span, HttpResponseMessage{response, {}});
    co_return;
}

/// A page that makes the visitor's browser send a form to another site: CSRF.
void Attacker::showTrap(http::Response& response) const {
    std::string inputs;
    for (const auto& [name, value] : http::readForm(values().text("csrf_body"))) {
        inputs += fmt::format("<input type=\"hidden\" name=\"{}\" value=\"{}\">\n",
                              attributeText(name), attributeText(value));
    }
    response.headers.set("Content-Type", "text/html; charset=utf-8");
    response.body = fmt::format("<h1>You have won!</h1>\n"
                                "<body onload=\"document.forms[0].submit()\">\n"
                                "<form action=\"https://{}{}\" method=\"post\">\n{}</form>\n"
                                "</body>",
                                attributeText(values().text("target_site")),
                                attributeText(values().text("csrf_path")), inputs);
}

/// What a script in somebody's page sent: "/steal?c=session=abc; theme=dark".
void Attacker::collect(const http::Request& request, const Message& message) {
    for (const auto& [field, cookies] : http::readForm(http::queryOf(request.target))) {
        for (const auto& [name, value] : http::parseCookies(cookies)) {
            take({"cookie", name, value});
            record(message.request, message.span,
                   CheckPassed{.check = text("attack"),
                               .reason = text(fmt::format("cookie-stolen\n{}\n{}", name, value))});
        }
    }
}

void Attacker::take(const Loot& loot) {
    if (loot.kind == "request") { // only the latest is sent again
        std::erase_if(loot_, [](const Loot& each) { return each.kind == "request"; });
    }
    loot_.push_back(loot);
    const auto secrets =
        std::ranges::count_if(loot_, [](const Loot& each) { return each.kind != "request"; });
    setGauge(kFoundGauge, secrets);
    if (loot.kind == "code" && ambush_) {
        simulation().spawn(redeemCode(*std::exchange(ambush_, std::nullopt), loot.value));
    }
}

const Loot* Attacker::last(std::string_view kind, std::string_view name) const {
    const auto latestFirst = loot_ | std::views::reverse;
    const auto found = std::ranges::find_if(latestFirst, [kind, name](const Loot& loot) {
        return loot.kind == kind && (name.empty() || loot.name == name);
    });
    return found == latestFirst.end() ? nullptr : &*found;
}

/// The latest of each name.
std::string Attacker::stolenCookies() const {
    std::map<std::string, std::string> cookies;
    for (const Loot& loot : loot_) {
        if (loot.kind == "cookie") {
            cookies[loot.name] = loot.value;
        }
    }
    std::string field;
    for (const auto& [name, value] : cookies) {
        field += fmt::format("{}{}={}", field.empty() ? "" : "; ", name, value);
    }
    return field;
}

void Attacker::succeed(RequestId trip, const std::string& reason) const {
    record(trip, SpanId::none, CheckPassed{.check = text("attack"), .reason = text(reason)});
}

void Attacker::giveUp(RequestId trip, const std::string& reason, int status) const {
    record(trip, SpanId::none,
           CheckFailed{.check = text("attack"),
                       .reason = text(reason),
                       .status = static_cast<std::uint32_t>(status)});
}

} // namespace roundtrip
