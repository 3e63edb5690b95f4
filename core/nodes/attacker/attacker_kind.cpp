#include "core/kernel/text_marker.h"
#include "core/nodes/attacker/attacker.h"
#include "core/nodes/request_arguments.h"

namespace roundtrip {

namespace {

Parameter rateOf(double fallback) {
    return {.name = "rate",
            .label = ROUNDTRIP_TEXT("parameters", "Rate"),
            .help = ROUNDTRIP_TEXT("parameters", "Requests per second, at even distances."),
            .type = ParameterType::real,
            .fallback = fallback,
            .least = 0.001,
            .most = 1e4,
            .unit = "1/s"};
}

std::vector<Parameter> bruteForceArguments() {
    return {
        {.name = "account",
         .label = ROUNDTRIP_TEXT("parameters", "Account"),
         .help = ROUNDTRIP_TEXT("parameters", "Whose password is guessed."),
         .fallback = "ada"},
        addressArgument("/login"),
        {.name = "passwords",
         .label = ROUNDTRIP_TEXT("parameters", "Passwords"),
         .help =
             ROUNDTRIP_TEXT("parameters", "One a line; empty: the hundred that people use most."),
         .fallback = ""},
        rateOf(10.0),
        {.name = "waits",
         .label = ROUNDTRIP_TEXT("parameters", "Waits for each answer"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Off: the next guess leaves at its time, whatever became of the "
                                "one before."),
         .type = ParameterType::boolean,
         .fallback = true},
    };
}

std::vector<Parameter> injectArguments() {
    return {
        {.name = "target",
         .label = ROUNDTRIP_TEXT("parameters", "Address"),
         .help = ROUNDTRIP_TEXT("parameters", "{payload} becomes what is tried."),
         .fallback = "/users?name={payload}"},
        {.name = "harmless",
         .label = ROUNDTRIP_TEXT("parameters", "Harmless value"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "What anybody would ask; more or other rows than its answer has "
                                "are a leak."),
         .fallback = "1"},
        {.name = "payloads",
         .label = ROUNDTRIP_TEXT("parameters", "What is tried"),
         .help = ROUNDTRIP_TEXT("parameters", "One a line; empty: a few famous ones."),
         .fallback = ""},
    };
}

std::vector<Parameter> floodArguments() {
    return {
        addressArgument("/"),
        rateOf(200.0),
        {.name = "time",
         .label = ROUNDTRIP_TEXT("parameters", "How long"),
         .help = ROUNDTRIP_TEXT("parameters", "For how long requests are sent."),
         .type = ParameterType::duration,
         .fallback = "5 s",
         .least = 0.001,
         .most = 600.0},
    };
}

std::vector<Parameter> forgeTokenArguments() {
    std::vector<Parameter> arguments = requestArguments("/admin");
    arguments.insert(
        arguments.begin(),
        {.name = "how",
         .label = ROUNDTRIP_TEXT("parameters", "Forgery"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "alg_none: nobody signed it. changed_role: an overheard one says "
                                "admin. expired: an overheard one is shown after its time."),
         .type = ParameterType::choice,
         .fallback = "alg_none",
         .choices = {"alg_none", "changed_role", "expired"}});
    return arguments;
}

std::vector<Parameter> redeemCodeArguments() {
    return {
        {.name = "to",
         .label = ROUNDTRIP_TEXT("parameters", "Identity provider"),
         .help = ROUNDTRIP_TEXT("parameters", "Which part gives tokens for the code, by its id."),
         .fallback = "idp"},
        {.name = "client_id",
         .label = ROUNDTRIP_TEXT("parameters", "Name of the site"),
         .help = ROUNDTRIP_TEXT("parameters", "For whom the code was meant. It is no secret."),
         .fallback = ""},
        {.name = "redirect_uri",
         .label = ROUNDTRIP_TEXT("parameters", "Address of the site"),
         .help = ROUNDTRIP_TEXT("parameters", "Where the code was sent. It is no secret either."),
         .fallback = ""},
        {.name = "verifier",
         .label = ROUNDTRIP_TEXT("parameters", "Secret of PKCE"),
         .help = ROUNDTRIP_TEXT("parameters", "What is shown for it, a guess. Empty: nothing."),
         .fallback = ""},
    };
}

} // namespace

NodeKind attackerKind() {
    NodeKind kind;
    kind.id = "attacker";
    kind.name = ROUNDTRIP_TEXT("parts", "Attacker");
    kind.help = ROUNDTRIP_TEXT("parts", "Wants in: guesses passwords, uses what was overheard, "
                                        "injects, floods, forges, and lures browsers to a page.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "Somebody who tries every door");
    kind.category = Category::security;
    kind.ports = {{"loot", PortInfo::Direction::in, "loot"},
                  {"visitors", PortInfo::Direction::in, "http"},
                  {"target", PortInfo::Direction::out, "http"}};
    kind.parameters = {
        {.name = "target_site",
         .label = ROUNDTRIP_TEXT("parameters", "Attacked site"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Where the page at /evil sends a visitor's browser: a part's id."),
         .fallback = "app"},
        {.name = "csrf_path",
         .label = ROUNDTRIP_TEXT("parameters", "Address of the forged form"),
         .help = ROUNDTRIP_TEXT("parameters", "What the page at /evil makes the browser ask for."),
         .fallback = "/transfer"},
        {.name = "csrf_body",
         .label = ROUNDTRIP_TEXT("parameters", "Fields of the forged form"),
         .help = ROUNDTRIP_TEXT("parameters", "As in an address: to=mallory&amount=100."),
         .fallback = "to=mallory&amount=100"},
    };
    kind.gauges = {{"found", ROUNDTRIP_TEXT("gauges", "secrets in hand: {value}")}};
    kind.actions = {
        {"brute_force", ROUNDTRIP_TEXT("actions", "Guess passwords"), bruteForceArguments()},
        {"use_stolen_cookie", ROUNDTRIP_TEXT("actions", "Use the stolen cookie"),
         requestArguments("/")},
        {"replay", ROUNDTRIP_TEXT("actions", "Send what was overheard again"), {}},
        {"inject", ROUNDTRIP_TEXT("actions", "Try injections"), injectArguments()},
        {"flood", ROUNDTRIP_TEXT("actions", "Flood"), floodArguments()},
        {"forge_token", ROUNDTRIP_TEXT("actions", "Forge a token"), forgeTokenArguments()},
        {"redeem_code", ROUNDTRIP_TEXT("actions", "Lie in wait for a code"), redeemCodeArguments()},
    };
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Attacker>(*findKind("attacker"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
