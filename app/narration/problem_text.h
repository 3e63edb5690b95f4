#pragma once

#include "core/kernel/error.h"

#include <QString>

namespace roundtrip {

/// The one place where core's error codes become sentences: what is wrong and how to mend it, in
/// the program's language. The place (`where`) is not part of it. Codes without words stay codes.
[[nodiscard]] QString problemText(const Error& error);

/// Whether problemText has words for the code.
[[nodiscard]] bool hasSentence(const QString& code);

/// An error as facts write it: the code and its arguments, one a line.
[[nodiscard]] Error errorOfLines(const QString& lines);

/// A message's title as facts write it, in words: "3 rows", "1 changed" and errors are in the
/// program's language; what is on the wire ("GET /users", "200 OK") stays as it is.
[[nodiscard]] QString titleForPeople(const QString& title);

} // namespace roundtrip
