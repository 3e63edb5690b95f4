#include "core/data/publish_subscribe.h"

#include "core/data/keys/keyspace.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace roundtrip {

namespace {

using Result = PublishSubscribe::Result;

Result one(KeyValueReply reply) {
    return {{std::move(reply)}, {}};
}

KeyValueReply confirmation(const char* what, KeyValueReply name, std::int64_t count) {
    return KeyValueReply::array(
        {KeyValueReply::bulk(what), std::move(name), KeyValueReply::integer(count)});
}

} // namespace

std::optional<Result> PublishSubscribe::execute(const std::vector<std::string>& words,
                                                ClientId client) {
    const std::string_view name = words.empty() ? std::string_view() : words.front();
    const bool isPattern =
        equalsIgnoringCase(name, "psubscribe") || equalsIgnoringCase(name, "punsubscribe");
    if (equalsIgnoringCase(name, "subscribe") || equalsIgnoringCase(name, "psubscribe")) {
        return words.size() < 2 ? one(keys::wrongNumber(isPattern ? "psubscribe" : "subscribe"))
                                : subscribe(words, client, isPattern);
    }
    if (equalsIgnoringCase(name, "unsubscribe") || equalsIgnoringCase(name, "punsubscribe")) {
        return unsubscribe(words, client, isPattern);
    }
    if (equalsIgnoringCase(name, "publish")) {
        return words.size() != 3 ? one(keys::wrongNumber("publish")) : publish(words[1], words[2]);
    }
    if (equalsIgnoringCase(name, "pubsub")) {
        return one(words.size() < 2 ? keys::wrongNumber("pubsub") : inspect(words));
    }
    return std::nullopt;
}

Result PublishSubscribe::subscribe(const std::vector<std::string>& words, ClientId client,
                                   bool isPattern) {
    Result result;
    Subscriptions& own = clients_[client];
    for (auto name = words.begin() + 1; name != words.end(); ++name) {
        if ((isPattern ? own.patterns : own.channels).insert(*name).second) {
            (isPattern ? patterns_ : channels_)[*name].push_back(client);
        }
        result.replies.push_back(confirmation(isPattern ? "psubscribe" : "subscribe",
                                              KeyValueReply::bulk(*name), own.count()));
    }
    return result;
}

Result PublishSubscribe::unsubscribe(const std::vector<std::string>& words, ClientId client,
                                     bool isPattern) {
    const char* const what = isPattern ? "punsubscribe" : "unsubscribe";
    Result result;
    Subscriptions own = isSubscribed(client) ? clients_.at(client) : Subscriptions();
    Names& kept = isPattern ? own.patterns : own.channels;
    ByName& all = isPattern ? patterns_ : channels_;
    std::vector<std::string> names(words.begin() + 1, words.end());
    if (names.empty()) {
        names.assign(kept.begin(), kept.end());
    }
    for (const std::string& name : names) {
        if (kept.erase(name) > 0) {
            std::erase(all.at(name), client);
            std::erase_if(all, [](const auto& entry) { return entry.second.empty(); });
        }
        result.replies.push_back(confirmation(what, KeyValueReply::bulk(name), own.count()));
    }
    if (names.empty()) {
        result.replies.push_back(confirmation(what, KeyValueReply::nil(), own.count()));
    }
    clients_.erase(client);
    if (own.count() > 0) {
        clients_.emplace(client, std::move(own));
    }
    return result;
}

Result PublishSubscribe::publish(const std::string& channel, const std::string& text) const {
    Result result;
    const auto subscribed = channels_.find(channel);
    if (subscribed != channels_.end()) {
        for (const ClientId client : subscribed->second) {
            result.deliveries.push_back({client, KeyValueReply::bulks({"message", channel, text})});
        }
    }
    for (const auto& [pattern, clients] : patterns_) {
        if (!keys::globMatches(pattern, channel)) {
            continue;
        }
        for (const ClientId client : clients) {
            result.deliveries.push_back(
                {client, KeyValueReply::bulks({"pmessage", pattern, channel, text})});
        }
    }
    result.replies.push_back(
        KeyValueReply::integer(static_cast<std::int64_t>(result.deliveries.size())));
    return result;
}

KeyValueReply PublishSubscribe::inspect(const std::vector<std::string>& words) const {
    const std::string& what = words[1];
    if (equalsIgnoringCase(what, "channels")) {
        if (words.size() > 3) {
            return KeyValueReply::error(fmt::format(
                "ERR unknown subcommand or wrong number of arguments for '{}'. Try PUBSUB HELP.",
                what));
        }
        std::vector<std::string> names;
        for (const auto& [name, clients] : channels_) {
            if (words.size() == 2 || keys::globMatches(words[2], name)) {
                names.push_back(name);
            }
        }
        return KeyValueReply::bulks(names);
    }
    if (equalsIgnoringCase(what, "numsub")) {
        std::vector<KeyValueReply> counts;
        for (auto name = words.begin() + 2; name != words.end(); ++name) {
            const auto found = channels_.find(*name);
            const std::size_t count = found == channels_.end() ? 0 : found->second.size();
            counts.push_back(KeyValueReply::bulk(*name));
            counts.push_back(KeyValueReply::integer(static_cast<std::int64_t>(count)));
        }
        return KeyValueReply::array(std::move(counts));
    }
    if (equalsIgnoringCase(what, "numpat")) {
        return words.size() > 2
                   ? keys::wrongNumber("pubsub|numpat")
                   : KeyValueReply::integer(static_cast<std::int64_t>(patterns_.size()));
    }
    return KeyValueReply::error(
        fmt::format("ERR unknown subcommand '{}'. Try PUBSUB HELP.", what.substr(0, 128)));
}

std::vector<PublishSubscribe::ClientId> PublishSubscribe::subscribers() const {
    std::vector<ClientId> clients;
    std::ranges::transform(clients_, std::back_inserter(clients),
                           [](const auto& entry) { return entry.first; });
    return clients;
}

} // namespace roundtrip
