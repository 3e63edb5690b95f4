#pragma once

#include "core/trace/trace.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace roundtrip {

/// What of a run is kept.
struct RecordingLevel {
    /// Every how many requests one is recorded whole. 1: every request and every gauge. Above
    /// that gauges are left out, each second closes a window of metrics, and errors of requests
    /// that are not recorded are still kept. 0: errors only.
    std::uint32_t sampleEvery = 1;
    [[nodiscard]] bool keepsEverything() const { return sampleEvery == 1; }
};

/// The nodes' way into the trace: knows the clock, decides what is kept, hands out ids.
/// Owned by a run; used on the simulation's thread only.
class Recorder {
  public:
    Recorder(std::shared_ptr<Trace> trace, RecordingLevel level);

    [[nodiscard]] RequestId nextRequest() { return RequestId{++requests_}; }
    [[nodiscard]] SpanId nextSpan() { return SpanId{++spans_}; }
    [[nodiscard]] MessageId nextMessage() { return MessageId{++messages_}; }

    /// Whether facts of that request are kept. Callers that must build a text for a fact ask first.
    [[nodiscard]] bool keeps(RequestId request) const {
        return level_.keepsEverything() ||
               (level_.sampleEvery > 0 &&
                (request == RequestId::none || indexOf(request) % level_.sampleEvery == 1));
    }
    [[nodiscard]] bool keepsEverything() const { return level_.keepsEverything(); }

    TextId text(std::string_view text) { return trace_->texts().intern(text); }

    template <class Payload>
    void record(SimTime now, NodeId node, RequestId request, SpanId span, const Payload& payload) {
        if (!keeps(request) && !infoOf(Payload::kKind).isError) {
            return;
        }
        if (Payload::kKind == FactKind::gaugeChanged && !keepsEverything()) {
            return;
        }
        append(now, node, request, span, payload);
    }

    /// A request ended: its latency joins the window of this second when not all is recorded, and
    /// a failed one that was not sampled still leaves its end in the trace.
    void requestFinished(SimTime now, NodeId node, RequestId request, SpanId span,
                         const RequestFinished& payload);

    /// The run ends: what the last window holds is recorded.
    void finish(SimTime now) { closeWindow(now); }

    [[nodiscard]] Trace& trace() { return *trace_; }

  private:
    template <class Payload>
    void append(SimTime now, NodeId node, RequestId request, SpanId span, const Payload& payload) {
        Fact fact;
        fact.time = now;
        fact.node = node;
        fact.request = request;
        fact.span = span;
        fact.set(payload);
        trace_->append(fact);
    }
    void closeWindow(SimTime now);

    std::shared_ptr<Trace> trace_;
    RecordingLevel level_;
    std::uint32_t requests_ = 0;
    std::uint32_t spans_ = 0;
    std::uint32_t messages_ = 0;
    SimTime windowEnd_;
    std::uint32_t windowFailed_ = 0;
    std::vector<std::uint32_t> windowMicros_;
};

} // namespace roundtrip
