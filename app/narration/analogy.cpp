#include "app/narration/analogy.h"

#include "app/narration/text_format.h"

#include <QFile>

namespace roundtrip {

namespace {

std::string textUnder(const std::map<std::string, std::string>& texts, const std::string& name) {
    const auto found = texts.find(name);
    return found == texts.end() ? std::string() : found->second;
}

std::string nameOf(std::size_t kind) {
    return std::string(messageKindNames()[kind]);
}

/// The lesson's own, else the shipped one of that name.
QByteArray drawingOf(const LessonAnalogy& analogy, const std::string& name) {
    if (const auto own = analogy.drawings.find(name); own != analogy.drawings.end()) {
        return QByteArray::fromStdString(own->second);
    }
    QFile file(QStringLiteral(":/analogy/%1.svg").arg(QString::fromStdString(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Analogy::Analogy(const LessonAnalogy& drawings, AnalogyText words) : words_(std::move(words)) {
    for (const auto& [node, name] : drawings.nodes) {
        nodeDrawings_[node] = drawingOf(drawings, name);
    }
    for (std::size_t kind = 0; kind < kMessageKindCount; ++kind) {
        messageDrawings_[kind] = drawingOf(drawings, textUnder(drawings.messages, nameOf(kind)));
    }
}

std::optional<Analogy> Analogy::of(const Lesson& lesson, const LessonText& text) {
    if (!lesson.analogy || !text.analogy) {
        return std::nullopt;
    }
    return Analogy(*lesson.analogy, *text.analogy);
}

QString Analogy::nodeName(const std::string& node) const {
    return QString::fromStdString(textUnder(words_.nodes, node));
}

QString Analogy::messageName(MessageKind kind) const {
    return QString::fromStdString(
        textUnder(words_.messages, nameOf(static_cast<std::size_t>(kind))));
}

QByteArray Analogy::nodeDrawing(const std::string& node) const {
    const auto found = nodeDrawings_.find(node);
    return found == nodeDrawings_.end() ? QByteArray() : found->second;
}

} // namespace roundtrip
