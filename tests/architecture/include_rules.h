#pragma once

#include "tests/architecture/source_tree.h"

#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::architecture {

/// Who may include whom. A room is a folder below core/ or app/; every room may include itself.
/// To open a new room, name it here in the layer where it belongs.
class IncludeRules {
  public:
    IncludeRules();

    /// The includes of one file which the rules do not allow. `file` is a path from the root.
    [[nodiscard]] std::vector<Breach> check(std::string_view file, std::string_view text) const;

  private:
    using Rooms = std::set<std::string>;

    void open(const std::string& room, const Rooms& mayInclude);
    [[nodiscard]] Rooms everyRoomSoFar() const;
    void openCore();
    void openApp();

    [[nodiscard]] std::optional<std::string> breachOfQuoted(const std::string& room,
                                                            const std::string& target) const;
    [[nodiscard]] static std::optional<std::string> breachOfAngled(const std::string& room,
                                                                   const std::string& target);
    [[nodiscard]] static std::string roomOf(std::string_view path);

    std::map<std::string, Rooms> allowed_;
};

inline IncludeRules::IncludeRules() {
    openCore();
    openApp();
}

inline void IncludeRules::openCore() {
    open("core/kernel", {});
    open("core/http", {"core/kernel"});
    for (const char* protocol : {"web", "data", "auth", "caching", "tasks", "realtime"}) {
        open(std::string("core/") + protocol, {"core/kernel", "core/http"});
    }
    for (const char* layer : {"trace", "net", "nodes", "scene"}) {
        open(std::string("core/") + layer, everyRoomSoFar());
    }
    const Rooms belowTheTop = everyRoomSoFar();
    open("core/metrics", belowTheTop);
    open("core/interop", belowTheTop);
    Rooms forLessons = belowTheTop;
    forLessons.insert("core/metrics");
    open("core/lesson", forLessons);
    Rooms forChallenges = forLessons; // whose goals are those of lessons
    forChallenges.insert("core/lesson");
    open("core/challenge", forChallenges);
}

inline void IncludeRules::openApp() {
    const Rooms core = everyRoomSoFar();
    open("app/style", core);
    open("app/session", core);
    Rooms playback = core;
    playback.insert("app/session");
    open("app/playback", playback);

    Rooms view = playback;
    view.insert({"app/playback", "app/narration", "app/style"});
    open("app/narration", view);
    open("app/storage", view);
    view.insert("app/storage"); // what is kept lies below what shows it
    for (const char* name :
         {"canvas", "timeline", "inspector", "charts", "lessons", "classroom", "gateway"}) {
        open(std::string("app/") + name, view);
    }
    // Two runs side by side, made of the views.
    Rooms compare = view;
    compare.insert({"app/canvas", "app/timeline", "app/inspector", "app/charts"});
    open("app/compare", compare);
    // What is built on the stage.
    Rooms sandbox = view;
    sandbox.insert({"app/canvas", "app/inspector", "app/charts"});
    open("app/sandbox", sandbox);
    open("app/ui", everyRoomSoFar());

    // The command line speaks and keeps progress, but draws nothing.
    Rooms commandLine = playback;
    commandLine.insert({"app/playback", "app/narration", "app/storage"});
    open("app/cli", commandLine);
}

inline void IncludeRules::open(const std::string& room, const Rooms& mayInclude) {
    Rooms& rooms = allowed_[room];
    rooms = mayInclude;
    rooms.insert(room);
}

inline IncludeRules::Rooms IncludeRules::everyRoomSoFar() const {
    Rooms rooms;
    for (const auto& [room, mayInclude] : allowed_)
        rooms.insert(room);
    return rooms;
}

inline std::vector<Breach> IncludeRules::check(std::string_view file, std::string_view text) const {
    static const std::regex include(R"(^\s*#\s*include\s*(["<])([^">]+)[">].*)");
    const std::string room = roomOf(file);
    std::vector<Breach> breaches;
    if (!allowed_.contains(room)) {
        breaches.push_back(
            {std::string(file), 1, room + " is no room of tests/architecture/include_rules.h"});
        return breaches;
    }
    std::size_t number = 0;
    for (const std::string_view line : linesOf(text)) {
        ++number;
        std::match_results<std::string_view::const_iterator> match;
        if (!std::regex_match(line.begin(), line.end(), match, include))
            continue;
        const std::string target = match[2].str();
        const auto rule =
            match[1].str() == "<" ? breachOfAngled(room, target) : breachOfQuoted(room, target);
        if (rule)
            breaches.push_back({std::string(file), number, *rule});
    }
    return breaches;
}

inline std::optional<std::string> IncludeRules::breachOfQuoted(const std::string& room,
                                                               const std::string& target) const {
    if (target.ends_with(".moc") && target.find('/') == std::string::npos)
        return std::nullopt;
    if (target.find("../") != std::string::npos || target.find('/') == std::string::npos) {
        return "\"" + target + "\" is not written from the root";
    }
    const std::string wanted = roomOf(target);
    if (!allowed_.contains(wanted)) {
        return "\"" + target + "\" is in no room that core and app may include";
    }
    if (!allowed_.at(room).contains(wanted))
        return room + " may not include " + wanted;
    return std::nullopt;
}

inline std::optional<std::string> IncludeRules::breachOfAngled(const std::string& room,
                                                               const std::string& target) {
    if (target.starts_with("core/") || target.starts_with("app/")) {
        return "<" + target + "> is ours and belongs in quotes";
    }
    const bool isQt = target.starts_with("Q") || target.starts_with("q");
    if (isQt && room.starts_with("core/"))
        return "core knows no Qt, but includes <" + target + ">";
    return std::nullopt;
}

/// The first two folders of a path, or the first when it has no more.
inline std::string IncludeRules::roomOf(std::string_view path) {
    const std::size_t first = path.find('/');
    if (first == std::string_view::npos)
        return std::string(path);
    const std::size_t second = path.find('/', first + 1);
    return std::string(path.substr(0, second == std::string_view::npos ? first : second));
}

} // namespace roundtrip::architecture
