#pragma once

#include "core/data/orm/model.h"
#include "core/kernel/json_object.h"

#include <array>
#include <set>
#include <string>
#include <string_view>

namespace roundtrip::orm {

inline constexpr std::array<std::string_view, 3> kOnDelete{"cascade", "protect", "set_null"};

/// A name becomes part of a table's name and of lookups, where "__" separates.
[[nodiscard]] bool isName(std::string_view name);

/// Reports a name that is none, and one that is in `taken` already, whatever its case.
void checkName(JsonObject& object, const std::string& name, std::set<std::string>& taken);

/// Reads one field of a model, as readSchema describes it.
[[nodiscard]] Field readField(const JsonObject::Element& element, std::set<std::string>& taken,
                              Problems& problems);

} // namespace roundtrip::orm
