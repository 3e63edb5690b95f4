#pragma once

#include "core/kernel/sim_time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::tasks {

/// Why a message left its queue without having been worked on, in the words of the header
/// "x-death": https://www.rabbitmq.com/docs/dlx
enum class DeathReason { rejected, expired, maxlen, deliveryLimit };
/// "rejected", "expired", "maxlen", "delivery_limit".
[[nodiscard]] std::string_view nameOf(DeathReason reason);

/// One entry of "x-death": how often a message died in that queue for that reason.
struct Death {
    std::string queue;
    DeathReason reason = DeathReason::rejected;
    int count = 1;
    SimTime firstAt;

    friend bool operator==(const Death&, const Death&) = default;
};

/// A message as a broker keeps it.
struct QueuedMessage {
    std::uint64_t id = 0; ///< the publisher's own
    std::string body;
    int priority = 0;           ///< means something in queues with priorities only
    std::optional<SimTime> ttl; ///< its own "expiration"
    bool isPersistent = true;   ///< delivery mode 2
    std::vector<Death> deaths;  ///< the latest first
};

} // namespace roundtrip::tasks
