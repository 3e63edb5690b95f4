#include "core/nodes/app_server/open_api.h"

#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <set>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::ordered_json;
using Operation = HandlerBlock::Operation;

struct PathParameter {
    std::string name;
    bool isNumber = false;
};
struct PathTemplate {
    std::string text; ///< "/users/{id}"
    std::vector<PathParameter> parameters;
};

/// "<int:id>", "<id>" of Flask and Django.
PathTemplate fromAngles(std::string_view path) {
    PathTemplate result;
    while (!path.empty()) {
        const auto open = path.find('<');
        const auto close = path.find('>', open);
        result.text += path.substr(0, open);
        if (close == std::string_view::npos) {
            break;
        }
        const std::string_view inside = path.substr(open + 1, close - open - 1);
        const auto colon = inside.rfind(':');
        const std::string name(colon == std::string_view::npos ? inside : inside.substr(colon + 1));
        const bool isNumber = inside.starts_with("int");
        result.text += "{" + name + "}";
        result.parameters.push_back({name, isNumber});
        path = path.substr(close + 1);
    }
    return result;
}

/// ":id" and "*path" of Express and Rails. Optional parts are left out: the menu shows the short
/// form.
PathTemplate fromColons(std::string_view path) {
    PathTemplate result;
    int optional = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const char letter = path[i];
        if (letter == '(' || letter == '{') {
            ++optional;
        } else if (letter == ')' || letter == '}') {
            --optional;
        } else if (optional > 0) {
            continue;
        } else if (letter == ':' || letter == '*') {
            std::size_t end = i + 1;
            while (end < path.size() && isWordLetter(path[end])) {
                ++end;
            }
            const std::string name(path.substr(i + 1, end - i - 1));
            result.text += "{" + name + "}";
            result.parameters.push_back({name, false});
            i = end - 1;
        } else {
            result.text.push_back(letter);
        }
    }
    return result;
}

PathTemplate templateOf(const Route& route, Framework framework) {
    PathTemplate path;
    switch (framework) {
    case Framework::express:
    case Framework::rails:
        path = fromColons(route.path);
        break;
    default:
        path = fromAngles(route.path);
        break;
    }
    if (!path.text.starts_with('/')) {
        path.text = "/" + path.text; // Django leaves it out
    }
    return path;
}

const HandlerBlock* resourceBlock(const Route& route) {
    const auto found =
        std::ranges::find(route.handler, HandlerBlock::Kind::resource, &HandlerBlock::kind);
    return found == route.handler.end() ? nullptr : &*found;
}

