#include "app/cli/command.h"
#include "app/cli/trace_file.h"
#include "core/caching/cache_replay.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <fmt/format.h>

namespace roundtrip::cli {

namespace {

struct ReplayOptions {
    EvictionPolicy policy = EvictionPolicy::lru;
    std::uint64_t capacity = 1;
    bool isInBytes = false;
    std::uint64_t seed = 1;
};

QString translated(const char* text) {
    return QCoreApplication::translate("cli", text);
}

int replay(const QString& name, const ReplayOptions& options) {
    TraceFile file(name);
    if (!file.isOpen()) {
        return refuse(
            translated(QT_TRANSLATE_NOOP("cli", "%1 cannot be read: %2.")).arg(name, file.error()));
    }
    CacheReplay cache(options.policy, options.capacity, options.seed);
    while (const auto request = file.next()) {
        cache.request(request->id, options.isInBytes ? request->size : 1);
    }
    if (file.badLine() > 0) {
        refuse(translated(QT_TRANSLATE_NOOP(
                              "cli", "%1: line %2: write a name, or a name, a comma and a size in "
                                     "bytes, like \"photo.jpg,1024\"."))
                   .arg(name)
                   .arg(file.badLine()));
        return foundProblems;
    }
    if (!file.error().isEmpty()) {
        return refuse(
            translated(QT_TRANSLATE_NOOP("cli", "%1 cannot be read: %2.")).arg(name, file.error()));
    }
    say(QString::fromStdString(fmt::format("requests {}\nmisses {}\nratio {:.6f}", cache.requests(),
                                           cache.misses(), cache.missRatio())));
    return success;
}

} // namespace

int cacheReplay(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption policy("policy", "", "P");
    const QCommandLineOption capacity("capacity", "", "N");
    const QCommandLineOption bytes("bytes");
    const QCommandLineOption seed("seed", "", "N", "1");
    parser.addOptions({policy, capacity, bytes, seed});
    if (!parser.parse(QStringList{"cache-replay"} + arguments)) {
        return refuse(parser.errorText());
    }
    if (parser.positionalArguments().size() != 1) {
        return refuse(translated(QT_TRANSLATE_NOOP("cli", "cache-replay needs one trace.")));
    }
    const auto known = parseEvictionPolicy(parser.value(policy).toStdString());
    if (!known) {
        return refuse(translated(
            QT_TRANSLATE_NOOP("cli", "--policy takes lru, lfu, fifo, random or sieve.")));
    }
    const bool isInBytes = parser.isSet(bytes);
    const auto room = wholeNumber(parser.value(capacity), isInBytes);
    if (!room || *room == 0) {
        return refuse(
            isInBytes ? translated(QT_TRANSLATE_NOOP(
                            "cli", "--capacity takes bytes from 1 on, like 65536, 64K, 64M or 2G."))
                      : translated(QT_TRANSLATE_NOOP(
                            "cli", "--capacity takes a whole number from 1 on.")));
    }
    const auto drawn = wholeNumber(parser.value(seed), false);
    if (!drawn) {
        return refuse(translated(QT_TRANSLATE_NOOP("cli", "--seed takes a whole number.")));
    }
    return replay(parser.positionalArguments().constFirst(), {*known, *room, isInBytes, *drawn});
}

} // namespace roundtrip::cli
