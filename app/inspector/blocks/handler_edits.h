#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace roundtrip {

// Edits of a document of handlers ([{"path": ..., "handler": [...]}]). Places are JSON pointers
// (RFC 6901), as those of the reader's problems.

/// One place in a list of blocks, or of routes: "/3/handler" and 2.
struct BlockPlace {
    std::string list;
    std::size_t index = 0;

    [[nodiscard]] std::string pointer() const;
    /// Nothing when the pointer's last part is no index.
    static std::optional<BlockPlace> of(std::string_view pointer);
    friend bool operator==(const BlockPlace&, const BlockPlace&) = default;
};

/// Null when nothing is there.
[[nodiscard]] const nlohmann::json* findValue(const nlohmann::json& document,
                                              const std::string& pointer);
/// How many stand in a list; 0 when it is not there.
[[nodiscard]] std::size_t lengthOf(const nlohmann::json& document, const std::string& list);

/// Where a move leads: one place up or down in its list, out of the block that it stands in, or to
/// the end of the last branch of the block before it. Nothing when there is no such place. To be
/// used with moveBlock.
enum class BlockStep { up, down, outside, inside };
[[nodiscard]] std::optional<BlockPlace> stepFrom(const nlohmann::json& document,
                                                 const BlockPlace& from, BlockStep step);

/// A list that is not there yet is made.
void insertBlock(nlohmann::json& document, const BlockPlace& place, nlohmann::json block);
void removeBlock(nlohmann::json& document, const BlockPlace& place);
/// Puts it before what stands at `to` now, or at that list's end. Returns its new place: the old
/// one when `to` lies inside of the block itself.
BlockPlace moveBlock(nlohmann::json& document, const BlockPlace& from, const BlockPlace& to);
/// Another one like it behind it. Returns the copy's place.
BlockPlace duplicateBlock(nlohmann::json& document, const BlockPlace& place);
/// Of a block or a route; null takes the member out.
void setMember(nlohmann::json& document, const std::string& pointer, const std::string& member,
               nlohmann::json value);

} // namespace roundtrip
