#pragma once

#include "core/scene/scene.h"

#include <QString>

#include <vector>

namespace roundtrip {

/// A ready-made topology that travels inside the program.
struct ExampleFile {
    QString path;
    QString title; ///< in the language of now
};

/// All of them, from simple to large.
[[nodiscard]] std::vector<ExampleFile> exampleFiles();

/// One of those: a test reads them all.
[[nodiscard]] Scene loadExample(const QString& path);

} // namespace roundtrip
