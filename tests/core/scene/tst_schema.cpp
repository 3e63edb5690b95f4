#include "core/challenge/challenge.h"
#include "core/lesson/lesson.h"
#include "core/nodes/node_kind.h"
#include "core/scene/scene.h"
#include "core/web/block_form.h"
#include "tests/support/problem_text.h"
#include "tests/support/text_file.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QTest>
#include <fmt/format.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

/// One of scenes/schema, read by valijson.
class Schema {
  public:
    explicit Schema(const QString& name) : json_(Json::parse(readText("scenes/schema/" + name))) {
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(json_), schema_);
    }

    [[nodiscard]] const Json& json() const { return json_; }
    /// Empty when the document fits.
    [[nodiscard]] std::string problemsOf(const Json& document) const {
        valijson::Validator validator;
        valijson::ValidationResults results;
        const valijson::adapters::NlohmannJsonAdapter target(document);
        if (validator.validate(schema_, target, &results))
            return {};
        std::string words = "does not fit";
        valijson::ValidationResults::Error error;
        while (results.popError(error)) {
            words += "\n";
            for (const std::string& part : error.context)
                words += part;
            words += " " + error.description;
        }
        return words;
    }

  private:
    Json json_;
    valijson::Schema schema_;
};

const Schema& sceneSchema() {
    static const Schema schema("scene.schema.json");
    return schema;
}

const Schema& lessonSchema() {
    static const Schema schema("lesson.schema.json");
    return schema;
}

const Schema& challengeSchema() {
    static const Schema schema("challenge.schema.json");
    return schema;
}

const Schema& textSchema() {
    static const Schema schema("text.schema.json");
    return schema;
}

const Schema& glossarySchema() {
    static const Schema schema("glossary.schema.json");
    return schema;
}

Json soundScene() {
    return Json::parse(readText("tests/data/scenes/every_kind.roundtrip"));
}

Json soundLesson() {
    return Json::parse(readText("tests/data/lessons/small/lesson.json"));
}

Json soundChallenge() {
    return Json::parse(readText("scenes/challenges/10-flood-and-fall.json"));
}

/// What the reader says of a lesson whose script is `lesson`.
std::string lessonProblems(const Json& lesson) {
    const LessonReading reading = readLesson([&](const std::string& name) {
        return name == "lesson.json"
                   ? lesson.dump()
                   : findText("tests/data/lessons/small/" + QString::fromStdString(name));
    });
    return describe(reading.problems);
}

void addShippedFiles(const QStringList& names) {
    QTest::addColumn<QString>("path");
    const QString root = QStringLiteral(ROUNDTRIP_SOURCE_DIR "/");
    for (const char* folder :
         {"scenes", "tests/scenes", "tests/data/lessons", "tests/data/challenges"}) {
        QDirIterator files(root + folder, names, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next().mid(root.size());
            QTest::newRow(qPrintable(path)) << path;
        }
    }
}

void addRow(const char* name, const char* pointer, const char* value) {
    QTest::newRow(name) << QString(pointer) << QString(value);
}

Json broken(Json document) {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    const Json::json_pointer place(pointer.toStdString());
    if (value == "gone") {
        document.at(place.parent_pointer()).erase(place.back());
    } else {
        document[place] = Json::parse(value.toStdString());
    }
    return document;
}

} // namespace

class TestSchema : public QObject {
    Q_OBJECT

