#include "app/narration/narrator.h"

#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"
#include "core/kernel/json_object.h"
#include "core/nodes/node_kind.h"
#include "core/scene/link_parameters.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace roundtrip {

namespace {

QString textOf(const Trace& trace, TextId id) {
    return fromView(trace.text(id));
}

} // namespace

QString Narrator::messageTitle(const Trace& trace, const MessageSent& sent) {
    const QString wire = textOf(trace, sent.wire);
    if (sent.messageKind == MessageKind::frame) {
        if (QString title = frameTitle(wire); !title.isEmpty()) {
            return title;
        }
    }
    QString line = wire.section(QLatin1Char('\n'), 0, 0);
    line.remove(QStringLiteral(" HTTP/1.1"));
    line.remove(QStringLiteral("HTTP/1.1 "));
    return shortened(titleForPeople(line));
}

QString Narrator::nodeName(NodeId node) const {
    const std::size_t index = indexOf(node);
    if (index >= scene_->nodes.size()) {
        return {};
    }
    const SceneNode& found = scene_->nodes[index];
    if (analogy_) {
        if (QString name = analogy_->nodeName(found.id); !name.isEmpty()) {
            return name;
        }
    }
    if (const auto name = names_.find(found.id); name != names_.end()) {
        return QString::fromStdString(name->second);
    }
    const NodeKind* kind = findKind(found.kind);
    return kind != nullptr && found.name == kind->name ? coreText("parts", kind->name)
                                                       : QString::fromStdString(found.name);
}

QString Narrator::linkName(LinkId link) const {
    const std::size_t index = indexOf(link);
    if (index >= scene_->links.size()) {
        return {};
    }
    QStringList names;
    for (const std::string& end : {scene_->links[index].from, scene_->links[index].to}) {
        const auto found = std::ranges::find(scene_->nodes, end, &SceneNode::id);
        names << nodeName(NodeId{static_cast<std::uint16_t>(found - scene_->nodes.begin())});
    }
    return names.join(QStringLiteral(" \u2192 "));
}

/// `key` is "browser->app", of a link that is there.
QString Narrator::linkNamed(const std::string& key) const {
    const auto link = std::ranges::find(scene_->links, key, &SceneLink::key);
    return linkName(LinkId{static_cast<std::uint16_t>(link - scene_->links.begin())});
}

/// `what` is "browser->app latency".
QString Narrator::linkSetting(const QString& what, const QString& value) const {
    const QString name = linkNamed(what.section(QLatin1Char(' '), 0, 0).toStdString());
    const std::string parameter = what.section(QLatin1Char(' '), 1).toStdString();
    const auto known = std::ranges::find(linkParameters(), parameter, &Parameter::name);
    if (parameter == "cut") {
        return value == QLatin1String("true") ? tr("%1 is cut.").arg(name)
                                              : tr("%1 is whole again.").arg(name);
    }
    const QString label = coreText("parameters", known->label);
    if (known->type == ParameterType::boolean) {
        return value == QLatin1String("true") ? tr("%1: \"%2\" is switched on.").arg(name, label)
                                              : tr("%1: \"%2\" is switched off.").arg(name, label);
    }
    return tr("%1: \"%2\" is now %3.").arg(name, label, value);
}

QString Narrator::settingSentence(const Trace& trace, const Fact& fact) const {
    const auto changed = fact.as<ParameterChanged>();
    if (fact.node == NodeId::none) {
        return linkSetting(textOf(trace, changed.parameter), textOf(trace, changed.after));
    }
    const NodeKind* kind = findKind(scene_->nodes[indexOf(fact.node)].kind);
    const Parameter* parameter = kind->findParameter(trace.text(changed.parameter));
    const QString node = nodeName(fact.node);
    if (parameter == nullptr) {
        return tr("You change a setting of %1.").arg(node);
    }
    const QString label = coreText("parameters", parameter->label);
    if (parameter->type == ParameterType::document) {
        return tr("%1: \"%2\" is new.").arg(node, label);
    }
    if (parameter->type == ParameterType::boolean) {
        return trace.text(changed.after) == "true"
                   ? tr("%1: \"%2\" is switched on.").arg(node, label)
                   : tr("%1: \"%2\" is switched off.").arg(node, label);
    }
    const QString before = textOf(trace, changed.before);
    const QString after = textOf(trace, changed.after);
    if (after.isEmpty()) {
        return tr("%1: \"%2\" is empty now.").arg(node, label);
    }
    return before.isEmpty() || before == after // set anew to what it was
               ? tr("%1: \"%2\" is now %3.").arg(node, label, after)
               : tr("%1: \"%2\" changes from %3 to %4.").arg(node, label, before, after);
}

