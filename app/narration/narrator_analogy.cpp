#include "app/narration/fact_values.h"
#include "app/narration/narrator.h"

namespace roundtrip {

/// The text for this fact, filled in; none when the analogy has nothing to say about it.
std::optional<QString> Narrator::told(const std::map<std::string, std::string>& texts,
                                      const Trace& trace, const Fact& fact) const {
    const std::size_t index = indexOf(fact.node);
    const std::string_view node = index < scene_->nodes.size()
                                      ? std::string_view(scene_->nodes[index].id)
                                      : std::string_view();
    const std::string* sentence = findSentence(texts, trace, fact, node);
    if (sentence == nullptr) {
        return std::nullopt;
    }
    return FactValues(*scene_, *this, trace, fact).fill(*sentence);
}

Narration Narrator::narrate(const Trace& trace, const Fact& fact) const {
    Narration narration = plainSentence(trace, fact);
    if (analogy_) {
        if (auto sentence = told(analogy_->sentences(), trace, fact)) {
            narration.sentence = std::move(*sentence);
        }
    }
    return narration;
}

Narration Narrator::headline(const Trace& trace, const Fact& fact) const {
    Narration narration = plainHeadline(trace, fact);
    if (analogy_) {
        if (auto words = told(analogy_->headlines(), trace, fact)) {
            narration.sentence = std::move(*words);
        }
    }
    return narration;
}

QString Narrator::messageLabel(const Trace& trace, const MessageSent& sent) const {
    QString plain = plainLabel(trace, sent);
    const QString name = analogy_ ? analogy_->messageName(sent.messageKind) : QString();
    if (name.isEmpty()) {
        return plain;
    }
    constexpr qsizetype kLongest = 24; // beside the name
    const QString title =
        plain.size() > kLongest ? plain.left(kLongest - 1) + QChar(0x2026) : plain;
    return QStringLiteral("%1 \u00b7 %2").arg(name, title);
}

QString Narrator::messageName(const Fact& fact) const {
    if (!analogy_) {
        return {};
    }
    switch (fact.kind) {
    case FactKind::messageSent:
        return analogy_->messageName(fact.as<MessageSent>().messageKind);
    case FactKind::messageArrived:
        return analogy_->messageName(fact.as<MessageArrived>().messageKind);
    case FactKind::messageLost:
        return analogy_->messageName(fact.as<MessageLost>().messageKind);
    default:
        return {};
    }
}

} // namespace roundtrip
