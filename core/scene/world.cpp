#include "core/scene/world.h"

#include "core/kernel/json_object.h"
#include "core/kernel/process.h"
#include "core/scene/link_parameters.h"
#include "core/scene/topology_edit.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

World::World(const Scene& scene, std::uint64_t seed, std::shared_ptr<Trace> trace,
             RecordingLevel level)
    : schedule_(scene.schedule), scene_(scene), roster_(std::make_shared<Scene>(scene)),
      trace_(std::move(trace)),
      recorder_(trace_, level), context_{simulation_, recorder_, dataClock_, seed, {}, {}, {}, {}} {
    for (const SceneNode& node : scene.nodes) {
        nodes_.push_back(made(node, NodeId{static_cast<std::uint16_t>(nodes_.size())}));
        byKey_.emplace(nodes_.back()->key(), nodes_.back().get());
    }
    for (const SceneLink& link : scene.links) {
        links_.push_back(joined(link, LinkId{static_cast<std::uint16_t>(links_.size())}));
    }
    fillContext();
    for (const auto& node : nodes_) {
        node->start();
    }
    context_.hasBegun = true;
    if (!schedule_.empty()) {
        simulation_.spawn(followSchedule());
    }
}

void World::fillContext() {
    context_.nodeOf = [this](std::string_view key) {
        const Node* node = find(key);
        return node == nullptr ? NodeId::none : node->id();
    };
    context_.linkOf = [this](std::string_view key) {
        const auto found = std::ranges::find(links_, key, &Joined::key);
        return found == links_.end() || !found->isThere ? nullptr : found->link.get();
    };
    context_.keyOf = [this](NodeId id) -> std::string_view { return nodes_[indexOf(id)]->key(); };
    context_.loadOf = [this](NodeId id) { return nodes_[indexOf(id)]->stationLoad(); };
}

/// What speaks to a part that is gone by then is left out.
Process World::followSchedule() {
    for (const Command& command : schedule_) {
        const SimTime pause = command.at - simulation_.now();
        co_await simulation_.delay(pause);
        const bool isThere = scene_.findNode(command.target) != nullptr ||
                             scene_.findLink(command.target) != nullptr;
        if (!isThere) {
            continue;
        }
        if (const auto done = perform(command); !done) {
            simulation_.fail(done.error().code);
        }
    }
}

std::unique_ptr<Node> World::made(const SceneNode& node, NodeId id) {
    return findKind(node.kind)->make(
        context_, {.id = id, .key = node.id, .name = node.name, .parameters = node.parameters});
}

World::Joined World::joined(const SceneLink& link, LinkId id) {
    ParameterValues values(linkParameters(), link.parameters);
    const LinkSetup setup = linkSetup(id, values);
    Port& from = find(link.from)->port(link.fromPort);
    Port& to = find(link.to)->port(link.toPort);
    return {link.key(), std::move(values), std::make_unique<Link>(context_, setup, from, to)};
}

Node* World::find(std::string_view key) const {
    const auto found = byKey_.find(key);
    return found == byKey_.end() ? nullptr : found->second;
}

tl::expected<void, Error> World::perform(const Command& command) {
    if (isEdit(command)) {
        return edit(command);
    }
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
    set(joined, memberText(arguments, "parameter"), memberOf(arguments, "value"));
}

void World::set(Joined& joined, const std::string& name, const nlohmann::json& value) {
    const std::string before = settingText(joined.values.value(name));
    joined.values.set(name, value);
    recorder_.record(simulation_.now(), NodeId::none, RequestId::none, SpanId::none,
                     ParameterChanged{.parameter = recorder_.text(joined.key + " " + name),
                                      .before = recorder_.text(before),
                                      .after = recorder_.text(settingText(value))});
    joined.link->change(linkSetup(joined.link->id(), joined.values));
}

bool World::neverRests() const {
    return std::ranges::any_of(byKey_,
                               [](const auto& entry) { return entry.second->neverRests(); });
}

} // namespace roundtrip