  private slots:
    void everyShippedSceneFits_data() { addShippedFiles({"*.roundtrip"}); }
    void everyShippedSceneFits();
    void everyBlockFits_data() {
        QTest::addColumn<QString>("name");
        for (const BlockForm& form : blockForms())
            QTest::newRow(form.name.c_str()) << QString::fromStdString(form.name);
    }
    void everyBlockFits();
    void everyShippedTextFits_data() { addShippedFiles({"text.*.json"}); }
    void everyShippedTextFits() {
        QFETCH(QString, path);
        if (!path.contains("schema"))
            QCOMPARE(textSchema().problemsOf(Json::parse(readText(path))), std::string());
    }
    void everyGlossaryFits_data() { addShippedFiles({"glossary.*.json"}); }
    void everyGlossaryFits() {
        QFETCH(QString, path);
        if (!path.contains("schema"))
            QCOMPARE(glossarySchema().problemsOf(Json::parse(readText(path))), std::string());
    }
    void aBrokenTextIsRefused_data();
    void aBrokenTextIsRefused();
    void everyShippedLessonFits_data() { addShippedFiles({"lesson.json"}); }
    void everyShippedLessonFits();
    void everyKindFitsWithItsUsualValues_data();
    void everyKindFitsWithItsUsualValues();
    void aBrokenSceneIsRefusedByBoth_data();
    void aBrokenSceneIsRefusedByBoth();
    void aBrokenLessonIsRefusedByBoth_data();
    void aBrokenLessonIsRefusedByBoth();
    void everyChallengeFits_data();
    void everyChallengeFits();
    void aBrokenChallengeIsRefusedByBoth_data();
    void aBrokenChallengeIsRefusedByBoth();
    void theSchemaKnowsEveryKindWithItsParameters();
    void theGuideKnowsEveryBlockAndLayer();
    void theSchemaKnowsEveryFactAndMetric();
};

/// With each of its members.
void TestSchema::everyBlockFits() {
    QFETCH(QString, name);
    const BlockForm& form = *findBlockForm(name.toStdString());
    Json block = newBlock(form);
    for (const Parameter& member : form.members) {
        if (!member.fallback.is_null())
            block[member.name] = member.fallback;
    }
    for (const BlockBranch& branch : form.branches)
        block[branch.name] = Json::array({{{"do", "respond"}}});
    Json scene = soundScene();
    const Json route = {{"method", "GET"}, {"path", "/"}, {"handler", Json::array({block})}};
    for (Json& node : scene["nodes"]) {
        if (node["kind"] == "app_server")
            node["parameters"]["routes"] = Json::array({route});
    }
    QCOMPARE(sceneSchema().problemsOf(scene), std::string());
}

void TestSchema::everyShippedSceneFits() {
    QFETCH(QString, path);
    const std::string text = readText(path);
    QCOMPARE(describe(readScene(text).problems), std::string());
    QCOMPARE(sceneSchema().problemsOf(Json::parse(text)), std::string());
}

void TestSchema::everyKindFitsWithItsUsualValues_data() {
    QTest::addColumn<QString>("kind");
    for (const NodeKind& kind : allKinds())
        QTest::newRow(kind.id.c_str()) << QString::fromStdString(kind.id);
}

void TestSchema::everyKindFitsWithItsUsualValues() {
    QFETCH(QString, kind);
    Json node{{"id", "one"}, {"kind", kind.toStdString()}};
    for (const Parameter& parameter : findKind(kind.toStdString())->parameters)
        node["parameters"][parameter.name] = parameter.fallback;
    const Json scene{{"format", 1}, {"nodes", Json::array({node})}};
    QCOMPARE(sceneSchema().problemsOf(scene), std::string());
    QCOMPARE(describe(readSceneDocument(scene).problems), std::string());
}

void TestSchema::everyShippedLessonFits() {
    QFETCH(QString, path);
    QCOMPARE(lessonSchema().problemsOf(Json::parse(readText(path))), std::string());
    const QString folder = QFileInfo(path).path() + "/";
    const LessonReading reading = readLesson(
        [&](const std::string& name) { return findText(folder + QString::fromStdString(name)); });
    QCOMPARE(describe(reading.problems), std::string());
}

