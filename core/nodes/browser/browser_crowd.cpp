#include "core/kernel/placeholders.h"
#include "core/nodes/browser/browser.h"

#include <utility>

namespace roundtrip {

Process Browser::sendMany(Crowd crowd) {
    RandomStream arrivals(context().seed, key(), "crowd arrivals");
    RandomStream choices(context().seed, key(), "crowd choices");
    const ZipfDistribution popularity(static_cast<std::size_t>(crowd.keys), crowd.skew);
    const double meanGap = 1.0 / crowd.perSecond;
    for (std::int64_t i = 0; i < crowd.count; ++i) {
        Visit visit;
        visit.site = home();
        const nlohmann::json chosen{{"key", popularity(choices)}, {"n", i}};
        visit.request.target = filledIn(crowd.target, chosen);
        if (choices.uniform() < crowd.updateShare) {
            visit.request.method = http::Method::put;
            visit.request.body = filledIn(crowd.updateBody, chosen);
        }
        simulation().spawn(fetch(std::move(visit)));
        co_await simulation().delay(SimTime::fromSeconds(arrivals.exponential(meanGap)));
    }
}

} // namespace roundtrip
