#include "app/narration/narrator.h"
#include "app/narration/text_format.h"

#include <QHash>

namespace roundtrip {

namespace {

// Each check with each of its reasons: %1 is the part, %2 and on are the reason's arguments.
using Sentences = QHash<QString, const char*>;

const Sentences& layerSentences() {
    static const Sentences kSentences{
        {"session/found", QT_TRANSLATE_NOOP("Checks", "%1 knows the session: this is %2.")},
        {"session/unknown", QT_TRANSLATE_NOOP("Checks", "%1 does not know this session any more.")},
        {"session/expired",
         QT_TRANSLATE_NOOP("Checks", "%1 finds that the session has ended: it was idle too long.")},
        {"csrf/good", QT_TRANSLATE_NOOP("Checks", "The secret of the page is right: this request "
                                                  "comes from %1's own page.")},
        {"csrf/no-cookie",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: this browser never got the page's secret.")},
        {"csrf/no-token", QT_TRANSLATE_NOOP("Checks", "%1 refuses: the request does not repeat the "
                                                      "page's secret. Another site may be behind "
                                                      "it.")},
        {"csrf/other-token",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: the secret is not that of its page.")},
        {"rate-limit/too-many",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: too many requests by %2. Try again in %3 s.")},
        {"body/too-large", QT_TRANSLATE_NOOP("Checks", "%1 refuses a body of %2 bytes; it takes "
                                                       "%3 at most.")},
        {"body/bad-json", QT_TRANSLATE_NOOP("Checks", "%1 refuses: the body is not valid JSON.")},
        {"body/type",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: it cannot read a body of the type \"%2\".")},
        {"https/open", QT_TRANSLATE_NOOP("Checks", "%1 sends the browser to HTTPS: this came over "
                                                   "an open connection.")},
    };
    return kSentences;
}

const Sentences& tokenSentences() {
    static const Sentences kSentences{
        {"token/good", QT_TRANSLATE_NOOP("Checks", "%1 checks the token: signed and still good. "
                                                   "This is %2.")},
        {"token/token-malformed",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: its part \"%2\" cannot be read.")},
        {"token/token-algorithm",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: it asks for the algorithm %2, but only "
                                     "%3 counts here.")},
        {"token/token-critical",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: it demands %2, which is unknown "
                                     "here.")},
        {"token/token-signature",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: the signature does not fit. Somebody "
                                     "changed it.")},
        {"token/token-claim",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: its claim \"%2\" is of the wrong "
                                     "type.")},
        {"token/token-expired",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: it expired %2 s ago.")},
        {"token/token-no-expiry",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: it would never expire.")},
        {"token/token-not-yet",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: it is not good for another %2 s.")},
        {"token/token-issuer",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: \"%2\" issued it.")},
        {"token/token-audience",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: it is meant for %2.")},
        {"token/token-revoked",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: it was revoked.")},
    };
    return kSentences;
}

const Sentences& accessSentences() {
    static const Sentences kSentences{
        {"access/allowed", QT_TRANSLATE_NOOP("Checks", "%1: %2 may do this.")},
        {"access/nobody",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: nobody is signed in. Who are you?")},
        {"access/role", QT_TRANSLATE_NOOP("Checks", "%1 refuses: %2 is \"%3\", and this is for "
                                                    "\"%4\" only.")},
        {"owner/mine", QT_TRANSLATE_NOOP("Checks", "%1: this belongs to %2.")},
        {"owner/nobody",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: nobody is signed in. Who are you?")},
        {"owner/not-yours", QT_TRANSLATE_NOOP("Checks", "%1 refuses %2: this belongs to %3.")},
        {"owner/hidden", QT_TRANSLATE_NOOP("Checks", "%1 tells %2 that there is no such thing: it "
                                                     "belongs to %3.")},
        {"static/file", QT_TRANSLATE_NOOP("Checks", "%1 sends the file %2; no handler runs.")},
        {"menu/shown", QT_TRANSLATE_NOOP("Checks", "%1 shows its menu: an OpenAPI document made of "
                                                   "its routes.")},
        {"idempotency/known",
         QT_TRANSLATE_NOOP("Checks", "%1 knows the key %2 and gives the same answer again. Nothing "
                                     "is done twice.")},
        {"resource/not-acceptable",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: it has only JSON to offer.")},
        {"resource/changed-meanwhile",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: somebody changed it meanwhile; the ETag is "
                                     "another.")},
        {"resource/fields", QT_TRANSLATE_NOOP("Checks", "%1 refuses the body: %2.")},
        {"call/timeout", QT_TRANSLATE_NOOP("Checks", "%1 has waited %2 and loses patience.")},
        {"call/failed", QT_TRANSLATE_NOOP("Checks", "%1 gets an error from there: %2.")},
        {"call/again", QT_TRANSLATE_NOOP("Checks", "%1 tries again: try %2.")},
        {"connections/full",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: all %2 connections are taken and the line is "
                                     "full.")},
        {"writer/waited",
         QT_TRANSLATE_NOOP("Checks", "%1 lets only one write at a time: this one waited %2.")},
    };
    return kSentences;
}

const Sentences& signInSentences() {
    static const Sentences kSentences{
        {"sign-up/no-name", QT_TRANSLATE_NOOP("Checks", "%1 refuses: the name is missing.")},
        {"sign-up/short-password",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: a password has at least %2 letters.")},
        {"sign-up/name-taken",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: there is a \"%2\" already.")},
        {"sign-up/hashed",
         QT_TRANSLATE_NOOP("Checks", "%1 has an account for %2. Not the password is stored, only "
                                     "its hash: %3")},
        {"login/good", QT_TRANSLATE_NOOP("Checks", "%1: the password is right. Welcome, %2.")},
        {"login/wrong", QT_TRANSLATE_NOOP("Checks", "%1 refuses: wrong password for %2.")},
        {"login/no-account",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: nobody is called \"%2\". It does not say so.")},
        {"login/locked", QT_TRANSLATE_NOOP("Checks", "%1 does not even look: the account %2 is "
                                                     "locked for %3 s.")},
        {"login/now-locked",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses and locks the account %2: too many wrong "
                                     "passwords.")},
        {"refresh/good", QT_TRANSLATE_NOOP("Checks", "%1 takes %2's refresh token; it is good "
                                                     "once.")},
        {"refresh/unknown",
         QT_TRANSLATE_NOOP("Checks", "%1 refuses: this refresh token is unknown or was used.")},
        {"logout/done", QT_TRANSLATE_NOOP("Checks", "%1 signs %2 out.")},
    };
    return kSentences;
}

QString textIn(const Trace& trace, TextId id) {
    const std::string_view text = trace.text(id);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString checkSentence(const QString& part, const QString& check, const QString& reason) {
    QStringList words = reason.split(QLatin1Char('\n'));
    const QString key = check + QLatin1Char('/') + words.takeFirst();
    const char* sentence = nullptr;
    for (const Sentences* some :
         {&layerSentences(), &tokenSentences(), &accessSentences(), &signInSentences()}) {
        sentence = sentence == nullptr ? some->value(key) : sentence;
    }
    if (sentence == nullptr) {
        return {};
    }
    QString text = QCoreApplication::translate("Checks", sentence).arg(part);
    for (const QString& word : words) {
        if (text.contains(QLatin1Char('%'))) {
            text = text.arg(word);
        }
    }
    return text;
}

} // namespace

Narration Narrator::narrateCheck(const Trace& trace, const Fact& fact) const {
    const bool isPassed = fact.is<CheckPassed>();
    const TextId check = isPassed ? fact.as<CheckPassed>().check : fact.as<CheckFailed>().check;
    const TextId reason = isPassed ? fact.as<CheckPassed>().reason : fact.as<CheckFailed>().reason;
    const QString sentence =
        checkSentence(nodeName(fact.node), textIn(trace, check), textIn(trace, reason));
    if (!sentence.isEmpty()) {
        return {sentence, isPassed ? Tone::good : Tone::bad};
    }
    const QString why = textIn(trace, check) + QStringLiteral(" \u00b7 ") +
                        textIn(trace, reason).replace(QLatin1Char('\n'), QStringLiteral(", "));
    return {isPassed ? tr("%1 lets this pass: %2.").arg(nodeName(fact.node), why)
                     : tr("%1 refuses: %2.").arg(nodeName(fact.node), why),
            isPassed ? Tone::good : Tone::bad};
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
        const QString found =
            textIn(trace, heard.found).replace(QLatin1Char('\n'), QStringLiteral(", "));
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
