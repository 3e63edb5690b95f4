#pragma once

#include "core/kernel/distribution.h"
#include "core/kernel/error.h"
#include "core/kernel/random_stream.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace roundtrip {

constexpr std::int64_t kJobClasses = 8; ///< 0 to 7

/// An object of a class's number to the distribution of its service time:
/// {"0": "1 s", "1": {"exponential": "2 s"}}. Problems: "not-an-object", "unknown-member" {name,
/// nearest}, "bad-distribution" {text}.
[[nodiscard]] Problems checkClassServices(const nlohmann::json& json);
/// By class; nothing for those that are not named.
[[nodiscard]] std::vector<std::optional<Distribution>>
readClassServices(const nlohmann::json& json);

/// A list of shares, which need not add up to 1: [3, 7]. Problems: "wrong-type" {"value",
/// expected}, "out-of-range" {"value", least, most}.
[[nodiscard]] Problems checkShares(const nlohmann::json& json);
/// The same, and no more than there are classes.
[[nodiscard]] Problems checkClassShares(const nlohmann::json& json);

/// Draws from shares, each place as often as its share says.
class WeightedChoice {
  public:
    WeightedChoice() = default;
    /// Shares at least 0; where all are 0 the last place is chosen always.
    explicit WeightedChoice(const std::vector<double>& shares);

    [[nodiscard]] bool empty() const { return sums_.empty(); }
    [[nodiscard]] std::size_t draw(RandomStream& random) const;

  private:
    std::vector<double> sums_; ///< of the shares up to each place
};

/// How many jobs come together: a number, {"uniform": [low, high]}, {"geometric": mean} (1 and
/// more) or {"shares": [p1, p2, ...]} of sizes 1, 2 and so on.
class BatchSize {
  public:
    BatchSize() = default;
    explicit BatchSize(const nlohmann::json& json);

    [[nodiscard]] std::int64_t draw(RandomStream& random) const;

  private:
    enum class Kind { uniform, geometric, shares };
    Kind kind_ = Kind::uniform;
    std::int64_t low_ = 1;
    std::int64_t high_ = 1;
    double mean_ = 1;
    WeightedChoice shares_;
};
/// Problems: "wrong-type" {"value", expected}, "unknown-member" {name, nearest}, "out-of-range"
/// {"value", least, most}.
[[nodiscard]] Problems checkBatchSize(const nlohmann::json& json);

} // namespace roundtrip
