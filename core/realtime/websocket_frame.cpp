#include "core/realtime/websocket_frame.h"

#include "core/kernel/utf8.h"

#include <utility>

namespace roundtrip::realtime {

namespace {

constexpr std::uint8_t kFinalBit = 0x80;
constexpr std::uint8_t kReservedBits = 0x70;
constexpr std::uint8_t kOpcodeBits = 0x0F;
constexpr std::uint8_t kMaskBit = 0x80;
constexpr std::uint8_t kLengthBits = 0x7F;
constexpr std::size_t kMostInControl = 125;
constexpr std::uint8_t kTwoBytesFollow = 126;
constexpr std::uint8_t kEightBytesFollow = 127;
constexpr std::size_t kMostInTwoBytes = 0xFFFF;

void appendNumber(std::string& bytes, std::uint64_t number, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
        bytes += static_cast<char>(number >> shift & 0xFF);
    }
}

std::uint64_t numberAt(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t number = 0;
    for (const char byte : bytes.substr(at, size)) {
        number = number << 8 | static_cast<std::uint8_t>(byte);
    }
    return number;
}

/// RFC 6455 section 5.3: the same both ways.
void applyMask(std::string& payload, std::size_t from, const Mask& mask) {
    for (std::size_t i = from; i < payload.size(); ++i) {
        payload[i] = static_cast<char>(static_cast<std::uint8_t>(payload[i]) ^
                                       mask[(i - from) % mask.size()]);
    }
}

bool isKnown(std::uint8_t opcode) {
    return opcode <= 2 || (opcode >= 8 && opcode <= 10);
}

Error tooBig(std::uint64_t bytes) {
    return Error{"frame-too-big", {std::to_string(bytes)}, ""};
}

} // namespace

std::string_view nameOf(Opcode opcode) {
    switch (opcode) {
    case Opcode::continuation:
        return "continuation";
    case Opcode::text:
        return "text";
    case Opcode::binary:
        return "binary";
    case Opcode::close:
        return "close";
    case Opcode::ping:
        return "ping";
    case Opcode::pong:
        return "pong";
    }
    return {};
}

std::size_t headerSize(std::size_t payloadSize, bool isMasked) {
    const std::size_t length = payloadSize <= kMostInControl    ? 0
                               : payloadSize <= kMostInTwoBytes ? 2
                                                                : 8;
    return 2 + length + (isMasked ? Mask().size() : 0);
}

std::string headerOf(const Frame& frame) {
    const std::size_t size = frame.payload.size();
    const std::uint8_t maskBit = frame.mask ? kMaskBit : 0;
    std::string header;
    header += static_cast<char>((frame.isFinal ? kFinalBit : 0) |
                                static_cast<std::uint8_t>(frame.opcode));
    if (size <= kMostInControl) {
        header += static_cast<char>(maskBit | size);
    } else if (size <= kMostInTwoBytes) {
        header += static_cast<char>(maskBit | kTwoBytesFollow);
        appendNumber(header, size, 2);
    } else {
        header += static_cast<char>(maskBit | kEightBytesFollow);
        appendNumber(header, size, 8);
    }
    if (frame.mask) {
        header.append(frame.mask->begin(), frame.mask->end());
    }
    return header;
}

std::string encode(const Frame& frame) {
    std::string bytes = headerOf(frame);
    const std::size_t from = bytes.size();
    bytes += frame.payload;
    if (frame.mask) {
        applyMask(bytes, from, *frame.mask);
    }
    return bytes;
}

bool mayBeSent(std::uint16_t closeCode) {
    return (closeCode >= 1000 && closeCode <= 1003) || (closeCode >= 1007 && closeCode <= 1014) ||
           (closeCode >= 3000 && closeCode <= 4999);
}

std::string closePayload(const Close& close) {
    std::string payload;
    if (!mayBeSent(close.code)) {
        return payload;
    }
    appendNumber(payload, close.code, 2);
    for (std::size_t at = 0; at < close.reason.size();) {
        const std::size_t size = characterAt(close.reason, at).size;
        if (payload.size() + size > kMostInControl) {
            break;
        }
        payload.append(close.reason, at, size);
        at += size;
    }
    return payload;
}

tl::expected<Close, Error> readClose(std::string_view payload) {
    if (payload.empty()) {
        return Close{};
    }
    if (payload.size() == 1) {
        return tl::unexpected(Error{"frame-close-length", {}, ""});
    }
    Close close{.code = static_cast<std::uint16_t>(numberAt(payload, 0, 2)),
                .reason = std::string(payload.substr(2))};
    if (!mayBeSent(close.code)) {
        return tl::unexpected(Error{"frame-close-code", {std::to_string(close.code)}, ""});
    }
    if (!isValidUtf8(close.reason)) {
        return tl::unexpected(Error{"frame-utf8", {}, ""});
    }
    return close;
}

