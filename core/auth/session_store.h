#pragma once

#include "core/kernel/sim_time.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace roundtrip::auth {

/// Who is signed in under a session's id.
struct LoginSession {
    std::string user;
    std::string role;
    SimTime createdAt;
    SimTime lastUsedAt;
    std::string csrfToken;
};

enum class SessionFailure { unknown, idle, tooOld };

/// Sessions that a server keeps; the browser only holds the id. Ids are unguessable and made anew
/// at every login (OWASP Session Management: fixation).
class SessionStore {
  public:
    /// A session ends after that long without a request, or that long after the login.
    SessionStore(SimTime idle, SimTime absolute) : idle_(idle), absolute_(absolute) {}

    /// New rules, for the sessions that live as well.
    void setLimits(SimTime idle, SimTime absolute) {
        idle_ = idle;
        absolute_ = absolute;
    }
    void open(std::string id, LoginSession session);
    struct Lookup {
        const LoginSession* session = nullptr; ///< null: not signed in, for that reason
        SessionFailure failure = SessionFailure::unknown;
    };
    /// Finds a session that still lives and notes that it was used.
    [[nodiscard]] Lookup use(const std::string& id, SimTime now);
    bool close(const std::string& id) { return sessions_.erase(id) > 0; }
    /// Signs a person out everywhere; how many sessions ended.
    std::size_t closeAllOf(std::string_view user);
    void clear() { sessions_.clear(); }
    [[nodiscard]] std::size_t size() const { return sessions_.size(); }

  private:
    SimTime idle_;
    SimTime absolute_;
    std::unordered_map<std::string, LoginSession> sessions_;
};

} // namespace roundtrip::auth
