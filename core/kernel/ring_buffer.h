#pragma once

#include <bit>
#include <cassert>
#include <cstddef>
#include <memory>
#include <utility>

namespace roundtrip {

/// A first-in first-out queue that keeps its memory: it doubles when full and never shrinks.
template <class T>
class RingBuffer {
  public:
    RingBuffer() = default;
    RingBuffer(const RingBuffer&) = delete;
    RingBuffer& operator=(const RingBuffer&) = delete;
    ~RingBuffer() {
        while (!empty())
            pop();
        std::allocator<T>().deallocate(items_, capacity_);
    }

    [[nodiscard]] bool empty() const { return head_ == tail_; }
    [[nodiscard]] std::size_t size() const { return tail_ - head_; }
    [[nodiscard]] const T& front() const { return items_[head_ & (capacity_ - 1)]; }

    void push(T item) {
        if (size() == capacity_)
            grow();
        std::construct_at(items_ + (tail_ & (capacity_ - 1)), std::move(item));
        ++tail_;
    }

    /// Removes and returns the oldest item; the buffer must not be empty.
    T pop() {
        assert(!empty());
        T* slot = items_ + (head_ & (capacity_ - 1));
        T item = std::move(*slot);
        std::destroy_at(slot);
        ++head_;
        return item;
    }

  private:
    void grow() {
        const std::size_t capacity = capacity_ == 0 ? 16 : 2 * capacity_;
        T* items = std::allocator<T>().allocate(capacity);
        std::size_t count = 0;
        for (; !empty(); ++count)
            std::construct_at(items + count, pop());
        std::allocator<T>().deallocate(items_, capacity_);
        items_ = items;
        capacity_ = capacity;
        head_ = 0;
        tail_ = count;
    }

    // Positions count up for ever and are masked, so a full buffer and an empty one differ.
    T* items_ = nullptr;
    std::size_t capacity_ = 0;
    std::size_t head_ = 0;
    std::size_t tail_ = 0;
};

} // namespace roundtrip
