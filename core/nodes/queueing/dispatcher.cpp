#include "core/nodes/queueing/dispatcher.h"

#include "core/kernel/text_marker.h"

#include <algorithm>
#include <string>
#include <utility>

namespace roundtrip {

namespace {

const std::vector<std::string>& policyNames() {
    static const std::vector<std::string> kNames{"random",     "round_robin", "shortest_queue",
                                                 "power_of_d", "least_work",  "by_class"};
    return kNames;
}

Problems checkWeights(const nlohmann::json& json) {
    if (!json.is_object()) {
        return {{"not-an-object", {}, ""}};
    }
    Problems problems;
    for (const auto& [name, weight] : json.items()) {
        for (Problem& problem : checkShares(nlohmann::json::array({weight}))) {
            problem.where = "/" + name;
            problems.push_back(std::move(problem));
        }
    }
    return problems;
}

Problems checkTargets(const nlohmann::json& json) {
    const bool isGood =
        json.is_array() && json.size() <= kJobClasses &&
        std::ranges::all_of(json, [](const auto& name) { return name.is_string(); });
    return isGood ? Problems{} : Problems{{"wrong-type", {"targets", "list of texts"}, ""}};
}

} // namespace

Dispatcher::Dispatcher(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)),
      policy_(static_cast<Policy>(std::ranges::find(policyNames(), values().text("policy")) -
                                  policyNames().begin())),
      choices_(static_cast<std::size_t>(values().integer("choices"))),
      random_(context.seed, key(), "choices") {
    port("in").setReceiver([this](Message message) { dispatch(std::move(message)); });
}

void Dispatcher::meetTargets() {
    targets_ = port("out").peers();
    const nlohmann::json& weights = values().value("weights");
    std::vector<double> shares;
    shares.reserve(targets_.size());
    std::ranges::transform(targets_, std::back_inserter(shares), [&](NodeId target) {
        return weights.value(std::string(context().keyOf(target)), 1.0);
    });
    shares_ = WeightedChoice(shares);
    byClass_.clear();
    for (const nlohmann::json& name : values().value("targets")) {
        byClass_.push_back(context().nodeOf(name.get<std::string>()));
    }
}

void Dispatcher::dispatch(Message message) {
    if (targets_.empty()) {
        return;
    }
    const NodeId target = choose(std::get<Job>(message.payload));
    setGauge(0, ++dispatched_);
    port("out").sendTo(target, std::move(message));
}

NodeId Dispatcher::choose(const Job& job) {
    switch (policy_) {
    case Policy::random:
        return targets_[shares_.draw(random_)];
    case Policy::roundRobin:
        return targets_[turn_++ % targets_.size()];
    case Policy::shortestQueue:
    case Policy::leastWork:
        return chooseShortest();
    case Policy::powerOfChoices:
        return chooseAmongSome();
    case Policy::byClass:
        break;
    }
    return chooseByClass(job.jobClass);
}

std::int64_t Dispatcher::loadOf(NodeId node) const {
    const StationLoad load = context().loadOf(node);
    return policy_ == Policy::leastWork ? load.work.ns() : load.jobs;
}

/// Of several that have equally little to do each is as likely.
NodeId Dispatcher::chooseShortest() {
    NodeId best = targets_.front();
    std::int64_t least = loadOf(best);
    std::uint64_t ties = 1;
    for (std::size_t i = 1; i < targets_.size(); ++i) {
        const std::int64_t load = loadOf(targets_[i]);
        ties = load < least ? 1 : ties + (load == least ? 1 : 0);
        if (load < least || (load == least && random_.below(ties) == 0)) {
            best = targets_[i];
            least = load;
        }
    }
    return best;
}

/// Mitzenmacher 2001: d drawn with replacement, the shortest of them.
NodeId Dispatcher::chooseAmongSome() {
    NodeId best = targets_[random_.below(targets_.size())];
    for (std::size_t i = 1; i < choices_; ++i) {
        const NodeId other = targets_[random_.below(targets_.size())];
        if (loadOf(other) < loadOf(best)) {
            best = other;
        }
    }
    return best;
}

NodeId Dispatcher::chooseByClass(std::uint32_t jobClass) const {
    const bool isNamed = jobClass < byClass_.size() &&
                         std::ranges::find(targets_, byClass_[jobClass]) != targets_.end();
    return isNamed ? byClass_[jobClass] : targets_[jobClass % targets_.size()];
}

NodeKind dispatcherKind() {
    NodeKind kind;
    kind.id = "dispatcher";
    kind.name = ROUNDTRIP_TEXT("parts", "Dispatcher");
    kind.help = ROUNDTRIP_TEXT("parts", "Sends each job to one of several stations.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "The sign that says which counter is next");
    kind.category = Category::theory;
    kind.ports = {{"in", PortInfo::Direction::in, "job"}, {"out", PortInfo::Direction::out, "job"}};
    kind.parameters = {
        {.name = "policy",
         .label = ROUNDTRIP_TEXT("parameters", "How it chooses"),
         .help = ROUNDTRIP_TEXT(
             "parameters", "random: by weights. round_robin: in turn. shortest_queue: fewest jobs. "
                           "power_of_d: the shorter of a few that it looks at. least_work: least "
                           "time to work. by_class: as the job's class says."),
         .type = ParameterType::choice,
         .fallback = "random",
         .choices = policyNames()},
        {.name = "choices",
         .label = ROUNDTRIP_TEXT("parameters", "Stations that it looks at"),
         .help = ROUNDTRIP_TEXT("parameters", "For power_of_d: how many, chosen at random."),
         .type = ParameterType::integer,
         .fallback = 2,
         .least = 1,
         .most = 1000},
        {.name = "weights",
         .label = ROUNDTRIP_TEXT("parameters", "Weights"),
         .help = ROUNDTRIP_TEXT("parameters", "For random: by station, as {\"a\": 3, \"b\": 1}. "
                                              "Others have 1."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::object(),
         .check = checkWeights},
        {.name = "targets",
         .label = ROUNDTRIP_TEXT("parameters", "Stations by class"),
         .help = ROUNDTRIP_TEXT("parameters", "For by_class: where class 0 goes, class 1 and so "
                                              "on, as [\"a\", \"b\"]."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::array(),
         .check = checkTargets},
    };
    kind.gauges = {{"dispatched", ROUNDTRIP_TEXT("gauges", "{value} sent on")}};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<Dispatcher>(*findKind("dispatcher"), context, std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
