#include "app/sandbox/sandbox_document.h"

#include "app/narration/text_format.h"
#include "app/sandbox/commands/add_parts.h"
#include "app/sandbox/commands/change_groups.h"
#include "app/sandbox/commands/change_requests.h"
#include "app/sandbox/commands/change_schedule.h"
#include "app/sandbox/commands/change_setting.h"
#include "app/sandbox/commands/color_parts.h"
#include "app/sandbox/commands/exchange_scene.h"
#include "app/sandbox/commands/move_parts.h"
#include "app/sandbox/commands/remove_parts.h"
#include "app/sandbox/commands/rename_part.h"
#include "app/sandbox/commands/write_note.h"
#include "core/scene/scene_edit.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

/// "app_server", "app_server_2" and so on: the first that `isTaken` does not know.
template <class IsTaken>
std::string firstFree(const std::string& wanted, const std::string& joint, IsTaken isTaken) {
    std::string name = wanted;
    for (int number = 2; isTaken(name); ++number) {
        name = wanted + joint + std::to_string(number);
    }
    return name;
}

/// Without a number at its end: a copy of "App server 2" is "App server 3".
std::string withoutNumber(std::string name, char joint) {
    const std::size_t last = name.find_last_not_of("0123456789");
    const bool endsInNumber = last != std::string::npos && last + 1 < name.size();
    if (endsInNumber && name[last] == joint && last > 0) {
        name.resize(last);
    }
    return name;
}

} // namespace

SandboxDocument::SandboxDocument(QObject* parent) : QObject(parent) {
    connect(&undo_, &QUndoStack::cleanChanged, this, &SandboxDocument::titleChanged);
}

SandboxDocument::~SandboxDocument() {
    undo_.disconnect(); // it tells that it gets empty, and there is nobody left to hear it
}

void SandboxDocument::replace(Scene scene, QString file, bool isNew) {
    scene_ = std::move(scene);
    file_ = std::move(file);
    undo_.clear();
    if (isNew) {
        undo_.resetClean();
    }
    emit replaced();
    emit titleChanged();
}

QString SandboxDocument::name() const {
    if (!file_.isEmpty()) {
        return QFileInfo(file_).completeBaseName();
    }
    return scene_.title.empty() ? tr("Untitled") : QString::fromStdString(scene_.title);
}

tl::expected<void, Error> SandboxDocument::saveAs(const QString& file) {
    QSaveFile target(file);
    const std::string text = writeScene(scene_);
    const auto size = static_cast<qint64>(text.size());
    if (!target.open(QIODevice::WriteOnly) || target.write(text.data(), size) != size ||
        !target.commit()) {
        return tl::unexpected(
            Error{"cannot-write", {file.toStdString(), target.errorString().toStdString()}, ""});
    }
    file_ = file;
    undo_.setClean();
    emit titleChanged();
    return {};
}

void SandboxDocument::push(SceneCommand* command) {
    undo_.push(command);
}

std::string SandboxDocument::newId(const std::string& wanted, const Scene& taken) const {
    return firstFree(withoutNumber(wanted, '_'), "_", [&](const std::string& id) {
        return scene_.findNode(id) != nullptr || taken.findNode(id) != nullptr ||
               scene_.findNote(id) != nullptr || taken.findNote(id) != nullptr;
    });
}

std::string SandboxDocument::newName(const std::string& wanted, const Scene& taken) const {
    return firstFree(withoutNumber(wanted, ' '), " ", [&](const std::string& name) {
        return std::ranges::find(scene_.nodes, name, &SceneNode::name) != scene_.nodes.end() ||
               std::ranges::find(taken.nodes, name, &SceneNode::name) != taken.nodes.end();
    });
}

SceneNode SandboxDocument::newPart(const NodeKind& kind, const QPointF& at) const {
    SceneNode node;
    node.kind = kind.id;
    node.id = newId(kind.id, {});
    node.name = newName(coreText("parts", kind.name).toStdString(), {});
    node.x = at.x();
    node.y = at.y();
    return node;
}

std::string SandboxDocument::addPart(const NodeKind& kind, const QPointF& at) {
    Scene added;
    added.nodes.push_back(newPart(kind, at));
    std::string id = added.nodes.front().id;
    const QString text = tr("add %1").arg(QString::fromStdString(added.nodes.front().name));
    push(new AddParts(*this, std::move(added), text));
    return id;
}

std::string SandboxDocument::addJoined(const NodeKind& kind, const QPointF& at,
                                       const std::string& with) {
    Scene added;
    added.nodes.push_back(newPart(kind, at));
    std::string id = added.nodes.front().id;
    const NodeKind& other = *findKind(scene_.findNode(with)->kind);
    if (const auto ports = joinedPorts(kind, other)) {
        added.links.push_back({id, with, ports->from, ports->to});
    } else if (const auto back = joinedPorts(other, kind)) {
        added.links.push_back({with, id, back->from, back->to});
    }
    const QString text = tr("add %1").arg(QString::fromStdString(added.nodes.front().name));
    push(new AddParts(*this, std::move(added), text));
    return id;
}

