#pragma once

#include <QFile>
#include <QString>

#include <string>

namespace roundtrip::test {

/// The bytes of a file; `path` is from the root of the source tree. Ends the test when there is
/// none.
inline std::string readText(const QString& path) {
    QFile file(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/%1").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll().toStdString();
}

} // namespace roundtrip::test
