#pragma once

#include "core/kernel/process.h"
#include "core/net/port.h"
#include "core/nodes/node_kind.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <deque>
#include <string>

namespace roundtrip {

class StationStatistics;

/// A share that a node counts since the run began: how many of `whole` were `part`.
struct CountedShare {
    const char* name = ""; ///< as in reports: "hit_ratio"
    std::uint64_t part = 0;
    std::uint64_t whole = 0;
};

struct NodeSetup {
    NodeId id = NodeId::none;
    std::string key; ///< its id in the scene; also seeds its random streams
    std::string name;
    nlohmann::json parameters = nlohmann::json::object(); ///< checked before
};

/// One part of a running scene. Subclasses behave in coroutines that read like a real backend's
/// code; this base knows their ports, parameters and facts.
class Node {
  public:
    Node(const NodeKind& kind, RunContext& context, NodeSetup setup);
    virtual ~Node() = default;
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

    [[nodiscard]] NodeId id() const { return setup_.id; }
    [[nodiscard]] const std::string& key() const { return setup_.key; }
    [[nodiscard]] const std::string& name() const { return setup_.name; }
    [[nodiscard]] const NodeKind& kind() const { return kind_; }
    [[nodiscard]] Simulation& simulation() const { return context_.simulation; }
    [[nodiscard]] Port& port(std::string_view name);

    /// Called once, after all its links exist: at time 0, or when it joins a run.
    virtual void start() {}
    /// That link of its port is about to be taken away: lines that go over it end.
    virtual void linkLeaves(const Port& port, LinkId link);
    /// Links came or went somewhere while it was there. A program learns of its peers while it
    /// runs: nothing that it has in memory is lost.
    virtual void linksChanged() {}
    /// It is taken away for good: as if stopped, but nobody will start it again.
    void retire();

    /// What it measured of its queue and servers; null for a node that has none.
    [[nodiscard]] virtual StationStatistics* statistics() { return nullptr; }

    /// What it has to do, for a dispatcher that chooses among stations.
    [[nodiscard]] virtual StationLoad stationLoad() const { return {}; }
    /// Whether it does something now and then without end, though nobody asks.
    [[nodiscard]] virtual bool neverRests() const { return false; }
    /// Always the same ones in the same order.
    [[nodiscard]] virtual std::vector<CountedShare> shares() const { return {}; }

    /// Does an action of its kind, "set" {parameter, value}, or a fault (see faultActions).
    /// Errors as for checkAction.
    tl::expected<void, Error> perform(const std::string& action, const nlohmann::json& arguments);

    /// As it is now.
    [[nodiscard]] const nlohmann::json& setting(const std::string& parameter) const {
        return values_.value(parameter);
    }

    /// False from "stop" to "start": its ports are closed, and what it does leaves no facts.
    [[nodiscard]] bool isRunning() const { return isRunning_; }

  protected:
    /// `arguments` were checked and completed by the action's fallbacks.
    virtual void performOwn(const std::string& action, const ParameterValues& arguments);
    /// A parameter has a new value.
    virtual void parametersChanged() {}
    /// Its program ends, its ports close after that: what was in memory is gone.
    virtual void stopped() {}
    /// Its program begins anew, its ports are open.
    virtual void started() {}
    /// It was taken away for good: what it does by itself ends.
    virtual void retired() {}

    /// `co_await busyFor(span)`: works for so long, or longer when the node is slowed down.
    [[nodiscard]] Delay busyFor(SimTime span) const {
        return simulation().delay(
            slowness_ == 1 ? span : SimTime::fromSeconds(span.toSeconds() * slowness_));
    }
    /// How often the program was started. A handler that finds another number than at its begin
    /// belongs to a program that is gone.
    [[nodiscard]] std::uint32_t life() const { return life_; }

    [[nodiscard]] const ParameterValues& values() const { return values_; }
    [[nodiscard]] RunContext& context() const { return context_; }
    [[nodiscard]] Recorder& recorder() const { return context_.recorder; }
    [[nodiscard]] SimTime now() const { return context_.simulation.now(); }
    [[nodiscard]] TextId text(std::string_view text) const { return recorder().text(text); }

    template <class Fact>
    void record(RequestId request, SpanId span, const Fact& fact) const {
        if (isRunning_) {
            context_.recorder.record(now(), id(), request, span, fact);
        }
    }
    void setGauge(std::size_t gauge, std::int64_t value, std::int64_t capacity = 0) const;
    SpanId beginSpan(RequestId request, SpanId parent, std::string_view name) const;
    /// Its work on a message, which gives it its name.
    SpanId beginSpan(const Message& message) const;
    void endSpan(RequestId request, SpanId span, bool failed = false) const;

  private:
    void setParameter(const std::string& name, const nlohmann::json& value);
    void performFault(const std::string& action, const ParameterValues& arguments);
    void end();
    void stop();
    void startAgain();
    Process startAfter(SimTime pause);
    void recordChange() const;

    const NodeKind& kind_;
    RunContext& context_;
    NodeSetup setup_;
    ParameterValues values_;
    std::deque<Port> ports_;
    bool isRunning_ = true;
    double slowness_ = 1;
    std::uint32_t life_ = 0;
};

/// A setting as facts write it: a text as it is, anything else as JSON.
[[nodiscard]] std::string settingText(const nlohmann::json& value);

} // namespace roundtrip
