#include "app/narration/check_sentences.h"
#include "app/narration/narrator.h"
#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"

#include <algorithm>

namespace roundtrip {

namespace {

QString textIn(const Trace& trace, TextId id) {
    const std::string_view text = trace.text(id);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Narration Narrator::narrateCheck(const Trace& trace, const Fact& fact) const {
    const bool isPassed = fact.is<CheckPassed>();
    const TextId check = isPassed ? fact.as<CheckPassed>().check : fact.as<CheckFailed>().check;
    const TextId reason = isPassed ? fact.as<CheckPassed>().reason : fact.as<CheckFailed>().reason;
    // What an attacker gets done is bad news for the one who built the system.
    const bool isAttack = trace.text(check) == "attack";
    const Tone tone = isPassed != isAttack ? Tone::good : Tone::bad;
    const QString sentence =
        checkSentence(nodeName(fact.node), textIn(trace, check), textIn(trace, reason));
    if (!sentence.isEmpty()) {
        return {sentence, tone};
    }
    const QString why = textIn(trace, check) + QStringLiteral(" \u00b7 ") +
                        textIn(trace, reason).replace(QLatin1Char('\n'), QStringLiteral(", "));
    return {isPassed ? tr("%1 lets this pass: %2.").arg(nodeName(fact.node), why)
                     : tr("%1 refuses: %2.").arg(nodeName(fact.node), why),
            tone};
}

Narration Narrator::narratePage(const Trace& trace, const Fact& fact) const {
    const QString part = nodeName(fact.node);
    switch (fact.kind) {
    case FactKind::expressionTranslated:
        return {tr("%1 turns %2 into SQL.")
                    .arg(part, textIn(trace, fact.as<ExpressionTranslated>().expression)),
                Tone::neutral};
    case FactKind::templateRendered: {
        const auto page = fact.as<TemplateRendered>();
        const QString name = textIn(trace, page.name);
        const auto list = [&trace](TextId lines) {
            return textIn(trace, lines).split(QLatin1Char('\n')).join(QStringLiteral(", "));
        };
        if (!trace.text(page.raw).empty()) {
            return {tr("%1 fills the template %2 and lets markup through: %3.")
                        .arg(part, name, list(page.raw)),
                    Tone::bad};
        }
        if (!trace.text(page.escaped).empty()) {
            return {tr("%1 fills the template %2 and makes markup harmless: %3.")
                        .arg(part, name, list(page.escaped)),
                    Tone::good};
        }
        return {tr("%1 fills the template %2.").arg(part, name), Tone::neutral};
    }
    case FactKind::cookieKept:
        return {
            tr("%1 keeps the cookie \"%2\".").arg(part, textIn(trace, fact.as<CookieKept>().name)),
            Tone::neutral};
    case FactKind::overheard: {
        const auto heard = fact.as<Overheard>();
        if (heard.isSealed != 0) {
            return {tr("%1 sees %n sealed byte(s) and can read nothing.", nullptr,
                       static_cast<int>(heard.bytes))
                        .arg(part),
                    Tone::good};
        }
        QStringList secrets = textIn(trace, heard.found).split(QLatin1Char('\n'));
        std::ranges::transform(secrets, secrets.begin(), titleForPeople);
        const QString found = secrets.join(QStringLiteral(", "));
        return {found.isEmpty() ? tr("%1 reads everything, but finds no secret.").arg(part)
                                : tr("%1 reads along and learns: %2.").arg(part, found),
                Tone::bad};
    }
    default: {
        const auto ran = fact.as<ScriptRan>();
        const QString stolen = textIn(trace, ran.stolen);
        return {stolen.isEmpty()
                    ? tr("%1 runs a foreign script in the page. It finds no cookie "
                         "that it may read.")
                          .arg(part)
                    : tr("%1 runs a foreign script in the page. It steals: %2.").arg(part, stolen),
                Tone::bad};
    }
    }
}

} // namespace roundtrip
