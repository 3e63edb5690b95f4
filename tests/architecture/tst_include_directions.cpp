#include "tests/architecture/include_rules.h"

#include <QTest>

using namespace roundtrip::architecture;

class TestIncludeDirections : public QObject {
    Q_OBJECT

  private slots:
    void theScanSeesTheTree();
    void everyIncludeGoesAnAllowedWay();
    void aWrongEdgeIsReported_data();
    void aWrongEdgeIsReported();
    void anAllowedEdgePasses_data();
    void anAllowedEdgePasses();
    void aBreachNamesFileAndLine();
};

void TestIncludeDirections::theScanSeesTheTree() {
    const auto sources = readSources({"core", "app"});
    QVERIFY2(sources.size() >= 30, qPrintable(QString::number(sources.size())));
    const bool readsText = std::ranges::any_of(sources, [](const SourceFile& source) {
        return source.text.find("#include \"core/") != std::string::npos;
    });
    QVERIFY(readsText);
}

void TestIncludeDirections::everyIncludeGoesAnAllowedWay() {
    const IncludeRules rules;
    std::vector<Breach> breaches;
    for (const SourceFile& source : readSources({"core", "app"})) {
        std::ranges::copy(rules.check(source.path, source.text), std::back_inserter(breaches));
    }
    QVERIFY2(breaches.empty(), describe(breaches).c_str());
}

void TestIncludeDirections::aWrongEdgeIsReported_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char* name, const char* file, const char* text, const char* rule) {
        QTest::newRow(name) << QString(file) << QString(text) << QString(rule);
    };
    row("upwards in core", "core/kernel/simulation.h", "#include \"core/trace/trace.h\"",
        "core/kernel may not include core/trace");
    row("protocol rooms know no other", "core/web/router.cpp", "#include \"core/data/orm.h\"",
        "core/web may not include core/data");
    row("protocol rooms do not trace", "core/caching/lru_policy.cpp",
        "#include \"core/trace/fact.h\"", "core/caching may not include core/trace");
    row("metrics know no lesson", "core/metrics/latency.cpp", "#include \"core/lesson/goal.h\"",
        "core/metrics may not include core/lesson");
    row("interop knows no metrics", "core/interop/csv.cpp", "#include \"core/metrics/latency.h\"",
        "core/interop may not include core/metrics");
    row("core knows no app", "core/scene/reader.cpp", "#include \"app/session/session.h\"",
        "core/scene may not include app/session");
    row("core knows no Qt", "core/scene/reader.cpp", "#include <QString>",
        "core knows no Qt, but includes <QString>");
    row("nor in small letters", "core/scene/reader.cpp", "#  include <qglobal.h>",
        "core knows no Qt, but includes <qglobal.h>");
    row("views do not know one another", "app/canvas/canvas.cpp",
        "#include \"app/timeline/timeline.h\"", "app/canvas may not include app/timeline");
    row("style stands alone in app", "app/style/palette.h", "#include \"app/session/session.h\"",
        "app/style may not include app/session");
    row("session knows no playback", "app/session/session.h", "#include \"app/playback/clock.h\"",
        "app/session may not include app/playback");
    row("playback knows no view", "app/playback/clock.h", "#include \"app/narration/narrator.h\"",
        "app/playback may not include app/narration");
    row("the command line draws nothing", "app/cli/play.cpp", "#include \"app/canvas/canvas.h\"",
        "app/cli may not include app/canvas");
    row("the window knows no command line", "app/ui/main_window.cpp", "#include \"app/cli/play.h\"",
        "app/ui may not include app/cli");
    row("bare name", "core/http/method.cpp", "#include \"method.h\"",
        "\"method.h\" is not written from the root");
    row("parent folder", "core/http/method.cpp", "#include \"../kernel/error.h\"",
        "\"../kernel/error.h\" is not written from the root");
    row("in angles", "core/http/method.cpp", "#include <core/kernel/error.h>",
        "<core/kernel/error.h> is ours and belongs in quotes");
    row("tests", "app/ui/main_window.cpp", "#include \"tests/support/scene.h\"",
        "\"tests/support/scene.h\" is in no room that core and app may include");
    row("a room that nobody named", "core/misc/strings.cpp", "",
        "core/misc is no room of tests/architecture/include_rules.h");
}

void TestIncludeDirections::aWrongEdgeIsReported() {
    QFETCH(QString, file);
    QFETCH(QString, text);
    QFETCH(QString, rule);
    const auto breaches = IncludeRules().check(file.toStdString(), text.toStdString());
    QCOMPARE(breaches.size(), 1U);
    QCOMPARE(QString::fromStdString(breaches.front().rule), rule);
}

void TestIncludeDirections::anAllowedEdgePasses_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* file, const char* text) {
        QTest::newRow(name) << QString(file) << QString(text);
    };
    row("own room", "core/http/method.cpp", "#include \"core/http/method.h\"");
    row("a kind in its folder", "core/nodes/cache/cache.cpp", "#include \"core/caching/lru.h\"");
    row("lesson and metrics", "core/lesson/goal.cpp", "#include \"core/metrics/latency.h\"");
    row("system header", "core/http/method.cpp", "#include <optional>");
    row("Qt in app", "app/session/session.h", "#include <QObject>");
    row("moc", "app/session/session.cpp", "#include \"session.moc\"");
    row("view and narration", "app/timeline/timeline.cpp", "#include \"app/narration/narrator.h\"");
    row("view and style", "app/canvas/painter.cpp", "#include \"app/style/palette.h\"");
    row("window and view", "app/ui/main_window.cpp", "#include \"app/canvas/canvas.h\"");
    row("main and window", "app/ui/main.cpp", "#include \"app/ui/main_window.h\"");
    row("command line and narration", "app/cli/play.cpp", "#include \"app/narration/narrator.h\"");
    row("a comment is no include", "core/http/method.cpp", "// #include \"app/ui/main_window.h\"");
}

void TestIncludeDirections::anAllowedEdgePasses() {
    QFETCH(QString, file);
    QFETCH(QString, text);
    const auto breaches = IncludeRules().check(file.toStdString(), text.toStdString());
    QVERIFY2(breaches.empty(), describe(breaches).c_str());
}

void TestIncludeDirections::aBreachNamesFileAndLine() {
    const auto breaches =
        IncludeRules().check("core/kernel/a.h", "#pragma once\n\n#include \"app/ui/window.h\"\n");
    QCOMPARE(describe(breaches),
             std::string("\ncore/kernel/a.h:3: core/kernel may not include app/ui"));
}

QTEST_GUILESS_MAIN(TestIncludeDirections)
#include "tst_include_directions.moc"
