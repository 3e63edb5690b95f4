#pragma once

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

    [[nodiscard]] Narration narrate(const Trace& trace, const Fact& fact) const;
    /// A few words for a part's card: "miss user:123"; empty for facts that no card shows.
    [[nodiscard]] Narration headline(const Trace& trace, const Fact& fact) const;
    /// A word or two that travel with a message: "GET /users/123", "200", "SELECT".
    [[nodiscard]] static QString messageLabel(const Trace& trace, const MessageSent& sent);

    /// The part's name as shown on its card.
    [[nodiscard]] QString nodeName(NodeId node) const;
    /// "Browser → App server".
    /// A frame of a socket or a piece of an event stream in a few words: what is said in it,
    /// "ping", to how many it goes. Empty for other messages. `wire`: as it crosses the link.
    [[nodiscard]] static QString frameTitle(const QString& wire);
    [[nodiscard]] QString linkName(LinkId link) const;

  private:
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
    [[nodiscard]] static QString missReason(const CacheMissed& missed);

    const Scene* scene_;
};

} // namespace roundtrip
