#include "core/net/data_clock.h"

#include <algorithm>

namespace roundtrip {

std::optional<SimTime> DataClock::outdatedSince(const std::string& row, SimTime readAt) const {
    const auto found = changes_.find(row);
    if (found == changes_.end()) {
        return std::nullopt;
    }
    const auto next = std::ranges::upper_bound(found->second, readAt);
    return next == found->second.end() ? std::nullopt : std::optional(*next);
}

} // namespace roundtrip
