#pragma once

#include <cstdint>
#include <type_traits>

namespace roundtrip {

/// Handles into one run. They are indexes, so a table lookup is an array access; `none` says that
/// a fact has no such thing.
enum class NodeId : std::uint16_t { none = 0xFFFF };
enum class LinkId : std::uint16_t { none = 0xFFFF };
enum class RequestId : std::uint32_t { none = 0 }; ///< one learner-visible trip; the first is 1
enum class SpanId : std::uint32_t { none = 0 };    ///< one activity at one node; the first is 1
enum class MessageId : std::uint32_t { none = 0 }; ///< one hop over one link; the first is 1
enum class TextId : std::uint32_t { empty = 0 };   ///< an interned string; 0 is ""

template <class Id>
[[nodiscard]] constexpr auto indexOf(Id id) {
    return static_cast<std::underlying_type_t<Id>>(id);
}

} // namespace roundtrip
