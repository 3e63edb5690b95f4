#pragma once

#include "core/trace/fact.h"
#include "core/trace/text_table.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace roundtrip {

/// Everything that happened in one run, in order. One thread appends; any number of threads read
/// facts below `size()` without locks while it grows. Facts never move and never change.
///
/// A fork shares its history: a trace made from a prefix holds the same chunks up to the fork.
/// The forked simulation starts anew and appends the same facts again; until the prefix is
/// reached they are compared instead of stored, so a run that is not deterministic is found out.
class Trace {
  public:
    static constexpr std::size_t kChunkFacts = 8192;

    Trace();
    /// The first `length` facts of `history`, shared. `length` is at most its size.
    Trace(const std::shared_ptr<const Trace>& history, std::size_t length);
    ~Trace();
    Trace(const Trace&) = delete;
    Trace& operator=(const Trace&) = delete;

    /// Writer only.
    void append(const Fact& fact) {
        if (replayed_ < prefix_) [[unlikely]] {
            compareWithHistory(fact);
            return;
        }
        const std::size_t index = written_;
        if (index % kChunkFacts == 0 || writeChunk_ == nullptr) [[unlikely]] {
            openChunk(index);
        }
        std::construct_at(writeChunk_->facts() + index % kChunkFacts, fact);
        written_ = index + 1;
        published_.store(written_, std::memory_order_release);
    }

    /// Facts that can be read now. Any thread. While a fork replays, the shared history counts.
    [[nodiscard]] std::size_t size() const { return published_.load(std::memory_order_acquire); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    /// `index` < size(). Any thread.
    [[nodiscard]] const Fact& operator[](std::size_t index) const {
        const Chunk* chunk = chunks_[index / kChunkFacts].load(std::memory_order_acquire);
        return chunk->facts()[index % kChunkFacts];
    }

    /// How many facts happened at or before `time`: a binary search.
    [[nodiscard]] std::size_t countUntil(SimTime time) const;

    [[nodiscard]] TextTable& texts() { return *texts_; }
    [[nodiscard]] const TextTable& texts() const { return *texts_; }
    [[nodiscard]] std::string_view text(TextId id) const { return texts_->view(id); }

    /// Writer only: facts appended since the run began, compared ones included.
    [[nodiscard]] std::size_t writerPosition() const {
        return replayed_ < prefix_ ? replayed_ : written_;
    }
    /// True once a replayed fact differed from history: a bug in a node's determinism.
    [[nodiscard]] bool hasDiverged() const { return diverged_; }
    /// Facts shared with the history that this trace was forked from.
    [[nodiscard]] std::size_t sharedPrefix() const { return prefix_; }

    /// Bytes of facts and texts that this trace itself keeps, without what it shares.
    [[nodiscard]] std::size_t ownedBytes() const;

  private:
    /// Uninitialised room for facts: each is written before its index is published.
    struct Chunk {
        alignas(Fact) std::array<std::byte, kChunkFacts * sizeof(Fact)> bytes;

        [[nodiscard]] Fact* facts() { return reinterpret_cast<Fact*>(bytes.data()); }
        [[nodiscard]] const Fact* facts() const {
            return reinterpret_cast<const Fact*>(bytes.data());
        }
    };
    static constexpr std::size_t kMaxChunks = 16384; // 134 million facts

    void openChunk(std::size_t index);
    void compareWithHistory(const Fact& fact);

    std::shared_ptr<TextTable> texts_;
    std::vector<std::shared_ptr<Chunk>> owners_;
    std::unique_ptr<std::atomic<Chunk*>[]> chunks_;
    Chunk* writeChunk_ = nullptr;
    std::size_t written_ = 0;
    std::size_t prefix_ = 0;
    std::size_t replayed_ = 0;
    bool diverged_ = false;
    std::atomic<std::size_t> published_{0};
};

/// A 64-bit fingerprint of the first `count` facts and all their texts: equal runs, equal
/// fingerprints, on every machine. FNV-1a over 64-bit words with a final mix.
[[nodiscard]] std::uint64_t fingerprint(const Trace& trace, std::size_t count);
[[nodiscard]] inline std::uint64_t fingerprint(const Trace& trace) {
    return fingerprint(trace, trace.size());
}

} // namespace roundtrip
