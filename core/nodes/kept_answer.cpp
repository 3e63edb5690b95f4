#include "core/nodes/kept_answer.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

std::optional<AnswerStore::Entry> entryOf(const HttpCacheRules& rules, std::string key,
                                          KeptAnswer answer, SimTime now) {
    const StoredResponse& stored = answer.stored;
    const http::Headers& fields = stored.response.headers;
    const bool canBeValidated = fields.find("ETag") || fields.find("Last-Modified");
    const SimTime left = stored.control.noCache ? SimTime()
                                                : freshnessLifetime(rules, stored) -
                                                      currentAge(stored, runBegins + now);
    const SimTime onError = stored.control.staleIfErrorSeconds
                                ? SimTime::seconds(*stored.control.staleIfErrorSeconds)
                                : rules.staleIfError;
    const SimTime grace = std::max(staleWhileRevalidateOf(rules, stored), onError);
    if (!canBeValidated && left + grace <= SimTime()) {
        return std::nullopt;
    }
    AnswerStore::Entry entry;
    entry.key = std::move(key);
    entry.bytes = http::wireText(stored.response).size();
    entry.expiresAt = now + left;
    entry.staleFor = canBeValidated ? SimTime::max() : grace;
    entry.value = std::move(answer);
    return entry;
}

} // namespace roundtrip
