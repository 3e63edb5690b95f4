#include "core/net/connections.h"

#include <algorithm>

namespace roundtrip {

Connections::Taken Connections::take(const ConnectionRule& rule, SimTime now) {
    closeIdle(rule, now);
    if (!idleSince_.empty()) {
        idleSince_.pop_back();
        ++taken_;
        return Taken::reused;
    }
    if (rule.most > 0 && taken_ >= rule.most) {
        return Taken::none;
    }
    ++taken_;
    return Taken::opened;
}

bool Connections::giveBack(MessageId call, const ConnectionRule& rule, SimTime now, bool canStay) {
    if (inUse_.erase(call) == 0) {
        return false;
    }
    --taken_;
    if (canStay && rule.mode == ConnectionRule::Mode::keepAlive) {
        idleSince_.push_back(now);
    }
    return true;
}

void Connections::closeAll() {
    idleSince_.clear();
    inUse_.clear();
    taken_ = 0;
}

void Connections::closeIdle(const ConnectionRule& rule, SimTime now) {
    const auto young =
        std::ranges::find_if(idleSince_, [&](SimTime since) { return now - since < rule.idle; });
    idleSince_.erase(idleSince_.begin(), young);
}

} // namespace roundtrip
