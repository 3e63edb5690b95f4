#include "core/lesson/lesson.h"
#include "tests/support/problem_text.h"
#include "tests/support/text_file.h"

#include <QTest>

#include <map>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

/// The small lesson's files, to be broken in one place.
class LessonFiles {
  public:
    LessonFiles() {
        for (const char* name : {"lesson.json", "scene.roundtrip", "text.en.json", "text.es.json"})
            files_[name] = readText(QString("tests/data/lessons/small/") + name);
    }
    void remove(const std::string& name) { files_.erase(name); }
    [[nodiscard]] std::string text(const std::string& name) const { return files_.at(name); }
    void write(const std::string& name, const std::string& text) { files_[name] = text; }
    /// Puts a value at a pointer; the text "gone" removes what is there.
    void change(const std::string& name, const std::string& pointer, const std::string& value) {
        Json json = Json::parse(files_.at(name));
        const Json::json_pointer place(pointer);
        if (value == "gone")
            json.at(place.parent_pointer()).erase(place.back());
        else
            json[place] = Json::parse(value);
        files_[name] = json.dump();
    }
    [[nodiscard]] LessonReading read() const {
        return readLesson([this](const std::string& name) {
            const auto found = files_.find(name);
            return found == files_.end() ? std::nullopt : std::optional(found->second);
        });
    }
    [[nodiscard]] QString problems() const {
        const LessonReading reading = read();
        return reading.lesson ? "a lesson" : QString::fromStdString(describe(reading.problems));
    }

  private:
    std::map<std::string, std::string> files_;
};

std::string manyWords(int count) {
    std::string text = "\"";
    for (int i = 0; i < count; ++i)
        text += "word ";
    return text + "\"";
}

} // namespace

class TestLessonReader : public QObject {
    Q_OBJECT

  private slots:
    void aSoundLessonIsReadWhole();
    void aComparisonHasTwoSides();
    void aSideMayHaveASceneOfItsOwn();
    void aNamedValueStandsInCommands();
    void aBrokenDefinitionIsNamed_data();
    void aBrokenDefinitionIsNamed();
    void theWordsAreReadInEachLanguage();
    void aBrokenPlaceIsNamed_data();
    void aBrokenPlaceIsNamed();
    void aStepTwiceIsNamedFirst();
    void aMissingFileIsNamed_data();
    void aMissingFileIsNamed();
    void aSyntaxErrorNamesItsFile();
    void placeholdersAreFound();
};

void TestLessonReader::aSoundLessonIsReadWhole() {
    const LessonReading reading = LessonFiles().read();
    QCOMPARE(describe(reading.problems), std::string());
    const Lesson& lesson = *reading.lesson;
    QCOMPARE(lesson.id, std::string("small"));
    QCOMPARE(lesson.minutes, 3);
    QCOMPARE(lesson.steps.size(), 4U);
    QCOMPARE(lesson.scene.nodes.size(), 4U);
    const LessonStep& hit = lesson.steps[1];
    QVERIFY(hit.commands[0].after == SimTime::milliseconds(20));
    QCOMPARE(hit.commands[0].command.target, std::string("browser"));
    QCOMPARE(hit.speed, 2.0);
    QCOMPARE(hit.options[1].when.size(), 1U);
    QVERIFY(lesson.steps[0].view == LessonStep::View::trips);
    QVERIFY(lesson.steps[2].isChallenge);
    QVERIFY(lesson.steps[2].pace == LessonStep::Pace::trueScale);
    QCOMPARE(lesson.values.at("second").step, std::string("hit"));
    QCOMPARE(lesson.quiz[0].answer, std::string("near"));
    QVERIFY(lesson.quiz[0].moment->fact == FactKind::cacheHit);
    QCOMPARE(lesson.terms, std::vector<std::string>{"cache"});
    QCOMPARE(lesson.related, std::vector<std::string>{"18-caching"});
    QVERIFY(lesson.nodeNames().at("cache") == NodeId{2});
}

void TestLessonReader::aComparisonHasTwoSides() {
    const LessonReading reading = LessonFiles().read();
    const Lesson& lesson = *reading.lesson;
    QCOMPARE(lesson.steps[3].comparison, std::string("cache"));
    const LessonComparison& comparison = *lesson.findComparison("cache");
    QCOMPARE(comparison.a.settings.size(), 1U);
    QVERIFY(comparison.b.settings.empty());
    QCOMPARE(writeScene(comparison.a.scene), writeScene(lesson.scene));
    QCOMPARE(writeScene(comparison.b.scene), writeScene(lesson.scene));
    QVERIFY(comparison.inputs[1].after == SimTime::seconds(5));
    QVERIFY(comparison.figures[1] == LessonMetric::queries);
    QVERIFY(lesson.values.at("asked_with").side == Side::b);
    QVERIFY(lesson.findComparison("none") == nullptr);
}

