#include "core/nodes/eavesdropper/secrets_in_message.h"

#include "core/http/cookie.h"
#include "core/http/form.h"
#include "core/kernel/json_object.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <array>

namespace roundtrip {

namespace {

constexpr std::array<const char*, 5> kNameFields{"name", "user", "username", "email", "account"};

/// The fields of a form or of a JSON object.
nlohmann::json fieldsOf(const http::Headers& headers, const std::string& body) {
    const std::string_view type = headers.find("Content-Type").value_or("");
    nlohmann::json fields = nlohmann::json::object();
    if (type.starts_with("application/x-www-form-urlencoded")) {
        for (const auto& [name, value] : http::readForm(body)) {
            fields[name] = value;
        }
    } else if (type.starts_with("application/json")) {
        nlohmann::json parsed = nlohmann::json::parse(body, nullptr, false);
        if (parsed.is_object()) {
            fields = std::move(parsed);
        }
    }
    return fields;
}

std::string personIn(const nlohmann::json& fields) {
    for (const char* field : kNameFields) {
        if (std::string name = memberText(fields, field); !name.empty()) {
            return name;
        }
    }
    return "?";
}

/// What a browser brings back from an identity provider: RFC 6749 section 4.1.2.
void findCode(std::string_view query, std::vector<Loot>& found) {
    std::string code;
    bool isAnswer = false;
    for (const auto& [name, value] : http::readForm(query)) {
        code = name == "code" ? value : code;
        isAnswer |= name == "state";
    }
    if (isAnswer && !code.empty()) {
        found.push_back({"code", "authorization", code});
    }
}

void findInRequest(const http::Request& request, std::vector<Loot>& found) {
    constexpr std::string_view kScheme = "Bearer ";
    const nlohmann::json fields = fieldsOf(request.headers, request.body);
    if (const std::string password = memberText(fields, "password"); !password.empty()) {
        found.push_back({"password", personIn(fields), password});
    }
    const std::string_view cookies = request.headers.find("Cookie").value_or("");
    for (const auto& [name, value] : http::parseCookies(cookies)) {
        found.push_back({"cookie", name, value});
    }
    const std::string_view credentials = request.headers.find("Authorization").value_or("");
    if (credentials.starts_with(kScheme)) {
        found.push_back({"token", "bearer", std::string(credentials.substr(kScheme.size()))});
    }
    findCode(http::queryOf(request.target), found);
}

void findInResponse(const http::Response& response, std::vector<Loot>& found) {
    for (const auto& [name, value] : response.headers.fields()) {
        if (!equalsIgnoringCase(name, "Set-Cookie")) {
            continue;
        }
        const auto cookie = http::parseSetCookie(value);
        if (cookie && !cookie->value.empty()) {
            found.push_back({"cookie", cookie->name, cookie->value});
        }
    }
    const nlohmann::json fields = fieldsOf(response.headers, response.body);
    if (const std::string token = memberText(fields, "access_token"); !token.empty()) {
        found.push_back({"token", "bearer", token});
    }
    if (const std::string token = memberText(fields, "refresh_token"); !token.empty()) {
        found.push_back({"token", "refresh", token});
    }
}

} // namespace

std::vector<Loot> secretsIn(const Payload& payload) {
    std::vector<Loot> found;
    if (const auto* request = std::get_if<http::Request>(&payload)) {
        findInRequest(*request, found);
    } else if (const auto* answer = std::get_if<HttpResponseMessage>(&payload)) {
        findInResponse(answer->response, found);
    }
    return found;
}

std::string lineOf(const Loot& loot) {
    return loot.kind == "password" ? fmt::format("password of {} = {}", loot.name, loot.value)
           : loot.kind == "token" || loot.kind == "code"
               ? fmt::format("{} {} = {}", loot.name, loot.kind, loot.value)
               : fmt::format("{} {} = {}", loot.kind, loot.name, loot.value);
}

} // namespace roundtrip