QString Narrator::commandSentence(const Trace& trace, const Fact& fact) const {
    const auto given = fact.as<CommandGiven>();
    const auto json = nlohmann::json::parse(trace.text(given.description), nullptr, false);
    if (!json.is_object()) {
        return {};
    }
    const std::string action = json.value("action", "");
    const nlohmann::json arguments = json.value("arguments", nlohmann::json::object());
    if (memberText(json, "target").empty()) {
        return editSentence(arguments);
    }
    if (action == "send") {
        return tr("You send %1 %2.")
            .arg(QString::fromStdString(arguments.value("method", "GET")),
                 QString::fromStdString(arguments.value("target", "/")));
    }
    if (action == "send_many") {
        return tr("%n request(s) are being sent, at random moments.", nullptr,
                  arguments.value("count", 0));
    }
    if (action == "set") {
        return tr("You change a setting of %1.")
            .arg(fact.node == NodeId::none ? linkNamed(json.value("target", ""))
                                           : nodeName(fact.node));
    }
    const SceneNode& node = scene_->nodes[indexOf(fact.node)];
    const ActionInfo* known = findKind(node.kind)->findAction(action);
    return tr("%1: %2.").arg(nodeName(fact.node), known == nullptr
                                                      ? QString::fromStdString(action)
                                                      : coreText("actions", known->label));
}

Narration Narrator::narrateMessage(const Trace& trace, const Fact& fact) const {
    if (fact.is<MessageSent>()) {
        const auto sent = fact.as<MessageSent>();
        const QString title = messageTitle(trace, sent);
        const QString from = nodeName(fact.node);
        const Tone tone = sent.failed != 0 ? Tone::bad : Tone::neutral;
        switch (sent.messageKind) {
        case MessageKind::request:
            return {tr("%1 sends the request %2.").arg(from, title), tone};
        case MessageKind::response:
            return {tr("%1 sends its answer: %2.").arg(from, title), tone};
        case MessageKind::query:
            return {tr("%1 asks: %2").arg(from, title), tone};
        case MessageKind::result:
            return {title == QLatin1String("(nil)")
                        ? tr("%1 answers that it has nothing.").arg(from)
                    : title == QLatin1String("OK") ? tr("%1 confirms.").arg(from)
                                                   : tr("%1 sends back what it found.").arg(from),
                    tone};
        default:
            return {tr("%1 sends %2.").arg(from, title), tone};
        }
    }
    const auto arrived = fact.as<MessageArrived>();
    const SimTime way = fact.time - arrived.departure;
    const QString sentence = arrived.messageKind == MessageKind::result
                                 ? tr("The answer (%1) has reached %2 after %3 on the way.")
                                 : tr("%1 has reached %2 after %3 on the way.");
    return {sentence.arg(titleForPeople(textOf(trace, arrived.title)), nodeName(fact.node),
                         durationForPeople(way)),
            arrived.failed != 0 ? Tone::bad : Tone::neutral};
}

QString Narrator::missReason(const CacheMissed& missed) {
    const QString ago = durationForPeople(missed.since);
    switch (missed.reason) {
    case CacheReason::expired:
        return tr("Its time to live ended %1 ago.").arg(ago);
    case CacheReason::evicted:
        return tr("It had to make room %1 ago.").arg(ago);
    case CacheReason::invalidated:
        return tr("It was removed %1 ago because the data changed.").arg(ago);
    case CacheReason::cleared:
        return tr("The cache was emptied %1 ago.").arg(ago);
    default:
        return tr("Nobody has stored it yet.");
    }
}

