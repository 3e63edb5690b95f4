#include "core/nodes/crowd/request_mix.h"

#include "core/kernel/json_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace roundtrip {

namespace {

const std::vector<std::string_view>& methodNames() {
    static const std::vector<std::string_view> kNames{"GET",   "HEAD",   "POST",   "PUT",
                                                      "PATCH", "DELETE", "OPTIONS"};
    return kNames;
}

} // namespace

NumberedText::NumberedText(std::string_view text) {
    constexpr std::string_view kKey = "{key}";
    constexpr std::string_view kN = "{n}";
    while (!text.empty()) {
        const std::size_t key = text.find(kKey);
        const std::size_t n = text.find(kN);
        const std::size_t next = std::min(key, n);
        if (next == std::string_view::npos) {
            pieces_.push_back({std::string(text), Number::none});
            return;
        }
        const bool isKey = key < n;
        pieces_.push_back({std::string(text.substr(0, next)), isKey ? Number::key : Number::n});
        text.remove_prefix(next + (isKey ? kKey : kN).size());
    }
}

std::string NumberedText::filled(std::uint64_t key, std::uint64_t n) const {
    std::string result;
    for (const Piece& piece : pieces_) {
        result += piece.text;
        if (piece.number != Number::none) {
            fmt::format_to(std::back_inserter(result), "{}", piece.number == Number::key ? key : n);
        }
    }
    return result;
}

Problems checkRequestMix(const nlohmann::json& json) {
    Problems problems;
    if (!json.is_array() || json.empty()) {
        return {{"wrong-type", {"requests", "list of requests"}, ""}};
    }
    constexpr double kMostWeight = 1e9;
    for (std::size_t i = 0; i < json.size(); ++i) {
        JsonObject request(json[i], fmt::format("/{}", i), problems);
        if (request.isObject()) {
            request.allowOnly({"method", "target", "body", "weight"});
            request.requiredText("target");
            request.text("body");
            request.choice("method", methodNames(), 0);
            request.number("weight", 1, 0, kMostWeight);
        }
    }
    return problems;
}

RequestMix::RequestMix(const nlohmann::json& json) {
    std::vector<double> weights;
    weights.reserve(json.size());
    entries_.reserve(json.size());
    for (const nlohmann::json& request : json) {
        entries_.push_back(
            {http::parseMethod(request.value("method", "GET")).value_or(http::Method::get),
             NumberedText(request.at("target").get<std::string>()),
             NumberedText(request.value("body", ""))});
        weights.push_back(request.value("weight", 1.0));
    }
    weights_ = WeightedChoice(weights);
}

http::Request RequestMix::draw(RandomStream& random, std::uint64_t key, std::uint64_t n) const {
    const Entry& entry = entries_[entries_.size() == 1 ? 0 : weights_.draw(random)];
    http::Request request;
    request.method = entry.method;
    request.target = entry.target.filled(key, n);
    request.body = entry.body.filled(key, n);
    return request;
}

} // namespace roundtrip
