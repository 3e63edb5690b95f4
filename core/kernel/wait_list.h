#pragma once

#include <coroutine>
#include <cstddef>

namespace roundtrip {

/// A coroutine that waits in a WaitList. The base of awaiters, so that waiting allocates nothing.
struct WaitNode {
    WaitNode() = default;
    WaitNode(const WaitNode&) = delete;
    WaitNode& operator=(const WaitNode&) = delete;

    WaitNode* previous = nullptr;
    WaitNode* next = nullptr;
    std::coroutine_handle<> handle;

    [[nodiscard]] bool isWaiting() const { return next != nullptr; }
};

/// Waiting coroutines, first come first served. Owns none of them.
class WaitList {
  public:
    WaitList() { end_.previous = end_.next = &end_; }

    [[nodiscard]] bool empty() const { return end_.next == &end_; }
    [[nodiscard]] std::size_t size() const { return size_; }

    void append(WaitNode& node) {
        node.previous = end_.previous;
        node.next = &end_;
        end_.previous->next = &node;
        end_.previous = &node;
        ++size_;
    }

    void remove(WaitNode& node) {
        node.previous->next = node.next;
        node.next->previous = node.previous;
        node.previous = node.next = nullptr;
        --size_;
    }

    /// The list must not be empty.
    WaitNode& takeFirst() {
        WaitNode& node = *end_.next;
        remove(node);
        return node;
    }

  private:
    WaitNode end_;
    std::size_t size_ = 0;
};

} // namespace roundtrip
