#include "app/sandbox/sandbox_document.h"

#include "app/narration/text_format.h"
#include "app/sandbox/commands/add_parts.h"
#include "app/sandbox/commands/change_setting.h"
#include "app/sandbox/commands/color_parts.h"
#include "app/sandbox/commands/move_parts.h"
#include "app/sandbox/commands/remove_parts.h"
#include "app/sandbox/commands/rename_part.h"
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
        return scene_.findNode(id) != nullptr || taken.findNode(id) != nullptr;
    });
}

std::string SandboxDocument::newName(const std::string& wanted, const Scene& taken) const {
    return firstFree(withoutNumber(wanted, ' '), " ", [&](const std::string& name) {
        return std::ranges::find(scene_.nodes, name, &SceneNode::name) != scene_.nodes.end() ||
               std::ranges::find(taken.nodes, name, &SceneNode::name) != taken.nodes.end();
    });
}

std::string SandboxDocument::addPart(const NodeKind& kind, const QPointF& at) {
    SceneNode node;
    node.kind = kind.id;
    node.id = newId(kind.id, {});
    node.name = newName(coreText("parts", kind.name).toStdString(), {});
    node.x = at.x();
    node.y = at.y();
    const QString text = tr("add %1").arg(QString::fromStdString(node.name));
    push(new AddParts(*this, {node}, {}, text));
    return node.id;
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
    if (!added.nodes.empty()) {
        const auto count = static_cast<int>(added.nodes.size());
        push(new AddParts(*this, std::move(added.nodes), std::move(added.links),
                          tr("add %n part(s)", nullptr, count)));
    }
    return selection;
}

void SandboxDocument::remove(const PartSelection& selection) {
    PartSelection known;
    std::ranges::copy_if(selection.parts, std::inserter(known.parts, known.parts.end()),
                         [this](const auto& id) { return scene_.findNode(id) != nullptr; });
    std::ranges::copy_if(selection.links, std::inserter(known.links, known.links.end()),
                         [this](const auto& key) { return scene_.findLink(key) != nullptr; });
    if (known.isEmpty()) {
        return;
    }
    const auto parts = static_cast<int>(known.parts.size());
    const QString text = parts > 0 ? tr("remove %n part(s)", nullptr, parts) : tr("disconnect");
    push(new RemoveParts(*this, std::move(known), text));
}

void SandboxDocument::moveParts(const std::map<std::string, QPointF>& places, int drag) {
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
    push(new AddParts(*this, {}, {std::move(*link)}, text));
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
        const SceneNode* node = scene_.findNode(id);
        return node != nullptr && node->color != color;
    });
    if (changes) {
        push(new ColorParts(*this, ids, color,
                            tr("colour %n part(s)", nullptr, static_cast<int>(ids.size()))));
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
    return copied;
}

} // namespace roundtrip
