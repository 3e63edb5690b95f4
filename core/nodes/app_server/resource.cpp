#include "core/nodes/app_server/resource.h"

#include "core/kernel/digest.h"
#include "core/kernel/encoding.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

/// Cuts the part before the next separator off.
std::string_view cut(std::string_view& text, char separator) {
    return trimmed(cutPart(text, separator));
}

bool hasType(const orm::Field& field, const Json& value) {
    switch (field.type) {
    case orm::FieldType::integer:
    case orm::FieldType::bigInteger:
    case orm::FieldType::foreignKey:
    case orm::FieldType::oneToOne:
        return value.is_number_integer();
    case orm::FieldType::boolean:
        return value.is_boolean();
    case orm::FieldType::real:
        return value.is_number();
    case orm::FieldType::decimal:
        return value.is_number() || value.is_string();
    case orm::FieldType::text:
    case orm::FieldType::dateTime:
        return value.is_string();
    case orm::FieldType::manyToMany:
        return false;
    }
    return false;
}

std::string problemIn(const orm::Field& field, const Json& value) {
    if (field.isPrimaryKey) {
        return "read-only";
    }
    if (value.is_null()) {
        return field.null ? "" : "null";
    }
    if (!hasType(field, value)) {
        return "type";
    }
    const bool isTooLong =
        field.type == orm::FieldType::text && field.maxLength > 0 &&
        value.get_ref<const std::string&>().size() > static_cast<std::size_t>(field.maxLength);
    return isTooLong ? "too-long" : "";
}

bool isRequired(const orm::Field& field) {
    return field.hasColumn() && !field.isPrimaryKey && !field.null && !field.defaultValue;
}

} // namespace

std::vector<FieldProblem> validate(const orm::Model& model, const Json& body, bool isPartial) {
    std::vector<FieldProblem> problems;
    if (!body.is_object()) {
        return {{"", "type"}};
    }
    for (const auto& [name, value] : body.items()) {
        const std::string& wanted = name;
        const auto field = std::ranges::find_if(model.fields, [&wanted](const auto& known) {
            return known.hasColumn() && known.column() == wanted;
        });
        const std::string code = field == model.fields.end() ? "unknown" : problemIn(*field, value);
        if (!code.empty()) {
            problems.push_back({name, code});
        }
    }
    for (const orm::Field& field : model.fields) {
        if (!isPartial && isRequired(field) && !body.contains(field.column())) {
            problems.push_back({field.column(), "required"});
        }
    }
    return problems;
}

Json problemOf(int status, const std::vector<FieldProblem>& problems) {
    Json errors = Json::array();
    for (const FieldProblem& problem : problems) {
        errors.push_back({{"field", problem.field}, {"code", problem.code}});
    }
    return {{"type", "about:blank"},
            {"title", http::reasonPhrase(status)},
            {"status", status},
            {"errors", errors}};
}

std::string assignmentsOf(const orm::Model& model, const Json& body) {
    std::string text;
    for (const orm::Field& field : model.fields) {
        if (field.hasColumn() && body.contains(field.column())) {
            text +=
                fmt::format("{}{}=:{}", text.empty() ? "" : ", ", field.column(), field.column());
        }
    }
    return text;
}

std::string entityTag(std::string_view body) {
    constexpr std::size_t kLetters = 16;
    return fmt::format("\"{}\"", hex(digestOf(Digest::sha256, body)).substr(0, kLetters));
}

bool namesTag(std::string_view field, std::string_view tag, bool weakCounts) {
    if (trimmed(field) == "*") {
        return true;
    }
    while (!field.empty()) {
        std::string_view one = cut(field, ',');
        if (one.starts_with("W/")) {
            if (!weakCounts) {
                continue;
            }
            one.remove_prefix(2);
        }
        if (one == tag) {
            return true;
        }
    }
    return false;
}

bool accepts(std::string_view field, std::string_view type) {
    if (trimmed(field).empty()) {
        return true;
    }
    const std::string group = std::string(type.substr(0, type.find('/'))) + "/*";
    int best = -1; // how exactly the best range fits
    bool isAccepted = false;
    while (!field.empty()) {
        std::string_view range = cut(field, ',');
        const std::string_view name = cut(range, ';');
        const int exactness = equalsIgnoringCase(name, type)    ? 2
                              : equalsIgnoringCase(name, group) ? 1
                              : name == "*/*"                   ? 0
                                                                : -1;
        if (exactness <= best) {
            continue;
        }
        best = exactness;
        isAccepted = true;
        while (!range.empty()) {
            const std::string parameter(cut(range, ';'));
            if (parameter.starts_with("q=")) {
                isAccepted = std::strtod(parameter.c_str() + 2, nullptr) > 0;
            }
        }
    }
    return isAccepted;
}

} // namespace roundtrip
