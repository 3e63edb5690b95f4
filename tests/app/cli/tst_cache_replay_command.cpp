#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Outcome {
    int code = -1;
    QString out;
    QString err;
};

Outcome call(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(ROUNDTRIP_BINARY_DIR "/bin/roundtrip-cli"), arguments);
    process.waitForFinished();
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class TestCacheReplayCommand : public QObject {
    Q_OBJECT

  private slots:
    void missesAreCounted_data();
    void missesAreCounted();
    void aBadLineIsExplained_data();
    void aBadLineIsExplained();
    void wrongUseIsSaid_data();
    void wrongUseIsSaid();
    void aLongTraceIsReadInPieces();

  private:
    QString traceOf(const QByteArray& text) {
        const QString name = folder_.filePath(QStringLiteral("trace"));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(text);
        return name;
    }

    QTemporaryDir folder_;
};

void TestCacheReplayCommand::missesAreCounted_data() {
    QTest::addColumn<QByteArray>("trace");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("out");
    const auto row = [](const char* name, const char* trace, const char* options, const char* out) {
        QTest::newRow(name) << QByteArray(trace) << QString(options).split(' ') << QString(out);
    };
    // a b c a d: least recently used loses b, the queue loses a.
    const char* const letters = "a,1\nb,1\nc,1\na,1\nd,1\na,1\nb,1\n";
    row("lru", letters, "--policy lru --capacity 3", "requests 7\nmisses 5\nratio 0.714286\n");
    row("fifo", letters, "--policy fifo --capacity 3", "requests 7\nmisses 6\nratio 0.857143\n");
    row("lfu", letters, "--policy lfu --capacity 3", "requests 7\nmisses 5\nratio 0.714286\n");
    row("sieve", letters, "--policy sieve --capacity 3", "requests 7\nmisses 5\nratio 0.714286\n");
    row("random with room", letters, "--policy random --capacity 4",
        "requests 7\nmisses 4\nratio 0.571429\n");
    row("by bytes", "a,600\nb,400\na,1\nhuge,2000\na,600\nc,24\nb,400\n",
        "--policy fifo --capacity 1K --bytes", "requests 7\nmisses 4\nratio 0.571429\n");
    row("sizes count only then", "a,600\nb,400\na,600\n", "--policy lru --capacity 2",
        "requests 3\nmisses 2\nratio 0.666667\n");
    row("any text names a thing", "# a list\r\n\r\n/a?x=1,2,10\r\n  plain \r\nplain, 7\r\n",
        "--policy lru --capacity 9", "requests 3\nmisses 2\nratio 0.666667\n");
    row("nothing", "", "--policy lru --capacity 9", "requests 0\nmisses 0\nratio 0.000000\n");
    row("no end of line", "a\na", "--policy lru --capacity 9",
        "requests 2\nmisses 1\nratio 0.500000\n");
}

void TestCacheReplayCommand::missesAreCounted() {
    QFETCH(QByteArray, trace);
    QFETCH(QStringList, options);
    QFETCH(QString, out);
    const Outcome outcome = call(QStringList{"cache-replay", traceOf(trace)} + options);
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out, out);
}

void TestCacheReplayCommand::aBadLineIsExplained_data() {
    QTest::addColumn<QByteArray>("trace");
    QTest::addColumn<QString>("line");
    QTest::newRow("a size that is no number") << QByteArray("a,1\n\nb,many\nc,1\n") << "line 3";
    QTest::newRow("a negative size") << QByteArray("a,-1\n") << "line 1";
    QTest::newRow("no name") << QByteArray("a,1\n,5\n") << "line 2";
    QTest::newRow("no size after the comma") << QByteArray("a,\n") << "line 1";
}

void TestCacheReplayCommand::aBadLineIsExplained() {
    QFETCH(QByteArray, trace);
    QFETCH(QString, line);
    const QString name = traceOf(trace);
    const Outcome outcome = call({"cache-replay", name, "--policy", "lru", "--capacity", "3"});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out, QString());
    QVERIFY(outcome.err.contains(name));
    QVERIFY2(outcome.err.contains(line), qPrintable(outcome.err));
    QVERIFY(outcome.err.contains(QStringLiteral("photo.jpg,1024")));
}

void TestCacheReplayCommand::wrongUseIsSaid_data() {
    QTest::addColumn<QString>("arguments");
    QTest::newRow("no trace") << "--policy lru --capacity 3";
    QTest::newRow("no policy") << "trace --capacity 3";
    QTest::newRow("an unknown policy") << "trace --policy mru --capacity 3";
    QTest::newRow("no capacity") << "trace --policy lru";
    QTest::newRow("a capacity of nothing") << "trace --policy lru --capacity 0";
    QTest::newRow("units without bytes") << "trace --policy lru --capacity 3K";
    QTest::newRow("too many bytes") << "trace --policy lru --capacity 99999999999999G --bytes";
    QTest::newRow("a missing file") << "trace-that-is-not-there --policy lru --capacity 3";
}

void TestCacheReplayCommand::wrongUseIsSaid() {
    QFETCH(QString, arguments);
    const Outcome outcome = call(QStringList{"cache-replay"} + arguments.split(' '));
    QCOMPARE(outcome.code, 2);
    QVERIFY(!outcome.err.isEmpty());
}

void TestCacheReplayCommand::aLongTraceIsReadInPieces() {
    QByteArray trace;
    const QByteArray longName(3'000'000, 'x');
    for (int i = 0; i < 200'000; ++i)
        trace += "thing-" + QByteArray::number(i % 1000) + ",10\n";
    trace += longName + ",1\n" + longName + ",1\n";
    const Outcome outcome =
        call({"cache-replay", traceOf(trace), "--policy", "lru", "--capacity", "1001"});
    QCOMPARE(outcome.out, QString("requests 200002\nmisses 1001\nratio 0.005005\n"));
}

QTEST_GUILESS_MAIN(TestCacheReplayCommand)
#include "tst_cache_replay_command.moc"
