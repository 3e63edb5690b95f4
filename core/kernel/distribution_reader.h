#pragma once

#include "core/kernel/distribution.h"
#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

namespace roundtrip {

/// "250 ms" is constant. An object has one member that names the distribution:
/// {"exponential": mean}, {"uniform": [low, high]}, {"erlang": [stages, mean]},
/// {"hyperexponential": [p, mean1, mean2]}, {"lognormal": [mean, sigma]},
/// {"pareto": [shape, scale]}, {"two_point": [p, a, b]}. Error: "bad-distribution" {text}.
tl::expected<Distribution, Error> readDistribution(const nlohmann::json& json);

} // namespace roundtrip
