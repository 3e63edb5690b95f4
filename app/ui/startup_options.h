#pragma once

#include "app/style/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace roundtrip {

/// What the command line asks for.
struct StartupOptions {
    QString lesson;                 ///< id or folder; empty: all are shown
    QString lessons;                ///< folder of the user's own lessons; empty: where it always is
    std::optional<QString> sandbox; ///< a document to build on; empty: a new one
    QString challenge;              ///< id or file; empty: none
    std::optional<int> step;        ///< 1-based
    std::optional<Theme::Name> theme;
    QString language; ///< empty: as last time
    QSize size;
    QString screenshot; ///< write this file and quit
    bool reportStartup = false;
    bool inAnalogy = false; ///< the lesson's everyday picture

    /// Reads the arguments; prints help or an error and ends the program where that is due.
    static StartupOptions fromArguments(const QStringList& arguments);
};

} // namespace roundtrip
