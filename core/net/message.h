#pragma once

#include "core/data/items/item_request.h"
#include "core/data/key_value_reply.h"
#include "core/data/transactions/isolation.h"
#include "core/data/transactions/lock_table.h"
#include "core/http/message.h"
#include "core/kernel/error.h"
#include "core/kernel/sim_time.h"
#include "core/net/socket_frame.h"
#include "core/net/task_message.h"
#include "core/trace/fact.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace roundtrip {

/// Which database rows some data shows, and when it was read there. It travels with the data so
/// that the run can tell the learner how old it is; no node acts on it.
struct Provenance {
    SimTime readAt;
    std::vector<std::string> rows;    ///< "users#123"; empty: not from a database
    NodeId answeredBy = NodeId::none; ///< the node that gave the data
};

struct CacheCommand {
    enum class Kind { get, set, remove };
    Kind kind = Kind::get;
    std::string key;
    std::string value;
    SimTime ttl; ///< zero: the cache's own time to live
    Provenance provenance;
};
struct CacheReply {
    bool found = false; ///< of a get: a hit; of a remove: there was one
    std::string value;
    Provenance provenance;
    bool isMissing = false; ///< nobody answered: the cache is not there
    std::string error = {}; ///< of the database behind it; empty: none
};
struct SqlCommand {
    enum class Step { statement, begin, commit, rollback };
    std::string sql;
    nlohmann::json values; ///< bound by name
    bool isPasted = false; ///< the values stand in the text, where they may do harm
    Step step = Step::statement;
    TransactionId transaction = 0;      ///< to which it belongs; 0: a statement by itself
    std::optional<Isolation> isolation; ///< of a begin; nothing: as the database has it
    bool writesAtOnce = false;          ///< of a begin: BEGIN IMMEDIATE
};
struct SqlReply {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    std::int64_t changedRows = 0;
    Provenance provenance;
    std::string error;              ///< the database's words; empty: it worked
    bool isEmpty = false;           ///< of a begin or an end, which give nothing
    TransactionId transaction = 0;  ///< of a begin: which one it is
    bool isWorthAnotherTry = false; ///< it failed for what others did at the same time
};
/// What a database tells its copies.
struct Replication {
    std::string changes; ///< a changeset that was committed
    std::string image;   ///< at the start, and after a gap: the whole database
    SimTime committedAt;
    std::uint64_t number = 0; ///< of the change: who misses one needs a copy
    bool isQuestion = false;  ///< from a replica: send me a copy
};
struct KeyCommand {
    std::vector<std::string> words; ///< "SET", "user:1", "Ada"
    /// Of the connections that the asker has: 0 for commands.
    std::uint32_t connection = 0;
    /// The one that subscribes: nothing else can be asked over it.
    static constexpr std::uint32_t kSubscribing = 1;
};
struct KeyReply {
    KeyValueReply reply;
    Provenance provenance;
    bool isMissing = false; ///< nobody answered: the store is not there
};
/// What a key-value store sends without being asked.
struct KeyPush {
    KeyValueReply reply; ///< ["message", channel, text] or ["pmessage", pattern, channel, text]
    std::uint32_t connection = 0;
    bool isClosed = false; ///< the connection is gone, and with it its subscriptions
};
struct DocumentCommand {
    std::string collection;
    /// find, insertOne, updateOne, updateMany, deleteOne, deleteMany or countDocuments
    std::string operation;
    nlohmann::ordered_json filter = nlohmann::ordered_json::object();
    nlohmann::ordered_json update = nlohmann::ordered_json::object(); ///< or what is inserted
    nlohmann::ordered_json sort = nlohmann::ordered_json::object();
    nlohmann::ordered_json projection = nlohmann::ordered_json::object();
    std::int64_t skip = 0;
    std::int64_t limit = 0; ///< 0: all
};
struct DocumentReply {
    nlohmann::ordered_json documents = nlohmann::ordered_json::array();
    std::int64_t count = 0; ///< found, inserted, matched or deleted
    std::string error;      ///< code, then its arguments, one a line; empty: it worked
    Provenance provenance;
};
struct ItemAnswer {
    items::ItemReply reply;
    Provenance provenance;
};
/// A customer of a bare queueing station.
struct Job {
    std::uint32_t id = 0;
    std::uint32_t jobClass = 0;
    SimTime createdAt;
    NodeId source = NodeId::none; ///< where it came from, which gave it its id
    std::uint32_t tries = 0;      ///< how often it was in an orbit
};

