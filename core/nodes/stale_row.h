#pragma once

#include "core/net/data_clock.h"
#include "core/net/message.h"

#include <optional>
#include <string>

namespace roundtrip {

/// A row that an answer shows and that changed after it was read.
struct StaleRow {
    std::string row;
    SimTime since;
};

/// The first one that an answer with that provenance shows; nothing when all is as it was read.
[[nodiscard]] inline std::optional<StaleRow> firstStaleRow(const DataClock& clock,
                                                           const Provenance& provenance) {
    for (const std::string& row : provenance.rows) {
        if (const auto since = clock.outdatedSince(row, provenance.readAt)) {
            return StaleRow{row, *since};
        }
    }
    return std::nullopt;
}

} // namespace roundtrip
