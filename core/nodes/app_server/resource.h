#pragma once

#include "core/data/orm/model.h"
#include "core/http/message.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// What is wrong with one field of a body.
struct FieldProblem {
    std::string field;
    std::string code; ///< "required", "unknown", "read-only", "type", "too-long", "null"
};

/// Whether a body has what a model's row needs; with `isPartial` only what it has is looked at
/// (PATCH, RFC 7396). The key `id` is the server's.
[[nodiscard]] std::vector<FieldProblem> validate(const orm::Model& model,
                                                 const nlohmann::json& body, bool isPartial);

/// {"type": "about:blank", "title": ..., "status": 422, "errors": [...]}: RFC 9457.
[[nodiscard]] nlohmann::json problemOf(int status, const std::vector<FieldProblem>& problems);

/// The body's columns: a foreign key `author` is given as `author_id`.
[[nodiscard]] std::string assignmentsOf(const orm::Model& model, const nlohmann::json& body);

/// A strong entity tag of a representation: RFC 9110 section 8.8.3.
[[nodiscard]] std::string entityTag(std::string_view body);

/// Whether a list of entity tags, or "*", names this one (sections 13.1.1 and 13.1.2). Weak tags
/// count for If-None-Match only.
[[nodiscard]] bool namesTag(std::string_view field, std::string_view tag, bool weakCounts);

/// Whether an Accept field lets that media type through, by type and range; quality 0 refuses
/// (section 12.5.1). An empty field accepts all.
[[nodiscard]] bool accepts(std::string_view field, std::string_view type);

} // namespace roundtrip
