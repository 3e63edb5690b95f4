#include "core/nodes/app_server/open_api.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
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

bool isNameLetter(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

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
            while (end < path.size() && isNameLetter(path[end])) {
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

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char letter) { return std::tolower(letter); });
    return lower;
}

} // namespace

nlohmann::ordered_json openApiOf(const std::string& title, const std::vector<Route>& routes,
                                 Framework framework, const orm::Schema* schema) {
    Json document{{"openapi", "3.1.0"},
                  {"info", {{"title", title}, {"version", "1"}}},
                  {"paths", Json::object()}};
    Json schemas;
    schemas["Problem"] = {{"type", "object"},
                          {"properties",
                           {{"type", {{"type", "string"}}},
                            {"title", {{"type", "string"}}},
                            {"status", {{"type", "integer"}}},
                            {"detail", {{"type", "string"}}}}}};
    std::set<std::string> models;
    for (const Route& route : routes) {
        const PathTemplate path = templateOf(route, framework);
        const std::vector<http::Method> methods =
            route.methods.empty() ? std::vector{http::Method::get} : route.methods;
        for (const http::Method method : methods) {
            Json& place = document["paths"][path.text][lowerCase(http::toString(method))];
            if (place.is_null()) { // the first route wins, here too
                place = operationOf(route, method, path);
            }
        }
        if (const HandlerBlock* block = resourceBlock(route)) {
            models.insert(block->model);
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
    document["components"] = {
        {"schemas", std::move(schemas)},
        {"securitySchemes",
         {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "session"}}},
          {"token", {{"type", "http"}, {"scheme", "bearer"}, {"bearerFormat", "JWT"}}}}}};
    return document;
}

} // namespace roundtrip
