#include "app/narration/check_sentences.h"

#include "app/narration/problem_text.h"
#include "app/narration/sentence.h"
#include "app/narration/text_format.h"

#include <QCoreApplication>

#include <array>

namespace roundtrip {

namespace {

// Each check with each of its reasons: %1 is the part, %2 and on are the reason's arguments. A
// reason whose first argument is a code of its own has a row for each: check/reason/argument.

constexpr auto kLayers = std::to_array<Sentence>({
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

constexpr auto kCaching = std::to_array<Sentence>({
    {"cache-entry/missing",
     QT_TRANSLATE_NOOP("Checks", "%1 knows that there is no %2: it was asked for before.")},
    {"restart/lost-copies", QT_TRANSLATE_NOOP("Checks", "%1 restarts and forgets all %2 entries.")},
    {"restart/kept-copies",
     QT_TRANSLATE_NOOP("Checks", "%1 restarts and still has its %2 entries.")},
    {"single-flight/waits",
     QT_TRANSLATE_NOOP("Checks", "%1 waits: another request is loading %2 already.")},
    {"cache-entry/too-large",
     QT_TRANSLATE_NOOP("Checks", "%1 does not keep %2: it is larger than the whole cache.")},
    {"cache-entry/stale-while-revalidate",
     QT_TRANSLATE_NOOP("Checks", "%1 gives its old copy of %2 to all but the one who renews it.")},
});

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
    {"call/timeout", QT_TRANSLATE_NOOP("Checks", "%1 has waited %2 and loses patience.")},
    {"balance/round_robin", QT_TRANSLATE_NOOP("Checks", "%1: it is the turn of %2.")},
    {"balance/least_connections",
     QT_TRANSLATE_NOOP("Checks", "%1: %2 has least to do, %3 at the moment.")},
    {"balance/power_of_two",
     QT_TRANSLATE_NOOP("Checks", "%1: of two at random, %2 has less to do, %3 at the moment.")},
    {"balance/random", QT_TRANSLATE_NOOP("Checks", "%1: the lot falls on %2.")},
    {"balance/consistent_hash",
     QT_TRANSLATE_NOOP("Checks", "%1: by its hash, this request belongs to %2.")},
    {"balance/sticky", QT_TRANSLATE_NOOP("Checks", "%1: the cookie says that it was at %2 before, "
                                                   "so it goes there again.")},
    {"balance/unstuck", QT_TRANSLATE_NOOP("Checks", "%1: the cookie says %2, but that one does not "
                                                    "answer. Another one gets the request.")},
    {"balance/no-answer", QT_TRANSLATE_NOOP("Checks", "%1 gets no answer from %2: %3.")},
    {"balance/not-again",
     QT_TRANSLATE_NOOP("Checks", "%1 does not ask another server: the first one may have done it "
                                 "already. The answer is %2.")},
    {"balance/no-more-tries",
     QT_TRANSLATE_NOOP("Checks", "%1 has tried as often as it may. The answer is %2.")},
    {"balance/no-server",
     QT_TRANSLATE_NOOP("Checks", "%1 has no server left that could answer. The answer is %2.")},
    {"health/down", QT_TRANSLATE_NOOP("Checks", "%1 leaves out %2 from now on: %3 failures in a "
                                                "row, the last one: %4.")},
    {"health/up", QT_TRANSLATE_NOOP("Checks", "%1: %2 is well again and gets requests.")},
    {"rate-limit/left",
     QT_TRANSLATE_NOOP("Checks", "%1 lets it through; %3 more from %2 would be let through now.")},
    {"call/refused", QT_TRANSLATE_NOOP("Checks", "%1 is told at once that nobody is there to "
                                                 "answer.")},
    {"call/reset", QT_TRANSLATE_NOOP("Checks", "%1 loses the connection: the program at the other "
                                               "end is gone.")},
    {"cache/missing", QT_TRANSLATE_NOOP("Checks", "%1 gets no answer from the cache and does the "
                                                  "work without it.")},
    {"connection/opened",
     QT_TRANSLATE_NOOP("Checks", "%1 has opened a new connection, which took %2 (%3).")},
    {"connection/reused", QT_TRANSLATE_NOOP("Checks", "%1 uses a connection that is still open.")},
    {"connection/waits",
     QT_TRANSLATE_NOOP("Checks", "%1 has to wait: all %2 connections are in use.")},
    {"restart/undone",
     QT_TRANSLATE_NOOP("Checks", "%1 stops in the middle of %2 transaction(s): none of them "
                                 "counts.")},
    {"replication/gap",
     QT_TRANSLATE_NOOP("Checks", "%1 notices that it missed %2 change(s), and asks for a new "
                                 "copy.")},
    {"call/failed", QT_TRANSLATE_NOOP("Checks", "%1 gets an error from there: %2.")},
    {"call/again", QT_TRANSLATE_NOOP("Checks", "%1 tries again: try %2.")},
    {"connections/full",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: all %2 connections are taken and the line is "
                                 "full.")},
    {"writer/waited",
     QT_TRANSLATE_NOOP("Checks", "%1 lets only one write at a time: this one waited %2.")},
});

constexpr auto kTasks = std::to_array<Sentence>({
    {"task/full",
     QT_TRANSLATE_NOOP(
         "Checks",
         "%1 refuses the task \"%2\": %3 are in line already, and that is all it may keep.")},
    {"task/redelivered", QT_TRANSLATE_NOOP("Checks", "%1 hands the task \"%2\" (%3) out again: who "
                                                     "had it before never said that it was done.")},
    {"task/given-back",
     QT_TRANSLATE_NOOP(
         "Checks",
         "%1 has lost the connection to a worker and puts its task \"%2\" (%3) back in line.")},
    {"task/lost", QT_TRANSLATE_NOOP("Checks", "The task \"%2\" (%3) is lost: %1 has died, and the "
                                              "queue forgot the task when it handed it out.")},
    {"task/died", QT_TRANSLATE_NOOP("Checks", "%1 dies in the middle of the task \"%2\" (%3).")},
    {"task/lost-in-restart",
     QT_TRANSLATE_NOOP(
         "Checks", "%1 has started again and has lost the task \"%2\" (%3): it was not on disk.")},
    {"task/purged", QT_TRANSLATE_NOOP("Checks", "%1 throws the task \"%2\" (%3) away.")},
    {"task/dead",
     QT_TRANSLATE_NOOP(
         "Checks",
         "%1 keeps the task \"%2\" (%3) as a dead letter, for somebody to look at (%4).")},
    {"task/dropped", QT_TRANSLATE_NOOP("Checks", "%1 drops the task \"%2\" (%3): %4.")},
    {"task/returned",
     QT_TRANSLATE_NOOP("Checks", "%1 puts the dead letter \"%2\" (%3) back in line.")},
    {"task/not-in-table", QT_TRANSLATE_NOOP("Checks", "%1 knows no task \"%2\" and gives it up.")},
    {"task/duplicate",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 finds that a task with the key %2 was done before, and does nothing.")},
    {"task/succeeded", QT_TRANSLATE_NOOP("Checks", "%1 has done the task \"%2\" (%3).")},
    {"task/gave-up", QT_TRANSLATE_NOOP("Checks", "%1 gives the task \"%2\" (%3) up after try %4.")},
    {"task/retry",
     QT_TRANSLATE_NOOP("Checks", "The task \"%2\" (%3) has failed. %1 will make try %4 in %5.")},
    {"task/no-database",
     QT_TRANSLATE_NOOP("Checks", "%1 cannot write what it did: no database is connected.")},
    {"task/sql-failed", QT_TRANSLATE_NOOP("Checks", "%1 cannot write what it did: %2.")},
    {"task/no-service", QT_TRANSLATE_NOOP("Checks", "%1 has no connection to the service \"%2\".")},
    {"task/call-failed", QT_TRANSLATE_NOOP("Checks", "%1 calls \"%2\" and gets an error: %3.")},
    {"task/no-key-value-store",
     QT_TRANSLATE_NOOP("Checks", "%1 cannot publish: no key-value store is connected.")},
    {"schedule/skipped",
     QT_TRANSLATE_NOOP("Checks", "%1 is stopped: the task \"%2\" is left out, also later on.")},
    {"schedule/refused", QT_TRANSLATE_NOOP("Checks", "The queue refuses the task \"%2\" of %1.")},
    {"enqueue/no-room",
     QT_TRANSLATE_NOOP(
         "Checks", "%1 says no: the queue has no room for the task \"%2\". Try again in %3 s.")},
    {"breaker/opens",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 stops asking \"%2\": it has failed too often. The next try is in %3.")},
    {"breaker/open",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 does not even ask \"%2\": it failed too often. The next try is in %3.")},
    {"breaker/tries", QT_TRANSLATE_NOOP("Checks", "%1 tries \"%2\" again: does it work by now?")},
    {"breaker/closes", QT_TRANSLATE_NOOP("Checks", "%1 asks \"%2\" again as before: it works.")},
});

