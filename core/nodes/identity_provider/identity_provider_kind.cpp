#include "core/kernel/text_marker.h"
#include "core/nodes/identity_provider/identity_provider.h"
#include "core/nodes/wall_clock.h"

#include <algorithm>
#include <iterator>

namespace roundtrip {

namespace {

Problems checkClients(const nlohmann::json& value) {
    if (!value.is_object()) {
        return {{"not-an-object", {}, ""}};
    }
    Problems problems;
    for (const auto& [client, address] : value.items()) {
        if (!address.is_string()) {
            problems.push_back({"wrong-type", {client, "text"}, "/" + client});
        }
    }
    return problems;
}

/// Whom it knows, and what it insists on.
std::vector<Parameter> ruleParameters() {
    return {
        {.name = "clients",
         .label = ROUNDTRIP_TEXT("parameters", "Known sites"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Which sites may ask, and the exact address to which each gets "
                                "its answers."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::object(),
         .check = checkClients},
        {.name = "user",
         .label = ROUNDTRIP_TEXT("parameters", "Person"),
         .help = ROUNDTRIP_TEXT("parameters", "Who is signed in there in the browser that comes."),
         .fallback = "ada"},
        {.name = "consents",
         .label = ROUNDTRIP_TEXT("parameters", "The person agrees"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Off: asked whether the site may know who they are, they say no."),
         .type = ParameterType::boolean,
         .fallback = true},
        {.name = "requires_pkce",
         .label = ROUNDTRIP_TEXT("parameters", "Wants PKCE"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Off: a site may ask without the challenge of a secret. Whoever "
                                "has the code can then exchange it."),
         .type = ParameterType::boolean,
         .fallback = true},
    };
}

std::vector<Parameter> timeParameters() {
    return {
        {.name = "code_lifetime",
         .label = ROUNDTRIP_TEXT("parameters", "Life of a code"),
         .help = ROUNDTRIP_TEXT("parameters", "How soon the site has to exchange it for tokens."),
         .type = ParameterType::duration,
         .fallback = "60 s",
         .least = 0.001,
         .most = 600.0},
        {.name = "token_lifetime",
         .label = ROUNDTRIP_TEXT("parameters", "Life of a token"),
         .help = ROUNDTRIP_TEXT("parameters", "After it the site needs a new one."),
         .type = ParameterType::duration,
         .fallback = "5 min",
         .least = 1.0,
         .most = 86400.0},
        {.name = "work_time",
         .label = ROUNDTRIP_TEXT("parameters", "Time of a request"),
         .help = ROUNDTRIP_TEXT("parameters", "How long it works on each."),
         .type = ParameterType::duration,
         .fallback = "2 ms",
         .least = 0.0,
         .most = 60.0},
        clockOffsetParameter(),
    };
}

} // namespace

NodeKind identityProviderKind() {
    NodeKind kind;
    kind.id = "identity_provider";
    kind.name = ROUNDTRIP_TEXT("parts", "Identity provider");
    kind.help = ROUNDTRIP_TEXT("parts", "\"Sign in with ...\": says to other sites who somebody "
                                        "is, without telling them the password.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The office that issues identity cards");
    kind.category = Category::security;
    kind.ports = {{"clients", PortInfo::Direction::in, "http"}};
    kind.parameters = ruleParameters();
    std::ranges::move(timeParameters(), std::back_inserter(kind.parameters));
    kind.gauges = {{"passkeys", ROUNDTRIP_TEXT("gauges", "passkeys known: {value}")}};
    kind.price = {.base = 0.1};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<IdentityProvider>(*findKind("identity_provider"), context,
                                                  std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
