#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace roundtrip::test {

/// What a script in tests/peers/ answers, JSON in and JSON out; nothing when it fails, which is
/// the case when its framework is not installed. `said` is what it wrote to standard error.
struct PeerAnswer {
    std::optional<nlohmann::json> json;
    QString said;
};

inline PeerAnswer askPeer(const QString& program, const QString& script,
                          const nlohmann::json& question) {
    QProcess process;
    process.start(program, {QStringLiteral(ROUNDTRIP_SOURCE_DIR "/tests/peers/") + script});
    if (!process.waitForStarted())
        return {std::nullopt, process.errorString()};
    process.write(QByteArray::fromStdString(question.dump()));
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(60000);
    const QString said = QString::fromUtf8(process.readAllStandardError());
    if (!ended || process.exitCode() != 0)
        return {std::nullopt, said};
    return {nlohmann::json::parse(process.readAllStandardOutput().toStdString()), said};
}

inline PeerAnswer askPython(const QString& script, const nlohmann::json& question) {
    return askPeer(QStringLiteral("/usr/bin/python3"), script, question);
}

/// Packages are looked for where NODE_PATH says.
inline PeerAnswer askNode(const QString& script, const nlohmann::json& question) {
    return askPeer(QStringLiteral("node"), script, question);
}

} // namespace roundtrip::test
