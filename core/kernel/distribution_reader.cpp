#include "core/kernel/distribution_reader.h"

#include "core/kernel/quantity.h"

#include <cmath>
#include <optional>
#include <string>

namespace roundtrip {

namespace {

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

} // namespace roundtrip
