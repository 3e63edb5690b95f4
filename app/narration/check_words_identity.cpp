#include "app/narration/check_words.h"

#include <QCoreApplication>

#include <array>

namespace roundtrip {

namespace {

constexpr auto kTokens = std::to_array<Sentence>({
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
    {"token/token-issuer", QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: \"%2\" issued it.")},
    {"token/token-audience",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: it is meant for %2.")},
    {"token/token-revoked", QT_TRANSLATE_NOOP("Checks", "%1 refuses the token: it was revoked.")},
});

constexpr auto kAccess = std::to_array<Sentence>({
    {"access/allowed", QT_TRANSLATE_NOOP("Checks", "%1: %2 may do this.")},
    {"access/nobody", QT_TRANSLATE_NOOP("Checks", "%1 refuses: nobody is signed in. Who are you?")},
    {"access/role", QT_TRANSLATE_NOOP("Checks", "%1 refuses: %2 is \"%3\", and this is for "
                                                "\"%4\" only.")},
    {"owner/mine", QT_TRANSLATE_NOOP("Checks", "%1: this belongs to %2.")},
    {"owner/nobody", QT_TRANSLATE_NOOP("Checks", "%1 refuses: nobody is signed in. Who are you?")},
    {"owner/not-yours", QT_TRANSLATE_NOOP("Checks", "%1 refuses %2: this belongs to %3.")},
    {"owner/hidden", QT_TRANSLATE_NOOP("Checks", "%1 tells %2 that there is no such thing: it "
                                                 "belongs to %3.")},
    {"static/file", QT_TRANSLATE_NOOP("Checks", "%1 sends the file %2; no handler runs.")},
    {"menu/shown", QT_TRANSLATE_NOOP("Checks", "%1 shows its menu: an OpenAPI document made of "
                                               "its routes.")},
    {"version/asked",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 takes version %2 of its API: the request asks for it with \"%3\".")},
    {"version/default",
     QT_TRANSLATE_NOOP("Checks", "%1 takes version %2 of its API: the request names none, and this "
                                 "is the one for such requests.")},
    {"version/latest",
     QT_TRANSLATE_NOOP("Checks", "%1 takes version %2 of its API, the newest: the request names "
                                 "none.")},
    {"version/neutral",
     QT_TRANSLATE_NOOP("Checks", "%1: this route is the same in all versions, so that the request "
                                 "need not name one.")},
    {"version/passed-over",
     QT_TRANSLATE_NOOP("Checks", "%1 would be asked for \"%2\" first, but has only the versions "
                                 "%3. It looks at what else the request accepts.")},
    {"version/unknown",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: it has no version for \"%2\". Its versions: %3.")},
    {"version/missing",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: the request has to name a version. Its versions: "
                                 "%2.")},
    {"idempotency/known",
     QT_TRANSLATE_NOOP("Checks", "%1 knows the key %2 and gives the same answer again. Nothing "
                                 "is done twice.")},
    {"resource/not-acceptable",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: it has only JSON to offer.")},
    {"resource/changed-meanwhile",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: somebody changed it meanwhile; the ETag is "
                                 "another.")},
    {"resource/fields", QT_TRANSLATE_NOOP("Checks", "%1 refuses the body: %2.")},
    {"rate-limit/left",
     QT_TRANSLATE_NOOP("Checks", "%1 lets it through; %3 more from %2 would be let through now.")},
    {"cache/missing", QT_TRANSLATE_NOOP("Checks", "%1 gets no answer from the cache and does the "
                                                  "work without it.")},
    {"restart/undone",
     QT_TRANSLATE_NOOP("Checks", "%1 stops in the middle of %2 transaction(s): none of them "
                                 "counts.")},
    {"replication/gap",
     QT_TRANSLATE_NOOP("Checks", "%1 notices that it missed %2 change(s), and asks for a new "
                                 "copy.")},
    {"replication/stuck",
     QT_TRANSLATE_NOOP("Checks", "%1 cannot take over a change (%2). It waits until it can.")},
    {"writer/waited",
     QT_TRANSLATE_NOOP("Checks", "%1 lets only one write at a time: this one waited %2.")},
});

