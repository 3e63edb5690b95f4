#pragma once

#include "core/net/port.h"

#include <functional>
#include <string>
#include <vector>

namespace roundtrip {

/// Gives a key-value store commands over the connection that subscribes, one after the other, and
/// each one again and again while the store is away. Ends early when they are not wanted any more.
Process changeSubscriptions(Simulation& simulation, Port& store,
                            std::vector<std::vector<std::string>> commands,
                            std::function<bool()> isWanted);

} // namespace roundtrip
