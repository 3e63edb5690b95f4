#include "core/data/keys/keyspace.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <array>
#include <limits>

namespace roundtrip::keys {

namespace {

constexpr std::int64_t kPerSecond = 1000; // milliseconds

KeyValueReply countKeys(Call& call, bool removes) {
    std::int64_t count = 0;
    for (std::size_t i = 1; i < call.words.size(); ++i) {
        if (call.find(call.words[i]) != nullptr) {
            ++count;
            if (removes) {
                call.keyspace.erase(call.words[i]);
            }
        }
    }
    return KeyValueReply::integer(count);
}

KeyValueReply del(Call& call) {
    return countKeys(call, true);
}

KeyValueReply exists(Call& call) {
    return countKeys(call, false);
}

KeyValueReply type(Call& call) {
    constexpr std::array<const char*, 4> kNames{"string", "hash", "list", "zset"};
    const Entry* entry = call.find(call.key());
    return KeyValueReply::status(entry == nullptr ? "none" : kNames.at(entry->value.index()));
}

KeyValueReply expireIn(Call& call, std::string_view name, std::int64_t unit) {
    const auto count = readInteger(call.words[2]);
    if (!count) {
        return notAnInteger();
    }
    if (call.words.size() > 3) {
        return KeyValueReply::error(fmt::format("ERR Unsupported option {}", call.words[3]));
    }
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    if (*count > kMost / unit || *count < -kMost / unit || *count * unit > kMost - call.now) {
        return KeyValueReply::error(fmt::format("ERR invalid expire time in '{}' command", name));
    }
    Entry* entry = call.find(call.key());
    if (entry == nullptr) {
        return KeyValueReply::integer(0);
    }
    if (*count <= 0) {
        call.keyspace.erase(call.key());
    } else {
        entry->expiresAt = call.now + *count * unit;
    }
    return KeyValueReply::integer(1);
}

KeyValueReply expire(Call& call) {
    return expireIn(call, "expire", kPerSecond);
}

KeyValueReply pexpire(Call& call) {
    return expireIn(call, "pexpire", 1);
}

/// In milliseconds; -1 never, -2 no such key.
std::int64_t timeToLive(Call& call) {
    const Entry* entry = call.find(call.key());
    if (entry == nullptr) {
        return -2;
    }
    return entry->expiresAt ? *entry->expiresAt - call.now : -1;
}

KeyValueReply ttl(Call& call) {
    const std::int64_t left = timeToLive(call);
    return KeyValueReply::integer(
        left < 0 ? left : left / kPerSecond + (left % kPerSecond >= 500 ? 1 : 0));
}

KeyValueReply pttl(Call& call) {
    return KeyValueReply::integer(timeToLive(call));
}

KeyValueReply persist(Call& call) {
    Entry* entry = call.find(call.key());
    if (entry == nullptr || !entry->expiresAt) {
        return KeyValueReply::integer(0);
    }
    entry->expiresAt.reset();
    return KeyValueReply::integer(1);
}

void removeExpired(Call& call) {
    std::erase_if(call.keyspace, [&call](const auto& item) {
        return item.second.expiresAt && call.now > *item.second.expiresAt;
    });
}

KeyValueReply allKeys(Call& call) {
    removeExpired(call);
    std::vector<std::string> names;
    for (const auto& [name, entry] : call.keyspace) {
        if (globMatches(call.key(), name)) {
            names.push_back(name);
        }
    }
    return KeyValueReply::bulks(names);
}

KeyValueReply flushAll(Call& call) {
    const auto& words = call.words;
    if (words.size() > 2 || (words.size() == 2 && !equalsIgnoringCase(words[1], "sync") &&
                             !equalsIgnoringCase(words[1], "async"))) {
        return syntaxError();
    }
    call.keyspace.clear();
    return KeyValueReply::ok();
}

KeyValueReply dbSize(Call& call) {
    removeExpired(call);
    return KeyValueReply::integer(static_cast<std::int64_t>(call.keyspace.size()));
}

} // namespace

const std::vector<Command>& keyCommands() {
    static const std::vector<Command> kCommands{
        {"del", -2, del},           {"exists", -2, exists},   {"type", 2, type},
        {"expire", -3, expire},     {"pexpire", -3, pexpire}, {"ttl", 2, ttl},
        {"pttl", 2, pttl},          {"persist", 2, persist},  {"keys", 2, allKeys},
        {"flushall", -1, flushAll}, {"dbsize", 1, dbSize},
    };
    return kCommands;
}

} // namespace roundtrip::keys
