#pragma once

#include "core/trace/span_index.h"
#include "core/trace/trace.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace roundtrip {

/// What a player needs to know about a trace beside its facts: which facts are steps for the
/// learner ("moments"), when each happens on the story clock, and which fact ends which message's
/// flight. Grows with the trace.
///
/// The story clock gives every moment time to be followed: about the logarithm of the simulated
/// gap before it, within bounds. Story times are seconds at speed 1.
class TraceIndex {
  public:
    /// Reads another trace. What it shares with the one read before is kept.
    void attach(std::shared_ptr<const Trace> trace);
    /// Reads up to `budget` more facts; false when all are read.
    bool extend(std::size_t budget);

    [[nodiscard]] const Trace& trace() const { return *trace_; }
    [[nodiscard]] std::shared_ptr<const Trace> shared() const { return trace_; }
    [[nodiscard]] const SpanIndex& spans() const { return spans_; }

    /// Another story clock than the trace's own: as many ascending times as there are moments.
    void setStoryTimes(std::vector<double> times);

    /// Number of moments read so far.
    [[nodiscard]] std::size_t moments() const { return factOf_.size(); }
    /// The fact of the moment that happens as number `moment` (0-based).
    [[nodiscard]] std::size_t factOf(std::size_t moment) const { return factOf_[moment]; }
    /// How many facts have happened when `moments` moments have, with what follows invisibly.
    [[nodiscard]] std::size_t factsAfter(std::size_t moments) const;
    /// How many moments have happened once the first `facts` facts have.
    [[nodiscard]] std::size_t momentsWithin(std::size_t facts) const;
    /// Story time at which that moment happens; the first happens at 0.
    [[nodiscard]] double storyTime(std::size_t moment) const { return storyTimes_[moment]; }
    [[nodiscard]] double storyEnd() const { return storyTimes_.empty() ? 0.0 : storyTimes_.back(); }
    /// Simulated time of a moment.
    [[nodiscard]] SimTime timeOf(std::size_t moment) const {
        return (*trace_)[factOf_[moment]].time;
    }
    /// The fact at which that message arrives; none while it is on its way.
    [[nodiscard]] std::optional<std::size_t> arrivalOf(MessageId message) const;

    /// Length on the story clock of a gap of simulated time, in seconds.
    [[nodiscard]] static double storyGap(SimTime gap);

  private:
    void read(const Fact& fact, std::size_t index);
    void truncate(std::size_t facts);

    std::shared_ptr<const Trace> trace_;
    std::size_t read_ = 0;
    std::vector<std::uint32_t> factOf_;
    std::vector<double> storyTimes_;
    std::vector<std::uint32_t> arrivals_; // by message id: fact + 1
    SpanIndex spans_;
};

} // namespace roundtrip
