#include "app/narration/command_words.h"

#include "app/narration/text_format.h"
#include "core/kernel/json_object.h"
#include "core/scene/link_parameters.h"
#include "core/scene/scene_edit.h"

#include <QCoreApplication>

#include <algorithm>

namespace roundtrip {

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("Commands", text);
}

QString withValue(const QString& name, const Parameter* parameter, const Command& command) {
    const std::string written = memberText(command.arguments, "parameter");
    return QStringLiteral("%1 \u00b7 %2: %3")
        .arg(name,
             parameter == nullptr ? QString::fromStdString(written)
                                  : coreText("parameters", parameter->label),
             parameter == nullptr
                 ? QString()
                 : settingValueText(*parameter, memberOf(command.arguments, "value")));
}

} // namespace

QString settingValueText(const Parameter& parameter, const nlohmann::json& value) {
    if (parameter.type == ParameterType::boolean) {
        return value == true ? words(QT_TRANSLATE_NOOP("Commands", "on"))
                             : words(QT_TRANSLATE_NOOP("Commands", "off"));
    }
    if (parameter.type == ParameterType::document) {
        return words(QT_TRANSLATE_NOOP("Commands", "new"));
    }
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

QString targetWords(const Scene& scene, const std::string& target) {
    if (const SceneNode* node = scene.findNode(target)) {
        return QString::fromStdString(node->name);
    }
    const SceneLink* link = scene.findLink(target);
    return link == nullptr ? QString::fromStdString(target)
                           : QStringLiteral("%1 \u2192 %2")
                                 .arg(targetWords(scene, link->from), targetWords(scene, link->to));
}

QString actionWords(const Scene& scene, const Command& command) {
    if (command.action == "set") {
        const std::string name = memberText(command.arguments, "parameter");
        const Parameter* parameter = parameterOf(scene, command.target, name);
        return parameter == nullptr
                   ? QString::fromStdString(name)
                   : QStringLiteral("%1: %2").arg(
                         coreText("parameters", parameter->label),
                         settingValueText(*parameter, memberOf(command.arguments, "value")));
    }
    const SceneNode* node = scene.findNode(command.target);
    const ActionInfo* action =
        node == nullptr ? nullptr : findKind(node->kind)->findAction(command.action);
    if (action == nullptr) {
        return QString::fromStdString(command.action);
    }
    QStringList details;
    for (const Parameter& argument : action->arguments) {
        const auto given = command.arguments.find(argument.name);
        if (given != command.arguments.end() && *given != argument.fallback) {
            details << QStringLiteral("%1: %2").arg(coreText("parameters", argument.label),
                                                    settingValueText(argument, *given));
        }
    }
    const QString label = coreText("actions", action->label);
    return details.isEmpty()
               ? label
               : QStringLiteral("%1 (%2)").arg(label, details.join(QStringLiteral(", ")));
}

QString commandLabel(const Scene& scene, const Narrator& narrator, const Command& command) {
    const std::string setting = memberText(command.arguments, "parameter");
    const auto link = std::ranges::find(scene.links, command.target, &SceneLink::key);
    if (link != scene.links.end()) {
        const auto number = static_cast<std::uint16_t>(link - scene.links.begin());
        return withValue(narrator.linkName(LinkId{number}), findLinkParameter(setting), command);
    }
    const auto node = std::ranges::find(scene.nodes, command.target, &SceneNode::id);
    if (node == scene.nodes.end()) {
        return QString::fromStdString(command.target);
    }
    const QString name =
        narrator.nodeName(NodeId{static_cast<std::uint16_t>(node - scene.nodes.begin())});
    const NodeKind& kind = *findKind(node->kind);
    if (command.action == "set") {
        return withValue(name, kind.findParameter(setting), command);
    }
    const ActionInfo* action = kind.findAction(command.action);
    return QStringLiteral("%1 \u00b7 %2")
        .arg(name, action == nullptr ? QString::fromStdString(command.action)
                                     : coreText("actions", action->label));
}

} // namespace roundtrip
