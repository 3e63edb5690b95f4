#pragma once

#include "app/style/theme.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPixmap>

namespace roundtrip {

/// How the program looks now: theme, scale, motion. One object, made by the main window and handed
/// to every view.
class Style : public QObject {
    Q_OBJECT

  public:
    static constexpr int kSmallest = 80; ///< percent
    static constexpr int kLargest = 300;

    explicit Style(QObject* parent = nullptr);

    [[nodiscard]] const Theme& theme() const { return theme_; }
    /// Of the 100 % design: what was chosen, times what the theme adds.
    [[nodiscard]] int scalePercent() const { return scalePercent_ * theme_.scalePercent / 100; }
    [[nodiscard]] int chosenScalePercent() const { return scalePercent_; }
    [[nodiscard]] bool isMotionReduced() const { return isMotionReduced_; }

    void setTheme(Theme::Name name);
    /// Chooses a scale; clamped to kSmallest..kLargest.
    void setScalePercent(int percent);
    void setMotionReduced(bool reduced);

    /// A length of the 100 % design in pixels of the current scale.
    [[nodiscard]] int px(double length) const;
    /// Inter when it is installed; `size` in pixels at 100 %.
    [[nodiscard]] QFont font(double size, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] QFont codeFont(double size) const;
    /// The style sheet for the whole program.
    [[nodiscard]] QString sheet() const;
    /// A control's icon in the theme's text colour (or `color`), at any size.
    [[nodiscard]] QIcon icon(const QString& name, const QColor& color = {}) const;
    /// A part's icon in its own colours.
    [[nodiscard]] static QPixmap partIcon(const QString& name, int pixels, double ratio);
    /// An SVG that a lesson brings.
    [[nodiscard]] static QPixmap drawing(const QByteArray& svg, int pixels, double ratio);

  signals:
    void changed();

  private:
    Theme theme_ = Theme::byName(Theme::Name::light);
    int scalePercent_ = 100;
    bool isMotionReduced_ = false;
};

} // namespace roundtrip
