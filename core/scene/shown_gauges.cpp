#include "core/scene/shown_gauges.h"

#include "core/nodes/node_kind.h"

#include <algorithm>

namespace roundtrip {

namespace {

bool isAboveZero(const SceneNode& node, const Parameter& parameter) {
    const auto given = node.parameters.find(parameter.name);
    const nlohmann::json& value = given == node.parameters.end() ? parameter.fallback : *given;
    return value.is_number() && value > 0;
}

} // namespace

ShownGauges::ShownGauges(const Scene& scene) {
    for (const SceneLink& link : scene.links) {
        joined_[link.from].push_back(link.fromPort);
        joined_[link.to].push_back(link.toPort);
    }
}

bool ShownGauges::isLinked(std::string_view node, std::string_view port) const {
    const auto found = joined_.find(node);
    return found != joined_.end() && std::ranges::find(found->second, port) != found->second.end();
}

std::vector<std::size_t> ShownGauges::of(const SceneNode& node) const {
    std::vector<std::size_t> shown;
    const NodeKind& kind = *findKind(node.kind);
    for (std::size_t i = 0; i < kind.gauges.size(); ++i) {
        const std::string& needs = kind.gauges[i].needs;
        const Parameter* parameter = kind.findParameter(needs);
        const bool isMeant =
            parameter == nullptr ? isLinked(node.id, needs) : isAboveZero(node, *parameter);
        if (needs.empty() || isMeant) {
            shown.push_back(i);
        }
    }
    return shown;
}

} // namespace roundtrip
