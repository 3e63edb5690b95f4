#pragma once

#include "app/session/session.h"
#include "app/style/style.h"

#include <QToolButton>

namespace roundtrip {

/// The runs that one can go back to, once there is more than one.
class RunsButton : public QToolButton {
    Q_OBJECT

  public:
    RunsButton(const Style& style, Session& session, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    void nameRun();

    const Style& style_;
    Session& session_;
};

/// What a run is called: as the user named it, else by where it left another.
[[nodiscard]] QString branchName(const BranchInfo& branch);

} // namespace roundtrip