constexpr auto kSignIn = std::to_array<Sentence>({
    {"sign-up/no-name", QT_TRANSLATE_NOOP("Checks", "%1 refuses: the name is missing.")},
    {"sign-up/short-password",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: a password has at least %2 letters.")},
    {"sign-up/name-taken", QT_TRANSLATE_NOOP("Checks", "%1 refuses: there is a \"%2\" already.")},
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
});

constexpr auto kProvider = std::to_array<Sentence>({
    {"oauth/unknown-client",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: no app is registered as \"%2\".")},
    {"oauth/other-redirect",
     QT_TRANSLATE_NOOP(
         "Checks", "%1 refuses: \"%2\" never registered the address %3. It sends nobody there.")},
    {"oauth/unsupported_response_type",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: it gives out codes only, not \"%2\".")},
    {"oauth/invalid_request",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: \"%2\" is missing or wrong.")},
    {"oauth/access_denied",
     QT_TRANSLATE_NOOP("Checks", "%2 does not let \"%3\" in; %1 sends the browser back.")},
    {"oauth/code-issued",
     QT_TRANSLATE_NOOP("Checks",
                       "%1: %2 agrees. The browser carries a code, good once, to \"%3\".")},
    {"oauth/code-redeemed",
     QT_TRANSLATE_NOOP("Checks", "%1 takes the code: \"%3\" gets tokens for %2.")},
    {"oauth/renewed",
     QT_TRANSLATE_NOOP("Checks", "%1 takes the refresh token: \"%3\" gets new tokens for %2.")},
    {"oauth/unsupported_grant_type",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: it gives no tokens for \"%2\".")},
    {"oauth/invalid_grant/unknown-code",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: it never issued this code.")},
    {"oauth/invalid_grant/used-code",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: this code was used already. Its tokens end, too.")},
    {"oauth/invalid_grant/expired",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: this code is too old.")},
    {"oauth/invalid_grant/other-client",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: this was given to another app.")},
    {"oauth/invalid_grant/other-redirect",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: the code was sent to another address.")},
    {"oauth/invalid_grant/no-verifier",
     QT_TRANSLATE_NOOP(
         "Checks", "%1 refuses: the secret of PKCE is missing. Somebody else may have the code.")},
    {"oauth/invalid_grant/wrong-verifier",
     QT_TRANSLATE_NOOP(
         "Checks",
         "%1 refuses: the secret of PKCE does not fit. Somebody else may have the code.")},
    {"oauth/invalid_grant/no-challenge",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: a secret of PKCE comes, but nobody announced one.")},
    {"oauth/invalid_grant/unknown-refresh",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: it does not know this refresh token.")},
    {"oauth/invalid_grant/refresh-reused",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: this refresh token was used before. Somebody stole "
                                 "it, so all of its family end.")},
});

constexpr auto kAttacks = std::to_array<Sentence>({
    {"attack/password-found",
     QT_TRANSLATE_NOOP("Checks", "%1 has guessed the password: \"%2\", at try %3.")},
    {"attack/locked-out",
     QT_TRANSLATE_NOOP("Checks", "%1 gives up: after try %2 it may try no more.")},
    {"attack/password-not-found",
     QT_TRANSLATE_NOOP("Checks", "%1 has tried %2 passwords; none fits.")},
    {"attack/cookie-worked", QT_TRANSLATE_NOOP("Checks", "%1 gets in with a stolen cookie (%2).")},
    {"attack/cookie-refused",
     QT_TRANSLATE_NOOP("Checks", "%1 does not get in with the stolen cookie (%2).")},
    {"attack/cookie-stolen", QT_TRANSLATE_NOOP("Checks", "%1 has stolen the cookie \"%2\": %3.")},
    {"attack/replay-worked",
     QT_TRANSLATE_NOOP("Checks", "%1 sends \"%2\" once more, and it works again (%3).")},
    {"attack/replay-refused",
     QT_TRANSLATE_NOOP("Checks", "%1 sends \"%2\" once more, but is refused (%3).")},
    {"attack/rows-leaked",
     QT_TRANSLATE_NOOP("Checks", "%1 gets rows that it should not see (%2 more), with %3")},
    {"attack/nothing-leaked",
     QT_TRANSLATE_NOOP("Checks", "%1 has tried %2 injections; none gets more rows.")},
    {"attack/flooded",
     QT_TRANSLATE_NOOP("Checks", "%1 has flooded the system: %2 requests answered, %3 refused.")},
    {"attack/token-accepted/alg_none",
     QT_TRANSLATE_NOOP("Checks", "%1 gets in with a token that nobody signed.")},
    {"attack/token-accepted/changed_role",
     QT_TRANSLATE_NOOP("Checks", "%1 gets in with a token that it has changed.")},
    {"attack/token-accepted/expired",
     QT_TRANSLATE_NOOP("Checks", "%1 gets in with a token that is too old.")},
    {"attack/token-accepted", QT_TRANSLATE_NOOP("Checks", "%1 gets in with a forged token (%2).")},
    {"attack/old-token-refused",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 does not get in with the overheard token: its time is over (%2).")},
    {"attack/token-refused/alg_none",
     QT_TRANSLATE_NOOP("Checks", "%1 does not get in with a token that nobody signed (%2).")},
    {"attack/token-refused/changed_role",
     QT_TRANSLATE_NOOP("Checks", "%1 does not get in with a token that it has changed (%2).")},
    {"attack/token-refused",
     QT_TRANSLATE_NOOP("Checks", "%1 does not get in with the forged token (%2): %3.")},
    {"attack/lies-in-wait",
     QT_TRANSLATE_NOOP("Checks", "%1 lies in wait for the next code that can be overheard.")},
    {"attack/code-worked",
     QT_TRANSLATE_NOOP("Checks", "%1 was faster and gets tokens for the stolen code: now it "
                                 "passes for %2.")},
    {"attack/code-refused/no-verifier",
     QT_TRANSLATE_NOOP("Checks", "%1 gets nothing for the stolen code: it cannot show the secret "
                                 "of PKCE.")},
    {"attack/code-refused/wrong-verifier",
     QT_TRANSLATE_NOOP("Checks", "%1 gets nothing for the stolen code: its guess of the secret of "
                                 "PKCE is wrong.")},
    {"attack/code-refused",
     QT_TRANSLATE_NOOP("Checks", "%1 gets nothing for the stolen code (%2).")},
    {"attack/no-loot/cookie", QT_TRANSLATE_NOOP("Checks", "%1 has no stolen cookie yet.")},
    {"attack/no-loot/request", QT_TRANSLATE_NOOP("Checks", "%1 has overheard no request yet.")},
    {"attack/no-loot/token", QT_TRANSLATE_NOOP("Checks", "%1 has overheard no token yet.")},
});

} // namespace

Sentences wordsOfIdentity() {
    return joined({kTokens, kAccess, kSignIn, kProvider, kAttacks});
}

} // namespace roundtrip
