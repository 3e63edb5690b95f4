#pragma once

#include "core/kernel/random_stream.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace roundtrip {

/// Which entry leaves a full cache.
enum class EvictionPolicy {
    lru,    ///< the one unused for longest
    lfu,    ///< the one used least often since it was stored; of equals the one unused for longest
    fifo,   ///< the one stored first, used or not
    random, ///< any, all equally likely
    sieve   ///< the first that a hand finds unused, Zhang et al., NSDI 2024
};

/// "lru", "lfu", "fifo", "random", "sieve".
[[nodiscard]] std::optional<EvictionPolicy> parseEvictionPolicy(std::string_view name);
[[nodiscard]] std::string_view toString(EvictionPolicy policy);

/// The order in which entries leave by one policy. Entries are small numbers that the owner gives
/// out and uses again; nothing else is known of them. Every function takes constant time (the hand
/// of SIEVE: on average, as it passes an entry only once for each use).
///
/// They count as the policies of libCacheSim do. LFU: an entry's frequency begins at 1, each use
/// adds 1, and leaving forgets it. Among those of the least frequency the one leaves that came to
/// that frequency first; as each use changes the frequency, that is the one unused for longest.
/// SIEVE: new entries stand at the head, a use only marks; the hand goes from tail to head, takes
/// marks away, and evicts the first entry that has none; from there it goes on the next time.
class EvictionOrder {
  public:
    using Slot = std::uint32_t;

    EvictionOrder() = default;
    EvictionOrder(const EvictionOrder&) = delete;
    EvictionOrder& operator=(const EvictionOrder&) = delete;
    virtual ~EvictionOrder() = default;

    /// A new entry; the slot must not be in the order.
    virtual void add(Slot slot) = 0;
    /// A hit. As for `remove`, the slot must be in the order.
    virtual void use(Slot slot) = 0;
    virtual void remove(Slot slot) = 0;
    /// Who has to leave; there must be one. The caller removes it next.
    [[nodiscard]] virtual Slot victim() = 0;
};

/// Only `random` draws from the stream.
[[nodiscard]] std::unique_ptr<EvictionOrder> makeEvictionOrder(EvictionPolicy policy,
                                                               const RandomStream& random);

} // namespace roundtrip
