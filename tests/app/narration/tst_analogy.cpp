#include "app/narration/analogy.h"
#include "app/narration/fact_values.h"
#include "app/narration/language.h"
#include "app/narration/narrator.h"
#include "app/storage/lesson_files.h"

#include <QTest>

using namespace roundtrip;

namespace {

/// Lesson 18's cast, with sentences of the test's own.
struct Told {
    using Sentences = std::map<std::string, std::string>;

    explicit Told(Sentences sentences) {
        reading = loadLesson(QStringLiteral("18-caching"));
        LessonText& text = reading.texts.at("en");
        text.analogy->sentences = std::move(sentences);
        narrator.emplace(reading.lesson->scene);
        narrator->setAnalogy(Analogy::of(*reading.lesson, text));
    }
    template <class Payload>
    Fact fact(const Payload& payload, const char* node) {
        Fact made;
        made.time = SimTime::milliseconds(20);
        made.node = reading.lesson->nodeNames().find(node)->second;
        made.set(payload);
        return made;
    }
    [[nodiscard]] TextId text(const char* words) { return trace.texts().intern(words); }
    [[nodiscard]] QString sentence(const Fact& fact) const {
        return narrator->narrate(trace, fact).sentence;
    }

    LessonReading reading;
    Trace trace;
    std::optional<Narrator> narrator;
};

} // namespace

