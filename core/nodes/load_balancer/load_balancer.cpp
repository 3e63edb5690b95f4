#include "core/nodes/load_balancer/load_balancer.h"

#include "core/http/cookie.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

LoadBalancer::LoadBalancer(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), relay_(port("clients"), port("servers")),
      random_(context.seed, key(), "choice") {
    port("clients").setReceiver([this](Message message) { receive(std::move(message)); });
    port("servers").setReceiver([this](Message message) {
        if (std::holds_alternative<SocketFrame>(message.payload)) {
            simulation().spawn(relayLater(std::move(message)));
        }
    });
}

void LoadBalancer::receive(Message message) {
    if (std::holds_alternative<SocketFrame>(message.payload)) {
        relay_.fromClient(message);
    } else {
        simulation().spawn(serve(std::move(message)));
    }
}

/// What a server sends right behind the answer that opens a line may be here before that was read.
Process LoadBalancer::relayLater(Message message) {
    co_await simulation().delay(SimTime());
    relay_.fromServer(message);
}

void LoadBalancer::start() {
    meetServers();
    watchAll();
    showState();
}

/// One that comes back is taken as it was when it went.
bool LoadBalancer::meetServers() {
    const std::vector<NodeId> peers = port("servers").peers();
    bool hasOthers = false;
    for (const NodeId node : peers) {
        if (std::ranges::find(servers_, node, &Server::node) == servers_.end()) {
            servers_.push_back({.node = node, .name = std::string(context().keyOf(node))});
            hasOthers = true;
        }
    }
    for (Server& server : servers_) {
        const bool isGone = std::ranges::find(peers, server.node) == peers.end();
        hasOthers |= isGone != std::exchange(server.isGone, isGone);
    }
    std::vector<std::string_view> names;
    std::ranges::transform(servers_, std::back_inserter(names), &Server::name);
    ring_ = HashRing(names);
    return hasOthers;
}

void LoadBalancer::linkLeaves(const Port& /*port*/, LinkId link) {
    relay_.closeOver(link);
}

void LoadBalancer::linksChanged() {
    if (meetServers()) {
        watchAll();
        showState();
    }
}

void LoadBalancer::started() {
    for (Server& server : servers_) {
        server = {.node = server.node, .name = std::move(server.name), .isGone = server.isGone};
    }
    inFlight_ = 0;
    next_ = 0;
    watchAll();
    showState();
}

void LoadBalancer::parametersChanged() {
    watchAll();
    showState();
}

Process LoadBalancer::serve(Message message) {
    const std::uint32_t since = life();
    Forwarding forwarding{.message = message,
                          .request = std::get<http::Request>(message.payload),
                          .span = beginSpan(message),
                          .tried = std::vector<bool>(servers_.size()),
                          .line = {}};
    ++inFlight_;
    showState();
    co_await busyFor(values().duration("overhead"));
    Task<HttpResponseMessage> forwarded = forward(forwarding);
    HttpResponseMessage answer = co_await forwarded;
    if (since != life()) {
        co_return;
    }
    --inFlight_;
    showState();
    endSpan(message.request, forwarding.span, answer.response.status >= 500);
    if (LineRelay::opensLine(answer.response)) {
        relay_.join({message.via, message.call}, forwarding.line);
    }
    port("clients").reply(message, forwarding.span, std::move(answer));
}

/// Asks servers until one answers, or there is none left that may be asked.
Task<HttpResponseMessage> LoadBalancer::forward(Forwarding& forwarding) {
    const std::uint32_t since = life();
    const std::int64_t tries = 1 + values().integer("next_tries");
    for (std::int64_t i = 0; i < tries && since == life(); ++i) {
        Server* server = choose(forwarding);
        if (server == nullptr) {
            break;
        }
        const auto place = static_cast<std::size_t>(
            std::ranges::find(servers_, server->node, &Server::node) - servers_.begin());
        forwarding.tried.resize(servers_.size());
        forwarding.tried[place] = true;
        const SimTime askedAt = now();
        Task<std::optional<Message>> asked = ask(*server, forwarding);
        std::optional<Message> answer = co_await asked;
        HttpResponseMessage* got = httpAnswer(answer);
        if (statusOf(got) > 0) {
            noteAnswer(*server, true, "");
            forwarding.line = {answer->via, answer->inReplyTo};
            if (values().text("sticky") == "cookie") {
                const http::Cookie cookie{
                    .name = values().text("cookie"), .value = server->name, .isHttpOnly = true};
                got->response.headers.add("Set-Cookie", http::toText(cookie));
            }
            co_return std::move(*got);
        }
        const std::string what = failureOf(got, now() - askedAt);
        record(forwarding.message.request, forwarding.span,
               CheckFailed{.check = text("balance"),
                           .reason = text(fmt::format("no-answer\n{}\n{}", server->name, what)),
                           .status = 0});
        noteAnswer(*server, false, what);
        const bool wasNotTaken = got != nullptr && got->failure == "refused";
        if (!wasNotTaken && !http::isIdempotent(forwarding.request.method)) {
            co_return refuse(forwarding, "not-again", got == nullptr ? 504 : 502);
        }
        if (i + 1 == tries) {
            co_return refuse(forwarding, "no-more-tries", got == nullptr ? 504 : 502);
        }
    }
    co_return refuse(forwarding, "no-server", 503);
}

Task<std::optional<Message>> LoadBalancer::ask(Server& server, const Forwarding& forwarding) {
    Message onward;
    onward.request = forwarding.message.request;
    onward.span = forwarding.span;
    onward.payload = forwarding.request;
    ++server.inFlight;
    Task<std::optional<Message>> call =
        port("servers").callWithin(server.node, std::move(onward), values().duration("timeout"));
    std::optional<Message> answer = co_await call;
    --server.inFlight;
    co_return answer;
}

HttpResponseMessage LoadBalancer::refuse(const Forwarding& forwarding, std::string_view reason,
                                         int status) {
    record(forwarding.message.request, forwarding.span,
           CheckFailed{.check = text("balance"),
                       .reason = text(fmt::format("{}\n{}", reason, status)),
                       .status = static_cast<std::uint32_t>(status)});
    HttpResponseMessage answer;
    answer.response.status = status;
    answer.response.headers.set("Content-Length", "0");
    return answer;
}

} // namespace roundtrip
