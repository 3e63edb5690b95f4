#include "core/trace/text_table.h"

#include <cassert>
#include <cstring>
#include <utility>

namespace roundtrip {

TextTable::TextTable(std::shared_ptr<const TextTable> base)
    : base_(std::move(base)), blocks_(std::make_unique<std::atomic<Block*>[]>(kMaxBlocks)) {
    intern("");
}

TextTable::~TextTable() {
    for (std::size_t i = 0; i < kMaxBlocks && blocks_[i].load() != nullptr; ++i) {
        delete blocks_[i].load();
    }
}

std::string_view TextTable::storedCopy(std::string_view text) {
    const std::size_t next = published_.load(std::memory_order_relaxed);
    if (base_ != nullptr && base_->view(TextId{static_cast<std::uint32_t>(next)}) == text) {
        return base_->view(TextId{static_cast<std::uint32_t>(next)});
    }
    ownedBytes_ += text.size();
    if (text.size() > kArenaBytes / 4) {
        arenas_.push_back(std::make_unique<char[]>(text.size()));
        std::memcpy(arenas_.back().get(), text.data(), text.size());
        return {arenas_.back().get(), text.size()};
    }
    if (arenaLeft_ < text.size()) {
        arenas_.push_back(std::make_unique<char[]>(kArenaBytes));
        arenaNext_ = arenas_.back().get();
        arenaLeft_ = kArenaBytes;
    }
    char* place = arenaNext_;
    std::memcpy(place, text.data(), text.size());
    arenaNext_ += text.size();
    arenaLeft_ -= text.size();
    return {place, text.size()};
}

TextId TextTable::intern(std::string_view text) {
    if (const auto found = ids_.find(text); found != ids_.end()) {
        return found->second;
    }
    const std::size_t index = published_.load(std::memory_order_relaxed);
    assert(index < kBlockEntries * kMaxBlocks);
    auto& slot = blocks_[index / kBlockEntries];
    if (slot.load(std::memory_order_relaxed) == nullptr) {
        slot.store(new Block, std::memory_order_release);
    }
    const std::string_view stored = text.empty() ? std::string_view{} : storedCopy(text);
    (*slot.load(std::memory_order_relaxed))[index % kBlockEntries] = stored;
    const TextId id{static_cast<std::uint32_t>(index)};
    ids_.emplace(stored, id);
    published_.store(index + 1, std::memory_order_release);
    return id;
}

std::string_view TextTable::view(TextId id) const {
    const std::size_t index = indexOf(id);
    if (index >= size()) {
        return {};
    }
    return (*blocks_[index / kBlockEntries].load(std::memory_order_acquire))[index % kBlockEntries];
}

} // namespace roundtrip
