#pragma once

#include "core/nodes/station_statistics.h"
#include "tests/support/scene_run.h"

#include <QTest>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace roundtrip::test {

struct Estimate {
    double mean = 0;
    double standardError = 0;
};

/// Batch means: what `ask` reads of the station's figures, of 30 parts of a run after a warm-up.
class BatchRun {
  public:
    using Ask = std::function<double(const StationStatistics&, SimTime)>;

    explicit BatchRun(const std::string& text, double batchSeconds = 20'000)
        : world_(sceneOf(text), 7, std::make_shared<Trace>(), RecordingLevel{.sampleEvery = 0}),
          batch_(SimTime::fromSeconds(batchSeconds)) {}

    std::vector<Estimate> estimate(const std::vector<std::pair<const char*, Ask>>& asked) {
        constexpr int kBatches = 30;
        std::vector<std::vector<double>> values(asked.size());
        SimTime end = batch_;
        world_.simulation().runUntil(end);
        for (int batch = 0; batch < kBatches; ++batch) {
            for (const auto& node : world_.nodes()) {
                if (node->statistics() != nullptr)
                    node->statistics()->restart(end);
            }
            end += batch_;
            world_.simulation().runUntil(end);
            for (std::size_t i = 0; i < asked.size(); ++i)
                values[i].push_back(
                    asked[i].second(*world_.find(asked[i].first)->statistics(), end));
        }
        std::vector<Estimate> estimates;
        std::ranges::transform(values, std::back_inserter(estimates), estimateOf);
        return estimates;
    }

  private:
    static Estimate estimateOf(const std::vector<double>& values) {
        const auto count = static_cast<double>(values.size());
        const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
        double squares = 0;
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        return {mean, std::sqrt(squares / (count - 1) / count)};
    }

    World world_;
    SimTime batch_;
};

/// Within four standard errors of the estimate, and the estimate is worth something.
inline void verifyNear(const Estimate& estimate, double expected) {
    const std::string words = fmt::format("{:.5f} +- {:.5f}, expected {:.5f}", estimate.mean,
                                          estimate.standardError, expected);
    QVERIFY2(std::abs(estimate.mean - expected) <= 4 * estimate.standardError + 1e-9,
             words.c_str());
    QVERIFY2(estimate.standardError <= 0.03 * std::abs(expected) + 1e-9, words.c_str());
}

} // namespace roundtrip::test
