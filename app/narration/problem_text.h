#pragma once

#include "core/kernel/error.h"

#include <QString>

namespace roundtrip {

/// The one place where core's error codes become sentences: what is wrong and how to mend it, in
/// the program's language. The place (`where`) is not part of it.
[[nodiscard]] QString problemText(const Error& error);

} // namespace roundtrip
