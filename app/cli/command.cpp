#include "app/cli/command.h"

#include "core/kernel/quantity.h"

#include <QTextStream>

namespace roundtrip::cli {

int refuse(const QString& reason) {
    QTextStream(stderr) << "roundtrip-cli: " << reason << "\n";
    return wrongUse;
}

void say(const QString& line) {
    QTextStream(stdout) << line << "\n";
}

double secondsFrom(const QString& text) {
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber) {
        return seconds;
    }
    const auto duration = parseDuration(text.toStdString());
    return duration ? duration->toSeconds() : -1;
}

} // namespace roundtrip::cli
