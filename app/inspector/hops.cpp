#include "app/inspector/hops.h"

#include "app/narration/message_words.h"
#include "app/narration/text_format.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace roundtrip {

namespace {

/// Reads a trip's facts in their order.
class HopReader {
  public:
    HopReader(const Trip& trip, const Trace& trace, const Narrator& narrator)
        : trip_(trip), trace_(trace), narrator_(narrator) {}

    void read(const Fact& fact) {
        const QString part = narrator_.nodeName(fact.node);
        if (fact.is<MessageArrived>()) {
            const auto arrived = fact.as<MessageArrived>();
            add(QStringLiteral("\u2192 %1: %2")
                    .arg(part, titleInWords(fromView(trace_.text(arrived.title)))),
                fact.time, fact.time - arrived.departure);
        } else if (fact.is<WorkStarted>() && fact.as<WorkStarted>().waited > SimTime()) {
            add(text(QT_TRANSLATE_NOOP("Hops", "%1 lets it wait in line")).arg(part), fact.time,
                fact.as<WorkStarted>().waited);
        } else if (fact.is<QueryExecuted>()) {
            add(text(QT_TRANSLATE_NOOP("Hops", "%1 runs the query")).arg(part), fact.time,
                fact.as<QueryExecuted>().took);
        } else if (fact.is<Computed>()) {
            add(text(QT_TRANSLATE_NOOP("Hops", "%1 works")).arg(part), fact.time,
                fact.as<Computed>().took);
        } else if (fact.is<CheckPassed>()) {
            const auto check = fact.as<CheckPassed>();
            readWait(fact, trace_.text(check.check), trace_.text(check.reason), part);
        } else if (fact.is<CheckFailed>()) {
            readWait(fact, trace_.text(fact.as<CheckFailed>().check), {}, part);
        }
    }

    void finish() {
        add(text(QT_TRANSLATE_NOOP("Hops", "all in all")), trip_.end, trip_.end - trip_.start);
    }
    [[nodiscard]] std::vector<Hop> hops() && { return std::move(hops_); }

  private:
    static QString text(const char* source) { return QCoreApplication::translate("Hops", source); }
    void add(const QString& name, SimTime end, SimTime took) {
        hops_.push_back({name, end - took - trip_.start, took});
    }
    /// A wait begins with a check that says so and ends with the next one of its kind.
    void readWait(const Fact& fact, std::string_view check, std::string_view reason,
                  const QString& part) {
        const bool isLock = check == "lock";
        if (!isLock && check != "pool") {
            return;
        }
        const std::pair key{fact.span, isLock};
        if (reason.starts_with("waits")) {
            waits_[key] = fact.time;
            return;
        }
        const auto began = waits_.find(key);
        if (began != waits_.end()) {
            add(isLock ? text(QT_TRANSLATE_NOOP("Hops", "%1 waits for a lock")).arg(part)
                       : text(QT_TRANSLATE_NOOP("Hops", "%1 waits for a connection")).arg(part),
                fact.time, fact.time - began->second);
            waits_.erase(began);
        }
    }

    const Trip& trip_;
    const Trace& trace_;
    const Narrator& narrator_;
    std::map<std::pair<SpanId, bool>, SimTime> waits_; ///< by activity; for locks or connections
    std::vector<Hop> hops_;
};

} // namespace

std::vector<Hop> hopsOf(const Trip& trip, const Trace& trace, std::size_t facts,
                        const Narrator& narrator) {
    HopReader reader(trip, trace, narrator);
    const std::size_t end = trip.endFact ? *trip.endFact + 1 : trace.size();
    for (std::size_t i = trip.startFact; i < std::min(end, facts); ++i) {
        if (trace[i].request == trip.id) {
            reader.read(trace[i]);
        }
    }
    if (trip.endFact && *trip.endFact < facts) {
        reader.finish();
    }
    return std::move(reader).hops();
}

} // namespace roundtrip
