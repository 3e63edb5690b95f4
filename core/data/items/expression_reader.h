#pragma once

#include "core/data/items/expression.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::items {

/// Goes through the words of one expression. After the first mistake it stands still and keeps what
/// was wrong.
class ExpressionReader {
  public:
    ExpressionReader(std::string_view text, std::string_view kind,
                     const Placeholders& placeholders);

    [[nodiscard]] bool atEnd() const { return !problem_.empty() || next_ >= words_.size(); }
    [[nodiscard]] const std::string& problem() const { return problem_; }

    /// The word that comes next; empty at the end.
    [[nodiscard]] std::string_view peek() const;
    std::string_view take();
    /// Takes the word when it comes next. Keywords have no case.
    bool takeIf(std::string_view word);
    void expect(std::string_view word);
    /// A name that is not reserved, or what "#n" stands for.
    std::string attribute();
    /// What ":v" stands for.
    nlohmann::json value();
    [[nodiscard]] bool isValueNext() const { return peek().starts_with(':'); }

    void fail(std::string_view what);
    /// At the word that was taken last; one has to have been.
    void failAtWord();

  private:
    std::string kind_;
    const Placeholders& placeholders_;
    std::vector<std::string> words_;
    std::size_t next_ = 0;
    std::string problem_;
};

} // namespace roundtrip::items
