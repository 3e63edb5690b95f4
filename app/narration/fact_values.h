#pragma once

#include "app/narration/narrator.h"

#include <string_view>

namespace roundtrip {

/// What the placeholders of an analogy's sentence stand for, read from one fact; see
/// placeholdersFor() in core/lesson/analogy.h for which there are.
class FactValues {
  public:
    FactValues(const Scene& scene, const Narrator& narrator, const Trace& trace, const Fact& fact)
        : scene_(scene), narrator_(narrator), trace_(trace), fact_(fact) {}

    /// The sentence with every placeholder filled in.
    [[nodiscard]] QString fill(const std::string& sentence) const;
    /// Empty for a placeholder that such a fact does not have.
    [[nodiscard]] QString value(std::string_view placeholder) const;

  private:
    [[nodiscard]] QString what() const;
    [[nodiscard]] QString dataText() const;
    [[nodiscard]] QString commandText() const;
    [[nodiscard]] QString checkText(TextId reason) const;
    [[nodiscard]] QString settingLabel() const;
    [[nodiscard]] QString took() const;
    [[nodiscard]] QString count() const;
    [[nodiscard]] QString end(bool isReceiver) const;
    [[nodiscard]] QString text(TextId id) const;
    [[nodiscard]] QString list(TextId lines) const;
    [[nodiscard]] QString secrets() const;

    const Scene& scene_;
    const Narrator& narrator_;
    const Trace& trace_;
    const Fact& fact_;
};

} // namespace roundtrip
