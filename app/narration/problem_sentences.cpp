#include "app/narration/problem_sentences.h"

#include "app/narration/sentence.h"

#include <QCoreApplication>

#include <array>

namespace roundtrip {

namespace {

// By meaning. %1, %2 ... stand for the error's arguments in the order that core documents.

constexpr auto kReading = std::to_array<Sentence>({
    {"syntax", QT_TRANSLATE_NOOP("Problem", "This is not valid JSON: %1.")},
    {"duplicate-member", QT_TRANSLATE_NOOP("Problem", "\"%1\" stands there twice.")},
    {"not-an-object", QT_TRANSLATE_NOOP("Problem", "An object in braces {} belongs here.")},
    {"not-an-array", QT_TRANSLATE_NOOP("Problem", "A list in brackets [] belongs here.")},
    {"missing", QT_TRANSLATE_NOOP("Problem", "\"%1\" is missing.")},
    {"unknown-member", QT_TRANSLATE_NOOP("Problem", "Nothing is called \"%1\" here.")},
    {"wrong-type", QT_TRANSLATE_NOOP("Problem", "\"%1\" must be: %2.")},
    {"out-of-range", QT_TRANSLATE_NOOP("Problem", "\"%1\" must lie between %2 and %3.")},
    {"bad-duration",
     QT_TRANSLATE_NOOP("Problem",
                       "\"%1\" is no duration. Write a number with a unit, like \"250 ms\".")},
    {"bad-distribution",
     QT_TRANSLATE_NOOP("Problem", "%1 is no distribution. Write a duration, or one like "
                                  "{\"exponential\": \"5 ms\"}.")},
    {"unknown-choice", QT_TRANSLATE_NOOP("Problem", "\"%1\" is none of the choices.")},
    {"newer-format",
     QT_TRANSLATE_NOOP("Problem", "This was written by a newer version of the program (format "
                                  "%1, this one knows %2). Nothing was changed.")},
    {"too-deep", QT_TRANSLATE_NOOP("Problem", "This is nested too deeply.")},
    {"no-file", QT_TRANSLATE_NOOP("Problem", "The file %1 is missing.")},
    {"cannot-write", QT_TRANSLATE_NOOP("Problem", "%1 could not be written: %2.")},
    {"bad-key", QT_TRANSLATE_NOOP("Problem", "This key cannot be used: %1.")},
    {"trace-full", QT_TRANSLATE_NOOP("Problem", "The recording is full.")},
});

// What is allowed in a scene but will hardly do what its author wants.
constexpr auto kAdvice = std::to_array<Sentence>({
    {"route-in-the-shadow",
     QT_TRANSLATE_NOOP("Problem",
                       "%1: nobody reaches the route %2, since %3 stands before it and takes "
                       "all that fits. Put it first.")},
    {"cache-hardly-forgets",
     QT_TRANSLATE_NOOP("Problem",
                       "%1 keeps what it has for %2. What changes in the database meanwhile, "
                       "nobody sees. Give it a shorter time to live.")},
    {"joined-with-nobody",
     QT_TRANSLATE_NOOP("Problem", "%1 is joined with nobody: it will never have anything to do.")},
    {"queue-without-worker",
     QT_TRANSLATE_NOOP("Problem", "No worker takes from \"%1\". Add a Worker and join it.")},
    {"balancer-without-servers",
     QT_TRANSLATE_NOOP("Problem", "%1 has no server to hand requests to. Join it with one.")},
    {"queue-without-limit",
     QT_TRANSLATE_NOOP("Problem", "%1 may grow without end. Give it a longest length, so that it "
                                  "refuses in time.")},
    {"secret-in-the-open",
     QT_TRANSLATE_NOOP("Problem", "Passwords cross the line from %1 to %2 in the open. Switch on "
                                  "TLS there.")},
    {"eager-retries",
     QT_TRANSLATE_NOOP("Problem", "%1 tries again %2 times without a pause: when something is "
                                  "slow, that makes it slower. Give it a pause.")},
    {"asks-no-database",
     QT_TRANSLATE_NOOP("Problem", "The handlers of %1 ask a database, but it is joined with "
                                  "none.")},
    {"writes-no-tickets",
     QT_TRANSLATE_NOOP("Problem", "The handlers of %1 put tasks into a queue, but it is joined "
                                  "with none.")},
});

constexpr auto kScene = std::to_array<Sentence>({
    {"unknown-kind", QT_TRANSLATE_NOOP("Problem", "No part is called \"%1\".")},
    {"unknown-parameter", QT_TRANSLATE_NOOP("Problem", "There is no setting \"%1\".")},
    {"unknown-action", QT_TRANSLATE_NOOP("Problem", "This part cannot do \"%1\".")},
    {"unknown-node", QT_TRANSLATE_NOOP("Problem", "No part of the scene has the id \"%1\".")},
    {"unknown-block", QT_TRANSLATE_NOOP("Problem", "No handler block is called \"%1\".")},
    {"duplicate-id", QT_TRANSLATE_NOOP("Problem", "The id \"%1\" is used twice.")},
    {"bad-id",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" is no id: use letters, digits, - and _, at most 64.")},
    {"cannot-link", QT_TRANSLATE_NOOP("Problem", "%1 and %2 do not speak the same protocol.")},
    {"table-name",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" is no name for a table: use letters, digits and _.")},
    {"table-twice", QT_TRANSLATE_NOOP("Problem", "There is a table %1 already.")},
    {"column-line", QT_TRANSLATE_NOOP("Problem", "Line %1 cannot be read: \"%2\". It should say a "
                                                 "name, a colon and what the column holds.")},
    {"column-twice", QT_TRANSLATE_NOOP("Problem", "The column %1 stands there twice.")},
    {"column-range", QT_TRANSLATE_NOOP("Problem", "Line %1: \"%2\" ends before it begins.")},
    {"column-not-unique",
     QT_TRANSLATE_NOOP("Problem", "The column %1 cannot have another value in every row.")},
    {"table-no-key",
     QT_TRANSLATE_NOOP("Problem", "The table %1 needs one column that is its key: \"id: key\".")},
    {"unknown-table", QT_TRANSLATE_NOOP("Problem", "There is no table %1 before this one.")},
    {"too-many-rows",
     QT_TRANSLATE_NOOP("Problem", "All tables together may have %1 rows at the start.")},
    {"reused-id", QT_TRANSLATE_NOOP("Problem", "\"%1\" was a part of another kind in this run; "
                                               "give the new part another id.")},
    {"too-many-nodes", QT_TRANSLATE_NOOP("Problem", "A scene has at most %1 parts.")},
    {"duplicate-link", QT_TRANSLATE_NOOP("Problem", "There is a connection %1 already.")},
    {"fixed-part-missing", QT_TRANSLATE_NOOP("Problem", "The part %1 must stay.")},
    {"fixed-link-missing", QT_TRANSLATE_NOOP("Problem", "The line from %1 to %2 must stay.")},
    {"kind-not-allowed", QT_TRANSLATE_NOOP("Problem", "%1 may not be added in this challenge.")},
    {"setting-not-free", QT_TRANSLATE_NOOP("Problem", "%1: \"%2\" must stay as it was.")},
    {"no-english", QT_TRANSLATE_NOOP("Problem", "These words are missing in English (\"en\").")},
    {"stars-too-dear",
     QT_TRANSLATE_NOOP("Problem", "A star may not cost more than the one before it, nor more than "
                                  "the budget of %1.")},
    {"share-line-damaged",
     QT_TRANSLATE_NOOP("Problem",
                       "The line is not whole. Copy all of it, from \"roundtrip:\" on.")},
    {"share-line-newer",
     QT_TRANSLATE_NOOP("Problem",
                       "The line comes from a newer Roundtrip (version %1 of its form).")},
    {"unknown-picture",
     QT_TRANSLATE_NOOP("Problem", "There are no pictures of the kind \"%1\". Give the file a name "
                                  "that ends in .png, .svg or .pdf.")},
    {"animation-failed", QT_TRANSLATE_NOOP("Problem", "The animation could not be made: %1.")},
    {"in-two-groups",
     QT_TRANSLATE_NOOP("Problem", "The part \"%1\" is in two groups; it can be in one.")},
    {"unknown-middleware", QT_TRANSLATE_NOOP("Problem", "No middleware is called \"%1\".")},
    {"middleware-twice",
     QT_TRANSLATE_NOOP("Problem", "The middleware \"%1\" stands in the list twice.")},
    {"bad-access",
     QT_TRANSLATE_NOOP("Problem",
                       "\"%1\" is no access rule. Write public, signed_in, or roles with commas.")},
    {"bad-version",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" is no version. Write numbers with dots, as in 2 or "
                                  "1.10; a default may also be latest or required.")},
    {"bad-version-name",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" cannot stand for versions in a request. Write a word of "
                                  "letters, digits and dashes.")},
    {"no-such-version", QT_TRANSLATE_NOOP("Problem", "No route is of version %1. There are: %2.")},
    {"bad-day",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" is no day. Write year, month and day: 2026-01-01.")},
    {"no-models",
     QT_TRANSLATE_NOOP("Problem", "There are no models. Give the app server models first.")},
});