std::uint16_t closeCodeFor(const Error& error) {
    return error.code == "frame-utf8"      ? close_code::kInvalidPayload
           : error.code == "frame-too-big" ? close_code::kTooBig
                                           : close_code::kProtocolError;
}

struct FrameDecoder::Header {
    std::uint8_t first = 0;
    std::uint8_t opcode = 0;
    bool isMasked = false;
    bool isLengthShortest = true;
    std::uint64_t length = 0;
    std::size_t lengthAt = 2; ///< where what follows the length begins
    bool isComplete = false;  ///< all of its length is there
};

tl::expected<FrameDecoder::Header, Error> FrameDecoder::readHeader() const {
    Header header;
    header.first = static_cast<std::uint8_t>(bytes_[0]);
    header.opcode = header.first & kOpcodeBits;
    const auto second = static_cast<std::uint8_t>(bytes_[1]);
    header.isMasked = (second & kMaskBit) != 0;
    header.length = second & kLengthBits;
    const std::size_t more = header.length == kTwoBytesFollow     ? 2
                             : header.length == kEightBytesFollow ? 8
                                                                  : 0;
    header.isComplete = bytes_.size() >= 2 + more;
    if (more > 0 && header.isComplete) {
        header.length = numberAt(bytes_, 2, more);
        header.isLengthShortest = header.length > (more == 2 ? kMostInControl : kMostInTwoBytes) &&
                                  header.length >> 63 == 0;
    }
    header.lengthAt = 2 + more;
    if (const std::optional<Error> error = check(header)) {
        return tl::unexpected(*error);
    }
    return header;
}

std::optional<Error> FrameDecoder::check(const Header& header) const {
    if ((header.first & kReservedBits) != 0) {
        return Error{"frame-reserved-bits", {}, ""};
    }
    if (!isKnown(header.opcode)) {
        return Error{"frame-opcode", {std::to_string(header.opcode)}, ""};
    }
    if (isControl(static_cast<Opcode>(header.opcode))) {
        if (header.length > kMostInControl) {
            return Error{"frame-control-long", {}, ""};
        }
        if ((header.first & kFinalBit) == 0) {
            return Error{"frame-control-fragmented", {}, ""};
        }
    }
    if (header.isMasked != expectsMasks_) {
        return Error{"frame-mask", {}, ""};
    }
    if (!header.isLengthShortest) {
        return Error{"frame-length", {}, ""};
    }
    if (header.isComplete && header.length > mostBytes_) {
        return tooBig(header.length);
    }
    return std::nullopt;
}

tl::expected<std::optional<Frame>, Error> FrameDecoder::next() {
    if (error_) {
        return tl::unexpected(*error_);
    }
    if (bytes_.size() < 2) {
        return std::nullopt;
    }
    const tl::expected<Header, Error> header = readHeader();
    if (!header) {
        error_ = header.error();
        return tl::unexpected(*error_);
    }
    const std::size_t payloadAt = header->lengthAt + (header->isMasked ? Mask().size() : 0);
    if (!header->isComplete || bytes_.size() < payloadAt + header->length) {
        return std::nullopt;
    }
    Frame frame{.isFinal = (header->first & kFinalBit) != 0,
                .opcode = static_cast<Opcode>(header->opcode),
                .mask = {},
                .payload = bytes_.substr(payloadAt, header->length)};
    if (header->isMasked) {
        Mask& mask = frame.mask.emplace();
        for (std::size_t i = 0; i < mask.size(); ++i) {
            mask[i] = static_cast<std::uint8_t>(bytes_[header->lengthAt + i]);
        }
        applyMask(frame.payload, 0, mask);
    }
    bytes_.erase(0, payloadAt + header->length);
    return frame;
}

tl::expected<std::optional<Frame>, Error> MessageAssembler::add(Frame frame) {
    if (isControl(frame.opcode)) {
        if (frame.opcode == Opcode::close) {
            if (const auto close = readClose(frame.payload); !close) {
                return tl::unexpected(close.error());
            }
        }
        return frame;
    }
    if (frame.opcode == Opcode::continuation) {
        if (!begun_) {
            return tl::unexpected(Error{"frame-continuation", {}, ""});
        }
        begun_->payload += frame.payload;
        begun_->isFinal = frame.isFinal;
    } else if (begun_) {
        return tl::unexpected(Error{"frame-interrupted", {}, ""});
    } else {
        begun_ = std::move(frame);
    }
    if (begun_->payload.size() > mostBytes_) {
        return tl::unexpected(tooBig(begun_->payload.size()));
    }
    if (!begun_->isFinal) {
        return std::nullopt;
    }
    Frame whole = std::move(*begun_);
    begun_.reset();
    if (whole.opcode == Opcode::text && !isValidUtf8(whole.payload)) {
        return tl::unexpected(Error{"frame-utf8", {}, ""});
    }
    return whole;
}

} // namespace roundtrip::realtime
