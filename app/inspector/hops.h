#pragma once

#include "app/narration/narrator.h"
#include "core/trace/span_index.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace roundtrip {

/// One stretch of a trip's time: a way over a link, work, or a wait.
struct Hop {
    QString name;
    SimTime start; ///< since the trip began
    SimTime took;
};

/// Where a trip's time went, as far as its first `facts` facts tell. Stretches of several parts at
/// the same time stand one below the other.
[[nodiscard]] std::vector<Hop> hopsOf(const Trip& trip, const Trace& trace, std::size_t facts,
                                      const Narrator& narrator);

} // namespace roundtrip
