#pragma once

#include "app/canvas/canvas_accessible.h"
#include "app/storage/lesson_files.h"
#include "app/ui/main_window.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace roundtrip::testing {

/// The real window with a lesson, 18-caching unless told, and a progress file of its own, for tests
/// that do what a learner does.
class LessonWindow {
  public:
    explicit LessonWindow(const QString& progressFolder = {},
                          const QString& lesson = QStringLiteral("18-caching"))
        : store_(progressFolder) {
        LessonReading reading = loadLesson(lesson);
        Q_ASSERT(reading.lesson);
        language_.set(QStringLiteral("en"));
        style_.setMotionReduced(true);
        window_ = std::make_unique<MainWindow>(std::move(*reading.lesson), std::move(reading.texts),
                                               store_, language_, style_);
        window_->resize(1440, 900);
        window_->show();
        (void)QTest::qWaitForWindowExposed(window_.get());
        window_->activateWindow();
        window_->startLesson();
        settle();
    }

    /// Waits for the simulation and goes to the end of what it did.
    void settle() {
        window_->session().waitUntilIdle();
        QCoreApplication::processEvents();
    }
    void settleAndSeeAll() {
        settle();
        window_->playback().toEnd();
        QCoreApplication::processEvents();
    }

    MainWindow* operator->() { return window_.get(); }
    MainWindow& operator*() { return *window_; }
    Language& language() { return language_; }
    Style& style() { return style_; }
    void close() { window_->close(); }

  private:
    Style style_;
    Language language_;
    ProgressStore store_;
    std::unique_ptr<MainWindow> window_;
};

} // namespace roundtrip::testing
