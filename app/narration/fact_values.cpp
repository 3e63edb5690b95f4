#include "app/narration/fact_values.h"

#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"
#include "core/nodes/node_kind.h"
#include "core/scene/link_parameters.h"
#include "core/trace/fact_details.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace roundtrip {

namespace {

/// The link that a message crosses, or whose setting changed; none for other facts.
LinkId linkOf(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::messageSent:
        return fact.as<MessageSent>().link;
    case FactKind::messageArrived:
        return fact.as<MessageArrived>().link;
    case FactKind::messageLost:
        return fact.as<MessageLost>().link;
    default:
        return LinkId::none;
    }
}

} // namespace

QString FactValues::text(TextId id) const {
    return fromView(trace_.text(id));
}

QString FactValues::list(TextId lines) const {
    return text(lines).replace(QLatin1Char('\n'), QStringLiteral(", "));
}

QString FactValues::secrets() const {
    QStringList found = text(fact_.as<Overheard>().found).split(QLatin1Char('\n'));
    std::ranges::transform(found, found.begin(), titleForPeople);
    return found.join(QStringLiteral(", "));
}

QString FactValues::fill(const std::string& sentence) const {
    QString filled;
    const QString source = QString::fromStdString(sentence);
    qsizetype from = 0;
    for (qsizetype open = source.indexOf('{'); open >= 0; open = source.indexOf('{', from)) {
        const qsizetype close = source.indexOf('}', open);
        if (close < 0) {
            break;
        }
        const QString name = source.mid(open + 1, close - open - 1);
        filled += source.mid(from, open - from) + value(name.toStdString());
        from = close + 1;
    }
    return filled + source.mid(from);
}

QString FactValues::value(std::string_view placeholder) const {
    if (placeholder == "node") {
        return narrator_.nodeName(fact_.node);
    }
    if (placeholder == "what") {
        return what();
    }
    if (placeholder == "took") {
        return took();
    }
    if (placeholder == "count") {
        return count();
    }
    if (placeholder == "from" || placeholder == "to") {
        return end(placeholder == "to");
    }
    if (placeholder == "status") {
        return QString::number(statusOf(fact_).value_or(0));
    }
    if (placeholder == "before" || placeholder == "after") {
        const auto changed = fact_.as<ParameterChanged>();
        return shortened(text(placeholder == "before" ? changed.before : changed.after));
    }
    if (placeholder == "message") {
        return narrator_.messageName(fact_);
    }
    return placeholder == "fact" ? narrator_.plainSentence(trace_, fact_).sentence : QString();
}

QString FactValues::what() const {
    switch (fact_.kind) {
    case FactKind::commandGiven:
        return commandText();
    case FactKind::requestStarted:
        return QStringLiteral("%1 %2").arg(text(fact_.as<RequestStarted>().method),
                                           text(fact_.as<RequestStarted>().target));
    case FactKind::messageSent:
        return Narrator::messageTitle(trace_, fact_.as<MessageSent>());
    case FactKind::messageArrived:
        return titleForPeople(text(fact_.as<MessageArrived>().title));
    case FactKind::messageLost:
        return titleForPeople(text(fact_.as<MessageLost>().title));
    case FactKind::routeMatched:
        return text(fact_.as<RouteMatched>().pattern);
    case FactKind::routeMissed:
        return text(fact_.as<RouteMissed>().target);
    case FactKind::handlerFailed: {
        const Error error = errorOfLines(text(fact_.as<HandlerFailed>().reason));
        return hasSentence(QString::fromStdString(error.code))
                   ? problemText(error)
                   : list(fact_.as<HandlerFailed>().reason);
    }
    case FactKind::parameterChanged:
        return settingLabel();
    case FactKind::checkPassed:
        return checkText(fact_.as<CheckPassed>().reason);
    case FactKind::checkFailed:
        return checkText(fact_.as<CheckFailed>().reason);
    default:
        return dataText();
    }
}

QString FactValues::dataText() const {
    switch (fact_.kind) {
    case FactKind::cacheHit:
        return text(fact_.as<CacheHit>().key);
    case FactKind::cacheMissed:
        return text(fact_.as<CacheMissed>().key);
    case FactKind::cacheStored:
        return text(fact_.as<CacheStored>().key);
    case FactKind::cacheRemoved:
        return text(fact_.as<CacheRemoved>().key);
    case FactKind::queryExecuted:
        return shortened(text(fact_.as<QueryExecuted>().sql));
    case FactKind::rowsChanged:
        return list(fact_.as<RowsChanged>().rows);
    case FactKind::staleServed:
        return text(fact_.as<StaleServed>().row);
    case FactKind::expressionTranslated:
        return text(fact_.as<ExpressionTranslated>().expression);
    case FactKind::templateRendered:
        return text(fact_.as<TemplateRendered>().name);
    case FactKind::cookieKept:
        return text(fact_.as<CookieKept>().name);
    case FactKind::overheard:
        return secrets();
    case FactKind::scriptRan:
        return list(fact_.as<ScriptRan>().stolen);
    default:
        return {};
    }
}

