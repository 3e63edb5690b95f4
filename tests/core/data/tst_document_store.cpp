#include "core/data/document_store.h"
#include "tests/support/property.h"

#include <QTest>

#include <cstdint>
#include <string>
#include <vector>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Document = DocumentStore::Document;

Document json(const QString& text) {
    return Document::parse(text.toStdString());
}

DocumentStore people() {
    DocumentStore store;
    for (
        const char* text : {
            R"({"_id": 1, "name": "Ada", "age": 36, "tags": ["math", "poetry"],
                 "address": {"city": "London"}, "children": [{"name": "Byron"}, {"name": "Anne"}]})",
            R"({"_id": 2, "name": "Grace", "age": 85, "tags": ["navy"], "address": {"city": "New York"}})",
            R"({"_id": 3, "name": "Alan", "age": 41, "tags": [], "address": null})",
            R"({"_id": 4, "name": "Linus", "scores": [1, 5]})",
            R"({"_id": 5, "name": "Barbara", "age": "old"})",
        })
        if (!store.insert("people", Document::parse(text)))
            qFatal("not inserted");
    return store;
}

/// "1 3", the ids that a query found.
QString ids(const DocumentStore::Outcome& outcome) {
    if (!outcome)
        return QString::fromStdString(outcome.error().code + " " + outcome.error().args.at(0));
    QString text;
    for (const Document& document : outcome->documents)
        text += (text.isEmpty() ? "" : " ") + QString::fromStdString(document["_id"].dump());
    return text;
}

QString first(DocumentStore& store, const char* filter) {
    return QString::fromStdString(store.find("people", json(filter), {})->documents.at(0).dump());
}

} // namespace

class TestDocumentStore : public QObject {
    Q_OBJECT

  private slots:
    void aFilterFindsDocuments_data();
    void aFilterFindsDocuments();
    void anIndexFindsTheSame_data() { aFilterFindsDocuments_data(); }
    void anIndexFindsTheSame();
    void resultsAreSortedSkippedAndLimited();
    void aProjectionShowsFields_data();
    void aProjectionShowsFields();
    void anUpdateChangesFields_data();
    void anUpdateChangesFields();
    void anUpdateOfOneLeavesTheRest();
    void anIndexExaminesFewer();
    void aUniqueIndexRefusesASecond();
    void anIndexFollowsItsDocuments();
    void aDocumentWithoutAnIdGetsOne();
    void deletingAndCounting();
    void anIndexNeverChangesAnAnswer();
};

void TestDocumentStore::aFilterFindsDocuments_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* filter, const char* found) {
        QTest::newRow(filter) << QString(filter) << QString(found);
    };
    row("{}", "1 2 3 4 5");
    row(R"({"_id": 2})", "2");
    row(R"({"name": "Ada"})", "1");
    row(R"({"name": "ada"})", "");
    row(R"({"age": {"$eq": 36}})", "1");
    row(R"({"age": 36.0})", "1");
    row(R"({"age": {"$ne": 36}})", "2 3 4 5");
    row(R"({"age": {"$gt": 36}})", "2 3");
    row(R"({"age": {"$gte": 36, "$lt": 85}})", "1 3");
    row(R"({"age": {"$lte": 41}})", "1 3");
    row(R"({"age": {"$gt": "a"}})", "5");
    row(R"({"age": {"$in": [36, 85, 7]}})", "1 2");
    row(R"({"age": {"$nin": [36, 85]}})", "3 4 5");
    row(R"({"age": {"$exists": false}})", "4");
    row(R"({"age": {"$exists": true}})", "1 2 3 5");
    row(R"({"age": {"$not": {"$gt": 40}}})", "1 4 5");
    row(R"({"age": null})", "4");
    row(R"({"address": null})", "3 4 5");
    row(R"({"address.city": "London"})", "1");
    row(R"({"address": {"city": "London"}})", "1");
    row(R"({"tags": "math"})", "1");
    row(R"({"tags": ["navy"]})", "2");
    row(R"({"tags": {"$size": 2}})", "1");
    row(R"({"tags": {"$size": 0}})", "3");
    row(R"({"tags.0": "navy"})", "2");
    row(R"({"children.name": "Anne"})", "1");
    row(R"({"children.1.name": "Anne"})", "1");
    row(R"({"scores": {"$gt": 2, "$lt": 4}})", "4"); // another element for each
    row(R"({"$or": [{"name": "Ada"}, {"age": 85}]})", "1 2");
    row(R"({"$and": [{"age": {"$gt": 1}}, {"tags": "navy"}]})", "2");
    row(R"({"age": {"$gtt": 1}})", "doc-unknown-operator $gtt");
    row(R"({"$nor": []})", "doc-unknown-operator $nor");
    row(R"({"$or": {}})", "doc-bad-filter $or");
    row(R"({"age": {"$in": 3}})", "doc-bad-filter age");
    row(R"({"age": {"$not": 3}})", "doc-bad-filter age");
    row(R"({"tags": {"$size": -1}})", "doc-bad-filter tags");
}

