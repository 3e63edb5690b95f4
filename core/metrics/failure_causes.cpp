#include "core/metrics/failure_causes.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace roundtrip {

namespace {

constexpr std::uint32_t kClientError = 400;

bool hasFailed(const Trip& trip) {
    return trip.status == 0 || trip.status >= kClientError;
}

/// What makes two failures the same: where, what, and the words of the reason.
using Cause = std::tuple<NodeId, FactKind, std::string>;

Cause causeOf(const Trace& trace, const Fact& fact) {
    std::string reason;
    if (fact.is<CheckFailed>()) {
        reason = trace.text(fact.as<CheckFailed>().check);
    } else if (fact.is<HandlerFailed>()) {
        const std::string_view words = trace.text(fact.as<HandlerFailed>().reason);
        reason = words.substr(0, words.find('\n')); // its code, without this request's values
    } else if (fact.is<MessageLost>()) {
        reason = std::to_string(indexOf(fact.as<MessageLost>().link));
    }
    return {fact.node, fact.kind, reason};
}

bool isBeginning(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::checkFailed:
    case FactKind::routeMissed:
    case FactKind::handlerFailed:
    case FactKind::messageLost:
        return true;
    case FactKind::messageSent:
        return fact.as<MessageSent>().failed == 1;
    default:
        return false;
    }
}

/// The first fact of the trip with which something went wrong; else its end.
std::size_t beginningOf(const Trace& trace, const Trip& trip) {
    for (std::size_t fact = trip.startFact; fact < *trip.endFact; ++fact) {
        if (trace[fact].request == trip.id && isBeginning(trace[fact])) {
            return fact;
        }
    }
    return *trip.endFact;
}

} // namespace

std::vector<FailureCause> failureCauses(const Trace& trace, const SpanIndex& spans,
                                        FactRange range) {
    std::map<Cause, FailureCause> causes;
    for (const Trip& trip : spans.trips()) {
        const bool isInside = trip.endFact && *trip.endFact >= range.from &&
                              *trip.endFact < range.to && hasFailed(trip);
        if (!isInside) {
            continue;
        }
        const std::size_t fact = beginningOf(trace, trip);
        FailureCause& cause = causes[causeOf(trace, trace[fact])];
        if (cause.count++ == 0) {
            cause.fact = fact;
            cause.node = trace[fact].node;
            cause.first = trip.id;
        }
    }
    std::vector<FailureCause> found;
    for (const auto& [key, cause] : causes) {
        found.push_back(cause);
    }
    std::ranges::sort(found, [](const FailureCause& a, const FailureCause& b) {
        return std::tuple(b.count, a.fact) < std::tuple(a.count, b.fact);
    });
    return found;
}

} // namespace roundtrip