void TestSchema::aBrokenSceneIsRefusedByBoth_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    addRow("no format", "/format", "gone");
    addRow("newer", "/format", "2");
    addRow("no nodes", "/nodes", "gone");
    addRow("nodes as an object", "/nodes", "{}");
    addRow("another member", "/colour", R"("red")");
    addRow("a seed as text", "/seed", R"("1")");
    addRow("a seed below zero", "/seed", "-1");
    addRow("a seed that is not exact", "/seed", "9007199254740994");
    addRow("a node without an id", "/nodes/0/id", "gone");
    addRow("a node without a kind", "/nodes/0/kind", "gone");
    addRow("an empty id", "/nodes/0/id", R"("")");
    addRow("an id with a slash", "/nodes/0/id", R"("a/b")");
    addRow("an unknown kind", "/nodes/0/kind", R"("submarine")");
    addRow("a parameter of another kind", "/nodes/0/parameters/workers", "3");
    addRow("a parameter out of range", "/nodes/1/parameters/workers", "0");
    addRow("a parameter of another type", "/nodes/1/parameters/use_cache", R"("yes")");
    addRow("a duration without a unit", "/nodes/1/parameters/overhead", R"("5")");
    addRow("a duration with two dots", "/nodes/1/parameters/overhead", R"("1.2.3 s")");
    addRow("a duration below zero", "/nodes/1/parameters/overhead", R"("-1 s")");
    addRow("an unknown choice", "/nodes/5/parameters/discipline", R"("lefo")");
    addRow("an unknown distribution", "/nodes/5/parameters/service", R"({"gamma": "1 s"})");
    addRow("two distributions", "/nodes/5/parameters/service",
           R"({"constant": "1 s", "exponential": "1 s"})");
    addRow("too few arguments", "/nodes/5/parameters/service", R"({"uniform": ["1 s"]})");
    addRow("a share above one", "/nodes/5/parameters/service",
           R"({"two_point": [2, "1 s", "2 s"]})");
    addRow("a bad method", "/nodes/1/parameters/routes/0/method", R"("get")");
    addRow("a route without a handler", "/nodes/1/parameters/routes/0/handler", "gone");
    addRow("a version in letters", "/nodes/1/parameters/routes/0/version", R"("two")");
    addRow("a deprecation without a day", "/nodes/1/parameters/routes/0/deprecated", "true");
    addRow("versions by another way", "/nodes/1/parameters/versions", R"({"by": "cookie"})");
    addRow("versions with another default", "/nodes/1/parameters/versions",
           R"({"by": "path", "default": "newest"})");
    addRow("an unknown block", "/nodes/1/parameters/routes/0/handler/0/do", R"("cache_gte")");
    addRow("a block without its key", "/nodes/1/parameters/routes/0/handler/0/key", "gone");
    addRow("a block with another's member", "/nodes/1/parameters/routes/0/handler/0/sql", R"("x")");
    addRow("a block deep inside", "/nodes/1/parameters/routes/0/handler/0/otherwise/0/do",
           R"("qeury")");
    addRow("a status that is none", "/nodes/1/parameters/routes/0/handler/1/status", "99");
    addRow("a header that is no text", "/nodes/1/parameters/routes/0/handler/1/headers/Age", "5");
    addRow("a link without an end", "/links/0/to", "gone");
    addRow("an empty end", "/links/0/to", R"("")");
    addRow("a latency as a number", "/links/0/latency", "5");
    addRow("a bandwidth below zero", "/links/0/bandwidth", "-5");
    addRow("a place as text", "/nodes/0/x", R"("left")");
    addRow("a place far away", "/nodes/0/y", "1e9");
}

void TestSchema::aBrokenSceneIsRefusedByBoth() {
    const Json scene = broken(soundScene());
    QVERIFY(!sceneSchema().problemsOf(scene).empty());
    QVERIFY(!readSceneDocument(scene).scene);
}