constexpr auto kLesson = std::to_array<Sentence>({
    {"unknown-fact", QT_TRANSLATE_NOOP("Problem", "No kind of event is called \"%1\".")},
    {"unknown-term", QT_TRANSLATE_NOOP("Problem", "The glossary has no term \"%1\".")},
    {"unknown-step", QT_TRANSLATE_NOOP("Problem", "No step has the id \"%1\".")},
    {"unknown-value", QT_TRANSLATE_NOOP("Problem", "No value is called \"%1\".")},
    {"unknown-definition",
     QT_TRANSLATE_NOOP("Problem", "\"define\" has nothing that is called \"%1\".")},
    {"unused-definition",
     QT_TRANSLATE_NOOP("Problem", "No command uses what \"define\" calls \"%1\".")},
    {"nested-definition",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" is defined with \"use_defined\" inside it: write its "
                                  "value out.")},
    {"duplicate-lesson",
     QT_TRANSLATE_NOOP("Problem", "There is a lesson with the id \"%1\" already; give this one "
                                  "another id.")},
    {"unknown-comparison", QT_TRANSLATE_NOOP("Problem", "No comparison has the id \"%1\".")},
    {"missing-drawing", QT_TRANSLATE_NOOP("Problem", "The analogy has no picture for \"%1\".")},
    {"unknown-drawing",
     QT_TRANSLATE_NOOP("Problem", "No picture is called \"%1\", and no %1.svg lies here.")},
    {"unknown-message", QT_TRANSLATE_NOOP("Problem", "No kind of message is called \"%1\".")},
    {"unknown-form",
     QT_TRANSLATE_NOOP("Problem", "Such an event has no form that is called \"%1\".")},
    {"unknown-placeholder",
     QT_TRANSLATE_NOOP("Problem", "Such an event has nothing to fill in for {%1}.")},
    {"bad-drawing", QT_TRANSLATE_NOOP("Problem", "%1 is no SVG that can be drawn: %2")},
    {"no-status", QT_TRANSLATE_NOOP("Problem", "An event of the kind \"%1\" has no status.")},
    {"empty-goal", QT_TRANSLATE_NOOP("Problem", "A goal needs a \"fact\" or a \"metric\".")},
    {"missing-text", QT_TRANSLATE_NOOP("Problem", "The words for \"%1\" are missing.")},
    {"unused-text", QT_TRANSLATE_NOOP("Problem", "The words for \"%1\" are for nothing.")},
    {"too-long",
     QT_TRANSLATE_NOOP("Problem", "This says %1 words; at most %2 can be read at a glance.")},
    {"bad-command", QT_TRANSLATE_NOOP("Problem", "The command \"%1\" would be refused.")},
    {"run-failed", QT_TRANSLATE_NOOP("Problem", "The simulation has failed: %1.")},
    {"cancelled", QT_TRANSLATE_NOOP("Problem", "Cancelled.")},
});

