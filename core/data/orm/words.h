#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::orm {

/// "author__name" as {"author", "name"}; Django separates lookups by two underscores.
[[nodiscard]] inline std::vector<std::string> splitLookup(std::string_view path) {
    std::vector<std::string> parts;
    for (auto at = path.find("__"); at != std::string_view::npos; at = path.find("__")) {
        parts.emplace_back(path.substr(0, at));
        path.remove_prefix(at + 2);
    }
    parts.emplace_back(path);
    return parts;
}

} // namespace roundtrip::orm
