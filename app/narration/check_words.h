#pragma once

#include "app/narration/sentence.h"

namespace roundtrip {

// Each check with each of its reasons: %1 is the part, %2 and on are the reason's arguments. A
// reason whose first argument is a code of its own has a row for each: check/reason/argument.

[[nodiscard]] Sentences wordsOfTheWeb();   ///< layers, HTTP caches, browsers, services
[[nodiscard]] Sentences wordsOfIdentity(); ///< tokens, access, sign-in, providers, attacks
[[nodiscard]] Sentences wordsOfData();     ///< caches, transactions, tables, stores
[[nodiscard]] Sentences wordsOfFlow();     ///< tasks, load balancers, connections, sockets

} // namespace roundtrip
