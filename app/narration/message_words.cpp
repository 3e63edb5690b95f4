#include "app/narration/message_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace roundtrip {

QString titleInWords(const QString& line) {
    static const QRegularExpression kRows(QStringLiteral("^(\\d+) rows?$"));
    const auto rows = kRows.match(line);
    if (!rows.hasMatch()) {
        return line;
    }
    const QString count = rows.captured(1);
    return count == QLatin1String("1")
               ? QCoreApplication::translate("Narrator", "1 row")
               : QCoreApplication::translate("Narrator", "%1 rows").arg(count);
}

} // namespace roundtrip
