#include "core/data/orm/model.h"
#include "core/kernel/json_object.h"
#include "core/kernel/text_marker.h"
#include "core/nodes/app_server/app_server.h"
#include "core/nodes/app_server/entry_forms.h"
#include "core/nodes/app_server/program.h"
#include "core/nodes/wall_clock.h"
#include "core/web/template.h"

#include <algorithm>
#include <iterator>

namespace roundtrip {

namespace {

Problems checkRoutes(const nlohmann::json& value) {
    Problems problems;
    readRoutes(value, "", problems);
    return problems;
}

Problems checkVersionRule(const nlohmann::json& value) {
    Problems problems;
    readVersionRule(value, problems);
    return problems;
}

Problems checkSubscriptions(const nlohmann::json& value) {
    Problems problems;
    readSubscriptions(value, "", problems);
    return problems;
}

Problems checkModels(const nlohmann::json& value) {
    const auto schema = orm::readSchema(value);
    return schema ? Problems{} : schema.error();
}

Problems checkTemplates(const nlohmann::json& value) {
    if (!value.is_object()) {
        return {{"not-an-object", {}, ""}};
    }
    Problems problems;
    for (const auto& [name, source] : value.items()) {
        if (!source.is_string()) {
            problems.push_back({"wrong-type", {name, "text"}, "/" + name});
        } else if (const auto page = Template::parse(source.get<std::string>()); !page) {
            problems.push_back({page.error().code, page.error().args, "/" + name});
        }
    }
    return problems;
}

Problems checkLayers(const nlohmann::json& value) {
    Problems problems;
    if (value != "preset") {
        readMiddleware(value, "", problems);
    }
    return problems;
}

/// What only several parameters together can say.
Problems checkProgram(const nlohmann::json& parameters) {
    const nlohmann::json routes = memberOf(parameters, "routes");
    Problems problems = checkPaths(routes, parameters.contains("framework")
                                               ? frameworkOf(memberText(parameters, "framework"))
                                               : Framework::flask);
    for (Problem& problem : problems) {
        problem.where = "/routes" + problem.where;
    }
    if (parameters.contains("versions")) {
        Problems known; // each parameter's own check has said them
        const VersionRule rule = readVersionRule(memberOf(parameters, "versions"), known);
        std::ranges::move(checkVersions(rule, readRoutes(routes, "", known)),
                          std::back_inserter(problems));
    }
    return problems;
}

std::vector<Parameter> serverParameters() {
    return {
        {.name = "workers",
         .label = ROUNDTRIP_TEXT("parameters", "Workers"),
         .help = ROUNDTRIP_TEXT("parameters", "How many requests it can work on at the same time."),
         .type = ParameterType::integer,
         .fallback = 8,
         .least = 1,
         .most = 10000},
        {.name = "overhead",
         .label = ROUNDTRIP_TEXT("parameters", "Time to read a request"),
         .help = ROUNDTRIP_TEXT("parameters", "Parsing and routing, before the handler starts."),
         .type = ParameterType::duration,
         .fallback = "0.2 ms",
         .least = 0.0,
         .most = 60.0},
        {.name = "use_cache",
         .label = ROUNDTRIP_TEXT("parameters", "Use the cache"),
         .help = ROUNDTRIP_TEXT("parameters", "Off: every request goes to the database."),
         .type = ParameterType::boolean,
         .fallback = true},
        {.name = "invalidate_on_write",
         .label = ROUNDTRIP_TEXT("parameters", "Remove the copy when data changes"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "On: an update deletes the cached copy, the next read is fresh."),
         .type = ParameterType::boolean,
         .fallback = true},
    };
}

std::vector<Parameter> programParameters() {
    return {
        {.name = "framework",
         .label = ROUNDTRIP_TEXT("parameters", "Framework"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How paths are written and what is switched on from the start."),
         .type = ParameterType::choice,
         .fallback = "flask",
         .choices = {"none", "express", "flask", "django", "rails"}},
        {.name = "middleware",
         .label = ROUNDTRIP_TEXT("parameters", "Middleware"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "The layers that every request passes, in order. \"preset\": those "
                                "of a new project of the framework."),
         .type = ParameterType::document,
         .fallback = "preset",
         .check = checkLayers},
        {.name = "models",
         .label = ROUNDTRIP_TEXT("parameters", "Models"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "What the application's code believes of the tables, for its ORM."),
         .type = ParameterType::document,
         .fallback = {{"app", "app"}, {"models", nlohmann::json::array()}},
         .check = checkModels},
        {.name = "templates",
         .label = ROUNDTRIP_TEXT("parameters", "Templates"),
         .help = ROUNDTRIP_TEXT("parameters", "Pages with places for what was found, by name."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::object(),
         .check = checkTemplates},
        {.name = "autoescape",
         .label = ROUNDTRIP_TEXT("parameters", "Escape what templates show"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Off: what people typed goes into pages as it is, scripts too."),
         .type = ParameterType::boolean,
         .fallback = true},
        {.name = "routes",
         .label = ROUNDTRIP_TEXT("parameters", "Routes"),
         .help =
             ROUNDTRIP_TEXT("parameters", "Which address runs which handler; first match wins."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::array(),
         .check = checkRoutes,
         .entries = routeEntries},
        {.name = "versions",
         .label = ROUNDTRIP_TEXT("parameters", "Versions of the API"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How a request names the version that it wants, and which it gets "
                                "when it names none. \"none\": there are no versions."),
         .type = ParameterType::document,
         .fallback = "none",
         .check = checkVersionRule},
    };
}

std::vector<Parameter> databaseParameters() {
    return {
        {.name = "pool_size",
         .label = ROUNDTRIP_TEXT("parameters", "Connections in the pool"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How many connections to the database are kept and lent to "
                                "requests. 0: as many as are asked for."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 10000},
        {.name = "pool_timeout",
         .label = ROUNDTRIP_TEXT("parameters", "Patience with the pool"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How long a request waits for a connection. 0: for ever."),
         .type = ParameterType::duration,
         .fallback = "30 s",
         .least = 0.0,
         .most = 3600.0},
        {.name = "read_from",
         .label = ROUNDTRIP_TEXT("parameters", "Read from"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "The first database linked takes all writes; with replicas, SELECT "
                                "outside a transaction goes to the others in turn."),
         .type = ParameterType::choice,
         .fallback = "primary",
         .choices = {"primary", "replicas"}},
    };
}

std::vector<Parameter> channelParameters() {
    return {
        {.name = "subscriptions",
         .label = ROUNDTRIP_TEXT("parameters", "Subscriptions"),
         .help = ROUNDTRIP_TEXT("parameters", "Channels of the key-value store, and the handler "
                                              "that runs for each message of one."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::array(),
         .check = checkSubscriptions,
         .entries = subscriptionEntries},
        {.name = "listens",
         .label = ROUNDTRIP_TEXT("parameters", "Listen to the channels"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Off: it leaves its channels and misses what is published there."),
         .type = ParameterType::boolean,
         .fallback = true},
    };
}

std::vector<Parameter> taskParameters() {
    return {
        {.name = "tasks",
         .label = ROUNDTRIP_TEXT("parameters", "Tasks"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Those that it does itself, by name, written as for a worker."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::object(),
         .check = checkTaskTable},
        {.name = "tasks_inline",
         .label = ROUNDTRIP_TEXT("parameters", "Do tasks at once"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "On: what would go into the queue is done while the client waits."),
         .type = ParameterType::boolean,
         .fallback = false},
    };
}

std::vector<Parameter> signInParameters() {
    return {
        {.name = "hash_memory",
         .label = ROUNDTRIP_TEXT("parameters", "Memory of a password hash"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "More makes each guess dearer, for the server and for a thief."),
         .type = ParameterType::integer,
         .fallback = 19,
         .least = 1,
         .most = 512,
         .unit = "MiB"},
        {.name = "hash_passes",
         .label = ROUNDTRIP_TEXT("parameters", "Passes of a password hash"),
         .help = ROUNDTRIP_TEXT("parameters", "How often that memory is gone through."),
         .type = ParameterType::integer,
         .fallback = 2,
         .least = 1,
         .most = 100},
        {.name = "lockout_attempts",
         .label = ROUNDTRIP_TEXT("parameters", "Wrong passwords until the lock"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "So many in a row close an account for a while. 0: never."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 1000},
        {.name = "lockout_time",
         .label = ROUNDTRIP_TEXT("parameters", "Time of the lock"),
         .help = ROUNDTRIP_TEXT("parameters", "How long nobody can sign in to the account."),
         .type = ParameterType::duration,
         .fallback = "5 min",
         .least = 0.0,
         .most = 86400.0},
        clockOffsetParameter(),
    };
}

} // namespace

NodeKind appServerKind() {
    NodeKind kind;
    kind.id = "app_server";
    kind.name = ROUNDTRIP_TEXT("parts", "App server");
    kind.help = ROUNDTRIP_TEXT("parts", "Runs your program: finds the route of a request and does "
                                        "what its handler says, with so many workers at a time.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The assistant who fetches");
    kind.category = Category::compute;
    kind.ports = {{"clients", PortInfo::Direction::in, "http"},
                  {"cache", PortInfo::Direction::out, "cache"},
                  {"database", PortInfo::Direction::out, "sql"},
                  {"services", PortInfo::Direction::out, "http"},
                  {"keys", PortInfo::Direction::out, "keys"},
                  {"documents", PortInfo::Direction::out, "documents"},
                  {"items", PortInfo::Direction::out, "items"},
                  {"tasks", PortInfo::Direction::out, "tasks"}};
    kind.parameters = serverParameters();
    for (const std::vector<Parameter>& more :
         {programParameters(), databaseParameters(), channelParameters(), taskParameters(),
          signInParameters()}) {
        kind.parameters.insert(kind.parameters.end(), more.begin(), more.end());
    }
    kind.gauges = {{"workers", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} workers busy"),
                    GaugeInfo::Look::boxes, "", GaugeInfo::Measures::utilisation},
                   {"queue", ROUNDTRIP_TEXT("gauges", "{value} in line"), GaugeInfo::Look::text, "",
                    GaugeInfo::Measures::queue},
                   {"pool", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} from the pool"),
                    GaugeInfo::Look::bar, "pool_size", GaugeInfo::Measures::connections}};
    kind.check = checkProgram;
    kind.price = {0.05, "workers", 0.02};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<AppServer>(*findKind("app_server"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
