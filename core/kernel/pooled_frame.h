#pragma once

#include "core/kernel/frame_pool.h"
#include "core/kernel/simulation.h"

#include <concepts>
#include <cstddef>
#include <cstring>
#include <type_traits>

namespace roundtrip {

/// What a coroutine can find its Simulation with: the Simulation or something that knows it.
template <class T>
concept LeadsToSimulation = std::derived_from<std::remove_const_t<T>, Simulation> ||
    requires(T& object) {
    { object.simulation() } -> std::same_as<Simulation&>;
};

template <class T>
[[nodiscard]] Simulation& simulationOf(T& object) {
    if constexpr (std::derived_from<T, Simulation>)
        return object;
    else
        return object.simulation();
}

/// The first of a coroutine's arguments that leads to a Simulation.
template <class First, class... Rest>
[[nodiscard]] Simulation& findSimulation(First& first, Rest&... rest) {
    if constexpr (LeadsToSimulation<First>)
        return simulationOf(first);
    else
        return findSimulation(rest...);
}

/// Base of promises: takes the coroutine's frame from the FramePool of the Simulation that its
/// arguments lead to (a member function's object and a lambda's captures count as the first).
class PooledFrame {
  public:
    template <class... Arguments>
    static void* operator new(std::size_t size, Arguments&... arguments) {
        static_assert(
            (LeadsToSimulation<Arguments> || ...),
            "A coroutine that returns Process or Task needs a parameter (or an object "
            "whose member it is) that is a Simulation& or has 'Simulation& simulation()'");
        return allocate(findSimulation(arguments...).framePool(), size);
    }

    static void operator delete(void* frame, std::size_t size) noexcept {
        FramePool* pool = nullptr;
        std::memcpy(&pool, static_cast<std::byte*>(frame) + size, sizeof pool);
        pool->release(frame, size + sizeof pool);
    }

  private:
    // The pool's address stands behind the frame: nothing else can be asked when it is freed.
    static void* allocate(FramePool& pool, std::size_t size) {
        FramePool* address = &pool;
        void* frame = pool.allocate(size + sizeof address);
        std::memcpy(static_cast<std::byte*>(frame) + size, &address, sizeof address);
        return frame;
    }
};

} // namespace roundtrip
