#include "app/narration/language.h"
#include "app/narration/narrator.h"
#include "app/narration/text_format.h"
#include "app/storage/lesson_files.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace roundtrip;

class TestNarrator : public QObject {
    Q_OBJECT

  private slots:
    void everyVisibleKindHasASentence_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "es"}) {
            for (std::size_t i = 0; i < kFactKindCount; ++i) {
                if (infoOf(static_cast<FactKind>(i)).visible) {
                    QTest::addRow("%s %s", language, infoOf(static_cast<FactKind>(i)).name.data())
                        << static_cast<int>(i) << language;
                }
            }
        }
    }
    void everyVisibleKindHasASentence() {
        QFETCH(int, kind);
        QFETCH(QString, language);
        Language current;
        current.set(language);
        const Scene scene = loadLesson(QStringLiteral("18-caching")).lesson->scene;
        Trace trace;
        Fact fact;
        fact.node = NodeId{0};
        fact.kind = static_cast<FactKind>(kind);
        if (fact.kind == FactKind::commandGiven) {
            fact.set(CommandGiven{trace.texts().intern(
                R"({"target":"browser","action":"send","arguments":{"target":"/x"}})")});
        }
        const Narrator narrator(scene);
        const QString sentence = narrator.narrate(trace, fact).sentence;
        QVERIFY(sentence.size() > 5);
        QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
    }

    void aSettingSetToWhatItWasDoesNotChange() {
        Language current;
        current.set(QStringLiteral("en"));
        const Scene scene = loadLesson(QStringLiteral("18-caching")).lesson->scene;
        const Narrator narrator(scene);
        Trace trace;
        const auto told = [&](std::string_view before, std::string_view after) {
            Fact fact;
            fact.node = NodeId{static_cast<std::uint16_t>(
                std::ranges::find(scene.nodes, "cache", &SceneNode::id) - scene.nodes.begin())};
            ParameterChanged changed;
            changed.parameter = trace.texts().intern("capacity");
            changed.before = trace.texts().intern(before);
            changed.after = trace.texts().intern(after);
            fact.set(changed);
            return narrator.narrate(trace, fact).sentence;
        };
        QCOMPARE(told("5", "9"), QStringLiteral("Cache: \"Capacity\" changes from 5 to 9."));
        QCOMPARE(told("5", "5"), QStringLiteral("Cache: \"Capacity\" is now 5."));
    }

    void aTaskInLineIsNoSignOfABusyQueue() {
        Language current;
        current.set(QStringLiteral("en"));
        const Scene scene = loadLesson(QStringLiteral("17-async")).lesson->scene;
        const Narrator narrator(scene);
        Trace trace;
        Fact fact;
        fact.set(WorkQueued{.ahead = 2});
        for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
            fact.node = NodeId{static_cast<std::uint16_t>(i)};
            const QString sentence = narrator.narrate(trace, fact).sentence;
            if (scene.nodes[i].kind == "task_queue") {
                QCOMPARE(sentence,
                         QStringLiteral("Task queue keeps the task in line, 2 ahead of it."));
            } else {
                QVERIFY2(sentence.contains(QStringLiteral(" is busy: ")), qPrintable(sentence));
            }
        }
    }

    void aFrameIsToldByWhatItSays_data() {
        QTest::addColumn<QString>("wire");
        QTest::addColumn<QString>("title");
        QTest::newRow("text") << R"(81 c4 20 83 d1 a7 )"
                                 "\n"
                                 R"({"do":"say","room":"lobby","text":"hi"})"
                              << QStringLiteral("\u201chi\u201d");
        QTest::newRow("to many") << "to 500 connections:\n81 2e \n{\"id\":1,\"text\":\"hi\"}"
                                 << QStringLiteral("\u201chi\u201d \u00d7 500");
        QTest::newRow("a long text")
            << "81 2e \n{\"text\":\"" + QString(40, QLatin1Char('a')) + "\"}"
            << QStringLiteral("\u201c%1\u2026\u201d").arg(QString(29, QLatin1Char('a')));
        QTest::newRow("join") << "81 85 00 00 00 00 \n{\"do\":\"join\",\"room\":\"x\"}"
                              << "join";
        QTest::newRow("price") << "81 10 \n{\"price\":101.5}"
                               << "price 101.5";
        QTest::newRow("not JSON") << "81 03 \nabc"
                                  << "a text";
        QTest::newRow("ping") << "89 00 \n"
                              << "ping";
        QTest::newRow("pong") << "8a 80 00 00 00 00 \n"
                              << "pong";
        QTest::newRow("close") << "88 02 \n1000 "
                               << "close 1000";
        QTest::newRow("event") << "id: 7\ndata: {\"text\":\"hi\"}\n\n"
                               << QStringLiteral("\u201chi\u201d");
        QTest::newRow("of a channel") << "1) \"message\"\n2) \"room:a\"\n3) "
                                         "\"{\\\"text\\\":\\\"hi\\\",\\\"from\\\":\\\"ada\\\"}\""
                                      << QStringLiteral("\u201chi\u201d");
        QTest::newRow("of a pattern") << "1) \"pmessage\"\n2) \"room:*\"\n3) \"room:a\"\n4) \"x\"\n"
                                      << "room:a";
        QTest::newRow("half a list") << "1) \"message\"\n"
                                     << "";
        QTest::newRow("another message") << "GET / HTTP/1.1\nHost: x\n"
                                         << "";
    }
    void aFrameIsToldByWhatItSays() {
        QFETCH(QString, wire);
        Language english;
        english.set(QStringLiteral("en"));
        QTEST(Narrator::frameTitle(wire), "title");
    }

    void whatAnAttackerGetsDoneIsBadNews_data() {
        QTest::addColumn<bool>("isPassed");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("tone");
        const auto row = [](const char* name, bool isPassed, const char* check, const char* reason,
                            Tone tone) {
            QTest::newRow(name) << isPassed << check << reason << static_cast<int>(tone);
        };
        row("it got in", true, "attack", "cookie-worked\n200", Tone::bad);
        row("it did not", false, "attack", "cookie-refused\n403", Tone::good);
        row("a right password", true, "login", "good\nann", Tone::good);
        row("a wrong password", false, "login", "wrong\nann", Tone::bad);
    }
    void whatAnAttackerGetsDoneIsBadNews() {
        QFETCH(bool, isPassed);
        QFETCH(QString, check);
        QFETCH(QString, reason);
        QFETCH(int, tone);
        const Scene scene = loadLesson(QStringLiteral("18-caching")).lesson->scene;
        Trace trace;
        Fact fact;
        fact.node = NodeId{0};
        const TextId checkId = trace.texts().intern(check.toStdString());
        const TextId reasonId = trace.texts().intern(reason.toStdString());
        if (isPassed) {
            fact.kind = FactKind::checkPassed;
            fact.set(CheckPassed{.check = checkId, .reason = reasonId});
        } else {
            fact.kind = FactKind::checkFailed;
            fact.set(CheckFailed{.check = checkId, .reason = reasonId, .status = 0});
        }
        QCOMPARE(static_cast<int>(Narrator(scene).narrate(trace, fact).tone), tone);
    }

    void aFailureSaysWhy_data() {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("end");
        QTest::newRow("a code") << "no-database" << 500
                                << " cannot answer (500). No database is connected.";
        QTest::newRow("a code with an argument") << "orm-does-not-exist\nBook" << 404
                                                 << " cannot answer (404). There is no Book like "
                                                    "that.";
        QTest::newRow("the database's own words")
            << "no such table: books" << 500 << " cannot answer (500): no such table: books.";
        QTest::newRow("nobody to ask") << "no-site\nshop.test" << 0
                                       << " fails. There is no connection to the site "
                                          "\"shop.test\".";
    }
    void aFailureSaysWhy() {
        QFETCH(QString, reason);
        QFETCH(int, status);
        QFETCH(QString, end);
        Language current;
        current.set(QStringLiteral("en"));
        const Scene scene = loadLesson(QStringLiteral("18-caching")).lesson->scene;
        Trace trace;
        Fact fact;
        fact.node = NodeId{0};
        fact.kind = FactKind::handlerFailed;
        fact.set(HandlerFailed{.reason = trace.texts().intern(reason.toStdString()),
                               .status = static_cast<std::uint32_t>(status)});
        const Narrator narrator(scene);
        QCOMPARE(narrator.narrate(trace, fact).sentence, narrator.nodeName(fact.node) + end);
    }

    void sharesReadWell_data() {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << "0 %";
        QTest::newRow("one of a million") << 1e-6 << "0.1 %";
        QTest::newRow("one of 668") << 1 / 668.0 << "0.1 %";
        QTest::newRow("one of a hundred") << 0.01 << "1 %";
        QTest::newRow("two thirds") << 2 / 3.0 << "67 %";
        QTest::newRow("all but one") << 0.999 << "99 %";
        QTest::newRow("all") << 1.0 << "100 %";
    }
    void sharesReadWell() {
        QFETCH(double, share);
        QFETCH(QString, text);
        Language current;
        current.set(QStringLiteral("en"));
        QCOMPARE(shareForPeople(share), text);
    }

    void durationsReadWell_data() {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64{0} << "0 ms";
        QTest::newRow("tiny") << qint64{1500} << "1.50 µs";
        QTest::newRow("short") << qint64{50'000} << "0.05 ms";
        QTest::newRow("usual") << qint64{12'340'000} << "12.3 ms";
        QTest::newRow("long") << qint64{350'000'000} << "350 ms";
        QTest::newRow("seconds") << qint64{61'000'000'000} << "61.0 s";
        QTest::newRow("minutes") << qint64{300'000'000'000} << "5.00 min";
        QTest::newRow("hours") << qint64{10'800'000'000'000} << "3.00 h";
    }
    void durationsReadWell() {
        QFETCH(qint64, nanoseconds);
        QFETCH(QString, text);
        Language current;
        current.set(QStringLiteral("en"));
        QCOMPARE(durationForPeople(SimTime::nanoseconds(nanoseconds)), text);
    }

    void nothingIsLeftUntranslated_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("en") << "roundtrip_en.ts";
        QTest::newRow("es") << "roundtrip_es.ts";
    }
    void nothingIsLeftUntranslated() {
        QFETCH(QString, file);
        QFile source(QStringLiteral(ROUNDTRIP_SOURCE_DIR "/translations/") + file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArray text = source.readAll();
        QCOMPARE(text.count("type=\"unfinished\""), 0);
        QCOMPARE(text.count("type=\"vanished\""), 0);
    }
};

QTEST_GUILESS_MAIN(TestNarrator)
#include "tst_narrator.moc"
