#pragma once

#include "core/kernel/sim_time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::realtime {

/// One server-sent event: HTML Living Standard, section 9.2 "Server-sent events".
struct StreamEvent {
    std::string type = "message";
    std::string data = {};
    std::string id = {}; ///< the last event's id when it has none of its own
    friend bool operator==(const StreamEvent&, const StreamEvent&) = default;
};

/// As text/event-stream: "event:" unless it is "message", "id:" unless it is empty, a "data:" for
/// each line, and an empty line.
[[nodiscard]] std::string encode(const StreamEvent& event);
/// A line that clients ignore, so that the connection is not taken for dead.
[[nodiscard]] std::string encodeComment(std::string_view comment);
[[nodiscard]] std::string encodeRetry(SimTime pause);

/// Reads a stream piece by piece; lines end in LF, CR or CR LF, also across pieces.
class EventStreamParser {
  public:
    /// The events that the piece completed.
    std::vector<StreamEvent> feed(std::string_view piece);

    /// For the header Last-Event-ID of the next connection; survives `reconnected`.
    [[nodiscard]] const std::string& lastEventId() const { return lastEventId_; }
    /// What the server asked for; nothing when it did not.
    [[nodiscard]] std::optional<SimTime> retry() const { return retry_; }
    /// A new connection begins: an event that was not complete is dropped.
    void reconnected();

  private:
    void takeLine(std::vector<StreamEvent>& events);
    void takeField(std::string_view name, std::string_view value);
    void dispatch(std::vector<StreamEvent>& events);

    std::string line_;
    bool endedInCr_ = false;
    bool isFirstLine_ = true;
    std::string type_;
    std::string data_;
    std::string id_;
    std::string lastEventId_;
    std::optional<SimTime> retry_;
};

} // namespace roundtrip::realtime
