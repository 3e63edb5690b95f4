#pragma once

#include "core/http/message.h"
#include "core/kernel/error.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace roundtrip::realtime {

/// Sec-WebSocket-Accept for a key: base64(SHA-1(key + GUID)), RFC 6455 section 4.2.2.
[[nodiscard]] std::string acceptKey(std::string_view key);

/// A client's opening handshake, RFC 6455 section 4.1. `nonce` is 16 bytes.
[[nodiscard]] http::Request upgradeRequest(std::string target, std::string host,
                                           std::string_view nonce);

/// Whether it asks for a WebSocket at all, so that a server may treat it as a handshake.
[[nodiscard]] bool wantsWebSocket(const http::Request& request);

/// The checks of RFC 6455 section 4.2.1. Errors: "handshake-method" {method}, "handshake-host",
/// "handshake-upgrade", "handshake-connection", "handshake-key", "handshake-version" {version}.
[[nodiscard]] tl::expected<void, Error> checkUpgrade(const http::Request& request);

/// 101 with the accept key, or for what checkUpgrade refuses 400; for another version than 13 it is
/// 426 with Sec-WebSocket-Version (section 4.2.2), for another method 405.
[[nodiscard]] http::Response answerUpgrade(const http::Request& request);

/// What a client checks of the answer, section 4.1. Errors: "handshake-status" {status},
/// "handshake-upgrade", "handshake-connection", "handshake-accept".
[[nodiscard]] tl::expected<void, Error> checkAnswer(const http::Response& answer,
                                                    std::string_view key);

} // namespace roundtrip::realtime
