#include "core/data/orm/select_query.h"
#include "core/data/orm/syntax.h"
#include "core/data/orm/value.h"

#include <cmath>

namespace roundtrip::orm {

namespace {

using Json = nlohmann::json;

Json patternOf(Pattern pattern, const Json& value) {
    const std::string text = escapedForLike(textOf(value));
    const std::string before =
        pattern == Pattern::contains || pattern == Pattern::endsWith ? "%" : "";
    const std::string after =
        pattern == Pattern::contains || pattern == Pattern::startsWith ? "%" : "";
    return before + text + after;
}

tl::expected<Json, Error> oneValue(const Parameter& parameter, const Json& value) {
    if (value.is_null() && !parameter.mayBeNull) {
        return tl::unexpected(Error{"orm-null-value", {parameter.placeholder}, parameter.place});
    }
    if (parameter.pattern != Pattern::none) {
        return patternOf(parameter.pattern, value);
    }
    if (parameter.roundUp && value.is_number_float()) {
        return static_cast<std::int64_t>(std::ceil(value.get<double>()));
    }
    if (parameter.field.empty()) {
        return value;
    }
    auto prepared = prepareValue(parameter.field.front(), value);
    if (!prepared) {
        prepared.error().where = parameter.place;
    }
    return prepared;
}

} // namespace

tl::expected<Parameter, Error> parameterFor(const Scalar& scalar, const Field* field) {
    Parameter parameter;
    parameter.place = columnText(scalar.column);
    if (field != nullptr) {
        parameter.field.push_back(*field);
    }
    if (scalar.kind == Scalar::Kind::placeholder) {
        parameter.placeholder = scalar.name;
        return parameter;
    }
    parameter.mayBeNull = true;
    parameter.constant = scalar.constant;
    if (auto checked = boundValue(parameter, scalar.constant); !checked) {
        return tl::unexpected(checked.error());
    }
    return parameter;
}

tl::expected<Json, Error> boundValue(const Parameter& parameter, const Json& value) {
    if (!parameter.isList) {
        return oneValue(parameter, value);
    }
    if (!value.is_array()) {
        return tl::unexpected(Error{"orm-needs-list", {parameter.placeholder}, parameter.place});
    }
    Json list = Json::array();
    for (const Json& element : value) {
        auto bound = oneValue(parameter, element);
        if (!bound) {
            return bound;
        }
        list.push_back(*std::move(bound));
    }
    return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace roundtrip::orm
