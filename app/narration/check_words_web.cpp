#include "app/narration/check_words.h"

#include <QCoreApplication>

#include <array>

namespace roundtrip {

namespace {

constexpr auto kLayers = std::to_array<Sentence>({
    {"session/found", QT_TRANSLATE_NOOP("Checks", "%1 knows the session: this is %2.")},
    {"session/unknown", QT_TRANSLATE_NOOP("Checks", "%1 does not know this session any more.")},
    {"session/expired",
     QT_TRANSLATE_NOOP("Checks", "%1 finds that the session has ended: it was idle too long.")},
    {"csrf/good", QT_TRANSLATE_NOOP("Checks", "The secret of the page is right: this request "
                                              "comes from %1's own page.")},
    {"csrf/no-cookie",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 refuses: the secret of the page did not come along as a cookie.")},
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
});

constexpr auto kHandlers = std::to_array<Sentence>({
    {"when/holds", QT_TRANSLATE_NOOP("Checks", "%1 asks whether %2. Yes, so it goes that way.")},
    {"when/fails", QT_TRANSLATE_NOOP("Checks", "%1 asks whether %2. No, so it goes the other "
                                               "way.")},
    {"loop/round", QT_TRANSLATE_NOOP("Checks", "%1 begins round %2 of %3.")},
    {"loop/empty", QT_TRANSLATE_NOOP("Checks", "%1 finds nothing in \"%2\" to go through.")},
    {"loop/cut", QT_TRANSLATE_NOOP("Checks", "%1 stops after round %2 of %3: one request may "
                                             "make no more.")},
});

constexpr auto kHttpCaching = std::to_array<Sentence>({
    {"http-cache/fresh", QT_TRANSLATE_NOOP("Checks", "%1 still has it fresh, for another %2.")},
    {"http-cache/max-stale",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 gives its copy although it is %2 too old: the request allows that.")},
    {"http-cache/stale-while-revalidate",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 gives its copy, %2 too old, and fetches a newer one meanwhile.")},
    {"http-cache/stale", QT_TRANSLATE_NOOP("Checks", "%1 finds its copy %2 too old.")},
    {"http-cache/must-revalidate",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 finds its copy %2 too old, and must not use it without asking.")},
    {"http-cache/no-cache",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 has a copy, but the answer says no-cache: ask before each use.")},
    {"http-cache/request-no-cache",
     QT_TRANSLATE_NOOP("Checks", "%1 has a copy, but the request wants a new answer (no-cache).")},
    {"http-cache/request-max-age",
     QT_TRANSLATE_NOOP("Checks", "%1 has a copy, but the request wants a younger one (max-age).")},
    {"http-cache/request-min-fresh",
     QT_TRANSLATE_NOOP(
         "Checks",
         "%1 has a copy, but the request wants one that stays fresh for longer (min-fresh).")},
    {"http-cache/method",
     QT_TRANSLATE_NOOP("Checks", "%1 keeps no answers to requests of this method.")},
    {"http-cache/vary",
     QT_TRANSLATE_NOOP("Checks", "%1 has a copy for another %2: the answer varies with it.")},
    {"http-cache/vary-any",
     QT_TRANSLATE_NOOP("Checks", "%1 has a copy, but it varies with everything (Vary: *).")},
    {"http-cache/only-if-cached",
     QT_TRANSLATE_NOOP("Checks", "%1 has nothing for a request that wants a copy or nothing.")},
    {"http-cache/not-modified",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 learns by 304 that its copy is still good. Only headers travelled.")},
    {"http-cache/collapsed",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 lets this request wait: another one is fetching the same already.")},
    {"http-cache/stale-if-error",
     QT_TRANSLATE_NOOP("Checks", "%1 gives its old copy, because the origin failed.")},
    {"http-cache/no-answer", QT_TRANSLATE_NOOP("Checks", "%1 got no answer from its origin.")},
    {"http-cache/status",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 does not keep this answer: it does not understand the status.")},
    {"http-cache/part",
     QT_TRANSLATE_NOOP("Checks", "%1 does not keep this answer: it is only a part.")},
    {"http-cache/no-store",
     QT_TRANSLATE_NOOP("Checks", "%1 does not keep this answer: it says no-store.")},
    {"http-cache/request-no-store",
     QT_TRANSLATE_NOOP("Checks", "%1 does not keep this answer: the request says no-store.")},
    {"http-cache/private",
     QT_TRANSLATE_NOOP("Checks", "%1 does not keep this answer: it is private, for one person.")},
    {"http-cache/authorization",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 does not keep this answer: it is for somebody who signed in.")},
    {"http-cache/sets-cookie",
     QT_TRANSLATE_NOOP("Checks", "%1 does not keep this answer: it sets a cookie.")},
    {"http-cache/not-allowed",
     QT_TRANSLATE_NOOP("Checks", "%1 does not keep this answer: nothing in it allows that.")},
    {"http-cache/no-lifetime",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 does not keep this answer: it says no time for which it stays good.")},
    {"http-cache/too-large",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 does not keep this answer: it is larger than the whole cache.")},
});

constexpr auto kBrowser = std::to_array<Sentence>({
    {"redirect/followed", QT_TRANSLATE_NOOP("Checks", "%1 is sent on (%2) and follows: %3 %4.")},
    {"redirect/too-many",
     QT_TRANSLATE_NOOP("Checks", "%1 stops: %2 redirects in a row lead nowhere.")},
    {"redirect/no-tls", QT_TRANSLATE_NOOP("Checks", "%1 stops: nobody answers to HTTPS at %2.")},
    {"csp/blocked",
     QT_TRANSLATE_NOOP("Checks", "%1 runs no script of this page: its policy forbids it (%2).")},
    {"token/kept", QT_TRANSLATE_NOOP("Checks", "%1 keeps the token of %2 for the next requests.")},
    {"token/renewing",
     QT_TRANSLATE_NOOP("Checks", "%1: the token of %2 is no longer good. It shows its refresh "
                                 "token and asks for a new one.")},
    {"token/not-renewed",
     QT_TRANSLATE_NOOP("Checks", "%1 gets no new token from %2 (%3): the person has to sign in "
                                 "again.")},
});

constexpr auto kServices = std::to_array<Sentence>({
    {"api-key/missing", QT_TRANSLATE_NOOP("Checks", "%1 refuses: the request shows no API key.")},
    {"api-key/wrong", QT_TRANSLATE_NOOP("Checks", "%1 refuses: it does not know this API key.")},
    {"quota/used-up",
     QT_TRANSLATE_NOOP(
         "Checks", "%1 refuses: the %2 requests of this minute are used up. Try again in %3 s.")},
    {"service/failed-before-work",
     QT_TRANSLATE_NOOP("Checks", "%1 breaks down before it has done anything.")},
    {"service/failed-after-work",
     QT_TRANSLATE_NOOP("Checks", "%1 has done the work, but breaks down before it says so.")},
    {"charge/made", QT_TRANSLATE_NOOP("Checks", "%1 makes charge %2: %3 %4.")},
    {"charge/bad-body",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: a charge needs an amount above 0 and a currency.")},
    {"message/bad-address", QT_TRANSLATE_NOOP("Checks", "%1 refuses: \"%2\" is no mail address.")},
    {"idempotency/other-body",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: the key %2 came before with another body.")},
});

constexpr auto kClient = std::to_array<Sentence>({
    {"oauth/started", QT_TRANSLATE_NOOP("Checks", "%1 sends the browser to %2 to sign in.")},
    {"oauth/signed-in", QT_TRANSLATE_NOOP("Checks", "%1 believes %3: this is %2.")},
    {"oauth/state/missing",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 refuses: the state is missing. Another site may be behind it.")},
    {"oauth/state/other",
     QT_TRANSLATE_NOOP(
         "Checks",
         "%1 refuses: the state is not that of this browser. Another site may be behind it.")},
    {"oauth/state/no-sign-in",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 refuses: this browser has begun no sign-in, or too long ago.")},
    {"oauth/other-issuer",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: the answer comes from %2, which it did not ask.")},
    {"oauth/provider-said/access_denied",
     QT_TRANSLATE_NOOP("Checks", "%1 signs nobody in: the person said no.")},
    {"oauth/provider-said",
     QT_TRANSLATE_NOOP("Checks", "%1 signs nobody in: the identity provider says \"%2\".")},
    {"oauth/exchange-failed",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 gets no tokens for the code: the identity provider answers %2 \"%3\".")},
    {"passkey/registered",
     QT_TRANSLATE_NOOP(
         "Checks",
         "%1 keeps the public key of the device of %2. The private one never leaves the device.")},
    {"passkey/good",
     QT_TRANSLATE_NOOP("Checks", "%1: the device has signed the challenge. This is %2.")},
    {"passkey/bad-key",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: this is no public key of a passkey.")},
    {"passkey/other-device",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: %2 has another device already.")},
    {"passkey/no-device",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: %2 has registered no device yet.")},
    {"passkey/passkey-malformed",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: what the device signed cannot be read.")},
    {"passkey/passkey-challenge",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 refuses: the challenge is another one, or was answered before.")},
    {"passkey/passkey-origin",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: the device signed for %2, which is another site.")},
    {"passkey/passkey-signature",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: the signature is not that of the device it knows.")},
});

} // namespace

Sentences wordsOfTheWeb() {
    return joined({kLayers, kHandlers, kHttpCaching, kBrowser, kServices, kClient});
}

} // namespace roundtrip