void TestLessonReader::aSideMayHaveASceneOfItsOwn() {
    LessonFiles files;
    files.write("other.roundtrip", files.text("scene.roundtrip"));
    files.change("other.roundtrip", "/seed", "77");
    files.change("lesson.json", "/comparisons/0/b/scene", R"("other.roundtrip")");
    const LessonReading reading = files.read();
    QCOMPARE(describe(reading.problems), std::string());
    QCOMPARE(reading.lesson->comparisons[0].b.scene.seed, 77U);
    files.change("other.roundtrip", "/nodes/0/id", R"("laptop")");
    files.change("other.roundtrip", "/links/0/from", R"("laptop")");
    QVERIFY2(files.problems().contains(
                 "lesson.json#/comparisons/0/inputs/0: bad-command send_many unknown-node browser"),
             qPrintable(files.problems()));
}

void TestLessonReader::aNamedValueStandsInCommands() {
    LessonFiles files;
    files.change("lesson.json", "/define", R"({"asks": {"target": "/users/2"}, "small": 5})");
    files.change("lesson.json", "/steps/1/do/0/arguments", R"({"use_defined": "asks"})");
    files.change("lesson.json", "/comparisons/0/a/do/0",
                 R"({"target": "cache", "action": "set",
                     "arguments": {"parameter": "capacity", "value": {"use_defined": "small"}}})");
    const LessonReading reading = files.read();
    QCOMPARE(describe(reading.problems), std::string());
    const Json& given = reading.lesson->steps[1].commands[0].command.arguments;
    QCOMPARE(given.dump(), std::string(R"({"target":"/users/2"})"));
    const LessonComparison& comparison = reading.lesson->comparisons[0];
    QCOMPARE(comparison.a.settings[0].command.arguments["value"].dump(), std::string("5"));
}

void TestLessonReader::aBrokenDefinitionIsNamed_data() {
    QTest::addColumn<QString>("define");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("problems");
    const QString place = "lesson.json#/steps/1/do/0/arguments";
    const auto row = [](const char* name, const char* define, const char* arguments,
                        const QString& problems) {
        QTest::newRow(name) << QString(define) << QString(arguments) << problems;
    };
    row("a name with a slip", R"({"asks": "/"})",
        R"({"target": {"use_defined": "aks"}, "body": {"use_defined": "asks"}})",
        place + "/target/use_defined: unknown-definition aks asks");
    row("nothing is defined", "{}", R"({"target": {"use_defined": "asks"}})",
        place + "/target/use_defined: unknown-definition asks ");
    row("a name that is none", R"({"asks": "/"})",
        R"({"target": {"use_defined": 5}, "body": {"use_defined": "asks"}})",
        place + "/target/use_defined: wrong-type use_defined text");
    row("another member beside it", R"({"asks": "/"})",
        R"({"target": {"use_defined": "asks", "body": ""}})",
        place + "/target/body: unknown-member body ");
    row("a name that nobody uses", R"({"asks": "/", "spare": "/"})",
        R"({"target": {"use_defined": "asks"}})",
        "lesson.json#/define/spare: unused-definition spare");
    row("one within another", R"({"asks": [{"use_defined": "asks"}]})",
        R"({"body": {"use_defined": "asks"}})", "lesson.json#/define/asks: nested-definition asks");
    row("a list of them", "[]", R"({"target": "/"})", "lesson.json#/define: not-an-object");
}

void TestLessonReader::aBrokenDefinitionIsNamed() {
    QFETCH(QString, define);
    QFETCH(QString, arguments);
    QFETCH(QString, problems);
    LessonFiles files;
    files.change("lesson.json", "/define", define.toStdString());
    files.change("lesson.json", "/steps/1/do/0/arguments", arguments.toStdString());
    const QString told = files.problems().section('\n', 0, 0); // then what follows from it
    QCOMPARE(told, problems);
}

