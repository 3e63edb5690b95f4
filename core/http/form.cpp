#include "core/http/form.h"

#include "core/http/uri_component.h"
#include "core/kernel/text.h"

#include <algorithm>

namespace roundtrip::http {

namespace {

/// First the pluses, then the escapes, so that "%2B" is a plus.
std::string decoded(std::string_view text) {
    std::string spaced(text);
    std::ranges::replace(spaced, '+', ' ');
    return unquoted(spaced);
}

} // namespace

std::vector<std::pair<std::string, std::string>> readForm(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> fields;
    while (!text.empty()) {
        const std::string_view part = cutPart(text, '&');
        if (part.empty()) {
            continue;
        }
        const auto equals = part.find('=');
        fields.emplace_back(decoded(part.substr(0, equals)),
                            equals == std::string_view::npos ? std::string()
                                                             : decoded(part.substr(equals + 1)));
    }
    return fields;
}

std::string_view queryOf(std::string_view target) {
    const auto question = target.find('?');
    return question == std::string_view::npos ? std::string_view() : target.substr(question + 1);
}

} // namespace roundtrip::http