constexpr auto kRoutes = std::to_array<Sentence>({
    {"bad-method", QT_TRANSLATE_NOOP("Problem", "\"%1\" is no HTTP method.")},
    {"route-no-slash", QT_TRANSLATE_NOOP("Problem", "A path begins with a slash.")},
    {"route-unclosed",
     QT_TRANSLATE_NOOP("Problem", "A bracket in this path is opened, but never closed.")},
    {"route-unknown-type", QT_TRANSLATE_NOOP("Problem", "No type of parameter is called \"%1\".")},
    {"route-no-name", QT_TRANSLATE_NOOP("Problem", "A parameter needs a name.")},
    {"route-twice", QT_TRANSLATE_NOOP("Problem", "Two parameters are called \"%1\".")},
    {"route-bad-argument",
     QT_TRANSLATE_NOOP("Problem", "The type %1 cannot be limited like this: %2.")},
    {"route-whitespace", QT_TRANSLATE_NOOP("Problem", "A parameter in <> has no spaces.")},
    {"route-unexpected",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" at place %2 does not belong into a path. Put a backslash "
                                  "before it if you mean the letter itself.")},
    {"route-bad-escape",
     QT_TRANSLATE_NOOP("Problem", "The backslash at place %1 has nothing behind it.")},
    {"route-unterminated-quote",
     QT_TRANSLATE_NOOP("Problem", "The quote that begins at place %1 does not end.")},
    {"route-missing-text",
     QT_TRANSLATE_NOOP(
         "Problem", "There must be some text between the parameter \"%1\" and the one before it.")},
    {"route-too-many-combinations",
     QT_TRANSLATE_NOOP("Problem", "This path has too many optional parts.")},
    {"route-constraint-anchored",
     QT_TRANSLATE_NOOP(
         "Problem", "The rule for \"%1\" always looks at the whole parameter. Leave out ^ and $.")},
    {"regex-syntax",
     QT_TRANSLATE_NOOP("Problem", "This regular expression is wrong at place %2: %1.")},
    {"regex-unsupported",
     QT_TRANSLATE_NOOP("Problem", "This regular expression uses %1, which does not work here.")},
    {"regex-too-large", QT_TRANSLATE_NOOP("Problem", "This regular expression is too large.")},
});