/// What somebody overheard and hands on to who makes use of it.
struct Loot {
    std::string kind; ///< "password", "cookie", "token", "request"
    std::string name; ///< whose password, the cookie's name, the request's first line
    std::string value;
};

struct HttpResponseMessage {
    http::Response response; ///< with status 0 when there is none
    Provenance provenance;
    std::string failure = {}; ///< why there is none: "refused", "reset"
};

/// What the system of a machine says for a program that is not there to answer, so that the asker
/// need not wait: RFC 9293 section 3.10.7.1.
struct Refusal {
    enum class Reason {
        refused, ///< nobody takes connections
        reset    ///< the program that had the question is gone
    };
    Reason reason = Reason::refused;
};

/// What crosses a link before a connection carries its first question.
struct Segment {
    enum class Step { syn, synAck, clientHello, serverHello };
    Step step = Step::syn;
};

using Payload =
    std::variant<http::Request, HttpResponseMessage, CacheCommand, CacheReply, SqlCommand, SqlReply,
                 Replication, KeyCommand, KeyReply, KeyPush, DocumentCommand, DocumentReply,
                 items::ItemRequest, ItemAnswer, Job, Loot, Refusal, Segment, TaskCommand,
                 TaskReply, TaskDelivery, SocketFrame>;

/// One thing on its way over one link.
struct Message {
    MessageId id = MessageId::none;        ///< of this crossing; one that is sent again has another
    MessageId call = MessageId::none;      ///< of its first crossing: what an answer refers to
    MessageId inReplyTo = MessageId::none; ///< the question's `call`
    RequestId request = RequestId::none;   ///< the trip that it belongs to
    SpanId span = SpanId::none;            ///< the sender's activity; parent of the receiver's
    LinkId via = LinkId::none;
    NodeId from = NodeId::none; ///< who sent it over that link
    bool isSealed = false;      ///< it crosses a link with TLS
    Payload payload;
};

/// What came of a call that was waited for; null when nothing came in time.
[[nodiscard]] const HttpResponseMessage* httpAnswer(const std::optional<Message>& answer);
[[nodiscard]] HttpResponseMessage* httpAnswer(std::optional<Message>& answer);
/// Its status; 0 when there is no answer at all.
[[nodiscard]] int statusOf(const HttpResponseMessage* answer);
/// Why a call got no good answer: "timeout" {span}, "refused", "reset", "failed" {status}, a code
/// and its argument on a line each. Null: nothing came while the asker waited.
[[nodiscard]] std::string failureOf(const HttpResponseMessage* answer, SimTime waited);
[[nodiscard]] MessageKind kindOf(const Payload& payload);
/// Whether who sends it waits for an answer.
[[nodiscard]] bool isQuestion(const Payload& payload);
/// What the asker of a question finds instead of an answer: an answer of the kind that it expects,
/// which says that there was none. `question` is the index of its payload.
[[nodiscard]] Payload noAnswer(std::size_t question, Refusal refusal);
/// An answer that tells of a failure: status 400 and up, or a database's error.
[[nodiscard]] bool isFailure(const Payload& payload);
/// What crosses the link, as text: HTTP/1.1, the cache's text protocol, SQL with its values, a
/// command as redis-cli takes it, a call as the MongoDB shell takes it, DynamoDB's JSON.
[[nodiscard]] std::string wireText(const Payload& payload);
/// How many bytes that is; what is binary on the wire is shorter than the text that shows it, or
/// longer.
[[nodiscard]] std::size_t bytesOnWire(const Payload& payload, std::string_view wire);
/// One line for a list: "GET /users/123", "200 OK", "GET user:123", "1 row".
[[nodiscard]] std::string titleOf(const Payload& payload);

} // namespace roundtrip
