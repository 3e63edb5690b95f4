#pragma once

#include "core/trace/ids.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace roundtrip {

/// Strings and message bodies of one trace, each kept once. One thread interns; any number of
/// threads read texts whose id reached them through a published fact. Texts never move.
///
/// A forked run interns the same texts in the same order as the run it came from, so a table made
/// from a `base` points at the base's characters instead of copying them.
class TextTable {
  public:
    explicit TextTable(std::shared_ptr<const TextTable> base = nullptr);
    ~TextTable();
    TextTable(const TextTable&) = delete;
    TextTable& operator=(const TextTable&) = delete;

    /// Writer only. The same text always has the same id. Texts may hold any bytes.
    TextId intern(std::string_view text);

    /// Any thread. An id that was never interned reads as "".
    [[nodiscard]] std::string_view view(TextId id) const;

    [[nodiscard]] std::size_t size() const { return published_.load(std::memory_order_acquire); }
    /// Bytes that this table owns itself, without what it shares with its base.
    [[nodiscard]] std::size_t ownedBytes() const { return ownedBytes_; }

  private:
    static constexpr std::size_t kBlockEntries = 4096;
    static constexpr std::size_t kMaxBlocks = 16384; // 67 million texts
    static constexpr std::size_t kArenaBytes = std::size_t{64} * 1024;
    using Block = std::array<std::string_view, kBlockEntries>;

    [[nodiscard]] std::string_view storedCopy(std::string_view text);

    std::shared_ptr<const TextTable> base_;
    std::vector<std::unique_ptr<char[]>> arenas_;
    char* arenaNext_ = nullptr;
    std::size_t arenaLeft_ = 0;
    std::size_t ownedBytes_ = 0;
    std::unordered_map<std::string_view, TextId> ids_;
    std::unique_ptr<std::atomic<Block*>[]> blocks_;
    std::atomic<std::size_t> published_{0};
};

} // namespace roundtrip
