#include "core/kernel/encoding.h"
#include "core/nodes/app_server/program.h"
#include "core/nodes/wall_clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kShortestPassword = 8; // NIST SP 800-63B section 5.1.1.1
constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kSecretSize = 16;

std::string fieldOf(const nlohmann::json& values, const char* name) {
    const auto found = values.find(name);
    return found != values.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string columnOf(const nlohmann::ordered_json& row, const char* name) {
    const auto found = row.find(name);
    return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

std::string AppServer::secretBytes(std::size_t size) {
    std::string bytes;
    while (bytes.size() < size) {
        std::uint64_t drawn = secrets_.bits();
        for (std::size_t i = 0; i < sizeof drawn && bytes.size() < size; ++i, drawn >>= 8U) {
            bytes.push_back(static_cast<char>(drawn & 0xFFU));
        }
    }
    return bytes;
}

auth::PasswordCost AppServer::passwordCost() const {
    constexpr std::int64_t kKib = 1024;
    return {.memoryKib = static_cast<std::uint32_t>(values().integer("hash_memory") * kKib),
            .passes = static_cast<std::uint32_t>(values().integer("hash_passes"))};
}

/// The hash is really computed; the same question is not computed twice, as a run is replayed
/// often.
bool AppServer::isPassword(const std::string& password, const std::string& hash) {
    const auto [known, isNew] = verified_.try_emplace({password, hash}, false);
    if (isNew) {
        known->second = auth::verifyPassword(password, hash);
    }
    return known->second;
}

Task<> AppServer::signUp(Handling& handling) {
    const std::string name = fieldOf(handling.values, "name");
    const std::string password = fieldOf(handling.values, "password");
    if (name.empty() || password.size() < kShortestPassword) {
        refuse(handling, "sign-up", name.empty() ? "no-name" : "short-password\n8", 400);
        co_return;
    }
    const auth::PasswordCost cost = passwordCost();
    co_await busyFor(auth::timeOf(cost));
    const auto hash = auth::hashPassword(password, secretBytes(kSaltSize), cost);
    if (!hash) {
        fail(handling, 500, hash.error().code);
        co_return;
    }
    SqlCommand command{"INSERT INTO accounts (name, password, role) VALUES (:name, :hash, 'user')",
                       {{"name", name}, {"hash", *hash}}};
    Task<SqlReply> call = sendSql(std::move(command), handling);
    const SqlReply stored = co_await call;
    if (handling.isAnswered) {
        co_return;
    }
    if (stored.error.find("UNIQUE") != std::string::npos) {
        refuse(handling, "sign-up", "name-taken\n" + name, 409);
    } else if (!stored.error.empty()) {
        fail(handling, 500, stored.error);
    } else {
        pass(handling, "sign-up", "hashed\n" + name + "\n" + *hash);
        reply(handling, 201, {{"name", name}});
    }
}

Task<> AppServer::login(const HandlerBlock& block, Handling& handling) {
    const std::string name = fieldOf(handling.values, "name");
    const std::string password = fieldOf(handling.values, "password");
    if (const SimTime locked = guard_.lockedFor(name, now()); locked > SimTime()) {
        const auto seconds = static_cast<std::int64_t>(locked.toSeconds()) + 1;
        refuse(handling, "login", fmt::format("locked\n{}\n{}", name, seconds), 429);
        handling.response.headers.set("Retry-After", fmt::format("{}", seconds));
        co_return;
    }
    SqlCommand command{"SELECT id, name, password, role FROM accounts WHERE name = :name",
                       {{"name", name}}};
    Task<SqlReply> call = sendSql(std::move(command), handling);
    const SqlReply found = co_await call;
    if (handling.isAnswered) {
        co_return;
    }
    if (!found.error.empty()) {
        fail(handling, 500, found.error);
        co_return;
    }
    // Also for a name that nobody has, or the time would tell which names there are.
    co_await busyFor(auth::timeOf(passwordCost()));
    const bool isKnown = !found.rows.empty();
    if (!isKnown || !isPassword(password, columnOf(found.rows[0], "password"))) {
        const bool isLocked = guard_.failed(name, now());
        refuse(handling, "login",
               fmt::format("{}\n{}",
                           isLocked  ? "now-locked"
                           : isKnown ? "wrong"
                                     : "no-account",
                           name),
               401);
        co_return;
    }
    guard_.succeeded(name);
    const auth::Principal principal{name, columnOf(found.rows[0], "role")};
    pass(handling, "login", "good\n" + name);
    if (block.issuesToken) {
        issueToken(handling, principal);
    } else {
        openSession(handling, principal);
        reply(handling, 200, {{"signed_in", name}, {"role", principal.role}});
    }
}

void AppServer::openSession(Handling& handling, const auth::Principal& principal) {
    if (!handling.sessionId.empty()) {
        sessions_.close(handling.sessionId); // a new id for who is now somebody else
    }
    handling.sessionId = base64Url(secretBytes(kSecretSize));
    handling.setsCookie = true;
    handling.principal = principal;
    sessions_.open(handling.sessionId,
                   {.user = principal.user, .role = principal.role, .createdAt = now()});
}

void AppServer::issueToken(Handling& handling, const auth::Principal& principal) {
    const Middleware* checker = handling.program.layer(Middleware::Kind::token);
    if (checker == nullptr) {
        fail(handling, 500, "no-token-layer");
        return;
    }
    const std::int64_t seconds = wallSeconds(now(), values());
    const auto lifetime = static_cast<std::int64_t>(checker->lifetime.toSeconds());
    const auto key = auth::SigningKey::fromSecret(auth::SigningAlgorithm::hs256, checker->secret);
    const std::string token = auth::signToken({{"sub", principal.user},
                                               {"role", principal.role},
                                               {"iat", seconds},
                                               {"nbf", seconds},
                                               {"exp", seconds + lifetime},
                                               {"jti", base64Url(secretBytes(8))}},
                                              key);
    const std::string refreshToken = base64Url(secretBytes(kSecretSize));
    refreshes_.open(refreshToken,
                    {.user = principal.user, .role = principal.role, .createdAt = now()});
    reply(handling, 200,
          {{"access_token", token},
           {"token_type", "Bearer"},
           {"expires_in", lifetime},
           {"refresh_token", refreshToken}});
}

void AppServer::refresh(Handling& handling) {
    const std::string given = fieldOf(handling.values, "refresh_token");
    const auto [session, failure] = refreshes_.use(given, now());
    if (session == nullptr) {
        refuse(handling, "refresh", "unknown", 401);
        return;
    }
    const auth::Principal principal{session->user, session->role};
    refreshes_.close(given); // each is good once, so that a stolen one is noticed
    pass(handling, "refresh", "good\n" + principal.user);
    issueToken(handling, principal);
}

void AppServer::logout(Handling& handling) {
    if (!handling.sessionId.empty()) {
        sessions_.close(handling.sessionId);
        handling.dropsCookie = true;
    }
    if (!handling.tokenId.empty()) {
        revoked_.insert(handling.tokenId);
    }
    pass(handling, "logout", "done\n" + handling.principal.user);
    handling.isAnswered = true;
    handling.response.status = 204;
}

void AppServer::requireOwner(const HandlerBlock& block, Handling& handling) {
    const auto found = nlohmann::json::parse(handling.result, nullptr, false);
    const nlohmann::json row = found.is_array() && !found.empty() ? found[0] : found;
    const auto column = row.is_object() ? row.find(block.column) : row.end();
    if (!row.is_object() || column == row.end()) {
        fail(handling, 500, "no-column\n" + block.column);
        return;
    }
    const std::string owner = column->is_string() ? column->get<std::string>() : column->dump();
    const auth::Access access = auth::accessToObject(owner, handling.principal, block.hides);
    if (access == auth::Access::granted) {
        pass(handling, "owner", "mine\n" + handling.principal.user);
        return;
    }
    handling.result.clear();
    handling.provenance = {};
    refuse(handling, "owner",
           access == auth::Access::unauthenticated
               ? std::string("nobody")
               : fmt::format("{}\n{}\n{}", block.hides ? "hidden" : "not-yours",
                             handling.principal.user, owner),
           static_cast<int>(access));
}

} // namespace roundtrip
