#pragma once

#include "core/kernel/simulation.h"
#include "core/net/link.h"
#include "core/net/run_context.h"
#include "core/nodes/node.h"
#include "core/scene/command_check.h"
#include "core/scene/scene.h"

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace roundtrip {

/// A scene brought to life: one simulation with its nodes and links. The app's session rooms own
/// worlds; nothing else does.
class World {
  public:
    /// `scene` was read without problems. Facts go to `trace`.
    World(const Scene& scene, std::uint64_t seed, std::shared_ptr<Trace> trace,
          RecordingLevel level = {});

    [[nodiscard]] Simulation& simulation() { return simulation_; }
    [[nodiscard]] const Trace& trace() const { return *trace_; }
    [[nodiscard]] const std::vector<std::unique_ptr<Node>>& nodes() const { return nodes_; }
    /// Null when there is none.
    [[nodiscard]] Node* find(std::string_view key) const;

    /// Does the command now; its time is the caller's care. Errors as for checkCommand.
    tl::expected<void, Error> perform(const Command& command);

    /// Whether something will happen again and again though nobody does anything more.
    [[nodiscard]] bool neverRests() const;

    /// Ends recording: closes the last metrics window.
    void finish() { recorder_.finish(simulation_.now()); }

  private:
    struct Joined {
        std::string key;
        ParameterValues values;
        std::unique_ptr<Link> link;
    };
    void setLink(Joined& joined, const nlohmann::json& arguments);
    void join(const SceneLink& link, LinkId id);
    /// Does what the scene's schedule says, when it says so.
    Process followSchedule();

    const Scene scene_;
    std::shared_ptr<Trace> trace_;
    Simulation simulation_;
    Recorder recorder_;
    DataClock dataClock_;
    RunContext context_;
    std::vector<std::unique_ptr<Node>> nodes_;
    std::vector<Joined> links_;
    std::unordered_map<std::string_view, Node*> byKey_;
};

} // namespace roundtrip
