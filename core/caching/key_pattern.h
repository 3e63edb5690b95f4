#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// The form of a cache's keys: "user:{id}", "cart:{shop}:{customer}". A name takes at least one
/// letter, up to the text that follows it in the pattern.
class KeyPattern {
  public:
    KeyPattern() = default;
    explicit KeyPattern(std::string_view text);

    /// What stands in the places of the names; none when the key has another form.
    [[nodiscard]] std::optional<std::map<std::string, std::string>>
    match(std::string_view key) const;

  private:
    struct Part {
        std::string text; ///< a literal, or a name
        bool isName = false;
    };
    std::vector<Part> parts_;
};

} // namespace roundtrip
