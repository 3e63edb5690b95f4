#include "core/data/keys/keyspace.h"

namespace roundtrip::keys {

namespace {

KeyValueReply push(Call& call, bool atFront) {
    const auto found = call.value<List>();
    if (!found) {
        return found.error();
    }
    List& list = call.valueOrNew(*found);
    for (std::size_t i = 2; i < call.words.size(); ++i) {
        list.insert(atFront ? list.begin() : list.end(), call.words[i]);
    }
    return KeyValueReply::integer(static_cast<std::int64_t>(list.size()));
}

KeyValueReply lpush(Call& call) {
    return push(call, true);
}

KeyValueReply rpush(Call& call) {
    return push(call, false);
}

std::string takeOne(List& list, bool atFront) {
    std::string text = atFront ? list.front() : list.back();
    if (atFront) {
        list.pop_front();
    } else {
        list.pop_back();
    }
    return text;
}

/// With a count, even one of 1, the answer is an array.
KeyValueReply pop(Call& call, std::string_view name, bool atFront) {
    if (call.words.size() > 3) {
        return wrongNumber(name);
    }
    const bool hasCount = call.words.size() == 3;
    const auto count = hasCount ? readInteger(call.words[2]) : 1;
    if (!count || *count < 0) {
        return KeyValueReply::error("ERR value is out of range, must be positive");
    }
    const auto found = call.value<List>();
    if (!found) {
        return found.error();
    }
    if (*found == nullptr) {
        return KeyValueReply::nil();
    }
    List& list = **found;
    std::vector<std::string> taken;
    while (static_cast<std::int64_t>(taken.size()) < *count && !list.empty()) {
        taken.push_back(takeOne(list, atFront));
    }
    call.removeIfEmpty(list);
    return hasCount ? KeyValueReply::bulks(taken) : KeyValueReply::bulk(taken.front());
}

KeyValueReply lpop(Call& call) {
    return pop(call, "lpop", true);
}

KeyValueReply rpop(Call& call) {
    return pop(call, "rpop", false);
}

KeyValueReply lrange(Call& call) {
    const auto first = readInteger(call.words[2]);
    const auto last = readInteger(call.words[3]);
    if (!first || !last) {
        return notAnInteger();
    }
    const auto list = call.value<List>();
    if (!list) {
        return list.error();
    }
    std::vector<std::string> texts;
    const auto range = clampedRange(*first, *last, *list == nullptr ? 0 : (*list)->size());
    if (range) {
        texts.assign((*list)->begin() + range->first, (*list)->begin() + range->last + 1);
    }
    return KeyValueReply::bulks(texts);
}

KeyValueReply llen(Call& call) {
    const auto list = call.value<List>();
    if (!list) {
        return list.error();
    }
    return KeyValueReply::integer(*list == nullptr ? 0
                                                   : static_cast<std::int64_t>((*list)->size()));
}

KeyValueReply lindex(Call& call) {
    const auto list = call.value<List>();
    if (!list) {
        return list.error();
    }
    if (*list == nullptr) {
        return KeyValueReply::nil();
    }
    const auto index = readInteger(call.words[2]);
    if (!index) {
        return notAnInteger();
    }
    const auto size = static_cast<std::int64_t>((*list)->size());
    const std::int64_t at = *index < 0 ? *index + size : *index;
    return at < 0 || at >= size ? KeyValueReply::nil()
                                : KeyValueReply::bulk((**list)[static_cast<std::size_t>(at)]);
}

} // namespace

const std::vector<Command>& listCommands() {
    static const std::vector<Command> kCommands{
        {"lpush", -3, lpush},  {"rpush", -3, rpush}, {"lpop", -2, lpop},    {"rpop", -2, rpop},
        {"lrange", 4, lrange}, {"llen", 2, llen},    {"lindex", 3, lindex},
    };
    return kCommands;
}

} // namespace roundtrip::keys
