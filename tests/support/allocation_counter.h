#pragma once

#include <cstdint>
#include <cstdlib>
#include <new>

// Replaces the global operator new of the program that includes this, so include it in one source
// file only. Programs that use it count on one thread.

namespace roundtrip::test {

/// Calls of operator new since the program started.
inline std::uint64_t allocationCount = 0;

inline void* countedAllocation(std::size_t size, std::size_t alignment) {
    ++allocationCount;
    const std::size_t rounded = (size + alignment - 1) / alignment * alignment;
    if (void* memory = std::aligned_alloc(alignment, rounded == 0 ? alignment : rounded))
        return memory;
    throw std::bad_alloc();
}

} // namespace roundtrip::test

void* operator new(std::size_t size) {
    return roundtrip::test::countedAllocation(size, __STDCPP_DEFAULT_NEW_ALIGNMENT__);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    return roundtrip::test::countedAllocation(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t /*alignment*/) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept {
    std::free(memory);
}
