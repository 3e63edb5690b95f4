#pragma once

#include "core/trace/ids.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace roundtrip {

/// Whose connection it is: open addressing with linear probing, because every message for every
/// person of a crowd looks here (Knuth, TAOCP volume 3, section 6.4, algorithms L and R).
class ConnectionTable {
  public:
    void add(MessageId connection, std::size_t person) {
        if (2 * (size_ + 1) > slots_.size()) {
            grow();
        }
        place({connection, static_cast<std::uint32_t>(person)});
        ++size_;
    }

    [[nodiscard]] std::optional<std::size_t> find(MessageId connection) const {
        const std::size_t at = slotOf(connection);
        if (slots_.empty() || slots_[at].connection == MessageId::none) {
            return std::nullopt;
        }
        return slots_[at].person;
    }

    /// Those behind it that would not be found any more move up.
    void erase(MessageId connection) {
        std::size_t hole = slotOf(connection);
        if (slots_.empty() || slots_[hole].connection == MessageId::none) {
            return;
        }
        slots_[hole] = {};
        --size_;
        for (std::size_t at = next(hole); slots_[at].connection != MessageId::none; at = next(at)) {
            place(std::exchange(slots_[at], {}));
        }
    }

  private:
    struct Slot {
        MessageId connection = MessageId::none;
        std::uint32_t person = 0;
    };

    [[nodiscard]] std::size_t next(std::size_t slot) const {
        return (slot + 1) & (slots_.size() - 1);
    }
    /// Where it is, or would be.
    [[nodiscard]] std::size_t slotOf(MessageId connection) const {
        if (slots_.empty()) {
            return 0;
        }
        constexpr std::uint64_t kGoldenRatio = 0x9E3779B97F4A7C15U;
        std::size_t at = (indexOf(connection) * kGoldenRatio >> 32U) & (slots_.size() - 1);
        while (slots_[at].connection != MessageId::none && slots_[at].connection != connection) {
            at = next(at);
        }
        return at;
    }
    void place(Slot slot) { slots_[slotOf(slot.connection)] = slot; }
    void grow() {
        constexpr std::size_t kFirst = 16;
        const std::vector<Slot> old =
            std::exchange(slots_, std::vector<Slot>(slots_.empty() ? kFirst : 2 * slots_.size()));
        for (const Slot& slot : old) {
            if (slot.connection != MessageId::none) {
                place(slot);
            }
        }
    }

    std::vector<Slot> slots_; ///< their number is a power of two
    std::size_t size_ = 0;
};

} // namespace roundtrip
