#include "app/narration/narrator.h"
#include "core/kernel/json_object.h"

#include <algorithm>

namespace roundtrip {

namespace {

constexpr qsizetype kMostNames = 3;

} // namespace

/// "A, B and 4 more": of a large paste nobody reads every name.
QString Narrator::listed(QStringList names) {
    if (names.size() <= kMostNames) {
        return names.join(QStringLiteral(", "));
    }
    const auto others = static_cast<int>(names.size() - kMostNames);
    names.resize(kMostNames);
    return tr("%1 and %n more", nullptr, others).arg(names.join(QStringLiteral(", ")));
}

QString Narrator::nodeNamed(const std::string& id) const {
    const auto node = std::ranges::find(scene_->nodes, id, &SceneNode::id);
    return node == scene_->nodes.end()
               ? QString::fromStdString(id)
               : nodeName(NodeId{static_cast<std::uint16_t>(node - scene_->nodes.begin())});
}

/// Lines that go with their part are not told one by one.
QString Narrator::editSentence(const nlohmann::json& arguments) const {
    QStringList goneParts;
    QStringList goneLines;
    for (const nlohmann::json& name : memberOf(arguments, "remove")) {
        const std::string key = name.get<std::string>();
        if (const auto ends = key.find("->"); ends == std::string::npos) {
            goneParts << nodeNamed(key);
        } else {
            goneLines << nodeNamed(key.substr(0, ends)) + QStringLiteral(" \u2192 ") +
                             nodeNamed(key.substr(ends + 2));
        }
    }
    QStringList parts;
    for (const nlohmann::json& node : memberOf(arguments, "nodes")) {
        parts << nodeNamed(memberText(node, "id"));
    }
    QStringList lines;
    for (const nlohmann::json& link : memberOf(arguments, "links")) {
        lines << nodeNamed(memberText(link, "from")) + QStringLiteral(" \u2192 ") +
                     nodeNamed(memberText(link, "to"));
    }
    QStringList told;
    if (!goneParts.isEmpty()) {
        told << tr("You take away: %1.").arg(listed(goneParts));
    } else if (!goneLines.isEmpty()) {
        told << tr("You cut the line for good: %1.").arg(listed(goneLines));
    }
    if (!parts.isEmpty()) {
        told << tr("You add, while everything runs: %1.").arg(listed(parts));
    }
    if (!lines.isEmpty()) {
        told << tr("Joined now: %1.").arg(listed(lines));
    }
    return told.join(QLatin1Char(' '));
}

} // namespace roundtrip
