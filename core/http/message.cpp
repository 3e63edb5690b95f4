#include "core/http/message.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace roundtrip::http {

namespace {

using Phrase = std::pair<int, std::string_view>;

constexpr std::array<Phrase, 32> kPhrases{{
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
}};

void appendHead(std::string& text, const Headers& headers, std::string_view body) {
    for (const auto& [name, value] : headers.fields()) {
        fmt::format_to(std::back_inserter(text), "{}: {}\r\n", name, value);
    }
    text += "\r\n";
    text += body;
}

} // namespace

std::string_view reasonPhrase(int status) {
    const auto* found = std::ranges::find(kPhrases, status, &Phrase::first);
    return found == kPhrases.end() ? std::string_view{} : found->second;
}

std::string wireText(const Request& request) {
    std::string text = fmt::format("{} {} HTTP/1.1\r\n", toString(request.method), request.target);
    appendHead(text, request.headers, request.body);
    return text;
}

std::string wireText(const Response& response) {
    std::string text =
        fmt::format("HTTP/1.1 {} {}\r\n", response.status, reasonPhrase(response.status));
    appendHead(text, response.headers, response.body);
    return text;
}

std::string_view pathOf(std::string_view target) {
    return target.substr(0, target.find('?'));
}

} // namespace roundtrip::http
