#include "app/narration/problem_text.h"

#include "app/narration/problem_sentences.h"
#include "app/narration/text_format.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace roundtrip {

namespace {

/// Codes whose last argument, behind those that the sentence names, is the nearest known word or
/// empty.
bool hasSuggestion(const Error& error, const char* sentence) {
    const bool isAboutWord =
        error.code.find("unknown-") != std::string::npos || error.code == "orm-not-a-relation";
    const QString next = QLatin1Char('%') + QString::number(error.args.size());
    return isAboutWord && error.args.size() > 1 && !error.args.back().empty() &&
           !QString::fromUtf8(sentence).contains(next);
}

} // namespace

bool hasSentence(const QString& code) {
    return problemSentence(code) != nullptr;
}

Error errorOfLines(const QString& lines) {
    QStringList words = lines.split(QLatin1Char('\n'));
    Error error{words.takeFirst().toStdString(), {}, {}};
    for (const QString& word : words) {
        error.args.push_back(word.toStdString());
    }
    return error;
}

QString problemText(const Error& error) {
    const char* sentence = problemSentence(QString::fromStdString(error.code));
    if (sentence == nullptr) {
        return QString::fromStdString(error.code);
    }
    QStringList arguments;
    for (const std::string& argument : error.args) {
        arguments.append(QString::fromStdString(argument));
    }
    QString text = withArguments(QCoreApplication::translate("Problem", sentence), arguments);
    if (error.code == "bad-command" && error.args.size() > 1) {
        const Error reason{error.args[1], {error.args.begin() + 2, error.args.end()}, {}};
        text += QLatin1Char(' ') + problemText(reason);
    }
    if (hasSuggestion(error, sentence)) {
        text += QLatin1Char(' ') +
                withArguments(QCoreApplication::translate("Problem", "Did you mean \"%1\"?"),
                              {arguments.last()});
    }
    return text;
}

namespace {

/// What somebody overheard, and a queue's short answers; empty: it is neither.
QString lootOrReply(const QString& title) {
    const auto words = [](const char* text) { return QCoreApplication::translate("Title", text); };
    static const QRegularExpression kPassword(QStringLiteral("^password (?:of )?(\\S+)( = .*)?$"));
    if (const auto found = kPassword.match(title); found.hasMatch()) {
        return words(QT_TRANSLATE_NOOP("Title", "password of %1")).arg(found.captured(1)) +
               found.captured(2);
    }
    if (title.startsWith(QLatin1String("request "))) {
        return words(QT_TRANSLATE_NOOP("Title", "request %1"))
            .arg(title.mid(8).section(QStringLiteral(" = "), 0, 0));
    }
    return title == QLatin1String("accepted")  ? words(QT_TRANSLATE_NOOP("Title", "accepted"))
           : title == QLatin1String("refused") ? words(QT_TRANSLATE_NOOP("Title", "refused"))
                                               : QString();
}

} // namespace

QString titleForPeople(const QString& title) {
    if (const QString text = lootOrReply(title); !text.isEmpty()) {
        return text;
    }
    static const QRegularExpression kCount(QStringLiteral("^(\\d+) (rows?|changed)$"));
    if (const auto counted = kCount.match(title); counted.hasMatch()) {
        const int count = counted.captured(1).toInt();
        return counted.captured(2) == QLatin1String("changed")
                   ? QCoreApplication::translate("Title", "%n changed", nullptr, count)
                   : QCoreApplication::translate("Title", "%n row(s)", nullptr, count);
    }
    const Error error = errorOfLines(title);
    if (!hasSentence(QString::fromStdString(error.code))) {
        return title.trimmed();
    }
    QString text = problemText(error);
    if (text.endsWith(QLatin1Char('.'))) {
        text.chop(1); // it stands within a sentence or a list
    }
    return text;
}

} // namespace roundtrip
