#include "app/storage/share_line.h"

#include <QRegularExpression>
#include <QtEndian>

namespace roundtrip {

namespace {

constexpr const char* kScheme = "roundtrip:";
constexpr const char* kVersion = "1";
constexpr quint32 kLargest = 64U << 20U; // bytes of a document; a few bytes must not claim more

SceneReading damaged() {
    return {std::nullopt, {{"share-line-damaged", {}, ""}}};
}

} // namespace

QString shareLine(const Scene& scene) {
    const auto compact = nlohmann::ordered_json::parse(writeScene(scene)).dump();
    const QByteArray packed =
        qCompress(QByteArray::fromStdString(compact), 9)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return QString::fromLatin1(kScheme) + QString::fromLatin1(kVersion) + QLatin1Char(':') +
           QString::fromLatin1(packed);
}

bool isShareLine(const QString& text) {
    return text.trimmed().startsWith(QLatin1String(kScheme));
}

SceneReading sceneFromLine(const QString& line) {
    static const QRegularExpression kSpace(QStringLiteral("\\s"));
    const QString text = QString(line).remove(kSpace);
    const QString version = text.section(QLatin1Char(':'), 1, 1);
    if (!isShareLine(text)) {
        return damaged();
    }
    if (version != QLatin1String(kVersion)) {
        return {std::nullopt, {{"share-line-newer", {version.toStdString()}, ""}}};
    }
    const auto decoded = QByteArray::fromBase64Encoding(
        text.section(QLatin1Char(':'), 2).toLatin1(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray packed = decoded ? *decoded : QByteArray();
    constexpr qsizetype kHead = 4; // the length, most significant byte first
    if (packed.size() <= kHead || qFromBigEndian<quint32>(packed.constData()) > kLargest) {
        return damaged();
    }
    const QByteArray written = qUncompress(packed);
    return written.isEmpty() ? damaged() : readScene(written.toStdString());
}

} // namespace roundtrip
