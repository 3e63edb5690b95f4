#include "core/data/keys/keyspace.h"

#include <algorithm>
#include <limits>

namespace roundtrip::keys {

namespace {

std::string* findField(Hash* hash, const std::string& name) {
    if (hash == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find(*hash, name, &Hash::value_type::first);
    return found == hash->end() ? nullptr : &found->second;
}

KeyValueReply hset(Call& call) {
    if (call.words.size() % 2 != 0) {
        return wrongNumber("hset");
    }
    const auto found = call.value<Hash>();
    if (!found) {
        return found.error();
    }
    Hash& hash = call.valueOrNew(*found);
    std::int64_t added = 0;
    for (std::size_t i = 2; i < call.words.size(); i += 2) {
        if (std::string* value = findField(&hash, call.words[i])) {
            *value = call.words[i + 1];
        } else {
            hash.emplace_back(call.words[i], call.words[i + 1]);
            ++added;
        }
    }
    return KeyValueReply::integer(added);
}

KeyValueReply hget(Call& call) {
    const auto hash = call.value<Hash>();
    if (!hash) {
        return hash.error();
    }
    const std::string* value = findField(*hash, call.words[2]);
    return value == nullptr ? KeyValueReply::nil() : KeyValueReply::bulk(*value);
}

KeyValueReply hdel(Call& call) {
    const auto hash = call.value<Hash>();
    if (!hash) {
        return hash.error();
    }
    std::int64_t removed = 0;
    for (std::size_t i = 2; *hash != nullptr && i < call.words.size(); ++i) {
        const std::string& name = call.words[i];
        removed += static_cast<std::int64_t>(
            std::erase_if(**hash, [&name](const auto& field) { return field.first == name; }));
    }
    if (*hash != nullptr) {
        call.removeIfEmpty(**hash);
    }
    return KeyValueReply::integer(removed);
}

KeyValueReply hgetall(Call& call) {
    const auto hash = call.value<Hash>();
    if (!hash) {
        return hash.error();
    }
    std::vector<std::string> texts;
    for (const auto& [name, value] : *hash == nullptr ? Hash() : **hash) {
        texts.push_back(name);
        texts.push_back(value);
    }
    return KeyValueReply::bulks(texts);
}

KeyValueReply hlen(Call& call) {
    const auto hash = call.value<Hash>();
    if (!hash) {
        return hash.error();
    }
    return KeyValueReply::integer(*hash == nullptr ? 0
                                                   : static_cast<std::int64_t>((*hash)->size()));
}

KeyValueReply hexists(Call& call) {
    const auto hash = call.value<Hash>();
    if (!hash) {
        return hash.error();
    }
    return KeyValueReply::integer(findField(*hash, call.words[2]) != nullptr ? 1 : 0);
}

KeyValueReply hincrby(Call& call) {
    using Limits = std::numeric_limits<std::int64_t>;
    const auto change = readInteger(call.words[3]);
    if (!change) {
        return notAnInteger();
    }
    const auto hash = call.value<Hash>();
    if (!hash) {
        return hash.error();
    }
    std::string* value = findField(*hash, call.words[2]);
    const auto number = value == nullptr ? 0 : readInteger(*value);
    if (!number) {
        return KeyValueReply::error("ERR hash value is not an integer");
    }
    if ((*change > 0 && *number > Limits::max() - *change) ||
        (*change < 0 && *number < Limits::min() - *change)) {
        return overflow();
    }
    const std::string sum = std::to_string(*number + *change);
    if (value != nullptr) {
        *value = sum;
    } else {
        call.valueOrNew(*hash).emplace_back(call.words[2], sum);
    }
    return KeyValueReply::integer(*number + *change);
}

} // namespace

const std::vector<Command>& hashCommands() {
    static const std::vector<Command> kCommands{
        {"hset", -4, hset},      {"hget", 3, hget}, {"hdel", -3, hdel},
        {"hgetall", 2, hgetall}, {"hlen", 2, hlen}, {"hexists", 3, hexists},
        {"hincrby", 4, hincrby},
    };
    return kCommands;
}

} // namespace roundtrip::keys
