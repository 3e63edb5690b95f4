#pragma once

#include "core/kernel/error.h"

#include <tl/expected.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace roundtrip::realtime {

/// RFC 6455 section 5.2. The others are reserved.
enum class Opcode : std::uint8_t {
    continuation = 0,
    text = 1,
    binary = 2,
    close = 8,
    ping = 9,
    pong = 10
};
[[nodiscard]] std::string_view nameOf(Opcode opcode);
[[nodiscard]] constexpr bool isControl(Opcode opcode) {
    return opcode >= Opcode::close;
}

using Mask = std::array<std::uint8_t, 4>;

/// One frame with its payload in the clear; a client's has a mask, a server's has none (RFC 6455
/// section 5.1).
struct Frame {
    bool isFinal = true;
    Opcode opcode = Opcode::text;
    std::optional<Mask> mask = {};
    std::string payload = {};
    friend bool operator==(const Frame&, const Frame&) = default;
};

/// The bytes before the payload: 2 to 14, the length in 7, 16 or 64 bits.
[[nodiscard]] std::string headerOf(const Frame& frame);
[[nodiscard]] std::size_t headerSize(std::size_t payloadSize, bool isMasked);
[[nodiscard]] std::string encode(const Frame& frame);

/// Status codes of a close frame, RFC 6455 section 7.4.1 and IANA's registry.
namespace close_code {
constexpr std::uint16_t kNormal = 1000;
constexpr std::uint16_t kGoingAway = 1001;
constexpr std::uint16_t kProtocolError = 1002;
constexpr std::uint16_t kUnsupportedData = 1003;
constexpr std::uint16_t kNone = 1005;     ///< the close frame had no code; never sent
constexpr std::uint16_t kAbnormal = 1006; ///< there was no close frame; never sent
constexpr std::uint16_t kInvalidPayload = 1007;
constexpr std::uint16_t kPolicyViolation = 1008;
constexpr std::uint16_t kTooBig = 1009;
constexpr std::uint16_t kMandatoryExtension = 1010;
constexpr std::uint16_t kInternalError = 1011;
constexpr std::uint16_t kServiceRestart = 1012;
constexpr std::uint16_t kTryAgainLater = 1013;
constexpr std::uint16_t kBadGateway = 1014;
constexpr std::uint16_t kTlsHandshake = 1015; ///< never sent
} // namespace close_code

/// Whether a close frame may hold it: 1000 to 1003, 1007 to 1014, and 3000 to 4999.
[[nodiscard]] bool mayBeSent(std::uint16_t closeCode);

struct Close {
    std::uint16_t code = close_code::kNone;
    std::string reason = {}; ///< at most 123 bytes of UTF-8
    friend bool operator==(const Close&, const Close&) = default;
};
/// A close frame's payload; empty for a code that may not be sent. A longer reason is cut at a
/// character.
[[nodiscard]] std::string closePayload(const Close& close);
/// Errors: "frame-close-code" {code}, "frame-close-length", "frame-utf8".
[[nodiscard]] tl::expected<Close, Error> readClose(std::string_view payload);

/// With which code an end closes that found this error: 1007 for "frame-utf8", 1009 for
/// "frame-too-big", else 1002.
[[nodiscard]] std::uint16_t closeCodeFor(const Error& error);

/// Cuts a stream of bytes into frames. After an error the connection is to be closed: `next` gives
/// the same error again.
class FrameDecoder {
  public:
    /// `expectsMasks`: at a server, which must refuse frames without (RFC 6455 section 5.1).
    FrameDecoder(bool expectsMasks, std::size_t mostBytes)
        : expectsMasks_(expectsMasks), mostBytes_(mostBytes) {}

    void feed(std::string_view bytes) { bytes_ += bytes; }
    /// Nothing while the next frame is not complete. Errors: "frame-reserved-bits",
    /// "frame-opcode" {number}, "frame-control-long", "frame-control-fragmented", "frame-length"
    /// (not the shortest form), "frame-mask", "frame-too-big" {bytes}.
    [[nodiscard]] tl::expected<std::optional<Frame>, Error> next();

  private:
    struct Header;
    [[nodiscard]] tl::expected<Header, Error> readHeader() const;
    [[nodiscard]] std::optional<Error> check(const Header& header) const;

    bool expectsMasks_;
    std::size_t mostBytes_;
    std::string bytes_;
    std::optional<Error> error_;
};

/// Joins the fragments of a message (RFC 6455 section 5.4); control frames may stand between them.
class MessageAssembler {
  public:
    explicit MessageAssembler(std::size_t mostBytes) : mostBytes_(mostBytes) {}

    /// The whole message as one frame, or the control frame; nothing while fragments are missing.
    /// Errors: "frame-continuation" (of nothing), "frame-interrupted" (a new message inside of
    /// another), "frame-utf8", "frame-too-big" {bytes}, and those of readClose.
    [[nodiscard]] tl::expected<std::optional<Frame>, Error> add(Frame frame);

  private:
    std::size_t mostBytes_;
    std::optional<Frame> begun_;
};

} // namespace roundtrip::realtime
