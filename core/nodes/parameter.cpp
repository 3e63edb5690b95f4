#include "core/nodes/parameter.h"

#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
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

using Json = nlohmann::json;

/// Reads the numbers and spans of one distribution; any that does not fit makes it bad.
class ArgumentReader {
  public:
    explicit ArgumentReader(const Json& arguments)
        : arguments_(arguments.is_array() ? arguments : Json::array({arguments})) {}

    SimTime span() {
        const Json& value = next();
        const auto duration =
            value.is_string() ? parseDuration(value.get<std::string>()) : std::optional<SimTime>();
        isGood_ &= duration.has_value();
        return duration.value_or(SimTime());
    }
    double number(double least, double most) {
        const Json& value = next();
        const double number = value.is_number() ? value.get<double>() : least - 1;
        isGood_ &= number >= least && number <= most;
        return number;
    }
    int wholeNumber(int least, int most) {
        const double value = number(least, most);
        isGood_ &= value == std::floor(value);
        return static_cast<int>(value);
    }
    void require(bool condition) { isGood_ &= condition; }
    [[nodiscard]] bool isGood() const { return isGood_ && position_ == arguments_.size(); }

  private:
    const Json& next() {
        static const Json kNothing;
        if (position_ >= arguments_.size()) {
            isGood_ = false;
            return kNothing;
        }
        return arguments_[position_++];
    }

    Json arguments_;
    std::size_t position_ = 0;
    bool isGood_ = true;
};

std::optional<Distribution> readNamed(const std::string& name, const Json& json) {
    ArgumentReader read(json);
    Distribution result;
    constexpr double kMany = 1e6;
    if (name == "constant") {
        result = Distribution::constant(read.span());
    } else if (name == "exponential") {
        result = Distribution::exponential(read.span());
    } else if (name == "uniform") {
        const SimTime low = read.span();
        const SimTime high = read.span();
        read.require(low <= high);
        result = Distribution::uniform(low, high);
    } else if (name == "erlang") {
        const int stages = read.wholeNumber(1, 1000);
        result = Distribution::erlang(stages, read.span());
    } else if (name == "hyperexponential" || name == "two_point") {
        const double share = read.number(0, 1);
        const SimTime first = read.span();
        const SimTime second = read.span();
        result = name == "two_point" ? Distribution::twoPoint(share, first, second)
                                     : Distribution::hyperexponential(share, first, second);
    } else if (name == "lognormal") {
        const SimTime mean = read.span();
        result = Distribution::lognormal(mean, read.number(0, 10));
    } else if (name == "pareto") {
        const double shape = read.number(1e-3, kMany);
        result = Distribution::pareto(shape, read.span());
    } else {
        return std::nullopt;
    }
    return read.isGood() ? std::optional(result) : std::nullopt;
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

tl::expected<Distribution, Error> readDistribution(const nlohmann::json& json) {
    std::optional<Distribution> result;
    if (json.is_string()) {
        result = readNamed("constant", json);
    } else if (json.is_object() && json.size() == 1) {
        result = readNamed(json.begin().key(), json.begin().value());
    }
    if (!result) {
        return tl::unexpected(Error{
            "bad-distribution", {json.dump(-1, ' ', false, Json::error_handler_t::replace)}, ""});
    }
    return *result;
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
    const Json& json = value.json;
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