Json problem(const std::string& description) {
    return {
        {"description", description},
        {"content",
         {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
}

Json content(Json schema) {
    return {{"application/json", {{"schema", std::move(schema)}}}};
}

Json reference(const std::string& model) {
    return {{"$ref", "#/components/schemas/" + model}};
}

void addResourceAnswers(const HandlerBlock& block, Json& operation, Json& answers) {
    const Json object = reference(block.model);
    const Json body{{"required", true}, {"content", content(reference(block.model + "Input"))}};
    switch (block.operation) {
    case Operation::list:
        answers["200"] = {{"description", "A page of them"},
                          {"content", content({{"type", "array"}, {"items", object}})}};
        for (const char* name : {"page", "per_page"}) {
            operation["parameters"].push_back({{"name", name},
                                               {"in", "query"},
                                               {"schema", {{"type", "integer"}, {"minimum", 1}}}});
        }
        return;
    case Operation::create:
        operation["requestBody"] = body;
        answers["201"] = {{"description", "Created; Location says where"},
                          {"content", content(object)}};
        answers["422"] = problem("A field is wrong or missing");
        return;
    case Operation::read:
        answers["200"] = {{"description", "The object"}, {"content", content(object)}};
        answers["304"] = {{"description", "It has not changed"}};
        break;
    case Operation::replace:
    case Operation::update:
        operation["requestBody"] = body;
        answers["200"] = {{"description", "The object as it is now"}, {"content", content(object)}};
        answers["412"] = problem("Somebody else changed it meanwhile");
        answers["422"] = problem("A field is wrong or missing");
        break;
    case Operation::destroy:
        answers["204"] = {{"description", "Deleted"}};
        break;
    }
    answers["404"] = problem("There is no such object");
}

/// Statuses that the handler's own blocks answer with.
void addAnswers(const std::vector<HandlerBlock>& blocks, Json& answers) {
    for (const HandlerBlock& block : blocks) {
        switch (block.kind) {
        case HandlerBlock::Kind::respond:
            answers[fmt::format("{}", block.status)] = {{"description", "The answer"}};
            break;
        case HandlerBlock::Kind::render:
            answers[fmt::format("{}", block.status)] = {
                {"description", "A page"},
                {"content", {{"text/html", {{"schema", {{"type", "string"}}}}}}}};
            break;
        case HandlerBlock::Kind::query:
            answers["404"] = problem("Nothing was found");
            break;
        case HandlerBlock::Kind::signUp:
            answers["201"] = {{"description", "The account is made"}};
            answers["400"] = problem("Name or password is missing or too short");
            answers["409"] = problem("The name is taken");
            break;
        case HandlerBlock::Kind::login:
            answers["200"] = {{"description", "Signed in"}};
            answers["401"] = problem("Wrong name or password");
            break;
        case HandlerBlock::Kind::logout:
            answers["204"] = {{"description", "Signed out"}};
            break;
        default:
            break;
        }
        addAnswers(block.inside, answers);
        addAnswers(block.otherwise, answers);
    }
}

Json operationOf(const Route& route, http::Method method, const PathTemplate& path) {
    Json operation;
    if (!route.summary.empty()) {
        operation["summary"] = route.summary;
    }
    operation["parameters"] = Json::array();
    for (const PathParameter& parameter : path.parameters) {
        operation["parameters"].push_back(
            {{"name", parameter.name},
             {"in", "path"},
             {"required", true},
             {"schema", {{"type", parameter.isNumber ? "integer" : "string"}}}});
    }
    Json answers = Json::object(); // apart: members of an ordered object move when others join
    if (const HandlerBlock* block = resourceBlock(route)) {
        operation["operationId"] = fmt::format("{}{}", http::toString(method),
                                               block->model + (route.resourceItem ? "" : "List"));
        operation["tags"] = {block->model};
        addResourceAnswers(*block, operation, answers);
    } else {
        addAnswers(route.handler, answers);
        if (answers.empty() || answers.begin().key() >= "300") {
            answers["200"] = {{"description", "The answer"}};
        }
    }
    if (!route.access.isPublic()) {
        operation["security"] = {{{"session", Json::array()}}, {{"token", Json::array()}}};
        answers["401"] = problem("Nobody is signed in");
        if (!route.access.roles().empty()) {
            answers["403"] =
                problem(fmt::format("Only for: {}", fmt::join(route.access.roles(), ", ")));
        }
    }
    operation["responses"] = std::move(answers);
    return operation;
}

Json typeOf(const orm::Field& field) {
    Json type;
    switch (field.type) {
    case orm::FieldType::boolean:
        type["type"] = "boolean";
        break;
    case orm::FieldType::real:
        type["type"] = "number";
        break;
    case orm::FieldType::text:
    case orm::FieldType::dateTime:
    case orm::FieldType::decimal:
        type["type"] = "string";
        break;
    default:
        type["type"] = "integer";
        break;
    }
    if (field.null) {
        type["type"] = {type["type"], "null"};
    }
    if (field.maxLength > 0) {
        type["maxLength"] = field.maxLength;
    }
    if (field.defaultValue) {
        type["default"] = *field.defaultValue;
    }
    return type;
}

void addModel(const orm::Model& model, Json& schemas) {
    Json object{{"type", "object"}, {"properties", Json::object()}};
    Json input = object;
    Json required = Json::array();
    for (const orm::Field& field : model.fields) {
        if (!field.hasColumn()) {
            continue;
        }
        object["properties"][field.column()] = typeOf(field);
        if (field.isPrimaryKey) {
            object["properties"][field.column()]["readOnly"] = true;
            continue;
        }
        input["properties"][field.column()] = typeOf(field);
        if (!field.null && !field.defaultValue) {
            required.push_back(field.column());
        }
    }
    input["additionalProperties"] = false;
    if (!required.empty()) {
        input["required"] = required;
    }
    schemas[model.name] = std::move(object);
    schemas[model.name + "Input"] = std::move(input);
}

/// A route that answers a method of a path in one version of the API.
struct Variant {
    std::string version; ///< empty: the API has none
    const Route* route;
};
/// What stands in the document under one path and method.
struct Dish {
    PathTemplate path;
    http::Method method;
    std::vector<Variant> variants; ///< newest first
};

bool isOneVersions(const Variant& variant) {
    return !variant.version.empty() && !variant.route->version.empty();
}

/// The first route wins, here too.
void addRoutes(const VersionedRoutes& routes, const std::string& version,
               std::vector<Dish>& dishes) {
    for (const Route& route : routes.table(version).routes()) {
        const Variant variant{version, &route};
        PathTemplate path = templateOf(route, routes.framework());
        if (routes.rule().by == VersionRule::By::path && isOneVersions(variant)) {
            path.text = fmt::format("/v{}{}", version, path.text);
        }
        const std::vector<http::Method> methods =
            route.methods.empty() ? std::vector{http::Method::get} : route.methods;
        for (const http::Method method : methods) {
            const auto known = std::ranges::find_if(dishes, [&](const Dish& dish) {
                return dish.path.text == path.text && dish.method == method;
            });
            if (known == dishes.end()) {
                dishes.push_back({path, method, {variant}});
            } else if (known->variants.back().version != version) {
                known->variants.push_back(variant);
            }
        }
    }
}

std::vector<Dish> dishesOf(const VersionedRoutes& routes) {
    std::vector<Dish> dishes;
    if (routes.versions().empty()) {
        addRoutes(routes, "", dishes);
    }
    for (const std::string& version : routes.versions() | std::views::reverse) {
        addRoutes(routes, version, dishes);
    }
    return dishes;
}

/// What is asked for by its media type is answered in it.
void nameMediaType(const VersionedRoutes& routes, const std::string& version, Json& answers) {
    const bool isUsual = usualVersion(routes.rule(), routes.versions()) == version;
    for (auto& [status, answer] : answers.items()) {
        if (!status.starts_with('2') || status == "204") {
            continue;
        }
        Json content = answer.value("content", Json::object());
        if (content.empty() || content.contains("application/json")) {
            const Json body = content.value("application/json", Json::object());
            content[mediaTypeOf(routes.rule(), version)] = body;
            content.erase("application/json");
            if (isUsual) {
                content["application/json"] = body;
            }
        }
        answer["content"] = std::move(content);
    }
}

void mergeAnswers(Json& answers, const Json& others) {
    for (const auto& [status, answer] : others.items()) {
        if (!answers.contains(status)) {
            answers[status] = answer;
        } else if (answer.contains("content")) {
            Json content = answers[status].value("content", Json::object());
            for (const auto& [type, body] : answer["content"].items()) {
                if (!content.contains(type)) {
                    content[type] = body;
                }
            }
            answers[status]["content"] = std::move(content);
        }
    }
}

/// "1 is deprecated from 2026-01-01 on and may be gone from 2027-01-01 on".
std::string livesOf(const std::vector<Variant>& variants) {
    std::string lives;
    for (const auto& [version, route] : variants) {
        std::vector<std::string> words;
        if (!route->deprecated.empty()) {
            words.push_back(fmt::format("is deprecated from {} on", route->deprecated));
        }
        if (!route->sunset.empty()) {
            words.push_back(fmt::format("may be gone from {} on", route->sunset));
        }
        if (!words.empty()) {
            lives += fmt::format("; {} {}", version, fmt::join(words, " and "));
        }
    }
    return lives;
}

void describeVersions(const VersionedRoutes& routes, const Dish& dish, Json& operation) {
    const VersionRule& rule = routes.rule();
    const std::string what = "The version of the API" + livesOf(dish.variants);
    if (rule.by == VersionRule::By::accept) {
        operation["description"] = what;
        mergeAnswers(operation["responses"],
                     {{"406", problem("There is no such version; those that exist are listed")}});
        return;
    }
    Json existing = Json::array();
    for (const Variant& variant : dish.variants | std::views::reverse) {
        existing.push_back(variant.version);
    }
    const std::string usual = usualVersion(rule, routes.versions());
    Json schema{{"type", "string"}, {"enum", std::move(existing)}};
    if (!usual.empty()) {
        schema["default"] = usual;
    }
    operation["parameters"].push_back(
        {{"name", rule.name},
         {"in", rule.by == VersionRule::By::header ? "header" : "query"},
         {"required", usual.empty()},
         {"description", what},
         {"schema", std::move(schema)}});
    mergeAnswers(operation["responses"],
                 {{"400", problem("There is no such version; those that exist are listed")}});
}

Json operationOf(const VersionedRoutes& routes, const Dish& dish) {
    const bool hasVersions = std::ranges::any_of(dish.variants, isOneVersions);
    Json operation;
    for (const auto& [version, route] : dish.variants) {
        Json single = operationOf(*route, dish.method, dish.path);
        if (hasVersions && routes.rule().by == VersionRule::By::accept) {
            nameMediaType(routes, version, single["responses"]);
        }
        if (operation.is_null()) {
            operation = std::move(single);
        } else {
            mergeAnswers(operation["responses"], single["responses"]);
        }
    }
    if (hasVersions && routes.rule().by == VersionRule::By::path) {
        if (const auto id = operation.find("operationId"); id != operation.end()) {
            *id = fmt::format("{}V{}", id->get<std::string>(), dish.variants.front().version);
        }
    } else if (hasVersions) {
        describeVersions(routes, dish, operation);
    }
    if (std::ranges::none_of(dish.variants, [](const Variant& variant) {
            return variant.route->deprecated.empty();
        })) {
        operation["deprecated"] = true;
    }
    return operation;
}

/// Shapes of what the operations speak of.
Json schemasOf(const std::vector<Dish>& dishes, const orm::Schema* schema) {
    Json schemas;
    schemas["Problem"] = {{"type", "object"},
                          {"properties",
                           {{"type", {{"type", "string"}}},
                            {"title", {{"type", "string"}}},
                            {"status", {{"type", "integer"}}},
                            {"detail", {{"type", "string"}}}}}};
    std::set<std::string> models;
    for (const Dish& dish : dishes) {
        for (const Variant& variant : dish.variants) {
            if (const HandlerBlock* block = resourceBlock(*variant.route)) {
                models.insert(block->model);
            }
        }
    }
    for (const std::string& name : models) {
        const orm::Model* model = schema == nullptr ? nullptr : schema->model(name);
        if (model == nullptr) {
            schemas[name] = {{"type", "object"}};
            schemas[name + "Input"] = {{"type", "object"}};
        } else {
            addModel(*model, schemas);
        }
    }
    return schemas;
}

} // namespace

nlohmann::ordered_json openApiOf(const std::string& title, const VersionedRoutes& routes,
                                 const orm::Schema* schema) {
    const std::string newest = routes.versions().empty() ? "1" : routes.versions().back();
    Json document{{"openapi", "3.1.0"},
                  {"info", {{"title", title}, {"version", newest}}},
                  {"paths", Json::object()}};
    const std::vector<Dish> dishes = dishesOf(routes);
    for (const Dish& dish : dishes) {
        document["paths"][dish.path.text][lowered(http::toString(dish.method))] =
            operationOf(routes, dish);
    }
    document["components"] = {
        {"schemas", schemasOf(dishes, schema)},
        {"securitySchemes",
         {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "session"}}},
          {"token", {{"type", "http"}, {"scheme", "bearer"}, {"bearerFormat", "JWT"}}}}}};
    return document;
}

} // namespace roundtrip
