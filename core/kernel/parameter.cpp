#include "core/kernel/parameter.h"

#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace roundtrip {

namespace {

Problem wrongType(const Parameter& parameter, std::string expected) {
    return {"wrong-type", {parameter.name, std::move(expected)}, ""};
}

Problems checkRange(const Parameter& parameter, double value) {
    if (parameter.least < parameter.most && (value < parameter.least || value > parameter.most)) {
        return {{"out-of-range",
                 {parameter.name, fmt::format("{}", parameter.least),
                  fmt::format("{}", parameter.most)},
                 ""}};
    }
    return {};
}

Problems checkNumber(const Parameter& parameter, const nlohmann::json& value) {
    const bool fits =
        parameter.type == ParameterType::integer ? value.is_number_integer() : value.is_number();
    if (!fits) {
        return {wrongType(parameter,
                          parameter.type == ParameterType::integer ? "whole number" : "number")};
    }
    return checkRange(parameter, value.get<double>());
}

Problems checkDuration(const Parameter& parameter, const nlohmann::json& value) {
    if (!value.is_string()) {
        return {wrongType(parameter, "duration")};
    }
    const auto duration = parseDuration(value.get<std::string>());
    if (!duration) {
        return {{"bad-duration", {value.get<std::string>()}, ""}};
    }
    return checkRange(parameter, duration->toSeconds());
}

Problems checkChoice(const Parameter& parameter, const nlohmann::json& value) {
    if (!value.is_string()) {
        return {wrongType(parameter, "text")};
    }
    const auto text = value.get<std::string>();
    if (std::ranges::find(parameter.choices, text) == parameter.choices.end()) {
        return {{"unknown-choice", {text, nearestWord(text, parameter.choices)}, ""}};
    }
    return {};
}

} // namespace

Problems checkValue(const Parameter& parameter, const nlohmann::json& value) {
    switch (parameter.type) {
    case ParameterType::integer:
    case ParameterType::real:
        return checkNumber(parameter, value);
    case ParameterType::duration:
        return checkDuration(parameter, value);
    case ParameterType::boolean:
        return value.is_boolean() ? Problems{} : Problems{wrongType(parameter, "true or false")};
    case ParameterType::choice:
        return checkChoice(parameter, value);
    case ParameterType::text:
        return value.is_string() ? Problems{} : Problems{wrongType(parameter, "text")};
    case ParameterType::distribution: {
        const auto distribution = readDistribution(value);
        return distribution ? Problems{} : Problems{distribution.error()};
    }
    case ParameterType::document:
        return parameter.check(value);
    }
    return {};
}

ParameterValues::ParameterValues(const std::vector<Parameter>& parameters, nlohmann::json values) {
    values_.reserve(parameters.size());
    for (const Parameter& parameter : parameters) {
        const auto given = values.find(parameter.name);
        Value& value = values_.emplace_back();
        value.name = parameter.name;
        value.json = given == values.end() ? parameter.fallback : *given;
        read(value);
    }
}

void ParameterValues::read(Value& value) {
    const nlohmann::json& json = value.json;
    value.integer = json.is_number() ? json.get<std::int64_t>() : 0;
    value.real = json.is_number() ? json.get<double>() : 0;
    value.boolean = json.is_boolean() && json.get<bool>();
    if (json.is_string()) {
        value.duration = parseDuration(json.get_ref<const std::string&>()).value_or(SimTime());
    }
    value.distribution = readDistribution(json).value_or(Distribution());
}

const ParameterValues::Value& ParameterValues::find(std::string_view name) const {
    const auto found = std::ranges::find(values_, name, &Value::name);
    assert(found != values_.end());
    return *found;
}

void ParameterValues::set(std::string_view name, nlohmann::json value) {
    const auto found = std::ranges::find(values_, name, &Value::name);
    assert(found != values_.end());
    found->json = std::move(value);
    read(*found);
}

const nlohmann::json& ParameterValues::value(std::string_view name) const {
    return find(name).json;
}
std::int64_t ParameterValues::integer(std::string_view name) const {
    return find(name).integer;
}
double ParameterValues::real(std::string_view name) const {
    return find(name).real;
}
bool ParameterValues::boolean(std::string_view name) const {
    return find(name).boolean;
}
SimTime ParameterValues::duration(std::string_view name) const {
    return find(name).duration;
}
const std::string& ParameterValues::text(std::string_view name) const {
    return find(name).json.get_ref<const std::string&>();
}
Distribution ParameterValues::distribution(std::string_view name) const {
    return find(name).distribution;
}

} // namespace roundtrip
