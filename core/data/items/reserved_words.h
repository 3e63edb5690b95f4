#pragma once

#include <string_view>

namespace roundtrip::items {

/// Words that no expression may use as the name of an attribute, in any case ("Reserved words in
/// DynamoDB"); "#name" stands for them.
[[nodiscard]] bool isReservedWord(std::string_view name);

} // namespace roundtrip::items
