#include "app/storage/challenge_results.h"

#include "core/kernel/json_object.h"

#include <utility>

namespace roundtrip {

namespace {

QString keyOf(const std::string& challenge) {
    return QString::fromLatin1(ProgressStore::kChallengePrefix) + QString::fromStdString(challenge);
}

} // namespace

std::optional<ChallengeResult> bestResult(const ProgressStore& store,
                                          const std::string& challenge) {
    const QByteArray kept = store.load(keyOf(challenge));
    const auto json =
        parseJson(std::string_view(kept.data(), static_cast<std::size_t>(kept.size())));
    if (kept.isEmpty() || !json || !json->is_object()) {
        return std::nullopt;
    }
    Problems problems;
    JsonObject object(*json, "", problems);
    constexpr int kMostStars = 3;
    constexpr int kHighest = 100;
    ChallengeResult result;
    result.stars = static_cast<int>(object.integer("stars", 0, 0, kMostStars));
    result.score = static_cast<int>(object.integer("score", 0, 0, kHighest));
    result.price = object.number("price", 0, 0, 1e9);
    SceneReading scene = readSceneDocument(memberOf(*json, "solution"));
    if (!problems.empty() || !scene.scene) {
        return std::nullopt; // of another program, or damaged: it can be done again
    }
    result.solution = std::move(*scene.scene);
    return result;
}

bool keepResult(ProgressStore& store, const std::string& challenge, const Verdict& verdict,
                const Scene& solution) {
    const auto before = bestResult(store, challenge);
    const bool isBetter = !before || std::pair(verdict.stars, verdict.score) >
                                         std::pair(before->stars, before->score);
    if (!isBetter || verdict.score == 0) {
        return false;
    }
    const nlohmann::json kept{{"stars", verdict.stars},
                              {"score", verdict.score},
                              {"price", verdict.price},
                              {"solution", nlohmann::json::parse(writeScene(solution))}};
    store.save(keyOf(challenge), QByteArray::fromStdString(kept.dump()));
    store.record({.lesson = QStringLiteral("challenge/") + QString::fromStdString(challenge),
                  .at = {},
                  .verb = LessonResult::Verb::completed,
                  .object = {},
                  .isRight = verdict.stars > 0,
                  .note = QStringLiteral("stars %1 of 3, score %2 of 100, price %3 an hour")
                              .arg(verdict.stars)
                              .arg(verdict.score)
                              .arg(verdict.price, 0, 'f', 2)});
    return true;
}

} // namespace roundtrip
