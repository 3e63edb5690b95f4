#include "core/http/form.h"

namespace roundtrip::http {

namespace {

int digitOf(char letter) {
    return letter >= '0' && letter <= '9'   ? letter - '0'
           : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10
           : letter >= 'A' && letter <= 'F' ? letter - 'A' + 10
                                            : -1;
}

std::string decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hasTwo = text[i] == '%' && i + 2 < text.size();
        const int high = hasTwo ? digitOf(text[i + 1]) : -1;
        const int low = hasTwo ? digitOf(text[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            result.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            result.push_back(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return result;
}

} // namespace

std::vector<std::pair<std::string, std::string>> readForm(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> fields;
    while (!text.empty()) {
        const auto end = text.find('&');
        const std::string_view part = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
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
