#pragma once

#include "core/http/headers.h"
#include "core/http/method.h"

#include <string>
#include <string_view>

namespace roundtrip::http {

/// A request as a browser's network tab shows it. The target is in origin form: path and query
/// (RFC 9112 section 3.2.1).
struct Request {
    Method method = Method::get;
    std::string target = "/";
    Headers headers;
    std::string body;
};

/// A response; status is a three-digit code (RFC 9110 section 15).
struct Response {
    int status = 200;
    Headers headers;
    std::string body;
};

/// "OK" for 200; empty for a code that RFC 9110 does not name.
[[nodiscard]] std::string_view reasonPhrase(int status);

/// HTTP/1.1 wire format, RFC 9112 section 2.1. Lines end in CR LF.
[[nodiscard]] std::string wireText(const Request& request);
[[nodiscard]] std::string wireText(const Response& response);

/// The target's part before '?'.
[[nodiscard]] std::string_view pathOf(std::string_view target);

} // namespace roundtrip::http