void TestLessonReader::theWordsAreReadInEachLanguage() {
    const LessonReading reading = LessonFiles().read();
    QCOMPARE(reading.texts.size(), 2U);
    QCOMPARE(reading.texts.at("en").title, std::string("A small lesson"));
    const LessonText& spanish = reading.texts.at("es");
    QCOMPARE(spanish.steps.at("miss").buttons.at("send"), std::string("Enviar"));
    QCOMPARE(spanish.steps.at("hit").options.at("faster"), std::string("Menos"));
    QCOMPARE(spanish.steps.at("crowd").hints.size(), 3U);
    QCOMPARE(spanish.quiz.at("why").options.at("magic"), std::string("Magia"));
}

void TestLessonReader::aBrokenPlaceIsNamed_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problems");
    const auto row = [](const char* name, const char* file, const char* pointer,
                        const std::string& value, const char* problems) {
        QTest::newRow(name) << QString(file) << QString(pointer) << QString::fromStdString(value)
                            << QString(problems);
    };
    const char* const script = "lesson.json";
    const char* const words = "text.en.json";
    row("a newer format", script, "/format", "2", "lesson.json#/format: newer-format 2 1");
    row("a member with a slip", script, "/stpes", "[]",
        "lesson.json#/stpes: unknown-member stpes steps");
    row("a node that is none", script, "/steps/0/highlight", R"(["cahce"])",
        "lesson.json#/steps/0/highlight: unknown-node cahce cache");
    row("a goal at nobody", script, "/steps/0/goals/0/node", R"("cahce")",
        "lesson.json#/steps/0/goals/0/node: unknown-node cahce cache");
    row("a goal that is none", script, "/steps/0/goals/0/fact", R"("cache_mised")",
        "lesson.json#/steps/0/goals/0/fact: unknown-fact cache_mised cache_missed");
    row("a command to nobody", script, "/steps/1/do/0/target", R"("brwoser")",
        "lesson.json#/steps/1/do/0: bad-command send unknown-node brwoser browser");
    row("a command that is none", script, "/steps/1/do/0/action", R"("sned")",
        "lesson.json#/steps/1/do/0: bad-command sned unknown-action sned send");
    row("a command without its action", script, "/steps/1/do/0/action", "gone",
        "lesson.json#/steps/1/do/0: missing action");
    row("a value of an unknown step", script, "/values/first/step", R"("mis")",
        "lesson.json#/values/first/step: unknown-step mis miss");
    row("a value of an unknown metric", script, "/values/first/metric", R"("frist_latency")",
        "lesson.json#/values/first/metric: unknown-choice frist_latency first_latency");
    row("a question seen nowhere", script, "/quiz/0/seen_in", R"("hti")",
        "lesson.json#/quiz/0/seen_in: unknown-step hti hit");
    row("an answer that is no option", script, "/quiz/0/answer", R"("neer")",
        "lesson.json#/quiz/0/answer: unknown-choice neer near");
    row("a pace that is none", script, "/steps/1/pace", R"("stroy")",
        "lesson.json#/steps/1/pace: unknown-choice stroy story");
    row("a comparison that is none", script, "/steps/3/compare", R"("cahce")",
        "lesson.json#/steps/3/compare: unknown-comparison cahce cache");
    row("a value of no comparison", script, "/values/asked_with/comparison", R"("cahce")",
        "lesson.json#/values/asked_with/comparison: unknown-comparison cahce cache");
    row("a value of neither side", script, "/values/asked_with/side", "gone",
        "lesson.json#/values/asked_with: missing side");
    row("a comparison with one side", script, "/comparisons/0/b", "gone",
        "lesson.json#/comparisons/0: missing b");
    row("a figure that is none", script, "/comparisons/0/figures/1", R"("querys")",
        "lesson.json#/comparisons/0/figures: unknown-choice querys queries");
    row("a setting of nobody", script, "/comparisons/0/a/do/0/target", R"("ap")",
        "lesson.json#/comparisons/0/a/do/0: bad-command set unknown-node ap app");
    row("a side with a lost scene", script, "/comparisons/0/b/scene", R"("b.roundtrip")",
        "lesson.json#/comparisons/0/b/scene: no-file b.roundtrip");
    row("a moment at nobody", script, "/quiz/0/moment/node", R"("cahce")",
        "lesson.json#/quiz/0/moment/node: unknown-node cahce cache");
    row("a moment with a number", script, "/quiz/0/moment/at_least", "2",
        "lesson.json#/quiz/0/moment/at_least: unknown-member at_least ");
    row("a status where there is none", script, "/steps/0/goals/0/status", "404",
        "lesson.json#/steps/0/goals/0/status: no-status cache_missed");
    row("a comparison without words", words, "/comparisons/cache/a", "gone",
        "text.en.json#/comparisons/cache: missing a");
    row("a broken scene", "scene.roundtrip", "/nodes/0/kind", R"("brower")",
        "scene.roundtrip#/nodes/0/kind: unknown-kind brower browser");
    row("no title", words, "/title", "gone", "text.en.json#: missing title");
    row("a step without words", words, "/steps/miss", "gone",
        "text.en.json#/steps: missing-text miss\n"
        "text.en.json#/steps/miss: missing title\n"
        "text.en.json#/steps/miss: missing say\n"
        "text.en.json#/steps/miss/buttons: missing-text send");
    row("words for no step", words, "/steps/other", "{}", "text.en.json#/steps: unused-text other");
    row("a button without words", words, "/steps/miss/buttons/send", "gone",
        "text.en.json#/steps/miss/buttons: missing-text send");
    row("an option without words", words, "/steps/hit/options/slower", R"("")",
        "text.en.json#/steps/hit/options: missing-text slower");
    row("a prediction without its question", words, "/steps/hit/question", "gone",
        "text.en.json#/steps/hit: missing question");
    row("a value that is none", words, "/steps/miss/done", R"("It took {frist}.")",
        "text.en.json#/steps/miss/done: unknown-value frist first");
    row("such a value in a question", words, "/steps/hit/question", R"("Faster than {frist}?")",
        "text.en.json#/steps/hit/question: unknown-value frist first");
    row("such a value on a button", words, "/steps/miss/buttons/send", R"("As in {frist}")",
        "text.en.json#/steps/miss/buttons: unknown-value frist first");
    row("too many words", words, "/steps/miss/say", manyWords(61),
        "text.en.json#/steps/miss/say: too-long 61 60");
    row("a challenge without three hints", words, "/steps/crowd/hints", R"(["One"])",
        "text.en.json#/steps/crowd: missing-text hints");
    row("words as a list", words, "/steps/miss", "[]",
        "text.en.json#/steps/miss: not-an-object\n"
        "text.en.json#/steps/miss/buttons: missing-text send");
    row("a question without its explanation", words, "/quiz/why/explanation", "gone",
        "text.en.json#/quiz/why: missing explanation");
}

