#pragma once

#include "core/lesson/lesson.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <map>
#include <optional>
#include <string>

namespace roundtrip {

/// SVG for each kind of message, in the enum's order.
using MessageDrawings = std::array<QByteArray, kMessageKindCount>;

/// A lesson's everyday picture in one language: what parts and messages are called there, how they
/// are drawn, and which sentences tell what happens. The narrator fills the sentences in.
class Analogy {
  public:
    Analogy(const LessonAnalogy& drawings, AnalogyText words);
    /// That of the lesson in the text's language; none when it has no analogy.
    [[nodiscard]] static std::optional<Analogy> of(const Lesson& lesson, const LessonText& text);

    [[nodiscard]] QString title() const { return QString::fromStdString(words_.title); }
    /// Empty for parts that neither the lesson's scene nor one of its comparisons has.
    [[nodiscard]] QString nodeName(const std::string& node) const;
    [[nodiscard]] QString messageName(MessageKind kind) const;
    /// SVG; empty when there is none.
    [[nodiscard]] QByteArray nodeDrawing(const std::string& node) const;
    [[nodiscard]] const MessageDrawings& messageDrawings() const { return messageDrawings_; }

    [[nodiscard]] const std::map<std::string, std::string>& sentences() const {
        return words_.sentences;
    }
    [[nodiscard]] const std::map<std::string, std::string>& headlines() const {
        return words_.headlines;
    }

  private:
    AnalogyText words_;
    std::map<std::string, QByteArray> nodeDrawings_;
    MessageDrawings messageDrawings_;
};

} // namespace roundtrip
