#include "core/net/message.h"

#include <fmt/format.h>

namespace roundtrip {

namespace {

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

std::string cacheLine(const CacheCommand& command) {
    switch (command.kind) {
    case CacheCommand::Kind::get:
        return fmt::format("GET {}", command.key);
    case CacheCommand::Kind::set:
        return fmt::format("SET {}", command.key);
    case CacheCommand::Kind::remove:
        return fmt::format("DEL {}", command.key);
    }
    return {};
}

std::string cacheWire(const CacheCommand& command) {
    if (command.kind != CacheCommand::Kind::set) {
        return cacheLine(command);
    }
    const std::string expiry = command.ttl == SimTime()
                                   ? std::string()
                                   : fmt::format(" PX {}", command.ttl.ns() / 1'000'000);
    return fmt::format("{}{}\n{}", cacheLine(command), expiry, command.value);
}

std::string sqlWire(const SqlCommand& command) {
    std::string text = command.sql;
    if (!command.values.is_object()) {
        return text;
    }
    for (const auto& [name, value] : command.values.items()) {
        if (command.sql.find(":" + name) != std::string::npos) {
            text += fmt::format("\n-- :{} = {}", name, value.dump());
        }
    }
    return text;
}

std::string firstWord(const std::string& sql) {
    return sql.substr(0, sql.find_first_of(" \n\t("));
}

std::string resultTitle(const SqlReply& reply) {
    if (!reply.error.empty()) {
        return reply.error;
    }
    const std::size_t rows = reply.rows.size();
    if (rows == 0 && reply.changedRows > 0) {
        return fmt::format("{} changed", reply.changedRows);
    }
    return fmt::format("{} {}", rows, rows == 1 ? "row" : "rows");
}

} // namespace

MessageKind kindOf(const Payload& payload) {
    return std::visit(Overloaded{
                          [](const http::Request&) { return MessageKind::request; },
                          [](const HttpResponseMessage&) { return MessageKind::response; },
                          [](const CacheCommand&) { return MessageKind::query; },
                          [](const CacheReply&) { return MessageKind::result; },
                          [](const SqlCommand&) { return MessageKind::query; },
                          [](const SqlReply&) { return MessageKind::result; },
                          [](const Job&) { return MessageKind::job; },
                          [](const Loot&) { return MessageKind::frame; },
                      },
                      payload);
}

bool isFailure(const Payload& payload) {
    if (const auto* http = std::get_if<HttpResponseMessage>(&payload)) {
        return http->response.status >= 400;
    }
    const auto* sql = std::get_if<SqlReply>(&payload);
    return sql != nullptr && !sql->error.empty();
}

std::string wireText(const Payload& payload) {
    return std::visit(
        Overloaded{
            [](const http::Request& request) { return http::wireText(request); },
            [](const HttpResponseMessage& message) { return http::wireText(message.response); },
            [](const CacheCommand& command) { return cacheWire(command); },
            [](const CacheReply& reply) {
                return reply.found && reply.value.empty() ? std::string("OK")
                       : reply.found                      ? reply.value
                                                          : std::string("(nil)");
            },
            [](const SqlCommand& command) { return sqlWire(command); },
            [](const SqlReply& reply) {
                return !reply.error.empty()                          ? reply.error
                       : reply.rows.empty() && reply.changedRows > 0 ? resultTitle(reply)
                                                                     : reply.rows.dump(2);
            },
            [](const Job& job) { return fmt::format("job {}", job.id); },
            [](const Loot& loot) {
                return fmt::format("{} {} = {}", loot.kind, loot.name, loot.value);
            },
        },
        payload);
}

std::string titleOf(const Payload& payload) {
    return std::visit(
        Overloaded{
            [](const http::Request& request) {
                return fmt::format("{} {}", http::toString(request.method), request.target);
            },
            [](const HttpResponseMessage& message) {
                return fmt::format("{} {}", message.response.status,
                                   http::reasonPhrase(message.response.status));
            },
            [](const CacheCommand& command) { return cacheLine(command); },
            [](const CacheReply& reply) {
                return std::string(!reply.found ? "(nil)" : reply.value.empty() ? "OK" : "value");
            },
            [](const SqlCommand& command) { return firstWord(command.sql); },
            [](const SqlReply& reply) { return resultTitle(reply); },
            [](const Job& job) { return fmt::format("job {}", job.id); },
            [](const Loot& loot) { return fmt::format("{} {}", loot.kind, loot.name); },
        },
        payload);
}

} // namespace roundtrip
