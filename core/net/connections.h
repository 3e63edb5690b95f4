#pragma once

#include "core/kernel/sim_time.h"
#include "core/trace/ids.h"

#include <cstddef>
#include <unordered_set>
#include <vector>

namespace roundtrip {

/// How one end of a link comes by connections for its questions.
struct ConnectionRule {
    enum class Mode {
        open,      ///< they are there, and one carries any number of questions at a time (HTTP/2)
        keepAlive, ///< opened when needed, kept for the next question (HTTP/1.1, RFC 9112 9.3)
        perRequest ///< a new one for each question ("Connection: close", RFC 9112 9.6)
    };
    Mode mode = Mode::open;
    SimTime idle = SimTime::seconds(60); ///< a kept one is closed after so long without use
    std::size_t most = 0;                ///< at the same time; more questions wait. 0: no limit
    SimTime tlsWork;                     ///< of both ends together, for keys and signatures
    friend bool operator==(const ConnectionRule&, const ConnectionRule&) = default;
};

/// The connections of one link, of which each carries one question at a time: which are idle, which
/// are in use, and by whom.
class Connections {
  public:
    enum class Taken {
        reused, ///< an idle one; the one used last, as browsers and pools choose it
        opened, ///< a new one has to be set up
        none    ///< as many as are allowed are in use
    };
    Taken take(const ConnectionRule& rule, SimTime now);
    /// `call` crosses on the connection that was taken.
    void use(MessageId call) { inUse_.insert(call); }
    /// Whether `call` was crossing on one of them. It is kept if `canStay`.
    bool giveBack(MessageId call, const ConnectionRule& rule, SimTime now, bool canStay);
    /// All are gone: their other end is, or the line is cut.
    void closeAll();

    [[nodiscard]] std::size_t open() const { return taken_ + idleSince_.size(); }

  private:
    void closeIdle(const ConnectionRule& rule, SimTime now);

    std::vector<SimTime> idleSince_; // ascending
    std::unordered_set<MessageId> inUse_;
    std::size_t taken_ = 0; // in use, or being opened
};

} // namespace roundtrip
