#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace roundtrip {

struct TemplateCondition;

/// What a handler's "when" asks, written as in a template's {% if %}: names with dots, texts and
/// numbers, comparisons, `and`, `or`, `not`, `in`, and filters. Values compare as in Python: the
/// text "5" is not more than 3 (but "5"|add:0 is).
class BlockCondition {
  public:
    /// Never holds.
    BlockCondition() = default;
    /// Errors: those of parseTemplateCondition, and "condition-ends" where more must follow.
    static tl::expected<BlockCondition, Error> parse(const std::string& text);

    /// With names looked up in `values`, an object; one that is not there is nothing.
    [[nodiscard]] bool holds(const nlohmann::json& values) const;
    /// The names that it asks for with their values, in short: "quantity = 7, user.name = ann".
    [[nodiscard]] std::string valuesIn(const nlohmann::json& values) const;
    [[nodiscard]] const std::string& text() const;

  private:
    struct Parsed;
    std::shared_ptr<const Parsed> parsed_;
};

} // namespace roundtrip