void TestSchema::aBrokenLessonIsRefusedByBoth_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    addRow("no format", "/format", "gone");
    addRow("an older format", "/format", "0");
    addRow("newer", "/format", "2");
    addRow("no id", "/id", "gone");
    addRow("no languages", "/languages", "gone");
    addRow("an empty list of languages", "/languages", "[]");
    addRow("no scene", "/scene", "gone");
    addRow("no steps", "/steps", "gone");
    addRow("an empty list of steps", "/steps", "[]");
    addRow("another member", "/author", R"("me")");
    addRow("no time for it", "/minutes", "0");
    addRow("a step without an id", "/steps/0/id", "gone");
    addRow("a step with a slip", "/steps/0/goal", "[]");
    addRow("an unknown pace", "/steps/0/pace", R"("slow")");
    addRow("an unknown view", "/steps/0/view", R"("chart")");
    addRow("a speed of zero", "/steps/0/speed", "0");
    addRow("a challenge as text", "/steps/0/challenge", R"("yes")");
    addRow("a button without an id", "/steps/0/buttons/0/id", "gone");
    addRow("a command without a target", "/steps/0/buttons/0/do/0/target", "gone");
    addRow("a command without an action", "/steps/0/buttons/0/do/0/action", "gone");
    addRow("a command after five", "/steps/0/buttons/0/do/0/after", "5");
    addRow("arguments as a list", "/steps/0/buttons/0/do/0/arguments", "[1]");
    addRow("an empty goal", "/steps/0/goals/0", "{}");
    addRow("an unknown fact", "/steps/0/goals/0/fact", R"("cache_mised")");
    addRow("a fact that need not happen", "/steps/0/goals/0/at_least", "0");
    addRow("an unknown metric", "/steps/1/goals/0/metric", R"("p999_latency")");
    addRow("a bound without a unit", "/steps/1/goals/0/at_most", R"("5")");
    addRow("the last no requests", "/steps/1/goals/0/last", "0");
    addRow("an option without an id", "/steps/1/options/0/id", "gone");
    addRow("a value without a step", "/values/first/step", "gone");
    addRow("a value without a metric", "/values/first/metric", "gone");
    addRow("a question without an answer", "/quiz/0/answer", "gone");
    addRow("an analogy in a word", "/analogy", R"("library")");
    addRow("an analogy without messages", "/analogy", R"({"nodes": {"browser": "reader"}})");
    addRow("a question that was not seen", "/quiz/0/seen_in", "gone");
}

void TestSchema::aBrokenTextIsRefused_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    addRow("no title", "/title", "gone");
    addRow("a slip", "/stpes", "{}");
    addRow("a step without words", "/steps/miss/say", "gone");
    addRow("an empty button", "/steps/miss/buttons/send", R"("")");
    addRow("four hints", "/steps/crowd/hints", R"(["1", "2", "3", "4"])");
    addRow("a side without a name", "/comparisons/cache/a", "gone");
    addRow("a question without its explanation", "/quiz/why/explanation", "gone");
    addRow("an analogy without sentences", "/analogy",
           R"({"title": "x", "nodes": {}, "messages": {}})");
}

void TestSchema::aBrokenTextIsRefused() {
    const Json text = broken(Json::parse(readText("tests/data/lessons/small/text.en.json")));
    QVERIFY(!textSchema().problemsOf(text).empty());
}

void TestSchema::aBrokenLessonIsRefusedByBoth() {
    const Json lesson = broken(soundLesson());
    QVERIFY(!lessonSchema().problemsOf(lesson).empty());
    QVERIFY(!lessonProblems(lesson).empty());
}

void TestSchema::everyChallengeFits_data() {
    QTest::addColumn<QString>("path");
    const QString root = QStringLiteral(ROUNDTRIP_SOURCE_DIR "/");
    QDirIterator files(root + "scenes/challenges", {"*.json"}, QDir::Files);
    while (files.hasNext()) {
        const QString path = files.next().mid(root.size());
        QTest::newRow(qPrintable(path)) << path;
    }
}

void TestSchema::everyChallengeFits() {
    QFETCH(QString, path);
    const std::string text = readText(path);
    const Json challenge = Json::parse(text);
    QCOMPARE(describe(readChallenge(text).problems), std::string());
    QCOMPARE(challengeSchema().problemsOf(challenge), std::string());
    QCOMPARE(sceneSchema().problemsOf(challenge["scene"]), std::string());
}

