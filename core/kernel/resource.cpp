#include "core/kernel/resource.h"

#include <algorithm>
#include <cassert>

namespace roundtrip {

Resource::Resource(Simulation& simulation, int servers, QueueDiscipline discipline)
    : simulation_(simulation), servers_(servers), discipline_(discipline) {
    assert(servers >= 0);
}

std::optional<Permit> Resource::tryAcquire() {
    if (!takeFree())
        return std::nullopt;
    return Permit(simulation_, *this, life_);
}

void Resource::setServers(int servers) {
    assert(servers >= 0);
    servers_ = servers;
    serveWaiting();
}

void Resource::restart() {
    ++life_;
    busy_ = 0;
    while (queueLength_ > 0)
        simulation_.scheduleIn(SimTime(), takeFirst().handle);
}

void Resource::serveWaiting() {
    while (queueLength_ > 0 && takeFree())
        simulation_.scheduleIn(SimTime(), takeFirst().handle);
}

WaitNode& Resource::takeFirst() {
    --queueLength_;
    const auto line =
        std::ranges::find_if(waiting_, [](const auto& list) { return !list.empty(); });
    return line->takeFirst();
}

} // namespace roundtrip
