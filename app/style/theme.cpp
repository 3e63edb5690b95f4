#include "app/style/theme.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace roundtrip {

namespace {

Theme lightTheme() {
    return {.name = Theme::Name::light,
            .window = "#F4F6FA",
            .surface = "#FFFFFF",
            .canvas = "#FFFFFF",
            .raised = "#F8FAFD",
            .grid = "#DDE3EE",
            .border = "#D9DFEA",
            .text = "#1B2233",
            .muted = "#556075",
            .accent = "#3454D1",
            .accentText = "#FFFFFF",
            .accentSoft = "#EDF1FE",
            .link = "#B9C4D8",
            .good = "#00704E",
            .goodSoft = "#E9F7F1",
            .attention = "#9A4A00",
            .attentionSoft = "#FFF5EE",
            .bad = "#B02A0E",
            .badSoft = "#FDEEEA",
            .request = "#0072B2",
            .response = "#009E73",
            .job = "#8E5AA8",
            .query = "#3454D1",
            .frame = "#E69F00"};
}

Theme darkTheme() {
    return {.name = Theme::Name::dark,
            .window = "#12151C",
            .surface = "#1A1F29",
            .canvas = "#151922",
            .raised = "#222835",
            .grid = "#2A3140",
            .border = "#343D4F",
            .text = "#E8ECF4",
            .muted = "#A6B0C3",
            .accent = "#8CA3FF",
            .accentText = "#10131A",
            .accentSoft = "#26304D",
            .link = "#4B5770",
            .good = "#5FD6A9",
            .goodSoft = "#16302A",
            .attention = "#F2B36B",
            .attentionSoft = "#33281A",
            .bad = "#FF9A80",
            .badSoft = "#3A211C",
            .request = "#56B4E9",
            .response = "#2FC99A",
            .job = "#C08ADB",
            .query = "#8CA3FF",
            .frame = "#F0B93A"};
}

Theme projectorTheme() {
    Theme theme = lightTheme();
    theme.name = Theme::Name::projector;
    theme.scalePercent = 120;
    theme.window = "#FFFFFF";
    theme.raised = "#F3F6FB";
    theme.border = "#8C99B0";
    theme.link = "#7C8AA3";
    theme.text = "#0D1220";
    theme.muted = "#37425A";
    theme.accent = "#23409F";
    theme.good = "#00553B";
    theme.attention = "#713600";
    theme.bad = "#8A1F08";
    theme.request = "#005C91";
    theme.response = "#007A59";
    theme.query = "#23409F";
    return theme;
}

double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

} // namespace

Theme Theme::byName(Name name) {
    switch (name) {
    case Name::dark:
        return darkTheme();
    case Name::projector:
        return projectorTheme();
    default:
        return lightTheme();
    }
}

Theme::Name Theme::nameFrom(const QString& text) {
    if (text == QLatin1String("dark")) {
        return Name::dark;
    }
    return text == QLatin1String("projector") ? Name::projector : Name::light;
}

QString Theme::textOf(Name name) {
    switch (name) {
    case Name::dark:
        return QStringLiteral("dark");
    case Name::projector:
        return QStringLiteral("projector");
    default:
        return QStringLiteral("light");
    }
}

double contrastRatio(const QColor& first, const QColor& second) {
    double lighter = luminance(first);
    double darker = luminance(second);
    if (lighter < darker) {
        std::swap(lighter, darker);
    }
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace roundtrip
