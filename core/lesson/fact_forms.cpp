#include "core/lesson/analogy.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace roundtrip {

namespace {

using Names = std::vector<std::string_view>;

constexpr std::array kReasonNames{std::string_view("never_stored"), std::string_view("expired"),
                                  std::string_view("evicted"),      std::string_view("invalidated"),
                                  std::string_view("cleared"),      std::string_view("replaced")};

std::string_view firstLine(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

/// What a message's title begins with: "GET", "404", "(nil)".
std::string_view firstWord(std::string_view title) {
    constexpr std::string_view kVersion = "HTTP/1.1 ";
    if (title.starts_with(kVersion)) {
        title.remove_prefix(kVersion.size());
    }
    return title.substr(0, title.find_first_of(" \r\n"));
}

std::vector<std::string> messageForms(MessageKind kind, std::string_view title, bool isFailed) {
    const std::string name(messageKindNames()[static_cast<std::size_t>(kind)]);
    std::vector<std::string> forms;
    if (const std::string_view word = firstWord(title); !word.empty()) {
        forms.push_back(fmt::format("{}/{}", name, word));
    }
    if (isFailed) {
        forms.push_back(name + "/failed");
    }
    forms.push_back(name);
    return forms;
}

std::vector<std::string> checkForms(std::string_view check, std::string_view reason) {
    return {fmt::format("{}/{}", check, firstLine(reason)), std::string(check)};
}

std::vector<std::string> commandForms(const Trace& trace, const Fact& fact) {
    if (fact.node == NodeId::none) {
        return {"link"};
    }
    const auto json =
        nlohmann::json::parse(trace.text(fact.as<CommandGiven>().description), nullptr, false);
    return json.is_object() ? std::vector{json.value("action", "")} : std::vector<std::string>();
}

std::vector<std::string> settingForms(const Trace& trace, const Fact& fact) {
    const auto changed = fact.as<ParameterChanged>();
    const std::string_view parameter = trace.text(changed.parameter);
    if (fact.node != NodeId::none) {
        constexpr std::size_t kLongest = 40; // whole documents are no form
        const std::string_view after = trace.text(changed.after);
        std::vector<std::string> forms;
        if (after.size() <= kLongest) {
            forms.push_back(fmt::format("{}/{}", parameter, after));
        }
        forms.emplace_back(parameter);
        return forms;
    }
    const std::string_view name = parameter.substr(parameter.find(' ') + 1);
    if (name == "cut") {
        return {trace.text(changed.after) == "true" ? "link/cut" : "link/mended", "link"};
    }
    return {fmt::format("link/{}", name), "link"};
}

std::vector<std::string> endForms(const RequestFinished& finished) {
    constexpr std::uint32_t kFirstError = 400;
    if (finished.status == 0) {
        return {"no_answer"};
    }
    if (finished.status >= kFirstError) {
        return {"error"};
    }
    return finished.answeredBy == NodeId::none ? std::vector<std::string>{"good"}
                                               : std::vector<std::string>{"data", "good"};
}

std::vector<std::string> pageForms(const Trace& trace, const Fact& fact) {
    switch (fact.kind) {
    case FactKind::templateRendered:
        return {!trace.text(fact.as<TemplateRendered>().raw).empty()       ? "raw"
                : !trace.text(fact.as<TemplateRendered>().escaped).empty() ? "escaped"
                                                                           : "plain"};
    case FactKind::overheard:
        return {fact.as<Overheard>().isSealed != 0               ? "sealed"
                : trace.text(fact.as<Overheard>().found).empty() ? "nothing"
                                                                 : "learned"};
    case FactKind::scriptRan:
        return {trace.text(fact.as<ScriptRan>().stolen).empty() ? "harmless" : "stolen"};
    default:
        return {std::string(trace.text(fact.as<CookieKept>().name))};
    }
}

std::vector<std::string> nodeForms(const NodeChanged& changed) {
    constexpr std::uint32_t kUsual = 1000;
    return {changed.isRunning == 0          ? "stopped"
            : changed.thousandths == kUsual ? "running"
                                            : "slow"};
}

std::string reasonName(CacheReason reason) {
    return std::string(kReasonNames[static_cast<std::size_t>(reason)]);
}

} // namespace

std::vector<std::string> formsOf(const Trace& trace, const Fact& fact) {
    switch (fact.kind) {
    case FactKind::commandGiven:
        return commandForms(trace, fact);
    case FactKind::requestFinished:
        return endForms(fact.as<RequestFinished>());
    case FactKind::messageSent: {
        const auto sent = fact.as<MessageSent>();
        // A frame begins with its header's digits.
        const std::string_view title =
            sent.messageKind == MessageKind::frame ? std::string_view() : trace.text(sent.wire);
        return messageForms(sent.messageKind, title, sent.failed == 1);
    }
    case FactKind::messageArrived: {
        const auto arrived = fact.as<MessageArrived>();
        return messageForms(arrived.messageKind, trace.text(arrived.title), arrived.failed != 0);
    }
    case FactKind::messageLost:
        return {fact.as<MessageLost>().reason == LossReason::packet ? "packet" : "cut"};
    case FactKind::cacheMissed:
        return {reasonName(fact.as<CacheMissed>().reason)};
    case FactKind::cacheRemoved:
        return {reasonName(fact.as<CacheRemoved>().reason)};
    case FactKind::handlerFailed:
        return {std::string(firstLine(trace.text(fact.as<HandlerFailed>().reason)))};
    case FactKind::parameterChanged:
        return settingForms(trace, fact);
    case FactKind::checkPassed:
        return checkForms(trace.text(fact.as<CheckPassed>().check),
                          trace.text(fact.as<CheckPassed>().reason));
    case FactKind::checkFailed:
        return checkForms(trace.text(fact.as<CheckFailed>().check),
                          trace.text(fact.as<CheckFailed>().reason));
    case FactKind::templateRendered:
    case FactKind::cookieKept:
    case FactKind::overheard:
    case FactKind::scriptRan:
        return pageForms(trace, fact);
    case FactKind::nodeChanged:
        return nodeForms(fact.as<NodeChanged>());
    default:
        return {};
    }
}

std::vector<std::string_view> knownForms(FactKind kind) {
    switch (kind) {
    case FactKind::requestFinished:
        return {"data", "good", "error", "no_answer"};
    case FactKind::messageSent:
    case FactKind::messageArrived:
        return messageKindNames();
    case FactKind::messageLost:
        return {"packet", "cut"};
    case FactKind::cacheMissed:
    case FactKind::cacheRemoved:
        return {kReasonNames.begin(), kReasonNames.end()};
    case FactKind::templateRendered:
        return {"raw", "escaped", "plain"};
    case FactKind::overheard:
        return {"sealed", "nothing", "learned"};
    case FactKind::scriptRan:
        return {"harmless", "stolen"};
    case FactKind::nodeChanged:
        return {"stopped", "running", "slow"};
    default:
        return {};
    }
}

std::vector<std::string_view> placeholdersFor(FactKind kind, std::string_view form) {
    const bool isLink = form.substr(0, form.find('/')) == "link";
    switch (kind) {
    case FactKind::messageSent:
        return {"fact", "node", "message", "what", "from", "to"};
    case FactKind::messageArrived:
    case FactKind::messageLost:
        return {"fact", "node", "message", "what", "from", "to", "took"};
    case FactKind::commandGiven:
        return isLink ? Names{"fact", "from", "to"} : Names{"fact", "node", "what", "count"};
    case FactKind::parameterChanged:
        return isLink ? Names{"fact", "from", "to", "what", "after"}
                      : Names{"fact", "node", "what", "before", "after"};
    case FactKind::requestFinished:
        return form == "data" ? Names{"fact", "node", "took", "status", "from"}
                              : Names{"fact", "node", "took", "status"};
    case FactKind::requestStarted:
    case FactKind::routeMatched:
    case FactKind::checkPassed:
    case FactKind::expressionTranslated:
    case FactKind::templateRendered:
    case FactKind::cookieKept:
    case FactKind::scriptRan:
        return {"fact", "node", "what"};
    case FactKind::rowsChanged:
        return {"fact", "node", "what", "count"};
    case FactKind::routeMissed:
    case FactKind::handlerFailed:
    case FactKind::checkFailed:
        return {"fact", "node", "what", "status"};
    case FactKind::workQueued:
    case FactKind::jobArrived:
    case FactKind::jobStarted:
        return {"fact", "node", "count"};
    case FactKind::jobDeparted:
        return {"fact", "node", "count", "took"};
    case FactKind::computed:
        return {"fact", "node", "took"};
    case FactKind::cacheHit:
    case FactKind::cacheMissed:
    case FactKind::cacheStored:
    case FactKind::cacheRemoved:
    case FactKind::staleServed:
        return {"fact", "node", "what", "took"};
    case FactKind::queryExecuted:
        return {"fact", "node", "what", "took", "count"};
    case FactKind::overheard:
        return {"fact", "node", "what", "count"};
    case FactKind::nodeChanged:
        return {"fact", "node"};
    default:
        return {};
    }
}

} // namespace roundtrip
