#include "app/cli/station_report.h"

#include <cmath>
#include <numeric>

namespace roundtrip::cli {

void FigureTable::add(const std::string& name, double value) {
    const auto [place, isNew] = values_.try_emplace(name);
    if (isNew) {
        names_.push_back(name);
    }
    place->second.push_back(value);
}

void FigureTable::add(const StationFigures& figures) {
    const auto put = [this](const char* name, double value) { add(name, value); };
    put("W", figures.meanResponse);
    put("Wq", figures.meanWait);
    put("L", figures.meanPresent);
    put("Lq", figures.meanWaiting);
    put("p50", figures.responses.quantile(0.50).toSeconds());
    put("p95", figures.responses.quantile(0.95).toSeconds());
    put("p99", figures.responses.quantile(0.99).toSeconds());
    put("Wq_p50", figures.waits.quantile(0.50).toSeconds());
    put("Wq_p95", figures.waits.quantile(0.95).toSeconds());
    put("Wq_p99", figures.waits.quantile(0.99).toSeconds());
    put("P_wait", figures.waitShare);
    put("P_block", figures.blockShare);
    put("P_leave", figures.leaveShare);
    put("utilisation", figures.utilisation);
    put("throughput", figures.throughput);
    put("arrivals", static_cast<double>(figures.arrivals));
    put("lost", static_cast<double>(figures.blocked + figures.left));
}

double FigureTable::mean(const std::string& name) const {
    const auto& values = values_.at(name);
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double FigureTable::standardError(const std::string& name) const {
    const auto& values = values_.at(name);
    const double centre = mean(name);
    double squares = 0;
    for (const double value : values) {
        squares += (value - centre) * (value - centre);
    }
    const auto count = static_cast<double>(values.size());
    return std::sqrt(squares / (count - 1) / count);
}

nlohmann::ordered_json FigureTable::json() const {
    nlohmann::ordered_json result;
    for (const std::string& name : names_) {
        result[name] = mean(name);
    }
    if (!names_.empty() && values_.begin()->second.size() > 1) {
        for (const std::string& name : names_) {
            result["standard_error"][name] = standardError(name);
        }
    }
    return result;
}

} // namespace roundtrip::cli
