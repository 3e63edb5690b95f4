#include "core/lesson/analogy_reader.h"
#include "tests/support/problem_text.h"
#include "tests/support/text_file.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

const Json kDrawings = Json::parse(R"({
    "nodes": {"browser": "reader", "app": "librarian", "cache": "desk_drawer", "db": "own"},
    "messages": {"request": "wish", "response": "copy", "query": "request_slip", "result": "book",
                 "job": "parcel", "frame": "speech"}})");

const Json kWords = Json::parse(R"({
    "title": "library",
    "nodes": {"browser": "Reader", "app": "Assistant", "cache": "Drawer", "db": "Library"},
    "messages": {"request": "question", "response": "answer", "query": "slip", "result": "book",
                 "job": "errand", "frame": "call"},
    "sentences": {"cache_hit": "{node} has {what}.", "cache_hit@browser": "On the desk.",
                  "message_sent:request": "{from} asks {to}.",
                  "message_sent:response/404": "Nothing.",
                  "request_finished:data": "From {from}.",
                  "check_failed@app:csrf/missing": "No stamp."},
    "headlines": {"cache_hit": "found"}})");

/// The small lesson with an analogy, to be broken in one place.
class AnalogyFiles {
  public:
    AnalogyFiles() {
        for (const char* name : {"lesson.json", "scene.roundtrip", "text.en.json", "text.es.json"})
            files_[name] = readText(QString("tests/data/lessons/small/") + name);
        files_["own.svg"] = "<svg/>";
        change("lesson.json", "/analogy", kDrawings);
        change("text.en.json", "/analogy", kWords);
        change("text.es.json", "/analogy", kWords);
    }
    /// Lets the comparison show a scene with one part more.
    void compareAnotherScene() {
        Json scene = Json::parse(files_.at("scene.roundtrip"));
        scene["nodes"].push_back({{"id", "cdn"}, {"kind", "cdn"}});
        files_["other.roundtrip"] = scene.dump();
        change("lesson.json", "/comparisons/0/b/scene", "other.roundtrip");
    }
    void change(const std::string& name, const std::string& pointer, const Json& value) {
        Json json = Json::parse(files_.at(name));
        const Json::json_pointer place(pointer);
        if (value.is_null())
            json.at(place.parent_pointer()).erase(place.back());
        else
            json[place] = value;
        files_[name] = json.dump();
    }
    [[nodiscard]] LessonReading read() const {
        return readLesson([this](const std::string& name) {
            const auto found = files_.find(name);
            return found == files_.end() ? std::nullopt : std::optional(found->second);
        });
    }

  private:
    std::map<std::string, std::string> files_;
};

template <class Payload>
Fact factOf(const Payload& payload, std::uint16_t node = 0) {
    Fact fact;
    fact.node = NodeId{node};
    fact.set(payload);
    return fact;
}

} // namespace

class TestAnalogy : public QObject {
    Q_OBJECT

  private slots:
    void aSoundAnalogyIsReadWhole();
    void aLessonsOwnDrawingWins();
    void namesAreReadInEachLanguage();
    void aBrokenPlaceIsNamed_data();
    void aBrokenPlaceIsNamed();
    void anAnalogyNeedsItsWordsAndWordsAnAnalogy();
    void aPartThatOnlyAComparisonShowsIsAskedForToo();
    void aPartThatOnlyAComparisonShowsMayBeSpokenOf();
    void theFormsOfAFactAreToldMostTellingFirst();
    void theMostTellingSentenceIsFound();
    void everyVisibleKindHasPlaceholders();
    void everyShippedDrawingIsKnown();
};

void TestAnalogy::aSoundAnalogyIsReadWhole() {
    const LessonReading reading = AnalogyFiles().read();
    QCOMPARE(describe(reading.problems), std::string());
    QCOMPARE(reading.lesson->analogy->nodes.at("cache"), std::string("desk_drawer"));
    QCOMPARE(reading.lesson->analogy->messages.size(), kMessageKindCount);
    const AnalogyText& words = *reading.texts.at("es").analogy;
    QCOMPARE(words.title, std::string("library"));
    QCOMPARE(words.nodes.at("cache"), std::string("Drawer"));
    QCOMPARE(words.messages.at("query"), std::string("slip"));
    QCOMPARE(words.sentences.size(), 6U);
    QCOMPARE(words.headlines.at("cache_hit"), std::string("found"));
}

void TestAnalogy::aLessonsOwnDrawingWins() {
    const LessonReading reading = AnalogyFiles().read();
    QCOMPARE(reading.lesson->analogy->drawings.at("own"), std::string("<svg/>"));
    QVERIFY(!reading.lesson->analogy->drawings.contains("desk_drawer"));
}

void TestAnalogy::namesAreReadInEachLanguage() {
    AnalogyFiles files;
    files.change("text.es.json", "/names", {{"app", "Servidor"}});
    QCOMPARE(files.read().texts.at("es").names.at("app"), std::string("Servidor"));
    QVERIFY(files.read().texts.at("en").names.empty());
    files.change("text.es.json", "/names", {{"ap", "Servidor"}});
    QCOMPARE(describe(files.read().problems),
             std::string("text.es.json#/names/ap: unknown-node ap app"));
}

