#pragma once

#include "core/data/key_value_store.h"
#include "core/kernel/resource.h"
#include "core/nodes/node.h"

namespace roundtrip {

/// A store in memory in the manner of Redis: one command after the other, each for the same short
/// time. A restart loses everything unless it persists.
class KeyValueStoreNode : public Node {
  public:
    KeyValueStoreNode(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { showKeys(); }

  protected:
    void performOwn(const std::string& action, const ParameterValues& arguments) override;

  private:
    Process serve(Message message);
    void showKeys() const;

    KeyValueStore store_;
    Resource thread_; ///< Redis does one command at a time
};

[[nodiscard]] NodeKind keyValueStoreKind();

} // namespace roundtrip