Narration Narrator::narrateCache(const Trace& trace, const Fact& fact) const {
    const QString node = nodeName(fact.node);
    switch (fact.kind) {
    case FactKind::cacheHit: {
        const auto hit = fact.as<CacheHit>();
        return {tr("Cache hit: %1 has %2, stored %3 ago.")
                    .arg(node, textOf(trace, hit.key), durationForPeople(hit.age)),
                Tone::good};
    }
    case FactKind::cacheMissed: {
        const auto missed = fact.as<CacheMissed>();
        return {tr("Cache miss: %1 does not have %2. %3")
                    .arg(node, textOf(trace, missed.key), missReason(missed)),
                Tone::attention};
    }
    case FactKind::cacheStored: {
        const auto stored = fact.as<CacheStored>();
        return {tr("%1 keeps %2 for %3.")
                    .arg(node, textOf(trace, stored.key), durationForPeople(stored.ttl)),
                Tone::good};
    }
    default: {
        const auto removed = fact.as<CacheRemoved>();
        const QString key = textOf(trace, removed.key);
        if (removed.reason == CacheReason::evicted) {
            return {tr("%1 is full: %2 has to go, unused for %3.")
                        .arg(node, key, durationForPeople(removed.unusedFor)),
                    Tone::attention};
        }
        if (removed.reason == CacheReason::cleared) {
            return {tr("%1 is empty now.").arg(node), Tone::attention};
        }
        return {tr("%1 throws %2 away: the copy is no longer true.").arg(node, key),
                Tone::attention};
    }
    }
}

Narration Narrator::narrateWork(const Trace& trace, const Fact& fact) const {
    const QString node = nodeName(fact.node);
    switch (fact.kind) {
    case FactKind::workQueued: {
        const auto ahead = static_cast<int>(fact.as<WorkQueued>().ahead);
        const std::size_t index = indexOf(fact.node);
        if (index < scene_->nodes.size() && scene_->nodes[index].kind == "task_queue") {
            return {tr("%1 keeps the task in line, %n ahead of it.", nullptr, ahead).arg(node),
                    Tone::attention}; // that is what a queue is for, nobody is too busy
        }
        return {
            tr("All of %1 is busy: the request waits, %n ahead of it.", nullptr, ahead).arg(node),
            Tone::attention};
    }
    case FactKind::routeMatched: {
        const auto matched = fact.as<RouteMatched>();
        const QString parameters = textOf(trace, matched.parameters);
        return {(parameters.isEmpty()
                     ? tr("%1 finds the handler for %2.").arg(node, textOf(trace, matched.pattern))
                     : tr("%1 finds the handler for %2, with %3.")
                           .arg(node, textOf(trace, matched.pattern), parameters)),
                Tone::neutral};
    }
    case FactKind::routeMissed: {
        const auto missed = fact.as<RouteMissed>();
        return {
            missed.status == 405
                ? tr("%1 knows %2, but not with this method (405).")
                      .arg(node, textOf(trace, missed.target))
                : tr("%1 knows no handler for %2 (404).").arg(node, textOf(trace, missed.target)),
            Tone::bad};
    }
    case FactKind::computed:
        return {tr("%1 worked for %2.").arg(node, durationForPeople(fact.as<Computed>().took)),
                Tone::neutral};
    case FactKind::queryExecuted: {
        const auto done = fact.as<QueryExecuted>();
        return {
            tr("%1 ran the query in %2: %3 steps, %n row(s).", nullptr, static_cast<int>(done.rows))
                .arg(node, durationForPeople(done.took), countForPeople(done.vmSteps)),
            Tone::neutral};
    }
    case FactKind::rowsChanged: {
        const auto changed = fact.as<RowsChanged>();
        return {
            tr("%1 changes the row %2.")
                .arg(node,
                     textOf(trace, changed.rows).replace(QLatin1Char('\n'), QStringLiteral(", "))),
            Tone::attention};
    }
    case FactKind::handlerFailed:
        return narrateFailure(trace, fact);
    default:
        return {};
    }
}

