#include "core/scene/world.h"

#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

nlohmann::json toJson(const Command& command) {
    return {
        {"target", command.target}, {"action", command.action}, {"arguments", command.arguments}};
}

World::World(const Scene& scene, std::uint64_t seed, std::shared_ptr<Trace> trace,
             RecordingLevel level)
    : trace_(std::move(trace)),
      recorder_(trace_, level), context_{simulation_, recorder_, dataClock_, seed} {
    for (const SceneNode& node : scene.nodes) {
        nodes_.push_back(findKind(node.kind)->make(
            context_, {.id = NodeId{static_cast<std::uint16_t>(nodes_.size())},
                       .key = node.id,
                       .name = node.name,
                       .parameters = node.parameters}));
        byKey_.emplace(nodes_.back()->key(), nodes_.back().get());
    }
    for (const SceneLink& link : scene.links) {
        join(link, LinkId{static_cast<std::uint16_t>(links_.size())});
    }
    for (const auto& node : nodes_) {
        node->start();
    }
}

void World::join(const SceneLink& link, LinkId id) {
    const LinkSetup setup{.id = id,
                          .latency = readDistribution(link.latency).value_or(Distribution()),
                          .bandwidthBitsPerSecond = link.bandwidth};
    Port& from = find(link.from)->port(link.fromPort);
    Port& to = find(link.to)->port(link.toPort);
    links_.push_back({link.key(), std::make_unique<Link>(context_, setup, from, to)});
}

Node* World::find(std::string_view key) const {
    const auto found = byKey_.find(key);
    return found == byKey_.end() ? nullptr : found->second;
}

tl::expected<void, Error> World::perform(const Command& command) {
    Node* node = find(command.target);
    const auto link = std::ranges::find(links_, command.target, &Joined::key);
    if (node == nullptr && link == links_.end()) {
        std::vector<std::string> keys;
        for (const auto& known : nodes_) {
            keys.push_back(known->key());
        }
        return tl::unexpected(
            Error{"unknown-node", {command.target, nearestWord(command.target, keys)}, ""});
    }
    recorder_.record(simulation_.now(), node == nullptr ? NodeId::none : node->id(),
                     RequestId::none, SpanId::none,
                     CommandGiven{recorder_.text(toJson(command).dump())});
    return node == nullptr ? setLink(*link, command.arguments)
                           : node->perform(command.action, command.arguments);
}

tl::expected<void, Error> World::setLink(Joined& joined, const nlohmann::json& arguments) {
    const std::string name = memberText(arguments, "parameter");
    const nlohmann::json value = memberOf(arguments, "value");
    if (name == "latency") {
        const auto latency = readDistribution(value);
        if (!latency) {
            return tl::unexpected(latency.error());
        }
        joined.link->setLatency(*latency);
    } else if (name == "bandwidth" && value.is_number() && value >= 0) {
        joined.link->setBandwidth(value.get<double>());
    } else {
        const std::vector<std::string> known{"latency", "bandwidth"};
        return tl::unexpected(Error{"unknown-parameter", {name, nearestWord(name, known)}, ""});
    }
    recorder_.record(
        simulation_.now(), NodeId::none, RequestId::none, SpanId::none,
        ParameterChanged{
            .parameter = recorder_.text(joined.key + " " + name),
            .before = TextId::empty,
            .after = recorder_.text(value.is_string() ? value.get<std::string>() : value.dump())});
    return {};
}

} // namespace roundtrip
