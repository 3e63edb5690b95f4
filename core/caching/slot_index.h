#pragma once

#include "core/caching/eviction_order.h"

#include <cstddef>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// Finds the slot of a text, with one look at memory for most: cells side by side instead of nodes,
/// which counts when millions of texts come and go. Owns the texts, by slot.
class SlotIndex {
  public:
    using Slot = EvictionOrder::Slot;
    static constexpr Slot none = std::numeric_limits<Slot>::max();

    SlotIndex() : cells_(kFewest) {}

    /// `none` when it is not there.
    [[nodiscard]] Slot find(std::string_view text) const {
        const std::uint32_t hash = hashOf(text);
        for (std::size_t i = placeOf(hash);; i = next(i)) {
            const Cell& cell = cells_[i];
            if (cell.slot == none || (cell.hash == hash && texts_[cell.slot] == text)) {
                return cell.slot;
            }
        }
    }

    /// The text must not be there. A slot that was erased is used again.
    Slot insert(std::string_view text) {
        if ((texts_.size() - free_.size() + 1) * 2 > cells_.size()) {
            grow();
        }
        auto slot = static_cast<Slot>(texts_.size());
        if (free_.empty()) {
            texts_.emplace_back(text);
        } else {
            slot = free_.back();
            free_.pop_back();
            texts_[slot] = text;
        }
        put({hashOf(text), slot});
        return slot;
    }

    void erase(Slot slot) {
        std::size_t gap = placeOf(hashOf(texts_[slot]));
        while (cells_[gap].slot != slot) {
            gap = next(gap);
        }
        // What was pushed on from its own place moves back, so that no search ends at the gap.
        for (std::size_t i = next(gap); cells_[i].slot != none; i = next(i)) {
            const std::size_t fromHome = (i - placeOf(cells_[i].hash)) & (cells_.size() - 1);
            const std::size_t fromGap = (i - gap) & (cells_.size() - 1);
            if (fromHome >= fromGap) {
                cells_[gap] = cells_[i];
                gap = i;
            }
        }
        cells_[gap] = Cell();
        free_.push_back(slot);
    }

  private:
    static constexpr std::size_t kFewest = 1024; // a power of 2, as all sizes are

    struct Cell {
        std::uint32_t hash = 0;
        Slot slot = none;
    };

    static std::uint32_t hashOf(std::string_view text) {
        return static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
    }
    [[nodiscard]] std::size_t placeOf(std::uint32_t hash) const {
        return hash & (cells_.size() - 1);
    }
    [[nodiscard]] std::size_t next(std::size_t place) const {
        return (place + 1) & (cells_.size() - 1);
    }
    void put(const Cell& cell) {
        std::size_t place = placeOf(cell.hash);
        while (cells_[place].slot != none) {
            place = next(place);
        }
        cells_[place] = cell;
    }
    void grow() {
        std::vector<Cell> before(cells_.size() * 2);
        before.swap(cells_);
        for (const Cell& cell : before) {
            if (cell.slot != none) {
                put(cell);
            }
        }
    }

    std::vector<Cell> cells_;
    std::vector<std::string> texts_; ///< by slot
    std::vector<Slot> free_;
};

} // namespace roundtrip
