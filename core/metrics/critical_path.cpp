#include "core/metrics/critical_path.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace roundtrip {

namespace {

/// A stretch of one activity: a span, or a message on its way.
struct Activity {
    SimTime start;
    SimTime end;
    const Span* span = nullptr; ///< null: a message
    LinkId link = LinkId::none;
};

/// Follows one trip from its end backwards.
class Walk {
  public:
    Walk(const Trace& trace, const SpanIndex& spans, const Trip& trip) : trip_(trip) {
        for (const Span* span : spans.spansOf(trip.id)) {
            if (span->endFact) {
                below_[span->parent].push_back({span->start, span->end, span, LinkId::none});
            }
            spans_[span->id] = span;
        }
        for (std::size_t i = trip.startFact; i <= *trip.endFact; ++i) {
            if (trace[i].request == trip.id) {
                note(trace[i]);
            }
        }
        for (auto& [span, activities] : below_) {
            // Of two that end together the span goes last: its messages belong into it.
            std::ranges::sort(activities, {}, [](const Activity& activity) {
                return std::tuple(activity.end, activity.span != nullptr, activity.start,
                                  activity.link);
            });
        }
    }

    CriticalPath path() {
        follow(SpanId::none, trip_.client, trip_.start, trip_.end);
        CriticalPath path{trip_.id, trip_.end - trip_.start, {}};
        for (const auto& [key, time] : times_) {
            const auto& [use, node, link] = key;
            path.shares.push_back({use, node, link, time});
        }
        std::ranges::sort(path.shares, [](const PathShare& a, const PathShare& b) {
            return std::tuple(b.time, a.use, a.node, a.link) <
                   std::tuple(a.time, b.use, b.node, b.link);
        });
        return path;
    }

  private:
    void note(const Fact& fact) {
        // What got lost nobody waited for; what is sent again has a way of its own.
        if (fact.is<MessageSent>()) {
            senders_[fact.as<MessageSent>().message] = fact.node;
        } else if (fact.is<MessageArrived>()) {
            const auto arrived = fact.as<MessageArrived>();
            const Activity way{arrived.departure, fact.time, nullptr, arrived.link};
            const auto sender = spans_.find(fact.span);
            // A task that is handed on later goes by the span that gave it, but is not its work.
            if (sender == spans_.end() || sender->second->node == senders_[arrived.message]) {
                below_[fact.span].push_back(way);
            }
            // An answer is sent by who was asked: to the asker it is one of its own activities.
            // What the asked sends to somebody else meanwhile is not.
            const auto asker =
                sender == spans_.end() ? sender : spans_.find(sender->second->parent);
            if (asker != spans_.end() && asker->second->node == fact.node) {
                below_[asker->first].push_back(way);
            }
        } else if (fact.is<WorkStarted>()) {
            const SimTime waited = fact.as<WorkStarted>().waited;
            waits_[fact.span].emplace_back(fact.time - waited, fact.time);
        }
    }

    /// The time from `from` to `until` that `span` was the last to end; it is the node's.
    void follow(SpanId span, NodeId node, SimTime from, SimTime until) {
        SimTime at = until;
        const std::vector<Activity>& activities = below_[span];
        for (std::size_t i = activities.size(); i-- > 0 && at > from;) {
            const Activity& activity = activities[i];
            if (activity.end > at || activity.start < from || activity.end <= activity.start) {
                continue; // it went on beside, or is not of this stretch
            }
            spend(span, node, activity.end, at);
            if (activity.span != nullptr) {
                follow(activity.span->id, activity.span->node, activity.start, activity.end);
            } else {
                add(TimeUse::way, NodeId::none, activity.link, activity.end - activity.start);
            }
            at = activity.start;
        }
        spend(span, node, from, at);
    }

    /// A stretch in which only this span was at it: partly it may have stood in line.
    void spend(SpanId span, NodeId node, SimTime from, SimTime until) {
        SimTime waited;
        for (const auto& [start, end] : waits_[span]) {
            waited += std::max(SimTime(), std::min(end, until) - std::max(start, from));
        }
        add(TimeUse::wait, node, LinkId::none, waited);
        add(TimeUse::work, node, LinkId::none, until - from - waited);
    }

    void add(TimeUse use, NodeId node, LinkId link, SimTime time) {
        if (time > SimTime()) {
            times_[{use, node, link}] += time;
        }
    }

    const Trip& trip_;
    std::map<SpanId, std::vector<Activity>> below_; ///< by the span that they belong to
    std::map<SpanId, const Span*> spans_;
    std::map<MessageId, NodeId> senders_;
    std::map<SpanId, std::vector<std::pair<SimTime, SimTime>>> waits_;
    std::map<std::tuple<TimeUse, NodeId, LinkId>, SimTime> times_;
};

} // namespace

CriticalPath criticalPath(const Trace& trace, const SpanIndex& spans, const Trip& trip) {
    return Walk(trace, spans, trip).path();
}

const Trip* tripAtQuantile(const SpanIndex& spans, FactRange range, double quantile) {
    std::vector<const Trip*> ended;
    for (const Trip& trip : spans.trips()) {
        if (trip.endFact && *trip.endFact >= range.from && *trip.endFact < range.to) {
            ended.push_back(&trip);
        }
    }
    if (ended.empty()) {
        return nullptr;
    }
    const auto count = static_cast<double>(ended.size());
    const auto rank =
        static_cast<std::size_t>(std::clamp(std::ceil(quantile * count) - 1, 0.0, count - 1));
    std::ranges::nth_element(ended, ended.begin() + static_cast<std::ptrdiff_t>(rank), {},
                             [](const Trip* trip) { return trip->end - trip->start; });
    return ended[rank];
}

} // namespace roundtrip
