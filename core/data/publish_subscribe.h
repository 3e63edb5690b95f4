#pragma once

#include "core/data/key_value_reply.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace roundtrip {

/// Channels in the manner of Redis 7 (redis.io, "Redis Pub/Sub"): what is published goes to those
/// who are subscribed at that moment and is kept nowhere. A client is one connection; while it has
/// subscriptions it may do nothing else (RESP2).
class PublishSubscribe {
  public:
    using ClientId = std::uint64_t;

    struct Delivery {
        ClientId client = 0;
        KeyValueReply message; ///< ["message", channel, text]; of a pattern "pmessage"
    };
    struct Result {
        std::vector<KeyValueReply> replies; ///< SUBSCRIBE answers once for each channel
        /// To those subscribed to the channel in the order in which they came, then to patterns.
        std::vector<Delivery> deliveries;
    };

    /// SUBSCRIBE, UNSUBSCRIBE, PSUBSCRIBE, PUNSUBSCRIBE, PUBLISH and PUBSUB CHANNELS, NUMSUB and
    /// NUMPAT; nothing when it is another command. Names come in the order of the alphabet.
    std::optional<Result> execute(const std::vector<std::string>& words, ClientId client);

    [[nodiscard]] bool isSubscribed(ClientId client) const { return clients_.contains(client); }
    /// Clients with subscriptions.
    [[nodiscard]] std::vector<ClientId> subscribers() const;

  private:
    using Names = std::set<std::string>;
    struct Subscriptions {
        Names channels;
        Names patterns;
        [[nodiscard]] std::int64_t count() const {
            return static_cast<std::int64_t>(channels.size() + patterns.size());
        }
    };
    using ByName = std::map<std::string, std::vector<ClientId>>;

    Result subscribe(const std::vector<std::string>& words, ClientId client, bool isPattern);
    Result unsubscribe(const std::vector<std::string>& words, ClientId client, bool isPattern);
    [[nodiscard]] Result publish(const std::string& channel, const std::string& text) const;
    [[nodiscard]] KeyValueReply inspect(const std::vector<std::string>& words) const;

    std::map<ClientId, Subscriptions> clients_; ///< those with subscriptions
    ByName channels_;                           ///< without empty ones
    ByName patterns_;
};

} // namespace roundtrip
