#include "core/trace/span_index.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

void place(std::vector<std::uint32_t>& places, std::size_t id, std::size_t position) {
    if (places.size() <= id) {
        places.resize(std::max(id + 1, places.size() * 2));
    }
    places[id] = static_cast<std::uint32_t>(position + 1);
}

} // namespace

void SpanIndex::extend(const Trace& trace, std::size_t count) {
    for (; read_ < count; ++read_) {
        read(trace[read_], read_);
    }
}

void SpanIndex::truncate(const Trace& history, std::size_t count) {
    if (count >= read_) {
        return;
    }
    *this = SpanIndex();
    extend(history, count);
}

const Trip* SpanIndex::trip(RequestId id) const {
    const std::size_t index = indexOf(id);
    return index < tripPlace_.size() && tripPlace_[index] > 0 ? &trips_[tripPlace_[index] - 1]
                                                              : nullptr;
}

Trip* SpanIndex::findTrip(RequestId id) {
    return const_cast<Trip*>(std::as_const(*this).trip(id));
}

const Span* SpanIndex::span(SpanId id) const {
    const std::size_t index = indexOf(id);
    return index < spanPlace_.size() && spanPlace_[index] > 0 ? &spans_[spanPlace_[index] - 1]
                                                              : nullptr;
}

std::vector<const Span*> SpanIndex::spansOf(RequestId id) const {
    std::vector<const Span*> found;
    const Trip* owner = trip(id);
    if (owner == nullptr) {
        return found;
    }
    for (std::size_t i = owner->firstSpan; i < spans_.size(); ++i) {
        if (spans_[i].request == id) {
            found.push_back(&spans_[i]);
        }
        if (owner->endFact && spans_[i].startFact > *owner->endFact) {
            break;
        }
    }
    return found;
}

void SpanIndex::read(const Fact& fact, std::size_t index) {
    switch (fact.kind) {
    case FactKind::requestStarted: {
        const auto started = fact.as<RequestStarted>();
        place(tripPlace_, indexOf(fact.request), trips_.size());
        trips_.push_back({.id = fact.request,
                          .client = fact.node,
                          .method = started.method,
                          .target = started.target,
                          .start = fact.time,
                          .startFact = index,
                          .firstSpan = spans_.size()});
        break;
    }
    case FactKind::requestFinished:
        if (Trip* trip = findTrip(fact.request)) {
            const auto finished = fact.as<RequestFinished>();
            trip->end = fact.time;
            trip->endFact = index;
            trip->status = finished.status;
            trip->answeredBy = finished.answeredBy;
        }
        break;
    case FactKind::staleServed:
        if (Trip* trip = findTrip(fact.request)) {
            trip->staleFor = fact.as<StaleServed>().staleFor;
        }
        break;
    case FactKind::spanStarted: {
        const auto started = fact.as<SpanStarted>();
        place(spanPlace_, indexOf(fact.span), spans_.size());
        spans_.push_back({.id = fact.span,
                          .parent = started.parent,
                          .request = fact.request,
                          .node = fact.node,
                          .name = started.name,
                          .start = fact.time,
                          .startFact = index});
        break;
    }
    case FactKind::spanFinished:
        if (const Span* found = span(fact.span)) {
            Span& finished = spans_[static_cast<std::size_t>(found - spans_.data())];
            finished.end = fact.time;
            finished.endFact = index;
            finished.failed = fact.as<SpanFinished>().failed != 0;
        }
        break;
    default:
        break;
    }
}

} // namespace roundtrip
