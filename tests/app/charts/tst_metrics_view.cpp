#include "app/charts/metrics_view.h"
#include "app/storage/lesson_files.h"

#include <QTest>

using namespace roundtrip;

class TestMetricsView : public QObject {
    Q_OBJECT

  private slots:
    void figuresOfACacheStandOnlyWhereOneWasAsked_data() {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("hasCache");
        QTest::newRow("none") << "14-apis"
                              << "phone"
                              << "/api/users/123" << false;
        QTest::newRow("one") << "18-caching"
                             << "browser"
                             << "/users/123" << true;
    }
    void figuresOfACacheStandOnlyWhereOneWasAsked() {
        QFETCH(QString, lesson);
        QFETCH(QString, client);
        QFETCH(QString, target);
        QFETCH(bool, hasCache);
        const LessonReading reading = loadLesson(lesson);
        Session session(reading.lesson->scene);
        Playback playback(session);
        const Style style;
        MetricsView view(style);
        view.setPlayback(&playback);
        playback.give(
            {{SimTime(), client.toStdString(), "send", {{"target", target.toStdString()}}}});
        session.waitUntilIdle();
        QCoreApplication::processEvents();
        playback.toEnd();
        const QString told = view.summary();
        QVERIFY2(told.contains(QStringLiteral("database queries")), qPrintable(told));
        QCOMPARE(told.contains(QStringLiteral("cache hit ratio")), hasCache);
        QCOMPARE(told.contains(QStringLiteral("oldest stale answer")), hasCache);
    }
};

QTEST_MAIN(TestMetricsView)
#include "tst_metrics_view.moc"
