#pragma once

#include "core/lesson/goal.h"
#include "core/scene/scene.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// Words by language: "en", "es". There is always "en".
using ChallengeWords = std::map<std::string, std::string, std::less<>>;

/// What must be true of a run, and how to say so.
struct ChallengeGoal {
    Goal goal;
    ChallengeWords text;
};

/// A scene that does not do what it should yet, and what may be done about it: so much money an
/// hour, these parts, these settings. The traffic comes from fixed parts of the scene, faults from
/// its schedule.
struct Challenge {
    enum class Level { easy, medium, hard };

    std::string id; ///< letters, digits, '-' and '_'
    Level level = Level::easy;
    ChallengeWords title;
    ChallengeWords story;
    std::vector<ChallengeWords> hints; ///< from gentle to plain
    Scene scene;                       ///< to begin with
    /// Nodes that must stay as they are, by id. What the schedule does something to must be there
    /// too, but only its settings that are not free stay.
    std::set<std::string> fixed;
    std::set<std::string> parts; ///< kinds that may be added
    /// Settings that are free, by kind; "link" for links. All others stay as they are in `scene`,
    /// also for a part that is added: as one of its kind there, else as usual.
    std::map<std::string, std::set<std::string>> settings;
    SimTime duration;  ///< of a run
    double budget = 0; ///< an hour
    std::vector<ChallengeGoal> goals;
    /// With all goals met: an hour at most so much for the second and the third star.
    double twoStars = 0;
    double threeStars = 0;

    /// In that language, else in English.
    [[nodiscard]] static const std::string& say(const ChallengeWords& words,
                                                std::string_view language);
};

struct ChallengeReading {
    std::optional<Challenge> challenge; ///< none with any problem
    Problems problems;
};

/// Reads a challenge's file. Problems: those of JsonObject, of readScene below /scene, of readGoal;
/// "bad-id" {id}, "unknown-node" {id, nearest}, "unknown-kind" {name, nearest}, "unknown-parameter"
/// {name, nearest}, "no-english" {member}, "stars-too-dear" {budget}: a star's budget is above the
/// one before. There is at least one goal; goals are about a whole run, without "last".
[[nodiscard]] ChallengeReading readChallenge(std::string_view text);

/// What the scene's parts cost an hour.
[[nodiscard]] double pricePerHour(const Scene& scene);

} // namespace roundtrip
