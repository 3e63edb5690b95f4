#pragma once

#include "app/ui/program_window.h"

#include <QMouseEvent>
#include <QTest>

namespace roundtrip::test {

/// The program in the sandbox; nothing of it is kept.
struct Sandbox {
    Sandbox() : store(QString()), program(store, language, style) {
        style.setMotionReduced(true);
        program.resize(1440, 900);
        program.showSandbox();
        program.show();
        (void)QTest::qWaitForWindowExposed(&program);
        program.activateWindow();
    }
    SandboxWindow& window() { return program.sandbox()->current(); }
    SandboxDocument& document() { return window().document(); }
    CanvasWidget& canvas() { return window().run().canvas(); }
    Session& session() { return window().run().session(); }

    /// A browser, an app server and a database, joined.
    void build() {
        for (const char* kind : {"browser", "app_server", "sql_database"})
            window().addPart(QString::fromLatin1(kind));
        document().moveParts(
            {{"browser", {0, 0}}, {"app_server", {300, 0}}, {"sql_database", {600, 0}}});
        document().connectParts("browser", "app_server");
        document().connectParts("app_server", "sql_database");
        canvas().fit();
        settle();
    }
    void settle() {
        session().waitUntilIdle();
        QCoreApplication::processEvents();
    }
    QPoint centre(std::size_t node) { return canvas().nodeRect(node).center().toPoint(); }
    void drag(const QPoint& from, const QPoint& to) {
        QTest::mouseMove(&canvas(), from);
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint at = from + (to - from) * i / 4;
            QMouseEvent moved(QEvent::MouseMove, at, canvas().mapToGlobal(at), Qt::NoButton,
                              Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&canvas(), &moved);
        }
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, to);
    }

    Style style;
    Language language;
    ProgressStore store;
    ProgramWindow program;
};

} // namespace roundtrip::test