void TestDocumentStore::aFilterFindsDocuments() {
    QFETCH(QString, filter);
    QFETCH(QString, found);
    DocumentStore store = people();
    QCOMPARE(ids(store.find("people", json(filter), {})), found);
}

void TestDocumentStore::anIndexFindsTheSame() {
    QFETCH(QString, filter);
    QFETCH(QString, found);
    DocumentStore store = people();
    for (const char* field : {"age", "name", "tags", "address", "address.city", "scores"})
        QVERIFY(store.createIndex("people", field, false).has_value());
    QCOMPARE(ids(store.find("people", json(filter), {})), found);
}

void TestDocumentStore::resultsAreSortedSkippedAndLimited() {
    DocumentStore store = people();
    const auto sorted = [&](const char* sort, std::int64_t skip, std::int64_t limit) {
        return ids(store.find("people", Document::object(),
                              {.sort = json(sort), .skip = skip, .limit = limit}));
    };
    QCOMPARE(sorted(R"({"name": 1})", 0, 0), QString("1 3 5 2 4"));
    QCOMPARE(sorted(R"({"name": -1})", 0, 2), QString("4 2"));
    QCOMPARE(sorted(R"({"age": 1})", 0, 0), QString("4 1 3 2 5")); // missing, numbers, texts
    QCOMPARE(sorted(R"({"age": -1, "name": 1})", 1, 2), QString("2 3"));
    QCOMPARE(sorted("{}", 3, 9), QString("4 5"));
    QCOMPARE(sorted("{}", 30, 9), QString());
}

void TestDocumentStore::aProjectionShowsFields_data() {
    QTest::addColumn<QString>("projection");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* projection, const char* shown) {
        QTest::newRow(projection) << QString(projection) << QString(shown);
    };
    row(R"({"name": 1})", R"({"_id":2,"name":"Grace"})");
    row(R"({"name": 1, "_id": 0})", R"({"name":"Grace"})");
    row(R"({"address.city": 1, "nothing": 1})", R"({"_id":2,"address":{"city":"New York"}})");
    row(R"({"tags": 0, "address": 0, "_id": 0})", R"({"name":"Grace","age":85})");
}

void TestDocumentStore::aProjectionShowsFields() {
    QFETCH(QString, projection);
    QFETCH(QString, shown);
    DocumentStore store = people();
    const auto found = store.find("people", {{"_id", 2}}, {.projection = json(projection)});
    QCOMPARE(QString::fromStdString(found->documents.at(0).dump()), shown);
}

