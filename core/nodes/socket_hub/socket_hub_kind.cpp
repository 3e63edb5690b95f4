#include "core/kernel/text_marker.h"
#include "core/nodes/socket_hub/socket_hub.h"

namespace roundtrip {

namespace {

Problems checkRooms(const nlohmann::json& value) {
    Problems problems;
    (void)realtime::readRooms(value, problems);
    return problems;
}

Parameter durationParameter(std::string name, const char* label, const char* help,
                            const char* fallback) {
    return {.name = std::move(name),
            .label = label,
            .help = help,
            .type = ParameterType::duration,
            .fallback = fallback,
            .least = 0.0,
            .most = 86400.0};
}

std::vector<Parameter> socketHubParameters() {
    return {
        {.name = "rooms",
         .label = ROUNDTRIP_TEXT("parameters", "Rooms"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "By name: what each is for, a chat, a price, a document or a "
                                "game. A room that is not named here is a chat."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::object(),
         .check = checkRooms},
        {.name = "most_sockets",
         .label = ROUNDTRIP_TEXT("parameters", "Most connections"),
         .help = ROUNDTRIP_TEXT("parameters", "How many sockets and streams may be open at the "
                                              "same time."),
         .type = ParameterType::integer,
         .fallback = 10000,
         .least = 1,
         .most = 1'000'000},
        {.name = "history",
         .label = ROUNDTRIP_TEXT("parameters", "Messages kept"),
         .help = ROUNDTRIP_TEXT("parameters", "How many messages of a room are kept for those who "
                                              "ask later or come back."),
         .type = ParameterType::integer,
         .fallback = 50,
         .least = 0,
         .most = 10000},
        durationParameter("ping_interval", ROUNDTRIP_TEXT("parameters", "Time between pings"),
                          ROUNDTRIP_TEXT("parameters", "How often it asks each socket whether "
                                                       "it is still there. 0 s: never."),
                          "25 s"),
        durationParameter("pong_timeout", ROUNDTRIP_TEXT("parameters", "Patience for a pong"),
                          ROUNDTRIP_TEXT("parameters", "A socket that has not answered a ping by "
                                                       "then is given up."),
                          "20 s"),
        {.name = "says_goodbye",
         .label = ROUNDTRIP_TEXT("parameters", "Say goodbye"),
         .help = ROUNDTRIP_TEXT("parameters", "On: when it stops it closes every socket with code "
                                              "1001. Off: the connections just break."),
         .type = ParameterType::boolean,
         .fallback = true},
        {.name = "save_to",
         .label = ROUNDTRIP_TEXT("parameters", "Where messages are saved"),
         .help = ROUNDTRIP_TEXT("parameters", "The address at its service to which it posts every "
                                              "message."),
         .fallback = "/messages"},
        durationParameter("overhead", ROUNDTRIP_TEXT("parameters", "Time per request"),
                          ROUNDTRIP_TEXT("parameters", "Work for reading a request or a "
                                                       "handshake."),
                          "1 ms"),
    };
}

} // namespace

NodeKind socketHubKind() {
    NodeKind kind;
    kind.id = "socket_hub";
    kind.name = ROUNDTRIP_TEXT("parts", "Socket hub");
    kind.help = ROUNDTRIP_TEXT("parts", "Keeps lines to many clients open and tells everybody in a "
                                        "room what one of them says.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The telephone exchange with its party lines");
    kind.category = Category::compute;
    kind.ports = {{"clients", PortInfo::Direction::in, "http"},
                  {"keys", PortInfo::Direction::out, "keys"},
                  {"services", PortInfo::Direction::out, "http"}};
    kind.parameters = socketHubParameters();
    kind.gauges = {
        {"sockets", ROUNDTRIP_TEXT("gauges", "{value} of {capacity} lines open"),
         GaugeInfo::Look::bar, "", GaugeInfo::Measures::connections},
        {"rooms", ROUNDTRIP_TEXT("gauges", "rooms: {value}"), GaugeInfo::Look::text},
        {"messages", ROUNDTRIP_TEXT("gauges", "messages so far: {value}"), GaugeInfo::Look::text}};
    kind.price = {.base = 0.08};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<SocketHub>(*findKind("socket_hub"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
