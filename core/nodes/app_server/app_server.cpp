#include "core/nodes/app_server/app_server.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kWorkersGauge = 0;
constexpr std::size_t kQueueGauge = 1;

std::string parameterLine(const nlohmann::json& parameters) {
    std::string line;
    for (const auto& [name, value] : parameters.items()) {
        line += fmt::format("{}{} = {}", line.empty() ? "" : ", ", name, value.dump());
    }
    return line;
}

/// A JSON body's members join the handler's values, but none takes the place of a route's
/// parameter; anything else is no error here.
void addBody(const std::string& body, nlohmann::json& values) {
    nlohmann::json parsed = nlohmann::json::parse(body, nullptr, false);
    if (parsed.is_object()) {
        parsed.update(values);
        values = std::move(parsed);
    }
}

/// Says how long the body is, and drops it where HTTP allows none: RFC 9110 sections 8.6, 9.3.2,
/// 15.3.5 and 15.4.5.
void finishContent(http::Method method, http::Response& response) {
    const bool hasNoContent = response.status == 204 || response.status == 304;
    if (hasNoContent) {
        response.headers.remove("Content-Type");
        response.headers.remove("Content-Length");
    } else {
        response.headers.set("Content-Length", fmt::format("{}", response.body.size()));
    }
    if (hasNoContent || method == http::Method::head) {
        response.body.clear();
    }
}

} // namespace