QString FactValues::commandText() const {
    const auto json =
        nlohmann::json::parse(trace_.text(fact_.as<CommandGiven>().description), nullptr, false);
    if (!json.is_object() || fact_.node == NodeId::none) {
        return {};
    }
    const std::string action = json.value("action", "");
    const nlohmann::json arguments = json.value("arguments", nlohmann::json::object());
    if (action == "send") {
        return QStringLiteral("%1 %2").arg(QString::fromStdString(arguments.value("method", "GET")),
                                           QString::fromStdString(arguments.value("target", "/")));
    }
    const ActionInfo* known = findKind(scene_.nodes[indexOf(fact_.node)].kind)->findAction(action);
    return known == nullptr ? QString::fromStdString(action) : coreText("actions", known->label);
}

/// The arguments of a reason; a reason without any is data itself.
QString FactValues::checkText(TextId reason) const {
    const QString lines = text(reason);
    const QString arguments = lines.section(QLatin1Char('\n'), 1);
    QString data = arguments.isEmpty() ? lines : arguments;
    return data.replace(QLatin1Char('\n'), QStringLiteral(", "));
}

QString FactValues::settingLabel() const {
    const QString name = text(fact_.as<ParameterChanged>().parameter);
    const Parameter* parameter = nullptr;
    if (fact_.node == NodeId::none) {
        parameter = findLinkParameter(name.section(QLatin1Char(' '), 1).toStdString());
    } else {
        parameter =
            findKind(scene_.nodes[indexOf(fact_.node)].kind)->findParameter(name.toStdString());
    }
    return parameter == nullptr ? name : coreText("parameters", parameter->label);
}

QString FactValues::took() const {
    switch (fact_.kind) {
    case FactKind::messageArrived:
        return durationForPeople(fact_.time - fact_.as<MessageArrived>().departure);
    case FactKind::messageLost:
        return durationForPeople(fact_.time - fact_.as<MessageLost>().departure);
    case FactKind::requestFinished:
        return durationForPeople(fact_.time - fact_.as<RequestFinished>().startedAt);
    case FactKind::computed:
        return durationForPeople(fact_.as<Computed>().took);
    case FactKind::cacheHit:
        return durationForPeople(fact_.as<CacheHit>().age);
    case FactKind::cacheMissed:
        return durationForPeople(fact_.as<CacheMissed>().since);
    case FactKind::cacheStored:
        return durationForPeople(fact_.as<CacheStored>().ttl);
    case FactKind::cacheRemoved:
        return durationForPeople(fact_.as<CacheRemoved>().unusedFor);
    case FactKind::staleServed:
        return durationForPeople(fact_.as<StaleServed>().staleFor);
    case FactKind::queryExecuted:
        return durationForPeople(fact_.as<QueryExecuted>().took);
    case FactKind::jobDeparted:
        return durationForPeople(fact_.time - fact_.as<JobDeparted>().arrivedAt);
    default:
        return {};
    }
}

QString FactValues::count() const {
    switch (fact_.kind) {
    case FactKind::commandGiven: {
        const auto json = nlohmann::json::parse(trace_.text(fact_.as<CommandGiven>().description),
                                                nullptr, false);
        const auto arguments = json.is_object() ? memberOf(json, "arguments") : nlohmann::json();
        const auto number = memberOf(arguments, "count");
        return countForPeople(number.is_number_integer() ? number.get<qint64>() : 1);
    }
    case FactKind::workQueued:
        return countForPeople(fact_.as<WorkQueued>().ahead);
    case FactKind::jobArrived:
        return countForPeople(fact_.as<JobArrived>().job);
    case FactKind::jobStarted:
        return countForPeople(fact_.as<JobStarted>().job);
    case FactKind::jobDeparted:
        return countForPeople(fact_.as<JobDeparted>().job);
    case FactKind::queryExecuted:
        return countForPeople(fact_.as<QueryExecuted>().rows);
    case FactKind::rowsChanged:
        return countForPeople(text(fact_.as<RowsChanged>().rows).count(QLatin1Char('\n')) + 1);
    case FactKind::overheard:
        return countForPeople(fact_.as<Overheard>().bytes);
    default:
        return {};
    }
}

/// Who sends or receives a message, where a link begins or ends, or whose data an answer has.
QString FactValues::end(bool isReceiver) const {
    if (fact_.is<RequestFinished>()) {
        return narrator_.nodeName(fact_.as<RequestFinished>().answeredBy);
    }
    std::string key;
    bool isBackwards = false;
    if (const LinkId crossed = linkOf(fact_); crossed != LinkId::none) {
        const SceneLink& link = scene_.links[indexOf(crossed)];
        key = link.key();
        const std::string& other = fact_.is<MessageArrived>() ? link.from : link.to;
        isBackwards = scene_.nodes[indexOf(fact_.node)].id == other;
    } else if (fact_.is<ParameterChanged>()) {
        key = text(fact_.as<ParameterChanged>().parameter)
                  .section(QLatin1Char(' '), 0, 0)
                  .toStdString();
    } else {
        const auto json = nlohmann::json::parse(trace_.text(fact_.as<CommandGiven>().description),
                                                nullptr, false);
        key = memberText(json, "target");
    }
    const auto link = std::ranges::find(scene_.links, key, &SceneLink::key);
    if (link == scene_.links.end()) {
        return {};
    }
    const std::string& wanted = isReceiver != isBackwards ? link->to : link->from;
    const auto node = std::ranges::find(scene_.nodes, wanted, &SceneNode::id);
    return narrator_.nodeName(NodeId{static_cast<std::uint16_t>(node - scene_.nodes.begin())});
}

} // namespace roundtrip
