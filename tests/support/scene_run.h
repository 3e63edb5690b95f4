#pragma once

#include "core/scene/world.h"
#include "tests/support/problem_text.h"
#include "tests/support/text_file.h"

#include <memory>
#include <string>
#include <vector>

namespace roundtrip::test {

/// A scene of the source tree; ends the test when it has problems.
inline Scene sceneOf(const std::string& text) {
    SceneReading reading = readScene(text);
    if (!reading.scene)
        qFatal("the scene has problems:\n%s", describe(reading.problems).c_str());
    return std::move(*reading.scene);
}
inline Scene loadScene(const QString& path) {
    return sceneOf(readText(path));
}

/// A world with its trace, and short ways to ask what happened there.
class SceneRun {
  public:
    explicit SceneRun(const Scene& scene, RecordingLevel level = {})
        : SceneRun(scene, scene.seed, level) {}
    SceneRun(const Scene& scene, std::uint64_t seed, RecordingLevel level)
        : trace_(std::make_shared<Trace>()), world_(scene, seed, trace_, level) {}

    [[nodiscard]] World& world() { return world_; }
    [[nodiscard]] const Trace& trace() const { return *trace_; }
    [[nodiscard]] std::string text(TextId id) const { return std::string(trace_->text(id)); }
    [[nodiscard]] SimTime now() { return world_.simulation().now(); }

    /// Runs up to `at`, then gives the command. The first error, as words; empty when it was taken.
    std::string give(SimTime at, const std::string& target, const std::string& action,
                     const nlohmann::json& arguments = nlohmann::json::object()) {
        world_.simulation().runUntil(at);
        const auto done = world_.perform({at, target, action, arguments});
        return done ? std::string() : describe(done.error());
    }
    std::string set(SimTime at, const std::string& target, const std::string& parameter,
                    const nlohmann::json& value) {
        return give(at, target, "set", {{"parameter", parameter}, {"value", value}});
    }
    /// The node "browser" sends a request.
    void send(SimTime at, const std::string& target, const std::string& method = "GET",
              const std::string& body = "") {
        const std::string error =
            give(at, "browser", "send", {{"method", method}, {"target", target}, {"body", body}});
        if (!error.empty())
            qFatal("not sent: %s", error.c_str());
    }
    void runUntil(SimTime time) { world_.simulation().runUntil(time); }
    void runToTheEnd() { world_.simulation().run(); }

    /// All facts of the payload's kind, in order.
    template <class Payload>
    [[nodiscard]] std::vector<Fact> facts() const {
        std::vector<Fact> found;
        for (std::size_t i = 0; i < trace_->size(); ++i) {
            if ((*trace_)[i].is<Payload>())
                found.push_back((*trace_)[i]);
        }
        return found;
    }
    template <class Payload>
    [[nodiscard]] std::vector<Payload> all() const {
        std::vector<Payload> found;
        for (const Fact& fact : facts<Payload>())
            found.push_back(fact.as<Payload>());
        return found;
    }
    template <class Payload>
    [[nodiscard]] std::size_t count() const {
        return facts<Payload>().size();
    }

  private:
    std::shared_ptr<Trace> trace_;
    World world_;
};

/// The statuses that finished requests had, in the order of their ends.
inline std::vector<std::uint32_t> statusesOf(const SceneRun& run) {
    std::vector<std::uint32_t> statuses;
    for (const RequestFinished& finished : run.all<RequestFinished>())
        statuses.push_back(finished.status);
    return statuses;
}

/// Every HTTP answer that was sent, as on the wire.
inline std::vector<std::string> answersOf(const SceneRun& run) {
    std::vector<std::string> wires;
    for (const MessageSent& sent : run.all<MessageSent>()) {
        if (sent.messageKind == MessageKind::response)
            wires.push_back(run.text(sent.wire));
    }
    return wires;
}
/// The last one, which is the browser's when it has all it asked for; empty without any.
inline std::string lastAnswerOf(const SceneRun& run) {
    const std::vector<std::string> answers = answersOf(run);
    return answers.empty() ? std::string() : answers.back();
}
inline std::string lastBodyOf(const SceneRun& run) {
    const std::string wire = lastAnswerOf(run);
    return wire.substr(wire.find("\r\n\r\n") + 4);
}

/// Status and body of the last one, a line each.
inline std::string lastStatusAndBodyOf(const SceneRun& run) {
    return lastAnswerOf(run).substr(9, 3) + "\n" + lastBodyOf(run);
}

/// Sends a request in a millisecond and runs to the end: status and body of the answer.
inline std::string asked(SceneRun& run, const std::string& target,
                         const std::string& method = "GET", const std::string& body = "") {
    run.send(run.now() + SimTime::milliseconds(1), target, method, body);
    run.runToTheEnd();
    return lastStatusAndBodyOf(run);
}

/// The reasons of the checks of that name which passed, or which failed.
template <class Check>
std::vector<std::string> checksOf(const SceneRun& run, const std::string& name) {
    std::vector<std::string> reasons;
    for (const Check& check : run.all<Check>()) {
        if (run.text(check.check) == name)
            reasons.push_back(run.text(check.reason));
    }
    return reasons;
}
/// The reasons of all checks of that name, in order: "failed: " before those that failed.
inline std::vector<std::string> reasonsOf(const SceneRun& run, const std::string& name) {
    std::vector<std::string> reasons;
    for (std::size_t i = 0; i < run.trace().size(); ++i) {
        const Fact& fact = run.trace()[i];
        if (fact.is<CheckPassed>() && run.text(fact.as<CheckPassed>().check) == name)
            reasons.push_back(run.text(fact.as<CheckPassed>().reason));
        if (fact.is<CheckFailed>() && run.text(fact.as<CheckFailed>().check) == name)
            reasons.push_back("failed: " + run.text(fact.as<CheckFailed>().reason));
    }
    return reasons;
}

} // namespace roundtrip::test
