#include "app/narration/check_words.h"

#include <QCoreApplication>

#include <array>

namespace roundtrip {

namespace {

constexpr auto kCaching = std::to_array<Sentence>({
    {"cache-entry/missing",
     QT_TRANSLATE_NOOP("Checks", "%1 knows that there is no %2: it was asked for before.")},
    {"restart/lost-copies",
     QT_TRANSLATE_NOOP("Checks", "%1 restarts and forgets all its entries: %2.")},
    {"restart/kept-copies",
     QT_TRANSLATE_NOOP("Checks", "%1 restarts and still has all its entries: %2.")},
    {"single-flight/waits",
     QT_TRANSLATE_NOOP("Checks", "%1 waits: another request is loading %2 already.")},
    {"cache-entry/too-large",
     QT_TRANSLATE_NOOP("Checks", "%1 does not keep %2: it is larger than the whole cache.")},
    {"cache-entry/stale-while-revalidate",
     QT_TRANSLATE_NOOP("Checks", "%1 gives its old copy of %2 to all but the one who renews it.")},
});

constexpr auto kConsole = std::to_array<Sentence>({
    {"tables/made", QT_TRANSLATE_NOOP("Checks", "%1 makes the table %2 and fills it, rows: %3.")},
    {"console/rows", QT_TRANSLATE_NOOP("Checks", "Typed at %1: %2. Rows in the answer: %3.")},
    {"console/changed", QT_TRANSLATE_NOOP("Checks", "Typed at %1: %2. Rows changed: %3.")},
    {"console/done", QT_TRANSLATE_NOOP("Checks", "Typed at %1: %2. It is done.")},
    {"console/failed", QT_TRANSLATE_NOOP("Checks", "Typed at %1: %2. It does not work: %3.")},
    {"console/failed/no-models",
     QT_TRANSLATE_NOOP("Checks", "%1 has no models, so there is nothing an ORM could ask for.")},
});

constexpr auto kRows = std::to_array<Sentence>({
    {"write-behind/later",
     QT_TRANSLATE_NOOP("Checks", "%1 will write %2 to the database in %3. The answer does not wait "
                                 "for it.")},
    {"write-behind/replaced",
     QT_TRANSLATE_NOOP("Checks", "%1 had not written %2 yet: only this newer value will be "
                                 "written.")},
    {"write-behind/written", QT_TRANSLATE_NOOP("Checks", "%1 has written %2 to the database.")},
    {"write-behind/failed",
     QT_TRANSLATE_NOOP("Checks", "%1 could not write %2: %3. Nobody who could be told waits for "
                                 "it.")},
    {"write-behind/lost",
     QT_TRANSLATE_NOOP("Checks", "%1 stops before it could write: %2 change(s) are lost, though "
                                 "they were confirmed.")},
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

constexpr auto kStores = std::to_array<Sentence>({
    {"documents/scan", QT_TRANSLATE_NOOP("Checks", "%1 looks at %2 documents and finds %3 (%4).")},
    {"restart/kept", QT_TRANSLATE_NOOP("Checks", "%1 starts again and still has its keys: %2.")},
    {"restart/lost", QT_TRANSLATE_NOOP("Checks", "%1 starts again and has lost its keys: %2.")},
});

} // namespace

Sentences wordsOfData() {
    return joined({kCaching, kConsole, kRows, kTransactions, kItems, kStores});
}

} // namespace roundtrip
