#include "core/caching/key_pattern.h"

#include <utility>

namespace roundtrip {

KeyPattern::KeyPattern(std::string_view text) {
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) {
            parts_.push_back({std::string(text), false});
            return;
        }
        if (open > 0) {
            parts_.push_back({std::string(text.substr(0, open)), false});
        }
        parts_.push_back({std::string(text.substr(open + 1, close - open - 1)), true});
        text.remove_prefix(close + 1);
    }
}

std::optional<std::map<std::string, std::string>> KeyPattern::match(std::string_view key) const {
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const Part& part = parts_[i];
        if (!part.isName) {
            if (!key.starts_with(part.text)) {
                return std::nullopt;
            }
            key.remove_prefix(part.text.size());
            continue;
        }
        const bool isLast = i + 1 == parts_.size();
        const auto end = isLast ? key.size() : key.find(parts_[i + 1].text);
        if (end == std::string_view::npos || end == 0) {
            return std::nullopt;
        }
        values[part.text] = key.substr(0, end);
        key.remove_prefix(end);
    }
    return key.empty() ? std::optional(std::move(values)) : std::nullopt;
}

} // namespace roundtrip
