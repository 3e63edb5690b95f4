#pragma once

#include "app/session/comparison_run.h"
#include "app/session/session.h"

#include <QObject>

namespace roundtrip {

/// Both sides of a comparison, each simulated on a thread of its own up to the same moment; what
/// runComparison does, without waiting.
class TwinSession : public QObject {
    Q_OBJECT

  public:
    explicit TwinSession(const LessonComparison& comparison, QObject* parent = nullptr);

    [[nodiscard]] Session& session(Side side) { return side == Side::a ? a_ : b_; }
    /// Both sides have been simulated up to the same moment.
    [[nodiscard]] bool isLevel() const { return isLevel_; }
    /// Over all that was simulated.
    [[nodiscard]] ComparisonFigures figures() const;

  signals:
    void levelled();
    void failed(const roundtrip::Error& error);

  private:
    void look();

    Session a_;
    Session b_;
    bool isLevelling_ = false;
    bool isLevel_ = false;
};

} // namespace roundtrip
