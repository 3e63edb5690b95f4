#include "core/nodes/identity_provider/identity_provider.h"

#include "core/kernel/encoding.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kSeedSize = 32; // Ed25519

std::string bytesOf(RandomStream& random, std::size_t size) {
    std::string bytes;
    while (bytes.size() < size) {
        bytes.push_back(static_cast<char>(random.bits() & 0xFFU));
    }
    return bytes;
}

auth::SigningKey signingKeyOf(std::uint64_t seed, const std::string& key) {
    RandomStream random(seed, key, "signing key");
    return auth::SigningKey::fromSeed(bytesOf(random, kSeedSize));
}

} // namespace

IdentityProvider::IdentityProvider(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)), secrets_(context.seed, key(), "secrets"),
      signingKey_(signingKeyOf(context.seed, key())), codes_(values().duration("code_lifetime")) {
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

void IdentityProvider::parametersChanged() {
    codes_ = auth::AuthorizationCodes(values().duration("code_lifetime"));
}

std::string IdentityProvider::secretText(std::size_t size) {
    return base64Url(bytesOf(secrets_, size));
}

Process IdentityProvider::serve(Message message) {
    Visit visit{.message = message,
                .request = std::get<http::Request>(message.payload),
                .span = beginSpan(message),
                .response = {}};
    co_await busyFor(values().duration("work_time"));
    route(visit);
    visit.response.headers.set("Content-Length", fmt::format("{}", visit.response.body.size()));
    record(message.request, visit.span,
           ResponseBuilt{.status = static_cast<std::uint32_t>(visit.response.status),
                         .bytes = static_cast<std::uint32_t>(visit.response.body.size())});
    endSpan(message.request, visit.span, visit.response.status >= 400);
    port("clients").reply(message, visit.span, HttpResponseMessage{visit.response, {}});
}

void IdentityProvider::route(Visit& visit) {
    struct Page {
        http::Method method;
        std::string_view path;
        void (IdentityProvider::*show)(Visit&);
    };
    static constexpr std::array<Page, 7> kPages{{
        {http::Method::get, "/authorize", &IdentityProvider::authorize},
        {http::Method::post, "/token", &IdentityProvider::token},
        {http::Method::get, "/.well-known/openid-configuration",
         &IdentityProvider::showConfiguration},
        {http::Method::get, "/jwks.json", &IdentityProvider::showKeys},
        {http::Method::post, "/passkey/register", &IdentityProvider::registerDevice},
        {http::Method::get, "/passkey/challenge", &IdentityProvider::challenge},
        {http::Method::post, "/passkey/verify", &IdentityProvider::verify},
    }};
    for (const Page& page : kPages) {
        if (page.path == http::pathOf(visit.request.target) &&
            page.method == visit.request.method) {
            (this->*page.show)(visit);
            return;
        }
    }
    record(
        visit.message.request, visit.span,
        RouteMissed{.target = text(visit.request.target), .others = TextId::empty, .status = 404});
    answer(visit, 404, {{"error", "not_found"}});
}

void IdentityProvider::answer(Visit& visit, int status, const nlohmann::ordered_json& body) {
    visit.response.status = status;
    visit.response.headers.set("Content-Type", "application/json");
    visit.response.body = body.dump();
}

void IdentityProvider::pass(const Visit& visit, std::string_view check, const std::string& reason) {
    record(visit.message.request, visit.span,
           CheckPassed{.check = text(check), .reason = text(reason)});
}

void IdentityProvider::note(const Visit& visit, std::string_view check, const std::string& reason,
                            int status) {
    record(visit.message.request, visit.span,
           CheckFailed{.check = text(check),
                       .reason = text(reason),
                       .status = static_cast<std::uint32_t>(status)});
}

} // namespace roundtrip
