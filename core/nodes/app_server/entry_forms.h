#pragma once

#include "core/kernel/parameter.h"

#include <string_view>
#include <vector>

namespace roundtrip {

// What may stand in an app server's lists of things with handlers. The readers take from here which
// members there are.

/// Routes, and REST resources that stand for six of them.
[[nodiscard]] const std::vector<EntryForm>& routeEntries();
/// Channels, and patterns of channels.
[[nodiscard]] const std::vector<EntryForm>& subscriptionEntries();

/// The names of all members of things of that kind, "handler" too.
[[nodiscard]] std::vector<std::string_view> memberNames(const EntryForm& form);

} // namespace roundtrip
