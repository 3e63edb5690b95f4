#pragma once

#include "core/data/key_value_store.h"
#include "core/data/publish_subscribe.h"

#include <string>
#include <vector>

namespace roundtrip {

/// A key-value store with its channels, asked over connections, as one Redis process.
class KeyValueServer {
  public:
    using ClientId = PublishSubscribe::ClientId;
    using Result = PublishSubscribe::Result;

    /// One command that came over the client's connection. Has one reply at least.
    Result execute(const std::vector<std::string>& words, ClientId client, SimTime now);
    /// Starts anew with these keys; every connection is closed. The clients that had subscriptions.
    std::vector<ClientId> restart(KeyValueStore::Snapshot keys);

    [[nodiscard]] const KeyValueStore& store() const { return store_; }

  private:
    KeyValueStore store_;
    PublishSubscribe channels_;
};

} // namespace roundtrip
