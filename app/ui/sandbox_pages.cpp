#include "app/ui/sandbox_pages.h"

#include <QFileInfo>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace roundtrip {

SandboxPages::SandboxPages(Language& language, Style& style, QString drafts, ProgressStore& store)
    : language_(language), style_(style), drafts_(std::move(drafts)), store_(store),
      tabs_(new QTabBar(this)), pages_(new QStackedWidget(this)) {
    tabs_->setTabsClosable(true);
    tabs_->setExpanding(false);
    tabs_->setDrawBase(false);
    tabs_->setElideMode(Qt::ElideMiddle);
    tabs_->setDocumentMode(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tabs_);
    layout->addWidget(pages_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, &SandboxPages::show);
    connect(tabs_, &QTabBar::tabCloseRequested, this, [this](int tab) { close(*all()[tab]); });
    add();
    takeUpLeftWork();
}

SandboxWindow& SandboxPages::current() const {
    return *static_cast<SandboxWindow*>(pages_->currentWidget());
}

QList<SandboxWindow*> SandboxPages::all() const {
    QList<SandboxWindow*> windows;
    for (int i = 0; i < pages_->count(); ++i) {
        windows << static_cast<SandboxWindow*>(pages_->widget(i));
    }
    return windows;
}

SandboxWindow& SandboxPages::add() {
    auto* window = new SandboxWindow(language_, style_, drafts_);
    window->setStore(store_);
    pages_->addWidget(window);
    join(*window);
    const int tab = tabs_->addTab(QString());
    tabs_->setVisible(tabs_->count() > 1);
    tabs_->setCurrentIndex(tab);
    show(tab);
    refreshTitles();
    return *window;
}

void SandboxPages::join(SandboxWindow& window) {
    connect(&window, &SandboxWindow::homeWanted, this, &SandboxPages::homeWanted);
    connect(&window, &SandboxWindow::glossaryWanted, this, &SandboxPages::glossaryWanted);
    connect(&window, &QWidget::windowTitleChanged, this, &SandboxPages::refreshTitles);
    // Not while one of its own menus is still at work.
    connect(
        &window, &SandboxWindow::newWanted, this, [this] { openNew(); }, Qt::QueuedConnection);
    connect(&window, &SandboxWindow::fileWanted, this, &SandboxPages::openFile,
            Qt::QueuedConnection);
    connect(&window, &SandboxWindow::copyWanted, this, &SandboxPages::openCopy,
            Qt::QueuedConnection);
    connect(&window, &SandboxWindow::challengeWanted, this, &SandboxPages::openChallenge,
            Qt::QueuedConnection);
    connect(
        &window, &SandboxWindow::closeWanted, this, [this, own = &window] { close(*own); },
        Qt::QueuedConnection);
    window.setOthers([this, own = &window] {
        QList<SandboxWindow*> others = all();
        others.removeOne(own);
        return others;
    });
}

void SandboxPages::show(int tab) {
    if (tab < 0 || tab >= pages_->count()) {
        return;
    }
    pages_->setCurrentIndex(tab);
    current().run().canvas().setFocus();
    setWindowTitle(current().windowTitle());
}

void SandboxPages::refreshTitles() {
    const QList<SandboxWindow*> windows = all();
    for (int i = 0; i < tabs_->count() && i < windows.size(); ++i) {
        tabs_->setTabText(i, windows[i]->shortTitle());
        tabs_->setTabToolTip(i, windows[i]->document().file());
    }
    if (pages_->count() > 0) {
        setWindowTitle(current().windowTitle());
    }
}

SandboxWindow& SandboxPages::openNew() {
    if (!current().isUntouched()) {
        return add();
    }
    current().leaveChallenge();
    return current();
}

void SandboxPages::openCopy(const Scene& scene) {
    openNew().openCopy(scene);
}

bool SandboxPages::openFile(const QString& file) {
    const QList<SandboxWindow*> windows = all();
    const auto open = std::ranges::find_if(windows, [&file](SandboxWindow* window) {
        const QString own = window->document().file();
        return !own.isEmpty() &&
               QFileInfo(own).absoluteFilePath() == QFileInfo(file).absoluteFilePath();
    });
    if (open != windows.end()) {
        tabs_->setCurrentIndex(static_cast<int>(open - windows.begin()));
        return true;
    }
    return current().isUntouched() ? current().openFile(file)
                                   : current().canRead(file) && add().openFile(file);
}

void SandboxPages::openChallenge(const Challenge& challenge) {
    openNew().openChallenge(challenge);
}

void SandboxPages::close(SandboxWindow& window) {
    const auto tab = static_cast<int>(all().indexOf(&window));
    if (tab < 0) {
        return;
    }
    tabs_->setCurrentIndex(tab);
    if (!window.mayLeave()) {
        return;
    }
    if (pages_->count() == 1) {
        add();
    }
    pages_->removeWidget(&window);
    window.deleteLater();
    tabs_->removeTab(tab);
    tabs_->setVisible(tabs_->count() > 1);
    show(tabs_->currentIndex());
}

bool SandboxPages::mayLeave() {
    const QList<SandboxWindow*> windows = all();
    return std::ranges::all_of(windows, [this, &windows](SandboxWindow* window) {
        if (window->document().isModified()) { // one sees what is asked about
            tabs_->setCurrentIndex(static_cast<int>(windows.indexOf(window)));
        }
        return window->mayLeave();
    });
}

/// Work of a program that ended badly, each in a tab.
void SandboxPages::takeUpLeftWork() {
    for (LeftWork& work : Autosave::leftIn(drafts_)) {
        openNew().takeUp(std::move(work));
    }
}

} // namespace roundtrip
