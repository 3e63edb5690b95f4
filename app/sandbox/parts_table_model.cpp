#include "app/sandbox/parts_table_model.h"

#include "app/narration/command_words.h"
#include "app/narration/text_format.h"
#include "core/kernel/quantity.h"
#include "core/scene/link_parameters.h"
#include "core/scene/scene_edit.h"

namespace roundtrip {

namespace {

QString nameOf(const Scene& scene, const std::string& id) {
    return QString::fromStdString(scene.findNode(id)->name);
}

} // namespace

QString PartsTableModel::joinedWith(const std::string& id) const {
    QStringList names;
    for (const SceneLink& link : scene().links) {
        if (link.from == id) {
            names << QStringLiteral("→ ") + nameOf(scene(), link.to);
        } else if (link.to == id) {
            names << QStringLiteral("← ") + nameOf(scene(), link.from);
        }
    }
    return names.isEmpty() ? tr("nobody") : names.join(QStringLiteral(", "));
}

QString PartsTableModel::text(std::size_t row, int column) const {
    const SceneNode& node = scene().nodes[row];
    switch (column) {
    case nameColumn:
        return QString::fromStdString(node.name);
    case kindColumn:
        return coreText("parts", findKind(node.kind)->name);
    default:
        return joinedWith(node.id);
    }
}

bool PartsTableModel::write(std::size_t row, const QString& text) {
    document().renamePart(scene().nodes[row].id, text.toStdString());
    return !text.isEmpty();
}

QString PartsTableModel::header(int column) const {
    return column == nameColumn   ? tr("Part")
           : column == kindColumn ? tr("Kind")
                                  : tr("Joined with");
}

QString LinksTableModel::text(std::size_t row, int column) const {
    const SceneLink& link = scene().links[row];
    if (column == latencyColumn) {
        const nlohmann::json latency = settingOf(scene(), link.key(), "latency");
        return QString::fromStdString(latency.is_string() ? latency.get<std::string>()
                                                          : latency.dump());
    }
    return nameOf(scene(), column == fromColumn ? link.from : link.to);
}

bool LinksTableModel::write(std::size_t row, const QString& text) {
    const nlohmann::json latency = text.toStdString();
    const bool fits = checkValue(*findLinkParameter("latency"), latency).empty();
    if (fits) {
        document().setParameter(scene().links[row].key(), "latency", latency);
    }
    return fits;
}

QString LinksTableModel::header(int column) const {
    return column == fromColumn ? tr("From")
           : column == toColumn ? tr("To")
                                : tr("Time on the way");
}

QString ScheduleTableModel::text(std::size_t row, int column) const {
    const Command& command = scene().schedule[row];
    switch (column) {
    case timeColumn:
        return QString::fromStdString(durationText(command.at));
    case targetColumn:
        return targetWords(scene(), command.target);
    default:
        return actionWords(scene(), command);
    }
}

bool ScheduleTableModel::write(std::size_t row, const QString& text) {
    const auto at = parseDuration(text.toStdString());
    if (at) {
        std::vector<Command> schedule = scene().schedule;
        schedule[row].at = *at;
        document().setSchedule(std::move(schedule));
    }
    return at.has_value();
}

QString ScheduleTableModel::header(int column) const {
    return column == timeColumn     ? tr("When")
           : column == targetColumn ? tr("To whom")
                                    : tr("What happens");
}

} // namespace roundtrip