constexpr auto kTransactions = std::to_array<Sentence>({
    {"transaction/begun",
     QT_TRANSLATE_NOOP(
         "Checks",
         "%1 begins transaction %2 (%3): what it changes counts as a whole, or not at all.")},
    {"transaction/committed",
     QT_TRANSLATE_NOOP(
         "Checks", "%1 commits transaction %2: now everybody sees its changes. Rows changed: %3.")},
    {"transaction/rolled-back",
     QT_TRANSLATE_NOOP("Checks", "%1 rolls transaction %2 back: nothing of it ever happened.")},
    {"transaction/again",
     QT_TRANSLATE_NOOP("Checks", "%1 begins the transaction anew, try %2, after a pause of %3: it "
                                 "failed only because of what others did.")},
    {"lock/waits",
     QT_TRANSLATE_NOOP("Checks", "%1: this statement has to wait. Transaction %3 holds %2.")},
    {"lock/waited", QT_TRANSLATE_NOOP("Checks", "%1: the way is free after %2.")},
    {"lock/deadlock",
     QT_TRANSLATE_NOOP("Checks", "%1 finds transactions that wait for each other in a circle (%2). "
                                 "It ends this one, so that the others can go on.")},
    {"lock/timeout", QT_TRANSLATE_NOOP("Checks", "%1 has waited %3 for %2 and gives up.")},
    {"lock/row-changed",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: somebody changed this row after the transaction had "
                                 "taken its picture of the data.")},
    {"lock/dependency",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: whichever came first, these transactions could not "
                                 "have seen what they saw one after the other.")},
    {"lock/file-locked",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: another one writes, or has written since this "
                                 "transaction began to read. SQLite has one writer at a time.")},
    {"lock/aborted",
     QT_TRANSLATE_NOOP(
         "Checks",
         "%1 takes nothing more in a transaction that has failed, until it is rolled back.")},
    {"query/slow",
     QT_TRANSLATE_NOOP("Checks", "%1 notes a slow query: it took %2, and %3 is the limit.")},
    {"migration/applied",
     QT_TRANSLATE_NOOP("Checks", "%1 applies the migration %2. Statements: %3.")},
    {"migration/taken-back",
     QT_TRANSLATE_NOOP("Checks", "%1 takes the migration %2 back. Statements: %3.")},
    {"migration/up-to-date", QT_TRANSLATE_NOOP("Checks", "%1 has nothing to migrate.")},
    {"pool/waits",
     QT_TRANSLATE_NOOP("Checks",
                       "%1: all %2 connections of the pool are lent. This request waits for one.")},
    {"pool/waited", QT_TRANSLATE_NOOP("Checks", "%1: a connection came back after %2.")},
    {"pool/exhausted",
     QT_TRANSLATE_NOOP("Checks", "%1 gives up: none of the %2 connections came back within %3.")},
});

