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
/// worlds; nothing else does. Parts and links may come and go while it runs (see topology_edit.h).
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

    /// Does the command now; its time is the caller's care. Errors as for checkCommand; for an edit
    /// also "reused-id" {id}: a part that was removed had it, and was of another kind.
    tl::expected<void, Error> perform(const Command& command);

    /// The parts and links that there are now.
    [[nodiscard]] const Scene& scene() const { return scene_; }
    /// All that there ever were, those of the start first: the ids of facts are indexes into it.
    [[nodiscard]] std::shared_ptr<const Scene> roster() const { return roster_; }

    /// Whether something will happen again and again though nobody does anything more.
    [[nodiscard]] bool neverRests() const;

    /// Ends recording: closes the last metrics window.
    void finish() { recorder_.finish(simulation_.now()); }

  private:
    struct Joined {
        std::string key;
        ParameterValues values;
        std::unique_ptr<Link> link;
        bool isThere = true;
    };
    void setLink(Joined& joined, const nlohmann::json& arguments);
    void set(Joined& joined, const std::string& name, const nlohmann::json& value);
    [[nodiscard]] std::unique_ptr<Node> made(const SceneNode& node, NodeId id);
    [[nodiscard]] Joined joined(const SceneLink& link, LinkId id);
    void fillContext();
    /// Does what the scene's schedule says, when it says so.
    Process followSchedule();

    // What comes and goes: world_edit.cpp
    tl::expected<void, Error> edit(const Command& command);
    void become(const Scene& scene);
    void remove(const std::string& node);
    void unjoin(Joined& joined);
    void add(const SceneNode& node);
    void addLink(const SceneLink& link);
    void recordSettings(const Node& before, const Node& now);
    void recordChange(TopologyChanged::Change change, NodeId node, LinkId link);

    const std::vector<Command> schedule_;
    Scene scene_;
    std::shared_ptr<Scene> roster_; // another one after each edit: others may read the old one
    std::shared_ptr<Trace> trace_;
    Simulation simulation_;
    Recorder recorder_;
    DataClock dataClock_;
    RunContext context_;
    std::vector<std::unique_ptr<Node>> nodes_;
    std::vector<Joined> links_;
    std::vector<std::unique_ptr<Node>> goneNodes_; // their coroutines may still be asleep
    std::vector<std::unique_ptr<Link>> goneLinks_;
    std::unordered_map<std::string_view, Node*> byKey_;
};

} // namespace roundtrip
