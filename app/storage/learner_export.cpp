#include "app/storage/learner_export.h"

#include <QUrl>
#include <QUuid>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace roundtrip {

namespace {

using Json = nlohmann::ordered_json;
using Verb = LessonResult::Verb;

// xAPI names things by addresses that need not lead anywhere; nobody can own this one (RFC 2606).
const QString kHome = QStringLiteral("https://roundtrip.example");
const QString kVocabulary = QStringLiteral("http://adlnet.gov/expapi/");

QString cell(const QString& text) {
    static const QString kFormulaBegins = QStringLiteral("=+-@\t\r\n＝＋－＠");
    QString written =
        !text.isEmpty() && kFormulaBegins.contains(text.front()) ? QLatin1Char('\'') + text : text;
    const auto needsQuotes = [](QChar sign) {
        return sign == u'"' || sign == u',' || sign == u'\n' || sign == u'\r';
    };
    if (std::ranges::any_of(written, needsQuotes)) {
        written.replace(QLatin1Char('"'), QLatin1String("\"\""));
        written = QLatin1Char('"') + written + QLatin1Char('"');
    }
    return written;
}

QByteArray row(QStringList cells) {
    for (QString& each : cells) {
        each = cell(each);
    }
    return cells.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

QString part(const char* kind, const QString& id) {
    return id.isEmpty()
               ? QString()
               : QStringLiteral("/%1/%2").arg(QLatin1String(kind),
                                              QString::fromLatin1(QUrl::toPercentEncoding(id)));
}

const QString kChallenge = QStringLiteral("challenge/");

std::string lessonIri(const LessonResult& result) {
    return (kHome + (result.lesson.startsWith(kChallenge)
                         ? part("challenges", result.lesson.mid(kChallenge.size()))
                         : part("lessons", result.lesson)))
        .toStdString();
}

/// The activity that a statement is about, with its kind in ADL's vocabulary.
Json activityOf(const LessonResult& result) {
    const auto about = [&result](const char* kind, const char* type) {
        const std::string id = lessonIri(result) + part(kind, result.object).toStdString();
        return Json{{"objectType", "Activity"},
                    {"id", id},
                    {"definition", {{"type", (kVocabulary + type).toStdString()}}}};
    };
    if (result.object.isEmpty()) {
        return about("", result.lesson.startsWith(kChallenge) ? "activities/simulation"
                                                              : "activities/lesson");
    }
    if (result.verb == Verb::experienced) {
        return about("steps", "activities/simulation");
    }
    Json asked = about(result.verb == Verb::predicted ? "predictions" : "questions",
                       "activities/cmi.interaction");
    asked["definition"]["interactionType"] = "choice";
    return asked;
}

/// A prediction is an answer, too.
Json verbOf(Verb verb) {
    const QString name = textOf(verb == Verb::predicted ? Verb::answered : verb);
    return {{"id", (kVocabulary + QStringLiteral("verbs/") + name).toStdString()},
            {"display", {{"en-US", name.toStdString()}}}};
}

std::string statementId(const Learner& learner, const LessonResult& result) {
    static const QUuid kAddresses(
        QStringLiteral("6ba7b811-9dad-11d1-80b4-00c04fd430c8")); // RFC 4122
    // Not their name, which may change.
    const QStringList told{QString::number(learner.id),
                           learner.createdAt,
                           result.lesson,
                           textOf(result.verb),
                           result.object,
                           result.note,
                           result.at};
    const QString address = kHome + QStringLiteral("/results/") + told.join(QLatin1Char('\n'));
    return QUuid::createUuidV5(kAddresses, address).toString(QUuid::WithoutBraces).toStdString();
}

Json statementOf(const Learner& learner, const LessonResult& result) {
    const std::string name = learner.name.toStdString();
    Json statement{
        {"id", statementId(learner, result)},
        {"version", "1.0.3"},
        {"timestamp", result.at.toStdString()},
        {"actor",
         {{"objectType", "Agent"},
          {"name", name},
          {"account",
           {{"homePage", (kHome + QStringLiteral("/learners")).toStdString()}, {"name", name}}}}},
        {"verb", verbOf(result.verb)},
        {"object", activityOf(result)},
        {"context", {{"platform", "Roundtrip"}}}};
    if (!result.object.isEmpty()) {
        statement["context"]["contextActivities"]["parent"] =
            Json::array({{{"objectType", "Activity"}, {"id", lessonIri(result)}}});
    }
    if (result.isRight) {
        statement["result"]["success"] = *result.isRight;
    }
    if (!result.note.isEmpty()) {
        statement["result"]["response"] = result.note.toStdString();
    }
    if (result.verb == Verb::completed) {
        statement["result"]["completion"] = true;
    }
    return statement;
}

} // namespace

QList<LearnerResults> resultsOf(const ProgressStore& store, const QList<Learner>& learners) {
    QList<LearnerResults> all;
    for (const Learner& learner : learners) {
        all << LearnerResults{learner, store.results(learner.id)};
    }
    return all;
}

QByteArray csvOf(const QList<LearnerResults>& all) {
    QByteArray csv = row({"learner", "lesson", "at", "verb", "object", "right", "note"});
    for (const LearnerResults& each : all) {
        for (const LessonResult& result : each.results) {
            const QString right = !result.isRight   ? QString()
                                  : *result.isRight ? QStringLiteral("true")
                                                    : QStringLiteral("false");
            csv += row({each.learner.name, result.lesson, result.at, textOf(result.verb),
                        result.object, right, result.note});
        }
    }
    return csv;
}

QByteArray xapiOf(const QList<LearnerResults>& all) {
    Json statements = Json::array();
    for (const LearnerResults& each : all) {
        for (const LessonResult& result : each.results) {
            statements.push_back(statementOf(each.learner, result));
        }
    }
    return QByteArray::fromStdString(statements.dump(2)) + '\n';
}

} // namespace roundtrip
