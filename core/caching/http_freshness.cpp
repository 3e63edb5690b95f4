#include "core/caching/http_freshness.h"

#include "core/http/cache_control.h"

namespace roundtrip {

std::optional<SimTime> privateFreshness(const http::Request& request,
                                        const http::Response& response) {
    const auto field = response.headers.find("Cache-Control");
    if (request.method != http::Method::get || response.status != 200 || !field) {
        return std::nullopt;
    }
    const http::CacheControl control = http::parseCacheControl(*field);
    if (control.noStore || control.noCache || control.maxAgeSeconds.value_or(0) == 0) {
        return std::nullopt;
    }
    return SimTime::seconds(*control.maxAgeSeconds);
}

} // namespace roundtrip
