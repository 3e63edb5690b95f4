#include "core/trace/fact_details.h"

namespace roundtrip {

namespace {

std::array<TextId, 3> dataTexts(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::cacheHit:
        return {fact.as<CacheHit>().key, fact.as<CacheHit>().value};
    case FactKind::cacheMissed:
        return {fact.as<CacheMissed>().key};
    case FactKind::cacheStored:
        return {fact.as<CacheStored>().key, fact.as<CacheStored>().value};
    case FactKind::cacheRemoved:
        return {fact.as<CacheRemoved>().key};
    case FactKind::queryStarted:
        return {fact.as<QueryStarted>().sql, fact.as<QueryStarted>().values};
    case FactKind::queryExecuted:
        return {fact.as<QueryExecuted>().sql, fact.as<QueryExecuted>().plan};
    case FactKind::rowsChanged:
        return {fact.as<RowsChanged>().rows};
    case FactKind::staleServed:
        return {fact.as<StaleServed>().row};
    case FactKind::expressionTranslated:
        return {fact.as<ExpressionTranslated>().expression, fact.as<ExpressionTranslated>().sql};
    default:
        return {};
    }
}

} // namespace

std::optional<std::uint32_t> statusOf(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::requestFinished:
        return fact.as<RequestFinished>().status;
    case FactKind::routeMissed:
        return fact.as<RouteMissed>().status;
    case FactKind::handlerFailed:
        return fact.as<HandlerFailed>().status;
    case FactKind::responseBuilt:
        return fact.as<ResponseBuilt>().status;
    case FactKind::checkFailed:
        return fact.as<CheckFailed>().status;
    default:
        return std::nullopt;
    }
}

std::array<TextId, 3> textsOf(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::commandGiven:
        return {fact.as<CommandGiven>().description};
    case FactKind::requestStarted:
        return {fact.as<RequestStarted>().method, fact.as<RequestStarted>().target};
    case FactKind::messageSent:
        return {fact.as<MessageSent>().wire};
    case FactKind::messageArrived:
        return {fact.as<MessageArrived>().title};
    case FactKind::messageLost:
        return {fact.as<MessageLost>().title};
    case FactKind::routeMatched:
        return {fact.as<RouteMatched>().pattern, fact.as<RouteMatched>().parameters};
    case FactKind::routeMissed:
        return {fact.as<RouteMissed>().target, fact.as<RouteMissed>().others};
    case FactKind::handlerFailed:
        return {fact.as<HandlerFailed>().reason};
    case FactKind::parameterChanged:
        return {fact.as<ParameterChanged>().parameter, fact.as<ParameterChanged>().before,
                fact.as<ParameterChanged>().after};
    case FactKind::checkPassed:
        return {fact.as<CheckPassed>().check, fact.as<CheckPassed>().reason};
    case FactKind::checkFailed:
        return {fact.as<CheckFailed>().check, fact.as<CheckFailed>().reason};
    case FactKind::templateRendered:
        return {fact.as<TemplateRendered>().name, fact.as<TemplateRendered>().escaped,
                fact.as<TemplateRendered>().raw};
    case FactKind::cookieKept:
        return {fact.as<CookieKept>().name, fact.as<CookieKept>().cookie};
    case FactKind::overheard:
        return {fact.as<Overheard>().found};
    case FactKind::scriptRan:
        return {fact.as<ScriptRan>().script, fact.as<ScriptRan>().stolen};
    default:
        return dataTexts(fact);
    }
}

} // namespace roundtrip
