#include "core/trace/recorder.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace roundtrip {

namespace {

constexpr SimTime kWindow = SimTime::seconds(1);

std::uint32_t asMicros(SimTime time) {
    const std::int64_t micros = time.ns() / 1000;
    return static_cast<std::uint32_t>(
        std::min<std::int64_t>(micros, std::numeric_limits<std::uint32_t>::max()));
}

/// Nearest-rank percentile of sorted values.
std::uint32_t rankOf(const std::vector<std::uint32_t>& sorted, std::size_t percent) {
    const std::size_t rank = (sorted.size() * percent + 99) / 100;
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

} // namespace

Recorder::Recorder(std::shared_ptr<Trace> trace, RecordingLevel level)
    : trace_(std::move(trace)), level_(level), windowEnd_(kWindow) {}

void Recorder::requestFinished(SimTime now, NodeId node, RequestId request, SpanId span,
                               const RequestFinished& payload) {
    const bool failed = payload.status >= 500 || payload.status == 0;
    if (!keepsEverything()) {
        while (now >= windowEnd_) {
            closeWindow(now);
        }
        windowMicros_.push_back(asMicros(now - payload.startedAt));
        windowFailed_ += failed ? 1 : 0;
    }
    if (keeps(request)) {
        record(now, node, request, span, payload);
    } else if (failed) {
        append(now, node, RequestId::none, span, payload);
    }
}

void Recorder::closeWindow(SimTime now) {
    if (!windowMicros_.empty()) {
        std::ranges::sort(windowMicros_);
        const auto sum =
            std::accumulate(windowMicros_.begin(), windowMicros_.end(), std::uint64_t{0});
        WindowClosed window;
        window.finished = static_cast<std::uint32_t>(windowMicros_.size());
        window.failed = windowFailed_;
        window.meanMicros = static_cast<std::uint32_t>(sum / windowMicros_.size());
        window.p50Micros = rankOf(windowMicros_, 50);
        window.p95Micros = rankOf(windowMicros_, 95);
        window.p99Micros = rankOf(windowMicros_, 99);
        record(now, NodeId::none, RequestId::none, SpanId::none, window);
    }
    windowMicros_.clear();
    windowFailed_ = 0;
    windowEnd_ += kWindow;
}

} // namespace roundtrip
