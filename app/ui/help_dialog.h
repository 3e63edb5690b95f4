#pragma once

#include "app/ui/actions.h"

#include <QDialog>
#include <QStringList>

namespace roundtrip {

/// The keys, made from the actions, and a few words on how to read the stage.
class HelpDialog : public QDialog {
    Q_OBJECT

  public:
    explicit HelpDialog(const Actions& actions, QWidget* parent = nullptr);

  private:
    // A paragraph each.
    static QStringList aboutTheProgram();
    static QStringList aboutKeys();
};

} // namespace roundtrip
