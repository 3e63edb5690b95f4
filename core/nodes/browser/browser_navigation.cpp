#include "core/http/uri_component.h"
#include "core/nodes/browser/browser.h"
#include "core/web/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kMostRedirects = 20; // WHATWG Fetch, "HTTP-redirect fetch"

bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// RFC 9110 sections 15.4.2 to 15.4.4: browsers turn a POST into a GET, 303 turns anything but
/// HEAD.
bool becomesGet(int status, http::Method method) {
    return (status == 303 && method != http::Method::head) ||
           ((status == 301 || status == 302) && method == http::Method::post);
}

http::RequestOrigin fromOtherSite(http::Method method) {
    return http::isSafe(method) ? http::RequestOrigin::crossSiteLink
                                : http::RequestOrigin::crossSite;
}

/// application/x-www-form-urlencoded, WHATWG URL section 5.2.
std::string formText(const std::vector<std::pair<std::string, std::string>>& fields) {
    std::string form;
    for (const auto& [name, value] : fields) {
        form += fmt::format("{}{}={}", form.empty() ? "" : "&", http::quoted(name, ""),
                            http::quoted(value, ""));
    }
    return form;
}

std::string withoutFragment(std::string_view target) {
    return std::string(target.substr(0, target.find('#')));
}

} // namespace

Browser::Site Browser::home() {
    return {port("server").firstPeer(), values().text("host")};
}

Browser::Site Browser::siteOf(std::string_view host) {
    Site start = home();
    const NodeId node = host == start.host ? start.node : context().nodeOf(host);
    return node == start.node ? start : Site{node, std::string(host)};
}

Browser::Address Browser::resolve(std::string_view reference, const Visit& base) {
    const bool isHttps = reference.starts_with("https://");
    const bool isHttp = reference.starts_with("http://");
    if (isHttps || isHttp || reference.starts_with("//")) {
        reference.remove_prefix(reference.find("//") + 2);
        const std::size_t end = std::min(reference.find_first_of("/?"), reference.size());
        const std::string_view path = reference.substr(end);
        return {siteOf(reference.substr(0, end)),
                (path.starts_with('/') ? "" : "/") + withoutFragment(path), isHttps};
    }
    if (reference.starts_with('/')) {
        return {base.site, withoutFragment(reference)};
    }
    const std::string_view path = http::pathOf(base.request.target);
    return {base.site,
            std::string(path.substr(0, path.rfind('/') + 1)) + withoutFragment(reference)};
}

std::optional<Browser::Visit> Browser::redirectOf(const Trip& trip, const Visit& visit,
                                                  const http::Response& response, int followed) {
    const auto location = response.headers.find("Location");
    if (!isRedirect(response.status) || !location) {
        return std::nullopt;
    }
    const auto status = static_cast<std::uint32_t>(response.status);
    const auto stop = [&](const std::string& reason) {
        record(trip.request, trip.span,
               CheckFailed{.check = text("redirect"), .reason = text(reason), .status = status});
        return std::nullopt;
    };
    const Address address = resolve(*location, visit);
    const bool isSameSite = address.site.node == visit.site.node;
    if (address.isHttps && isSameSite && !port("server").isSealedTo(visit.site.node)) {
        return stop(fmt::format("no-tls\n{}", *location)); // nobody there answers to https
    }
    if (followed >= kMostRedirects) {
        return stop(fmt::format("too-many\n{}", kMostRedirects));
    }
    Visit next = visit;
    next.site = address.site;
    next.request.target = address.target;
    if (becomesGet(response.status, visit.request.method)) {
        next.request.method = http::Method::get;
        next.request.body.clear();
    }
    if (!isSameSite) {
        next.extra = {}; // what was for that site is not for another
    }
    // The chain counts (draft-ietf-httpbis-rfc6265bis section 5.2): once another site took part,
    // the request is no longer the person's own.
    if (!isSameSite || visit.origin != http::RequestOrigin::sameSite) {
        next.origin = visit.origin == http::RequestOrigin::crossSite
                          ? visit.origin
                          : fromOtherSite(next.request.method);
    }
    record(
        trip.request, trip.span,
        CheckPassed{.check = text("redirect"),
                    .reason = text(fmt::format("followed\n{}\n{}\n{}", response.status,
                                               http::toString(next.request.method), *location))});
    next.span =
        beginSpan(trip.request, trip.span,
                  fmt::format("{} {}", http::toString(next.request.method), next.request.target));
    return next;
}

void Browser::openPage(const Trip& trip, const Visit& visit, const http::Response& response) {
    if (!response.headers.find("Content-Type").value_or("").starts_with("text/html")) {
        return;
    }
    const Page page = readPage(response.body);
    if (page.scripts.empty() && !page.submitted) {
        return;
    }
    const auto policy = response.headers.find("Content-Security-Policy").value_or("");
    if (!allowsInlineScripts(policy)) {
        record(trip.request, trip.span,
               CheckFailed{.check = text("csp"),
                           .reason = text(fmt::format("blocked\n{}", policy)),
                           .status = 0});
        return;
    }
    if (visit.pages >= kMostRedirects) { // a page that leads to itself would never end
        record(trip.request, trip.span,
               CheckFailed{.check = text("redirect"),
                           .reason = text(fmt::format("too-many\n{}", kMostRedirects)),
                           .status = 0});
        return;
    }
    for (const std::string& script : page.scripts) {
        runScript(trip, visit, script);
    }
    if (page.submitted) {
        submitForm(visit, *page.submitted);
    }
}

void Browser::submitForm(const Visit& visit, const PageForm& form) {
    const Address address = resolve(form.action, visit);
    const std::string fields = formText(form.fields);
    Visit next;
    next.site = address.site;
    next.pages = visit.pages + 1;
    next.request.target = address.target;
    next.contentType = "application/x-www-form-urlencoded";
    if (form.isPost) {
        next.request.method = http::Method::post;
        next.request.body = fields;
    } else if (!fields.empty()) {
        next.request.target = std::string(http::pathOf(address.target)) + "?" + fields;
    }
    if (address.site.node != visit.site.node) {
        next.origin = fromOtherSite(next.request.method);
    }
    simulation().spawn(fetch(std::move(next)));
}

void Browser::runScript(const Trip& trip, const Visit& visit, const std::string& script) {
    if (script.find("document.cookie") == std::string::npos) {
        return; // nothing that this model of a script could do
    }
    const auto jar = jars_.find(visit.site.node);
    const std::string stolen = jar == jars_.end() ? "" : jar->second.readableByScripts(now());
    record(trip.request, trip.span, ScriptRan{.script = text(script), .stolen = text(stolen)});
    const std::string address = addressIn(script);
    if (address.empty()) {
        return;
    }
    const Address to = resolve(address, visit);
    Visit next;
    next.site = to.site;
    next.pages = visit.pages + 1;
    next.request.target = to.target + http::quoted(stolen, "");
    next.origin = to.site.node == visit.site.node ? http::RequestOrigin::sameSite
                                                  : http::RequestOrigin::crossSite;
    simulation().spawn(fetch(std::move(next)));
}

} // namespace roundtrip