Narration Narrator::narrateFailure(const Trace& trace, const Fact& fact) const {
    const auto failed = fact.as<HandlerFailed>();
    const QString node = nodeName(fact.node);
    const QString status = QString::number(failed.status);
    QString reason = textOf(trace, failed.reason);
    const Error error = errorOfLines(reason);
    if (hasSentence(QString::fromStdString(error.code))) {
        const QString why = problemText(error);
        return {failed.status == 0 ? tr("%1 fails. %2").arg(node, why)
                                   : tr("%1 cannot answer (%2). %3").arg(node, status, why),
                Tone::bad};
    }
    // A database's own words.
    reason.replace(QLatin1Char('\n'), QStringLiteral(", "));
    return {failed.status == 0 ? tr("%1 fails: %2.").arg(node, reason)
                               : tr("%1 cannot answer (%2): %3.").arg(node, status, reason),
            Tone::bad};
}

Narration Narrator::narrateEnd(const Fact& fact) const {
    const auto finished = fact.as<RequestFinished>();
    const QString took = durationForPeople(fact.time - finished.startedAt);
    const QString source = nodeName(finished.answeredBy);
    if (finished.status == 0) {
        return {tr("%1 gives up after %2: it has no answer.").arg(nodeName(fact.node), took),
                Tone::bad};
    }
    if (finished.status >= 400) {
        return {tr("%1 has its answer after %2: an error, %3.")
                    .arg(nodeName(fact.node), took)
                    .arg(finished.status),
                Tone::bad};
    }
    return {source.isEmpty() ? tr("%1 has its answer after %2.").arg(nodeName(fact.node), took)
                             : tr("%1 has its answer after %2. The data came from %3.")
                                   .arg(nodeName(fact.node), took, source),
            Tone::good};
}

Narration Narrator::narrateJob(const Fact& fact) const {
    switch (fact.kind) {
    case FactKind::jobArrived:
        return {tr("Job %1 arrives at %2.").arg(fact.as<JobArrived>().job).arg(nodeName(fact.node)),
                Tone::neutral};
    case FactKind::jobStarted:
        return {tr("%1 starts on job %2.").arg(nodeName(fact.node)).arg(fact.as<JobStarted>().job),
                Tone::neutral};
    default:
        return {tr("Job %1 is done after %2.")
                    .arg(fact.as<JobDeparted>().job)
                    .arg(durationForPeople(fact.time - fact.as<JobDeparted>().arrivedAt)),
                Tone::good};
    }
}

Narration Narrator::plainSentence(const Trace& trace, const Fact& fact) const {
    switch (fact.kind) {
    case FactKind::commandGiven:
        return {commandSentence(trace, fact), Tone::neutral};
    case FactKind::requestStarted: {
        const auto started = fact.as<RequestStarted>();
        return {tr("%1 wants %2 %3.")
                    .arg(nodeName(fact.node), textOf(trace, started.method),
                         textOf(trace, started.target)),
                Tone::neutral};
    }
    case FactKind::requestFinished:
        return narrateEnd(fact);
    case FactKind::staleServed: {
        const auto stale = fact.as<StaleServed>();
        return {tr("Stale: %1 shows an old value. The database changed it %2 ago.")
                    .arg(nodeName(fact.node), durationForPeople(stale.staleFor)),
                Tone::bad};
    }
    case FactKind::parameterChanged:
        return {settingSentence(trace, fact), Tone::attention};
    case FactKind::messageSent:
    case FactKind::messageArrived:
        return narrateMessage(trace, fact);
    case FactKind::cacheHit:
    case FactKind::cacheMissed:
    case FactKind::cacheStored:
    case FactKind::cacheRemoved:
        return narrateCache(trace, fact);
    case FactKind::messageLost:
    case FactKind::nodeChanged:
        return narrateFault(trace, fact);
    case FactKind::jobArrived:
    case FactKind::jobStarted:
    case FactKind::jobDeparted:
        return narrateJob(fact);
    case FactKind::checkPassed:
    case FactKind::checkFailed:
        return narrateCheck(trace, fact);
    case FactKind::expressionTranslated:
    case FactKind::templateRendered:
    case FactKind::cookieKept:
    case FactKind::overheard:
    case FactKind::scriptRan:
        return narratePage(trace, fact);
    default:
        return narrateWork(trace, fact);
    }
}

