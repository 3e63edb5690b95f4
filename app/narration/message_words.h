#pragma once

#include <QString>

namespace roundtrip {

/// A message's first line in the language of now: "2 rows" is a sentence, "200 OK" is not.
[[nodiscard]] QString titleInWords(const QString& line);

} // namespace roundtrip