constexpr auto kTemplates = std::to_array<Sentence>({
    {"template-unknown-tag", QT_TRANSLATE_NOOP("Problem", "No template tag is called \"%1\".")},
    {"template-unclosed", QT_TRANSLATE_NOOP("Problem", "\"%1\" is opened, but never closed.")},
    {"template-bad-tag", QT_TRANSLATE_NOOP("Problem", "The tag \"%1\" is not written like this.")},
    {"template-empty-tag", QT_TRANSLATE_NOOP("Problem", "There is nothing between the braces.")},
    {"template-block-twice", QT_TRANSLATE_NOOP("Problem", "Two blocks are called \"%1\".")},
    {"template-extends-first",
     QT_TRANSLATE_NOOP("Problem", "\"extends\" must be the first tag of the template.")},
    {"template-too-deep", QT_TRANSLATE_NOOP("Problem", "The templates are nested too deeply.")},
    {"template-bad-expression",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" cannot be read from \"%2\" on.")},
    {"template-unknown-filter",
     QT_TRANSLATE_NOOP("Problem", "No template filter is called \"%1\".")},
    {"template-filter-arguments",
     QT_TRANSLATE_NOOP("Problem", "The filter \"%1\" takes another number of values.")},
    {"template-bad-name",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" cannot be a name: names do not begin with _.")},
    {"template-bad-if", QT_TRANSLATE_NOOP("Problem", "This condition makes no sense at \"%1\".")},
    {"template-not-found", QT_TRANSLATE_NOOP("Problem", "There is no template called \"%1\".")},
    {"template-variable-missing",
     QT_TRANSLATE_NOOP("Problem", "The template needs the value \"%1\", which nobody gave it.")},
    {"template-filter-failed",
     QT_TRANSLATE_NOOP("Problem", "The filter \"%1\" cannot work with this value.")},
    {"template-not-iterable",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" is no list: a loop cannot go through it.")},
    {"template-unpack",
     QT_TRANSLATE_NOOP("Problem", "The loop has %1 names, but the values come in another number.")},
    {"template-super-outside",
     QT_TRANSLATE_NOOP("Problem", "\"block.super\" works only inside a block.")},
    {"template-too-long", QT_TRANSLATE_NOOP("Problem", "The page becomes too long.")},
    {"template-too-many-steps", QT_TRANSLATE_NOOP("Problem", "The template takes too many steps.")},
});

