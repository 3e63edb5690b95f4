#include "core/nodes/attacker/rows_in_answer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace roundtrip {

namespace {

std::vector<std::string> rowsOf(const http::Response& answer) {
    std::vector<std::string> rows;
    const auto body = nlohmann::json::parse(answer.body, nullptr, false);
    if (answer.status >= 300 || body.is_discarded()) {
        return rows;
    }
    if (!body.is_array()) {
        rows.push_back(body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
        return rows;
    }
    for (const auto& row : body) {
        rows.push_back(row.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    return rows;
}

std::string_view takeLine(std::string_view& text) {
    const std::size_t end = std::min(text.find("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 2, text.size()));
    return line;
}

} // namespace

std::size_t leakedRows(const http::Response& answer, const http::Response& harmless) {
    const std::vector<std::string> known = rowsOf(harmless);
    const std::vector<std::string> found = rowsOf(answer);
    return static_cast<std::size_t>(std::ranges::count_if(found, [&known](const std::string& row) {
        return std::ranges::find(known, row) == known.end();
    }));
}

std::optional<http::Request> readWire(std::string_view wire) {
    const std::string_view start = takeLine(wire);
    const std::size_t first = start.find(' ');
    const std::size_t last = start.rfind(' ');
    const auto method = http::parseMethod(start.substr(0, first));
    if (!method || first == last) {
        return std::nullopt;
    }
    http::Request request{.method = *method,
                          .target = std::string(start.substr(first + 1, last - first - 1)),
                          .headers = {},
                          .body = {}};
    for (std::string_view line = takeLine(wire); !line.empty(); line = takeLine(wire)) {
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos) {
            return std::nullopt;
        }
        request.headers.add(line.substr(0, colon), std::string(line.substr(colon + 2)));
    }
    request.body = wire;
    return request;
}

} // namespace roundtrip
