#pragma once

#include "core/trace/trace.h"

#include <optional>
#include <vector>

namespace roundtrip {

/// One activity of one node for one request. Facts are indexes into the trace.
struct Span {
    SpanId id = SpanId::none;
    SpanId parent = SpanId::none;
    RequestId request = RequestId::none;
    NodeId node = NodeId::none;
    TextId name = TextId::empty;
    SimTime start;
    SimTime end;
    std::size_t startFact = 0;
    std::optional<std::size_t> endFact; ///< none while it is still running
    bool failed = false;
};

/// One learner-visible trip, from the client's start to its end.
struct Trip {
    RequestId id = RequestId::none;
    NodeId client = NodeId::none;
    TextId method = TextId::empty;
    TextId target = TextId::empty;
    NodeId answeredBy = NodeId::none;
    SimTime start;
    SimTime end;
    std::size_t startFact = 0;
    std::optional<std::size_t> endFact;
    std::uint32_t status = 0;
    std::size_t firstSpan = 0; ///< index of its root span in SpanIndex::spans()
    SimTime staleFor;          ///< how long the data it showed had been out of date; 0: fresh
};

/// Spans and trips of a trace, in order of their start. Grows with the trace: call `extend` to
/// read what is new. A forked trace needs a new index (or `truncate`).
class SpanIndex {
  public:
    /// Reads the facts from where the last call ended up to `count`.
    void extend(const Trace& trace, std::size_t count);
    /// Forgets facts from `count` on, before reading another branch with the same history.
    void truncate(const Trace& history, std::size_t count);

    [[nodiscard]] const std::vector<Span>& spans() const { return spans_; }
    [[nodiscard]] const std::vector<Trip>& trips() const { return trips_; }
    /// Null when the trip was not recorded.
    [[nodiscard]] const Trip* trip(RequestId id) const;
    [[nodiscard]] const Span* span(SpanId id) const;
    [[nodiscard]] std::vector<const Span*> spansOf(RequestId id) const;

  private:
    void read(const Fact& fact, std::size_t index);
    [[nodiscard]] Trip* findTrip(RequestId id);

    std::vector<Span> spans_;
    std::vector<Trip> trips_;
    std::vector<std::uint32_t> spanPlace_; // by span id, 1-based place in spans_
    std::vector<std::uint32_t> tripPlace_;
    std::size_t read_ = 0;
};

} // namespace roundtrip
