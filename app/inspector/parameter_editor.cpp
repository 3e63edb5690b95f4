#include "app/inspector/parameter_editor.h"

#include "app/narration/text_format.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;
using Changed = std::function<void(Json)>;
using ValueNow = std::function<Json()>;

void refuse(QLineEdit& edit, const Parameter& parameter) {
    const QString why =
        parameter.type == ParameterType::distribution
            ? QCoreApplication::translate("NodeView",
                                          "Please write a span with a unit, for example "
                                          "\"250 ms\", or a distribution such as "
                                          "{\"exponential\": \"250 ms\"}.")
        : parameter.type == ParameterType::duration
            ? QCoreApplication::translate("NodeView",
                                          "Please write a number with a unit between %1 and %2, "
                                          "for example \"250 ms\".")
                  .arg(durationForPeople(SimTime::fromSeconds(parameter.least)),
                       durationForPeople(SimTime::fromSeconds(parameter.most)))
            : QCoreApplication::translate("NodeView", "This does not fit: %1")
                  .arg(coreText("parameters", parameter.help));
    QToolTip::showText(edit.mapToGlobal(QPoint(0, edit.height())), why, &edit);
}

/// A distribution is a span, or JSON as in files.
Json written(const Parameter& parameter, const QString& text) {
    std::string trimmed = text.trimmed().toStdString();
    if (parameter.type == ParameterType::distribution && trimmed.starts_with('{')) {
        Json parsed = Json::parse(trimmed, nullptr, false);
        return parsed.is_discarded() ? Json(trimmed) : parsed;
    }
    return trimmed;
}

/// Scrolling past a box must not change it: the wheel is for what has the focus.
class WheelGuard : public QObject {
  public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Wheel || qobject_cast<QWidget*>(watched)->hasFocus()) {
            return false;
        }
        event->ignore(); // so that the page around it scrolls
        return true;
    }
};

template <class Box>
Box* guarded(Box* box) {
    box->setFocusPolicy(Qt::StrongFocus); // not by the wheel
    box->installEventFilter(new WheelGuard(box));
    return box;
}

/// "2k" and "1.5M" as people write large numbers, a rate also as "2k/s"; none for anything else.
std::optional<double> numberOf(QString text, const QLocale& locale) {
    text = text.trimmed();
    if (text.endsWith(QLatin1String("/s"))) {
        text.chop(2);
    }
    double factor = 1;
    for (const auto& [sign, times] :
         {std::pair('k', 1e3), std::pair('K', 1e3), std::pair('M', 1e6), std::pair('G', 1e9)}) {
        if (text.endsWith(QLatin1Char(sign))) {
            text.chop(1);
            factor = times;
        }
    }
    bool isNumber = false;
    const double number = locale.toDouble(text.trimmed(), &isNumber);
    return isNumber ? std::optional(number * factor) : std::nullopt;
}

/// A spin box that takes numbers as numberOf reads them.
template <class Box>
class ShortNumbers : public Box {
  public:
    using Box::Box;

    [[nodiscard]] QValidator::State validate(QString& text, int& at) const override {
        const auto number = numberOf(text, this->locale());
        if (!number) {
            static const QRegularExpression kPart(
                QStringLiteral(R"(^\s*-?[\d.,\s]*[kKMG]?/?s?\s*$)"));
            return kPart.match(text).hasMatch() ? QValidator::Intermediate
                                                : Box::validate(text, at);
        }
        return *number >= this->minimum() && *number <= this->maximum() ? QValidator::Acceptable
                                                                        : QValidator::Intermediate;
    }
};

/// A box with a whole number.
class WholeBox : public ShortNumbers<QSpinBox> {
  public:
    using ShortNumbers::ShortNumbers;

    [[nodiscard]] int valueFromText(const QString& text) const override {
        const auto number = numberOf(text, locale());
        return number ? static_cast<int>(std::lround(*number)) : value();
    }
};

/// A box with a number of any size, written as short as it can be without losing anything.
class RealBox : public ShortNumbers<QDoubleSpinBox> {
  public:
    RealBox(double least, double most, QWidget* parent) : ShortNumbers(parent) {
        constexpr int kDecimals = 12; // enough for what is typed, and 0.1 + 0.2 is 0.3
        setDecimals(kDecimals);
        setRange(least, most);
        setKeyboardTracking(false);
    }