void TestSchema::aBrokenChallengeIsRefusedByBoth_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    addRow("newer", "/format", "2");
    addRow("no id", "/id", "gone");
    addRow("an empty id", "/id", R"("")");
    addRow("an id with a space", "/id", R"("a b")");
    addRow("another member", "/author", R"("me")");
    addRow("an unknown level", "/level", R"("impossible")");
    addRow("no title", "/title", "gone");
    addRow("a title without English", "/title/en", "gone");
    addRow("a story as text", "/story", R"("x")");
    addRow("a hint as text", "/hints/0", R"("x")");
    addRow("no scene", "/scene", "gone");
    addRow("a scene's file", "/scene", R"("scene.roundtrip")");
    addRow("a scene without parts", "/scene/nodes", "gone");
    addRow("fixed parts in a word", "/fixed", R"("visitors")");
    addRow("a fixed part as a number", "/fixed/0", "1");
    addRow("a kind as a number", "/parts/0", "1");
    addRow("all settings of a kind", "/settings/app_server", "true");
    addRow("no duration", "/duration", "gone");
    addRow("a duration without a unit", "/duration", R"("60")");
    addRow("no budget", "/budget", "gone");
    addRow("a budget in words", "/budget", R"("enough")");
    addRow("a budget below zero", "/budget", "-1");
    addRow("no goals", "/goals", "gone");
    addRow("an empty list of goals", "/goals", "[]");
    addRow("a goal without words", "/goals/0/text", "gone");
    addRow("a goal without English", "/goals/0/text/en", "gone");
    addRow("an unknown fact", "/goals/0/fact", R"("request_finshed")");
    addRow("an unknown metric", "/goals/3/metric", R"("p999_latency")");
    addRow("a bound without a unit", "/goals/4/at_most", R"("5")");
    addRow("a goal about the last requests", "/goals/4/last", "100");
    addRow("one star", "/stars", "[0.3]");
    addRow("stars in words", "/stars/0", R"("cheap")");
}

void TestSchema::aBrokenChallengeIsRefusedByBoth() {
    const Json challenge = broken(soundChallenge());
    QVERIFY(!challengeSchema().problemsOf(challenge).empty());
    QVERIFY(!readChallenge(challenge.dump()).challenge);
}

void TestSchema::theSchemaKnowsEveryKindWithItsParameters() {
    const Json& definitions = sceneSchema().json()["definitions"];
    QCOMPARE(definitions["node"]["properties"]["kind"]["enum"].size(), allKinds().size());
    for (const NodeKind& kind : allKinds()) {
        const Json& known = definitions.at(kind.id + "_parameters")["properties"];
        QCOMPARE(known.size(), kind.parameters.size());
        for (const Parameter& parameter : kind.parameters) {
            const Json& said = known.at(parameter.name);
            if (parameter.type == ParameterType::integer) {
                QCOMPARE(said["minimum"].get<double>(), parameter.least);
                QCOMPARE(said["maximum"].get<double>(), parameter.most);
            } else if (parameter.type == ParameterType::choice) {
                QCOMPARE(said["enum"].dump(), Json(parameter.choices).dump());
            }
        }
    }
}

/// docs/handlers.md has a row for each block, with its members, and for each layer.
void TestSchema::theGuideKnowsEveryBlockAndLayer() {
    const std::string guide = readText("docs/handlers.md");
    const Json& definitions = sceneSchema().json()["definitions"];
    for (const Json& block : definitions["handler"]["items"]["oneOf"]) {
        const std::string name = block["properties"]["do"]["const"];
        const auto row = guide.find("| `" + name + "` |");
        QVERIFY2(row != std::string::npos, name.c_str());
        const std::string line = guide.substr(row, guide.find('\n', row) - row);
        for (const auto& [member, type] : block["properties"].items()) {
            const bool isSaid =
                member == "do" || line.find("`" + member + "`") != std::string::npos;
            QVERIFY2(isSaid, fmt::format("{} {}", name, member).c_str());
        }
    }
    for (const Json& layer : definitions["middleware"]["oneOf"]) {
        const std::string name = layer["properties"]["use"]["const"];
        QVERIFY2(guide.find("| `" + name + "` |") != std::string::npos, name.c_str());
    }
}

void TestSchema::theSchemaKnowsEveryFactAndMetric() {
    for (const Schema* schema : {&lessonSchema(), &challengeSchema()}) {
        const Json& definitions = schema->json()["definitions"];
        const Json& facts = definitions["fact"]["enum"];
        QCOMPARE(facts.size(), kFactKindCount);
        for (std::size_t i = 0; i < kFactKindCount; ++i)
            QCOMPARE(facts[i].get<std::string>(),
                     std::string(infoOf(static_cast<FactKind>(i)).name));
        QCOMPARE(definitions["metric"]["enum"].dump(), Json(lessonMetricNames()).dump());
    }
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
