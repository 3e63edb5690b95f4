#include "core/nodes/node.h"

#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace roundtrip {

namespace {

template <class Named>
std::vector<std::string> namesOf(const std::vector<Named>& things) {
    std::vector<std::string> names;
    std::ranges::transform(things, std::back_inserter(names), &Named::name);
    return names;
}

template <class Named>
const Named* findNamed(const std::vector<Named>& things, std::string_view name) {
    const auto found = std::ranges::find(things, name, &Named::name);
    return found == things.end() ? nullptr : &*found;
}

Error unknown(const char* code, const std::string& name, const std::vector<std::string>& known) {
    return {code, {name, nearestWord(name, known)}, ""};
}

tl::expected<void, Error> firstOf(const Problems& problems) {
    if (problems.empty()) {
        return {};
    }
    return tl::unexpected(problems.front());
}

} // namespace

std::string settingText(const nlohmann::json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

double Price::of(const NodeKind& kind, const nlohmann::json& parameters) const {
    const Parameter* counted = kind.findParameter(unit);
    if (counted == nullptr) {
        return base;
    }
    const auto written = parameters.find(unit);
    const nlohmann::json& count = written == parameters.end() ? counted->fallback : *written;
    return base + perUnit * (count.is_number() ? count.get<double>() : 0);
}

const Parameter* NodeKind::findParameter(std::string_view wanted) const {
    return findNamed(parameters, wanted);
}

const ActionInfo* NodeKind::findAction(std::string_view wanted) const {
    const ActionInfo* own = findNamed(actions, wanted);
    return own == nullptr && hasFaults(*this) ? findNamed(faultActions(), wanted) : own;
}

tl::expected<void, Error> checkAction(const NodeKind& kind, const std::string& action,
                                      const nlohmann::json& arguments) {
    if (action == "set") {
        const std::string name = memberText(arguments, "parameter");
        const Parameter* parameter = kind.findParameter(name);
        if (parameter == nullptr) {
            return tl::unexpected(unknown("unknown-parameter", name, namesOf(kind.parameters)));
        }
        return firstOf(checkValue(*parameter, memberOf(arguments, "value")));
    }
    const ActionInfo* known = kind.findAction(action);
    if (known == nullptr) {
        std::vector<std::string> names = namesOf(kind.actions);
        if (hasFaults(kind)) {
            std::ranges::move(namesOf(faultActions()), std::back_inserter(names));
        }
        return tl::unexpected(unknown("unknown-action", action, names));
    }
    for (const auto& [name, value] : arguments.items()) {
        const Parameter* argument = findNamed(known->arguments, name);
        if (argument == nullptr) {
            return tl::unexpected(unknown("unknown-parameter", name, namesOf(known->arguments)));
        }
        if (auto checked = firstOf(checkValue(*argument, value)); !checked) {
            return checked;
        }
    }
    return {};
}

Node::Node(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : kind_(kind), context_(context), setup_(std::move(setup)),
      values_(kind.parameters, setup_.parameters) {
    for (const PortInfo& port : kind.ports) {
        ports_.emplace_back(context, setup_.id, port.name);
    }
}

Port& Node::port(std::string_view name) {
    const auto found = std::ranges::find(ports_, name, &Port::name);
    assert(found != ports_.end());
    return *found;
}

tl::expected<void, Error> Node::perform(const std::string& action,
                                        const nlohmann::json& arguments) {
    if (auto checked = checkAction(kind_, action, arguments); !checked) {
        return checked;
    }
    if (action == "set") {
        setParameter(memberText(arguments, "parameter"), memberOf(arguments, "value"));
    } else {
        const ParameterValues given(kind_.findAction(action)->arguments, arguments);
        const bool isOwn = findNamed(kind_.actions, action) != nullptr;
        isOwn ? performOwn(action, given) : performFault(action, given);
    }
    return {};
}

void Node::linkLeaves(const Port& /*port*/, LinkId /*link*/) {}

void Node::performOwn(const std::string& /*action*/, const ParameterValues& /*arguments*/) {}

/// A fact also of a part that is stopped: somebody else sets it.
void Node::setParameter(const std::string& name, const nlohmann::json& value) {
    recorder().record(now(), id(), RequestId::none, SpanId::none,
                      ParameterChanged{.parameter = text(name),
                                       .before = text(settingText(values_.value(name))),
                                       .after = text(settingText(value))});
    values_.set(name, value);
    parametersChanged();
}

void Node::setGauge(std::size_t gauge, std::int64_t value, std::int64_t capacity) const {
    record(RequestId::none, SpanId::none,
           GaugeChanged{.gauge = static_cast<std::uint32_t>(gauge),
                        .value = static_cast<std::int32_t>(value),
                        .capacity = static_cast<std::int32_t>(capacity)});
}

SpanId Node::beginSpan(RequestId request, SpanId parent, std::string_view name) const {
    const SpanId span = recorder().nextSpan();
    if (recorder().keeps(request)) {
        record(request, span, SpanStarted{.parent = parent, .name = text(name)});
    }
    return span;
}

SpanId Node::beginSpan(const Message& message) const {
    const bool isKept = recorder().keeps(message.request);
    return beginSpan(message.request, message.span,
                     isKept ? titleOf(message.payload) : std::string());
}

void Node::endSpan(RequestId request, SpanId span, bool failed) const {
    record(request, span, SpanFinished{.failed = failed ? 1U : 0U});
}

} // namespace roundtrip
