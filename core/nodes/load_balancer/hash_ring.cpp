#include "core/nodes/load_balancer/hash_ring.h"

#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace roundtrip {

HashRing::HashRing(const std::vector<std::string_view>& names) : slots_(names.size()) {
    places_.reserve(names.size() * kPlaces);
    for (std::size_t slot = 0; slot < names.size(); ++slot) {
        for (int place = 0; place < kPlaces; ++place) {
            places_.emplace_back(hashOf(fmt::format("{}-{}", names[slot], place)), slot);
        }
    }
    std::ranges::sort(places_);
}

std::size_t HashRing::find(std::string_view key,
                           const std::function<bool(std::size_t)>& usable) const {
    const auto start = std::ranges::lower_bound(places_, hashOf(key), {},
                                                &std::pair<std::uint64_t, std::size_t>::first);
    const auto first = static_cast<std::size_t>(start - places_.begin());
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const std::size_t slot = places_[(first + i) % places_.size()].second;
        if (usable(slot)) {
            return slot;
        }
    }
    return slots_;
}

} // namespace roundtrip
