#include "app/narration/problem_text.h"

#include <QCoreApplication>
#include <QHash>

namespace roundtrip {

namespace {

// %1, %2 ... stand for the error's arguments in the order that core documents.
const QHash<QString, const char*>& sentences() {
    static const QHash<QString, const char*> kSentences{
        {"syntax", QT_TRANSLATE_NOOP("Problem", "This is not valid JSON: %1.")},
        {"duplicate-member", QT_TRANSLATE_NOOP("Problem", "\"%1\" stands there twice.")},
        {"not-an-object", QT_TRANSLATE_NOOP("Problem", "An object in braces {} belongs here.")},
        {"not-an-array", QT_TRANSLATE_NOOP("Problem", "A list in brackets [] belongs here.")},
        {"missing", QT_TRANSLATE_NOOP("Problem", "\"%1\" is missing.")},
        {"unknown-member", QT_TRANSLATE_NOOP("Problem", "Nothing is called \"%1\" here.")},
        {"wrong-type", QT_TRANSLATE_NOOP("Problem", "\"%1\" must be: %2.")},
        {"out-of-range", QT_TRANSLATE_NOOP("Problem", "\"%1\" must lie between %2 and %3.")},
        {"bad-duration",
         QT_TRANSLATE_NOOP("Problem",
                           "\"%1\" is no duration. Write a number with a unit, like \"250 ms\".")},
        {"bad-distribution",
         QT_TRANSLATE_NOOP("Problem", "%1 is no distribution. Write a duration, or one like "
                                      "{\"exponential\": \"5 ms\"}.")},
        {"unknown-choice", QT_TRANSLATE_NOOP("Problem", "\"%1\" is none of the choices.")},
        {"newer-format",
         QT_TRANSLATE_NOOP("Problem", "This was written by a newer version of the program (format "
                                      "%1, this one knows %2). Nothing was changed.")},
        {"unknown-kind", QT_TRANSLATE_NOOP("Problem", "No part is called \"%1\".")},
        {"unknown-parameter", QT_TRANSLATE_NOOP("Problem", "There is no setting \"%1\".")},
        {"unknown-action", QT_TRANSLATE_NOOP("Problem", "This part cannot do \"%1\".")},
        {"unknown-node", QT_TRANSLATE_NOOP("Problem", "No part of the scene has the id \"%1\".")},
        {"unknown-block", QT_TRANSLATE_NOOP("Problem", "No handler block is called \"%1\".")},
        {"unknown-fact", QT_TRANSLATE_NOOP("Problem", "No kind of event is called \"%1\".")},
        {"unknown-step", QT_TRANSLATE_NOOP("Problem", "No step has the id \"%1\".")},
        {"unknown-value", QT_TRANSLATE_NOOP("Problem", "No value is called \"%1\".")},
        {"empty-goal", QT_TRANSLATE_NOOP("Problem", "A goal needs a \"fact\" or a \"metric\".")},
        {"duplicate-id", QT_TRANSLATE_NOOP("Problem", "The id \"%1\" is used twice.")},
        {"bad-id", QT_TRANSLATE_NOOP("Problem",
                                     "\"%1\" is no id: use letters, digits, - and _, at most 64.")},
        {"cannot-link", QT_TRANSLATE_NOOP("Problem", "%1 and %2 do not speak the same protocol.")},
        {"too-many-nodes", QT_TRANSLATE_NOOP("Problem", "A scene has at most %1 parts.")},
        {"too-deep", QT_TRANSLATE_NOOP("Problem", "This is nested too deeply.")},
        {"bad-method", QT_TRANSLATE_NOOP("Problem", "\"%1\" is no HTTP method.")},
        {"route-no-slash", QT_TRANSLATE_NOOP("Problem", "A path begins with a slash.")},
        {"route-unclosed",
         QT_TRANSLATE_NOOP("Problem", "A parameter is written <name> or <int:name>.")},
        {"route-unknown-type",
         QT_TRANSLATE_NOOP("Problem", "A parameter's type is int or string, not \"%1\".")},
        {"route-no-name", QT_TRANSLATE_NOOP("Problem", "A parameter needs a name.")},
        {"route-twice", QT_TRANSLATE_NOOP("Problem", "Two parameters are called \"%1\".")},
        {"sql-failed", QT_TRANSLATE_NOOP("Problem", "SQLite refuses the statement: %1.")},
        {"sql-missing-value", QT_TRANSLATE_NOOP("Problem", "The value \":%1\" is missing.")},
        {"sql-several-statements",
         QT_TRANSLATE_NOOP("Problem", "One statement at a time, please.")},
        {"no-file", QT_TRANSLATE_NOOP("Problem", "The file %1 is missing.")},
        {"missing-text", QT_TRANSLATE_NOOP("Problem", "The words for \"%1\" are missing.")},
        {"unused-text", QT_TRANSLATE_NOOP("Problem", "The words for \"%1\" are for nothing.")},
        {"too-long",
         QT_TRANSLATE_NOOP("Problem", "This says %1 words; at most %2 can be read at a glance.")},
        {"bad-command", QT_TRANSLATE_NOOP("Problem", "The command \"%1\" would be refused.")},
        {"run-failed", QT_TRANSLATE_NOOP("Problem", "The simulation has failed: %1.")},
        {"cancelled", QT_TRANSLATE_NOOP("Problem", "Cancelled.")},
    };
    return kSentences;
}

/// Codes whose last argument is the nearest known word, or empty.
bool hasSuggestion(const Error& error) {
    return (error.code.starts_with("unknown-")) && error.args.size() == 2 &&
           !error.args.back().empty();
}

} // namespace

QString problemText(const Error& error) {
    const char* sentence = sentences().value(QString::fromStdString(error.code), nullptr);
    if (sentence == nullptr) {
        return QString::fromStdString(error.code);
    }
    QString text = QCoreApplication::translate("Problem", sentence);
    for (const std::string& argument : error.args) {
        if (text.contains(QLatin1Char('%'))) {
            text = text.arg(QString::fromStdString(argument));
        }
    }
    if (error.code == "bad-command" && error.args.size() > 1) {
        const Error reason{error.args[1], {error.args.begin() + 2, error.args.end()}};
        text += QLatin1Char(' ') + problemText(reason);
    }
    if (hasSuggestion(error)) {
        text += QLatin1Char(' ') + QCoreApplication::translate("Problem", "Did you mean \"%1\"?")
                                       .arg(QString::fromStdString(error.args.back()));
    }
    return text;
}

} // namespace roundtrip
