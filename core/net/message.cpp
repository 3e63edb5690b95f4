#include "core/net/message.h"

#include "core/data/changeset.h"
#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <type_traits>

namespace roundtrip {

namespace {

/// Which of the payload's kinds that is.
template <class T, std::size_t I = 0>
constexpr std::size_t indexOfPayload() {
    if constexpr (std::is_same_v<T, std::variant_alternative_t<I, Payload>>) {
        return I;
    } else {
        return indexOfPayload<T, I + 1>();
    }
}

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

constexpr const char* kClosed = "connection closed"; // no bytes: the end of a TCP connection

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
    if (reply.isEmpty) {
        return "OK";
    }
    const std::size_t rows = reply.rows.size();
    if (rows == 0 && reply.changedRows > 0) {
        return fmt::format("{} changed", reply.changedRows);
    }
    return fmt::format("{} {}", rows, rows == 1 ? "row" : "rows");
}

/// One line per row, as a replication log shows them.
std::string replicationWire(const Replication& replication) {
    if (replication.isQuestion) {
        return "START_REPLICATION: send me a copy and what follows";
    }
    if (!replication.image.empty()) {
        return fmt::format("copy of the database\n{} bytes of tables and rows",
                           replication.image.size());
    }
    std::string text;
    for (const RowChange& change : readChangeset(replication.changes)) {
        const char* what = change.kind == RowChange::Kind::inserted  ? "INSERT"
                           : change.kind == RowChange::Kind::deleted ? "DELETE"
                                                                     : "UPDATE";
        text += fmt::format("{}{} {}: {}", text.empty() ? "" : "\n", what, change.table,
                            (change.after.is_null() ? change.before : change.after).dump());
    }
    return text;
}

/// Words with spaces or quotes in double quotes, as one types them.
std::string keyLine(const KeyCommand& command) {
    std::string line;
    for (const std::string& word : command.words) {
        const bool isPlain = !word.empty() && word.find_first_of(" \"\n") == std::string::npos;
        line += (line.empty() ? "" : " ") + (isPlain ? word : fmt::format("\"{}\"", word));
    }
    return line;
}

std::string jsonText(const nlohmann::ordered_json& json, int indent = -1) {
    return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string documentTitle(const DocumentCommand& command) {
    return fmt::format("{}.{}", command.collection, command.operation);
}

std::string documentWire(const DocumentCommand& command) {
    std::string arguments =
        jsonText(command.operation == "insertOne" ? command.update : command.filter);
    if (command.operation.starts_with("update")) {
        arguments += ", " + jsonText(command.update);
    } else if (!command.projection.empty()) {
        arguments += ", " + jsonText(command.projection);
    }
    std::string text = fmt::format("db.{}({})", documentTitle(command), arguments);
    if (!command.sort.empty()) {
        text += fmt::format(".sort({})", jsonText(command.sort));
    }
    if (command.skip > 0) {
        text += fmt::format(".skip({})", command.skip);
    }
    return command.limit > 0 ? text + fmt::format(".limit({})", command.limit) : text;
}

std::string documentTitle(const DocumentReply& reply) {
    return !reply.error.empty()
               ? reply.error.substr(0, reply.error.find('\n'))
               : fmt::format("{} {}", reply.count, reply.count == 1 ? "document" : "documents");
}

const char* wordsOf(const Refusal& refusal) {
    return refusal.reason == Refusal::Reason::refused ? "connection refused" : "connection reset";
}

struct SegmentDetails {
    const char* name;
    const char* text;
    std::size_t bytes; ///< with the headers of IP and TCP; TLS as browsers and servers send it
};
const SegmentDetails& detailsOf(const Segment& segment) {
    static constexpr std::array<SegmentDetails, 4> kDetails{{
        {"SYN", "SYN\nmay I open a connection?", 60},
        {"SYN, ACK", "SYN, ACK\nyou may, and may I?", 60},
        {"ClientHello", "ClientHello\nciphers that I know, my half of a key", 557},
        {"ServerHello", "ServerHello\nmy half of the key, certificate, signature, Finished", 3'200},
    }};
    return kDetails[static_cast<std::size_t>(segment.step)];
}

} // namespace

const HttpResponseMessage* httpAnswer(const std::optional<Message>& answer) {
    return answer ? std::get_if<HttpResponseMessage>(&answer->payload) : nullptr;
}

HttpResponseMessage* httpAnswer(std::optional<Message>& answer) {
    return answer ? std::get_if<HttpResponseMessage>(&answer->payload) : nullptr;
}

int statusOf(const HttpResponseMessage* answer) {
    return answer == nullptr ? 0 : answer->response.status;
}

std::string failureOf(const HttpResponseMessage* answer, SimTime waited) {
    return answer == nullptr              ? fmt::format("timeout\n{}", durationText(waited))
           : answer->response.status == 0 ? answer->failure
                                          : fmt::format("failed\n{}", answer->response.status);
}

MessageKind kindOf(const Payload& payload) {
    return std::visit(Overloaded{
                          [](const http::Request&) { return MessageKind::request; },
                          [](const HttpResponseMessage&) { return MessageKind::response; },
                          [](const CacheCommand&) { return MessageKind::query; },
                          [](const CacheReply&) { return MessageKind::result; },
                          [](const SqlCommand&) { return MessageKind::query; },
                          [](const SqlReply&) { return MessageKind::result; },
                          [](const Replication&) { return MessageKind::frame; },
                          [](const KeyCommand&) { return MessageKind::query; },
                          [](const KeyReply&) { return MessageKind::result; },
                          [](const KeyPush&) { return MessageKind::frame; },
                          [](const DocumentCommand&) { return MessageKind::query; },
                          [](const DocumentReply&) { return MessageKind::result; },
                          [](const items::ItemRequest&) { return MessageKind::query; },
                          [](const ItemAnswer&) { return MessageKind::result; },
                          [](const Job&) { return MessageKind::job; },
                          [](const Loot&) { return MessageKind::frame; },
                          [](const Refusal&) { return MessageKind::response; },
                          [](const Segment&) { return MessageKind::frame; },
                          [](const TaskCommand& command) {
                              return command.kind == TaskCommand::Kind::publish
                                         ? MessageKind::job
                                         : MessageKind::query;
                          },
                          [](const TaskReply&) { return MessageKind::result; },
                          [](const TaskDelivery&) { return MessageKind::job; },
                          [](const SocketFrame&) { return MessageKind::frame; },
                      },
                      payload);
}

bool isQuestion(const Payload& payload) {
    return std::visit(Overloaded{
                          [](const http::Request&) { return true; },
                          [](const CacheCommand&) { return true; },
                          [](const SqlCommand&) { return true; },
                          [](const KeyCommand&) { return true; },
                          [](const DocumentCommand&) { return true; },
                          [](const items::ItemRequest&) { return true; },
                          [](const TaskCommand& command) { return isAnswered(command); },
                          [](const auto&) { return false; },
                      },
                      payload);
}

Payload noAnswer(std::size_t question, Refusal refusal) {
    const std::string words = wordsOf(refusal);
    switch (question) {
    case indexOfPayload<http::Request>(): {
        HttpResponseMessage message;
        message.response.status = 0;
        message.failure = refusal.reason == Refusal::Reason::refused ? "refused" : "reset";
        return message;
    }
    case indexOfPayload<CacheCommand>():
        return CacheReply{.found = false, .value = {}, .provenance = {}, .isMissing = true};
    case indexOfPayload<SqlCommand>(): {
        SqlReply reply;
        reply.error = words;
        return reply;
    }
    case indexOfPayload<KeyCommand>():
        return KeyReply{KeyValueReply::error(words), {}, true};
    case indexOfPayload<DocumentCommand>(): {
        DocumentReply reply;
        reply.error = words;
        return reply;
    }
    case indexOfPayload<items::ItemRequest>():
        return ItemAnswer{{.operation = {},
                           .exception = "NoConnection",
                           .message = words,
                           .items = {},
                           .lastEvaluatedKey = {}},
                          {}};
    case indexOfPayload<TaskCommand>():
        return TaskReply{.isAccepted = false, .id = 0, .state = {}, .isMissing = true};
    default:
        return refusal; // nobody waits for an answer to anything else
    }
}

bool isFailure(const Payload& payload) {
    if (std::holds_alternative<Refusal>(payload)) {
        return true;
    }
    if (const auto* http = std::get_if<HttpResponseMessage>(&payload)) {
        return http->response.status >= 400;
    }
    if (const auto* keys = std::get_if<KeyReply>(&payload)) {
        return keys->reply.isError();
    }
    if (const auto* documents = std::get_if<DocumentReply>(&payload)) {
        return !documents->error.empty();
    }
    if (const auto* answer = std::get_if<ItemAnswer>(&payload)) {
        return answer->reply.isError();
    }
    if (const auto* task = std::get_if<TaskReply>(&payload)) {
        return !task->isAccepted;
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
                const bool hasRows = !reply.rows.empty() || reply.changedRows == 0;
                return !reply.error.empty() || reply.isEmpty || !hasRows ? resultTitle(reply)
                                                                         : reply.rows.dump(2);
            },
            [](const Replication& replication) { return replicationWire(replication); },
            [](const KeyCommand& command) { return keyLine(command); },
            [](const KeyReply& reply) { return shownText(reply.reply); },
            [](const KeyPush& push) {
                return push.isClosed ? std::string(kClosed) : shownText(push.reply);
            },
            [](const DocumentCommand& command) { return documentWire(command); },
            [](const DocumentReply& reply) {
                return !reply.error.empty()      ? reply.error
                       : reply.documents.empty() ? documentTitle(reply)
                                                 : jsonText(reply.documents, 2);
            },
            [](const items::ItemRequest& request) { return items::wireText(request); },
            [](const ItemAnswer& answer) { return items::wireText(answer.reply); },
            [](const Job& job) { return fmt::format("job {}", job.id); },
            [](const Loot& loot) {
                return fmt::format("{} {} = {}", loot.kind, loot.name, loot.value);
            },
            [](const Refusal& refusal) { return std::string(wordsOf(refusal)); },
            [](const Segment& segment) { return std::string(detailsOf(segment).text); },
            [](const TaskCommand& command) { return wireText(command); },
            [](const TaskReply& reply) { return wireText(reply); },
            [](const TaskDelivery& delivery) { return wireText(delivery); },
            [](const SocketFrame& frame) { return wireText(frame); },
        },
        payload);
}

