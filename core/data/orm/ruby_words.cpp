#include "core/data/orm/ruby_words.h"

#include "core/data/orm/value.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace roundtrip::orm {

std::string rubyLiteral(const Scalar& scalar) {
    if (scalar.kind == Scalar::Kind::placeholder) {
        return scalar.name;
    }
    if (scalar.kind == Scalar::Kind::list) {
        std::vector<std::string> parts;
        std::ranges::transform(scalar.operands, std::back_inserter(parts), rubyLiteral);
        return fmt::format("[{}]", fmt::join(parts, ", "));
    }
    return scalar.constant.is_null() ? "nil" : scalar.constant.dump();
}

std::string likePattern(const std::string& lookup, const Scalar& value) {
    const bool isOpenLeft = !lookup.ends_with("startswith") && !lookup.ends_with("exact");
    const bool isOpenRight = !lookup.ends_with("endswith") && !lookup.ends_with("exact");
    const std::string text = value.kind == Scalar::Kind::placeholder
                                 ? fmt::format("#{{sanitize_sql_like({})}}", value.name)
                                 : escapedForLike(textOf(value.constant));
    return nlohmann::json((isOpenLeft ? "%" : "") + text + (isOpenRight ? "%" : "")).dump();
}

std::string rubyHashValue(const std::string& lookup, const Scalar& value) {
    if (lookup == "isnull") {
        return value.constant != false ? "nil" : "";
    }
    if (value.kind != Scalar::Kind::constant && value.kind != Scalar::Kind::placeholder &&
        value.kind != Scalar::Kind::list) {
        return "";
    }
    if (lookup == "exact" || lookup == "in") {
        return rubyLiteral(value);
    }
    if (lookup == "gte") {
        return rubyLiteral(value) + "..";
    }
    if (lookup == "lt" || lookup == "lte") {
        return (lookup == "lt" ? "..." : "..") + rubyLiteral(value);
    }
    if (lookup == "range" && value.kind == Scalar::Kind::list) {
        return rubyLiteral(value.operands[0]) + ".." + rubyLiteral(value.operands[1]);
    }
    return "";
}

} // namespace roundtrip::orm
