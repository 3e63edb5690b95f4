#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace roundtrip {

/// A value while a template is rendered: borrowed from the context or made by a filter, and safe
/// when it is not to be escaped any more (Django's SafeString).
class TemplateValue {
  public:
    TemplateValue() = default; ///< None
    explicit TemplateValue(const nlohmann::json& borrowed) : borrowed_(&borrowed) {}
    static TemplateValue made(nlohmann::json json, bool safe = false) {
        TemplateValue value;
        value.owned_ = std::move(json);
        value.safe = safe;
        return value;
    }

    [[nodiscard]] const nlohmann::json& json() const { return borrowed_ ? *borrowed_ : owned_; }
    /// The member of an object, an array or a text that Django's dotted lookup finds.
    [[nodiscard]] std::optional<TemplateValue> member(const std::string& name) const;

    bool safe = false;

  private:
    const nlohmann::json* borrowed_ = nullptr;
    nlohmann::json owned_;
};

/// As Python's str() and repr() write it; objects are dicts, in the order of their names.
[[nodiscard]] std::string pythonText(const nlohmann::json& json);
[[nodiscard]] std::string pythonRepr(const nlohmann::json& json);
/// As Python's bool() takes it.
[[nodiscard]] bool isTrue(const nlohmann::json& json);

/// What a `for` goes through: an array's members, a text's characters, a dict's names. Nothing for
/// what Python can't iterate over.
[[nodiscard]] std::optional<nlohmann::json> membersOf(const nlohmann::json& json);

/// Django's escape: & < > " ' become &amp; &lt; &gt; &quot; &#x27;.
[[nodiscard]] std::string escapedHtml(std::string_view text);

} // namespace roundtrip
