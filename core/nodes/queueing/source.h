#pragma once

#include "core/kernel/random_stream.h"
#include "core/nodes/node.h"

namespace roundtrip {

/// Lets jobs of one class enter at random moments, for queueing theory.
class Source : public Node {
  public:
    Source(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override;

  private:
    Process emit();

    RandomStream random_;
};

[[nodiscard]] NodeKind sourceKind();

} // namespace roundtrip
