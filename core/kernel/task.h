#pragma once

#include "core/kernel/pooled_frame.h"

#include <cassert>
#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace roundtrip {

/// What the promises of all tasks have in common: who waits for it, and how it ended.
class TaskPromiseBase : public PooledFrame {
  public:
    struct ResumeAwaiter {
        [[nodiscard]] static constexpr bool await_ready() noexcept { return false; }
        template <class Promise>
        std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> task) noexcept {
            return task.promise().awaiter_;
        }
        static constexpr void await_resume() noexcept {}
    };

    static constexpr std::suspend_always initial_suspend() noexcept { return {}; }
    static constexpr ResumeAwaiter final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept { exception_ = std::current_exception(); }

    void setAwaiter(std::coroutine_handle<> awaiter) { awaiter_ = awaiter; }

  protected:
    void rethrowIfFailed() const {
        if (exception_)
            std::rethrow_exception(exception_);
    }

  private:
    std::coroutine_handle<> awaiter_;
    std::exception_ptr exception_;
};

template <class T>
class TaskPromise : public TaskPromiseBase {
  public:
    template <class Value>
    void return_value(Value&& value) {
        value_.emplace(std::forward<Value>(value));
    }
    T takeResult() {
        rethrowIfFailed();
        return std::move(*value_);
    }

  private:
    std::optional<T> value_;
};

template <>
class TaskPromise<void> : public TaskPromiseBase {
  public:
    static constexpr void return_void() noexcept {}
    void takeResult() const { rethrowIfFailed(); }
};

/// A child coroutine: it starts when it is awaited, runs as part of the awaiting process, and hands
/// back a value or an exception. Owns its frame; await it at most once. It must not outlive its
/// Simulation.
template <class T = void>
class [[nodiscard]] Task {
  public:
    class promise_type : public TaskPromise<T> {
      public:
        Task get_return_object() noexcept { return Task(Handle::from_promise(*this)); }
    };

    Task(Task&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
    Task& operator=(Task&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~Task() {
        if (handle_)
            handle_.destroy();
    }

    class Awaiter;
    Awaiter operator co_await() noexcept;

  private:
    using Handle = std::coroutine_handle<promise_type>;

    explicit Task(Handle handle) noexcept : handle_(handle) {}

    Handle handle_;
};

template <class T>
class Task<T>::Awaiter {
  public:
    explicit Awaiter(Handle task) : task_(task) { assert(task && !task.done()); }

    [[nodiscard]] static constexpr bool await_ready() noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiter) noexcept {
        task_.promise().setAwaiter(awaiter);
        return task_;
    }
    T await_resume() { return task_.promise().takeResult(); }

  private:
    Handle task_;
};

template <class T>
typename Task<T>::Awaiter Task<T>::operator co_await() noexcept {
    return Awaiter(handle_);
}

} // namespace roundtrip
