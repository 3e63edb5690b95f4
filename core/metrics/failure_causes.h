#pragma once

#include "core/metrics/trip_figures.h"
#include "core/trace/span_index.h"

#include <cstdint>
#include <vector>

namespace roundtrip {

/// Why requests got no good answer.
struct FailureCause {
    std::size_t fact = 0; ///< of the first request of these: what the failure began with
    NodeId node = NodeId::none;
    std::uint64_t count = 0; ///< how many requests failed in this way
    RequestId first = RequestId::none;
};

/// Requests that ended in the range with status 400 and up, or without an answer, by what each
/// failure began with: the first rule, route, handler or message of it that went wrong. The most
/// frequent cause comes first.
[[nodiscard]] std::vector<FailureCause> failureCauses(const Trace& trace, const SpanIndex& spans,
                                                      FactRange range);

} // namespace roundtrip