AppServer::AppServer(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      workers_(context.simulation, static_cast<int>(values().integer("workers"))),
      statistics_(static_cast<int>(values().integer("workers"))) {
    readRoutesAgain();
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

Process AppServer::serve(Message message) {
    const auto& request = std::get<http::Request>(message.payload);
    Handling handling{.message = message,
                      .span = beginSpan(message.request, message.span, titleOf(message.payload))};
    if (workers_.busy() >= workers_.servers()) {
        record(message.request, handling.span,
               WorkQueued{.ahead = static_cast<std::uint32_t>(workers_.queueLength())});
        setGauge(kQueueGauge, static_cast<std::int64_t>(workers_.queueLength()) + 1);
    }
    const SimTime arrivedAt = now();
    statistics_.arrived(arrivedAt);
    Permit worker = co_await workers_.acquire();
    statistics_.started(now(), now() - arrivedAt);
    showWorkers();
    record(message.request, handling.span,
           WorkStarted{.waited = now() - arrivedAt,
                       .busy = static_cast<std::uint32_t>(workers_.busy()),
                       .workers = static_cast<std::uint32_t>(workers_.servers())});
    co_await simulation().delay(values().duration("overhead"));
    const auto routes = routes_; // a change meanwhile is for the next request
    const RouteMatch match = matchRoute(*routes, request.method, http::pathOf(request.target));
    recordMatch(handling, match);
    if (match.route == nullptr) {
        handling.response.status = match.status;
        if (!match.allowed.empty()) {
            handling.response.headers.set("Allow", match.allowed);
        }
    } else {
        handling.values = match.parameters;
        addBody(request.body, handling.values);
        Task<> handled = handle(*match.route, handling);
        co_await handled;
    }
    worker.release();
    statistics_.departed(now(), now() - arrivedAt);
    showWorkers();
    http::Response& response = handling.response;
    finishContent(request.method, response);
    record(message.request, handling.span,
           ResponseBuilt{.status = static_cast<std::uint32_t>(response.status),
                         .bytes = static_cast<std::uint32_t>(response.body.size())});
    endSpan(message.request, handling.span, response.status >= 400);
    port("clients").reply(message, handling.span,
                          HttpResponseMessage{response, std::move(handling.provenance)});
}

Task<> AppServer::handle(const Route& route, Handling& handling) {
    Task<> blocks = runBlocks(route.handler, handling);
    co_await blocks;
    if (!handling.isAnswered) {
        respond(HandlerBlock{.kind = HandlerBlock::Kind::respond}, handling);
    }
}

Task<> AppServer::runBlocks(const std::vector<HandlerBlock>& blocks, Handling& handling) {
    for (const HandlerBlock& block : blocks) {
        if (handling.isAnswered) {
            break;
        }
        switch (block.kind) {
        case HandlerBlock::Kind::cacheGet: {
            Task<> step = cacheGet(block, handling);
            co_await step;
            break;
        }
        case HandlerBlock::Kind::cacheSet:
        case HandlerBlock::Kind::cacheDelete: {
            Task<> step = cacheWrite(block, handling);
            co_await step;
            break;
        }
        case HandlerBlock::Kind::query: {
            Task<> step = query(block, handling);
            co_await step;
            break;
        }
        case HandlerBlock::Kind::compute:
            co_await simulation().delay(block.time);
            record(handling.message.request, handling.span, Computed{.took = block.time});
            break;
        case HandlerBlock::Kind::respond:
            respond(block, handling);
            break;
        }
    }
}

Message AppServer::ask(const Handling& handling, Payload payload) const {
    Message message;
    message.request = handling.message.request;
    message.span = handling.span;
    message.payload = std::move(payload);
    return message;
}

bool AppServer::usesCache() {
    return values().boolean("use_cache") && port("cache").isConnected();
}

Task<> AppServer::cacheGet(const HandlerBlock& block, Handling& handling) {
    if (usesCache()) {
        CacheCommand command;
        command.key = filledIn(block.key, handling.values);
        Task<Message> call = port("cache").call(ask(handling, std::move(command)));
        Message answer = co_await call;
        auto& reply = std::get<CacheReply>(answer.payload);
        if (reply.found) {
            handling.result = std::move(reply.value);
            handling.provenance = std::move(reply.provenance);
            co_return;
        }
    }
    Task<> otherwise = runBlocks(block.otherwise, handling);
    co_await otherwise;
}

Task<> AppServer::cacheWrite(const HandlerBlock& block, Handling& handling) {
    const bool deletes = block.kind == HandlerBlock::Kind::cacheDelete;
    if (!usesCache() || (deletes && !values().boolean("invalidate_on_write"))) {
        co_return;
    }
    CacheCommand command;
    command.kind = deletes ? CacheCommand::Kind::remove : CacheCommand::Kind::set;
    command.key = filledIn(block.key, handling.values);
    if (!deletes) {
        command.value = handling.result;
        command.ttl = block.ttl;
        command.provenance = handling.provenance;
    }
    Task<Message> call = port("cache").call(ask(handling, std::move(command)));
    const Message answer = co_await call;
}

Task<> AppServer::query(const HandlerBlock& block, Handling& handling) {
    if (!port("database").isConnected()) {
        fail(handling, 500, "no-database");
        co_return;
    }
    SqlCommand command{block.sql, handling.values};
    Task<Message> call = port("database").call(ask(handling, std::move(command)));
    Message answer = co_await call;
    auto& reply = std::get<SqlReply>(answer.payload);
    const bool isRead = reply.changedRows == 0;
    if (!reply.error.empty()) {
        fail(handling, 500, reply.error);
    } else if (isRead && reply.rows.empty()) {
        fail(handling, 404, "no-row");
    } else if (isRead) {
        handling.result = reply.rows.size() == 1 ? reply.rows[0].dump() : reply.rows.dump();
        handling.provenance = std::move(reply.provenance);
    }
}

void AppServer::respond(const HandlerBlock& block, Handling& handling) {
    handling.isAnswered = true;
    handling.response.status = block.status;
    handling.response.headers = block.headers;
    if (!handling.result.empty()) {
        handling.response.headers.set("Content-Type", "application/json");
        handling.response.body = handling.result;
    }
}

void AppServer::fail(Handling& handling, int status, std::string_view reason) {
    record(handling.message.request, handling.span,
           HandlerFailed{.reason = text(reason), .status = static_cast<std::uint32_t>(status)});
    handling.isAnswered = true;
    handling.response.status = status;
    handling.response.headers.set("Content-Type", "application/problem+json");
    handling.response.body =
        nlohmann::json{{"status", status}, {"title", http::reasonPhrase(status)}}.dump();
}

void AppServer::recordMatch(const Handling& handling, const RouteMatch& match) {
    const RequestId request = handling.message.request;
    if (!recorder().keeps(request) && match.route != nullptr) {
        return;
    }
    const TextId others = text(fmt::format("{}", fmt::join(match.others, "\n")));
    if (match.route == nullptr) {
        const auto& asked = std::get<http::Request>(handling.message.payload);
        record(request, handling.span,
               RouteMissed{.target = text(asked.target),
                           .others = others,
                           .status = static_cast<std::uint32_t>(match.status)});
        return;
    }
    record(request, handling.span,
           RouteMatched{.pattern = text(match.route->pattern.text()),
                        .parameters = text(parameterLine(match.parameters)),
                        .others = others});
}

void AppServer::parametersChanged() {
    workers_.setServers(static_cast<int>(values().integer("workers")));
    readRoutesAgain();
    showWorkers();
}

void AppServer::readRoutesAgain() {
    Problems problems;
    routes_ = std::make_shared<const std::vector<Route>>(
        readRoutes(values().value("routes"), "", problems));
}

void AppServer::showWorkers() const {
    setGauge(kWorkersGauge, workers_.busy(), workers_.servers());
    setGauge(kQueueGauge, static_cast<std::int64_t>(workers_.queueLength()));
}

} // namespace roundtrip
