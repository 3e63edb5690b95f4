#include "app/storage/challenge_files.h"

#include <QDir>
#include <QFile>

namespace roundtrip {

namespace {

constexpr const char* kFolder = ":/challenges";

} // namespace

/// Their files' names begin with two digits, which give the order.
QStringList builtInChallenges() {
    QStringList ids;
    for (const QString& file :
         QDir(QString::fromLatin1(kFolder))
             .entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        ids << file.chopped(static_cast<qsizetype>(std::string_view(".json").size()));
    }
    return ids;
}

ChallengeReading loadChallenge(const QString& name) {
    const QString builtIn = QStringLiteral("%1/%2.json").arg(QLatin1String(kFolder), name);
    QFile file(QFile::exists(builtIn) ? builtIn : name);
    if (!file.open(QIODevice::ReadOnly)) {
        return {std::nullopt, {{"no-file", {name.toStdString()}, ""}}};
    }
    return readChallenge(file.readAll().toStdString());
}

} // namespace roundtrip
