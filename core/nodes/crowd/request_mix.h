#pragma once

#include "core/http/message.h"
#include "core/kernel/error.h"
#include "core/nodes/queueing/job_documents.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// A text in which "{key}" and "{n}" stand for numbers, cut up once so that filling it in is cheap.
class NumberedText {
  public:
    NumberedText() = default;
    explicit NumberedText(std::string_view text);

    [[nodiscard]] std::string filled(std::uint64_t key, std::uint64_t n) const;

  private:
    enum class Number { none, key, n };
    struct Piece {
        std::string text;
        Number number = Number::none; ///< behind the text
    };
    std::vector<Piece> pieces_;
};

/// What a crowd asks for: requests with weights, a list of
/// {"target": "/users/{key}", "method": "GET", "body": "", "weight": 1}. Of these only the target
/// must be given.
class RequestMix {
  public:
    RequestMix() = default;
    /// `json` was checked by checkRequestMix.
    explicit RequestMix(const nlohmann::json& json);

    /// With the method, target and body; `key` and `n` fill in the placeholders.
    [[nodiscard]] http::Request draw(RandomStream& random, std::uint64_t key,
                                     std::uint64_t n) const;

  private:
    struct Entry {
        http::Method method = http::Method::get;
        NumberedText target;
        NumberedText body;
    };
    std::vector<Entry> entries_;
    WeightedChoice weights_;
};

/// Problems: "wrong-type" {member, expected}, "not-an-object", "missing" {member}, "unknown-member"
/// {name, nearest}, "unknown-choice" {value, nearest}, "out-of-range" {member, least, most}.
[[nodiscard]] Problems checkRequestMix(const nlohmann::json& json);

} // namespace roundtrip
