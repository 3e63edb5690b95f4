#include "app/playback/trace_index.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace roundtrip {

double TraceIndex::storyGap(SimTime gap) {
    constexpr double kSameInstant = 0.55;
    constexpr double kShortest = 0.6;
    constexpr double kLongest = 2.2;
    constexpr double kPerDecade = 0.18;
    if (gap <= SimTime()) {
        return kSameInstant;
    }
    const double micros = gap.toSeconds() * 1e6;
    return std::clamp(kSameInstant + kPerDecade * std::log10(1.0 + micros), kShortest, kLongest);
}

void TraceIndex::attach(std::shared_ptr<const Trace> trace) {
    const std::size_t shared =
        trace_ == nullptr ? 0 : std::min(trace->sharedPrefix(), trace_->size());
    if (trace_ != nullptr && trace != trace_) {
        // Two branches agree on what the younger one shares with the branch that it came from.
        truncate(std::max(shared, std::min(trace_->sharedPrefix(), trace->size())));
    }
    trace_ = std::move(trace);
}

bool TraceIndex::extend(std::size_t budget) {
    const std::size_t end = std::min(trace_->size(), read_ + budget);
    for (; read_ < end; ++read_) {
        read((*trace_)[read_], read_);
    }
    spans_.extend(*trace_, read_);
    return read_ < trace_->size();
}

void TraceIndex::read(const Fact& fact, std::size_t index) {
    if (!infoOf(fact.kind).visible) {
        return;
    }
    const double story =
        factOf_.empty() ? 0.0
                        : storyTimes_.back() + storyGap(fact.time - (*trace_)[factOf_.back()].time);
    factOf_.push_back(static_cast<std::uint32_t>(index));
    storyTimes_.push_back(story);
    if (endOfFlight(fact) != MessageId::none) {
        const std::size_t message = indexOf(endOfFlight(fact));
        if (message >= arrivals_.size()) {
            arrivals_.resize(std::max(message + 1, arrivals_.size() * 2));
        }
        arrivals_[message] = static_cast<std::uint32_t>(index + 1);
    }
}

void TraceIndex::truncate(std::size_t facts) {
    const std::size_t kept = momentsWithin(facts);
    factOf_.resize(kept);
    storyTimes_.resize(kept);
    for (std::uint32_t& arrival : arrivals_) {
        arrival = arrival > facts ? 0 : arrival;
    }
    read_ = std::min(read_, facts);
    spans_.truncate(*trace_, facts);
}

void TraceIndex::setStoryTimes(std::vector<double> times) {
    times.resize(factOf_.size(), times.empty() ? 0.0 : times.back());
    storyTimes_ = std::move(times);
}

std::size_t TraceIndex::factsAfter(std::size_t moments) const {
    return moments < factOf_.size() ? factOf_[moments] : read_;
}

std::size_t TraceIndex::momentsWithin(std::size_t facts) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(factOf_, facts) - factOf_.begin());
}

std::optional<std::size_t> TraceIndex::arrivalOf(MessageId message) const {
    const std::size_t index = indexOf(message);
    if (index >= arrivals_.size() || arrivals_[index] == 0) {
        return std::nullopt;
    }
    return arrivals_[index] - 1;
}

} // namespace roundtrip
