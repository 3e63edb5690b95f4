#include "app/cli/command.h"
#include "app/narration/problem_text.h"
#include "app/storage/learner_export.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

namespace roundtrip::cli {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("cli", text);
}

/// Those that were asked for; none when there is nobody of that name.
QList<Learner> wanted(const ProgressStore& store, const QString& name) {
    QList<Learner> all = store.learners();
    if (!name.isEmpty()) {
        all.removeIf([&name](const Learner& learner) {
            return learner.name.compare(name, Qt::CaseInsensitive) != 0;
        });
    }
    return all;
}

} // namespace

int results(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption learner("learner", {}, "name");
    const QCommandLineOption format("format", {}, "csv|xapi", "csv");
    const QCommandLineOption folder(
        "folder", {}, "folder", QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    parser.addOptions({learner, format, folder});
    if (!parser.parse(QStringList{QString()} + arguments)) {
        return refuse(parser.errorText());
    }
    if (!parser.positionalArguments().isEmpty()) {
        return refuse(translated(QT_TRANSLATE_NOOP("cli", "results takes only options.")));
    }
    const QString form = parser.value(format);
    if (form != QLatin1String("csv") && form != QLatin1String("xapi")) {
        return refuse(translated(QT_TRANSLATE_NOOP("cli", "--format takes csv or xapi.")));
    }
    const QString file = ProgressStore::fileIn(parser.value(folder));
    if (!QFile::exists(file)) {
        return refuse(
            translated(QT_TRANSLATE_NOOP("cli", "nobody has learned here yet: there is no %1."))
                .arg(file));
    }
    const ProgressStore store(parser.value(folder));
    if (!store.notice().isEmpty()) {
        return refuse(store.notice());
    }
    const QList<Learner> learners = wanted(store, parser.value(learner));
    if (learners.isEmpty()) {
        return refuse(
            problemText(Error{"unknown-learner", {parser.value(learner).toStdString()}, {}}));
    }
    const auto all = resultsOf(store, learners);
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly) ||
        out.write(form == QLatin1String("csv") ? csvOf(all) : xapiOf(all)) < 0) {
        return refuse(out.errorString());
    }
    return success;
}

} // namespace roundtrip::cli
