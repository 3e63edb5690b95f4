#pragma once

#include "app/narration/analogy.h"
#include "core/scene/scene.h"
#include "core/trace/trace.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace roundtrip {

/// How a sentence feels; the colour only repeats what its words say.
enum class Tone { neutral, good, attention, bad };

struct Narration {
    QString sentence;
    Tone tone = Tone::neutral;
};

/// Turns one fact into one sentence in the program's language. Everything it says stands in the
/// fact; it adds nothing.
class Narrator {
    Q_DECLARE_TR_FUNCTIONS(Narrator)

  public:
    explicit Narrator(const Scene& scene) : scene_(&scene) {}

    /// What parts are called, by their id in the scene, instead of the scene's names.
    void setNames(std::map<std::string, std::string> names) { names_ = std::move(names); }
    /// From now on everything is told in this picture; none: as it is.
    void setAnalogy(std::optional<Analogy> analogy) { analogy_ = std::move(analogy); }
    [[nodiscard]] const std::optional<Analogy>& analogy() const { return analogy_; }

    [[nodiscard]] Narration narrate(const Trace& trace, const Fact& fact) const;
    /// The sentence as it is also told without an analogy, with the names of now.
    [[nodiscard]] Narration plainSentence(const Trace& trace, const Fact& fact) const;
    /// A few words for a part's card: "miss user:123"; empty for facts that no card shows.
    [[nodiscard]] Narration headline(const Trace& trace, const Fact& fact) const;
    /// A word or two that travel with a message: "GET /users/123", "200", "SELECT".
    [[nodiscard]] QString messageLabel(const Trace& trace, const MessageSent& sent) const;
    /// The title of a message that is only being sent: its first line on the wire.
    [[nodiscard]] static QString messageTitle(const Trace& trace, const MessageSent& sent);
    /// What the analogy calls a message that is sent, arrives or gets lost; empty without one.
    [[nodiscard]] QString messageName(const Fact& fact) const;

    /// The part's name, in the picture of now: the one place that knows it.
    [[nodiscard]] QString nodeName(NodeId node) const;
    /// A frame of a socket or a piece of an event stream in a few words: what is said in it,
    /// "ping", to how many it goes. Empty for other messages. `wire`: as it crosses the link.
    [[nodiscard]] static QString frameTitle(const QString& wire);
    /// "Browser → App server".
    [[nodiscard]] QString linkName(LinkId link) const;

  private:
    [[nodiscard]] std::optional<QString> told(const std::map<std::string, std::string>& texts,
                                              const Trace& trace, const Fact& fact) const;
    [[nodiscard]] Narration plainHeadline(const Trace& trace, const Fact& fact) const;
    [[nodiscard]] static QString plainLabel(const Trace& trace, const MessageSent& sent);
    [[nodiscard]] Narration narrateMessage(const Trace& trace, const Fact& fact) const;
    [[nodiscard]] Narration narrateCache(const Trace& trace, const Fact& fact) const;
    [[nodiscard]] Narration narrateFailure(const Trace& trace, const Fact& fact) const;
    [[nodiscard]] Narration narrateEnd(const Fact& fact) const;
    [[nodiscard]] Narration narrateCheck(const Trace& trace, const Fact& fact) const;
    [[nodiscard]] Narration narratePage(const Trace& trace, const Fact& fact) const;
    [[nodiscard]] Narration narrateJob(const Fact& fact) const;
    [[nodiscard]] Narration narrateFault(const Trace& trace, const Fact& fact) const;
    [[nodiscard]] Narration narrateWork(const Trace& trace, const Fact& fact) const;
    [[nodiscard]] QString settingSentence(const Trace& trace, const Fact& fact) const;
    [[nodiscard]] QString linkNamed(const std::string& key) const;
    [[nodiscard]] QString linkSetting(const QString& what, const QString& value) const;
    [[nodiscard]] QString commandSentence(const Trace& trace, const Fact& fact) const;
    /// By its id in the scene.
    [[nodiscard]] QString nodeNamed(const std::string& id) const;
    [[nodiscard]] static QString listed(QStringList names);
    /// What an edit takes away and adds, see core/scene/topology_edit.h.
    [[nodiscard]] QString editSentence(const nlohmann::json& arguments) const;
    [[nodiscard]] static QString missReason(const CacheMissed& missed);

    const Scene* scene_;
    std::map<std::string, std::string> names_;
    std::optional<Analogy> analogy_;
};

} // namespace roundtrip