void TestDocumentStore::anUpdateChangesFields_data() {
    QTest::addColumn<QString>("update");
    QTest::addColumn<QString>("result");
    const auto row = [](const char* update, const char* result) {
        QTest::newRow(update) << QString(update) << QString(result);
    };
    row(R"({"$set": {"age": 1}})", R"({"_id":4,"name":"Linus","scores":[1,5],"age":1})");
    row(R"({"$set": {"a.b": 1}})", R"({"_id":4,"name":"Linus","scores":[1,5],"a":{"b":1}})");
    row(R"({"$set": {"scores.1": 9}})", R"({"_id":4,"name":"Linus","scores":[1,9]})");
    row(R"({"$unset": {"name": "", "no.such": ""}})", R"({"_id":4,"scores":[1,5]})");
    row(R"({"$inc": {"visits": 2}})", R"({"_id":4,"name":"Linus","scores":[1,5],"visits":2})");
    row(R"({"$inc": {"scores.0": 1.5}})", R"({"_id":4,"name":"Linus","scores":[2.5,5]})");
    row(R"({"$push": {"scores": 7}})", R"({"_id":4,"name":"Linus","scores":[1,5,7]})");
    row(R"({"$push": {"new": 7}})", R"({"_id":4,"name":"Linus","scores":[1,5],"new":[7]})");
    row(R"({"$pull": {"scores": 5}})", R"({"_id":4,"name":"Linus","scores":[1]})");
    row(R"({"$pull": {"scores": {"$gte": 1}}})", R"({"_id":4,"name":"Linus","scores":[]})");
    row(R"({"$sett": {"a": 1}})", "doc-unknown-operator $sett");
    row(R"({"name": "x"})", "doc-bad-update name");
    row(R"({"$inc": {"name": 1}})", "doc-bad-update name");
    row(R"({"$inc": {"age": "1"}})", "doc-bad-update age");
    row(R"({"$push": {"name": 1}})", "doc-bad-update name");
    row(R"({"$set": {"name.first": 1}})", "doc-bad-update name.first");
    row(R"({"$set": {"_id": 9}})", "doc-bad-update _id");
    row(R"({"$set": {"a..b": 9}})", "doc-bad-update a..b");
    row("{}", "doc-bad-update ");
}

void TestDocumentStore::anUpdateChangesFields() {
    QFETCH(QString, update);
    QFETCH(QString, result);
    DocumentStore store = people();
    const QString before = first(store, R"({"_id": 4})");
    const auto done = store.update("people", {{"_id", 4}}, json(update), true);
    if (done) {
        QCOMPARE(first(store, R"({"_id": 4})"), result);
    } else {
        QCOMPARE(ids(done), result);
        QCOMPARE(first(store, R"({"_id": 4})"), before);
    }
}

void TestDocumentStore::anUpdateOfOneLeavesTheRest() {
    DocumentStore store = people();
    const Document mark = json(R"({"$set": {"seen": true}})");
    QCOMPARE(store.update("people", Document::object(), mark, true)->count, 1);
    QCOMPARE(ids(store.find("people", {{"seen", true}}, {})), QString("1"));
    QCOMPARE(store.update("people", Document::object(), mark, false)->count, 5);
    QCOMPARE(store.count("people", {{"seen", true}})->count, 5);
}

void TestDocumentStore::anIndexExaminesFewer() {
    DocumentStore store;
    for (int i = 0; i < 1000; ++i)
        QVERIFY(store.insert("users", {{"name", "user" + std::to_string(i)}, {"age", i % 100}}));
    const Document filter = json(R"({"age": 42})");
    QCOMPARE(store.explain("users", filter)->stage(), std::string("COLLSCAN"));
    QCOMPARE(store.explain("users", filter)->docsExamined, 1000);
    QVERIFY(store.createIndex("users", "age", false).has_value());
    const auto plan = store.explain("users", filter);
    QCOMPARE(plan->stage(), std::string("IXSCAN"));
    QCOMPARE(plan->index, std::string("age"));
    QCOMPARE(plan->docsExamined, 10);
    QCOMPARE(store.explain("users", json(R"({"age": {"$gte": 98}})"))->docsExamined, 20);
    QCOMPARE(store.explain("users", json(R"({"_id": 7})"))->docsExamined, 1);
    QCOMPARE(store.explain("users", json(R"({"age": {"$ne": 1}})"))->stage(),
             std::string("COLLSCAN"));
    QCOMPARE(store.find("users", Document::object(), {.limit = 3})->plan.docsExamined, 3);
}

