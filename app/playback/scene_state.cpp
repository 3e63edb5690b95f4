#include "app/playback/scene_state.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

bool isHeadline(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::messageSent:
    case FactKind::messageArrived:
    case FactKind::messageLost:
    case FactKind::commandGiven:
        return false;
    default:
        return infoOf(fact.kind).visible;
    }
}

void applyToCache(std::map<TextId, CacheEntryState>& cache, const Fact& fact) {
    if (fact.is<CacheStored>()) {
        const auto stored = fact.as<CacheStored>();
        cache[stored.key] = {stored.value, fact.time, fact.time + stored.ttl};
    } else if (fact.is<CacheMissed>()) {
        cache.erase(fact.as<CacheMissed>().key); // an expired entry leaves when it is looked up
    } else if (fact.is<CacheRemoved>()) {
        const auto removed = fact.as<CacheRemoved>();
        if (removed.reason == CacheReason::cleared) {
            cache.clear();
        } else {
            cache.erase(removed.key);
        }
    }
}

void applyToNode(NodeState& node, const Fact& fact, std::uint32_t index) {
    switch (fact.kind) {
    case FactKind::gaugeChanged: {
        const auto changed = fact.as<GaugeChanged>();
        if (changed.gauge >= node.gauges.size()) {
            node.gauges.resize(changed.gauge + 1);
        }
        node.gauges[changed.gauge] = {changed.value, changed.capacity};
        break;
    }
    case FactKind::nodeChanged:
        node.isRunning = fact.as<NodeChanged>().isRunning != 0;
        node.active = node.isRunning ? node.active : 0;
        break;
    case FactKind::spanStarted:
        ++node.active;
        break;
    case FactKind::spanFinished:
        node.active -= node.active > 0 ? 1 : 0;
        break;
    case FactKind::rowsChanged:
        node.rowChanges.push_back(index);
        break;
    case FactKind::parameterChanged: {
        const auto changed = fact.as<ParameterChanged>();
        node.parameters[changed.parameter] = changed.after;
        break;
    }
    default:
        applyToCache(node.cache, fact);
        break;
    }
    if (isHeadline(fact)) {
        node.lastFact = index;
    }
}

/// What comes begins anew, with its settings: those that differ from before are told, too.
void applyTopology(SceneState& state, const Fact& fact) {
    using Change = TopologyChanged::Change;
    const auto changed = fact.as<TopologyChanged>();
    const bool isComing =
        changed.change == Change::nodeAdded || changed.change == Change::linkAdded;
    const Presence presence = isComing ? Presence::there : Presence::gone;
    if (const std::size_t link = indexOf(changed.link); link < state.links.size()) {
        state.links[link] = presence;
    }
    if (const std::size_t node = indexOf(fact.node); node < state.nodes.size()) {
        NodeState anew;
        anew.parameters = std::move(state.nodes[node].parameters);
        anew.presence = presence;
        state.nodes[node] = std::move(anew);
    }
}

/// The value as it was recorded: text, or JSON.
nlohmann::json recordedValue(const Parameter& parameter, std::string_view recorded) {
    const std::string text(recorded);
    const auto parsed = nlohmann::json::parse(text, nullptr, false);
    const bool isText = parameter.fallback.is_string() && parameter.type != ParameterType::document;
    return (isText && !parsed.is_object()) || parsed.is_discarded() ? nlohmann::json(text) : parsed;
}

nlohmann::json writtenValue(const nlohmann::json& parameters, const Parameter& parameter) {
    const auto given = parameters.find(parameter.name);
    return given == parameters.end() ? parameter.fallback : *given;
}

} // namespace

nlohmann::json settingAt(const NodeState& state, const Trace& trace, const SceneNode& node,
                         const Parameter& parameter) {
    for (const auto& [name, value] : state.parameters) {
        if (trace.text(name) == parameter.name) {
            return recordedValue(parameter, trace.text(value));
        }
    }
    return writtenValue(node.parameters, parameter);
}

nlohmann::json linkSettingAt(const SceneState& state, const Trace& trace, const SceneLink& link,
                             const Parameter& parameter) {
    const std::string recordedAs = link.key() + " " + parameter.name;
    for (const auto& [name, value] : state.linkParameters) {
        if (trace.text(name) == recordedAs) {
            return recordedValue(parameter, trace.text(value));
        }
    }
    return writtenValue(link.parameters, parameter);
}

void SceneState::apply(const Fact& fact, std::uint32_t index) {
    if (fact.is<MessageSent>()) {
        flights.push_back({fact.as<MessageSent>().message, index});
    } else if (const MessageId message = endOfFlight(fact); message != MessageId::none) {
        std::erase_if(flights, [message](const Flight& f) { return f.message == message; });
    } else if (fact.node == NodeId::none && fact.is<ParameterChanged>()) {
        const auto changed = fact.as<ParameterChanged>();
        linkParameters[changed.parameter] = changed.after;
    }
    if (fact.is<TopologyChanged>()) {
        applyTopology(*this, fact);
    } else if (const std::size_t node = indexOf(fact.node); node < nodes.size()) {
        applyToNode(nodes[node], fact, index);
    }
}

StateTimeline::StateTimeline(const Size& size) {
    Keyframe start;
    start.state.nodes.resize(size.nodes);
    for (std::size_t node = size.nodesAtStart; node < size.nodes; ++node) {
        start.state.nodes[node].presence = Presence::notYet;
    }
    start.state.links.resize(size.links, Presence::there);
    std::fill(start.state.links.begin() + static_cast<std::ptrdiff_t>(size.linksAtStart),
              start.state.links.end(), Presence::notYet);
    keyframes_.push_back(start);
    head_ = start;
    cursor_ = std::move(start);
}

void StateTimeline::attach(std::shared_ptr<const Trace> trace, std::size_t sharedFacts) {
    if (trace_ != nullptr && trace_ != trace) {
        std::erase_if(keyframes_,
                      [sharedFacts](const Keyframe& k) { return k.facts > sharedFacts; });
        head_ = keyframes_.back();
        cursor_ = keyframes_.back();
    }
    trace_ = std::move(trace);
}

void StateTimeline::moveTo(Keyframe& cursor, std::size_t facts) const {
    for (; cursor.facts < facts; ++cursor.facts) {
        cursor.state.apply((*trace_)[cursor.facts], static_cast<std::uint32_t>(cursor.facts));
    }
}

const SceneState& StateTimeline::at(std::size_t facts) {
    facts = std::min(facts, trace_->size());
    const auto next = std::ranges::upper_bound(keyframes_, facts, {}, &Keyframe::facts);
    const Keyframe& nearest = *std::prev(next);
    if (cursor_.facts > facts || cursor_.facts < nearest.facts) {
        cursor_ = nearest;
    }
    moveTo(cursor_, facts);
    return cursor_.state;
}

void StateTimeline::extend(std::size_t facts, std::size_t budget) {
    facts = std::min(facts, trace_->size());
    const std::size_t end = std::min(facts, head_.facts + budget);
    while (head_.facts < end) {
        moveTo(head_, std::min(end, keyframes_.back().facts + kKeyframeSpacing));
        if (head_.facts == keyframes_.back().facts + kKeyframeSpacing) {
            keyframes_.push_back(head_);
        }
    }
}

} // namespace roundtrip
