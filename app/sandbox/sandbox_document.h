#pragma once

#include "core/nodes/node_kind.h"
#include "core/scene/world.h"

#include <QObject>
#include <QPointF>
#include <QString>
#include <QUndoStack>
#include <tl/expected.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace roundtrip {

class SceneCommand;

/// What an edit of a scene touches.
enum class SceneChange {
    parts,    ///< which parts and links there are
    setting,  ///< a value of one part or link
    schedule, ///< what happens by itself
    looks     ///< places, names, colours, notes, groups, requests: no run is another for it
};

/// What is selected in a document: ids of parts and notes, keys of links.
struct PartSelection {
    std::set<std::string> parts;
    std::set<std::string> links;
    std::set<std::string> notes;

    [[nodiscard]] bool isEmpty() const { return parts.empty() && links.empty() && notes.empty(); }
    friend bool operator==(const PartSelection&, const PartSelection&) = default;
};

/// A topology that is being built: a scene, all that was done to it (undo and redo), and the file
/// it belongs to. Every change goes through a SceneCommand, one class for each; undoing any
/// sequence of them gives the same bytes as before.
class SandboxDocument : public QObject {
    Q_OBJECT

  public:
    explicit SandboxDocument(QObject* parent = nullptr);
    ~SandboxDocument() override;

    [[nodiscard]] const Scene& scene() const { return scene_; }
    [[nodiscard]] QUndoStack& undoStack() { return undo_; }
    /// Another document takes its place; what was done to the old one is forgotten. `isNew`: it has
    /// not been saved anywhere in this form.
    void replace(Scene scene, QString file, bool isNew);

    /// Empty before it is first saved.
    [[nodiscard]] QString file() const { return file_; }
    /// The file's name without its ending, or the scene's title, or "Untitled".
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isModified() const { return !undo_.isClean(); }
    /// Writes a temporary file and renames it, so that a crash leaves the old file or the new one.
    /// Errors: "cannot-write" {file, reason}.
    tl::expected<void, Error> saveAs(const QString& file);

    // Edits: each is one step of undo.
    /// A part with its usual settings; returns its new id. `at` is its card's centre.
    std::string addPart(const NodeKind& kind, const QPointF& at);
    /// The same, joined with a part that it can talk with. Returns its id.
    std::string addJoined(const NodeKind& kind, const QPointF& at, const std::string& with);
    /// Another scene's parts and notes under new ids, moved by `by`, with the links and groups
    /// among them. Returns them.
    PartSelection addParts(const Scene& fragment, const QPointF& by);
    /// With all their links. Nothing happens when none of them is there.
    void remove(const PartSelection& selection);
    /// Parts and notes with a new place. Moves with the same `drag` (not 0) become one step.
    void moveParts(const std::map<std::string, QPointF>& places, int drag = 0);
    /// In the direction in which they can talk. False when they can't, or already do.
    bool connectParts(const std::string& one, const std::string& other);
    /// Of a part or of a link. The value fits, as checkValue says.
    void setParameter(const std::string& target, const std::string& parameter,
                      nlohmann::json value);
    void renamePart(const std::string& id, const std::string& name);
    /// Parts, notes or groups; one of sceneColors().
    void colorParts(const std::set<std::string>& ids, const std::string& color);

    /// Returns the note's id.
    std::string addNote(const QPointF& at);
    void writeNote(const std::string& id, const std::string& words);
    /// Those parts belong together from now on, and no longer with others. Returns the group's id;
    /// empty when none of the parts is there.
    std::string groupParts(const std::set<std::string>& parts);
    /// Every group that one of the parts is in.
    void ungroupParts(const std::set<std::string>& parts);
    void renameGroup(const std::string& id, const std::string& name);
    /// In the place of one of the same name.
    void keepRequest(SceneRequest request);
    void dropRequest(const std::string& name);
    /// Everything is as in that scene.
    void exchange(const Scene& scene);
    /// In any order; each command fits, as checkCommand says.
    void setSchedule(std::vector<Command> schedule);

    /// What is copied: the selected parts and notes, the links among them and the groups that are
    /// whole, as a scene of its own.
    [[nodiscard]] Scene fragment(const PartSelection& selection) const;
    /// The link between them, in whatever direction they can talk; none when they can't.
    [[nodiscard]] std::optional<SceneLink> linkBetween(const std::string& one,
                                                       const std::string& other) const;

  signals:
    /// `setting`: the command that does the same to a run; empty target for other changes.
    void changed(roundtrip::SceneChange change, const roundtrip::Command& setting);
    /// Another file, another name, modified or no longer.
    void titleChanged();
    /// Another document took its place.
    void replaced();

  private:
    friend class SceneCommand;

    void push(SceneCommand* command);
    [[nodiscard]] SceneNode newPart(const NodeKind& kind, const QPointF& at) const;
    [[nodiscard]] std::string newId(const std::string& wanted, const Scene& taken) const;
    [[nodiscard]] std::string newName(const std::string& wanted, const Scene& taken) const;
    [[nodiscard]] std::string newGroupId() const;
    /// The scene's groups without those parts.
    [[nodiscard]] std::vector<SceneGroup> groupsWithout(const std::set<std::string>& parts) const;

    Scene scene_;
    QUndoStack undo_;
    QString file_;
};

} // namespace roundtrip