constexpr auto kOrmWriting = std::to_array<Sentence>({
    {"orm-syntax",
     QT_TRANSLATE_NOOP("Problem", "This does not fit here, or something is missing: \"%1\".")},
    {"orm-unclosed-text",
     QT_TRANSLATE_NOOP("Problem", "A text begins with a quote, but does not end with one.")},
    {"orm-bad-number", QT_TRANSLATE_NOOP("Problem", "\"%1\" is no number.")},
    {"orm-duplicate-argument", QT_TRANSLATE_NOOP("Problem", "\"%1\" is given twice.")},
    {"orm-too-long", QT_TRANSLATE_NOOP("Problem", "This expression is too long.")},
    {"orm-too-deep", QT_TRANSLATE_NOOP("Problem", "This expression is nested too deeply.")},
    {"orm-no-query",
     QT_TRANSLATE_NOOP("Problem",
                       "A query begins with a model and .objects, like Book.objects.all().")},
    {"orm-unknown-model", QT_TRANSLATE_NOOP("Problem", "No model is called \"%1\".")},
    {"orm-unknown-field", QT_TRANSLATE_NOOP("Problem", "%2 has no field \"%1\".")},
    {"orm-unknown-lookup",
     QT_TRANSLATE_NOOP("Problem", "The field \"%2\" cannot be compared with \"%1\".")},
    {"orm-unknown-method", QT_TRANSLATE_NOOP("Problem", "A query has no method \"%1\".")},
    {"orm-unknown-function", QT_TRANSLATE_NOOP("Problem", "No function is called \"%1\".")},
    {"orm-bad-argument", QT_TRANSLATE_NOOP("Problem", "%1 does not take these values.")},
    {"orm-after-end",
     QT_TRANSLATE_NOOP("Problem", "%1 comes too late: the query has already run.")},
    {"orm-needs-all", QT_TRANSLATE_NOOP("Problem", "%1 needs all() before it.")},
    {"orm-negative-index",
     QT_TRANSLATE_NOOP("Problem", "Count from the front: a query has no negative index.")},
    {"orm-after-slice", QT_TRANSLATE_NOOP("Problem", "%1 must come before the slice [].")},
    {"orm-after-values",
     QT_TRANSLATE_NOOP("Problem", "%1 does not work after values() or values_list().")},
    {"orm-flat", QT_TRANSLATE_NOOP("Problem", "flat=True works with exactly one field.")},
    {"orm-not-a-relation", QT_TRANSLATE_NOOP("Problem", "\"%1\" does not lead to another model.")},
    {"orm-not-aggregate",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" must be an aggregate like Count or Sum.")},
    {"orm-nested-aggregate",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" is an aggregate of an aggregate.")},
    {"orm-hidden-annotation",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" is no longer there after values().")},
    {"orm-joined-field",
     QT_TRANSLATE_NOOP(
         "Problem",
         "\"%1\" belongs to another model; only fields of the model itself can be used here.")},
    {"orm-mixed-types", QT_TRANSLATE_NOOP("Problem", "%1 and %2 cannot be mixed.")},
    {"orm-not-shown", QT_TRANSLATE_NOOP("Problem", "The other ORM has no plain way to say %1.")},
});

