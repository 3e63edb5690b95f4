#include "core/scene/command_check.h"

#include "core/kernel/quantity.h"
#include "core/nodes/node_kind.h"
#include "core/scene/link_parameters.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace roundtrip {

namespace {

tl::expected<void, Error> checkLinkCommand(const std::string& action,
                                           const nlohmann::json& arguments) {
    if (const std::vector<std::string> actions{"set"}; action != actions.front()) {
        return tl::unexpected(Error{"unknown-action", {action, nearestWord(action, actions)}, ""});
    }
    const std::string name = memberText(arguments, "parameter");
    if (const Parameter* parameter = findLinkParameter(name)) {
        const Problems problems = checkValue(*parameter, memberOf(arguments, "value"));
        return problems.empty() ? tl::expected<void, Error>() : tl::unexpected(problems.front());
    }
    std::vector<std::string> known;
    std::ranges::transform(linkParameters(), std::back_inserter(known), &Parameter::name);
    return tl::unexpected(Error{"unknown-parameter", {name, nearestWord(name, known)}, ""});
}

} // namespace

nlohmann::json toJson(const Command& command) {
    return {
        {"target", command.target}, {"action", command.action}, {"arguments", command.arguments}};
}

tl::expected<void, Error> checkCommand(const Scene& scene, const Command& command) {
    if (const SceneNode* node = scene.findNode(command.target)) {
        return checkAction(*findKind(node->kind), command.action, command.arguments);
    }
    if (scene.findLink(command.target) != nullptr) {
        return checkLinkCommand(command.action, command.arguments);
    }
    std::vector<std::string> ids;
    std::ranges::transform(scene.nodes, std::back_inserter(ids), &SceneNode::id);
    return tl::unexpected(
        Error{"unknown-node", {command.target, nearestWord(command.target, ids)}, ""});
}

void checkGiven(const Command& command, const Scene& scene, JsonObject& object) {
    const bool isWhole = !command.target.empty() && !command.action.empty();
    if (const auto checked = checkCommand(scene, command); isWhole && !checked) {
        const Error& error = checked.error();
        std::vector<std::string> args{command.action, error.code};
        args.insert(args.end(), error.args.begin(), error.args.end());
        object.report("bad-command", std::move(args));
    }
}

Command readCommand(JsonObject& object, const Scene& scene) {
    Command command;
    command.target = object.requiredText("target");
    command.action = object.requiredText("action");
    if (const nlohmann::json* arguments = object.find("arguments")) {
        command.arguments = *arguments;
    }
    checkGiven(command, scene, object);
    return command;
}

} // namespace roundtrip
