#pragma once

#include <QString>
#include <QStringList>

namespace roundtrip::cli {

/// What the shell is told.
enum ExitCode { success = 0, foundProblems = 1, wrongUse = 2 };

/// Prints a line for the person who called, on standard error, and returns wrongUse.
int refuse(const QString& reason);
/// A line on standard output.
void say(const QString& line);

/// A duration on the command line: "250 ms", or plain seconds. Negative when it is neither.
[[nodiscard]] double secondsFrom(const QString& text);

int run(const QStringList& arguments);
int play(const QStringList& arguments);
int check(const QStringList& arguments);
int cacheReplay(const QStringList& arguments);
int results(const QStringList& arguments);
int grade(const QStringList& arguments);

} // namespace roundtrip::cli