constexpr auto kOrmRunning = std::to_array<Sentence>({
    {"orm-bad-value", QT_TRANSLATE_NOOP("Problem", "%2 is no value for \"%1\" (%3).")},
    {"orm-null-value", QT_TRANSLATE_NOOP("Problem", "\"%1\" cannot be used with None.")},
    {"orm-needs-list", QT_TRANSLATE_NOOP("Problem", "\"%1\" must be a list.")},
    {"orm-missing-value", QT_TRANSLATE_NOOP("Problem", "The value \"%1\" is missing.")},
    {"orm-needs-key",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" takes an object here. With a key, write %1_id.")},
    {"orm-does-not-exist", QT_TRANSLATE_NOOP("Problem", "There is no %1 like that.")},
    {"orm-multiple-objects",
     QT_TRANSLATE_NOOP("Problem", "get() wants exactly one %1, but found %2.")},
    {"orm-index-out-of-range", QT_TRANSLATE_NOOP("Problem", "There are not so many rows.")},
    {"orm-protected",
     QT_TRANSLATE_NOOP("Problem", "This %1 cannot be deleted: %2 still refers to it.")},
});

constexpr auto kModels = std::to_array<Sentence>({
    {"orm-bad-name",
     QT_TRANSLATE_NOOP("Problem",
                       "\"%1\" cannot be a name here. Use letters, digits and single _.")},
    {"orm-duplicate-name", QT_TRANSLATE_NOOP("Problem", "There is a \"%1\" already.")},
    {"orm-set-null",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" cannot become empty: set_null needs \"null\": true.")},
    {"orm-bad-default", QT_TRANSLATE_NOOP("Problem", "%2 cannot be the default of \"%1\".")},
    {"orm-unknown-migration", QT_TRANSLATE_NOOP("Problem", "No migration is called \"%1\".")},
    {"orm-migration-order",
     QT_TRANSLATE_NOOP("Problem",
                       "The migration \"%1\" was applied before one that stands ahead of it.")},
    {"orm-needs-default",
     QT_TRANSLATE_NOOP("Problem",
                       "The new field \"%1\" of %2 needs a default: rows are there already (%3).")},
    {"orm-has-nulls",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" of %2 is still empty in some rows (%3).")},
    {"orm-broken-reference",
     QT_TRANSLATE_NOOP("Problem", "A row of the table %1 would refer to nothing.")},
    {"orm-model-in-use", QT_TRANSLATE_NOOP("Problem", "%1 is still needed: %2 refers to it.")},
    {"orm-cannot-alter",
     QT_TRANSLATE_NOOP(
         "Problem",
         "The relation \"%1\" cannot become something else. Remove it and add a new field.")},
    {"orm-key-stays", QT_TRANSLATE_NOOP("Problem", "The key of %1 cannot be changed.")},
    {"orm-irreversible",
     QT_TRANSLATE_NOOP("Problem", "This migration cannot be undone: what it removed is gone.")},
});

constexpr auto kStores = std::to_array<Sentence>({
    {"sql-failed", QT_TRANSLATE_NOOP("Problem", "SQLite refuses the statement: %1.")},
    {"sql-missing-value", QT_TRANSLATE_NOOP("Problem", "The value \":%1\" is missing.")},
    {"sql-several-statements", QT_TRANSLATE_NOOP("Problem", "One statement at a time, please.")},
    {"doc-unknown-operator", QT_TRANSLATE_NOOP("Problem", "No operator is called \"%1\".")},
    {"doc-bad-filter", QT_TRANSLATE_NOOP("Problem", "The filter is wrong at \"%1\".")},
    {"doc-bad-update", QT_TRANSLATE_NOOP("Problem", "\"%1\" cannot be changed like this.")},
    {"doc-duplicate-key",
     QT_TRANSLATE_NOOP("Problem",
                       "A document with \"%1\" = %2 is there already, and it must be unique.")},
    {"doc-not-a-document", QT_TRANSLATE_NOOP("Problem", "A document is an object in braces {}.")},
    {"bad-item", QT_TRANSLATE_NOOP("Problem", "This is no item that fits the table: %1")},
    {"same-keys", QT_TRANSLATE_NOOP("Problem", "\"%1\" cannot be both the partition key and the "
                                               "sort key.")},
    {"channel-or-pattern",
     QT_TRANSLATE_NOOP("Problem", "A subscription names either a channel or a pattern.")},
    {"password-cost",
     QT_TRANSLATE_NOOP("Problem", "Hashing the password takes more memory than there is.")},
});

