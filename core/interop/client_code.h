#pragma once

#include "core/http/message.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace roundtrip {

/// How a page's author writes a request.
enum class ClientStyle {
    fetch,  ///< the browser's own function (Fetch Standard)
    react,  ///< React 18, a component with hooks
    vue,    ///< Vue 3, a component with <script setup>
    angular ///< Angular 17, a component with HttpClient
};
constexpr std::array<std::string_view, 4> kClientStyleNames{"fetch", "React", "Vue", "Angular"};

/// The request of an HTTP/1.1 text as it crosses a link; none when it is something else.
[[nodiscard]] std::optional<http::Request> requestIn(std::string_view wire);

/// The code that sends that request and shows what comes back. What browsers write themselves is
/// left out (Host, User-Agent, Cookie, Origin, lengths); a cookie becomes `credentials`.
[[nodiscard]] std::string clientCode(ClientStyle style, const http::Request& request);

} // namespace roundtrip
