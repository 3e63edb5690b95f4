#pragma once

#include "core/http/message.h"
#include "core/kernel/sim_time.h"

#include <optional>

namespace roundtrip {

/// How long a private cache (a browser) may reuse a response without asking, RFC 9111 section 3
/// (may it be stored) and 4.2.1 (for how long). None: it must not be stored, or it must be
/// revalidated at each use. Heuristic freshness (4.2.2) is not used.
[[nodiscard]] std::optional<SimTime> privateFreshness(const http::Request& request,
                                                      const http::Response& response);

} // namespace roundtrip
