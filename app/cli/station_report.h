#pragma once

#include "core/nodes/station_statistics.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace roundtrip::cli {

/// The figures of one station and class over several replications.
class FigureTable {
  public:
    void add(const StationFigures& figures);
    /// Mean over the replications; with more than one also "standard_error" of each figure.
    /// Times in seconds. Keys: W Wq L Lq p50 p95 p99 Wq_p95 Wq_p99 P_wait P_block utilisation
    /// throughput arrivals.
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] double mean(const std::string& name) const;

    /// In the order in which they are shown.
    [[nodiscard]] static const std::vector<std::string>& names();

  private:
    [[nodiscard]] double standardError(const std::string& name) const;

    std::map<std::string, std::vector<double>> values_;
};

/// Station id to class ("all", "0", "1" ...) to figures.
using StationReport = std::map<std::string, std::map<std::string, FigureTable>>;

} // namespace roundtrip::cli
