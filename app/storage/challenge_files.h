#pragma once

#include "core/challenge/challenge.h"

#include <QString>
#include <QStringList>

namespace roundtrip {

/// Ids of the challenges that travel inside the program, from easy to hard.
[[nodiscard]] QStringList builtInChallenges();

/// The built-in one of that id, or the file of that name. Problems: those of readChallenge, and
/// "no-file" {name}.
[[nodiscard]] ChallengeReading loadChallenge(const QString& name);

} // namespace roundtrip
