#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::realtime {

/// Names a character, or a moment of writing: a Lamport clock and who wrote. Ordered, so that all
/// agree on which of two is the later one.
struct EditId {
    std::uint64_t counter = 0; ///< 0: before the first character
    std::uint32_t site = 0;
    friend auto operator<=>(const EditId&, const EditId&) = default;
};

/// One character inserted after another, or erased.
struct TextEdit {
    enum class Kind { insert, erase };
    Kind kind = Kind::insert;
    EditId id;             ///< of the character
    EditId after = {};     ///< insert: of the one before it
    std::string character; ///< insert: one character in UTF-8
    friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// A text that several people edit at once and that is the same for all who have seen the same
/// edits, in whatever order and however often they came: a Replicated Growable Array (Roh et al.,
/// "Replicated abstract data types: Building blocks for collaborative applications", 2011).
class SharedText {
  public:
    explicit SharedText(std::uint32_t site) : site_(site) {}

    [[nodiscard]] std::string text() const;

    /// What is to be told to the others. Positions count characters; beyond the end is the end.
    std::vector<TextEdit> insert(std::size_t position, std::string_view text);
    std::vector<TextEdit> erase(std::size_t position, std::size_t count);
    /// The edits that make `wanted` of the text as it is: what lies between the part at the
    /// beginning and the part at the end that stay.
    std::vector<TextEdit> replaceBy(std::string_view wanted);

    /// Somebody else's edit. One whose place is not known yet waits for it.
    void apply(const TextEdit& edit);

  private:
    struct Character {
        EditId id;
        std::string text;
        bool isErased = false;
    };
    [[nodiscard]] std::vector<std::size_t> visible() const;
    [[nodiscard]] std::optional<std::size_t> indexOf(EditId id) const;
    bool place(const TextEdit& edit);

    std::uint32_t site_;
    std::uint64_t clock_ = 0;
    std::vector<Character> characters_;
    std::multimap<EditId, TextEdit> waiting_; // by the character that they need
    std::set<EditId> known_;
};

/// A text of which the write with the latest stamp stands, whole: what others wrote at the same
/// time is lost.
class LastWriteWins {
  public:
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] EditId stamp() const { return stamp_; }
    /// False when a later write stands already.
    bool write(std::string_view text, EditId stamp);

  private:
    std::string text_;
    EditId stamp_;
};

} // namespace roundtrip::realtime