constexpr auto kItems = std::to_array<Sentence>({
    {"items/write",
     QT_TRANSLATE_NOOP(
         "Checks", "%1 writes to partition %2: %3 units of its capacity, %4 are left for now.")},
    {"items/read",
     QT_TRANSLATE_NOOP("Checks", "%1 reads in partition %2: %3 units of its capacity, %4 are left "
                                 "for now. Items looked at: %5, given: %6.")},
    {"items/eventual-read",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 reads from a copy of partition %2, which may be a little old and costs "
                       "half: %3 units, %4 are left for now. Items looked at: %5, given: %6.")},
    {"items/again", QT_TRANSLATE_NOOP("Checks", "%1 was refused for a moment; try %2, after %3.")},
    {"items/throttled-partition",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: partition %2 is hot. This needs %3 units and %4 are "
                                 "left, however idle the other partitions are.")},
    {"items/throttled-table",
     QT_TRANSLATE_NOOP(
         "Checks",
         "%1 refuses: the table has used up its capacity. This needs %2 units and %3 are left.")},
    {"items/condition",
     QT_TRANSLATE_NOOP("Checks", "%1 changes nothing: the condition \"%2\" does not hold.")},
    {"items/no-table", QT_TRANSLATE_NOOP("Checks", "%1 refuses: there is no table \"%2\".")},
    {"items/ValidationException", QT_TRANSLATE_NOOP("Checks", "%1 refuses: %2")},
    {"publish/received",
     QT_TRANSLATE_NOOP("Checks", "%1 hands the message on channel %2 to those who listen: %3.")},
    {"publish/nobody",
     QT_TRANSLATE_NOOP("Checks", "%1: nobody listens to channel %2. The message is gone.")},
    {"message/received", QT_TRANSLATE_NOOP("Checks", "%1 hears on channel %2: %3")},
    {"message/not-subscribed",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 hears something on channel %2, to which it does not listen any more.")},
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

constexpr auto kBrowser = std::to_array<Sentence>({
    {"redirect/followed", QT_TRANSLATE_NOOP("Checks", "%1 is sent on (%2) and follows: %3 %4.")},
    {"redirect/too-many",
     QT_TRANSLATE_NOOP("Checks", "%1 stops: %2 redirects in a row lead nowhere.")},
    {"redirect/no-tls", QT_TRANSLATE_NOOP("Checks", "%1 stops: nobody answers to HTTPS at %2.")},
    {"csp/blocked",
     QT_TRANSLATE_NOOP("Checks", "%1 runs no script of this page: its policy forbids it (%2).")},
    {"token/kept", QT_TRANSLATE_NOOP("Checks", "%1 keeps the token of %2 for the next requests.")},
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

constexpr auto kStores = std::to_array<Sentence>({
    {"documents/scan", QT_TRANSLATE_NOOP("Checks", "%1 looks at %2 documents and finds %3 (%4).")},
    {"restart/kept", QT_TRANSLATE_NOOP("Checks", "%1 starts again and still has its keys: %2.")},
    {"restart/lost", QT_TRANSLATE_NOOP("Checks", "%1 starts again and has lost its keys: %2.")},
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

constexpr auto kAttacks = std::to_array<Sentence>({
    {"attack/password-found",
     QT_TRANSLATE_NOOP("Checks", "%1 has guessed the password: \"%2\", after %3 tries.")},
    {"attack/locked-out",
     QT_TRANSLATE_NOOP("Checks", "%1 gives up: after %2 tries it may try no more.")},
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
    {"attack/token-refused",
     QT_TRANSLATE_NOOP("Checks", "%1 does not get in with the forged token (%3): %2.")},
    {"attack/no-loot/cookie", QT_TRANSLATE_NOOP("Checks", "%1 has no stolen cookie yet.")},
    {"attack/no-loot/request", QT_TRANSLATE_NOOP("Checks", "%1 has overheard no request yet.")},
    {"attack/no-loot/token", QT_TRANSLATE_NOOP("Checks", "%1 has overheard no token yet.")},
});

const char* sentenceFor(const QString& key) {
    static const Sentences kSentences =
        joined({kLayers, kHttpCaching, kCaching, kTokens, kAccess, kTransactions, kItems, kSignIn,
                kBrowser, kServices, kStores, kProvider, kClient, kAttacks, kTasks});
    return kSentences.value(key);
}

QString filled(const char* sentence, const QString& part, const QStringList& arguments) {
    return withArguments(QCoreApplication::translate("Checks", sentence),
                         QStringList{part} + arguments);
}

/// The words for check/reason/argument, or else for check/reason; empty without either.
QString ownSentence(const QString& part, const QString& check, const QStringList& words) {
    const QString key = check + QLatin1Char('/') + words.value(0);
    const char* special =
        words.size() > 1 ? sentenceFor(key + QLatin1Char('/') + words.at(1)) : nullptr;
    if (special != nullptr) {
        return filled(special, part, words.mid(2));
    }
    const char* usual = sentenceFor(key);
    return usual == nullptr ? QString() : filled(usual, part, words.mid(1));
}

} // namespace

QString checkSentence(const QString& part, const QString& check, const QString& reason) {
    QStringList words = reason.split(QLatin1Char('\n'));
    if (check == QLatin1String("keys")) { // the reason is a command and its answer
        return filled(QT_TRANSLATE_NOOP("Checks", "%1 runs %2: %3"), part, words);
    }
    if (check == QLatin1String("oauth") && words.first() == QLatin1String("id-token")) {
        return checkSentence(part, QStringLiteral("token"), words.mid(1).join(QLatin1Char('\n')));
    }
    QString own = ownSentence(part, check, words);
    if (!own.isEmpty() || !hasSentence(words.first())) {
        return own;
    }
    return filled(QT_TRANSLATE_NOOP("Checks", "%1 refuses. %2"), part,
                  {problemText(errorOfLines(reason))});
}

} // namespace roundtrip
