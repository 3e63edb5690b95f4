#pragma once

#include "core/kernel/ring_buffer.h"
#include "core/kernel/simulation.h"
#include "core/kernel/wait_list.h"

#include <coroutine>
#include <cstddef>
#include <optional>
#include <utility>

namespace roundtrip {

template <class T>
class Mailbox;

/// A process that waits for a message of a Mailbox; the common part of its two awaitables.
template <class T>
class MailboxReceiver : private WaitNode {
  public:
    explicit MailboxReceiver(Simulation& simulation, Mailbox<T>& mailbox)
        : simulation_(simulation), mailbox_(mailbox) {}
    ~MailboxReceiver() { leave(); }

    [[nodiscard]] bool await_ready() {
        message_ = mailbox_.take();
        return message_.has_value();
    }

  protected:
    void enqueue(std::coroutine_handle<> receiver) {
        handle = receiver;
        mailbox_.receivers_.append(*this);
    }
    void startTimer(SimTime timeout) { timer_ = simulation_.scheduleTimer(timeout, handle); }
    std::optional<T> takeMessage() {
        leave();
        return std::exchange(message_, std::nullopt);
    }

  private:
    friend class Mailbox<T>;

    void deliver(T message) {
        message_.emplace(std::move(message));
        simulation_.cancel(timer_);
        simulation_.scheduleIn(SimTime(), handle);
    }
    void leave() {
        if (isWaiting() && !simulation_.isTearingDown()) {
            simulation_.cancel(timer_);
            mailbox_.receivers_.remove(*this);
        }
    }

    Simulation& simulation_;
    Mailbox<T>& mailbox_;
    TimerId timer_;
    std::optional<T> message_;
};

/// Awaitable of Mailbox::receive.
template <class T>
class Receive : public MailboxReceiver<T> {
  public:
    using MailboxReceiver<T>::MailboxReceiver;

    void await_suspend(std::coroutine_handle<> receiver) { this->enqueue(receiver); }
    [[nodiscard]] T await_resume() { return std::move(*this->takeMessage()); }
};

/// Awaitable of Mailbox::receiveWithin.
template <class T>
class ReceiveWithin : public MailboxReceiver<T> {
  public:
    ReceiveWithin(Simulation& simulation, Mailbox<T>& mailbox, SimTime timeout)
        : MailboxReceiver<T>(simulation, mailbox), timeout_(timeout) {}

    void await_suspend(std::coroutine_handle<> receiver) {
        this->enqueue(receiver);
        this->startTimer(timeout_);
    }
    [[nodiscard]] std::optional<T> await_resume() { return this->takeMessage(); }

  private:
    SimTime timeout_;
};

/// An unbounded queue of messages between processes. A message goes to the process that has waited
/// longest, or is kept until one asks. A process that waits may be destroyed: it leaves the line.
template <class T>
class Mailbox {
  public:
    explicit Mailbox(Simulation& simulation) : simulation_(simulation) {}
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    /// Never waits; a process that receives the message goes on in an event of this instant.
    void push(T message) {
        if (receivers_.empty())
            messages_.push(std::move(message));
        else
            static_cast<MailboxReceiver<T>&>(receivers_.takeFirst()).deliver(std::move(message));
    }

    /// `T message = co_await mailbox.receive()`.
    [[nodiscard]] Receive<T> receive() { return Receive<T>(simulation_, *this); }

    /// As `receive`, but nothing when no message came within `timeout`. A message that is pushed
    /// later goes to another receiver or is kept.
    [[nodiscard]] ReceiveWithin<T> receiveWithin(SimTime timeout) {
        return ReceiveWithin<T>(simulation_, *this, timeout);
    }

    /// Forgets the messages that are kept.
    void clear() {
        while (take()) {
        }
    }

    [[nodiscard]] Simulation& simulation() const { return simulation_; }
    /// Messages that are kept.
    [[nodiscard]] std::size_t size() const { return messages_.size(); }
    /// Processes that wait for a message.
    [[nodiscard]] std::size_t waitingReceivers() const { return receivers_.size(); }

  private:
    friend class MailboxReceiver<T>;

    std::optional<T> take() {
        if (messages_.empty())
            return std::nullopt;
        return messages_.pop();
    }

    Simulation& simulation_;
    RingBuffer<T> messages_;
    WaitList receivers_;
};

} // namespace roundtrip
