#include "core/kernel/text_marker.h"
#include "core/nodes/node.h"

#include <cmath>

namespace roundtrip {

const std::vector<ActionInfo>& faultActions() {
    static const std::vector<ActionInfo> kActions{
        {"stop", ROUNDTRIP_TEXT("actions", "Stop it"), {}},
        {"start", ROUNDTRIP_TEXT("actions", "Start it"), {}},
        {"restart",
         ROUNDTRIP_TEXT("actions", "Restart it"),
         {{.name = "after",
           .label = ROUNDTRIP_TEXT("parameters", "Time to start"),
           .help = ROUNDTRIP_TEXT("parameters", "How long it is away."),
           .type = ParameterType::duration,
           .fallback = "0 ms",
           .least = 0.0,
           .most = 86400.0}}},
        {"slow",
         ROUNDTRIP_TEXT("actions", "Slow it down"),
         {{.name = "factor",
           .label = ROUNDTRIP_TEXT("parameters", "How many times slower"),
           .help = ROUNDTRIP_TEXT("parameters", "1: as usual. 10: all its work takes ten times as "
                                                "long."),
           .type = ParameterType::real,
           .fallback = 10,
           .least = 0.1,
           .most = 1000}}},
    };
    return kActions;
}

bool hasFaults(const NodeKind& kind) {
    return kind.category != Category::clients && kind.category != Category::theory;
}

void Node::performFault(const std::string& action, const ParameterValues& arguments) {
    if (action == "slow") {
        slowness_ = arguments.real("factor");
        recordChange();
    } else if (action == "start") {
        startAgain();
    } else {
        stop();
        if (action == "restart") {
            simulation().spawn(startAfter(arguments.duration("after")));
        }
    }
}

void Node::end() {
    ++life_;
    stopped();
    for (Port& port : ports_) {
        port.close();
    }
    isRunning_ = false;
}

void Node::stop() {
    if (isRunning_) {
        end();
        recordChange();
    }
}

void Node::retire() {
    if (isRunning_) {
        end();
    } else {
        ++life_; // a restart that is under way comes to nothing
    }
    retired();
}

void Node::startAgain() {
    if (isRunning_) {
        return;
    }
    isRunning_ = true;
    for (Port& port : ports_) {
        port.open();
    }
    recordChange();
    started();
}

/// Does nothing when somebody stopped it for good meanwhile.
Process Node::startAfter(SimTime pause) {
    const std::uint32_t life = life_;
    co_await simulation().delay(pause);
    if (life == life_) {
        startAgain();
    }
}

void Node::recordChange() const {
    constexpr double kThousand = 1000;
    recorder().record(
        now(), id(), RequestId::none, SpanId::none,
        NodeChanged{.isRunning = isRunning_ ? 1U : 0U,
                    .thousandths = static_cast<std::uint32_t>(std::lround(slowness_ * kThousand))});
}

} // namespace roundtrip
