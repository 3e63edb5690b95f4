#pragma once

#include "core/realtime/websocket_frame.h"
#include "core/trace/ids.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip {

/// What crosses a connection that stays open after its HTTP answer. The connection is named by the
/// `call` of the request that opened it. One that goes to many of a crowd's connections crosses
/// their link as one bundle.
struct SocketFrame {
    enum class Kind {
        frame,       ///< of a WebSocket
        streamPiece, ///< of an event stream: `payload` as it is
        closed       ///< the TCP connection is gone
    };
    Kind kind = Kind::frame;
    MessageId connection = MessageId::none;
    std::vector<MessageId> alsoTo = {};
    realtime::Frame frame = {};
};

/// Of all its connections together; without the headers of TCP and IP.
[[nodiscard]] std::size_t bytesOnWire(const SocketFrame& frame);
[[nodiscard]] std::string titleOf(const SocketFrame& frame);
/// The frame's header in hexadecimal and its text in the clear.
[[nodiscard]] std::string wireText(const SocketFrame& frame);

} // namespace roundtrip
