#pragma once

#include "core/net/port.h"

#include <optional>

namespace roundtrip {

/// Calls a node to which there is a link and waits that long for its answer; zero: for ever.
/// Nothing when patience ran out; the answer may still come, and nobody takes it.
Task<std::optional<Message>> callWithin(Port& port, NodeId to, Message message, SimTime patience);

} // namespace roundtrip
