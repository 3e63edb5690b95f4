#include "app/narration/check_sentences.h"

#include "app/narration/check_words.h"
#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"
#include "core/kernel/quantity.h"

#include <QCoreApplication>

namespace roundtrip {

namespace {

const char* sentenceFor(const QString& key) {
    static const Sentences kSentences = [] {
        Sentences all = wordsOfTheWeb();
        for (const Sentences& more : {wordsOfIdentity(), wordsOfData(), wordsOfFlow()}) {
            all.insert(more);
        }
        return all;
    }();
    return kSentences.value(key);
}

/// A span of many digits as people read it, only the beginning of an object, else as it stands.
QString readable(const QString& argument) {
    if (argument.startsWith(QLatin1Char('{'))) {
        return shortened(argument);
    }
    constexpr qsizetype kFewDigits = 4;
    const auto span = parseDuration(argument.toStdString());
    return span && argument.section(QLatin1Char(' '), 0, 0).size() > kFewDigits
               ? durationForPeople(*span)
               : argument;
}

QString filled(const char* sentence, const QString& part, const QStringList& arguments) {
    QStringList all{part};
    for (const QString& argument : arguments) {
        all << readable(argument);
    }
    return withArguments(QCoreApplication::translate("Checks", sentence), all);
}

/// The words for check/reason/argument, or else for check/reason; empty without either.
QString ownSentence(const QString& part, const QString& check, const QStringList& words) {
    const QString key = check + QLatin1Char('/') + words.value(0);
    const char* special =
        words.size() > 1 ? sentenceFor(key + QLatin1Char('/') + words.at(1)) : nullptr;
    if (special != nullptr) {
        return filled(special, part, words.mid(2));
    }
    const char* usual = sentenceFor(key);
    return usual == nullptr ? QString() : filled(usual, part, words.mid(1));
}

} // namespace

QString checkSentence(const QString& part, const QString& check, const QString& reason) {
    QStringList words = reason.split(QLatin1Char('\n'));
    if (check == QLatin1String("keys")) { // the reason is a command and its answer
        return filled(QT_TRANSLATE_NOOP("Checks", "%1 runs %2: %3"), part, words);
    }
    if (check == QLatin1String("oauth") && words.first() == QLatin1String("id-token")) {
        return checkSentence(part, QStringLiteral("token"), words.mid(1).join(QLatin1Char('\n')));
    }
    if (words.first() == QLatin1String("token-refused") && words.size() > 2) {
        words.swapItemsAt(1, 2); // how it was forged says more than the status
    }
    QString own = ownSentence(part, check, words);
    if (!own.isEmpty() || !hasSentence(words.first())) {
        return own;
    }
    return filled(QT_TRANSLATE_NOOP("Checks", "%1 refuses. %2"), part,
                  {problemText(errorOfLines(reason))});
}

} // namespace roundtrip
