#include "core/scene/link_parameters.h"
#include "core/scene/topology_edit.h"
#include "core/scene/world.h"

#include <algorithm>
#include <set>
#include <utility>

namespace roundtrip {

namespace {

using Change = TopologyChanged::Change;

/// For ids of two bytes; the last number means none.
constexpr std::size_t kMostThings = 0xFFFF;

} // namespace

tl::expected<void, Error> World::edit(const Command& command) {
    tl::expected<Scene, Error> next = edited(scene_, command);
    if (!next) {
        return tl::unexpected(next.error());
    }
    if (const auto reused = reusedId(*roster_, *next)) {
        return tl::unexpected(Error{"reused-id", {*reused}, ""});
    }
    const TopologyDifference fresh = differenceBetween(*roster_, *next);
    if (roster_->nodes.size() + fresh.addedNodes.size() > kMostThings ||
        roster_->links.size() + fresh.addedLinks.size() > kMostThings) {
        return tl::unexpected(Error{"too-many-nodes", {std::to_string(kMostThings)}, ""});
    }
    recorder_.record(simulation_.now(), NodeId::none, RequestId::none, SpanId::none,
                     CommandGiven{recorder_.text(toJson(command).dump())});
    become(*next);
    return {};
}

/// A program that goes says good-bye over its lines before they go, too.
void World::become(const Scene& scene) {
    const TopologyDifference difference = differenceBetween(scene_, scene);
    roster_ = std::make_shared<Scene>(*roster_);
    for (const std::string& id : difference.removedNodes) {
        find(id)->retire();
    }
    for (const std::string& key : difference.removedLinks) {
        unjoin(*std::ranges::find(links_, key, &Joined::key));
    }
    std::ranges::for_each(difference.removedNodes, [this](const auto& id) { remove(id); });
    std::ranges::for_each(difference.addedNodes, [this](const auto& node) { add(node); });
    for (const SceneLink& link : difference.addedLinks) {
        addLink(link);
    }
    scene_ = scene;
    std::set<std::string_view> isNew;
    for (const SceneNode& node : difference.addedNodes) {
        isNew.insert(node.id);
        find(node.id)->start();
    }
    for (const SceneNode& node : scene_.nodes) {
        if (!isNew.contains(node.id)) {
            find(node.id)->linksChanged();
        }
    }
}

void World::remove(const std::string& node) {
    const NodeId id = find(node)->id();
    byKey_.erase(node);
    recordChange(Change::nodeRemoved, id, LinkId::none);
}

void World::unjoin(Joined& joined) {
    const SceneLink& link = *scene_.findLink(joined.key);
    Node& from = *find(link.from);
    Node& to = *find(link.to);
    from.linkLeaves(from.port(link.fromPort), joined.link->id());
    to.linkLeaves(to.port(link.toPort), joined.link->id());
    from.port(link.fromPort).disconnect(*joined.link);
    to.port(link.toPort).disconnect(*joined.link);
    joined.isThere = false;
    recordChange(Change::linkRemoved, NodeId::none, joined.link->id());
}

/// One that was here before keeps its number.
void World::add(const SceneNode& node) {
    const auto known = std::ranges::find(roster_->nodes, node.id, &SceneNode::id);
    const auto place = static_cast<std::size_t>(known - roster_->nodes.begin());
    const NodeId id{static_cast<std::uint16_t>(place)};
    recordChange(Change::nodeAdded, id, LinkId::none);
    if (known == roster_->nodes.end()) {
        roster_->nodes.push_back(node);
        nodes_.push_back(made(node, id));
    } else {
        goneNodes_.push_back(std::exchange(nodes_[place], made(node, id)));
        recordSettings(*goneNodes_.back(), *nodes_[place]);
    }
    byKey_.emplace(nodes_[place]->key(), nodes_[place].get());
}

void World::addLink(const SceneLink& link) {
    const auto known = std::ranges::find(links_, link.key(), &Joined::key);
    const auto place = static_cast<std::size_t>(known - links_.begin());
    const LinkId id{static_cast<std::uint16_t>(place)};
    recordChange(Change::linkAdded, NodeId::none, id);
    if (known == links_.end()) {
        roster_->links.push_back(link);
        links_.push_back(joined(link, id));
        return;
    }
    Joined anew = joined(link, id);
    const ParameterValues wanted = anew.values;
    anew.values = known->values;
    goneLinks_.push_back(std::move(known->link));
    *known = std::move(anew);
    for (const Parameter& parameter : linkParameters()) {
        if (known->values.value(parameter.name) != wanted.value(parameter.name)) {
            set(*known, parameter.name, wanted.value(parameter.name));
        }
    }
}

/// What is another setting than when the part was last there.
void World::recordSettings(const Node& before, const Node& now) {
    for (const Parameter& parameter : now.kind().parameters) {
        const nlohmann::json& old = before.setting(parameter.name);
        const nlohmann::json& value = now.setting(parameter.name);
        if (old != value) {
            recorder_.record(simulation_.now(), now.id(), RequestId::none, SpanId::none,
                             ParameterChanged{.parameter = recorder_.text(parameter.name),
                                              .before = recorder_.text(settingText(old)),
                                              .after = recorder_.text(settingText(value))});
        }
    }
}

void World::recordChange(Change change, NodeId node, LinkId link) {
    recorder_.record(simulation_.now(), node, RequestId::none, SpanId::none,
                     TopologyChanged{.change = change, .link = link});
}

} // namespace roundtrip
