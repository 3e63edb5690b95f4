#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace roundtrip {

/// Recycles the memory of coroutine frames, so that a run allocates nothing once it has warmed up.
/// Blocks are sorted into classes of 64 bytes up to 4 KiB; larger ones go to the global heap. A
/// Simulation owns one; not thread-safe.
class FramePool {
  public:
    FramePool() = default;
    FramePool(const FramePool&) = delete;
    FramePool& operator=(const FramePool&) = delete;
    ~FramePool();

    /// Memory for `size` bytes, aligned as by operator new. Throws std::bad_alloc.
    [[nodiscard]] void* allocate(std::size_t size) {
        const std::size_t sizeClass = classOf(size);
        if (sizeClass >= classCount || free_[sizeClass] == nullptr)
            return allocateSlowly(size);
        return take(sizeClass);
    }

    /// Gives back what `allocate(size)` returned.
    void release(void* block, std::size_t size) noexcept {
        const std::size_t sizeClass = classOf(size);
        if (sizeClass >= classCount) {
            ::operator delete(block);
            return;
        }
        put(block, sizeClass);
    }

  private:
    struct FreeBlock {
        FreeBlock* next;
    };

    static constexpr std::size_t granularity = 64;
    static constexpr std::size_t classCount = 64;
    static constexpr std::size_t chunkBytes = 64 * 1024;

    static constexpr std::size_t classOf(std::size_t size) { return (size - 1) / granularity; }

    void* take(std::size_t sizeClass) noexcept;
    void put(void* block, std::size_t sizeClass) noexcept;
    void* allocateSlowly(std::size_t size);

    std::array<FreeBlock*, classCount> free_{};
    std::vector<std::unique_ptr<std::byte[]>> chunks_;
};

} // namespace roundtrip

// Under AddressSanitizer a frame in the pool is poisoned, so that resuming a dead one is reported.
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, size) (static_cast<void>(address))
#define ASAN_UNPOISON_MEMORY_REGION(address, size) (static_cast<void>(address))
#endif

namespace roundtrip {

inline void* FramePool::take(std::size_t sizeClass) noexcept {
    FreeBlock* block = free_[sizeClass];
    ASAN_UNPOISON_MEMORY_REGION(block, (sizeClass + 1) * granularity);
    free_[sizeClass] = block->next;
    return block;
}

inline void FramePool::put(void* block, std::size_t sizeClass) noexcept {
    free_[sizeClass] = new (block) FreeBlock{free_[sizeClass]};
    ASAN_POISON_MEMORY_REGION(block, (sizeClass + 1) * granularity);
}

} // namespace roundtrip
