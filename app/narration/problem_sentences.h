#pragma once

#include <QString>

namespace roundtrip {

/// The English words for a code of core's, for translation in the context "Problem"; null without.
[[nodiscard]] const char* problemSentence(const QString& code);

} // namespace roundtrip