std::size_t bytesOnWire(const Payload& payload, std::string_view wire) {
    if (const auto* segment = std::get_if<Segment>(&payload)) {
        return detailsOf(*segment).bytes;
    }
    if (const auto* frame = std::get_if<SocketFrame>(&payload)) {
        return bytesOnWire(*frame);
    }
    const auto* replication = std::get_if<Replication>(&payload);
    return replication == nullptr
               ? wire.size()
               : std::max<std::size_t>(replication->changes.size() + replication->image.size(), 64);
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
            [](const Replication& replication) {
                return replication.isQuestion ? std::string("copy please")
                       : replication.image.empty()
                           ? fmt::format("{} changed", changedRowNames(replication.changes).size())
                           : std::string("copy");
            },
            [](const KeyCommand& command) {
                return fmt::format(
                    "{}", fmt::join(command.words.begin(),
                                    command.words.begin() +
                                        std::min<std::ptrdiff_t>(2, std::ssize(command.words)),
                                    " "));
            },
            [](const KeyReply& reply) { return oneLine(reply.reply); },
            [](const KeyPush& push) {
                return push.isClosed ? std::string(kClosed) : oneLine(push.reply);
            },
            [](const DocumentCommand& command) { return documentTitle(command); },
            [](const DocumentReply& reply) { return documentTitle(reply); },
            [](const items::ItemRequest& request) { return items::titleOf(request); },
            [](const ItemAnswer& answer) { return items::titleOf(answer.reply); },
            [](const Job& job) { return fmt::format("job {}", job.id); },
            [](const Loot& loot) { return fmt::format("{} {}", loot.kind, loot.name); },
            [](const Refusal& refusal) { return std::string(wordsOf(refusal)); },
            [](const Segment& segment) { return std::string(detailsOf(segment).name); },
            [](const TaskCommand& command) { return titleOf(command); },
            [](const TaskReply& reply) { return titleOf(reply); },
            [](const TaskDelivery& delivery) { return titleOf(delivery); },
            [](const SocketFrame& frame) { return titleOf(frame); },
        },
        payload);
}

} // namespace roundtrip