    [[nodiscard]] QString textFromValue(double value) const override {
        QLocale shortest = locale();
        shortest.setNumberOptions(QLocale::OmitGroupSeparator);
        return shortest.toString(value, 'f', QLocale::FloatingPointShortest);
    }

    [[nodiscard]] double valueFromText(const QString& text) const override {
        return numberOf(text, locale()).value_or(value());
    }

    void stepBy(int steps) override {
        interpretText(); // of what is being typed
        setValue(value() + steps * stepFrom(value(), steps > 0));
        selectAll();
    }

  private:
    /// About a hundredth of a small range; else in the value's second digit, so that a rate goes
    /// from 9.9 to 10 to 11 and back.
    [[nodiscard]] double stepFrom(double value, bool isUp) const {
        constexpr double kSmallRange = 10;
        constexpr double kNext = 1e-9; // towards where the step leads
        if (maximum() - minimum() <= kSmallRange) {
            return std::pow(10, std::ceil(std::log10(maximum() - minimum())) - 2);
        }
        const double there = std::abs(value) * (isUp == (value > 0) ? 1 + kNext : 1 - kNext);
        constexpr double kManyFirstSteps = 1e7; // a bandwidth begins with 1 Mbit/s, not 1 bit/s
        return there == 0 ? std::max(1.0, maximum() / kManyFirstSteps)
                          : std::pow(10, std::floor(std::log10(there)) - 1);
    }
};

QWidget* makeTextEditor(const Parameter& parameter, QWidget* parent, Changed changed,
                        ValueNow valueNow) {
    auto* edit = new QLineEdit(parent);
    QObject::connect(edit, &QLineEdit::editingFinished, edit,
                     [edit, parameter, changed = std::move(changed), now = std::move(valueNow)] {
                         const Json value = written(parameter, edit->text());
                         if (value == now()) {
                             return;
                         }
                         if (checkValue(parameter, value).empty()) {
                             changed(value);
                             return;
                         }
                         showInEditor(*edit, now());
                         refuse(*edit, parameter);
                     });
    return edit;
}

} // namespace

QWidget* makeParameterEditor(const Parameter& parameter, QWidget* parent, Changed changed,
                             ValueNow valueNow) {
    switch (parameter.type) {
    case ParameterType::integer: {
        auto* box = guarded(new WholeBox(parent));
        box->setRange(static_cast<int>(parameter.least),
                      static_cast<int>(std::min(parameter.most, 1e9)));
        box->setKeyboardTracking(false);
        QObject::connect(box, &QSpinBox::valueChanged, box, std::move(changed));
        return box;
    }
    case ParameterType::real: {
        auto* box = guarded(new RealBox(parameter.least, parameter.most, parent));
        QObject::connect(box, &QDoubleSpinBox::valueChanged, box, std::move(changed));
        return box;
    }
    case ParameterType::boolean: {
        auto* box = new QCheckBox(parent);
        QObject::connect(box, &QCheckBox::toggled, box, std::move(changed));
        return box;
    }
    case ParameterType::choice: {
        auto* box = guarded(new QComboBox(parent));
        for (const std::string& choice : parameter.choices) {
            box->addItem(QString::fromStdString(choice));
        }
        QObject::connect(
            box, &QComboBox::currentTextChanged, box,
            [changed = std::move(changed)](const QString& value) { changed(value.toStdString()); });
        return box;
    }
    case ParameterType::duration:
    case ParameterType::distribution:
    case ParameterType::text:
        return makeTextEditor(parameter, parent, std::move(changed), std::move(valueNow));
    default:
        return nullptr;
    }
}

void showInEditor(QWidget& editor, const Json& value) {
    const QSignalBlocker quiet(&editor);
    if (auto* spin = qobject_cast<QSpinBox*>(&editor)) {
        spin->setValue(value.get<int>());
    } else if (auto* real = qobject_cast<QDoubleSpinBox*>(&editor)) {
        real->setValue(value.get<double>());
    } else if (auto* box = qobject_cast<QCheckBox*>(&editor)) {
        box->setChecked(value.get<bool>());
    } else if (auto* choice = qobject_cast<QComboBox*>(&editor)) {
        choice->setCurrentText(QString::fromStdString(value.get<std::string>()));
    } else if (auto* edit = qobject_cast<QLineEdit*>(&editor)) {
        edit->setText(
            QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump()));
        edit->setCursorPosition(0); // what is too long shows its beginning
    }
}

} // namespace roundtrip
