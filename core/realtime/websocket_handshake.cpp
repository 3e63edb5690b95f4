#include "core/realtime/websocket_handshake.h"

#include "core/kernel/digest.h"
#include "core/kernel/encoding.h"
#include "core/kernel/text.h"

#include <utility>

namespace roundtrip::realtime {

namespace {

constexpr std::string_view kGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
constexpr std::string_view kVersion = "13";
constexpr std::size_t kNonceSize = 16;

/// Whether the header's list of tokens has that one, in any case of letters.
bool lists(const http::Headers& headers, std::string_view name, std::string_view token) {
    const std::string joined = headers.joined(name);
    std::string_view rest = joined;
    while (!rest.empty()) {
        if (equalsIgnoringCase(trimmed(cutPart(rest, ',')), token)) {
            return true;
        }
    }
    return false;
}

tl::unexpected<Error> refused(Error error) {
    return tl::unexpected(std::move(error));
}

} // namespace

std::string acceptKey(std::string_view key) {
    std::string text(key);
    text += kGuid;
    return base64(digestOf(Digest::sha1, text));
}

http::Request upgradeRequest(std::string target, std::string host, std::string_view nonce) {
    return {.method = http::Method::get,
            .target = std::move(target),
            .headers = {{"Host", std::move(host)},
                        {"Upgrade", "websocket"},
                        {"Connection", "Upgrade"},
                        {"Sec-WebSocket-Key", base64(nonce)},
                        {"Sec-WebSocket-Version", std::string(kVersion)}},
            .body = {}};
}

bool wantsWebSocket(const http::Request& request) {
    return lists(request.headers, "Upgrade", "websocket");
}

tl::expected<void, Error> checkUpgrade(const http::Request& request) {
    const http::Headers& headers = request.headers;
    if (request.method != http::Method::get) {
        return refused(
            Error{"handshake-method", {std::string(http::toString(request.method))}, ""});
    }
    if (!headers.find("Host")) {
        return refused(Error{"handshake-host", {}, ""});
    }
    if (!wantsWebSocket(request)) {
        return refused(Error{"handshake-upgrade", {}, ""});
    }
    if (!lists(headers, "Connection", "Upgrade")) {
        return refused(Error{"handshake-connection", {}, ""});
    }
    const auto nonce = fromBase64(trimmed(headers.find("Sec-WebSocket-Key").value_or("")));
    if (!nonce || nonce->size() != kNonceSize) {
        return refused(Error{"handshake-key", {}, ""});
    }
    const std::string_view version = trimmed(headers.find("Sec-WebSocket-Version").value_or(""));
    if (version != kVersion) {
        return refused(Error{"handshake-version", {std::string(version)}, ""});
    }
    return {};
}

http::Response answerUpgrade(const http::Request& request) {
    const auto checked = checkUpgrade(request);
    if (checked) {
        const std::string_view key = trimmed(*request.headers.find("Sec-WebSocket-Key"));
        return {.status = 101,
                .headers = {{"Upgrade", "websocket"},
                            {"Connection", "Upgrade"},
                            {"Sec-WebSocket-Accept", acceptKey(key)}},
                .body = {}};
    }
    const std::string& code = checked.error().code;
    http::Response refusal{.status = 400, .headers = {{"Content-Length", "0"}}, .body = {}};
    if (code == "handshake-version" || code == "handshake-upgrade") {
        refusal.status = 426;
        refusal.headers.set("Upgrade", "websocket");
        refusal.headers.set("Connection", "Upgrade");
        refusal.headers.set("Sec-WebSocket-Version", std::string(kVersion));
    } else if (code == "handshake-method") {
        refusal.status = 405;
        refusal.headers.set("Allow", "GET");
    }
    return refusal;
}

tl::expected<void, Error> checkAnswer(const http::Response& answer, std::string_view key) {
    if (answer.status != 101) {
        return refused(Error{"handshake-status", {std::to_string(answer.status)}, ""});
    }
    if (!equalsIgnoringCase(trimmed(answer.headers.find("Upgrade").value_or("")), "websocket")) {
        return refused(Error{"handshake-upgrade", {}, ""});
    }
    if (!lists(answer.headers, "Connection", "Upgrade")) {
        return refused(Error{"handshake-connection", {}, ""});
    }
    if (trimmed(answer.headers.find("Sec-WebSocket-Accept").value_or("")) != acceptKey(key)) {
        return refused(Error{"handshake-accept", {}, ""});
    }
    return {};
}

} // namespace roundtrip::realtime
