#pragma once

#include <QColor>
#include <QString>

namespace roundtrip {

/// The program's colours. Text on its background has a contrast of at least 4.5:1, in the
/// projector theme 7:1 (WCAG 2.1, 1.4.3 and 1.4.6); a test computes it.
struct Theme {
    enum class Name { light, dark, projector };
    Name name = Name::light;
    int scalePercent = 100; ///< letters and all around them, for eyes that are further away

    QColor window;  ///< behind everything
    QColor surface; ///< panels, cards, fields
    QColor canvas;
    QColor raised; ///< quiet boxes inside a panel
    QColor grid;   ///< the canvas's dots
    QColor border;
    QColor text;
    QColor muted; ///< second-rank text, still readable
    QColor accent;
    QColor accentText; ///< on accent
    QColor accentSoft; ///< behind a selected choice
    QColor link;       ///< lines between parts
    QColor good;
    QColor goodSoft;
    QColor attention;
    QColor attentionSoft;
    QColor bad;
    QColor badSoft;

    // Messages: the shape tells the kind, the colour repeats it (Okabe-Ito).
    QColor request;
    QColor response;
    QColor job;
    QColor query;
    QColor frame;

    [[nodiscard]] static Theme byName(Name name);
    /// "light", "dark" or "projector"; light for anything else.
    [[nodiscard]] static Name nameFrom(const QString& text);
    [[nodiscard]] static QString textOf(Name name);
};

/// WCAG contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& first, const QColor& second);

} // namespace roundtrip
