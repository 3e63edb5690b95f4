#include "core/http/cache_control.h"

#include "core/http/headers.h"
#include "core/kernel/text.h"

#include <algorithm>
#include <charconv>

namespace roundtrip::http {

namespace {

std::int64_t parsedSeconds(std::string_view text) {
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
        text = text.substr(1, text.size() - 2);
    }
    constexpr std::int64_t kLongest = 2147483648; // RFC 9111 section 1.2.2: 2^31 stands for "more"
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error == std::errc::result_out_of_range && !text.starts_with('-')) {
        return kLongest;
    }
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0) {
        return 0;
    }
    return seconds < kLongest ? seconds : kLongest;
}

/// Where the list's first element ends: at a comma that stands outside quotes (RFC 9110 section
/// 5.6.4; a backslash inside them takes the next character as it is).
std::size_t endOfElement(std::string_view list) {
    bool isQuoted = false;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] == '"') {
            isQuoted = !isQuoted;
        } else if (isQuoted && list[i] == '\\') {
            ++i;
        } else if (!isQuoted && list[i] == ',') {
            return i;
        }
    }
    return list.size();
}

void applyDirective(CacheControl& control, std::string_view directive) {
    const auto equals = directive.find('=');
    const std::string_view name = trimmed(directive.substr(0, equals));
    if (equalsIgnoringCase(name, "max-age") && !control.maxAgeSeconds) {
        control.maxAgeSeconds = equals == std::string_view::npos
                                    ? 0
                                    : parsedSeconds(trimmed(directive.substr(equals + 1)));
    }
    control.noStore |= equalsIgnoringCase(name, "no-store");
    control.noCache |= equalsIgnoringCase(name, "no-cache");
    control.isPrivate |= equalsIgnoringCase(name, "private");
    control.isPublic |= equalsIgnoringCase(name, "public");
    control.mustRevalidate |= equalsIgnoringCase(name, "must-revalidate");
}

} // namespace

CacheControl parseCacheControl(std::string_view value) {
    CacheControl control;
    while (!value.empty()) {
        const std::size_t end = endOfElement(value);
        applyDirective(control, value.substr(0, end));
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return control;
}

} // namespace roundtrip::http
