#include "app/narration/narrator.h"

#include <QRegularExpression>
#include <nlohmann/json.hpp>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

/// What a room's message says, in a few words; empty when it is of no kind that is known.
QString wordsOf(const QString& payload) {
    const Json json = Json::parse(payload.toStdString(), nullptr, false);
    if (!json.is_object()) {
        return {};
    }
    const auto textOf = [&json](const char* member) {
        const Json value = json.value(member, Json());
        return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
    };
    if (json.contains("text")) {
        constexpr qsizetype kLongest = 30;
        const QString text = textOf("text");
        return QStringLiteral("\u201c%1\u201d")
            .arg(text.size() > kLongest ? text.left(kLongest - 1) + QChar(0x2026) : text);
    }
    for (const char* member : {"price", "tick", "input"}) {
        if (json.contains(member)) {
            return QStringLiteral("%1 %2").arg(QLatin1String(member), textOf(member));
        }
    }
    return json.contains("do") ? textOf("do") : QString();
}

/// What a channel of a key-value store tells its subscribers: the words of the text, which is the
/// last element, or the channel, the one before. Empty when the wire is of something else.
QString pushTitle(const QString& wire) {
    static const QRegularExpression kPush(QStringLiteral("^1\\) \"p?message\"\n"));
    static const QRegularExpression kNumber(QStringLiteral("^\\d+\\) "));
    const QStringList lines = wire.trimmed().split(QLatin1Char('\n'));
    const auto element = [&lines](qsizetype fromEnd) {
        QString quoted = lines[lines.size() - fromEnd];
        const Json text = Json::parse(quoted.remove(kNumber).toStdString(), nullptr, false);
        return QString::fromStdString(text.is_string() ? text.get<std::string>() : std::string());
    };
    if (!kPush.match(wire).hasMatch() || lines.size() < 3) {
        return {};
    }
    const QString words = wordsOf(element(1));
    return words.isEmpty() ? element(2) : words;
}

} // namespace

/// The wire of a frame begins with its header in hexadecimal digits (RFC 6455 section 5.2), that
/// of a piece of an event stream with a field; before both may stand to how many it goes. What a
/// channel tells is a list.
QString Narrator::frameTitle(const QString& wire) {
    static const QRegularExpression kMany(QStringLiteral("^to (\\d+) connections:\n"));
    static const QRegularExpression kHeader(QStringLiteral("^([0-9a-f]{2} )+\n"));
    static const QRegularExpression kEvent(QStringLiteral("(?:^|\n)data: ?([^\n]*)"));
    const auto many = kMany.match(wire);
    const QString one = wire.mid(many.capturedLength());
    QString title;
    if (const auto header = kHeader.match(one); header.hasMatch()) {
        enum Opcode { text = 1, close = 8, ping = 9, pong = 10 };
        constexpr int kOpcodeBits = 0x0F;
        const QString payload = one.mid(header.capturedLength());
        const QString words = wordsOf(payload);
        switch (one.left(2).toInt(nullptr, 16) & kOpcodeBits) {
        case text:
            title = words.isEmpty() ? tr("a text") : words;
            break;
        case close:
            title = tr("close %1").arg(payload.section(QLatin1Char('\n'), 0, 0)).trimmed();
            break;
        case ping:
            title = QStringLiteral("ping");
            break;
        case pong:
            title = QStringLiteral("pong");
            break;
        default:
            title = tr("a piece");
        }
    } else if (const auto event = kEvent.match(one); event.hasMatch()) {
        const QString words = wordsOf(event.captured(1));
        title = words.isEmpty() ? tr("an event") : words;
    } else {
        return pushTitle(one);
    }
    return many.hasMatch() ? QStringLiteral("%1 \u00d7 %2").arg(title, many.captured(1)) : title;
}

} // namespace roundtrip
