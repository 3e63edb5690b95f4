#include "app/narration/check_words.h"

#include <QCoreApplication>

#include <array>

namespace roundtrip {

namespace {

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

constexpr auto kBetween = std::to_array<Sentence>({
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
    {"call/refused", QT_TRANSLATE_NOOP("Checks", "%1 is told at once that nobody is there to "
                                                 "answer.")},
    {"call/reset", QT_TRANSLATE_NOOP("Checks", "%1 loses the connection: the program at the other "
                                               "end is gone.")},
    {"connection/opened",
     QT_TRANSLATE_NOOP("Checks", "%1 has opened a new connection, which took %2 (%3).")},
    {"connection/reused", QT_TRANSLATE_NOOP("Checks", "%1 uses a connection that is still open.")},
    {"connection/waits",
     QT_TRANSLATE_NOOP("Checks", "%1 has to wait: all %2 connections are in use.")},
    {"call/failed", QT_TRANSLATE_NOOP("Checks", "%1 gets an error from there: %2.")},
    {"call/again", QT_TRANSLATE_NOOP("Checks", "%1 tries again: try %2.")},
    {"connections/full",
     QT_TRANSLATE_NOOP("Checks", "%1 refuses: all %2 connections are taken and the line is "
                                 "full.")},
});

constexpr auto kLive = std::to_array<Sentence>({
    {"socket/opened",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 takes the line. It is in the room \"%2\" now, and both ends may "
                       "talk whenever they like.")},
    {"socket/stream",
     QT_TRANSLATE_NOOP("Checks", "%1 begins an answer that does not end: what is new in \"%2\" "
                                 "follows piece by piece.")},
    {"socket/full",
     QT_TRANSLATE_NOOP("Checks",
                       "%1 takes no more lines: %2 are open, and that is all it may have.")},
    {"socket/refused", QT_TRANSLATE_NOOP("Checks", "%1 refuses the handshake with %2.")},
    {"socket/not-understood",
     QT_TRANSLATE_NOOP("Checks", "%1 does not understand the message and closes with %2.")},
    {"socket/ended", QT_TRANSLATE_NOOP("Checks", "A line of %1 has ended with code %2.")},
    {"socket/ended/1006",
     QT_TRANSLATE_NOOP("Checks", "A line of %1 has ended without a goodbye (1006).")},
    {"socket/not-published",
     QT_TRANSLATE_NOOP("Checks", "%1 cannot tell the other hubs what was said in \"%2\": the store "
                                 "is not there.")},
    {"socket/not-saved", QT_TRANSLATE_NOOP("Checks", "%1 could not have the message saved (%2).")},
    {"live/heard", QT_TRANSLATE_NOOP("Checks", "%2 at %1 hear what is %3 old: %4")},
    {"live/heard/1", QT_TRANSLATE_NOOP("Checks", "%1 hears what is %2 old: %3")},
    {"live/history",
     QT_TRANSLATE_NOOP("Checks", "%2 at %1 hear what was said %3 ago, before they came: %4")},
    {"live/history/1",
     QT_TRANSLATE_NOOP("Checks", "%1 hears what was said %2 ago, before it came: %3")},
    {"live/text", QT_TRANSLATE_NOOP("Checks", "%1 shows the text: %2")},
    {"live/not-connected", QT_TRANSLATE_NOOP("Checks", "%1 has no line on which to say it.")},
    {"live/line-ended", QT_TRANSLATE_NOOP("Checks", "The line of %1 has ended with code %2.")},
    {"live/line-ended/1006",
     QT_TRANSLATE_NOOP("Checks", "The line of %1 is gone, without a goodbye (1006).")},
    {"live/comes-back", QT_TRANSLATE_NOOP("Checks", "%1 will try again in %2.")},
});

} // namespace

Sentences wordsOfFlow() {
    return joined({kTasks, kBetween, kLive});
}

} // namespace roundtrip
