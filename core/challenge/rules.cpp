#include "core/challenge/judge.h"
#include "core/nodes/node_kind.h"
#include "core/scene/link_parameters.h"

#include <algorithm>
#include <set>
#include <string>

namespace roundtrip {

namespace {

nlohmann::json settingIn(const nlohmann::json& written, const Parameter& parameter) {
    const auto found = written.find(parameter.name);
    return found == written.end() ? parameter.fallback : *found;
}

class Rules {
  public:
    Rules(const Challenge& challenge, const Scene& solution)
        : challenge_(challenge), solution_(solution) {}

    Problems look() {
        lookAtFixed();
        for (const SceneNode& node : solution_.nodes) {
            lookAtPart(node);
        }
        for (const SceneLink& link : solution_.links) {
            lookAtLink(link);
        }
        return std::move(broken_);
    }

  private:
    /// Parts that must be there: those that stay as they are, and those to which something happens.
    [[nodiscard]] std::set<std::string> neededParts() const {
        std::set<std::string> needed = challenge_.fixed;
        for (const Command& command : challenge_.scene.schedule) {
            if (challenge_.scene.findNode(command.target) != nullptr) {
                needed.insert(command.target);
            }
        }
        return needed;
    }

    /// Whether a line of the challenge's scene must be there.
    [[nodiscard]] bool isNeeded(const SceneLink& link) const {
        return (challenge_.fixed.contains(link.from) && challenge_.fixed.contains(link.to)) ||
               std::ranges::any_of(challenge_.scene.schedule, [&](const Command& command) {
                   return command.target == link.key();
               });
    }

    void lookAtFixed() {
        for (const std::string& id : neededParts()) {
            const SceneNode& wanted = *challenge_.scene.findNode(id);
            const SceneNode* given = solution_.findNode(id);
            if (given == nullptr || given->kind != wanted.kind) {
                broken_.push_back({"fixed-part-missing", {wanted.name}, id});
            }
        }
        for (const SceneLink& link : challenge_.scene.links) {
            if (isNeeded(link) && solution_.findLink(link.key()) == nullptr) {
                broken_.push_back({"fixed-link-missing",
                                   {challenge_.scene.findNode(link.from)->name,
                                    challenge_.scene.findNode(link.to)->name},
                                   link.key()});
            }
        }
    }

    [[nodiscard]] bool isFree(const std::string& kind, const std::string& parameter) const {
        const auto found = challenge_.settings.find(kind);
        return found != challenge_.settings.end() && found->second.contains(parameter);
    }

    /// What a part's settings are held against: the same part, else any of its kind.
    [[nodiscard]] std::vector<const SceneNode*> modelsFor(const SceneNode& node) const {
        const SceneNode* same = challenge_.scene.findNode(node.id);
        if (same != nullptr && same->kind == node.kind) {
            return {same};
        }
        std::vector<const SceneNode*> models;
        for (const SceneNode& other : challenge_.scene.nodes) {
            if (other.kind == node.kind) {
                models.push_back(&other);
            }
        }
        return models;
    }

    void lookAtPart(const SceneNode& node) {
        const NodeKind& kind = *findKind(node.kind);
        const auto models = modelsFor(node);
        const bool isNew = challenge_.scene.findNode(node.id) == nullptr;
        if (isNew && !challenge_.parts.contains(node.kind)) {
            broken_.push_back({"kind-not-allowed", {node.name, kind.name}, node.id});
        }
        const bool isFixed = challenge_.fixed.contains(node.id);
        for (const Parameter& parameter : kind.parameters) {
            if (!isFixed && isFree(node.kind, parameter.name)) {
                continue;
            }
            const nlohmann::json given = settingIn(node.parameters, parameter);
            const bool isAsModel = std::ranges::any_of(models, [&](const SceneNode* model) {
                return settingIn(model->parameters, parameter) == given;
            });
            if (!isAsModel && (!models.empty() || given != parameter.fallback)) {
                broken_.push_back({"setting-not-free", {node.name, parameter.label}, node.id});
            }
        }
    }

    /// A line that is new is as usual, or as one between parts of the same kinds.
    void lookAtLink(const SceneLink& link) {
        const auto kindOf = [](const Scene& scene, const std::string& id) {
            return scene.findNode(id)->kind;
        };
        for (const Parameter& parameter : linkParameters()) {
            if (isFree("link", parameter.name)) {
                continue;
            }
            const nlohmann::json given = settingIn(link.parameters, parameter);
            const SceneLink* same = challenge_.scene.findLink(link.key());
            bool fits = same != nullptr ? settingIn(same->parameters, parameter) == given
                                        : given == parameter.fallback;
            for (const SceneLink& other : challenge_.scene.links) {
                fits =
                    fits || (same == nullptr &&
                             kindOf(challenge_.scene, other.from) == kindOf(solution_, link.from) &&
                             kindOf(challenge_.scene, other.to) == kindOf(solution_, link.to) &&
                             settingIn(other.parameters, parameter) == given);
            }
            if (!fits) {
                const std::string name = solution_.findNode(link.from)->name + " \u2192 " +
                                         solution_.findNode(link.to)->name;
                broken_.push_back({"setting-not-free", {name, parameter.label}, link.key()});
            }
        }
    }

    const Challenge& challenge_;
    const Scene& solution_;
    Problems broken_;
};

} // namespace

Problems brokenRules(const Challenge& challenge, const Scene& solution) {
    return Rules(challenge, solution).look();
}

} // namespace roundtrip