void TestDocumentStore::aUniqueIndexRefusesASecond() {
    DocumentStore store = people();
    QVERIFY(store.createIndex("people", "name", true).has_value());
    const auto again = store.insert("people", {{"name", "Ada"}});
    QCOMPARE(again.error(), (Error{"doc-duplicate-key", {"name", "\"Ada\""}, ""}));
    QCOMPARE(store.insert("people", {{"_id", 1}, {"name", "X"}}).error().args.at(0),
             std::string("_id"));
    const auto renamed =
        store.update("people", {{"_id", 2}}, json(R"({"$set": {"name": "Ada"}})"), true);
    QCOMPARE(ids(renamed), QString("doc-duplicate-key name"));
    QCOMPARE(store.count("people", Document::object())->count, 5);
    QVERIFY(store.insert("people", {{"address", nullptr}, {"name", "Y"}}).has_value());
    QCOMPARE(store.createIndex("people", "address", true).error().code,
             std::string("doc-duplicate-key"));
}

void TestDocumentStore::anIndexFollowsItsDocuments() {
    DocumentStore store = people();
    QVERIFY(store.createIndex("people", "age", false).has_value());
    QVERIFY(store.update("people", {{"_id", 1}}, json(R"({"$inc": {"age": 1}})"), true));
    QCOMPARE(ids(store.find("people", {{"age", 36}}, {})), QString());
    QCOMPARE(ids(store.find("people", {{"age", 37}}, {})), QString("1"));
    QVERIFY(store.remove("people", {{"_id", 1}}, true));
    QCOMPARE(store.explain("people", {{"age", 37}})->docsExamined, 0);
}

void TestDocumentStore::aDocumentWithoutAnIdGetsOne() {
    DocumentStore store;
    QVERIFY(store.insert("notes", {{"_id", 1}}));
    QCOMPARE(store.insert("notes", {{"text", "hi"}})->documents.at(0).dump(),
             std::string(R"({"_id":2,"text":"hi"})"));
    QCOMPARE(store.insert("notes", Document::array()).error().code,
             std::string("doc-not-a-document"));
}

void TestDocumentStore::deletingAndCounting() {
    DocumentStore store = people();
    QCOMPARE(store.remove("people", json(R"({"age": {"$exists": true}})"), true)->count, 1);
    QCOMPARE(store.size(), 4);
    QCOMPARE(store.remove("people", Document::object(), false)->count, 4);
    QCOMPARE(store.count("people", Document::object())->count, 0);
    QCOMPARE(store.count("nobody", Document::object())->count, 0);
}

void TestDocumentStore::anIndexNeverChangesAnAnswer() {
    using Value = std::vector<std::uint8_t>;
    QCOMPARE(
        counterexample(300,
                       [](const std::vector<Value>& values, std::uint8_t least, std::uint8_t most) {
                           DocumentStore plain;
                           DocumentStore indexed;
                           RC_ASSERT(indexed.createIndex("c", "v", false).has_value());
                           for (const Value& value : values) {
                               const Document v =
                                   value.size() == 1 ? Document(value[0]) : Document(value);
                               RC_ASSERT(plain.insert("c", {{"v", v}}).has_value());
                               RC_ASSERT(indexed.insert("c", {{"v", v}}).has_value());
                           }
                           const Document filter = {{"v", {{"$gte", least}, {"$lt", most}}}};
                           RC_ASSERT(plain.find("c", filter, {})->documents ==
                                     indexed.find("c", filter, {})->documents);
                       }),
        std::string());
}

QTEST_GUILESS_MAIN(TestDocumentStore)
#include "tst_document_store.moc"
