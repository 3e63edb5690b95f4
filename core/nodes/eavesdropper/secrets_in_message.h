#pragma once

#include "core/net/message.h"

#include <string>
#include <vector>

namespace roundtrip {

/// What of an open HTTP request or answer is of use to a thief: passwords in JSON and form bodies,
/// cookies, bearer and refresh tokens. Other payloads hold nothing.
[[nodiscard]] std::vector<Loot> secretsIn(const Payload& payload);

/// One line for a person: "password of ada = secret", "cookie session = abc".
[[nodiscard]] std::string lineOf(const Loot& loot);

} // namespace roundtrip
