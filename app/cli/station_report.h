#pragma once

#include "core/nodes/station_statistics.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace roundtrip::cli {

/// The figures of one node and class over several replications.
class FigureTable {
  public:
    void add(const StationFigures& figures);
    void add(const std::string& name, double value);
    /// Mean over the replications; with more than one also "standard_error" of each figure.
    /// Times in seconds. Keys: W Wq L Lq p50 p95 p99 Wq_p50 Wq_p95 Wq_p99 P_wait P_block
    /// P_leave utilisation throughput arrivals lost, and the shares that a kind of node counts.
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] double mean(const std::string& name) const;

    /// In the order in which they are shown.
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  private:
    [[nodiscard]] double standardError(const std::string& name) const;

    std::vector<std::string> names_;
    std::map<std::string, std::vector<double>> values_;
};

/// Station id to class ("all", "0", "1" ...) to figures.
using StationReport = std::map<std::string, std::map<std::string, FigureTable>>;

} // namespace roundtrip::cli
