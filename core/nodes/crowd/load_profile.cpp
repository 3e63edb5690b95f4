#include "core/nodes/crowd/load_profile.h"

#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

constexpr double kMostFactor = 1e6;
constexpr std::size_t kHours = 24;

/// A span of more than nothing.
void checkSpan(JsonObject& object, std::string_view name) {
    if (object.require(name) == nullptr) {
        return;
    }
    if (const auto span = object.duration(name); span && *span <= SimTime()) {
        object.report("out-of-range", {std::string(name), "0", "1e9"}, name);
    }
}

void checkFactor(JsonObject& object, std::string_view name) {
    if (object.require(name) != nullptr) {
        object.number(name, 1, 0, kMostFactor);
    }
}

void checkRamp(const Json& json, Problems& problems) {
    JsonObject ramp(json, "/ramp", problems);
    if (ramp.isObject()) {
        ramp.allowOnly({"from", "to", "over"});
        checkFactor(ramp, "from");
        checkFactor(ramp, "to");
        checkSpan(ramp, "over");
    }
}

void checkSteps(JsonObject& profile, Problems& problems) {
    SimTime before;
    for (const auto& element : profile.array("steps")) {
        JsonObject step(*element.json, element.pointer, problems);
        if (!step.isObject()) {
            continue;
        }
        step.allowOnly({"at", "factor"});
        checkFactor(step, "factor");
        const SimTime at =
            step.require("at") == nullptr ? before : step.duration("at").value_or(before);
        if (at < before) {
            step.report("out-of-range", {"at", fmt::format("{}", before.toSeconds()), "1e9"}, "at");
        }
        before = at;
    }
}

void checkBursts(const Json& json, Problems& problems) {
    JsonObject bursts(json, "/bursts", problems);
    if (bursts.isObject()) {
        bursts.allowOnly({"on", "off", "factor", "rest"});
        checkSpan(bursts, "on");
        checkSpan(bursts, "off");
        checkFactor(bursts, "factor");
        bursts.number("rest", 0, 0, kMostFactor);
    }
}

void checkDay(const Json& json, Problems& problems) {
    JsonObject day(json, "/day", problems);
    if (!day.isObject()) {
        return;
    }
    day.allowOnly({"hours", "length"});
    checkSpan(day, "length");
    const auto hours = day.array("hours");
    if (hours.size() != kHours) {
        day.report("wrong-type", {"hours", "list of 24 numbers"}, "hours");
    }
    for (const auto& element : hours) {
        const Json& factor = *element.json;
        if (!factor.is_number() || factor < 0 || factor > kMostFactor) {
            problems.push_back(
                {"out-of-range", {"hours", "0", fmt::format("{}", kMostFactor)}, element.pointer});
        }
    }
}

SimTime spanOf(const Json& json, const char* name) {
    return parseDuration(json.at(name).get<std::string>()).value_or(SimTime());
}

} // namespace

Problems checkLoadProfile(const Json& json) {
    Problems problems;
    JsonObject profile(json, "", problems);
    if (!profile.isObject()) {
        return problems;
    }
    profile.allowOnly({"ramp", "steps", "bursts", "day"});
    if (json.size() > 1) {
        problems.push_back({"wrong-type", {"profile", "one of ramp, steps, bursts, day"}, ""});
    }
    if (const Json* ramp = profile.find("ramp")) {
        checkRamp(*ramp, problems);
    }
    if (const Json* bursts = profile.find("bursts")) {
        checkBursts(*bursts, problems);
    }
    if (const Json* day = profile.find("day")) {
        checkDay(*day, problems);
    }
    checkSteps(profile, problems);
    return problems;
}

LoadProfile::LoadProfile(const Json& json) {
    if (const auto ramp = json.find("ramp"); ramp != json.end()) {
        rampOver_ = spanOf(*ramp, "over");
        steps_ = {{SimTime(), ramp->at("from").get<double>()},
                  {rampOver_, ramp->at("to").get<double>()}};
    } else if (const auto steps = json.find("steps"); steps != json.end()) {
        steps_.push_back({SimTime(), 1});
        for (const Json& step : *steps) {
            steps_.push_back({spanOf(step, "at"), step.at("factor").get<double>()});
        }
    } else if (const auto bursts = json.find("bursts"); bursts != json.end()) {
        const SimTime on = spanOf(*bursts, "on");
        steps_ = {{SimTime(), bursts->at("factor").get<double>()},
                  {on, bursts->value("rest", 0.0)}};
        period_ = on + spanOf(*bursts, "off");
    } else if (const auto day = json.find("day"); day != json.end()) {
        period_ = spanOf(*day, "length");
        for (std::size_t hour = 0; hour < kHours; ++hour) {
            steps_.push_back({period_ * static_cast<std::int64_t>(hour) / kHours,
                              day->at("hours")[hour].get<double>()});
        }
    }
}

double LoadProfile::factorAt(SimTime sinceStart) const {
    if (steps_.empty()) {
        return 1;
    }
    if (rampOver_ > SimTime() && sinceStart < rampOver_) {
        const double done = sinceStart.toSeconds() / rampOver_.toSeconds();
        return steps_[0].factor + done * (steps_[1].factor - steps_[0].factor);
    }
    const SimTime at =
        period_ > SimTime() ? SimTime::nanoseconds(sinceStart.ns() % period_.ns()) : sinceStart;
    const auto next = std::ranges::upper_bound(steps_, at, {}, &Step::at);
    return std::prev(next)->factor;
}

double LoadProfile::most() const {
    return steps_.empty() ? 1 : std::ranges::max(steps_, {}, &Step::factor).factor;
}

} // namespace roundtrip
