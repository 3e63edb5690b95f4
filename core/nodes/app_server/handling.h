#pragma once

#include "core/auth/access.h"
#include "core/net/message.h"
#include "core/web/api_version.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace roundtrip {

struct AppProgram;

/// What an app server knows of one request while it works on it.
struct Handling {
    const Message& message;
    const http::Request& request;
    const AppProgram& program;
    SpanId span;
    std::uint32_t life;                               ///< the program's, see Node::life
    nlohmann::json values = nlohmann::json::object(); ///< route parameters, fields of the body
    nlohmann::json data = nlohmann::json::object();   ///< what blocks found, by their names
    std::string result; ///< what the last cache, query or ORM block found, as JSON
    Provenance provenance;
    http::Response response;
    bool isAnswered = false;
    int rounds = 0;                       ///< that its loops have made, all together
    std::optional<VersionChoice> version; ///< once it is chosen; none: the API has no versions

    auth::Principal principal;
    std::string sessionId;   ///< of a session that lives; empty: none
    bool setsCookie = false; ///< the answer carries the session's cookie
    bool dropsCookie = false;
    TransactionId transaction = 0;  ///< what the blocks do in the database belongs to it
    bool isWorthAnotherTry = false; ///< the transaction failed for what others did meanwhile
    std::string tokenId;            ///< "jti" of the token that was shown
    std::string failure;            ///< what went wrong inside, for an error page with details
};

} // namespace roundtrip