void TestAnalogy::aBrokenPlaceIsNamed_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problems");
    const auto row = [](const char* name, const char* file, const char* pointer, const char* value,
                        const char* problems) {
        QTest::newRow(name) << file << QStringLiteral("/analogy") + pointer << value << problems;
    };
    const char* const script = "lesson.json";
    const char* const words = "text.en.json";
    row("a part without a drawing", script, "/nodes/app", "null",
        "lesson.json#/analogy/nodes: missing-drawing app");
    row("a kind of message without one", script, "/messages/frame", "null",
        "lesson.json#/analogy/messages: missing-drawing frame");
    row("a drawing that is none", script, "/nodes/app", R"("libarian")",
        "lesson.json#/analogy/nodes: unknown-drawing libarian librarian");
    row("a drawing for nobody", script, "/nodes/ap", R"("book")",
        "lesson.json#/analogy/nodes/ap: unknown-node ap app");
    row("a drawing for no message", script, "/messages/reqest", R"("book")",
        "lesson.json#/analogy/messages/reqest: unknown-message reqest request");
    row("no title", words, "/title", "null", "text.en.json#/analogy: missing title");
    row("a part without a name", words, "/nodes/app", "null",
        "text.en.json#/analogy/nodes: missing-text app");
    row("a message without a name", words, "/messages/job", "null",
        "text.en.json#/analogy/messages: missing-text job");
    row("a sentence about no fact", words, "/sentences/cache_hti", R"("x")",
        "text.en.json#/analogy/sentences/cache_hti: unknown-fact cache_hti cache_hit");
    row("a sentence that nobody would see", words, "/sentences/gauge_changed", R"("x")",
        "text.en.json#/analogy/sentences/gauge_changed: unknown-fact gauge_changed node_changed");
    row("a sentence at nobody", words, "/sentences/cache_hit@ap", R"("x")",
        "text.en.json#/analogy/sentences/cache_hit@ap: unknown-node ap app");
    row("a form that is none", words, "/sentences/cache_missed:expird", R"("x")",
        "text.en.json#/analogy/sentences/cache_missed:expird: unknown-form expird expired");
    row("a message that is none", words, "/sentences/message_sent:reqest~1404", R"("x")",
        "text.en.json#/analogy/sentences/message_sent:reqest~1404: unknown-form reqest request");
    row("a placeholder that is none", words, "/sentences/cache_hit", R"("{nod} has it")",
        "text.en.json#/analogy/sentences/cache_hit: unknown-placeholder nod node");
    row("a placeholder of another fact", words, "/headlines/cache_hit", R"("{status}")",
        "text.en.json#/analogy/headlines/cache_hit: unknown-placeholder status ");
    row("a source where there may be none", words, "/sentences/request_finished", R"("{from}")",
        "text.en.json#/analogy/sentences/request_finished: unknown-placeholder from ");
    row("an empty sentence", words, "/sentences/cache_hit", R"("")",
        "text.en.json#/analogy/sentences/cache_hit: missing cache_hit");
    row("sentences as a list", words, "/sentences", "[]",
        "text.en.json#/analogy/sentences: not-an-object");
}

void TestAnalogy::aBrokenPlaceIsNamed() {
    QFETCH(QString, file);
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, problems);
    AnalogyFiles files;
    files.change(file.toStdString(), pointer.toStdString(), Json::parse(value.toStdString()));
    const LessonReading reading = files.read();
    QVERIFY(!reading.lesson);
    QCOMPARE(QString::fromStdString(describe(reading.problems)), problems);
}

void TestAnalogy::anAnalogyNeedsItsWordsAndWordsAnAnalogy() {
    AnalogyFiles silent;
    silent.change("text.es.json", "/analogy", nullptr);
    QCOMPARE(describe(silent.read().problems), std::string("text.es.json#: missing-text analogy"));
    AnalogyFiles blind;
    blind.change("lesson.json", "/analogy", nullptr);
    blind.change("text.es.json", "/analogy", nullptr);
    QCOMPARE(describe(blind.read().problems), std::string("text.en.json#: unused-text analogy"));
}

void TestAnalogy::aPartThatOnlyAComparisonShowsIsAskedForToo() {
    AnalogyFiles files;
    files.compareAnotherScene();
    QCOMPARE(describe(files.read().problems),
             std::string("lesson.json#/analogy/nodes: missing-drawing cdn\n"
                         "text.en.json#/analogy/nodes: missing-text cdn\n"
                         "text.es.json#/analogy/nodes: missing-text cdn"));
}

