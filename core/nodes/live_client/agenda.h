#pragma once

#include "core/kernel/event_heap.h"
#include "core/kernel/sim_time.h"

#include <cstdint>

namespace roundtrip {

/// What the people of a crowd will do next, in the order (time, insertion): one list instead of a
/// process for each of them.
class Agenda {
  public:
    enum class What : std::uint8_t { come, ask, speak, checkSilence };
    struct Entry {
        std::uint32_t person = 0;
        std::uint32_t life = 0;
        What what = What::come;
    };

    void add(SimTime at, std::size_t person, std::uint32_t life, What what) {
        entries_.push(at, {static_cast<std::uint32_t>(person), life, what});
    }
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] SimTime nextTime() const { return entries_.topTime(); }
    Entry pop() { return entries_.pop(); }

  private:
    EventHeap<Entry> entries_;
};

} // namespace roundtrip
