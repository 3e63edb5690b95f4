#pragma once

#include "core/kernel/parameter.h"

#include <vector>

namespace roundtrip {

/// The argument "target" of actions that send requests, a path and query.
[[nodiscard]] Parameter addressArgument(const char* fallback);

/// "method", "target" and "body": what an action is told that sends one request. `address` is the
/// target unless another one is given.
[[nodiscard]] std::vector<Parameter> requestArguments(const char* address);

} // namespace roundtrip