PartSelection SandboxDocument::addParts(const Scene& fragment, const QPointF& by) {
    Scene added;
    std::map<std::string, std::string> renamed;
    PartSelection selection;
    for (SceneNode node : fragment.nodes) {
        const std::string id = newId(node.id, added);
        renamed.emplace(std::exchange(node.id, id), id);
        node.name = newName(node.name, added);
        node.x += by.x();
        node.y += by.y();
        selection.parts.insert(id);
        added.nodes.push_back(std::move(node));
    }
    for (SceneLink link : fragment.links) {
        link.from = renamed.at(link.from);
        link.to = renamed.at(link.to);
        added.links.push_back(std::move(link));
    }
    for (SceneNote note : fragment.notes) {
        note.id = newId(note.id, added);
        note.x += by.x();
        note.y += by.y();
        selection.notes.insert(note.id);
        added.notes.push_back(std::move(note));
    }
    for (SceneGroup group : fragment.groups) {
        group.id = firstFree("group", "_", [&](const std::string& id) {
            return scene_.findGroup(id) != nullptr || added.findGroup(id) != nullptr;
        });
        std::ranges::transform(group.members, group.members.begin(),
                               [&renamed](const auto& member) { return renamed.at(member); });
        added.groups.push_back(std::move(group));
    }
    const auto count = static_cast<int>(added.nodes.size());
    if (!selection.isEmpty()) {
        const QString text = count > 0 ? tr("add %n part(s)", nullptr, count) : tr("add a note");
        push(new AddParts(*this, std::move(added), text));
    }
    return selection;
}

void SandboxDocument::remove(const PartSelection& selection) {
    PartSelection known;
    std::ranges::copy_if(selection.parts, std::inserter(known.parts, known.parts.end()),
                         [this](const auto& id) { return scene_.findNode(id) != nullptr; });
    std::ranges::copy_if(selection.links, std::inserter(known.links, known.links.end()),
                         [this](const auto& key) { return scene_.findLink(key) != nullptr; });
    std::ranges::copy_if(selection.notes, std::inserter(known.notes, known.notes.end()),
                         [this](const auto& id) { return scene_.findNote(id) != nullptr; });
    if (known.isEmpty()) {
        return;
    }
    const auto parts = static_cast<int>(known.parts.size());
    const QString text = parts > 0             ? tr("remove %n part(s)", nullptr, parts)
                         : known.links.empty() ? tr("remove a note")
                                               : tr("disconnect");
    push(new RemoveParts(*this, std::move(known), text));
}

void SandboxDocument::moveParts(const std::map<std::string, QPointF>& places, int drag) {
    if (places.empty()) {
        return;
    }
    push(new MoveParts(*this, places, drag,
                       tr("move %n part(s)", nullptr, static_cast<int>(places.size()))));
}

std::optional<SceneLink> SandboxDocument::linkBetween(const std::string& one,
                                                      const std::string& other) const {
    for (const auto& [from, to] : {std::pair(one, other), std::pair(other, one)}) {
        const SceneNode* start = scene_.findNode(from);
        const SceneNode* end = scene_.findNode(to);
        if (from == to || start == nullptr || end == nullptr) {
            continue;
        }
        if (const auto ports = joinedPorts(*findKind(start->kind), *findKind(end->kind))) {
            SceneLink link;
            link.from = from;
            link.to = to;
            link.fromPort = ports->from;
            link.toPort = ports->to;
            return link;
        }
    }
    return std::nullopt;
}

bool SandboxDocument::connectParts(const std::string& one, const std::string& other) {
    auto link = linkBetween(one, other);
    if (!link || scene_.findLink(link->key()) != nullptr) {
        return false;
    }
    const QString text = tr("connect %1 with %2")
                             .arg(QString::fromStdString(scene_.findNode(link->from)->name),
                                  QString::fromStdString(scene_.findNode(link->to)->name));
    Scene added;
    added.links.push_back(std::move(*link));
    push(new AddParts(*this, std::move(added), text));
    return true;
}

void SandboxDocument::setParameter(const std::string& target, const std::string& parameter,
                                   nlohmann::json value) {
    const nlohmann::json now = settingOf(scene_, target, parameter);
    if (now == value) {
        return;
    }
    const Parameter* known = parameterOf(scene_, target, parameter);
    push(new ChangeSetting(*this, target, parameter, std::move(value),
                           tr("change \"%1\"").arg(coreText("parameters", known->label))));
}

void SandboxDocument::renamePart(const std::string& id, const std::string& name) {
    const SceneNode* node = scene_.findNode(id);
    if (node != nullptr && node->name != name && !name.empty()) {
        push(new RenamePart(*this, id, name,
                            tr("rename %1").arg(QString::fromStdString(node->name))));
    }
}

