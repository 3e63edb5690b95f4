#pragma once

#include "core/kernel/error.h"
#include "core/kernel/sim_time.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace roundtrip {

/// How traffic grows and shrinks over time: a factor on a rate or a number of users. Its clock
/// starts with the crowd. One of
///   {}                                                     always 1
///   {"ramp": {"from": 0, "to": 2, "over": "60 s"}}         then stays
///   {"steps": [{"at": "0 s", "factor": 1}, ...]}           ascending; 1 before the first
///   {"bursts": {"on": "5 s", "off": "20 s", "factor": 10, "rest": 1}}   on first, again and again
///   {"day": {"hours": [24 factors], "length": "24 min"}}   again and again
class LoadProfile {
  public:
    LoadProfile() = default;
    /// `json` was checked by checkLoadProfile.
    explicit LoadProfile(const nlohmann::json& json);

    [[nodiscard]] double factorAt(SimTime sinceStart) const;
    /// No factor is ever above that.
    [[nodiscard]] double most() const;

  private:
    struct Step {
        SimTime at;
        double factor = 1;
    };
    std::vector<Step> steps_; ///< ascending, the first at 0
    SimTime period_;          ///< zero: does not repeat
    SimTime rampOver_;        ///< zero: steps; else from the first factor to the second
};

/// Problems: "not-an-object", "unknown-member" {name, nearest}, "missing" {member}, "wrong-type"
/// {member, expected}, "out-of-range" {member, least, most}, "bad-duration" {text}.
[[nodiscard]] Problems checkLoadProfile(const nlohmann::json& json);

} // namespace roundtrip
