#include "core/http/cookie.h"
#include "core/nodes/load_balancer/load_balancer.h"

#include <fmt/format.h>

#include <algorithm>

namespace roundtrip {

/// Null when there is nobody left to ask.
LoadBalancer::Server* LoadBalancer::choose(const Forwarding& forwarding) {
    Server* stuck = stuckTo(forwarding);
    return stuck != nullptr ? stuck : byPolicy(forwarding);
}

bool LoadBalancer::isUsable(std::size_t server, const Forwarding& forwarding) const {
    const bool isTried = server < forwarding.tried.size() && forwarding.tried[server];
    return servers_[server].isHealthy && !servers_[server].isGone && !isTried;
}

LoadBalancer::Server* LoadBalancer::stuckTo(const Forwarding& forwarding) {
    if (values().text("sticky") != "cookie") {
        return nullptr;
    }
    const std::string wanted = http::cookieOf(forwarding.request, values().text("cookie"));
    const auto found = std::ranges::find(servers_, wanted, &Server::name);
    if (wanted.empty() || found == servers_.end()) {
        return nullptr;
    }
    if (!isUsable(static_cast<std::size_t>(found - servers_.begin()), forwarding)) {
        if (recorder().keeps(forwarding.message.request)) {
            record(forwarding.message.request, forwarding.span,
                   CheckFailed{.check = text("balance"),
                               .reason = text("unstuck\n" + found->name),
                               .status = 0});
        }
        return nullptr;
    }
    recordChoice(forwarding, "sticky", *found);
    return &*found;
}

LoadBalancer::Server* LoadBalancer::byPolicy(const Forwarding& forwarding) {
    std::vector<std::size_t> usable;
    usable.reserve(servers_.size());
    for (std::size_t i = 0; i < servers_.size(); ++i) {
        if (isUsable(i, forwarding)) {
            usable.push_back(i);
        }
    }
    if (usable.empty()) {
        return nullptr;
    }
    const std::string& policy = values().text("policy");
    Server* chosen = policy == "least_connections" ? leastBusy(usable)
                     : policy == "power_of_two"    ? betterOfTwo(usable)
                     : policy == "random"          ? &servers_[usable[random_.below(usable.size())]]
                     : policy == "consistent_hash" ? byHash(forwarding)
                                                   : inTurn(usable);
    recordChoice(forwarding, policy, *chosen);
    return chosen;
}

LoadBalancer::Server* LoadBalancer::inTurn(const std::vector<std::size_t>& usable) {
    const auto next =
        std::ranges::find_if(usable, [this](std::size_t server) { return server >= next_; });
    const std::size_t chosen = next == usable.end() ? usable.front() : *next;
    next_ = chosen + 1;
    return &servers_[chosen];
}

/// Among equals one at random: always the first would be a policy of its own.
LoadBalancer::Server* LoadBalancer::leastBusy(const std::vector<std::size_t>& usable) {
    std::size_t chosen = usable.front();
    std::uint64_t equals = 1;
    for (std::size_t i = 1; i < usable.size(); ++i) {
        const std::int64_t difference = servers_[usable[i]].inFlight - servers_[chosen].inFlight;
        equals = difference == 0 ? equals + 1 : equals;
        if (difference < 0) {
            equals = 1;
        }
        if (difference < 0 || (difference == 0 && random_.below(equals) == 0)) {
            chosen = usable[i];
        }
    }
    return &servers_[chosen];
}

/// Mitzenmacher 1996: of two at random, the one that is less busy.
LoadBalancer::Server* LoadBalancer::betterOfTwo(const std::vector<std::size_t>& usable) {
    const std::size_t first = random_.below(usable.size());
    if (usable.size() == 1) {
        return &servers_[usable[first]];
    }
    const std::size_t step = 1 + random_.below(usable.size() - 1);
    const std::size_t second = (first + step) % usable.size();
    return leastBusy({usable[first], usable[second]});
}

LoadBalancer::Server* LoadBalancer::byHash(const Forwarding& forwarding) {
    return &servers_[ring_.find(hashKey(forwarding),
                                [&](std::size_t server) { return isUsable(server, forwarding); })];
}

std::string LoadBalancer::hashKey(const Forwarding& forwarding) const {
    const std::string& by = values().text("hash_by");
    if (by == "client") { // as the address of who has the connection
        return fmt::format("{}", indexOf(forwarding.message.via));
    }
    if (by == "path") {
        return std::string(http::pathOf(forwarding.request.target));
    }
    return std::string(forwarding.request.headers.find(values().text("hash_header")).value_or(""));
}

void LoadBalancer::recordChoice(const Forwarding& forwarding, std::string_view why,
                                const Server& server) const {
    if (recorder().keeps(forwarding.message.request)) {
        record(forwarding.message.request, forwarding.span,
               CheckPassed{.check = text("balance"),
                           .reason =
                               text(fmt::format("{}\n{}\n{}", why, server.name, server.inFlight))});
    }
}

} // namespace roundtrip
