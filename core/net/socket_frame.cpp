#include "core/net/socket_frame.h"

#include "core/kernel/encoding.h"
#include "core/kernel/utf8.h"

#include <fmt/format.h>

namespace roundtrip {

namespace {

constexpr std::size_t kTitleLength = 40;

std::string shortened(std::string_view text) {
    return characterCount(text) <= kTitleLength
               ? std::string(text)
               : fmt::format("{}...", characters(text, 0, kTitleLength));
}

std::string payloadText(const realtime::Frame& frame) {
    if (frame.opcode == realtime::Opcode::close) {
        const auto close = realtime::readClose(frame.payload);
        return close && close->code != realtime::close_code::kNone
                   ? fmt::format("{} {}", close->code, close->reason)
                   : std::string();
    }
    return frame.opcode == realtime::Opcode::binary ? hex(frame.payload) : frame.payload;
}

} // namespace

std::size_t bytesOnWire(const SocketFrame& frame) {
    const std::size_t size = frame.frame.payload.size();
    switch (frame.kind) {
    case SocketFrame::Kind::frame:
        return (realtime::headerSize(size, frame.frame.mask.has_value()) + size) *
               (1 + frame.alsoTo.size());
    case SocketFrame::Kind::streamPiece:
        return size * (1 + frame.alsoTo.size());
    default:
        return 0;
    }
}

std::string titleOf(const SocketFrame& frame) {
    if (frame.kind == SocketFrame::Kind::closed) {
        return "connection closed";
    }
    const bool isPiece = frame.kind == SocketFrame::Kind::streamPiece;
    const std::string text = isPiece
                                 ? frame.frame.payload.substr(0, frame.frame.payload.find("\n\n"))
                                 : payloadText(frame.frame);
    std::string title =
        fmt::format("{} {}", isPiece ? "event" : realtime::nameOf(frame.frame.opcode),
                    shortened(text.substr(0, text.find('\n'))));
    if (text.empty()) {
        title.pop_back();
    }
    return frame.alsoTo.empty() ? title : fmt::format("{} x {}", title, 1 + frame.alsoTo.size());
}

std::string wireText(const SocketFrame& frame) {
    const std::string bundle =
        frame.alsoTo.empty() ? "" : fmt::format("to {} connections:\n", 1 + frame.alsoTo.size());
    switch (frame.kind) {
    case SocketFrame::Kind::frame: {
        const std::string header = realtime::headerOf(frame.frame);
        std::string digits;
        for (const char byte : header) {
            digits += fmt::format("{:02x} ", static_cast<unsigned char>(byte));
        }
        return fmt::format("{}{}\n{}", bundle, digits, payloadText(frame.frame));
    }
    case SocketFrame::Kind::streamPiece:
        return bundle + frame.frame.payload;
    default:
        return "connection closed";
    }
}

} // namespace roundtrip
