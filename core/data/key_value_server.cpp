#include "core/data/key_value_server.h"

#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip {

namespace {

/// What a connection with subscriptions may say.
bool isAllowedWhileSubscribed(const std::string& name) {
    constexpr std::array<std::string_view, 4> kAllowed{"subscribe", "unsubscribe", "psubscribe",
                                                       "punsubscribe"};
    return std::ranges::find(kAllowed, name) != kAllowed.end();
}

/// "get", "pubsub|numpat"; empty when it is no command or lacks words.
std::string fullNameOf(const std::vector<std::string>& words) {
    const std::string name = words.empty() ? std::string() : lowered(words.front());
    if (name == "publish") {
        return words.size() == 3 ? name : std::string();
    }
    if (name != "pubsub") {
        return KeyValueStore::takes(words) ? name : std::string();
    }
    const std::string what = words.size() < 2 ? std::string() : lowered(words[1]);
    const bool isKnown =
        what == "channels" || what == "numsub" || (what == "numpat" && words.size() == 2);
    return isKnown ? name + "|" + what : std::string();
}

} // namespace

KeyValueServer::Result KeyValueServer::execute(const std::vector<std::string>& words,
                                               ClientId client, SimTime now) {
    const bool isLimited = channels_.isSubscribed(client) && !words.empty() &&
                           !isAllowedWhileSubscribed(lowered(words.front()));
    const std::string name = isLimited ? fullNameOf(words) : std::string();
    if (!name.empty()) {
        return {{KeyValueReply::error(
                    fmt::format("ERR Can't execute '{}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / "
                                "PING / QUIT / RESET are allowed in this context",
                                name))},
                {}};
    }
    if (auto result = channels_.execute(words, client)) {
        return *std::move(result);
    }
    return {{store_.execute(words, now)}, {}};
}

std::vector<KeyValueServer::ClientId> KeyValueServer::restart(KeyValueStore::Snapshot keys) {
    store_.restore(std::move(keys));
    const PublishSubscribe before = std::exchange(channels_, PublishSubscribe());
    return before.subscribers();
}

} // namespace roundtrip