void TestAnalogy::aPartThatOnlyAComparisonShowsMayBeSpokenOf() {
    AnalogyFiles files;
    files.compareAnotherScene();
    files.change("lesson.json", "/analogy/nodes/cdn", "branch_office");
    for (const char* text : {"text.en.json", "text.es.json"}) {
        files.change(text, "/analogy/nodes/cdn", "Kiosk");
        files.change(text, "/analogy/sentences/cache_hit@cdn", "{node} has {what}.");
    }
    files.change("text.es.json", "/names", {{"cdn", "Quiosco"}});
    const LessonReading reading = files.read();
    QCOMPARE(describe(reading.problems), std::string());
    QCOMPARE(reading.lesson->analogy->nodes.at("cdn"), std::string("branch_office"));
    QCOMPARE(reading.texts.at("es").analogy->nodes.at("cdn"), std::string("Kiosk"));
    QCOMPARE(reading.texts.at("es").names.at("cdn"), std::string("Quiosco"));
    QCOMPARE(reading.lesson->partIds(),
             (std::vector<std::string_view>{"browser", "app", "cache", "db", "cdn"}));
}

void TestAnalogy::theFormsOfAFactAreToldMostTellingFirst() {
    Trace trace;
    const auto forms = [&trace](const Fact& fact) {
        std::string all;
        for (const std::string& form : formsOf(trace, fact))
            all += (all.empty() ? "" : " ") + form;
        return all;
    };
    const TextId notFound = trace.texts().intern("HTTP/1.1 404 Not Found\r\n");
    const TextId nothing = trace.texts().intern("(nil)");
    QCOMPARE(forms(factOf(
                 MessageSent{.wire = notFound, .messageKind = MessageKind::response, .failed = 1})),
             std::string("response/404 response/failed response"));
    QCOMPARE(forms(factOf(MessageArrived{.title = nothing, .messageKind = MessageKind::result})),
             std::string("result/(nil) result"));
    QCOMPARE(forms(factOf(MessageSent{.wire = trace.texts().intern("81 c4 \nhi"),
                                      .messageKind = MessageKind::frame})),
             std::string("frame"));
    QCOMPARE(forms(factOf(CheckFailed{.check = trace.texts().intern("csrf"),
                                      .reason = trace.texts().intern("missing\nPOST")})),
             std::string("csrf/missing csrf"));
    QCOMPARE(forms(factOf(CacheMissed{.reason = CacheReason::evicted})), std::string("evicted"));
    QCOMPARE(forms(factOf(RequestFinished{.status = 200, .answeredBy = NodeId{1}})),
             std::string("data good"));
    QCOMPARE(forms(factOf(RequestFinished{.status = 200})), std::string("good"));
    QCOMPARE(forms(factOf(RequestFinished{.status = 503})), std::string("error"));
    QCOMPARE(forms(factOf(RequestFinished{})), std::string("no_answer"));
    QCOMPARE(forms(factOf(NodeChanged{.thousandths = 2000})), std::string("slow"));
    QCOMPARE(forms(factOf(Overheard{.isSealed = 1})), std::string("sealed"));
    QCOMPARE(forms(factOf(MessageLost{.reason = LossReason::cut})), std::string("cut"));
    Fact link = factOf(ParameterChanged{.parameter = trace.texts().intern("browser->app cut"),
                                        .after = trace.texts().intern("true")});
    link.node = NodeId::none;
    QCOMPARE(forms(link), std::string("link/cut link"));
    QCOMPARE(forms(factOf(CommandGiven{trace.texts().intern(R"({"action": "clear"})")})),
             std::string("clear"));
}

void TestAnalogy::theMostTellingSentenceIsFound() {
    Trace trace;
    const Fact miss = factOf(CacheMissed{.reason = CacheReason::expired});
    std::map<std::string, std::string> texts{{"cache_missed", "1"}};
    const auto found = [&] {
        const std::string* text = findSentence(texts, trace, miss, "cache");
        return text == nullptr ? std::string("none") : *text;
    };
    QCOMPARE(found(), std::string("1"));
    for (const auto& [key, text] :
         {std::pair("cache_missed@cache", "2"), std::pair("cache_missed:expired", "3"),
          std::pair("cache_missed@cache:expired", "4"),
          std::pair("cache_missed@other:expired", "no"),
          std::pair("cache_missed@cache:evicted", "no")}) {
        texts[key] = text;
        QCOMPARE(found(), std::string(text == std::string("no") ? "4" : text));
    }
    texts.clear();
    QCOMPARE(found(), std::string("none"));
}

void TestAnalogy::everyVisibleKindHasPlaceholders() {
    for (std::size_t i = 0; i < kFactKindCount; ++i) {
        const auto kind = static_cast<FactKind>(i);
        const auto names = placeholdersFor(kind, "");
        QCOMPARE(std::ranges::find(names, "fact") != names.end(), infoOf(kind).visible);
    }
}

void TestAnalogy::everyShippedDrawingIsKnown() {
    QStringList known;
    for (const std::string_view name : shippedDrawings())
        known << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) + ".svg";
    QCOMPARE(known, QDir(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/resources/analogy"))
                        .entryList({"*.svg"}, QDir::Files, QDir::Name));
}

QTEST_APPLESS_MAIN(TestAnalogy)
#include "tst_analogy.moc"
