#include "core/nodes/queueing/job_documents.h"

#include "core/kernel/distribution_reader.h"
#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kLargestBatch = 10'000;

Problem wrongType(const char* expected, std::string where = {}) {
    return {"wrong-type", {"value", expected}, std::move(where)};
}

Problem outOfRange(double least, double most, std::string where = {}) {
    return {"out-of-range",
            {"value", fmt::format("{}", least), fmt::format("{}", most)},
            std::move(where)};
}

bool isBatch(const Json& json) {
    return json.is_number_integer() && json >= 1 && json <= kLargestBatch;
}

std::vector<double> numbersOf(const Json& json) {
    return json.get<std::vector<double>>();
}

const std::vector<std::string>& classNames() {
    static const std::vector<std::string> kNames{"0", "1", "2", "3", "4", "5", "6", "7"};
    return kNames;
}

} // namespace

Problems checkClassServices(const Json& json) {
    if (!json.is_object()) {
        return {{"not-an-object", {}, ""}};
    }
    Problems problems;
    for (const auto& [name, service] : json.items()) {
        const std::string where = "/" + name;
        if (std::ranges::find(classNames(), name) == classNames().end()) {
            problems.push_back({"unknown-member", {name, nearestWord(name, classNames())}, where});
        } else if (const auto distribution = readDistribution(service); !distribution) {
            problems.push_back({distribution.error().code, distribution.error().args, where});
        }
    }
    return problems;
}

std::vector<std::optional<Distribution>> readClassServices(const Json& json) {
    std::vector<std::optional<Distribution>> services(kJobClasses);
    for (const auto& [name, service] : json.items()) {
        services[std::stoul(name)] = readDistribution(service).value_or(Distribution());
    }
    return services;
}

Problems checkShares(const Json& json) {
    if (!json.is_array()) {
        return {wrongType("list")};
    }
    constexpr double kMost = 1e9;
    Problems problems;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const std::string where = fmt::format("/{}", i);
        if (!json[i].is_number()) {
            problems.push_back(wrongType("number", where));
        } else if (json[i] < 0 || json[i] > kMost) {
            problems.push_back(outOfRange(0, kMost, where));
        }
    }
    return problems;
}

Problems checkClassShares(const Json& json) {
    Problems problems = checkShares(json);
    if (json.is_array() && json.size() > static_cast<std::size_t>(kJobClasses)) {
        problems.push_back(outOfRange(0, static_cast<double>(kJobClasses)));
    }
    return problems;
}

WeightedChoice::WeightedChoice(const std::vector<double>& shares) {
    sums_.reserve(shares.size());
    double sum = 0;
    for (const double share : shares) {
        sum += share;
        sums_.push_back(sum);
    }
}

std::size_t WeightedChoice::draw(RandomStream& random) const {
    const double point = random.uniform() * sums_.back();
    const auto found = std::ranges::upper_bound(sums_, point);
    return std::min(static_cast<std::size_t>(found - sums_.begin()), sums_.size() - 1);
}

Problems checkBatchSize(const Json& json) {
    constexpr auto kMost = static_cast<double>(kLargestBatch);
    if (json.is_number_integer()) {
        return isBatch(json) ? Problems{} : Problems{outOfRange(1, kMost)};
    }
    if (!json.is_object() || json.size() != 1) {
        return {wrongType("whole number or one of uniform, geometric, shares")};
    }
    const std::string& name = json.begin().key();
    const Json& value = json.begin().value();
    const std::string where = "/" + name;
    if (name == "uniform") {
        const bool isGood = value.is_array() && value.size() == 2 && isBatch(value[0]) &&
                            isBatch(value[1]) && value[0] <= value[1];
        return isGood ? Problems{} : Problems{outOfRange(1, kMost, where)};
    }
    if (name == "geometric") {
        const bool isGood = value.is_number() && value >= 1 && value <= kLargestBatch;
        return isGood ? Problems{} : Problems{outOfRange(1, kMost, where)};
    }
    if (name == "shares") {
        Problems problems = checkShares(value);
        for (Problem& problem : problems) {
            problem.where = where + problem.where;
        }
        if (problems.empty() && value.empty()) {
            problems.push_back(wrongType("list", where));
        }
        return problems;
    }
    return {{"unknown-member",
             {name, nearestWord(name, std::vector<std::string>{"uniform", "geometric", "shares"})},
             where}};
}

BatchSize::BatchSize(const Json& json) {
    if (json.is_number_integer()) {
        low_ = high_ = json.get<std::int64_t>();
        return;
    }
    const Json& value = json.begin().value();
    if (json.begin().key() == "uniform") {
        low_ = value[0].get<std::int64_t>();
        high_ = value[1].get<std::int64_t>();
    } else if (json.begin().key() == "geometric") {
        kind_ = Kind::geometric;
        mean_ = value.get<double>();
    } else {
        kind_ = Kind::shares;
        shares_ = WeightedChoice(numbersOf(value));
    }
}

std::int64_t BatchSize::draw(RandomStream& random) const {
    switch (kind_) {
    case Kind::uniform:
        return low_ == high_ ? low_
                             : low_ + static_cast<std::int64_t>(random.below(
                                          static_cast<std::uint64_t>(high_ - low_ + 1)));
    case Kind::shares:
        return static_cast<std::int64_t>(shares_.draw(random)) + 1;
    case Kind::geometric:
        break;
    }
    std::int64_t size = 1;
    while (size < kLargestBatch && random.uniform() * mean_ >= 1) {
        ++size;
    }
    return size;
}

} // namespace roundtrip
