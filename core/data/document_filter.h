#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::documents {

/// A document keeps its fields in the order in which they were written.
using Document = nlohmann::ordered_json;

/// What is wrong with a filter: "doc-unknown-operator" {name, nearest}, "doc-bad-filter" {path};
/// `where` is a pointer below the filter.
[[nodiscard]] std::optional<Error> problemOf(const Document& filter);

/// Whether a document fits a filter that has no problem. Null equals a missing field, a value
/// equals an array that holds it, and values of different kinds are neither greater nor less
/// (mongodb.com/docs/manual, "Query documents").
[[nodiscard]] bool matches(const Document& document, const Document& filter);

/// Null for a path that leads nowhere: "address.city", "tags.0".
[[nodiscard]] const Document* find(const Document& document, std::string_view path);
/// Every value that a path can mean: those inside an array of documents, too.
[[nodiscard]] std::vector<const Document*> valuesAt(const Document& document,
                                                    std::string_view path);

/// Below zero, zero or above: null, then numbers, texts, objects, arrays, booleans, as MongoDB
/// sorts kinds ("Comparison/Sort order").
[[nodiscard]] int compare(const Document& left, const Document& right);
/// JSON in one line; bytes that are no UTF-8 become replacement characters.
[[nodiscard]] std::string textOf(const Document& value);
[[nodiscard]] bool isSame(const Document& left, const Document& right);

} // namespace roundtrip::documents
