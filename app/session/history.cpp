#include "app/session/history.h"

#include "core/scene/topology_edit.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kEventsBetweenLooks = 20'000;

} // namespace

History::History(Scene scene, std::uint64_t seed, RecordingLevel level)
    : scene_(std::move(scene)), seed_(seed), level_(level) {
    reset();
}

void History::reset() {
    branches_.clear();
    auto first = std::make_unique<Branch>();
    first->number = ++lastNumber_;
    first->trace = std::make_shared<Trace>();
    first->world = std::make_unique<World>(scene_, seed_, first->trace, level_);
    current_ = first.get();
    branches_.push_back(std::move(first));
}

void History::reset(Scene scene) {
    scene_ = std::move(scene);
    seed_ = scene_.seed;
    reset();
}

tl::expected<void, Error> History::run(World& world, SimTime until, const Progress& progress) {
    Simulation& simulation = world.simulation();
    const SimTime start = simulation.now();
    int untilLook = kEventsBetweenLooks;
    while (!simulation.hasFailed()) {
        const auto next = simulation.nextEventTime();
        if (!next || *next > until) {
            break;
        }
        simulation.step();
        if (--untilLook == 0) {
            untilLook = kEventsBetweenLooks;
            const double share =
                (simulation.now() - start).toSeconds() / (until - start).toSeconds();
            if (progress && !progress(share)) {
                return tl::unexpected(Error{"cancelled", {}, ""});
            }
        }
    }
    if (simulation.hasFailed()) {
        return tl::unexpected(Error{"run-failed", {simulation.failure()}, ""});
    }
    return {};
}

tl::expected<void, Error> History::advanceTo(SimTime time, const Progress& progress) {
    if (auto done = run(*current_->world, time, progress); !done) {
        return done;
    }
    if (time > now()) {
        current_->world->simulation().runUntil(time);
    }
    return {};
}

tl::expected<void, Error> History::settle(const Progress& progress) {
    if (neverRests()) {
        return advanceTo(now() + kLive, progress);
    }
    return run(*current_->world, now() + kHorizon, progress);
}

tl::expected<void, Error> History::goOn(const Progress& progress) {
    const std::size_t before = current_->trace->writerPosition();
    const SimTime latest = now() + kHorizon;
    while (current_->trace->writerPosition() == before && now() < latest) {
        if (auto done = advanceTo(now() + kLive, progress); !done) {
            return done;
        }
    }
    return {};
}

tl::expected<void, Error> History::apply(const std::vector<Command>& commands,
                                         const Progress& progress, std::size_t seen) {
    if (commands.empty()) {
        return settle(progress);
    }
    const std::size_t kept = inputsKept(commands.front().at, seen);
    if (auto checked = check(commands, kept); !checked) {
        return checked;
    }
    if (commands.front().at < now() || kept < current_->inputs.size()) {
        auto branch = forked(commands.front().at, seen, progress);
        if (!branch) {
            return tl::unexpected(branch.error());
        }
        current_ = branch->get();
        branches_.push_back(std::move(*branch));
    }
    for (const Command& command : commands) {
        if (auto advanced = advanceTo(command.at, progress); !advanced) {
            return advanced;
        }
        if (auto done = perform(*current_, command); !done) {
            return done;
        }
    }
    return settle(progress);
}

tl::expected<void, Error> History::check(const std::vector<Command>& commands,
                                         std::size_t kept) const {
    Scene topology = scene_;
    const auto takeEdit = [&topology](const Command& command) -> tl::expected<void, Error> {
        return edited(topology, command).map([&topology](Scene next) {
            topology = std::move(next);
        });
    };
    for (std::size_t i = 0; i < kept; ++i) {
        if (isEdit(current_->inputs[i])) {
            (void)takeEdit(current_->inputs[i]); // it was done once
        }
    }
    for (const Command& command : commands) {
        auto checked = isEdit(command) ? takeEdit(command) : checkCommand(topology, command);
        if (!checked) {
            return checked;
        }
    }
    return {};
}

tl::expected<void, Error> History::perform(Branch& branch, const Command& command) {
    branch.inputs.push_back(command);
    branch.givenAfter.push_back(branch.trace->writerPosition());
    return branch.world->perform(command);
}

std::size_t History::inputsKept(SimTime at, std::size_t seen) const {
    const auto& inputs = current_->inputs;
    std::size_t kept = 0;
    while (kept < inputs.size() &&
           (inputs[kept].at < at || (inputs[kept].at == at && current_->givenAfter[kept] < seen))) {
        ++kept;
    }
    return kept;
}

tl::expected<std::unique_ptr<Branch>, Error> History::forked(SimTime at, std::size_t seen,
                                                             const Progress& progress) {
    const std::size_t kept = inputsKept(at, seen);
    std::size_t shared = current_->trace->countUntil(at);
    if (kept < current_->inputs.size()) {
        shared = std::min(shared, current_->givenAfter[kept]);
    }
    auto branch = std::make_unique<Branch>();
    branch->parent = current_->number;
    branch->forkedAt = at;
    branch->trace = std::make_shared<Trace>(current_->trace, shared);
    branch->world = std::make_unique<World>(scene_, seed_, branch->trace, level_);
    for (std::size_t i = 0; i < kept; ++i) {
        const Command& input = current_->inputs[i];
        if (auto done = run(*branch->world, input.at, progress); !done) {
            return tl::unexpected(done.error());
        }
        branch->world->simulation().runUntil(input.at);
        if (auto done = perform(*branch, input); !done) {
            return tl::unexpected(done.error());
        }
    }
    if (auto done = run(*branch->world, at, progress); !done) {
        return tl::unexpected(done.error());
    }
    branch->world->simulation().runUntil(at);
    if (branch->trace->hasDiverged() || branch->trace->writerPosition() < shared) {
        return tl::unexpected(Error{"run-failed", {"the same inputs gave another run"}, ""});
    }
    branch->number = ++lastNumber_;
    return branch;
}

Branch* History::find(int number) const {
    const auto found = std::ranges::find_if(
        branches_, [number](const auto& branch) { return branch->number == number; });
    return found == branches_.end() ? nullptr : found->get();
}

bool History::switchTo(int number) {
    Branch* branch = find(number);
    if (branch != nullptr) {
        current_ = branch;
    }
    return branch != nullptr;
}

bool History::rename(int number, std::string name) {
    Branch* branch = find(number);
    if (branch != nullptr) {
        branch->name = std::move(name);
    }
    return branch != nullptr;
}

} // namespace roundtrip
