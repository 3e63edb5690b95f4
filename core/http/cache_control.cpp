#include "core/http/cache_control.h"

#include "core/kernel/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace roundtrip::http {

namespace {

constexpr std::int64_t kLongest = 2147483648; // RFC 9111 section 1.2.2: 2^31 stands for "more"

std::int64_t parsedSeconds(std::string_view text) {
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
        text = text.substr(1, text.size() - 2);
    }
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

struct TimeDirective {
    std::string_view name;
    std::optional<std::int64_t> CacheControl::*seconds;
    std::int64_t withoutValue;
};
constexpr std::array<TimeDirective, 6> kTimes{
    {{"max-age", &CacheControl::maxAgeSeconds, 0},
     {"s-maxage", &CacheControl::sharedMaxAgeSeconds, 0},
     {"stale-while-revalidate", &CacheControl::staleWhileRevalidateSeconds, 0},
     {"stale-if-error", &CacheControl::staleIfErrorSeconds, 0},
     {"max-stale", &CacheControl::maxStaleSeconds, kLongest},
     {"min-fresh", &CacheControl::minFreshSeconds, 0}}};

struct FlagDirective {
    std::string_view name;
    bool CacheControl::*flag;
};
constexpr std::array<FlagDirective, 9> kFlags{{{"no-store", &CacheControl::noStore},
                                               {"no-cache", &CacheControl::noCache},
                                               {"private", &CacheControl::isPrivate},
                                               {"public", &CacheControl::isPublic},
                                               {"must-revalidate", &CacheControl::mustRevalidate},
                                               {"proxy-revalidate", &CacheControl::proxyRevalidate},
                                               {"must-understand", &CacheControl::mustUnderstand},
                                               {"only-if-cached", &CacheControl::onlyIfCached},
                                               {"immutable", &CacheControl::isImmutable}}};

/// Of a directive that stands there twice the first counts.
void applyDirective(CacheControl& control, std::string_view directive) {
    const auto equals = directive.find('=');
    const std::string_view name = trimmed(directive.substr(0, equals));
    for (const TimeDirective& known : kTimes) {
        std::optional<std::int64_t>& seconds = control.*known.seconds;
        if (equalsIgnoringCase(name, known.name) && !seconds) {
            seconds = equals == std::string_view::npos
                          ? known.withoutValue
                          : parsedSeconds(trimmed(directive.substr(equals + 1)));
        }
    }
    for (const FlagDirective& known : kFlags) {
        control.*known.flag |= equalsIgnoringCase(name, known.name);
    }
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
