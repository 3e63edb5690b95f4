#pragma once

#include "core/http/headers.h"
#include "core/http/method.h"
#include "core/kernel/distribution.h"
#include "core/kernel/error.h"
#include "core/kernel/sim_time.h"
#include "core/web/block_condition.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// One step of what an app server does for a route. A handler is a list of them; a learner
/// reads it from top to bottom.
struct HandlerBlock {
    enum class Kind {
        cacheGet,     ///< asks the cache for `key`; on a miss runs `otherwise`
        cacheSet,     ///< stores the value under `key` for `ttl`
        cacheDelete,  ///< removes `key` from the cache
        query,        ///< runs `sql` with the route's parameters, the body's fields and what
                      ///< queries before it found: `account_balance` of the row `account`
        compute,      ///< works for `time`
        respond,      ///< answers with `status`; nothing after it runs
        orm,          ///< runs an ORM's `expression` on the models
        render,       ///< answers with the page that a template makes of what was found
        signUp,       ///< makes an account of the body's name and password
        login,        ///< checks name and password; a session, or a token with `issuesToken`
        refresh,      ///< a new token for the body's refresh_token
        logout,       ///< ends the session, or revokes the token
        requireOwner, ///< refuses unless what was found belongs to who is signed in
        call,         ///< asks another service
        resource,     ///< one operation of a REST resource on a model
        oauthStart,   ///< sends the browser to an identity provider (RFC 6749 section 4.1.1)
        oauthFinish,  ///< takes the code that it brings back, and opens a session
        keys,         ///< gives a key-value store `command`
        documents,    ///< asks a document store
        transaction,  ///< runs `inside` so that all of it counts in the database, or nothing
        items,        ///< asks a partitioned table
        enqueue,      ///< puts the task `to` into the queue
        taskStatus,   ///< asks how far the task with the id `key` is
        runTask,      ///< does the task `to` at once, while the client waits
        when,         ///< runs `inside` if `condition` holds, else `otherwise`
        forEach,      ///< runs `inside` for each member of the list `rows`
        repeat        ///< runs `inside` so many `times`
    };
    /// Of one request, in all its loops together.
    static constexpr int kMostRounds = 1000;
    enum class Operation { list, create, read, replace, update, destroy };
    Kind kind = Kind::respond;
    std::string key;
    std::string sql;
    Distribution time; ///< how long it computes
    SimTime ttl;       ///< zero: the cache's own; cacheGet: how long "not there" is kept, zero: not
    nlohmann::json value;        ///< cacheSet: what is kept instead of what was found; null: that
    bool isSingleFlight = false; ///< cacheGet: concurrent misses of one key share one load
    int status = 200;
    http::Headers headers;
    std::vector<HandlerBlock> otherwise;
    std::vector<HandlerBlock> inside; ///< transaction, forEach, repeat; when: what runs if it holds
    BlockCondition condition;         ///< when
    std::string rows;                 ///< forEach: the list's name, with dots for what lies in it
    int times = 0;                    ///< repeat
    std::string isolation;            ///< transaction: "READ COMMITTED"; empty: the database's own
    bool writesAtOnce = false;        ///< transaction: BEGIN IMMEDIATE, which only SQLite knows
    bool isPasted = false;    ///< query: values are pasted into the text, as one never should
    std::string expression;   ///< orm
    std::string each;         ///< orm: a relation that is fetched for each object on its own: N+1
    std::string name;         ///< query, orm, call: under which later blocks and templates find
                              ///< it; forEach: the member whose turn it is; repeat: the round
    std::string templateName; ///< render
    bool issuesToken = false; ///< login
    std::string column;       ///< requireOwner: whose column names the owner
    bool hides = false;       ///< requireOwner: 404 instead of 403
    std::string to;           ///< call: a node's id; oauth: the provider's
    http::Method method = http::Method::get;
    std::string target;
    std::string body;
    SimTime timeout;           ///< call: of one try; zero: waits for ever
    int retries = 0;           ///< call, items, transaction: tries after the first
    SimTime backoff;           ///< before the first of them; doubles each time; else: at most
    bool isIdempotent = false; ///< call: one Idempotency-Key for all tries
    /// call: refuses to ask a service that fails, as core/tasks/circuit_breaker.h does
    struct Breaker {
        int failures = 0; ///< 0: there is none
        SimTime window;
        SimTime openFor;
        int trials = 1;
    };
    Breaker breaker;
    nlohmann::json arguments = nlohmann::json::object(); ///< enqueue, runTask
    std::string priority;                                ///< enqueue: a number
    SimTime delay;                                       ///< enqueue: not before
    std::string model;                                   ///< resource
    std::string clientId;     ///< oauth: the name under which the provider knows this site
    std::string redirectUri;  ///< oauth: where the browser comes back, as registered there
    std::string scope;        ///< oauthStart
    bool provesItself = true; ///< oauthStart: with PKCE (RFC 7636)
    /// documents: what it does, as the command to the store is called there
    struct DocumentCall {
        std::string collection;
        std::string operation = "find";
        nlohmann::json filter = nlohmann::json::object();
        nlohmann::json update = nlohmann::json::object(); ///< or the document to insert
        nlohmann::json projection = nlohmann::json::object();
        nlohmann::json sort; ///< {"age": -1}, or several of them in a list
        std::int64_t skip = 0;
        std::int64_t limit = 0; ///< 0: all
    };
    /// items: one operation, as the table's API calls it
    struct ItemCall {
        std::string operation = "GetItem";
        std::string table;
        nlohmann::json item = nlohmann::json::object();
        nlohmann::json key = nlohmann::json::object();
        std::string condition;
        std::string update;
        std::string keyCondition;
        std::string filter;
        nlohmann::json names = nlohmann::json::object();
        nlohmann::json values = nlohmann::json::object();
        nlohmann::json startKey; ///< an object or its text as JSON; anything else: from the first
        std::int64_t limit = 0;  ///< 0: no limit
        bool isBackward = false;
        bool isConsistent = false;
    };
    std::vector<std::string> command; ///< keys: its words
    DocumentCall documents;
    ItemCall items;
    Operation operation = Operation::list;
};

/// Reads a handler. What is wrong is appended to `problems`, with `pointer` before each place:
/// "not-an-array", "not-an-object", "unknown-block" {name, nearest}, "missing" {member},
/// "unknown-member" {name, nearest}, "wrong-type" {member, expected}, "bad-duration" {text},
/// "too-deep", "bad-method" {text}, "unknown-choice" {value, nearest}, and those of
/// BlockCondition::parse. Which members a block has, its form says: core/web/block_form.h.
std::vector<HandlerBlock> readHandler(const nlohmann::json& json, const std::string& pointer,
                                      Problems& problems);

[[nodiscard]] std::string_view nameOf(HandlerBlock::Kind kind);

} // namespace roundtrip
