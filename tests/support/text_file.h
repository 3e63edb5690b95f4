#pragma once

#include <QFile>
#include <QString>

#include <optional>
#include <string>

namespace roundtrip::test {

/// The bytes of a file, if there is one; `path` is from the root of the source tree.
inline std::optional<std::string> findText(const QString& path) {
    QFile file(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/%1").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll().toStdString();
}

/// As findText, but ends the test when there is none.
inline std::string readText(const QString& path) {
    const auto text = findText(path);
    if (!text)
        qFatal("cannot read %s", qPrintable(path));
    return *text;
}

} // namespace roundtrip::test
