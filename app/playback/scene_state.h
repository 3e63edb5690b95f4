#pragma once

#include "core/kernel/parameter.h"
#include "core/scene/scene.h"
#include "core/trace/trace.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace roundtrip {

/// An entry of a cache as the facts tell it.
struct CacheEntryState {
    TextId value = TextId::empty;
    SimTime storedAt;
    SimTime expiresAt;
};

/// A message on its way.
struct Flight {
    MessageId message = MessageId::none;
    std::uint32_t sentFact = 0;
};

/// Parts and links may come and go while a run goes on.
enum class Presence { there, notYet, gone };

struct NodeState {
    struct Gauge {
        std::int32_t value = 0;
        std::int32_t capacity = 0;
    };
    std::vector<Gauge> gauges;
    std::optional<std::uint32_t> lastFact; ///< the last thing that happened here, messages aside
    std::map<TextId, CacheEntryState> cache;
    std::vector<std::uint32_t> rowChanges; ///< RowsChanged facts, ascending
    std::map<TextId, TextId> parameters;   ///< changed since the start
    std::uint32_t active = 0;              ///< spans open here
    bool isRunning = true;
    Presence presence = Presence::there;
};

/// A node's setting at that state: as it was changed, as the scene has it, or its fallback.
[[nodiscard]] nlohmann::json settingAt(const NodeState& state, const Trace& trace,
                                       const SceneNode& node, const Parameter& parameter);

struct SceneState;
/// The same of a link.
[[nodiscard]] nlohmann::json linkSettingAt(const SceneState& state, const Trace& trace,
                                           const SceneLink& link, const Parameter& parameter);

/// Everything that the parts show once so many facts have happened.
struct SceneState {
    std::vector<NodeState> nodes;
    std::vector<Flight> flights; ///< in order of departure
    std::map<TextId, TextId> linkParameters;
    std::vector<Presence> links; ///< by LinkId

    void apply(const Fact& fact, std::uint32_t index);
};

/// SceneStates of a trace at any position, from keyframes and the facts since.
class StateTimeline {
  public:
    /// How many parts and links there ever are, and how many of them from the start.
    struct Size {
        std::size_t nodes = 0;
        std::size_t nodesAtStart = 0;
        std::size_t links = 0;
        std::size_t linksAtStart = 0;
    };
    explicit StateTimeline(const Size& size);

    /// Reads another trace; keyframes up to the first `sharedFacts` facts are kept.
    void attach(std::shared_ptr<const Trace> trace, std::size_t sharedFacts);

    /// The state after `facts` facts. Moving on by a little from the last call is cheap; any other
    /// place costs at most kKeyframeSpacing facts once keyframes exist up to there.
    const SceneState& at(std::size_t facts);

    /// Lays keyframes over the first `facts` facts, as far as `budget` facts go.
    void extend(std::size_t facts, std::size_t budget);

    static constexpr std::size_t kKeyframeSpacing = 8192;

  private:
    struct Keyframe {
        std::size_t facts = 0;
        SceneState state;
    };
    void moveTo(Keyframe& cursor, std::size_t facts) const;

    std::shared_ptr<const Trace> trace_;
    std::vector<Keyframe> keyframes_; // ascending, the first at 0
    Keyframe head_;                   // where the next keyframe is being prepared
    Keyframe cursor_;
};

} // namespace roundtrip
