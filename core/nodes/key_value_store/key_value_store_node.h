#pragma once

#include "core/data/key_value_server.h"
#include "core/kernel/resource.h"
#include "core/nodes/node.h"

namespace roundtrip {

/// A store in memory in the manner of Redis: one command after the other, each for the same short
/// time. A restart loses everything unless it persists, and closes all connections.
///
/// A PUBLISH leaves a check "publish": "received" {channel, receivers}, or failed with "nobody"
/// {channel}.
class KeyValueStoreNode : public Node {
  public:
    KeyValueStoreNode(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { showKeys(); }
    void linkLeaves(const Port& port, LinkId link) override;

  protected:
    void stopped() override;
    void started() override { showKeys(); }

  private:
    Process serve(Message message);
    /// Sends what was published to whom it reaches, and notes how many that are.
    void publish(const KeyValueServer::Result& result, const Message& message, SpanId span);
    void recordReply(const KeyValueReply& reply, const Message& message, SpanId span) const;
    void showKeys() const;

    KeyValueServer server_;
    Resource thread_; ///< Redis does one command at a time
};

[[nodiscard]] NodeKind keyValueStoreKind();

} // namespace roundtrip
