#pragma once

#include "core/data/document_filter.h"

namespace roundtrip::documents {

/// What is wrong with an update: "doc-unknown-operator" {name, nearest} or "doc-bad-update" {path}
/// when it is no object of operators or one is used wrongly.
[[nodiscard]] std::optional<Error> problemOfUpdate(const Document& update);

/// Applies $set, $unset, $inc, $push and $pull. Errors: "doc-bad-update" {path} for $inc on what is
/// no number, $push on what is no array, a path through a plain value, or a change of _id; the
/// document is then unchanged.
tl::expected<Document, Error> updated(Document document, const Document& update);

} // namespace roundtrip::documents
