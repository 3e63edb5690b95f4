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

} // namespace roundtrip
