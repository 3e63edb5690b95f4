#pragma once

#include "app/style/style.h"

#include <QStringList>

namespace roundtrip {

/// A part's name as its card shows it: on one line, smaller when it is long; on two lines when that
/// is not enough, for example in another language. Only what fits on no two lines either is cut.
struct CardName {
    QFont font;
    QStringList lines; ///< one or two

    [[nodiscard]] static CardName fitting(const Style& style, const QString& name, double room);
    /// From the middle of one line to the middle of the next, in pixels.
    [[nodiscard]] double lineHeight() const;
};

} // namespace roundtrip