Narration Narrator::plainHeadline(const Trace& trace, const Fact& fact) const {
    switch (fact.kind) {
    case FactKind::cacheHit:
        return {tr("hit %1").arg(textOf(trace, fact.as<CacheHit>().key)), Tone::good};
    case FactKind::cacheMissed:
        return {tr("miss %1").arg(textOf(trace, fact.as<CacheMissed>().key)), Tone::attention};
    case FactKind::cacheStored:
        return {tr("stored %1").arg(textOf(trace, fact.as<CacheStored>().key)), Tone::good};
    case FactKind::cacheRemoved:
        return {tr("removed %1").arg(textOf(trace, fact.as<CacheRemoved>().key)), Tone::attention};
    case FactKind::checkFailed:
        if (const auto status = fact.as<CheckFailed>().status; status > 0) {
            return {tr("refused, %1").arg(status), Tone::bad};
        }
        return {tr("a problem"), Tone::bad};
    case FactKind::scriptRan:
        return {tr("a foreign script ran"), Tone::bad};
    case FactKind::overheard:
        return fact.as<Overheard>().isSealed != 0 ? Narration{tr("sealed"), Tone::good}
                                                  : Narration{tr("read along"), Tone::bad};
    case FactKind::routeMatched:
        return {textOf(trace, fact.as<RouteMatched>().pattern), Tone::neutral};
    case FactKind::routeMissed:
        return {tr("no route, %1").arg(fact.as<RouteMissed>().status), Tone::bad};
    case FactKind::queryExecuted:
        return {tr("query took %1").arg(durationForPeople(fact.as<QueryExecuted>().took)),
                Tone::neutral};
    case FactKind::rowsChanged:
        return {tr("changed %1").arg(textOf(trace, fact.as<RowsChanged>().rows)), Tone::attention};
    case FactKind::staleServed:
        return {tr("stale by %1").arg(durationForPeople(fact.as<StaleServed>().staleFor)),
                Tone::bad};
    case FactKind::requestFinished: {
        const auto finished = fact.as<RequestFinished>();
        const QString took = durationForPeople(fact.time - finished.startedAt);
        return {finished.status == 0 ? tr("no answer in %1").arg(took)
                                     : tr("%1 in %2").arg(finished.status).arg(took),
                finished.status >= 400 || finished.status == 0 ? Tone::bad : Tone::good};
    }
    case FactKind::requestStarted:
        return {tr("waiting for %1").arg(textOf(trace, fact.as<RequestStarted>().target)),
                Tone::neutral};
    case FactKind::handlerFailed:
        return {fact.as<HandlerFailed>().status == 0 // a database's statement has none
                    ? tr("failed")
                    : tr("failed, %1").arg(fact.as<HandlerFailed>().status),
                Tone::bad};
    case FactKind::parameterChanged:
        return {tr("setting changed"), Tone::attention};
    case FactKind::nodeChanged:
        return fact.as<NodeChanged>().isRunning == 0       ? Narration{tr("stopped"), Tone::bad}
               : fact.as<NodeChanged>().thousandths > 1000 ? Narration{tr("slow"), Tone::attention}
                                                           : Narration{tr("running"), Tone::good};
    default:
        return {};
    }
}

QString Narrator::plainLabel(const Trace& trace, const MessageSent& sent) {
    QString title = messageTitle(trace, sent);
    switch (sent.messageKind) {
    case MessageKind::response: // its status, unless it has none
        return title.front().isDigit() ? title.section(QLatin1Char(' '), 0, 0) : title;
    case MessageKind::query:
        return title.startsWith(QLatin1String("SELECT")) ||
                       title.startsWith(QLatin1String("UPDATE"))
                   ? title.section(QLatin1Char(' '), 0, 0)
                   : title;
    case MessageKind::result:
        return title == QLatin1String("(nil)") ? tr("nothing")
               : title == QLatin1String("OK")  ? title
                                               : tr("data");
    default:
        return title;
    }
}

} // namespace roundtrip
