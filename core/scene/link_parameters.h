#pragma once

#include "core/kernel/parameter.h"
#include "core/net/link.h"

#include <string_view>
#include <vector>

namespace roundtrip {

/// The properties of a link, as files, commands and forms know them.
[[nodiscard]] const std::vector<Parameter>& linkParameters();
/// Null when there is none of that name.
[[nodiscard]] const Parameter* findLinkParameter(std::string_view name);

/// What a link does by these values, which were checked.
[[nodiscard]] LinkSetup linkSetup(LinkId id, const ParameterValues& values);

} // namespace roundtrip
