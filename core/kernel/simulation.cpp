#include "core/kernel/simulation.h"

#include "core/kernel/process.h"

#include <utility>

namespace roundtrip {

void Simulation::runUntil(SimTime time) {
    while (queue_.hasEventUntil(time) && step()) {
    }
    if (!hasFailed_)
        queue_.advanceTo(time);
}

void Simulation::run() {
    while (step()) {
    }
}

void Simulation::fail(std::string text) {
    if (hasFailed_)
        return;
    hasFailed_ = true;
    failure_ = std::move(text);
}

void Simulation::destroyProcesses() {
    isTearingDown_ = true;
    while (processes_.next != &processes_)
        Process::destroy(*processes_.next);
}

} // namespace roundtrip
