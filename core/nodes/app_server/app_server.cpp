#include "core/nodes/app_server/app_server.h"

#include "core/http/form.h"
#include "core/nodes/app_server/gauges.h"
#include "core/nodes/app_server/program.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip {

namespace {

constexpr SimTime kRefreshLife = SimTime::seconds(14 * 86'400);

/// The parameters that make the program.
constexpr std::array<const char*, 9> kProgramParameters{"framework",  "middleware",    "routes",
                                                        "versions",   "subscriptions", "templates",
                                                        "autoescape", "models",        "tasks"};

std::string parameterLine(const nlohmann::json& parameters) {
    std::string line;
    for (const auto& [name, value] : parameters.items()) {
        line += fmt::format("{}{} = {}", line.empty() ? "" : ", ", name, value.dump());
    }
    return line;
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

/// Switched off, a whole page is written without escaping, as by frameworks that do not.
AppProgram::ByText<Template> readTemplates(const nlohmann::json& sources, bool escapes) {
    const auto sourceOf = [sources, escapes](std::string_view name) -> std::optional<std::string> {
        const auto found = sources.find(std::string(name));
        if (found == sources.end() || !found->is_string()) {
            return std::nullopt;
        }
        const auto& source = found->get_ref<const std::string&>();
        const bool isChild = source.find("{% extends") != std::string::npos;
        return escapes || isChild ? source
                                  : "{% autoescape off %}" + source + "{% endautoescape %}";
    };
    AppProgram::ByText<Template> templates;
    for (const auto& [name, source] : sources.items()) {
        templates.emplace(name, Template::parse(*sourceOf(name), sourceOf));
    }
    return templates;
}

} // namespace

AppServer::AppServer(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      workers_(context.simulation, static_cast<int>(values().integer("workers"))),
      statistics_(static_cast<int>(values().integer("workers"))),
      pool_(context.simulation, static_cast<int>(values().integer("pool_size"))),
      secrets_(context.seed, key(), "secrets"), computing_(context.seed, key(), "computing"),
      jitter_(context.seed, key(), "retry jitter"), sessions_(kRefreshLife, kRefreshLife),
      refreshes_(kRefreshLife, kRefreshLife),
      guard_(static_cast<int>(values().integer("lockout_attempts")),
             values().duration("lockout_time")),
      taskDurations_(context.seed, key(), "task durations"),
      taskFailures_(context.seed, key(), "task failures") {
    readProgram();
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
    port("keys").setReceiver([this](Message message) { takePush(std::move(message)); });
}

void AppServer::start() {
    showWorkers();
    showPool();
    listen();
}

AppServer::~AppServer() = default;

Process AppServer::serve(Message message) {
    const auto& request = std::get<http::Request>(message.payload);
    const auto program = program_; // a change meanwhile is for the next request
    Handling handling{.message = message,
                      .request = request,
                      .program = *program,
                      .span = beginSpan(message),
                      .life = life()};
    const SimTime arrivedAt = now();
    Task<Permit> waiting = takeWorker(message.request, handling.span);
    Permit worker = co_await waiting;
    co_await busyFor(values().duration("overhead"));
    Task<> answered = answer(*program, handling);
    co_await answered;
    returnWorker(worker, arrivedAt);
    http::Response& response = handling.response;
    finishContent(request.method, response);
    if (response.body.empty()) {
        handling.provenance.rows.clear(); // it shows no data that could be old
    }
    record(message.request, handling.span,
           ResponseBuilt{.status = static_cast<std::uint32_t>(response.status),
                         .bytes = static_cast<std::uint32_t>(response.body.size())});
    endSpan(message.request, handling.span, response.status >= 400);
    port("clients").reply(message, handling.span,
                          HttpResponseMessage{response, std::move(handling.provenance)});
}

Task<Permit> AppServer::takeWorker(RequestId request, SpanId span) {
    if (workers_.busy() >= workers_.servers()) {
        record(request, span,
               WorkQueued{.ahead = static_cast<std::uint32_t>(workers_.queueLength())});
        setGauge(kQueueGauge, static_cast<std::int64_t>(workers_.queueLength()) + 1);
    }
    const SimTime arrivedAt = now();
    statistics_.arrived(arrivedAt);
    Permit worker = co_await workers_.acquire();
    statistics_.started(now(), now() - arrivedAt);
    showWorkers();
    record(request, span,
           WorkStarted{.waited = now() - arrivedAt,
                       .busy = static_cast<std::uint32_t>(workers_.busy()),
                       .workers = static_cast<std::uint32_t>(workers_.servers())});
    co_return worker;
}

void AppServer::returnWorker(Permit& worker, SimTime arrivedAt) {
    worker.release();
    statistics_.departed(now(), now() - arrivedAt);
    showWorkers();
}

Task<> AppServer::answer(const Program& program, Handling& handling) {
    for (const auto& [name, value] : http::readForm(http::queryOf(handling.request.target))) {
        handling.values[name] = value;
    }
    before(program, handling);
    const Route* found = handling.isAnswered ? nullptr : route(handling);
    if (found != nullptr && mayUse(*found, handling)) {
        Task<> blocks = runBlocks(found->handler, handling);
        co_await blocks;
        if (!handling.isAnswered) {
            respond(HandlerBlock{.kind = HandlerBlock::Kind::respond}, handling);
        }
    }
    nameVersion(found, handling);
    after(program, handling);
}

const Route* AppServer::route(Handling& handling) {
    if (!takeVersion(handling)) {
        return nullptr;
    }
    const RoutingTable::Match match = matchInVersion(handling);
    if (!needsNoVersion(match, handling)) {
        return nullptr;
    }
    recordMatch(handling, match);
    const RouteDecision& decision = match.decision;
    if (decision.kind == RouteDecision::Kind::route) {
        // A route's parameter wins over a field of the body with its name.
        handling.values.update(decision.parameters);
        return match.route;
    }
    handling.isAnswered = true;
    handling.response.status = decision.status;
    if (!decision.allow.empty()) {
        handling.response.headers.set("Allow", fmt::format("{}", fmt::join(decision.allow, ", ")));
    }
    if (!decision.location.empty()) {
        handling.response.headers.set("Location", decision.location);
    }
    handling.response.body = decision.body;
    return nullptr;
}

bool AppServer::mayUse(const Route& route, Handling& handling) {
    if (route.access.isPublic()) {
        return true;
    }
    const auth::Access access = auth::accessTo(route.access, handling.principal);
    const std::string roles = fmt::format("{}", fmt::join(route.access.roles(), ", "));
    switch (access) {
    case auth::Access::granted:
        pass(handling, "access", fmt::format("allowed\n{}", handling.principal.user));
        return true;
    case auth::Access::unauthenticated:
        refuse(handling, "access", "nobody", static_cast<int>(access));
        handling.response.headers.set(
            "WWW-Authenticate",
            handling.program.layer(Middleware::Kind::token) != nullptr ? "Bearer" : "Session");
        return false;
    default:
        refuse(handling, "access",
               fmt::format("role\n{}\n{}\n{}", handling.principal.user, handling.principal.role,
                           roles),
               static_cast<int>(access));
        return false;
    }
}

Task<> AppServer::runBlocks(const std::vector<HandlerBlock>& blocks, Handling& handling) {
    for (const HandlerBlock& block : blocks) {
        if (handling.isAnswered || handling.life != life()) {
            break;
        }
        Task<> step = runBlock(block, handling);
        co_await step;
    }
}

Task<> AppServer::runBlock(const HandlerBlock& block, Handling& handling) {
    using Kind = HandlerBlock::Kind;
    switch (block.kind) {
    case Kind::cacheGet:
        return cacheGet(block, handling);
    case Kind::cacheSet:
    case Kind::cacheDelete:
        return cacheWrite(block, handling);
    case Kind::query:
        return query(block, handling);
    case Kind::signUp:
        return signUp(handling);
    case Kind::login:
        return login(block, handling);
    case Kind::orm:
        return orm(handling.program, block, handling);
    case Kind::resource:
        return resource(handling.program, block, handling);
    case Kind::call:
        return callService(block, handling);
    case Kind::oauthFinish:
        return oauthFinish(block, handling);
    case Kind::keys:
        return askKeys(block, handling);
    case Kind::documents:
        return askDocuments(block, handling);
    case Kind::transaction:
        return transaction(block, handling);
    case Kind::items:
        return askItems(block, handling);
    case Kind::enqueue:
        return enqueue(block, handling);
    case Kind::taskStatus:
        return askTaskStatus(block, handling);
    case Kind::runTask:
        return runTask(block, handling);
    case Kind::when:
        return when(block, handling);
    case Kind::forEach:
        return forEach(block, handling);
    case Kind::repeat:
        return repeat(block, handling);
    default:
        return runAtOnce(block, handling);
    }
}

Task<> AppServer::compute(const HandlerBlock& block, const Handling& handling) {
    const SimTime took = block.time.sample(computing_);
    co_await busyFor(took);
    record(handling.message.request, handling.span, Computed{.took = took});
}

Task<> AppServer::runAtOnce(const HandlerBlock& block, Handling& handling) {
    using Kind = HandlerBlock::Kind;
    switch (block.kind) {
    case Kind::compute:
        co_await compute(block, handling);
        break;
    case Kind::render:
        render(handling.program, block, handling);
        break;
    case Kind::refresh:
        refresh(handling);
        break;
    case Kind::logout:
        logout(handling);
        break;
    case Kind::requireOwner:
        requireOwner(block, handling);
        break;
    case Kind::oauthStart:
        oauthStart(block, handling);
        break;
    default:
        respond(block, handling);
        break;
    }
}

void AppServer::respond(const HandlerBlock& block, Handling& handling) {
    handling.isAnswered = true;
    handling.response.status = block.status;
    for (const auto& [name, value] : block.headers.fields()) {
        handling.response.headers.set(name, value);
    }
    if (!handling.result.empty()) {
        handling.response.headers.set("Content-Type", "application/json");
        handling.response.body = handling.result;
    }
}

void AppServer::reply(Handling& handling, int status, const nlohmann::json& body) {
    handling.isAnswered = true;
    handling.response.status = status;
    handling.response.headers.set("Content-Type", "application/json");
    handling.response.body = body.dump();
}

void AppServer::fail(Handling& handling, int status, std::string_view reason) {
    record(handling.message.request, handling.span,
           HandlerFailed{.reason = text(reason), .status = static_cast<std::uint32_t>(status)});
    handling.isAnswered = true;
    handling.response.status = status;
    handling.failure = reason;
}

void AppServer::pass(const Handling& handling, std::string_view check, std::string_view reason) {
    if (recorder().keeps(handling.message.request)) {
        record(handling.message.request, handling.span,
               CheckPassed{.check = text(check), .reason = text(reason)});
    }
}

void AppServer::refuse(Handling& handling, std::string_view check, std::string_view reason,
                       int status) {
    record(handling.message.request, handling.span,
           CheckFailed{.check = text(check),
                       .reason = text(reason),
                       .status = static_cast<std::uint32_t>(status)});
    handling.isAnswered = true;
    handling.response.status = status;
    handling.failure = reason;
}

void AppServer::recordMatch(const Handling& handling, const RoutingTable::Match& match) {
    const RequestId request = handling.message.request;
    const bool isFound = match.decision.kind == RouteDecision::Kind::route;
    if (!recorder().keeps(request) && isFound) {
        return;
    }
    const TextId others = text(fmt::format("{}", fmt::join(match.others, "\n")));
    if (!isFound) {
        record(request, handling.span,
               RouteMissed{.target = text(handling.request.target),
                           .others = others,
                           .status = static_cast<std::uint32_t>(match.decision.status)});
        return;
    }
    record(request, handling.span,
           RouteMatched{.pattern = text(match.route->path),
                        .parameters = text(parameterLine(match.decision.parameters)),
                        .others = others});
}

void AppServer::parametersChanged() {
    workers_.setServers(static_cast<int>(values().integer("workers")));
    pool_.setSize(static_cast<int>(values().integer("pool_size")));
    showPool();
    guard_.setRule(static_cast<int>(values().integer("lockout_attempts")),
                   values().duration("lockout_time"));
    readProgram();
    showWorkers();
    listen();
}

/// What it kept in memory is gone with the process.
void AppServer::stopped() {
    workers_.restart();
    flights_.forget();
    sessions_.clear();
    refreshes_.clear();
    revoked_.clear();
    pending_.clear();
    guard_.clear();
    buckets_.clear();
    windows_.clear();
    created_.clear();
    listensTo_ = nlohmann::json::array();
    showWorkers();
}

void AppServer::started() {
    showWorkers();
    listen();
}

void AppServer::readProgram() {
    nlohmann::json source;
    for (const char* parameter : kProgramParameters) {
        source[parameter] = values().value(parameter);
    }
    if (source == source_) {
        return;
    }
    source_ = std::move(source);
    Problems problems;
    const Framework framework = frameworkOf(values().text("framework"));
    const nlohmann::json& given = values().value("middleware");
    const nlohmann::json layers = given.is_array() ? given : presetMiddleware(framework);
    auto program = std::make_shared<Program>(
        Program{VersionedRoutes(framework, readVersionRule(values().value("versions"), problems),
                                readRoutes(values().value("routes"), "", problems)),
                readMiddleware(layers, "", problems),
                readSubscriptions(values().value("subscriptions"), "", problems),
                {},
                readTemplates(values().value("templates"), values().boolean("autoescape")),
                readTaskTable(values().value("tasks"), problems),
                {}});
    if (auto schema = orm::readSchema(values().value("models"))) {
        program->schema = std::make_unique<const orm::Schema>(*std::move(schema));
    }
    const auto before = std::exchange(program_, std::move(program));
    followRules(before.get());
}

void AppServer::followRules(const Program* before) {
    if (const Middleware* session = program_->layer(Middleware::Kind::session)) {
        sessions_.setLimits(session->idle, session->lifetime);
    }
    const Middleware* limit = program_->layer(Middleware::Kind::rateLimit);
    const Middleware* old =
        before == nullptr ? nullptr : before->layer(Middleware::Kind::rateLimit);
    const bool isSame = limit == nullptr || old == nullptr ? limit == old : *limit == *old;
    if (!isSame) {
        buckets_.clear();
        windows_.clear();
    }
}

const Middleware* AppProgram::layer(Middleware::Kind kind) const {
    const auto found = std::ranges::find(layers, kind, &Middleware::kind);
    return found == layers.end() ? nullptr : &*found;
}

void AppServer::showWorkers() const {
    setGauge(kWorkersGauge, workers_.busy(), workers_.servers());
    setGauge(kQueueGauge, static_cast<std::int64_t>(workers_.queueLength()));
}

} // namespace roundtrip
