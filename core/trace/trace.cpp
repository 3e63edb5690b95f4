#include "core/trace/trace.h"

#include <algorithm>
#include <cassert>
#include <ranges>
#include <stdexcept>

namespace roundtrip {

Trace::Trace()
    : texts_(std::make_shared<TextTable>()),
      chunks_(std::make_unique<std::atomic<Chunk*>[]>(kMaxChunks)) {}

Trace::Trace(const std::shared_ptr<const Trace>& history, std::size_t length)
    : texts_(std::make_shared<TextTable>(history->texts_)),
      chunks_(std::make_unique<std::atomic<Chunk*>[]>(kMaxChunks)), written_(length),
      prefix_(length) {
    assert(length <= history->size());
    const std::size_t whole = length / kChunkFacts;
    owners_.assign(history->owners_.begin(), history->owners_.begin() + static_cast<long>(whole));
    if (const std::size_t rest = length % kChunkFacts; rest > 0) {
        owners_.push_back(std::make_shared_for_overwrite<Chunk>());
        std::uninitialized_copy_n(history->owners_[whole]->facts(), rest, owners_.back()->facts());
        writeChunk_ = owners_.back().get();
    }
    for (std::size_t i = 0; i < owners_.size(); ++i) {
        chunks_[i].store(owners_[i].get(), std::memory_order_relaxed);
    }
    published_.store(length, std::memory_order_release);
}

Trace::~Trace() = default;

void Trace::openChunk(std::size_t index) {
    const std::size_t chunk = index / kChunkFacts;
    if (chunk >= kMaxChunks) {
        throw std::length_error("trace-full");
    }
    owners_.push_back(std::make_shared_for_overwrite<Chunk>());
    writeChunk_ = owners_.back().get();
    chunks_[chunk].store(writeChunk_, std::memory_order_release);
}

void Trace::compareWithHistory(const Fact& fact) {
    const Fact& known = (*this)[replayed_];
    diverged_ |= known.time != fact.time || known.kind != fact.kind || known.node != fact.node ||
                 known.request != fact.request || known.span != fact.span ||
                 known.payload != fact.payload;
    ++replayed_;
}

std::size_t Trace::countUntil(SimTime time) const {
    const auto indexes = std::views::iota(std::size_t{0}, size());
    const auto found = std::ranges::upper_bound(
        indexes, time, {}, [this](std::size_t index) { return (*this)[index].time; });
    return static_cast<std::size_t>(found - indexes.begin());
}

std::size_t Trace::ownedBytes() const {
    const std::size_t shared = prefix_ / kChunkFacts;
    return (owners_.size() - shared) * sizeof(Chunk) + texts_->ownedBytes();
}

namespace {

class Fnv {
  public:
    void add(std::uint64_t word) { hash_ = (hash_ ^ word) * 1099511628211ULL; }
    void add(std::string_view text) {
        add(std::uint64_t{text.size()}); // so that "a", "b" is not "ab"
        for (const char letter : text) {
            add(static_cast<std::uint64_t>(static_cast<unsigned char>(letter)));
        }
    }
    [[nodiscard]] std::uint64_t value() const {
        std::uint64_t mixed = hash_ ^ (hash_ >> 33U);
        mixed *= 0xff51afd7ed558ccdULL;
        return mixed ^ (mixed >> 33U);
    }

  private:
    std::uint64_t hash_ = 14695981039346656037ULL;
};

void addPayload(Fnv& hash, const Fact& fact) {
    std::array<std::uint32_t, sizeof(fact.payload) / sizeof(std::uint32_t)> words{};
    std::memcpy(words.data(), fact.payload.data(), sizeof fact.payload);
    for (const std::uint32_t word : words) {
        hash.add(std::uint64_t{word});
    }
}

} // namespace

std::uint64_t fingerprint(const Trace& trace, std::size_t count) {
    Fnv hash;
    for (std::size_t i = 0; i < count; ++i) {
        const Fact& fact = trace[i];
        hash.add(static_cast<std::uint64_t>(fact.time.ns()));
        hash.add(std::uint64_t{indexOf(fact.request)} << 32U | indexOf(fact.span));
        hash.add(std::uint64_t{indexOf(fact.node)} << 16U | static_cast<std::uint64_t>(fact.kind));
        addPayload(hash, fact);
    }
    // Texts are interned in the order of the facts that use them: all of them belong to the run
    // once the whole run is asked for.
    if (count == trace.size()) {
        for (std::size_t id = 0; id < trace.texts().size(); ++id) {
            hash.add(trace.text(TextId{static_cast<std::uint32_t>(id)}));
        }
    }
    return hash.value();
}

} // namespace roundtrip
