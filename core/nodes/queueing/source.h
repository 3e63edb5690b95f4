#pragma once

#include "core/kernel/random_stream.h"
#include "core/nodes/node.h"
#include "core/nodes/queueing/job_documents.h"

namespace roundtrip {

/// Lets jobs enter at random moments, alone or several together, of one class or of several, for
/// queueing theory.
class Source : public Node {
  public:
    Source(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override;
    [[nodiscard]] bool neverRests() const override { return true; }

  private:
    Process emit();
    void sendOne();

    BatchSize batch_;
    WeightedChoice classes_;
    RandomStream random_;
    RandomStream choices_; ///< of sizes and classes
    std::uint32_t sent_ = 0;
};

[[nodiscard]] NodeKind sourceKind();

} // namespace roundtrip