class TestAnalogy : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { language_.set(QStringLiteral("en")); }

    void aSentenceIsFilledInFromTheFact() {
        Told told(Told::Sentences{{"cache_hit", "{node} found {what}, {took} old."}});
        const Fact hit =
            told.fact(CacheHit{.age = SimTime::seconds(2), .key = told.text("user:1")}, "cache");
        QCOMPARE(told.sentence(hit), QStringLiteral("Desk drawer found user:1, 2.00 s old."));
    }

    void theToneIsThatOfThePlainSentence() {
        Told told(Told::Sentences{{"cache_hit", "x"}});
        const Fact hit = told.fact(CacheHit{}, "cache");
        QVERIFY(told.narrator->narrate(told.trace, hit).tone == Tone::good);
    }

    void whatTheAnalogyDoesNotKnowIsToldAsItIsWithItsNames() {
        Told told(Told::Sentences{});
        const Fact hit = told.fact(CacheHit{.key = told.text("user:1")}, "cache");
        QCOMPARE(told.sentence(hit),
                 QStringLiteral("Cache hit: Desk drawer has user:1, stored 0 ms ago."));
        QCOMPARE(told.narrator->plainSentence(told.trace, hit).sentence, told.sentence(hit));
    }

    void aMessageHasTwoEndsAndAName() {
        Told told(Told::Sentences{{"message_sent", "{from} to {to}: {message} {what}"},
                                  {"message_arrived", "{from} to {to} in {took}: {what}"}});
        // The second link goes from the app server to the cache.
        const LinkId link{1};
        const Fact back = told.fact(MessageSent{.wire = told.text("(nil)"),
                                                .link = link,
                                                .messageKind = MessageKind::result},
                                    "cache");
        QCOMPARE(told.sentence(back), QStringLiteral("Desk drawer to Assistant: book (nil)"));
        const Fact there = told.fact(MessageArrived{.departure = SimTime::milliseconds(19),
                                                    .title = told.text("GET user:1"),
                                                    .link = link,
                                                    .messageKind = MessageKind::query},
                                     "cache");
        QCOMPARE(told.sentence(there),
                 QStringLiteral("Assistant to Desk drawer in 1.00 ms: GET user:1"));
    }

    void aSettingOfALinkNamesBothEnds() {
        Told told(Told::Sentences{{"parameter_changed:link", "{from} to {to}: {what} {after}"}});
        Fact changed = told.fact(ParameterChanged{.parameter = told.text("browser->app latency"),
                                                  .after = told.text("90 ms")},
                                 "browser");
        changed.node = NodeId::none;
        QCOMPARE(told.sentence(changed),
                 QStringLiteral("Reader to Assistant: Time on the way 90 ms"));
    }

    void thePlainSentenceMayStandInIt() {
        Told told(Told::Sentences{{"check_failed:csrf", "Stop! {fact}"}});
        const Fact refused = told.fact(
            CheckFailed{.check = told.text("csrf"), .reason = told.text("no-token"), .status = 403},
            "app");
        QVERIFY(told.sentence(refused).startsWith(QStringLiteral("Stop! Assistant")));
    }

    void everyPlaceholderOfEveryKindIsFilledIn_data() {
        QTest::addColumn<int>("kind");
        for (std::size_t i = 0; i < kFactKindCount; ++i) {
            if (infoOf(static_cast<FactKind>(i)).visible) {
                QTest::newRow(infoOf(static_cast<FactKind>(i)).name.data()) << static_cast<int>(i);
            }
        }
    }
    /// With all texts of the fact set to one word: nothing but that word, names and numbers.
    void everyPlaceholderOfEveryKindIsFilledIn() {
        QFETCH(int, kind);
        Told told(Told::Sentences{});
        Fact fact = told.fact(CommandGiven{}, "browser");
        if (static_cast<FactKind>(kind) == FactKind::commandGiven) {
            fact.set(CommandGiven{told.text(R"({"target": "browser", "action": "send"})")});
        } else {
            fact.kind = static_cast<FactKind>(kind);
            // Texts are ids of four bytes; links and nodes of two become the first ones.
            const auto word = indexOf(told.text("word"));
            for (std::size_t at = 8; at + 4 <= fact.payload.size(); at += 4) {
                std::memcpy(&fact.payload[at], &word, sizeof word);
            }
        }
        const FactValues values(told.reading.lesson->scene, *told.narrator, told.trace, fact);
        for (const std::string_view name : placeholdersFor(fact.kind, "")) {
            const bool isSeldom = name == "what" || name == "message" || name == "before" ||
                                  name == "after" || name == "from" || name == "to";
            QVERIFY2(isSeldom || !values.value(name).isEmpty(), name.data());
        }
    }

    void cardsAndMessagesHaveWordsOfTheirOwn() {
        Told told(Told::Sentences{});
        const Fact hit = told.fact(CacheHit{.key = told.text("user:1")}, "cache");
        QCOMPARE(told.narrator->headline(told.trace, hit).sentence,
                 QStringLiteral("copy of user:1 found"));
        const MessageSent sent{.wire = told.text("SELECT id, name, email, city FROM users"),
                               .messageKind = MessageKind::query};
        QCOMPARE(told.narrator->messageLabel(told.trace, sent), QStringLiteral("slip · SELECT"));
        told.narrator->setAnalogy(std::nullopt);
        QCOMPARE(told.narrator->messageLabel(told.trace, sent), QStringLiteral("SELECT"));
    }

    void namesOfPartsFollowTheLanguage() {
        const LessonReading reading = loadLesson(QStringLiteral("17-async"));
        const Scene& scene = reading.lesson->scene;
        const NodeId worker = reading.lesson->nodeNames().find("a")->second;
        Narrator narrator(scene);
        QCOMPARE(narrator.nodeName(worker), QStringLiteral("Worker A"));
        narrator.setNames(reading.texts.at("es").names);
        QCOMPARE(narrator.nodeName(worker), QStringLiteral("Trabajador A"));
        narrator.setAnalogy(Analogy::of(*reading.lesson, reading.texts.at("es")));
        QCOMPARE(narrator.nodeName(worker), QStringLiteral("Cocinero A"));
        narrator.setAnalogy(std::nullopt);
        narrator.setNames(reading.texts.at("en").names);
        QCOMPARE(narrator.nodeName(worker), QStringLiteral("Worker A"));
    }

    void theScenesOfComparisonsHaveThePicturesNamesAndDrawings() {
        for (const char* lesson : {"17-async", "18-caching", "19-realtime"}) {
            const LessonReading reading = loadLesson(QLatin1String(lesson));
            for (const char* language : {"en", "es"}) {
                const Analogy picture = *Analogy::of(*reading.lesson, reading.texts.at(language));
                for (const std::string_view part : reading.lesson->partIds()) {
                    QVERIFY2(!picture.nodeName(std::string(part)).isEmpty(), part.data());
                    QVERIFY2(!picture.nodeDrawing(std::string(part)).isEmpty(), part.data());
                }
            }
        }
    }

    void aLinkIsNamedInThePicture() {
        Told told(Told::Sentences{});
        QCOMPARE(told.narrator->linkName(LinkId{0}), QStringLiteral("Reader \u2192 Assistant"));
    }

  private:
    Language language_;
};

QTEST_GUILESS_MAIN(TestAnalogy)
#include "tst_analogy.moc"