constexpr auto kFailures = std::to_array<Sentence>({
    {"no-database", QT_TRANSLATE_NOOP("Problem", "No database is connected.")},
    {"no-key-value-store", QT_TRANSLATE_NOOP("Problem", "No key-value store is connected.")},
    {"no-document-store", QT_TRANSLATE_NOOP("Problem", "No document store is connected.")},
    {"no-partitioned-table", QT_TRANSLATE_NOOP("Problem", "No partitioned table is connected.")},
    {"no-task-queue", QT_TRANSLATE_NOOP("Problem", "No task queue is connected.")},
    {"cache-rule-without-sql",
     QT_TRANSLATE_NOOP("Problem", "A rule for rows needs \"load\" or \"store\".")},
    {"task-queue-away", QT_TRANSLATE_NOOP("Problem", "The task queue does not answer.")},
    {"no-such-task", QT_TRANSLATE_NOOP("Problem", "There is no such task.")},
    {"no-task-of-that-name",
     QT_TRANSLATE_NOOP("Problem", "The app server's own tasks have none called \"%1\".")},
    {"task-failed", QT_TRANSLATE_NOOP("Problem", "The task \"%1\" has failed.")},
    {"bad-task-end",
     QT_TRANSLATE_NOOP("Problem", "What follows a task needs \"sql\", \"call\" or \"publish\".")},
    {"bad-schedule",
     QT_TRANSLATE_NOOP("Problem", "\"%1\" is no schedule (%2). Write five fields, as "
                                  "\"0 6 * * mon\", or \"every 30 s\".")},
    {"schedule-never", QT_TRANSLATE_NOOP("Problem", "The schedule \"%1\" never comes.")},
    {"at-or-between",
     QT_TRANSLATE_NOOP("Problem", "A line of a schedule needs \"at\" or \"between\", not both.")},
    {"unknown-delivery-tag",
     QT_TRANSLATE_NOOP("Problem", "No message with the delivery tag %1 is waiting for an answer.")},
    {"no-item", QT_TRANSLATE_NOOP("Problem", "There is no such item.")},
    {"no-transaction", QT_TRANSLATE_NOOP("Problem", "There is no such transaction.")},
    {"no-service", QT_TRANSLATE_NOOP("Problem", "There is no connection to the service \"%1\".")},
    {"service-failed", QT_TRANSLATE_NOOP("Problem", "The service \"%1\" gave no good answer.")},
    {"no-server", QT_TRANSLATE_NOOP("Problem", "Nothing is connected that could answer.")},
    {"no-site", QT_TRANSLATE_NOOP("Problem", "There is no connection to the site \"%1\".")},
    {"no-link", QT_TRANSLATE_NOOP("Problem", "There is no connection \"%1\" to listen to.")},
    {"no-row", QT_TRANSLATE_NOOP("Problem", "No row fits.")},
    {"condition-ends",
     QT_TRANSLATE_NOOP("Problem", "The condition ends too early: something must follow.")},
    {"not-a-list", QT_TRANSLATE_NOOP("Problem", "There is no list called \"%1\" to go through.")},
    {"no-document", QT_TRANSLATE_NOOP("Problem", "No document fits.")},
    {"no-column",
     QT_TRANSLATE_NOOP("Problem", "The row has no column \"%1\" that tells the owner.")},
    {"no-session-layer",
     QT_TRANSLATE_NOOP("Problem", "Signing in needs the middleware \"session\".")},
    {"no-token-layer", QT_TRANSLATE_NOOP("Problem", "Tokens need the middleware \"token\".")},
    {"no-key", QT_TRANSLATE_NOOP(
                   "Problem", "The identity provider shows no key to check its signature with.")},
});

