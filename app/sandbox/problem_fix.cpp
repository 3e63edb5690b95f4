#include "app/sandbox/problem_fix.h"

#include "core/scene/scene_edit.h"

#include <QCoreApplication>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr double kBeside = 300; // canvas units

QString words(const char* text) {
    return QCoreApplication::translate("ProblemFix", text);
}

ProblemFix setting(const char* text, const std::string& target, const char* parameter,
                   const nlohmann::json& value) {
    return {words(text), [target, parameter = std::string(parameter), value](SandboxDocument& to) {
                to.setParameter(target, parameter, value);
            }};
}

/// A new part to the right of what needs it.
ProblemFix newNeighbour(const char* text, const Scene& scene, const std::string& part,
                        const char* kind) {
    const auto place = placeOf(scene, part);
    const QPointF at(place ? place->x + kBeside : 0, place ? place->y : 0);
    return {words(text), [part, at, kind = findKind(kind)](SandboxDocument& to) {
                to.addJoined(*kind, at, part);
            }};
}

/// Joined with the one part of that kind that there is, or with a new one.
ProblemFix neighbour(const char* joins, const char* adds, const Scene& scene,
                     const std::string& part, const char* kind) {
    const auto found = std::ranges::find(scene.nodes, kind, &SceneNode::kind);
    if (found == scene.nodes.end()) {
        return newNeighbour(adds, scene, part, kind);
    }
    return {words(joins),
            [part, other = found->id](SandboxDocument& to) { to.connectParts(part, other); }};
}

} // namespace

std::optional<ProblemFix> fixFor(const Scene& scene, const Problem& problem) {
    const std::string& where = problem.where;
    if (problem.code == "queue-without-worker") {
        return newNeighbour(QT_TRANSLATE_NOOP("ProblemFix", "Add a worker"), scene, where,
                            "worker");
    }
    if (problem.code == "balancer-without-servers") {
        return newNeighbour(QT_TRANSLATE_NOOP("ProblemFix", "Add an app server"), scene, where,
                            "app_server");
    }
    if (problem.code == "asks-no-database") {
        return neighbour(QT_TRANSLATE_NOOP("ProblemFix", "Join it with the database"),
                         QT_TRANSLATE_NOOP("ProblemFix", "Add a database"), scene, where,
                         "sql_database");
    }
    if (problem.code == "writes-no-tickets") {
        return neighbour(QT_TRANSLATE_NOOP("ProblemFix", "Join it with the queue"),
                         QT_TRANSLATE_NOOP("ProblemFix", "Add a queue"), scene, where,
                         "task_queue");
    }
    if (problem.code == "queue-without-limit") {
        return setting(QT_TRANSLATE_NOOP("ProblemFix", "At most 1000 tasks"), where, "max_length",
                       1000);
    }
    if (problem.code == "secret-in-the-open") {
        return setting(QT_TRANSLATE_NOOP("ProblemFix", "Use HTTPS"), where, "tls", true);
    }
    if (problem.code == "eager-retries") {
        return setting(QT_TRANSLATE_NOOP("ProblemFix", "Pause 200 ms between tries"), where,
                       "backoff", "200 ms");
    }
    if (problem.code == "cache-hardly-forgets") {
        return setting(QT_TRANSLATE_NOOP("ProblemFix", "Keep things for 60 s"), where, "ttl",
                       "60 s");
    }
    return std::nullopt;
}

} // namespace roundtrip
