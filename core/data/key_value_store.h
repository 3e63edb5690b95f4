#pragma once

#include "core/data/key_value_reply.h"
#include "core/data/keys/keyspace.h"
#include "core/kernel/sim_time.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace roundtrip {

/// A store of strings, hashes, lists and sorted sets by key, with the commands, the replies and
/// the words for errors of Redis 7 (redis.io/commands). Keys expire when the time given with a
/// command is more than their whole millisecond past; KEYS answers in the order of the names.
class KeyValueStore {
  public:
    using Snapshot = keys::Keyspace;

    /// Does one command, its name first, in any case. What is wrong with it is an error reply.
    KeyValueReply execute(const std::vector<std::string>& words, SimTime now);

    /// Whether `words` are a command of this store with a number of words that it takes.
    [[nodiscard]] static bool takes(const std::vector<std::string>& words);

    /// All keys with their values and when they expire, as a dump on disk would have them.
    [[nodiscard]] Snapshot snapshot() const { return keyspace_; }
    /// What was in the store before is lost.
    void restore(Snapshot snapshot) { keyspace_ = std::move(snapshot); }

    /// Keys, those included that have expired and that nobody asked for since.
    [[nodiscard]] std::size_t size() const { return keyspace_.size(); }

  private:
    keys::Keyspace keyspace_;
};

} // namespace roundtrip