constexpr auto kSockets = std::to_array<Sentence>({
    {"handshake-method", QT_TRANSLATE_NOOP("Problem", "A WebSocket begins with GET, not with %1.")},
    {"handshake-host", QT_TRANSLATE_NOOP("Problem", "The handshake has no Host.")},
    {"handshake-upgrade", QT_TRANSLATE_NOOP("Problem", "It does not say \"Upgrade: websocket\".")},
    {"handshake-connection",
     QT_TRANSLATE_NOOP("Problem", "It does not say \"Connection: Upgrade\".")},
    {"handshake-key",
     QT_TRANSLATE_NOOP("Problem", "The Sec-WebSocket-Key is not 16 bytes in Base64.")},
    {"handshake-version",
     QT_TRANSLATE_NOOP("Problem", "It asks for version \"%1\" of the WebSocket protocol; there is "
                                  "only 13.")},
    {"handshake-status",
     QT_TRANSLATE_NOOP("Problem", "The handshake was answered with %1 and not with 101.")},
    {"handshake-accept",
     QT_TRANSLATE_NOOP("Problem", "The Sec-WebSocket-Accept does not belong to the key.")},
    {"frame-reserved-bits", QT_TRANSLATE_NOOP("Problem", "The frame has a reserved bit set.")},
    {"frame-opcode", QT_TRANSLATE_NOOP("Problem", "There is no kind of frame with number %1.")},
    {"frame-control-long",
     QT_TRANSLATE_NOOP("Problem", "A ping, pong or close has more than 125 bytes.")},
    {"frame-control-fragmented",
     QT_TRANSLATE_NOOP("Problem", "A ping, pong or close comes in fragments.")},
    {"frame-length",
     QT_TRANSLATE_NOOP("Problem", "The frame's length is not written in its shortest "
                                  "form.")},
    {"frame-mask",
     QT_TRANSLATE_NOOP("Problem", "A client's frame has no mask, or a server's frame has one.")},
    {"frame-too-big", QT_TRANSLATE_NOOP("Problem", "The message has %1 bytes, which is too many.")},
    {"frame-close-code", QT_TRANSLATE_NOOP("Problem", "The close code %1 must not be sent.")},
    {"frame-close-length", QT_TRANSLATE_NOOP("Problem", "The close code is cut off.")},
    {"frame-utf8", QT_TRANSLATE_NOOP("Problem", "The text is not valid UTF-8.")},
    {"frame-continuation",
     QT_TRANSLATE_NOOP("Problem", "A fragment continues a message that never began.")},
    {"frame-interrupted",
     QT_TRANSLATE_NOOP("Problem", "A new message begins before the last one has ended.")},
});

constexpr auto kLearners = std::to_array<Sentence>({
    {"no-learner-name", QT_TRANSLATE_NOOP("Problem", "A learner needs a name.")},
    {"long-learner-name",
     QT_TRANSLATE_NOOP("Problem", "The name is too long; %1 characters are the most.")},
    {"learner-exists", QT_TRANSLATE_NOOP("Problem", "There is a learner called %1 already.")},
    {"unknown-learner", QT_TRANSLATE_NOOP("Problem", "There is no learner called %1.")},
    {"file-stays",
     QT_TRANSLATE_NOOP("Problem", "The learner is gone, but this damaged file could not be "
                                  "deleted. Please delete it yourself: %1")},
});

} // namespace

const char* problemSentence(const QString& code) {
    static const Sentences kSentences =
        joined({kReading, kScene, kAdvice, kLesson, kRoutes, kTemplates, kOrmWriting, kOrmRunning,
                kModels, kStores, kFailures, kSockets, kLearners});
    return kSentences.value(code);
}

} // namespace roundtrip
