#include "app/compare/own_comparison.h"

#include <QCoreApplication>

#include <algorithm>

namespace roundtrip {

namespace {

/// What a comparison of one's own run counts: what the scene's parts can do.
std::vector<LessonMetric> figuresFor(const Scene& scene) {
    const auto has = [&scene](const char* kind) {
        return std::ranges::find(scene.nodes, kind, &SceneNode::kind) != scene.nodes.end();
    };
    std::vector<LessonMetric> figures{LessonMetric::medianLatency, LessonMetric::p95Latency,
                                      LessonMetric::requests, LessonMetric::failures};
    if (has("sql_database")) {
        figures.push_back(LessonMetric::queries);
    }
    if (has("cache") || has("cdn")) {
        figures.push_back(LessonMetric::hitRatio);
        figures.push_back(LessonMetric::staleShare);
    }
    if (has("worker")) {
        figures.push_back(LessonMetric::tasksDone);
        figures.push_back(LessonMetric::medianTaskTime);
    }
    if (has("live_client")) {
        figures.push_back(LessonMetric::meanAge);
    }
    figures.push_back(LessonMetric::messages);
    figures.push_back(LessonMetric::bytes);
    return figures;
}

std::string words(const char* text) {
    return QCoreApplication::translate("OwnComparison", text).toStdString();
}

} // namespace

LessonComparison comparisonOf(const RunToCompare& a, const RunToCompare& b) {
    LessonComparison comparison;
    comparison.id = "two-runs";
    comparison.figures = figuresFor(a.scene);
    for (const LessonMetric figure : figuresFor(b.scene)) {
        if (std::ranges::find(comparison.figures, figure) == comparison.figures.end()) {
            comparison.figures.push_back(figure);
        }
    }
    const auto side = [](const RunToCompare& run) {
        ComparisonSide own{run.scene, {}};
        for (const Command& input : run.inputs) {
            own.settings.push_back({input.at, input});
        }
        return own;
    };
    comparison.a = side(a);
    comparison.b = side(b);
    return comparison;
}

LessonComparisonText comparisonText(const QString& title, const QString& a, const QString& b) {
    LessonComparisonText text;
    text.title = title.toStdString();
    text.a = a.toStdString();
    text.b = b.toStdString();
    return text;
}

bool canCompareOwn(const Session& session) {
    return !session.inputs().isEmpty() || session.neverRests() || !session.scene().schedule.empty();
}

LessonComparison ownComparison(const Session& session) {
    LessonComparison own;
    own.id = "own";
    own.a.scene = session.begun();
    own.b.scene = session.begun();
    own.figures = figuresFor(session.begun());
    for (const Command& input : session.inputs()) {
        own.inputs.push_back({input.at, input});
    }
    return own;
}

LessonComparisonText ownComparisonText(const Session& session) {
    LessonComparisonText text;
    text.title = words(QT_TRANSLATE_NOOP("OwnComparison", "Your run, with something changed"));
    text.a = words(QT_TRANSLATE_NOOP("OwnComparison", "as it was"));
    text.b = words(QT_TRANSLATE_NOOP("OwnComparison", "the same so far"));
    if (!canCompareOwn(session)) {
        text.say = words(QT_TRANSLATE_NOOP("OwnComparison",
                                           "Nothing has been sent yet. Go back, send a request, "
                                           "and compare then."));
    }
    return text;
}

} // namespace roundtrip
