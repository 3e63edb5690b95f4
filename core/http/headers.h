#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace roundtrip::http {

/// Header fields in the order in which they were written; names compare without case
/// (RFC 9110 section 5.1).
class Headers {
  public:
    using Field = std::pair<std::string, std::string>;

    Headers() = default;
    Headers(std::initializer_list<Field> fields) : fields_(fields) {}

    /// The first value of that name.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    /// All values of that name, as one list with commas (RFC 9110 section 5.3); empty when there is
    /// none.
    [[nodiscard]] std::string joined(std::string_view name) const;
    /// Replaces the first value of that name and drops the others, or appends.
    void set(std::string_view name, std::string value);
    /// Appends, beside others of that name: Set-Cookie cannot be joined (RFC 9110 section 5.3).
    void add(std::string_view name, std::string value);
    void remove(std::string_view name);

    [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }
    [[nodiscard]] bool empty() const { return fields_.empty(); }

  private:
    std::vector<Field> fields_;
};

} // namespace roundtrip::http
