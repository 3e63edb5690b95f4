#pragma once

#include "core/http/message.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace roundtrip {

/// How many rows of a JSON answer do not stand in the answer to the harmless request of the same
/// shape: what an injection brought to light. A single object counts as one row; an answer that is
/// an error, or no JSON, has none.
[[nodiscard]] std::size_t leakedRows(const http::Response& answer, const http::Response& harmless);

/// Reads a request as http::wireText writes it; nothing when it is none.
[[nodiscard]] std::optional<http::Request> readWire(std::string_view wire);

} // namespace roundtrip
