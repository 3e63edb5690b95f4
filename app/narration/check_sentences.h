#pragma once

#include <QString>

namespace roundtrip {

/// What a part says when it lets something pass or refuses it (CheckPassed, CheckFailed), in the
/// program's language. `reason` is a code with its arguments, one a line; with a check of its own
/// (like "keys") it is data. Empty when nothing is known of it.
[[nodiscard]] QString checkSentence(const QString& part, const QString& check,
                                    const QString& reason);

} // namespace roundtrip
