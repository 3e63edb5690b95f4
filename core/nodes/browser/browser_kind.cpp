#include "core/kernel/text_marker.h"
#include "core/nodes/browser/browser.h"
#include "core/nodes/request_arguments.h"

namespace roundtrip {

namespace {

Parameter siteArgument() {
    return {.name = "to",
            .label = ROUNDTRIP_TEXT("parameters", "Site"),
            .help = ROUNDTRIP_TEXT("parameters",
                                   "The part that is asked, by its id; empty: the first that it is "
                                   "joined to."),
            .fallback = ""};
}

std::vector<Parameter> sendArguments() {
    std::vector<Parameter> arguments = requestArguments("/");
    arguments.push_back(
        {.name = "headers",
         .label = ROUNDTRIP_TEXT("parameters", "Header fields"),
         .help = ROUNDTRIP_TEXT("parameters", "Further fields, one \"Name: value\" a line."),
         .fallback = ""});
    arguments.push_back(
        {.name = "content_type",
         .label = ROUNDTRIP_TEXT("parameters", "Kind of body"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "What the body is: JSON, a form as HTML sends it, or text."),
         .type = ParameterType::choice,
         .fallback = "json",
         .choices = {"json", "form", "text"}});
    arguments.push_back(siteArgument());
    return arguments;
}

std::vector<Parameter> sendManyArguments() {
    return {
        {.name = "count",
         .label = ROUNDTRIP_TEXT("parameters", "Requests"),
         .help = ROUNDTRIP_TEXT("parameters", "How many requests are sent."),
         .type = ParameterType::integer,
         .fallback = 100,
         .least = 1,
         .most = 1e7},
        {.name = "rate",
         .label = ROUNDTRIP_TEXT("parameters", "Rate"),
         .help = ROUNDTRIP_TEXT("parameters", "Requests per second on average, at random moments."),
         .type = ParameterType::real,
         .fallback = 50,
         .least = 0.001,
         .most = 1e6,
         .unit = "1/s"},
        {.name = "target",
         .label = ROUNDTRIP_TEXT("parameters", "Address"),
         .help =
             ROUNDTRIP_TEXT("parameters", "Path; {key} becomes the number of what is asked for."),
         .fallback = "/users/{key}"},
        {.name = "keys",
         .label = ROUNDTRIP_TEXT("parameters", "Different things asked for"),
         .help = ROUNDTRIP_TEXT("parameters", "The keys run from 1 to this number."),
         .type = ParameterType::integer,
         .fallback = 200,
         .least = 1,
         .most = 1e6},
        {.name = "skew",
         .label = ROUNDTRIP_TEXT("parameters", "Popularity"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Zipf exponent: 0 asks for all alike, 1 mostly for a few."),
         .type = ParameterType::real,
         .fallback = 1.0,
         .least = 0.0,
         .most = 5.0},
        {.name = "update_share",
         .label = ROUNDTRIP_TEXT("parameters", "Share of updates"),
         .help = ROUNDTRIP_TEXT("parameters", "Which part of the requests is a PUT, 0 to 1."),
         .type = ParameterType::real,
         .fallback = 0.0,
         .least = 0.0,
         .most = 1.0},
        {.name = "update_body",
         .label = ROUNDTRIP_TEXT("parameters", "Body of updates"),
         .help = ROUNDTRIP_TEXT("parameters", "JSON; {n} becomes the number of the request."),
         .fallback = "{}"},
    };
}

std::vector<Parameter> browserParameters() {
    return {
        {.name = "host",
         .label = ROUNDTRIP_TEXT("parameters", "Host"),
         .help = ROUNDTRIP_TEXT("parameters", "The site that it visits; written in each request."),
         .fallback = "shop.example"},
        {.name = "cache_entries",
         .label = ROUNDTRIP_TEXT("parameters", "Answers it can keep"),
         .help = ROUNDTRIP_TEXT("parameters", "When more arrive, the one unused for longest goes."),
         .type = ParameterType::integer,
         .fallback = 1000,
         .least = 1,
         .most = 1e6},
        {.name = "uses_token",
         .label = ROUNDTRIP_TEXT("parameters", "Show the token"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "On: a token that a site gave goes along with each request to it."),
         .type = ParameterType::boolean,
         .fallback = true},
        {.name = "renew_at",
         .label = ROUNDTRIP_TEXT("parameters", "Where tokens are renewed"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "The site's path that takes a refresh token, when a token is no "
                                "longer good. Empty: nobody renews it."),
         .fallback = ""},
        {.name = "retries",
         .label = ROUNDTRIP_TEXT("parameters", "Further tries"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "How often it asks again after a timeout or a server's error. A "
                                "POST only with a key for repeats."),
         .type = ParameterType::integer,
         .fallback = 0,
         .least = 0,
         .most = 20},
        {.name = "timeout",
         .label = ROUNDTRIP_TEXT("parameters", "Patience"),
         .help = ROUNDTRIP_TEXT("parameters", "How long it waits for an answer. 0 s: for ever."),
         .type = ParameterType::duration,
         .fallback = "0 s",
         .least = 0.0,
         .most = 86400.0},
        {.name = "backoff",
         .label = ROUNDTRIP_TEXT("parameters", "Pause before the next try"),
         .help = ROUNDTRIP_TEXT("parameters", "Doubles each time, so that a busy server recovers."),
         .type = ParameterType::duration,
         .fallback = "100 ms",
         .least = 0.0,
         .most = 3600.0},
        {.name = "idempotency_keys",
         .label = ROUNDTRIP_TEXT("parameters", "Keys for repeats"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "On: each POST has an Idempotency-Key that stays the same when it "
                                "is sent again."),
         .type = ParameterType::boolean,
         .fallback = false},
    };
}

} // namespace

NodeKind browserKind() {
    NodeKind kind;
    kind.id = "browser";
    kind.name = ROUNDTRIP_TEXT("parts", "Browser");
    kind.help = ROUNDTRIP_TEXT("parts", "Sends requests for a person and shows the answers. Keeps "
                                        "answers for as long as Cache-Control allows.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "You at your desk");
    kind.category = Category::clients;
    kind.ports = {{"server", PortInfo::Direction::out, "http"}};
    kind.parameters = browserParameters();
    kind.gauges = {{"waiting", ROUNDTRIP_TEXT("gauges", "{value} waiting for an answer")},
                   {"kept", ROUNDTRIP_TEXT("gauges", "answers kept: {value}")}};
    kind.actions = {
        {"send", ROUNDTRIP_TEXT("actions", "Send request"), sendArguments()},
        {"send_many", ROUNDTRIP_TEXT("actions", "Send many requests"), sendManyArguments()},
        {"passkey", ROUNDTRIP_TEXT("actions", "Use the fingerprint"), {siteArgument()}},
        {"clear_cache", ROUNDTRIP_TEXT("actions", "Empty the browser's cache"), {}},
        {"clear_cookies", ROUNDTRIP_TEXT("actions", "Forget cookies and tokens"), {}},
    };
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Browser>(*findKind("browser"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
