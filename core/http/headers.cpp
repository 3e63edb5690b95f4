#include "core/http/headers.h"

#include "core/kernel/text.h"

#include <algorithm>

namespace roundtrip::http {

std::optional<std::string_view> Headers::find(std::string_view name) const {
    for (const auto& [field, value] : fields_) {
        if (equalsIgnoringCase(field, name)) {
            return value;
        }
    }
    return std::nullopt;
}

std::string Headers::joined(std::string_view name) const {
    std::string list;
    for (const auto& [field, value] : fields_) {
        if (equalsIgnoringCase(field, name)) {
            list += list.empty() ? "" : ", ";
            list += value;
        }
    }
    return list;
}

void Headers::set(std::string_view name, std::string value) {
    const auto isNamed = [name](const Field& field) {
        return equalsIgnoringCase(field.first, name);
    };
    const auto first = std::ranges::find_if(fields_, isNamed);
    if (first == fields_.end()) {
        fields_.emplace_back(name, std::move(value));
        return;
    }
    first->second = std::move(value);
    fields_.erase(std::remove_if(first + 1, fields_.end(), isNamed), fields_.end());
}

void Headers::add(std::string_view name, std::string value) {
    fields_.emplace_back(name, std::move(value));
}

void Headers::remove(std::string_view name) {
    std::erase_if(fields_, [name](const Field& f) { return equalsIgnoringCase(f.first, name); });
}

} // namespace roundtrip::http