void TestLessonReader::aBrokenPlaceIsNamed() {
    QFETCH(QString, file);
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, problems);
    LessonFiles files;
    files.change(file.toStdString(), pointer.toStdString(), value.toStdString());
    QCOMPARE(files.problems(), problems);
}

void TestLessonReader::aStepTwiceIsNamedFirst() {
    LessonFiles files;
    files.change("lesson.json", "/steps/1/id", R"("miss")");
    QVERIFY2(files.problems().startsWith("lesson.json#/steps/1/id: duplicate-id miss\n"),
             qPrintable(files.problems()));
}

void TestLessonReader::aMissingFileIsNamed_data() {
    QTest::addColumn<QString>("problems");
    QTest::newRow("lesson.json") << ": no-file lesson.json";
    QTest::newRow("scene.roundtrip") << "lesson.json#/scene: no-file scene.roundtrip";
    QTest::newRow("text.es.json") << "lesson.json#/languages: no-file text.es.json";
}

void TestLessonReader::aMissingFileIsNamed() {
    QFETCH(QString, problems);
    LessonFiles files;
    files.remove(QTest::currentDataTag());
    QCOMPARE(files.problems(), problems);
}

void TestLessonReader::aSyntaxErrorNamesItsFile() {
    for (const char* name : {"lesson.json", "text.en.json"}) {
        LessonFiles files;
        files.write(name, "{\n  \"title\" 5}");
        const LessonReading reading = files.read();
        QCOMPARE(reading.problems.size(), 1U);
        QCOMPARE(reading.problems[0].code, std::string("syntax"));
        QCOMPARE(reading.problems[0].where, std::string(name) + "#line 2, column 11");
    }
}

void TestLessonReader::placeholdersAreFound() {
    const auto found = [](const char* text) {
        std::string names;
        for (const std::string& name : placeholdersOf(text))
            names += "[" + name + "]";
        return names;
    };
    QCOMPARE(found("It took {first}, then {second}."), std::string("[first][second]"));
    QCOMPARE(found("{a}{a}"), std::string("[a][a]"));
    QCOMPARE(found("nothing } here {"), std::string());
    QCOMPARE(found("{}"), std::string("[]"));
}

QTEST_APPLESS_MAIN(TestLessonReader)
#include "tst_lesson_reader.moc"