void SandboxDocument::colorParts(const std::set<std::string>& ids, const std::string& color) {
    const bool changes = std::ranges::any_of(ids, [&](const std::string& id) {
        const auto differs = [&color](const auto* thing) {
            return thing != nullptr && thing->color != color;
        };
        return differs(scene_.findNode(id)) || differs(scene_.findNote(id)) ||
               differs(scene_.findGroup(id));
    });
    if (changes) {
        push(new ColorParts(*this, ids, color,
                            tr("colour %n part(s)", nullptr, static_cast<int>(ids.size()))));
    }
}

std::string SandboxDocument::addNote(const QPointF& at) {
    SceneNote note;
    note.id = newId("note", {});
    note.x = at.x();
    note.y = at.y();
    note.color = "yellow";
    std::string id = note.id;
    Scene added;
    added.notes.push_back(std::move(note));
    push(new AddParts(*this, std::move(added), tr("add a note")));
    return id;
}

void SandboxDocument::writeNote(const std::string& id, const std::string& words) {
    const SceneNote* note = scene_.findNote(id);
    if (note != nullptr && note->text != words) {
        push(new WriteNote(*this, id, words, tr("write a note")));
    }
}

std::string SandboxDocument::newGroupId() const {
    return firstFree("group", "_",
                     [this](const std::string& id) { return scene_.findGroup(id) != nullptr; });
}

std::vector<SceneGroup> SandboxDocument::groupsWithout(const std::set<std::string>& parts) const {
    std::vector<SceneGroup> groups = scene_.groups;
    for (SceneGroup& group : groups) {
        std::erase_if(group.members, [&parts](const auto& id) { return parts.contains(id); });
    }
    std::erase_if(groups, [](const SceneGroup& group) { return group.members.empty(); });
    return groups;
}

std::string SandboxDocument::groupParts(const std::set<std::string>& parts) {
    SceneGroup group;
    for (const SceneNode& node : scene_.nodes) {
        if (parts.contains(node.id)) {
            group.members.push_back(node.id);
        }
    }
    if (group.members.empty()) {
        return {};
    }
    std::vector<SceneGroup> groups = groupsWithout(parts);
    group.id = newGroupId();
    group.name = tr("Group").toStdString();
    std::string id = group.id;
    groups.push_back(std::move(group));
    push(new ChangeGroups(*this, std::move(groups), tr("group parts")));
    return id;
}

void SandboxDocument::ungroupParts(const std::set<std::string>& parts) {
    std::vector<SceneGroup> groups = scene_.groups;
    std::erase_if(groups, [&parts](const SceneGroup& group) {
        return std::ranges::any_of(group.members,
                                   [&parts](const auto& id) { return parts.contains(id); });
    });
    if (groups.size() != scene_.groups.size()) {
        push(new ChangeGroups(*this, std::move(groups), tr("ungroup parts")));
    }
}

void SandboxDocument::renameGroup(const std::string& id, const std::string& name) {
    std::vector<SceneGroup> groups = scene_.groups;
    const auto found = std::ranges::find(groups, id, &SceneGroup::id);
    if (found != groups.end() && found->name != name) {
        found->name = name;
        push(new ChangeGroups(*this, std::move(groups), tr("rename a group")));
    }
}

void SandboxDocument::keepRequest(SceneRequest request) {
    std::vector<SceneRequest> requests = scene_.requests;
    const auto found = std::ranges::find(requests, request.name, &SceneRequest::name);
    if (found == requests.end()) {
        requests.push_back(std::move(request));
    } else {
        *found = std::move(request);
    }
    if (requests != scene_.requests) {
        push(new ChangeRequests(*this, std::move(requests), tr("keep a request")));
    }
}

void SandboxDocument::dropRequest(const std::string& name) {
    std::vector<SceneRequest> requests = scene_.requests;
    if (std::erase_if(requests, [&name](const auto& one) { return one.name == name; }) > 0) {
        push(new ChangeRequests(*this, std::move(requests), tr("drop a request")));
    }
}

void SandboxDocument::exchange(const Scene& scene) {
    if (scene != scene_) {
        push(new ExchangeScene(*this, scene, tr("another scene")));
    }
}

void SandboxDocument::setSchedule(std::vector<Command> schedule) {
    sortByTime(schedule);
    if (schedule != scene_.schedule) {
        push(new ChangeSchedule(*this, std::move(schedule), tr("change the schedule")));
    }
}

Scene SandboxDocument::fragment(const PartSelection& selection) const {
    Scene copied;
    std::ranges::copy_if(scene_.nodes, std::back_inserter(copied.nodes),
                         [&](const SceneNode& node) { return selection.parts.contains(node.id); });
    std::ranges::copy_if(
        scene_.links, std::back_inserter(copied.links), [&](const SceneLink& link) {
            return selection.parts.contains(link.from) && selection.parts.contains(link.to);
        });
    std::ranges::copy_if(scene_.notes, std::back_inserter(copied.notes),
                         [&](const SceneNote& note) { return selection.notes.contains(note.id); });
    std::ranges::copy_if(
        scene_.groups, std::back_inserter(copied.groups), [&](const SceneGroup& group) {
            return std::ranges::all_of(group.members, [&selection](const auto& id) {
                return selection.parts.contains(id);
            });
        });
    return copied;
}

} // namespace roundtrip
