#pragma once

#include "app/ui/sandbox_window.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QWidget>

namespace roundtrip {

/// The documents that are open in the sandbox, a tab for each; with one there are no tabs.
class SandboxPages : public QWidget {
    Q_OBJECT

  public:
    /// `drafts`: the folder for unsaved work; empty: nothing is kept. `store` keeps what a learner
    /// reaches in challenges.
    SandboxPages(Language& language, Style& style, QString drafts, ProgressStore& store);

    /// There is always one.
    [[nodiscard]] SandboxWindow& current() const;
    [[nodiscard]] QList<SandboxWindow*> all() const;
    [[nodiscard]] QTabBar& tabs() { return *tabs_; }

    /// An empty document: the current one when nothing was done in it, else a new tab.
    SandboxWindow& openNew();
    /// A copy of a scene that belongs to no file yet.
    void openCopy(const Scene& scene);
    /// Shows the tab in which it is open, if it is. False, and an explanation, when it can't be
    /// read.
    bool openFile(const QString& file);
    void openChallenge(const Challenge& challenge);
    /// Asks about unsaved changes first; the last one makes room for an empty one.
    void close(SandboxWindow& window);
    /// Asks what to do with unsaved changes of every document; false when the user would rather
    /// stay.
    [[nodiscard]] bool mayLeave();

  signals:
    void homeWanted();
    void glossaryWanted(const QString& term);

  private:
    SandboxWindow& add();
    void join(SandboxWindow& window);
    void show(int tab);
    void refreshTitles();
    void takeUpLeftWork();

    Language& language_;
    Style& style_;
    const QString drafts_;
    ProgressStore& store_;
    QTabBar* tabs_;
    QStackedWidget* pages_;
};

} // namespace roundtrip
