#include "core/web/middleware.h"

#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace roundtrip {

namespace {

using Kind = Middleware::Kind;
using Json = nlohmann::json;

constexpr std::array<std::string_view, 5> kFrameworks{"none", "express", "flask", "django",
                                                      "rails"};
constexpr std::array<std::string_view, 3> kSameSites{"lax", "strict", "none"};
constexpr double kMostPerSecond = 1e6;
constexpr std::int64_t kMostBytes = 1'000'000'000;

struct Form {
    Kind kind;
    std::string_view name;
    std::vector<std::string_view> members;
};

const std::vector<Form>& forms() {
    static const std::vector<Form> kForms{
        {Kind::httpsOnly, "https_only", {}},
        {Kind::securityHeaders, "security_headers", {}},
        {Kind::staticFiles, "static_files", {"prefix", "files"}},
        {Kind::rateLimit, "rate_limit", {"limit", "window", "per_second", "burst", "per_user"}},
        {Kind::bodyParser, "body_parser", {"limit"}},
        {Kind::session, "session", {"idle", "lifetime", "http_only", "secure", "same_site"}},
        {Kind::token, "token", {"secret", "lifetime", "leeway", "accept_none"}},
        {Kind::csrf, "csrf", {}},
        {Kind::openApi, "open_api", {"path"}},
        {Kind::errorPages, "error_pages", {"details"}},
    };
    return kForms;
}

const Form* findForm(JsonObject& object) {
    const std::string name = object.requiredText("use");
    const auto found = std::ranges::find(forms(), name, &Form::name);
    if (found != forms().end()) {
        return &*found;
    }
    if (!name.empty()) {
        std::vector<std::string_view> names;
        std::ranges::transform(forms(), std::back_inserter(names), &Form::name);
        object.report("unknown-middleware", {name, nearestWord(name, names)}, "use");
    }
    return nullptr;
}

void readLimits(JsonObject& object, Middleware& layer) {
    layer.window = object.duration("window").value_or(SimTime());
    const std::int64_t usual = layer.kind == Kind::bodyParser ? 100'000 : 100;
    layer.limit = object.integer("limit", usual, 1, kMostBytes);
    layer.perSecond = object.number("per_second", 10, 1e-6, kMostPerSecond);
    layer.burst = object.number("burst", 20, 1, kMostPerSecond);
    layer.perUser = object.boolean("per_user", true);
}

void readFiles(JsonObject& object, Middleware& layer, Problems& problems) {
    layer.prefix = object.text("prefix", "/static/");
    if (const Json* json = object.find("files")) {
        JsonObject files(*json, object.pointerTo("files"), problems);
        for (const auto& [name, content] : json->items()) {
            layer.files.emplace(name, files.text(name));
        }
    }
}

} // namespace

std::string_view nameOf(Framework framework) {
    return kFrameworks.at(static_cast<std::size_t>(framework));
}

Framework frameworkOf(std::string_view name) {
    const auto found = std::ranges::find(kFrameworks, name);
    return found == kFrameworks.end() ? Framework::none
                                      : static_cast<Framework>(found - kFrameworks.begin());
}

std::string_view nameOf(Middleware::Kind kind) {
    return std::ranges::find(forms(), kind, &Form::kind)->name;
}

std::vector<Middleware> readMiddleware(const nlohmann::json& json, const std::string& pointer,
                                       Problems& problems) {
    std::vector<Middleware> layers;
    if (!json.is_array()) {
        problems.push_back({"not-an-array", {}, pointer});
        return layers;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
        JsonObject object(json[i], fmt::format("{}/{}", pointer, i), problems);
        const Form* form = findForm(object);
        if (form == nullptr) {
            continue;
        }
        if (std::ranges::find(layers, form->kind, &Middleware::kind) != layers.end()) {
            object.report("middleware-twice", {std::string(form->name)}, "use");
        }
        std::vector<std::string_view> known = form->members;
        known.emplace_back("use");
        object.allowOnly(known);
        Middleware layer{.kind = form->kind};
        readLimits(object, layer);
        readFiles(object, layer, problems);
        if (layer.kind == Kind::openApi) {
            layer.prefix = object.text("path", "/openapi.json");
        }
        layer.idle = object.duration("idle").value_or(SimTime::seconds(1800));
        layer.lifetime = object.duration("lifetime")
                             .value_or(layer.kind == Kind::token ? SimTime::seconds(900)
                                                                 : SimTime::seconds(14 * 86'400));
        layer.isHttpOnly = object.boolean("http_only", true);
        layer.isSecure = object.boolean("secure", false);
        layer.sameSite = static_cast<http::SameSite>(
            object.choice("same_site", {kSameSites.begin(), kSameSites.end()}, 0));
        layer.secret = object.text("secret", "a secret that only the server knows");
        layer.acceptsNone = object.boolean("accept_none", false);
        layer.leeway = object.duration("leeway").value_or(SimTime());
        layer.showsDetails = object.boolean("details", false);
        layers.push_back(std::move(layer));
    }
    return layers;
}

nlohmann::json presetMiddleware(Framework framework) {
    const auto use = [](const char* name) { return Json{{"use", name}}; };
    switch (framework) {
    case Framework::none:
    case Framework::express: // express() alone: even a JSON body needs app.use(express.json())
        return framework == Framework::none ? Json::array() : Json::array({use("error_pages")});
    case Framework::flask:
        return Json::array({use("error_pages"), use("body_parser"), use("session")});
    case Framework::django:
        return Json::array({use("error_pages"), use("security_headers"), use("session"),
                            use("body_parser"), use("csrf")});
    case Framework::rails:
        return Json::array({use("error_pages"), use("security_headers"), use("static_files"),
                            use("session"), use("body_parser"), use("csrf")});
    }
    return Json::array();
}

} // namespace roundtrip
