#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace roundtrip {

/// Consistent hashing (Karger et al. 1997): each of a number of slots stands at many places of a
/// ring, and a key belongs to the next slot on its way round. When a slot goes, only its own keys
/// move. Names decide the places, so that the same names give the same ring everywhere.
class HashRing {
  public:
    /// As many places per slot as libketama has; the shares of four slots then differ by some 15 %.
    static constexpr int kPlaces = 160;

    HashRing() = default;
    explicit HashRing(const std::vector<std::string_view>& names);

    /// The first slot from the key on that is `usable`; `names.size()` when none is.
    [[nodiscard]] std::size_t find(std::string_view key,
                                   const std::function<bool(std::size_t)>& usable) const;

  private:
    std::vector<std::pair<std::uint64_t, std::size_t>> places_; // ascending
    std::size_t slots_ = 0;
};

} // namespace roundtrip
