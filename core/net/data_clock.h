#pragma once

#include "core/kernel/sim_time.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip {

/// The run's own knowledge of when each database row changed. No node acts on it; it is how the
/// trace can say that a learner was shown data that is no longer true.
class DataClock {
  public:
    void rowChanged(const std::string& row, SimTime at) { changes_[row].push_back(at); }

    /// When the first change after `readAt` happened; none when data read then is still true.
    [[nodiscard]] std::optional<SimTime> outdatedSince(const std::string& row,
                                                       SimTime readAt) const;

  private:
    std::map<std::string, std::vector<SimTime>, std::less<>> changes_; // ascending times
};

} // namespace roundtrip
