#include "core/auth/session_store.h"

#include <utility>

namespace roundtrip::auth {

void SessionStore::open(std::string id, LoginSession session) {
    session.lastUsedAt = session.createdAt;
    sessions_.insert_or_assign(std::move(id), std::move(session));
}

SessionStore::Lookup SessionStore::use(const std::string& id, SimTime now) {
    const auto found = sessions_.find(id);
    if (found == sessions_.end()) {
        return {nullptr, SessionFailure::unknown};
    }
    LoginSession& session = found->second;
    const bool isIdle = now - session.lastUsedAt > idle_;
    if (isIdle || now - session.createdAt > absolute_) {
        sessions_.erase(found);
        return {nullptr, isIdle ? SessionFailure::idle : SessionFailure::tooOld};
    }
    session.lastUsedAt = now;
    return {&session, SessionFailure::unknown};
}

std::size_t SessionStore::closeAllOf(std::string_view user) {
    return std::erase_if(sessions_,
                         [user](const auto& entry) { return entry.second.user == user; });
}

} // namespace roundtrip::auth
