#include "core/http/method.h"

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip::http {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 7> kNames{{
    {Method::get, "GET"},
    {Method::head, "HEAD"},
    {Method::post, "POST"},
    {Method::put, "PUT"},
    {Method::patch, "PATCH"},
    {Method::del, "DELETE"},
    {Method::options, "OPTIONS"},
}};

} // namespace

std::string_view toString(Method method) {
    return std::ranges::find(kNames, method, &std::pair<Method, std::string_view>::first)->second;
}

std::optional<Method> parseMethod(std::string_view text) {
    const auto* found =
        std::ranges::find(kNames, text, &std::pair<Method, std::string_view>::second);
    if (found == kNames.end()) {
        return std::nullopt;
    }
    return found->first;
}

bool isSafe(Method method) {
    return method == Method::get || method == Method::head || method == Method::options;
}

bool isIdempotent(Method method) {
    return method != Method::post && method != Method::patch;
}

} // namespace roundtrip::http
