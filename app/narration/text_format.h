#pragma once

#include "core/kernel/sim_time.h"

#include <QString>
#include <QStringList>

#include <string_view>

namespace roundtrip {

/// A span as a person reads it, in the current locale's digits: "0.30 ms", "12.5 s", "2 min 5 s".
[[nodiscard]] QString durationForPeople(SimTime span);
/// 0.5 as "50 %".
[[nodiscard]] QString shareForPeople(double share);
/// 10000 as "10,000" (the locale's way).
[[nodiscard]] QString countForPeople(qint64 count);
/// 1500 as "1.50 kB".
[[nodiscard]] QString bytesForPeople(qint64 bytes);
/// Its first line, cut to 60 characters.
[[nodiscard]] QString shortened(const QString& text);
/// The sentence with %1, %2 ... (at most %9) filled in at once, so that an argument may itself
/// contain percent signs, as an address does; a missing argument leaves nothing.
[[nodiscard]] QString withArguments(const QString& sentence, const QStringList& arguments);
/// The text with places to break a line in words that are too long for one, as addresses and code
/// are: behind their punctuation, else after kLongestWord letters. What begins with a slash keeps
/// it.
[[nodiscard]] QString breakable(const QString& text);
constexpr qsizetype kLongestWord = 22;
/// A text of core (a part's name, a parameter's label) in the program's language.
[[nodiscard]] QString coreText(const char* context, const char* text);
[[nodiscard]] inline QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace roundtrip
