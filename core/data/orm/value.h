#pragma once

#include "core/data/orm/model.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace roundtrip::orm {

/// The value as the field's column keeps it: a number given as text becomes a number, a day gets a
/// time. Null stays null. Errors: "orm-bad-value" {field, value as JSON, type}.
tl::expected<nlohmann::json, Error> prepareValue(const Field& field, const nlohmann::json& value);

/// The value of a column as Django hands it out: booleans are true or false, decimals are texts
/// with as many places as the field has.
[[nodiscard]] nlohmann::json shownValue(const Field& field, nlohmann::json value);

/// A computed decimal: 15 significant digits, as Django makes it from SQLite's floating point.
[[nodiscard]] std::string computedDecimal(double value);

/// The text with `\`, `%` and `_` escaped, to be searched by LIKE ... ESCAPE '\'.
[[nodiscard]] std::string escapedForLike(std::string_view text);

/// A value as the text that is compared by LIKE: true is "True", as in Python.
[[nodiscard]] std::string textOf(const nlohmann::json& value);

/// The type's name in schemas, for example "date_time".
[[nodiscard]] std::string_view nameOf(FieldType type);

} // namespace roundtrip::orm
