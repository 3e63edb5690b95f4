#include "core/kernel/frame_pool.h"

namespace roundtrip {

FramePool::~FramePool() {
    for (const auto& chunk : chunks_)
        ASAN_UNPOISON_MEMORY_REGION(chunk.get(), chunkBytes);
}

void* FramePool::allocateSlowly(std::size_t size) {
    const std::size_t sizeClass = classOf(size);
    if (sizeClass >= classCount)
        return ::operator new(size);

    chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(chunkBytes));
    const std::size_t blockBytes = (sizeClass + 1) * granularity;
    for (std::size_t i = chunkBytes / blockBytes; i-- > 0;)
        put(chunks_.back().get() + i * blockBytes, sizeClass);
    return take(sizeClass);
}

} // namespace roundtrip
