#include "core/kernel/text_marker.h"
#include "core/nodes/live_client/live_client.h"

namespace roundtrip {

namespace {

Parameter durationParameter(std::string name, const char* label, const char* help,
                            const char* fallback, double least = 0) {
    return {.name = std::move(name),
            .label = label,
            .help = help,
            .type = ParameterType::duration,
            .fallback = fallback,
            .least = least,
            .most = 86400.0};
}

std::vector<Parameter> people() {
    return {
        {.name = "transport",
         .label = ROUNDTRIP_TEXT("parameters", "How it hears of news"),
         .help = ROUNDTRIP_TEXT(
             "parameters", "polling: asks again and again. long_polling: asks, and the answer "
                           "waits for news. sse: one answer that never ends. websocket: a line "
                           "on which both talk."),
         .type = ParameterType::choice,
         .fallback = "websocket",
         .choices = {"polling", "long_polling", "sse", "websocket"}},
        {.name = "room",
         .label = ROUNDTRIP_TEXT("parameters", "Chat room"),
         .help = ROUNDTRIP_TEXT("parameters", "The room in which it is."),
         .fallback = "lobby"},
        {.name = "rooms",
         .label = ROUNDTRIP_TEXT("parameters", "Rooms of a crowd"),
         .help = ROUNDTRIP_TEXT("parameters", "Over how many rooms its people are spread evenly: "
                                              "lobby-1, lobby-2 and so on. 1: all in one room."),
         .type = ParameterType::integer,
         .fallback = 1,
         .least = 1,
         .most = 100'000},
        {.name = "host",
         .label = ROUNDTRIP_TEXT("parameters", "Host"),
         .help = ROUNDTRIP_TEXT("parameters", "The name of the site in its requests."),
         .fallback = "chat.example"},
        {.name = "count",
         .label = ROUNDTRIP_TEXT("parameters", "People"),
         .help = ROUNDTRIP_TEXT("parameters", "How many people this part stands for."),
         .type = ParameterType::integer,
         .fallback = 1,
         .least = 1,
         .most = 100'000},
        {.name = "says_every",
         .label = ROUNDTRIP_TEXT("parameters", "Time between messages"),
         .help = ROUNDTRIP_TEXT("parameters", "How long each of them is silent before it says "
                                              "something. 0 s: it only listens."),
         .type = ParameterType::distribution,
         .fallback = "0 s"},
        {.name = "words",
         .label = ROUNDTRIP_TEXT("parameters", "What they say"),
         .help = ROUNDTRIP_TEXT("parameters", "The beginning of each message; a number follows."),
         .fallback = "hi"},
        {.name = "connects_at_start",
         .label = ROUNDTRIP_TEXT("parameters", "Comes by itself"),
         .help = ROUNDTRIP_TEXT("parameters", "Off: it waits to be told."),
         .type = ParameterType::boolean,
         .fallback = true},
        durationParameter("connects_within", ROUNDTRIP_TEXT("parameters", "All come within"),
                          ROUNDTRIP_TEXT("parameters", "The people of a crowd come at chance "
                                                       "moments of this time."),
                          "0 s"),
    };
}

std::vector<Parameter> waiting() {
    return {
        durationParameter("poll_interval", ROUNDTRIP_TEXT("parameters", "Time between questions"),
                          ROUNDTRIP_TEXT("parameters", "polling: from one question to the next."),
                          "5 s", 0.001),
        durationParameter("wait", ROUNDTRIP_TEXT("parameters", "How long a question waits"),
                          ROUNDTRIP_TEXT("parameters", "long_polling: after this time without news "
                                                       "the answer is empty. Whole seconds."),
                          "25 s", 1),
        durationParameter("timeout", ROUNDTRIP_TEXT("parameters", "Patience"),
                          ROUNDTRIP_TEXT("parameters",
                                         "How long it waits for an answer that should "
                                         "come at once. 0 s: for ever."),
                          "10 s"),
        durationParameter("silence_limit", ROUNDTRIP_TEXT("parameters", "Longest silence"),
                          ROUNDTRIP_TEXT("parameters", "A line on which nothing came for so long, "
                                                       "not even a ping, is given up. 0 s: never."),
                          "60 s"),
        {.name = "reconnects",
         .label = ROUNDTRIP_TEXT("parameters", "Comes back"),
         .help = ROUNDTRIP_TEXT("parameters", "Whether it connects again when its line is lost."),
         .type = ParameterType::boolean,
         .fallback = true},
        durationParameter("backoff", ROUNDTRIP_TEXT("parameters", "First pause"),
                          ROUNDTRIP_TEXT("parameters", "Before it comes back; doubles from one "
                                                       "failure to the next."),
                          "1 s", 0.001),
        durationParameter("backoff_most", ROUNDTRIP_TEXT("parameters", "Longest pause"),
                          ROUNDTRIP_TEXT("parameters", "The pause does not grow beyond this."),
                          "30 s", 0.001),
        {.name = "backoff_jitter",
         .label = ROUNDTRIP_TEXT("parameters", "Chance in the pause"),
         .help = ROUNDTRIP_TEXT("parameters", "none: all come back at the same moment. equal: half "
                                              "of the pause is chance. full: all of it."),
         .type = ParameterType::choice,
         .fallback = "full",
         .choices = {"none", "equal", "full"}},
    };
}

std::vector<Parameter> liveClientParameters() {
    std::vector<Parameter> parameters = people();
    for (Parameter& parameter : waiting()) {
        parameters.push_back(std::move(parameter));
    }
    return parameters;
}

std::vector<ActionInfo> liveClientActions() {
    return {
        {"say",
         ROUNDTRIP_TEXT("actions", "Say something"),
         {{.name = "text",
           .label = ROUNDTRIP_TEXT("parameters", "Text"),
           .help = ROUNDTRIP_TEXT("parameters", "What everybody in the room hears."),
           .fallback = "hi"}}},
        {"edit",
         ROUNDTRIP_TEXT("actions", "Edit the text"),
         {{.name = "text",
           .label = ROUNDTRIP_TEXT("parameters", "Text"),
           .help = ROUNDTRIP_TEXT("parameters", "The whole text as it is after the edit."),
           .fallback = ""}}},
        {"move",
         ROUNDTRIP_TEXT("actions", "Move in the game"),
         {{.name = "input",
           .label = ROUNDTRIP_TEXT("parameters", "Steps per tick"),
           .help = ROUNDTRIP_TEXT("parameters", "Negative: backwards. 0: stop."),
           .type = ParameterType::real,
           .fallback = 1,
           .least = -100,
           .most = 100}}},
        {"connect", ROUNDTRIP_TEXT("actions", "Connect"), {}},
        {"disconnect", ROUNDTRIP_TEXT("actions", "Disconnect"), {}},
        {"vanish", ROUNDTRIP_TEXT("actions", "Vanish without a word"), {}},
    };
}

} // namespace

NodeKind liveClientKind() {
    NodeKind kind;
    kind.id = "live_client";
    kind.name = ROUNDTRIP_TEXT("parts", "Live client");
    kind.help = ROUNDTRIP_TEXT("parts", "A person, or a crowd, with an app that shows what is new "
                                        "the moment it hears of it.");
    kind.analogy =
        ROUNDTRIP_TEXT("parts", "Somebody who waits for news: at the letter box or on the "
                                "phone");
    kind.category = Category::clients;
    kind.ports = {{"server", PortInfo::Direction::out, "http"}};
    kind.parameters = liveClientParameters();
    kind.gauges = {
        {"open", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} lines open"),
         GaugeInfo::Look::bar},
        {"heard", ROUNDTRIP_TEXT("gauges", "messages heard: {value}"), GaugeInfo::Look::text},
        {"delay", ROUNDTRIP_TEXT("gauges", "{value} ms old on average"), GaugeInfo::Look::text},
        {"requests", ROUNDTRIP_TEXT("gauges", "requests made: {value}"), GaugeInfo::Look::text},
        {"traffic", ROUNDTRIP_TEXT("gauges", "{value} kB to and fro"), GaugeInfo::Look::text}};
    kind.actions = liveClientActions();
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<LiveClient>(*findKind("live_client"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
