#include "core/trace/fact.h"

namespace roundtrip {

namespace {

struct Row {
    FactKind kind;
    FactKindInfo info;
};

// In the order of FactKind: checked by a test.
constexpr std::array<Row, kFactKindCount> kRows{{
    {FactKind::commandGiven, {"command_given", true, false}},
    {FactKind::requestStarted, {"request_started", true, false}},
    {FactKind::requestFinished, {"request_finished", true, false}},
    {FactKind::spanStarted, {"span_started", false, false}},
    {FactKind::spanFinished, {"span_finished", false, false}},
    {FactKind::messageSent, {"message_sent", true, false}},
    {FactKind::messageArrived, {"message_arrived", true, false}},
    {FactKind::gaugeChanged, {"gauge_changed", false, false}},
    {FactKind::workQueued, {"work_queued", true, false}},
    {FactKind::workStarted, {"work_started", false, false}},
    {FactKind::routeMatched, {"route_matched", true, false}},
    {FactKind::routeMissed, {"route_missed", true, true}},
    {FactKind::computed, {"computed", true, false}},
    {FactKind::cacheHit, {"cache_hit", true, false}},
    {FactKind::cacheMissed, {"cache_missed", true, false}},
    {FactKind::cacheStored, {"cache_stored", true, false}},
    {FactKind::cacheRemoved, {"cache_removed", true, false}},
    {FactKind::queryStarted, {"query_started", false, false}},
    {FactKind::queryExecuted, {"query_executed", true, false}},
    {FactKind::rowsChanged, {"rows_changed", true, false}},
    {FactKind::staleServed, {"stale_served", true, false}},
    {FactKind::handlerFailed, {"handler_failed", true, true}},
    {FactKind::responseBuilt, {"response_built", false, false}},
    {FactKind::parameterChanged, {"parameter_changed", true, false}},
    {FactKind::windowClosed, {"window_closed", false, false}},
    {FactKind::jobArrived, {"job_arrived", true, false}},
    {FactKind::jobStarted, {"job_started", true, false}},
    {FactKind::jobDeparted, {"job_departed", true, false}},
    {FactKind::checkPassed, {"check_passed", true, false}},
    {FactKind::checkFailed, {"check_failed", true, true}},
    {FactKind::expressionTranslated, {"expression_translated", true, false}},
    {FactKind::templateRendered, {"template_rendered", true, false}},
    {FactKind::cookieKept, {"cookie_kept", true, false}},
    {FactKind::overheard, {"overheard", true, false}},
    {FactKind::scriptRan, {"script_ran", true, true}},
    {FactKind::messageLost, {"message_lost", true, false}},
    {FactKind::nodeChanged, {"node_changed", true, false}},
    {FactKind::topologyChanged, {"topology_changed", false, false}},
}};

} // namespace

const FactKindInfo& infoOf(FactKind kind) {
    return kRows[static_cast<std::size_t>(kind)].info;
}

MessageId endOfFlight(const Fact& fact) {
    return fact.is<MessageArrived>() ? fact.as<MessageArrived>().message
           : fact.is<MessageLost>()  ? fact.as<MessageLost>().message
                                     : MessageId::none;
}

const FactKind* findFactKind(std::string_view name) {
    for (const Row& row : kRows) {
        if (row.info.name == name) {
            return &row.kind;
        }
    }
    return nullptr;
}

} // namespace roundtrip
