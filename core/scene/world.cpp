#include "core/scene/world.h"

#include "core/kernel/json_object.h"
#include "core/kernel/process.h"
#include "core/scene/link_parameters.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

World::World(const Scene& scene, std::uint64_t seed, std::shared_ptr<Trace> trace,
             RecordingLevel level)
    : scene_(scene), trace_(std::move(trace)),
      recorder_(trace_, level), context_{simulation_, recorder_, dataClock_, seed, {}, {}, {}, {}} {
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
    context_.nodeOf = [this](std::string_view key) {
        const Node* node = find(key);
        return node == nullptr ? NodeId::none : node->id();
    };
    context_.linkOf = [this](std::string_view key) {
        const auto found = std::ranges::find(links_, key, &Joined::key);
        return found == links_.end() ? nullptr : found->link.get();
    };
    context_.keyOf = [this](NodeId id) -> std::string_view { return nodes_[indexOf(id)]->key(); };
    context_.loadOf = [this](NodeId id) { return nodes_[indexOf(id)]->stationLoad(); };
    for (const auto& node : nodes_) {
        node->start();
    }
    if (!scene_.schedule.empty()) {
        simulation_.spawn(followSchedule());
    }
}

Process World::followSchedule() {
    for (const Command& command : scene_.schedule) {
        const SimTime pause = command.at - simulation_.now();
        co_await simulation_.delay(pause);
        if (const auto done = perform(command); !done) {
            simulation_.fail(done.error().code);
        }
    }
}

void World::join(const SceneLink& link, LinkId id) {
    ParameterValues values(linkParameters(), link.parameters);
    const LinkSetup setup = linkSetup(id, values);
    Port& from = find(link.from)->port(link.fromPort);
    Port& to = find(link.to)->port(link.toPort);
    links_.push_back(
        {link.key(), std::move(values), std::make_unique<Link>(context_, setup, from, to)});
}

Node* World::find(std::string_view key) const {
    const auto found = byKey_.find(key);
    return found == byKey_.end() ? nullptr : found->second;
}

tl::expected<void, Error> World::perform(const Command& command) {
    if (auto checked = checkCommand(scene_, command); !checked) {
        return checked;
    }
    Node* node = find(command.target);
    recorder_.record(simulation_.now(), node == nullptr ? NodeId::none : node->id(),
                     RequestId::none, SpanId::none,
                     CommandGiven{recorder_.text(toJson(command).dump())});
    if (node != nullptr) {
        return node->perform(command.action, command.arguments);
    }
    setLink(*std::ranges::find(links_, command.target, &Joined::key), command.arguments);
    return {};
}

void World::setLink(Joined& joined, const nlohmann::json& arguments) {
    const std::string name = memberText(arguments, "parameter");
    const nlohmann::json value = memberOf(arguments, "value");
    const auto textOf = [](const nlohmann::json& json) {
        return json.is_string() ? json.get<std::string>() : json.dump();
    };
    const std::string before = textOf(joined.values.value(name));
    joined.values.set(name, value);
    recorder_.record(simulation_.now(), NodeId::none, RequestId::none, SpanId::none,
                     ParameterChanged{.parameter = recorder_.text(joined.key + " " + name),
                                      .before = recorder_.text(before),
                                      .after = recorder_.text(textOf(value))});
    joined.link->change(linkSetup(joined.link->id(), joined.values));
}

bool World::neverRests() const {
    return std::ranges::any_of(nodes_, [](const auto& node) { return node->neverRests(); });
}

} // namespace roundtrip
