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
    void start() override { begin(); }
    void linksChanged() override { begin(); }
    [[nodiscard]] bool neverRests() const override { return true; }

  protected:
    void retired() override { isEmitting_ = false; }

  private:
    /// As soon as there is somebody to send to.
    void begin();
    Process emit();
    void sendOne();

    BatchSize batch_;
    WeightedChoice classes_;
    RandomStream random_;
    RandomStream choices_; ///< of sizes and classes
    std::uint32_t sent_ = 0;
    bool isEmitting_ = false;
};

[[nodiscard]] NodeKind sourceKind();

} // namespace roundtrip
