#include "core/data/keys/keyspace.h"
#include "core/kernel/text.h"

#include <limits>

namespace roundtrip::keys {

namespace {

using Limits = std::numeric_limits<std::int64_t>;

struct SetOptions {
    std::optional<std::int64_t> expiresAt;
    bool onlyNew = false;
    bool onlyOld = false;
    bool returnsOld = false;
    bool keepsExpiry = false;
};

/// EX or PX with its count, which stands at `at` + 1.
tl::expected<std::int64_t, KeyValueReply> readExpiry(const Call& call, std::size_t at) {
    const std::int64_t unit = equalsIgnoringCase(call.words[at], "ex") ? 1000 : 1;
    const auto count = readInteger(call.words[at + 1]);
    if (!count) {
        return tl::unexpected(notAnInteger());
    }
    if (*count <= 0 || *count > Limits::max() / unit || *count * unit > Limits::max() - call.now) {
        return tl::unexpected(KeyValueReply::error("ERR invalid expire time in 'set' command"));
    }
    return call.now + *count * unit;
}

tl::expected<SetOptions, KeyValueReply> readSetOptions(const Call& call) {
    SetOptions options;
    std::size_t expiryAt = 0;
    for (std::size_t i = 3; i < call.words.size(); ++i) {
        const std::string& word = call.words[i];
        if (equalsIgnoringCase(word, "nx") && !options.onlyOld) {
            options.onlyNew = true;
        } else if (equalsIgnoringCase(word, "xx") && !options.onlyNew) {
            options.onlyOld = true;
        } else if (equalsIgnoringCase(word, "get")) {
            options.returnsOld = true;
        } else if (equalsIgnoringCase(word, "keepttl") && expiryAt == 0) {
            options.keepsExpiry = true;
        } else if ((equalsIgnoringCase(word, "ex") || equalsIgnoringCase(word, "px")) &&
                   expiryAt == 0 && !options.keepsExpiry && i + 1 < call.words.size()) {
            expiryAt = i++;
        } else {
            return tl::unexpected(syntaxError());
        }
    }
    if (expiryAt != 0) {
        const auto expiresAt = readExpiry(call, expiryAt);
        if (!expiresAt) {
            return tl::unexpected(expiresAt.error());
        }
        options.expiresAt = *expiresAt;
    }
    return options;
}

KeyValueReply set(Call& call) {
    const auto options = readSetOptions(call);
    if (!options) {
        return options.error();
    }
    const Entry* entry = call.find(call.key());
    KeyValueReply old = KeyValueReply::nil();
    if (options->returnsOld && entry != nullptr) {
        const auto* text = std::get_if<std::string>(&entry->value);
        if (text == nullptr) {
            return wrongType();
        }
        old = KeyValueReply::bulk(*text);
    }
    const bool isRefused =
        (options->onlyNew && entry != nullptr) || (options->onlyOld && entry == nullptr);
    if (!isRefused) {
        const auto kept =
            options->keepsExpiry && entry != nullptr ? entry->expiresAt : options->expiresAt;
        call.keyspace[call.key()] = Entry{call.words[2], kept};
    }
    return options->returnsOld || isRefused ? old : KeyValueReply::ok();
}

KeyValueReply get(Call& call) {
    const auto text = call.value<std::string>();
    if (!text) {
        return text.error();
    }
    return *text == nullptr ? KeyValueReply::nil() : KeyValueReply::bulk(**text);
}

KeyValueReply add(Call& call, std::int64_t change) {
    const auto text = call.value<std::string>();
    if (!text) {
        return text.error();
    }
    const auto number = *text == nullptr ? 0 : readInteger(**text);
    if (!number) {
        return notAnInteger();
    }
    if ((change > 0 && *number > Limits::max() - change) ||
        (change < 0 && *number < Limits::min() - change)) {
        return overflow();
    }
    call.valueOrNew(*text) = std::to_string(*number + change);
    return KeyValueReply::integer(*number + change);
}

KeyValueReply incr(Call& call) {
    return add(call, 1);
}

KeyValueReply decr(Call& call) {
    return add(call, -1);
}

KeyValueReply incrBy(Call& call) {
    const auto change = readInteger(call.words[2]);
    return change ? add(call, *change) : notAnInteger();
}

KeyValueReply append(Call& call) {
    const auto text = call.value<std::string>();
    if (!text) {
        return text.error();
    }
    std::string& value = call.valueOrNew(*text);
    value += call.words[2];
    return KeyValueReply::integer(static_cast<std::int64_t>(value.size()));
}

KeyValueReply strlen(Call& call) {
    const auto text = call.value<std::string>();
    if (!text) {
        return text.error();
    }
    return KeyValueReply::integer(*text == nullptr ? 0
                                                   : static_cast<std::int64_t>((*text)->size()));
}

} // namespace

const std::vector<Command>& stringCommands() {
    static const std::vector<Command> kCommands{
        {"set", -3, set},      {"get", 2, get},       {"incr", 2, incr},     {"decr", 2, decr},
        {"incrby", 3, incrBy}, {"append", 3, append}, {"strlen", 2, strlen},
    };
    return kCommands;
}

} // namespace roundtrip::keys
